"""From the facts of any number of cases to their clocks, in a fixed number of queries. Reads, never writes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.backends.postgresql.psycopg_any import DateRange

from goals import registry
from goals.models import Clock, Extension, GoalVersion, Pause, Suspension
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
    terms_for,
)
from goals.stops import stops_of
from refugees.events import KeyEvent
from refugees.models import BenefitPeriod, Case, KeyDate
from refugees.takeover import rule_set

Key = tuple[int, str, str, str]


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


@dataclass(frozen=True, slots=True)
class Derived:
    """What the clocks of some cases must be, by key; and what started at all, whether a promise covers it or not."""

    rows: dict[Key, Row]
    started: set[tuple[int, str, str]]
    traits: dict[int, Traits]

    def row_for(self, key: Key, stored: Row) -> Row:
        """What a stored clock must be. No longer covered, or started by no fact: void from its first day.

        Whose case it is now is said of such a clock too: its unit decides who may see it.
        """
        if row := self.rows.get(key):
            return row
        case_id, goal, _standard, occurrence = key
        stored = stored._replace(**_about(self.traits[case_id]))
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

    Only the facts of goals that some version is about are read.
    """
    rules = by_goal(GoalVersion.objects.terms() if versions is None else versions)
    traits = read_traits(case_ids)
    pauses = _periods(Pause.objects.standing().filter(case_id__any_of=case_ids), "ground")
    granted = Extension.objects.days_by_clock(case_ids)
    suspensions = Suspension.objects.periods()
    covered = _covering(rules, traits)
    rows: dict[Key, Row] = {}
    started = set()
    for reader in registry.readers(rules):
        for facts in reader(case_ids):
            case_id, goal, occurrence = facts.case_id, facts.goal, facts.occurrence
            about = traits[case_id]
            started.add((case_id, goal, occurrence))
            for terms in terms_for(covered[case_id], facts):
                stops = stops_of(terms, pauses.get(case_id, ()), suspensions)
                key = (case_id, goal, terms.standard, occurrence)
                result = reckon(facts, terms, stops, granted.get(key, 0), about.benefits)
                rows[key] = _row(facts, terms, about, result)
    return Derived(rows, started, traits)


def read_traits(case_ids: Sequence[int]) -> dict[int, Traits]:
    """What decides which promises cover these cases, in three queries."""
    takeover = KeyDate.objects.dates_of(case_ids, KeyEvent.TAKEOVER)
    benefits = _periods(BenefitPeriod.objects.standing().filter(case_id__any_of=case_ids), "kind")
    cases = Case.objects.filter(pk__any_of=case_ids)
    traits = {}
    for pk, unit_id, ground, born_on in cases.values_list(
        "pk", "unit_id", "permit_ground", "person__born_on"
    ):
        takeover_on = takeover.get((pk, KeyEvent.TAKEOVER))
        traits[pk] = Traits(
            case_id=pk,
            unit_id=unit_id,
            permit_ground=ground,
            rule_set=rule_set(takeover_on, ground),
            takeover_on=takeover_on,
            born_on=born_on,
            benefits=tuple(benefits[pk]),
        )
    return traits


def _periods(rows: Any, ground: str) -> dict[int, list[Period]]:
    """Dated periods by case, in order."""
    found = defaultdict(list)
    for case_id, during, word in rows.order_by("during").values_list("case_id", "during", ground):
        found[case_id].append(Period(during.lower, during.upper, word))
    return found


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


def _row(facts: Facts, terms: Terms, about: Traits, result: Reckoning) -> Row:
    return Row(
        **_about(about),
        version_id=terms.version_id,
        starts_on=result.starts_on,
        before_on=result.before_on,
        base_due_on=result.base_due_on,
        due_on=result.due_on,
        warn_on=result.warn_on,
        planned_on=result.planned_on,
        reached_on=list(facts.reached_on),
        met_on=result.met_on,
        void_on=result.void_on,
        void_reason=str(result.void_reason or ""),
        paused=[DateRange(period.start, period.end) for period in result.paused],
        compartment=registry.get(facts.goal).compartment,
    )


def _about(traits: Traits) -> dict[str, Any]:
    """What a clock says of its case, because figures filter by it."""
    return {
        "unit_id": traits.unit_id,
        "permit_ground": traits.permit_ground,
        "rule_set": str(traits.rule_set or ""),
        "taken_over_on": traits.takeover_on,
    }


@dataclass(frozen=True, slots=True)
class Stored:
    """A clock as it is stored."""

    pk: int
    flagged_on: date | None
    row: Row


def stored(case_ids: Sequence[int], *, lock: bool = False, **only: str) -> dict[Key, Stored]:
    """The stored clocks of these cases, by key. `lock`: a sweep that is flagging one finishes first and is seen."""
    clocks = Clock.objects.filter(case_id__any_of=case_ids, **only)
    if lock:
        clocks = clocks.order_by("pk").select_for_update(no_key=True)
    rows = clocks.values_list(*KEY, "pk", "flagged_on", *DERIVED)
    return {row[:4]: Stored(row[4], row[5], Row._make(row[6:])) for row in rows.iterator(chunk_size=5000)}


def dates_by_case(case_ids: Sequence[int], *events: KeyEvent) -> dict[int, dict[str, date]]:
    """The current dates of events, by case: what most readers of facts begin with."""
    found: dict[int, dict[str, date]] = defaultdict(dict)
    for (case_id, event), on in KeyDate.objects.dates_of(case_ids, *events).items():
        found[case_id][event] = on
    return found
