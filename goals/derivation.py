"""From the facts of any number of cases to their clocks, in a fixed number of queries. Reads, never writes."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Self

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from accounts.lookups import Question
from goals import registry
from goals.cases import KEY_DATES, OPENED, PAUSES, Cases, key_dates, opened, pauses
from goals.models import Clock, Extension, GoalVersion, Suspension
from goals.models.version import terms_of
from goals.reckoning import (
    Facts,
    Fell,
    Period,
    Reckoning,
    Rules,
    Terms,
    Traits,
    by_goal,
    covering,
    reckon,
)
from goals.stops import stops_of
from refugees.events import KeyEvent
from refugees.models import BenefitPeriod
from refugees.takeover import rule_set

Key = tuple[int, str, str, str]
# Unit, permit ground, rule set and takeover: the first columns of a Row.
About = tuple[int, str, str, date | None]


class Row(NamedTuple):
    """What a refresh compares and writes of a clock: everything but its key and its flag. Columns, in their order."""

    unit_id: int
    permit_ground: str
    rule_set: str
    taken_over_on: date | None
    version_id: int
    starts_on: date
    before_on: date | None
    base_due_on: date | None
    due_on: date | None
    warn_on: date | None
    planned_on: date | None
    reached_on: list[date]
    met_on: date | None
    void_on: date | None
    void_reason: str
    paused: list[DateRange]
    compartment: str


KEY = ("case_id", "goal", "standard", "occurrence")
DERIVED = Row._fields
ABOUT = DERIVED.index("version_id")


VERSIONS = Question(lambda cases: GoalVersion.objects.said())
SUSPENDED = Question(lambda cases: Suspension.objects.periods())
GRANTED = Question(lambda cases: Extension.objects.days_by_clock(cases))
BENEFITS = Question(
    lambda cases: (
        BenefitPeriod.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by("during")
        .values_list("case_id", "during", "kind", "pk")
    )
)


def questions(goals: Container[str] | None = None) -> list[Question]:
    """All that a derivation asks of its cases: of these goals, or of all.

    Asked together. For one case, a round trip each took half of the time.
    """
    own = [VERSIONS, SUSPENDED, GRANTED, BENEFITS, KEY_DATES, OPENED, PAUSES]
    return list(dict.fromkeys([*own, *registry.questions(goals)]))


@dataclass(frozen=True)
class Derived:
    """What the clocks of some cases must be, by key; and the facts they follow from, whether a promise covers them or
    not."""

    rows: dict[Key, Row]
    facts: list[Facts]
    traits: dict[int, Traits]

    @cached_property
    def started(self) -> set[tuple[int, str, str]]:
        """What started at all. Only asked where a stored clock follows from nothing any more."""
        return {(facts.case_id, facts.goal, facts.occurrence) for facts in self.facts}

    def row_for(self, key: Key, stored: Row) -> Row:
        """What a stored clock must be. No longer covered, or started by no fact: void from its first day.

        Whose case it is now is said of such a clock too: its unit decides who may see it.
        """
        if row := self.rows.get(key):
            return row
        case_id, goal, _standard, occurrence = key
        stored = Row(*_about(self.traits[case_id]), *stored[ABOUT:])
        reason = Fell.NOT_COVERED if (case_id, goal, occurrence) in self.started else Fell.WITHDRAWN
        if stored.void_reason == reason and stored.void_on == stored.starts_on:
            return stored
        return stored._replace(
            met_on=None,
            planned_on=None,
            reached_on=[],
            void_on=stored.starts_on,
            void_reason=str(reason),
        )


def derive(case_ids: Sequence[int], versions: Iterable[Terms] | None = None) -> Derived:
    """What the clocks of these cases must be. `versions`: other rules than those in force, for a dry run.

    With these, only the facts of goals that they are about are read. Everything is read in one round trip.
    """
    cases = Cases.of(case_ids)
    rules = None if versions is None else by_goal(versions)
    cases.ask(questions(rules))
    if rules is None:
        rules = by_goal(map(terms_of, cases.answer(VERSIONS)))
    traits = read_traits(cases)
    stopped = {
        case_id: [Period(row.during.lower, row.during.upper, row.ground) for row in rows if row.stands]
        for case_id, rows in cases.once(pauses).items()
    }
    granted: dict[Key, int] = {row[:4]: row[4] for row in cases.answer(GRANTED)}
    suspensions = [(frozenset(goals), Period(p.lower, p.upper)) for goals, p in cases.answer(SUSPENDED)]
    covered = _covering(rules, traits)
    said = {case_id: _about(of_case) for case_id, of_case in traits.items()}
    rows: dict[Key, Row] = {}
    every = []
    for reader in registry.readers(rules):
        for facts in reader(cases):
            every.append(facts)
            case_id, goal, occurrence, starts_on = facts[:4]
            for terms in covered[case_id].get(goal, ()):
                if not terms.is_for(starts_on):
                    continue
                stops = stops_of(terms, stopped.get(case_id, ()), suspensions)
                key = (case_id, goal, terms.standard, occurrence)
                result = reckon(facts, terms, stops, granted.get(key, 0), traits[case_id].benefits)
                rows[key] = _row(facts, terms, said[case_id], result)
    return Derived(rows, every, traits)


def read_traits(case_ids: Sequence[int]) -> dict[int, Traits]:
    """What decides which promises cover these cases, from three questions."""
    cases = Cases.of(case_ids)
    dates = cases.once(key_dates)
    benefits = defaultdict(list)
    for case_id, during, kind, _pk in cases.answer(BENEFITS):
        benefits[case_id].append(Period(during.lower, during.upper, kind))
    traits = {}
    for pk, row in cases.once(opened).items():
        takeover_on = dates[pk].get(KeyEvent.TAKEOVER)
        traits[pk] = Traits(
            case_id=pk,
            unit_id=row.unit_id,
            permit_ground=row.permit_ground,
            rule_set=rule_set(takeover_on, row.permit_ground),
            takeover_on=takeover_on,
            born_on=row.born_on,
            benefits=tuple(benefits[pk]),
        )
    return traits


def _covering(rules: Rules, traits: dict[int, Traits]) -> dict[int, Rules]:
    """The versions that cover each case; worked out once for all cases of a kind."""
    known: dict[tuple, Rules] = {}
    found = {}
    for case_id, about in traits.items():
        kind = about.kind
        if kind not in known:
            known[kind] = covering(rules, about)
        found[case_id] = known[kind]
    return found


def _row(facts: Facts, terms: Terms, about: About, result: Reckoning) -> Row:
    # In the order of the columns: by their names it takes twice as long, and this is done for every clock there is.
    return Row(
        *about,
        terms.version_id,
        result.starts_on,
        result.before_on,
        result.base_due_on,
        result.due_on,
        result.warn_on,
        result.planned_on,
        list(facts.reached_on),
        result.met_on,
        result.void_on,
        str(result.void_reason or ""),
        [DateRange(period.start, period.end) for period in result.paused] if result.paused else [],
        registry.get(facts.goal).compartment,
    )


def _about(traits: Traits) -> About:
    """What a clock says of its case, because figures filter by it."""
    return traits.unit_id, traits.permit_ground, str(traits.rule_set or ""), traits.takeover_on


class Stored(NamedTuple):
    """A clock as it is stored."""

    pk: int
    flagged_on: date | None
    row: Row

    @classmethod
    def of(cls, values: tuple) -> Self:
        """From a row of `STORED`."""
        return cls(values[4], values[5], Row._make(values[6:]))


def _stored(case_ids: Sequence[int]) -> QuerySet:
    clocks = Clock.objects.filter(case_id__any_of=case_ids)
    return clocks.values_list(*KEY, "pk", "flagged_on", *DERIVED)


STORED = Question(_stored)
HELD = Question(lambda cases: _stored(cases).order_by("pk").select_for_update(no_key=True))


def stored(case_ids: Sequence[int], *, lock: bool = False, **only: str) -> dict[Key, Stored]:
    """The stored clocks of these cases, by key. `lock`: a sweep that is flagging one finishes first and is seen."""
    cases = Cases.of(case_ids)
    rows = _stored(cases).filter(**only) if only else cases.answer(HELD if lock else STORED)
    return {row[:4]: Stored.of(row) for row in rows}


def dates_by_case(case_ids: Sequence[int], *events: KeyEvent) -> dict[int, dict[str, date]]:
    """The current dates of these events, by case: what most readers of facts begin with. Read once for all of them."""
    dates = Cases.of(case_ids).once(key_dates)
    return {pk: {event: dates[pk][event] for event in events if event in dates[pk]} for pk in case_ids}
