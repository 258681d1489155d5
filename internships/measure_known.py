"""What the City knows of the rows of a list of measures: whose case, which company, the same measure, what is news."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from accounts.models import User
from internships.measure_doubts import NewIgu, NewLastDay
from internships.measure_rows import MeasureRow
from internships.models import Company, ProductionUnit
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate, Occupation, OccupationKind, last_received
from refugees.received import Facts, News, news_of
from refugees.reporting import Reported
from refugees.reports import measure_row
from refugees.staged import Cells
from refugees.state_rows import cases_of

HOURS, ENDS = "hours", "ends_on"
DATES = (KeyEvent.TAKEOVER, KeyEvent.REGISTRATION)


@dataclass(slots=True)
class Known:
    """What the City knows of one row: whose case, the company and workplace it names, the same measure, what is new."""

    case: Case | None = None
    company: Company | None = None
    unit: ProductionUnit | None = None
    occupation: Occupation | None = None
    before: Facts | None = None
    news: News = field(default_factory=News)
    takeover_on: date | None = None
    registered_on: date | None = None


def new_last_day(measure: MeasureRow | None, known: Known) -> NewLastDay | None:
    """The agreed last day that the row would set, if it would set one."""
    ours = known.occupation
    if measure is None or known.case is None or measure.planned_last_on is None:
        return None
    if ours and (ours.taken_back_at or ENDS not in known.news.anew):
        return None
    started_on = ours.started_on if ours else measure.started_on
    return NewLastDay(known.case, measure.kind, started_on, measure.planned_last_on, ours)


def new_igu(measure: MeasureRow | None, known: Known) -> NewIgu | None:
    """The IGU that the row would begin, if it is one that is not known here."""
    if measure is None or known.case is None or known.occupation or measure.kind != OccupationKind.IGU:
        return None
    return NewIgu(
        case=known.case,
        started_on=measure.started_on,
        minutes_a_week=measure.minutes_a_week,
        unit_id=known.unit.pk if known.unit else None,
        registered_on=known.registered_on,
    )


def known_of(rows: Sequence[Cells], read: Sequence[MeasureRow | None], by: User) -> list[Known]:
    """What is known of each row. Five queries, and one about what the list told before."""
    cases = cases_of(rows, by)
    dates = KeyDate.objects.dates_of([case.pk for case in cases if case], *DATES)
    told = [measure for measure in read if measure]
    companies = {each.cvr: each for each in Company.objects.filter(cvr__in={row.cvr for row in told})}
    numbers = {row.p_number for row in told}
    units = ProductionUnit.objects.filter(p_number__in=numbers - {""}).select_related("company")
    by_number = {unit.p_number: unit for unit in units}
    begun = Occupation.objects.filter(case__in={case.pk for case in cases if case})
    begun = list(begun.select_related("recorded_by").in_order())
    found = []
    for case, measure in zip(cases, read, strict=True):
        unit = by_number.get(measure.p_number) if measure else None
        company = companies.get(measure.cvr) if measure else None
        same = _same(measure, [each for each in begun if case and each.case_id == case.pk])
        about = Known(case, company or (unit.company if unit else None), unit, same)
        if case:
            about.takeover_on, about.registered_on = (dates.get((case.pk, event)) for event in DATES)
        found.append(about)
    _look_back(read, found)
    return found


def _look_back(read: Sequence[MeasureRow | None], found: Sequence[Known]) -> None:
    """What the list told the last time of what is known, and what is news since. One query."""
    keys = [known.occupation.public_id for known in found if known.occupation]
    before = last_received(Reported.MEASURE, keys)
    for measure, known in zip(read, found, strict=True):
        if measure and (ours := known.occupation):
            known.before = before.get(ours.public_id)
            told = at_issue(measure.told)
            if measure.minutes_a_week is None:
                del told[HOURS]
            if (
                measure.planned_last_on is None or ours.last_on
            ):  # what ended has no agreed day to be changed any more
                del told[ENDS]
            last = at_issue(known.before) if known.before else None
            known.news = news_of(told, ours=at_issue(measure_row(ours).facts), before=last)


def at_issue(facts: Facts) -> dict[str, Any]:
    """What a list may tell anew: the hours as one quantity, and the last day."""
    return {HOURS: (facts.get("hours_a_week"), facts.get("minutes_a_week")), ENDS: facts.get("ends_on", "")}


def _same(measure: MeasureRow | None, begun: Sequence[Occupation]) -> Occupation | None:
    """The one with this key, even if it was taken back here; else one like it that somebody typed."""
    if measure is None:
        return None
    by_key = next((each for each in begun if each.source_key == measure.key), None)
    typed = (each for each in begun if not each.source_key and not each.taken_back_at)
    alike = (each for each in typed if (each.kind, each.started_on) == (measure.kind, measure.started_on))
    return by_key or next(alike, None)
