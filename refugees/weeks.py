"""The hours of a week of people, read from the facts of their cases; what they mean is in week_hours.py."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _

from accounts.day import ONE_DAY
from accounts.models import User
from refugees.attended import attended
from refugees.hours import in_hours
from refugees.models import (
    BenefitPeriod,
    Case,
    CountedActivity,
    HoursCut,
    JobReadiness,
)
from refugees.models.week import hours_in
from refugees.takeover import rule_set
from refugees.week_hours import Line, Reading, Segment, Situation, Verdict, Week, week_of

ADULT = relativedelta(years=18)
STATES = {
    Verdict.ENOUGH: "met_in_time",
    Verdict.BELOW: "due_soon",
    Verdict.UNKNOWN: "paused",
    Verdict.NOT_ASKED: "void",
}


def weeks_of(cases: Iterable[Case], today: date) -> dict[int, Week]:
    """The week of each of these cases, by the key of the case. Eight queries, however many; people come with them."""
    rows = {case.pk: case for case in cases}
    keys = list(rows)
    dated = Case.objects.filter(pk__in=keys).with_takeover().values_list("pk", "takeover_on")
    takeover = dict(dated)
    benefits = _on(BenefitPeriod, keys, today, "kind")
    ready = _on(JobReadiness, keys, today, "is_ready")
    cuts = _on(HoursCut, keys, today, "minutes_a_week")
    segments = _segments(keys)
    return {
        pk: week_of(
            Situation(
                rules=rule_set(takeover.get(pk), case.permit_ground),
                takeover_on=takeover.get(pk),
                was_adult=_was_adult(case, takeover.get(pk)),
                benefit=benefits.get(pk, ""),
                is_ready=ready.get(pk, True),
                cut_to=cuts.get(pk),
            ),
            segments[pk],
            today,
        )
        for pk, case in rows.items()
    }


def _on(model: Any, keys: Sequence[int], day: date, name: str) -> dict[int, Any]:
    found = model.objects.standing().filter(case__in=keys, during__contains=day)
    return dict(found.values_list("case_id", name))


def _was_adult(case: Case, takeover_on: date | None) -> bool:
    """Of unknown age, everybody is taken for one, as the promises do."""
    born_on = case.person.born_on
    return born_on is None or takeover_on is None or born_on + ADULT <= takeover_on


def _segments(keys: Sequence[int]) -> dict[int, list[Segment]]:
    found = defaultdict(list)
    for each in attended(keys):
        words = f"{each.kind.label}, {each.name}" if each.name else str(each.kind.label)
        segment = Segment(each.kind, words, each.starts_on, each.ends_on, each.minutes_a_week)
        found[each.case_id].append(segment)
    for row in CountedActivity.objects.standing().filter(case__in=keys).order_by("during", "pk"):
        words = f"{row.get_kind_display()}, {row.about}" if row.about else row.get_kind_display()
        last_on = row.during.upper - ONE_DAY if row.during.upper else None
        found[row.case_id].append(Segment(row.kind, words, row.during.lower, last_on, row.minutes_a_week))
    return found


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as the page shows it: what, how long, what of it counts and by what."""

    words: str
    hours: str
    reading: str
    source: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class WeekShown:
    """The week of a case in words."""

    week: Week
    title: str
    state: str
    verdict: str
    lines: list[Shown]

    @property
    def asks(self) -> str:
        """Why so many hours are asked."""
        return str(self.week.asks.label)


def shown(week: Week) -> WeekShown:
    """A week in words: 22 of 37 hours."""
    counted, state = in_hours(week.counted), STATES[week.verdict]
    if week.asked is None:
        title = _("No number of hours is asked this week")
    else:
        title = _("%(counted)s of %(asked)s this week") % {"counted": counted, "asked": in_hours(week.asked)}
    return WeekShown(week, title, state, verdict_words(week), [_line(line) for line in week.lines])


def verdict_words(week: Week) -> str:
    """How the week stands."""
    missing = {"hours": in_hours(week.missing)}
    if week.verdict == Verdict.BELOW:
        return _("%(hours)s missing") % missing
    if week.verdict == Verdict.UNKNOWN:
        return _("%(hours)s missing, and not all hours are known") % missing
    return str(week.verdict.label)


def _line(line: Line) -> Shown:
    reading = "" if line.reading == Reading.UNKNOWN else str(line.reading.label)
    source = _("Integration Act %(paragraph)s") % {"paragraph": line.source} if line.source else ""
    return Shown(line.segment.words, hours_in(line.minutes), reading, source, line.is_open)


@dataclass(frozen=True, slots=True)
class Below:
    """Somebody whose week has fewer hours than are asked, as far as is known."""

    case: Case
    week: WeekShown


def below_hours(user: User, today: date) -> list[Below]:
    """The own people whose hours are too few, who lacks most first; those of whom it is not known stand last."""
    mine = Case.objects.whole_for(user).of_caseworker(user, today).open().select_related("person")
    cases = {case.pk: case for case in mine}
    weeks = weeks_of(cases.values(), today)
    order = [Verdict.BELOW, Verdict.UNKNOWN]
    found = [(pk, week) for pk, week in weeks.items() if week.verdict in order]
    found.sort(key=lambda each: (order.index(each[1].verdict), -each[1].missing, cases[each[0]].number))
    return [Below(cases[pk], shown(week)) for pk, week in found]
