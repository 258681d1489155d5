"""A row of a list of measures read as facts. Pure: text in; what is wrong is said in words."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from stdnum.dk import cvr

from internships.models.company import check_cvr
from internships.models.production_unit import compact_p_number
from refugees.hours import FULL_TIME
from refugees.intake.columns import squeeze, vocabulary
from refugees.models import OccupationEnding, OccupationKind
from refugees.occupation_kinds import MEASURES, NOT_AS_AGREED, GivesSu
from refugees.reporting import BROKEN_OFF, Value, hours_and_minutes, in_iso
from refugees.staged import Cells
from refugees.state_rows import choice_in, day_in, key_in, sentences


class Column(TextChoices):
    """What a row tells of a measure (DFG § 43)."""

    CASE = "case_number", gettext_lazy("Case number")
    PERSON = "person_number", gettext_lazy("CPR or replacement number")
    KEY = "key", gettext_lazy("Key in the system of record")
    KIND = "type", gettext_lazy("Kind")
    PLACE = "place", gettext_lazy("Where")
    CVR = "cvr", gettext_lazy("CVR number")
    P_NUMBER = "p_number", gettext_lazy("P-number")
    START = "first_on", gettext_lazy("First day")
    END = "last_on", gettext_lazy("Last day")
    HOURS = "hours", gettext_lazy("Hours a week")
    MINUTES = "minutes", gettext_lazy("Minutes a week besides")
    ENDING = "ending", gettext_lazy("How it ended")
    CONSENT = "consented_on", gettext_lazy("Consent given on")
    WORDS = "remark", gettext_lazy("Which other reason")
    STATUS = "status", gettext_lazy("Status")
    GIVES_SU = "gives_su", gettext_lazy("Gives SU")


SYNONYMS: dict[TextChoices, str] = {
    Column.CASE: "casenumber sagsnr sagsnummer",
    Column.PERSON: "personnumber cpr cprnr cprnummer personnummer",
    Column.KEY: "key id nogle uniknogle unikid tilbudsid aktivitetsid",
    Column.KIND: "type art tilbudstype indsatstype kind",
    Column.PLACE: "place sted skole uddannelsessted where",
    Column.CVR: "cvr cvrnr cvrnummer",
    Column.P_NUMBER: "pnr pnummer pnumber",
    Column.START: "firston startson start startdato startdag fra firstday",
    Column.END: "laston endson slut slutdato slutdag til lastday",
    Column.HOURS: "hours hoursaweek timer timerpruge ugentligetimer",
    Column.MINUTES: "minutes minutesaweek minutter minutterpruge ugentligeminutter",
    Column.ENDING: "ending afslutning afslutningsarsag sluttetsom howitended",
    Column.CONSENT: "consentedon consent consentgivenon samtykke samtykkedato samtykkegivet",
    Column.WORDS: "remark bemaerkning bemarkning andenarsag andenaarsag whichotherreason",
    Column.STATUS: "status tilbudsstatus",
    Column.GIVES_SU: "givessu su giversu suberettiget suberettigende",
}
VOCABULARY = vocabulary(SYNONYMS, needed={Column.CASE, Column.PERSON}, names={Column.PLACE})
# Squeezed words for: there was no such measure after all.
CANCELLED = frozenset({"annulleret", "cancelled", "takenback"})
# An IGU lasts two years, an education may last five.
YEARS_AHEAD = 6
LONGEST_PLACE, LONGEST_WORDS = 160, 300
SU_IN_ONE_WORD = {"ja": GivesSu.YES, "nej": GivesSu.NO}
MINUTES_OF_A_WEEK = 7 * 24 * 60
# What stands in the fields of which a list may say nothing.
UNSAID: dict[str, Value] = {"ends_on": "", "hours_a_week": None, "minutes_a_week": None}


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure, job or education as a row tells it. An end to come is the agreed last day."""

    key: str
    kind: str
    started_on: date
    last_on: date | None
    planned_last_on: date | None
    ending: str
    ending_words: str
    gives_su: str
    consented_on: date | None
    minutes_a_week: int | None
    place: str
    cvr: str
    p_number: str

    def get_su_words(self) -> str:
        """Whether it gives SU, as people read it."""
        return str(GivesSu(self.gives_su).label)

    @property
    def told(self) -> dict[str, Value]:
        """What it says, in the fields of the state's reporting; what it says nothing of is left out."""
        is_broken_off = self.ending in NOT_AS_AGREED
        found: dict[str, Value] = {
            "type": self.kind,
            "event_on": in_iso(self.started_on),
            "starts_on": in_iso(self.started_on),
            "status": BROKEN_OFF if is_broken_off else "",
            "status_reason": self.ending if is_broken_off else "",
        }
        if end := self.last_on or self.planned_last_on:
            found["ends_on"] = in_iso(end)
        if self.minutes_a_week:
            found["hours_a_week"], found["minutes_a_week"] = hours_and_minutes(self.minutes_a_week)
        return found


