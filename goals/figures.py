"""The figures: how the promises are kept, in numbers of people. THE NUMBER IS THE LIST.

Whatever a screen counts it counts with `promises(...)`, and the list that a number opens is the same queryset; so a
number can never differ from what it opens. Law, City and internal defaults are never mixed in one figure.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, F, IntegerField, Max, Min, QuerySet, TextChoices, Value, Window
from django.db.models.functions import Cast, RowNumber
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from goals import registry
from goals.models import Clock, ClockBelief, FigureSummary, GoalVersion, Standard, State
from goals.models.clock_dates import ClockDatesQuerySet, Element, on_day
from goals.models.figure_summary import last_months
from goals.models.wording import standard_words
from goals.statistics import Margin, wilson
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate


class Outcome(TextChoices):
    """How a promise to one person stands in the figures. Every person is in exactly one."""

    IN_TIME = "in_time", _("In time")
    LATE = "late", _("Met, but late")
    WAITING = "waiting", _("Still waiting, over the deadline")
    MISSED = "missed", _("Fell away unmet, after the deadline")
    INSIDE = "inside", _("Still inside the deadline")
    PAUSED = "paused", _("Paused")
    NOT_STARTED = "not_started", _("Not started")
    FELL_AWAY = "fell_away", _("Fell away")


# Least good first. A promise that began again (after an exemption) counts once a person, by the first of these that
# one of its clocks has: no second try hides a first that was late, and whoever waits now is seen to wait.
OUTCOME_OF = {
    State.OVER: Outcome.WAITING,
    State.MISSED: Outcome.MISSED,
    State.MET_LATE: Outcome.LATE,
    State.DUE_SOON: Outcome.INSIDE,
    State.RUNNING: Outcome.INSIDE,
    State.MET_IN_TIME: Outcome.IN_TIME,
    State.PAUSED: Outcome.PAUSED,
    State.NOT_STARTED: Outcome.NOT_STARTED,
    State.VOID: Outcome.FELL_AWAY,
}
# Kept, or the deadline has passed: what a share is a share of.
DECIDED = (Outcome.IN_TIME, Outcome.LATE, Outcome.WAITING, Outcome.MISSED)
# Left out of every share, and said so.
LEFT_OUT = (Outcome.PAUSED, Outcome.NOT_STARTED, Outcome.FELL_AWAY)
# What a number may be a number of: one outcome, or several together. The words stand in the list's title.
SELECTIONS = {outcome.value: ((outcome,), outcome.label) for outcome in Outcome} | {
    "decided": (DECIDED, _("Decided: kept, or the deadline has passed")),
    "counted": ((*DECIDED, Outcome.INSIDE), _("Decided, or still inside the deadline")),
    "left_out": (LEFT_OUT, _("Left out: paused, not started, fell away")),
    "everybody": (tuple(Outcome), _("Everybody")),
}


@dataclass(frozen=True, slots=True)
class Population:
    """Whom the figures are about. None, or empty, means all that the reader may see."""

    arrived_from: date | None = None
    arrived_until: date | None = None  # the last day that counts
    unit_id: int | None = None
    permit_ground: str = ""
    rule_set: str = ""
    cases: QuerySet | None = None  # a query of cases: only these
    unit_ids: tuple[int, ...] | None = None  # of several units: only these

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of takeover, 0 for any; None where a year is cut in two."""
        first, last = self.arrived_from, self.arrived_until
        is_whole = (first is None or (first.month, first.day) == (1, 1)) and (
            last is None or (last.month, last.day) == (12, 31)
        )
        return (first.year if first else 0, last.year if last else 0) if is_whole else None

    def of(self, clocks: ClockDatesQuerySet) -> ClockDatesQuerySet:
        """Only the clocks of these people."""
        wanted = {
            "unit_id": self.unit_id,
            "permit_ground": self.permit_ground,
            "rule_set": self.rule_set,
            "taken_over_on__gte": self.arrived_from,
            "taken_over_on__lte": self.arrived_until,
        }
        clocks = clocks.filter(**{name: value for name, value in wanted.items() if value})
        if self.unit_ids is not None:
            clocks = clocks.filter(unit_id__in=self.unit_ids)
        return clocks if self.cases is None else clocks.filter(case__in=self.cases)


