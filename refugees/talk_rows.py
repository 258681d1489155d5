"""A row of a list of talks read as facts. Pure: text in; what is wrong is said in words."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from refugees.intake.columns import squeeze, vocabulary
from refugees.models import Participant, TalkForm, TalkKind
from refugees.reporting import NO, YES
from refugees.staged import Cells
from refugees.state_rows import choice_in, choices_in, day_in, key_in, sentences


class Column(TextChoices):
    """What a row tells of a talk (DFG § 27)."""

    CASE = "case_number", gettext_lazy("Case number")
    PERSON = "person_number", gettext_lazy("CPR or replacement number")
    KEY = "key", gettext_lazy("Key in the system of record")
    ON = "event_on", gettext_lazy("Date")
    KIND = "type", gettext_lazy("What the talk was for")
    FORM = "form", gettext_lazy("How")
    PARTICIPANTS = "participants", gettext_lazy("Who else took part")
    AGREEMENT = "agreement", gettext_lazy("What was agreed")
    HELD = "was_held", gettext_lazy("Held or not")
    WHY_NOT = "remark", gettext_lazy("Why it was not held")
    STATUS = "status", gettext_lazy("Status")


SYNONYMS: dict[TextChoices, str] = {
    Column.CASE: "casenumber sagsnr sagsnummer",
    Column.PERSON: "personnumber cpr cprnr cprnummer personnummer",
    Column.KEY: "key id nogle uniknogle unikid samtaleid",
    Column.ON: "eventon dato samtaledato date",
    Column.KIND: "type samtaletype art kind",
    Column.FORM: "form samtaleform",
    Column.PARTICIPANTS: "participants deltagere",
    Column.AGREEMENT: "agreement aftale aftalt",
    Column.HELD: "washeld held afholdt gennemfort",
    Column.WHY_NOT: "remark whynot bemaerkning arsag aarsag",
    Column.STATUS: "status samtalestatus",
}
# Squeezed words for held, not held, and there was no such talk after all.
HELD = frozenset({"yes", "ja", "held", "afholdt", "gennemfort"})
NOT_HELD = frozenset({"no", "nej", "notheld", "ikkeafholdt", "udeblevet"})
CANCELLED = frozenset({"annulleret", "cancelled", "takenback"})
LONGEST_AGREEMENT, LONGEST_REASON = 1000, 300
VOCABULARY = vocabulary(
    SYNONYMS, needed={Column.CASE, Column.PERSON}, names={Column.AGREEMENT, Column.WHY_NOT}
)
# What stands in the fields of which a list may say nothing.
UNSAID = {"participants": "", "agreement": "", "was_held": YES, "remark": ""}


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A talk as a row tells it. Without a key it is known by its kind and day."""

    key: str
    on: date
    kind: str
    form: str
    participants: list[str]
    agreement: str
    was_held: bool
    why_not: str
    says_held: bool

    @property
    def told(self) -> dict[str, str]:
        """What it says, in the fields of the state's reporting; what it says nothing of is left out."""
        found = {"event_on": self.on.isoformat(), "form": self.form}
        if self.participants:
            found["participants"] = ", ".join(self.participants)
        if self.agreement:
            found["agreement"] = self.agreement
        if self.says_held:
            found |= {"was_held": YES if self.was_held else NO, "remark": self.why_not}
        return found


def read_talk(cells: Cells, today: date) -> TalkRow:
    """The talk of a row. ValidationError with all that is wrong in it."""
    errors, facts = [], {}
    readers = {
        "key": lambda: key_in(cells, Column.KEY),
        "on": lambda: day_in(cells, Column.ON, today),
        "kind": lambda: choice_in(cells, Column.KIND, TalkKind),
        "form": lambda: choice_in(cells, Column.FORM, TalkForm),
        "participants": lambda: choices_in(cells.get(Column.PARTICIPANTS, ""), Participant),
        "was_held": lambda: _was_held(cells),
    }
    for name, reader in readers.items():
        try:
            facts[name] = reader()
        except ValidationError as error:
            errors.append(error)
    if "on" in facts and (facts["on"] is None or facts["on"] > today):
        errors.append(ValidationError(_("The day of the talk is missing, or has not come yet.")))
    agreement, why_not = cells.get(Column.AGREEMENT, "").strip(), cells.get(Column.WHY_NOT, "").strip()
    if facts.get("was_held") is False and not why_not:
        errors.append(ValidationError(_("Say why the talk was not held.")))
    if len(agreement) > LONGEST_AGREEMENT or len(why_not) > LONGEST_REASON:
        errors.append(ValidationError(_("The text is too long.")))
    if errors:
        raise ValidationError(sentences(errors))
    says_held = any(cells.get(name, "").strip() for name in (Column.HELD, Column.STATUS))
    return TalkRow(
        agreement=agreement, why_not="" if facts["was_held"] else why_not, says_held=says_held, **facts
    )


def _was_held(cells: Cells) -> bool:
    """Whether the talk took place; a list that does not say so tells of talks that did."""
    said = {
        squeeze(text): text for name in (Column.HELD, Column.STATUS) if (text := cells.get(name, "").strip())
    }
    if said.keys() & CANCELLED:
        raise ValidationError(
            _(
                "The talk was cancelled (annulleret) and is not taken in. If it is recorded here, take it back."
            )
        )
    for word, text in said.items():
        if word not in HELD | NOT_HELD:
            raise ValidationError(
                _("“%(text)s” says neither that the talk was held nor that it was not.") % {"text": text}
            )
    if said.keys() & HELD and said.keys() & NOT_HELD:
        raise ValidationError(_("The row says both that the talk was held and that it was not."))
    return not said.keys() & NOT_HELD