def read_measure(cells: Cells, today: date) -> MeasureRow:
    """The measure of a row. ValidationError with all that is wrong in it."""
    errors, facts = [], {}
    readers = {
        "key": lambda: key_in(cells, Column.KEY, is_needed=True),
        "kind": lambda: choice_in(cells, Column.KIND, OccupationKind),
        "started_on": lambda: _start(cells, today),
        "end": lambda: day_in(cells, Column.END, today, years_ahead=YEARS_AHEAD),
        "ending": lambda: (
            choice_in(cells, Column.ENDING, OccupationEnding) if _in(cells, Column.ENDING) else ""
        ),
        "consented_on": lambda: day_in(cells, Column.CONSENT, today),
        "ending_words": lambda: _words(cells),
        "gives_su": lambda: _gives_su(cells),
        "minutes_a_week": lambda: _minutes_a_week(cells),
        "place": lambda: _place(cells),
        "cvr": lambda: _cvr(cells),
        "p_number": lambda: _p_number(cells),
        "is_cancelled": lambda: squeeze(_in(cells, Column.STATUS)) in CANCELLED,
    }
    for name, reader in readers.items():
        try:
            facts[name] = reader()
        except ValidationError as error:
            errors.append(error)
    if errors := [*errors, *_lacks(facts, today)]:
        raise ValidationError(sentences(errors))
    end, _cancelled = facts.pop("end"), facts.pop("is_cancelled")
    is_over = bool(facts["ending"])
    if facts["ending"] != OccupationEnding.OTHER:  # a remark on any other ending is not ours to keep
        facts["ending_words"] = ""
    return MeasureRow(last_on=end if is_over else None, planned_last_on=None if is_over else end, **facts)


def _in(cells: Cells, column: Column) -> str:
    return " ".join(cells.get(column, "").split())


def _start(cells: Cells, today: date) -> date:
    day = day_in(cells, Column.START, today)
    if day is None or day > today:
        raise ValidationError(_("The first day is missing, or has not come yet."))
    return day


def _minutes_a_week(cells: Cells) -> int | None:
    hours, minutes = _in(cells, Column.HOURS), _in(cells, Column.MINUTES)
    if not (hours or minutes):
        return None
    if not (re.fullmatch(r"\d{0,3}", hours) and re.fullmatch(r"\d{0,5}", minutes)):
        raise ValidationError(_("Hours and minutes a week are whole numbers."))
    found = 60 * int(hours or 0) + int(minutes or 0)
    if not 0 < found <= MINUTES_OF_A_WEEK:
        raise ValidationError(_("A week has at least one minute and at most 168 hours."))
    return found


def _place(cells: Cells) -> str:
    place = _in(cells, Column.PLACE)
    if len(place) > LONGEST_PLACE:
        raise ValidationError(_("The text is too long."))
    if not (place or _in(cells, Column.CVR) or _in(cells, Column.P_NUMBER)):
        raise ValidationError(_("Say where: the place, the CVR number or the P-number."))
    return place


def _words(cells: Cells) -> str:
    words = _in(cells, Column.WORDS)
    if len(words) > LONGEST_WORDS:
        raise ValidationError(_("The text is too long."))
    return words


def _gives_su(cells: Cells) -> str:
    """Whether it gives SU: yes, no, or an empty cell where nobody knows."""
    said = _in(cells, Column.GIVES_SU)
    if squeeze(said) in SU_IN_ONE_WORD:
        return SU_IN_ONE_WORD[squeeze(said)]
    return choice_in(cells, Column.GIVES_SU, GivesSu) if said else GivesSu.UNKNOWN


def _cvr(cells: Cells) -> str:
    text = _in(cells, Column.CVR)
    if text:
        check_cvr(text)
    return cvr.compact(text)


def _p_number(cells: Cells) -> str:
    digits = compact_p_number(_in(cells, Column.P_NUMBER))
    if digits and not re.fullmatch(r"[0-9]{10}", digits):
        raise ValidationError(_("This is not a P-number: it has ten digits."))
    return digits


def _lacks(facts: dict, today: date) -> list[ValidationError]:
    """What does not go together in the row alone, as far as it could be read."""
    found = []
    if facts.get("is_cancelled"):
        found.append(
            _(
                "The measure was cancelled (annulleret) and is not taken in. If it is recorded here, take it back."
            )
        )
    started_on, end, ending = (facts.get(name) for name in ("started_on", "end", "ending"))
    if started_on and end and end < started_on:
        found.append(_("The last day is before the first."))
    if "end" in facts and ending and (end is None or end > today):
        found.append(_("What ended has a last day that has come."))
    if "ending" in facts and end and end <= today and not ending:
        found.append(_("Say how it ended."))
    if facts.get("ending") == OccupationEnding.OTHER and facts.get("ending_words") == "":
        found.append(_("Say which other reason it was, in a column “Remark”."))
    if facts.get("gives_su") and facts.get("kind") not in (None, OccupationKind.EDUCATION):
        found.append(_("Only of an education it is said whether it gives SU."))
    if facts.get("kind") in MEASURES and (facts.get("minutes_a_week") or 0) > FULL_TIME:
        found.append(_("A measure is never more than full time: 37 hours a week."))
    return [ValidationError(words) for words in found]