def promises(
    user: User,
    population: Population,
    day: date,
    *,
    goal: str = "",
    standard: str = "",
    known: date | None = None,
) -> ClockDatesQuerySet:
    """One clock a person, goal and standard, with its state on that day: what is counted, and what is listed.

    `known`: as it was believed at the end of which day; None is now. What was believed then is counted for the unit
    that had the case then, so its figure of then stays what it was.

    `rank` says, for the person, which of OUTCOME_OF counts. It is a window over all clocks of the person, so a
    filter by it can never hide the clock that counts behind a better one.
    """
    clocks = _ranked(user, population, day, goal=goal, standard=standard, known=known)
    person = [F("goal"), F("standard"), F("case")]
    return clocks.annotate(
        rank=Window(Min("own_rank"), partition_by=person),
        place=Window(
            RowNumber(), partition_by=person, order_by=["own_rank", F("starts_on"), F("occurrence")]
        ),
    ).filter(place=1)


def _ranked(
    user: User,
    population: Population,
    day: date,
    *,
    goal: str = "",
    standard: str = "",
    known: date | None = None,
) -> ClockDatesQuerySet:
    """Every clock of these people, with its own place in OUTCOME_OF."""
    clocks = population.of(_clocks(known).visible_to(user)).at(day)
    if goal:
        clocks = clocks.filter(goal=goal)
    if standard:
        clocks = clocks.filter(standard=standard)
    return outcomes(clocks, day)


def outcomes(clocks: ClockDatesQuerySet, day: date) -> ClockDatesQuerySet:
    """Clocks with `own_rank`: the place in OUTCOME_OF of their state on that day."""
    # From the dates at once: of a hundred thousand states, the words and their places took longer than all the rest.
    places = {state: place for place, state in enumerate(OUTCOME_OF, start=1)}
    return clocks.annotate(own_rank=on_day(day, places, IntegerField()))


def _clocks(known: date | None) -> ClockDatesQuerySet:
    """The clocks as they are, or as they were believed to be."""
    return Clock.objects.all() if known is None else ClockBelief.objects.known_on(known)


