"""Measures, jobs and educations from the City's system of record, so that nobody types them twice."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from internships.measure_doubts import doubts_about, doubts_about_igus
from internships.measure_known import ENDS, HOURS, Known, known_of, new_igu, new_last_day
from internships.measure_rows import UNSAID, VOCABULARY, Column, MeasureRow, read_measure
from internships.models import Placement
from internships.reports import measures
from refugees import occupation_kinds
from refugees.hours import in_hours
from refugees.models import Case, Occupation, OccupationKind
from refugees.received import keep
from refugees.staged import Cells, Change, ListKind, Look, Prospect, RowResult
from refugees.state_rows import cases_of, contested_words, why_no_case


def look(rows: Sequence[Cells], by: User, today: date) -> list[Look]:
    """What each row would do, in a fixed number of queries however many there are."""
    read = [_read(cells, today) for cells in rows]
    known = known_of(rows, [measure for measure, _problems in read], by)
    facts = [(measure, about) for (measure, _problems), about in zip(read, known, strict=True)]
    days = doubts_about([new_last_day(*each) for each in facts])
    igus = doubts_about_igus([new_igu(*each) for each in facts])
    return [
        _look(cells, measure, problems, about, [*of_days, *of_igu])
        for cells, (measure, problems), about, of_days, of_igu in zip(
            rows, read, known, days, igus, strict=True
        )
    ]


def _read(cells: Cells, today: date) -> tuple[MeasureRow | None, list[str]]:
    try:
        return read_measure(cells, today), []
    except ValidationError as error:
        return None, error.messages


def _problems(cells: Cells, measure: MeasureRow, known: Known) -> list[str]:
    """What cannot be beside what is known."""
    found = [] if known.case else [why_no_case(cells)]
    if known.occupation:
        return found + _contradictions(measure, known, known.occupation)
    if measure.cvr and not (known.company and known.company.cvr == measure.cvr):
        found.append(_("No company with this CVR number is known here. Take it in first."))
    if measure.p_number and known.unit is None:
        found.append(_("No production unit with this P-number is known here. Take it in first."))
    if words := _lacks_consent(measure, known):
        found.append(words)
    if known.unit and measure.cvr and known.unit.company.cvr != measure.cvr:
        found.append(_("The P-number belongs to another company."))
    return found


def _lacks_consent(measure: MeasureRow, known: Known) -> str:
    """Of a measure before the takeover the row says when the person consented, as the form of a start asks."""
    if measure.kind not in occupation_kinds.MEASURES:
        return ""
    if measure.consented_on and measure.consented_on > measure.started_on:
        return _("Consent is given before the start, or on its day.")
    if measure.consented_on or known.takeover_on is None or measure.started_on >= known.takeover_on:
        return ""
    return _(
        "This is before the takeover. A measure then needs the person's consent: say in a column “Consent given on”"
        " when it was given."
    )


def _contradictions(measure: MeasureRow, known: Known, ours: Occupation) -> list[str]:
    """Where the list and the case differ on a fact that somebody has to judge."""
    if ours.taken_back_at:
        return []
    found, before = [], known.before or {}
    was = (before.get("type"), before.get("starts_on"))
    is_news = was != (measure.kind, measure.started_on.isoformat())
    if is_news and (ours.kind, ours.started_on) != (measure.kind, measure.started_on):
        words = _("The case says otherwise: %(what)s. Correct the case or the list.")
        found.append(words % {"what": ours.words})
    if measure.last_on and ours.last_on and measure.last_on != ours.last_on:
        words = _("On the case it ended on another day: %(day)s. Correct the case or the list.")
        found.append(words % {"day": f"{ours.last_on:%d-%m-%Y}"})
    if measure.gives_su and ours.gives_su and measure.gives_su != ours.gives_su:
        found.append(
            _("On the case it is known otherwise whether it gives SU. Correct the case or the list.")
        )
    return found + contested_words(_changes(measure, ours, known.news.contested))


def _changes(measure: MeasureRow, ours: Occupation, names: frozenset[str]) -> list[Change]:
    """What becomes of the hours and of the agreed last day, in words."""
    found = []
    if HOURS in names:
        was, becomes = (
            in_hours(minutes) if minutes else "" for minutes in (ours.minutes_a_week, measure.minutes_a_week)
        )
        found.append(Change(str(Column.HOURS.label), was, becomes))
    if ENDS in names:
        was = f"{ours.planned_last_on:%d-%m-%Y}" if ours.planned_last_on else ""
        found.append(Change(_("Agreed last day"), was, f"{measure.planned_last_on:%d-%m-%Y}"))
    return found


def _ends(measure: MeasureRow, ours: Occupation | None) -> bool:
    return bool(measure.last_on and ours and not ours.last_on and not ours.taken_back_at)


def _says_su(measure: MeasureRow, ours: Occupation) -> bool:
    """Whether the list knows what nobody here did."""
    return bool(measure.gives_su and not ours.gives_su and not ours.taken_back_at)


def _of_su(measure: MeasureRow) -> list[Change]:
    return [Change(str(Column.GIVES_SU.label), "", measure.get_su_words())] if measure.gives_su else []


def _look(
    cells: Cells, measure: MeasureRow | None, problems: list[str], known: Known, doubts: list[str]
) -> Look:
    case, ours = known.case, known.occupation
    title = case.person.name if case else cells.get(Column.CASE) or _("Nobody we know")
    url = reverse("internships:weekdays", args=[case.public_id]) if case else ""
    if measure is None and case is None:
        problems = [why_no_case(cells), *problems]
    problems = problems or (_problems(cells, measure, known) if measure else [])
    if problems:
        return Look(Prospect.CANNOT, title, problems=problems, url=url)
    sub = f"{OccupationKind(measure.kind).label}, {measure.started_on:%d-%m-%Y}"
    ended = [Change(str(Column.END.label), "", f"{measure.last_on:%d-%m-%Y}")] if measure.last_on else []
    if ours and ours.taken_back_at:
        return Look(Prospect.KNOWN, title, sub, url=url)
    if ours:
        changes = _changes(measure, ours, known.news.anew) + (ended if _ends(measure, ours) else [])
        changes += _of_su(measure) if _says_su(measure, ours) else []
        prospect = Prospect.CHANGED if changes else Prospect.KNOWN
        return Look(prospect, title, sub, changes=changes, url=url, doubts=doubts)
    where = [Change(str(Column.PLACE.label), "", known.company.name if known.company else measure.place)]
    return Look(Prospect.NEW, title, sub, changes=where + ended + _of_su(measure), url=url, doubts=doubts)


def carry_out(cells: Cells, by: User, today: date) -> RowResult:
    """Record the start, the end if the row tells one, and what it tells anew. Again it does nothing more."""
    measure = read_measure(cells, today)
    [case] = cases_of([cells], by)
    if case is None:
        raise ValidationError(why_no_case(cells))
    # Who changes it here at the same moment waits, or is seen.
    with Case.changing([case], by=by):
        [known] = known_of([cells], [measure], by)
        if problems := _problems(cells, measure, known):
            raise ValidationError(problems)
        return _take_over(measure, known, by, today)


def _take_over(measure: MeasureRow, known: Known, by: User, today: date) -> RowResult:
    ours = known.occupation
    if ours and ours.taken_back_at:
        return RowResult.UNCHANGED
    result = RowResult.MADE
    if ours:
        ours.keep_source_key(measure.key, by=by)
        _correct(ours, measure, known.news.anew, by, today)
        is_news = known.news.anew or _ends(measure, ours) or _says_su(measure, ours)
        result = RowResult.CHANGED if is_news else RowResult.UNCHANGED
    else:
        ours = _start(measure, known, by, today)
    if _ends(measure, ours):
        about_end = {"ending": measure.ending, "words": measure.ending_words}
        ours.end(on=measure.last_on, today=today, by=by, **about_end)
    if _says_su(measure, ours):
        ours.state_su(gives_su=measure.gives_su, on=today, today=today, by=by)
    about = {"case": known.case, "key": ours.public_id, "reader": measures}
    keep(measure.told, before=known.before, unsaid=UNSAID, today=today, **about)
    return result


def _correct(ours: Occupation, measure: MeasureRow, anew: frozenset[str], by: User, today: date) -> None:
    """What the list tells otherwise than the last time; what stood here stays in the history."""
    reason = _("The City's system of record tells it so.")
    if HOURS in anew:
        ours.state_hours(minutes=measure.minutes_a_week, reason=reason, today=today, by=by)
    if ENDS in anew:
        ours.plan_end(on=measure.planned_last_on, reason=reason, today=today, by=by)


def _start(measure: MeasureRow, known: Known, by: User, today: date) -> Occupation:
    facts: dict[str, Any] = {
        "case": known.case,
        "kind": measure.kind,
        "on": measure.started_on,
        "planned_last_on": measure.planned_last_on,
        "minutes_a_week": measure.minutes_a_week,
        "consented_on": measure.consented_on if measure.kind in occupation_kinds.MEASURES else None,
        "late_reason": _("It came from the City's system of record."),
        "source_key": measure.key,
        "today": today,
        "by": by,
    }
    if known.company is None:
        return Occupation.objects.start(place=measure.place, **facts)
    return Placement.objects.start(company=known.company, unit=known.unit, **facts).occupation


MEASURES = ListKind(
    key="measures",
    title=gettext_lazy("Measures from a list"),
    lede=gettext_lazy(
        "Measures, jobs and educations that were recorded in the City's system of record. You see what is new before"
        " anything is recorded."
    ),
    vocabulary=VOCABULARY,
    labels=dict(Column.choices),
    look=look,
    carry_out=carry_out,
    sample=settings.BASE_DIR / "docs/samples/measures.csv",
    no_headings=gettext_lazy(
        "No row of headings was found in the first 25 rows. One row must name the columns, among them “CPR-nr.” or"
        " “Sagsnr.”. Look at the sample file."
    ),
    back="my_work",
    back_label=gettext_lazy("My work"),
    notes=[
        gettext_lazy("A row is known again by its key: a list that is taken in twice changes nothing."),
        gettext_lazy("What came from the system of record is not gathered for the state as new."),
        gettext_lazy(
            "A company is found by its CVR number or P-number. Take the list of companies in first."
        ),
        gettext_lazy(
            "If you like: “Consent given on” of a measure before the takeover, “Remark” for another reason of an end,"
            " “Gives SU” (yes or no) of an education."
        ),
    ],
)
