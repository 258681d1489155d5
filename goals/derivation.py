"""From the facts of any number of cases to their clocks, in a fixed number of queries. Reads, never writes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from goals import registry
from goals.models import Clock, Extension, GoalVersion, Pause
from goals.reckoning import Facts, Period, Reckoning, Terms, Traits, reckon, terms_for
from refugees.events import KeyEvent
from refugees.models import BenefitPeriod, Case, KeyDate
from refugees.takeover import rule_set

Key = tuple[int, str, str, str]

# What a refresh compares and writes; everything but the key and the flag.
DERIVED = (
    "unit_id",
    "permit_ground",
    "rule_set",
    "taken_over_on",
    "version_id",
    "starts_on",
    "before_on",
    "base_due_on",
    "due_on",
    "warn_on",
    "planned_on",
    "met_on",
    "void_on",
    "void_reason",
    "paused",
    "compartment",
)


def derive(case_ids: Sequence[int]) -> dict[Key, dict[str, Any]]:
    """What the clocks of these cases must be, by key: the values of DERIVED."""
    versions = [version.terms() for version in GoalVersion.objects.all()]
    traits = read_traits(case_ids)
    pauses = _periods(Pause.objects.standing().filter(case_id__in=case_ids), "ground")
    granted = Extension.objects.days_by_clock(case_ids)
    clocks = {}
    for reader in registry.readers():
        for facts in reader(case_ids):
            about = traits[facts.case_id]
            for terms in terms_for(versions, facts, about):
                stops = [p for p in pauses[facts.case_id] if p.ground in terms.pausing_grounds]
                key = (facts.case_id, facts.goal, terms.standard, facts.occurrence)
                result = reckon(facts, terms, stops, granted.get(key, 0), about.benefits)
                clocks[key] = _row(facts, terms, about, result)
    return clocks


def read_traits(case_ids: Sequence[int]) -> dict[int, Traits]:
    """What decides which promises cover these cases, in three queries."""
    takeover = KeyDate.objects.dates_of(case_ids, KeyEvent.TAKEOVER)
    benefits = _periods(BenefitPeriod.objects.filter(case_id__in=case_ids), "kind")
    cases = Case.objects.filter(pk__in=case_ids)
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


def _row(facts: Facts, terms: Terms, about: Traits, result: Reckoning) -> dict[str, Any]:
    row = asdict(result)
    row["paused"] = [DateRange(period.start, period.end) for period in result.paused]
    row["void_reason"] = str(result.void_reason or "")
    return row | {
        "unit_id": about.unit_id,
        "permit_ground": about.permit_ground,
        "rule_set": str(about.rule_set or ""),
        "taken_over_on": about.takeover_on,
        "version_id": terms.version_id,
        "compartment": registry.get(facts.goal).compartment,
    }


def fallen(clock: Clock) -> dict[str, Any]:
    """What a stored clock becomes when no fact starts it any more: void from its first day."""
    row = {name: getattr(clock, name) for name in DERIVED}
    if clock.void_reason in {"withdrawn"} and clock.void_on == clock.starts_on:
        return row
    return row | {"met_on": None, "planned_on": None, "void_on": clock.starts_on, "void_reason": "withdrawn"}


def differs(clock: Clock, row: dict[str, Any]) -> bool:
    """Whether what is stored is not what follows from the facts."""
    return any(getattr(clock, name) != row[name] for name in DERIVED)


def dates_by_case(case_ids: Sequence[int], *events: KeyEvent) -> dict[int, dict[str, date]]:
    """The current dates of events, by case: what most readers of facts begin with."""
    found: dict[int, dict[str, date]] = defaultdict(dict)
    for (case_id, event), on in KeyDate.objects.dates_of(case_ids, *events).items():
        found[case_id][event] = on
    return found