def selected(clocks: ClockDatesQuerySet, selection: str) -> ClockDatesQuerySet:
    """Only those whom one of the SELECTIONS means. Raises KeyError for a word that is none."""
    outcomes, _words = SELECTIONS[selection]
    ranks = [rank for rank, outcome in enumerate(OUTCOME_OF.values(), start=1) if outcome in outcomes]
    return clocks.filter(rank__in=ranks)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the scoreboard: how one promise of one standard stands, in people."""

    goal: registry.Goal
    standard: Standard
    version: GoalVersion
    numbers: Mapping[Outcome, int]

    @property
    def whose(self) -> str:
        """Whose promise it is, and whether that is our reading."""
        return standard_words(self.goal.key, self.standard)

    def count(self, *outcomes: Outcome) -> int:
        """How many people have one of these outcomes."""
        return sum(self.numbers.get(outcome, 0) for outcome in outcomes)

    @property
    def in_time(self) -> int:
        """Kept by the last day in time."""
        return self.count(Outcome.IN_TIME)

    @property
    def decided(self) -> int:
        """Kept, or the deadline has passed: neither success nor failure is still open."""
        return self.count(*DECIDED)

    @property
    def counted(self) -> int:
        """Decided, and those still inside their deadline."""
        return self.count(*DECIDED, Outcome.INSIDE)

    @property
    def margin(self) -> Margin | None:
        """The share in time of those decided, with its 95 % margin; None while nobody is."""
        return wilson(self.in_time, self.decided)


def scoreboard(user: User, population: Population, day: date, *, known: date | None = None) -> list[Figure]:
    """Every promise there is a version of, in the order of declaration; law, then City, then internal default.

    What was known on a day that is over has been summed up; whatever is not, is counted here and now.
    """
    versions = _versions()
    counts = FigureSummary.objects.counts(user, population, day) if known == day else None
    if counts is None:
        counts = _counts(_ranked(user, population, day, known=known), versions)
    numbers: dict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
    by_rank = list(OUTCOME_OF.values())
    for goal, standard, rank, people in counts:
        numbers[goal, standard][by_rank[rank - 1]] += people
    return [
        Figure(goal, standard, version, numbers[goal.key, standard])
        for goal, standard, version in promised(day, versions)
    ]


def promised(
    day: date, versions: Sequence[GoalVersion] | None = None
) -> list[tuple[registry.Goal, Standard, GoalVersion]]:
    """Every promise that has a version, with the wording of that day, in the order of the scoreboard."""
    words = _versions_on(day, _versions() if versions is None else versions)
    return [
        (goal, standard, words[goal.key, standard])
        for goal in registry.all_goals()
        for standard in Standard
        if (goal.key, standard) in words
    ]


def summed_up_instead(user: User, population: Population, today: date) -> date | None:
    """The last day that was summed up, where counting these people now would keep the reader waiting; else None."""
    day = FigureSummary.objects.filter(day__lt=today).aggregate(last=Max("day"))["last"]
    if day is None:
        return None
    if (population.arrived_from, population.arrived_until) == last_months(today):
        first, last = last_months(day)
        population = replace(population, arrived_from=first, arrived_until=last)
    counts = FigureSummary.objects.counts(user, population, day)
    return day if counts and sum(row[-1] for row in counts) > settings.COUNT_AT_ONCE else None


def _counts(clocks: ClockDatesQuerySet, versions: Sequence[GoalVersion]) -> list[tuple[str, str, int, int]]:
    """How many people have which rank, of each goal and standard.

    Each person is counted by the least of their ranks, as `promises` lists them by it; grouping needs no order among
    the clocks of a person, which is most of what the list costs. Nor does it need the words: every version is of one
    promise, and person and promise in one number take a third less time than person, goal and standard. Tests hold
    number and list together.
    """
    names = sorted({(version.goal, version.standard) for version in versions})
    places = [0] * max((version.pk for version in versions), default=0)
    for version in versions:
        places[version.pk - 1] = names.index((version.goal, version.standard))
    promise = Element(Value(places, ArrayField(IntegerField())), F("version_id"))
    person = Cast("case_id", BigIntegerField()) * len(names) + promise
    people = clocks.order_by().values(person=person).annotate(rank=Min("own_rank"))
    grouped, parameters = people.query.sql_with_params()
    with connection.cursor() as cursor:
        # As many people as a city has are grouped in memory; with less of it they would go through files.
        cursor.execute(
            "SET LOCAL work_mem = '64MB';"  # noqa: S608 - our own words
            f" SELECT mod(person, %s), rank, count(*) FROM ({grouped}) AS person GROUP BY 1, 2",
            [len(names), *parameters],
        )
        cursor.nextset()
        return [(*names[promise], rank, people) for promise, rank, people in cursor.fetchall()]


def _versions() -> list[GoalVersion]:
    return list(GoalVersion.objects.order_by("valid"))


def _versions_on(day: date, versions: Sequence[GoalVersion]) -> dict[tuple[str, str], GoalVersion]:
    """The wording in force on that day of each goal and standard; of one no longer in force, the last."""
    words: dict[tuple[str, str], GoalVersion] = {}
    for version in versions:
        key = (version.goal, version.standard)
        if key not in words or version.valid.lower <= day:
            words[key] = version
    return words


def years_of_arrival(user: User) -> list[int]:
    """The years in which somebody this person may see was taken over, latest first."""
    takeovers = KeyDate.objects.current().of(KeyEvent.TAKEOVER)
    mine = takeovers.filter(case__in=Case.objects.whole_for(user))
    return [first.year for first in mine.dates("on", "year", order="DESC")]
