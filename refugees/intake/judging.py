"""What will happen with each row: created, brought up to date, left as it is, decided by somebody, or not at all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Q

from refugees.intake.matching import Match, match_people
from refugees.intake.reading import Problem
from refugees.models import KeyDate
from refugees.models.arrival import Arrival, identity_keys
from refugees.models.intake_list import IntakeList
from refugees.models.intake_row import IntakeRow, Outcome
from refugees.takeover import Ambiguity, propose_takeover

HASHES = ("number_hash", "immigration_hash", "name_hash")


def judge(found: IntakeList, rows: Sequence[IntakeRow]) -> dict[int, Match]:
    """Say of each row what will happen. Any number of rows in a fixed number of queries; in the scope of the system.

    The rows are changed, not saved. Returns by line whom they are about.
    """
    for row in rows:
        row.number_hash, row.immigration_hash, row.name_hash = identity_keys(row.facts)
        row.is_on_first = _is_on_first(row)
    twins = _twins(found, rows)
    facts = {row.number: row.facts for row in rows if not _is_broken(row)}
    matches = match_people(facts, found.unit_id, list_id=found.pk)
    differing = _differing(rows, matches)
    for row in rows:
        match = matches.get(row.number, Match())
        row.match, row.likeness = match.person, match.likeness or ""
        row.match_version = match.person.version if match.person else None
        row.elsewhere_id = match.elsewhere_id
        row.twin, is_certain_twin = twins.get(row.number, (None, False))
        row.outcome = _outcome(row, match, is_certain_twin=is_certain_twin, differs=row.number in differing)
    return matches


def _is_broken(row: IntakeRow) -> bool:
    return any(not problem.is_warning for problem in row.found_problems if problem.code != CONTRADICTION)


CONTRADICTION = "two_people"


def _outcome(row: IntakeRow, match: Match, *, is_certain_twin: bool, differs: bool) -> Outcome:
    row.problems = [pair for pair in row.problems if pair[1] != CONTRADICTION]
    if match.is_contradictory:
        row.problems = [*row.problems, list(_as_pair(Problem("number", CONTRADICTION)))]
        return Outcome.CANNOT
    if _is_broken(row) or is_certain_twin or (match.elsewhere_id and match.is_certain):
        return Outcome.CANNOT
    if match.is_certain and match.case and not match.is_another_name:
        return Outcome.UPDATE if differs else Outcome.KNOWN
    if match.likeness or row.twin:
        return Outcome.DECIDE
    return Outcome.CREATE


def _as_pair(problem: Problem) -> tuple[str, str]:
    return str(problem.field), problem.code


def _is_on_first(row: IntakeRow) -> bool:
    """Whether the rule gives two takeover dates and somebody has to choose."""
    facts = row.facts
    proposed = propose_takeover(
        facts.permit_ground,
        allocated_on=facts.allocated_on,
        registered_on=facts.registered_on,
        permit_on=facts.permit_on,
        applied_in_denmark=bool(facts.applied_in_denmark),
    )
    return proposed == Ambiguity.FIRST_OF_MONTH


def _twins(found: IntakeList, rows: Sequence[IntakeRow]) -> dict[int, tuple[int, bool]]:
    """For a row, the first earlier line of the list about the same person, and whether that is certain."""
    wanted = Q()
    for name in HASHES:
        wanted |= Q(**{f"{name}__in": [getattr(row, name) for row in rows if getattr(row, name)]})
    lines: dict[bytes, set[int]] = defaultdict(set)
    mine = {row.number for row in rows}
    stored = IntakeRow.objects.filter(wanted, intake_list=found).exclude(decision="leave-out")
    for number, *hashes in stored.exclude(number__in=mine).values_list("number", *HASHES):
        for key in hashes:
            if key:
                lines[bytes(key)].add(number)
    for row in rows:
        for name in HASHES:
            if key := getattr(row, name):
                lines[bytes(key)].add(row.number)
    twins = {}
    for row in rows:
        certain = [_first(lines, row.number_hash, row), _first(lines, row.immigration_hash, row)]
        likely = _first(lines, row.name_hash, row)
        if earlier := min((line for line in certain if line), default=None):
            twins[row.number] = earlier, True
        elif likely:
            twins[row.number] = likely, False
    return twins


def _first(lines: Mapping[bytes, set[int]], key: bytes | None, row: IntakeRow) -> int | None:
    earlier = [line for line in lines.get(bytes(key) if key else b"", ()) if line < row.number]
    return min(earlier, default=None)


def _differing(rows: Sequence[IntakeRow], matches: Mapping[int, Match]) -> set[int]:
    """The lines that tell something new of their person."""
    cases = {match.case.pk: match.case for match in matches.values() if match.case}
    dates = dates_of(list(cases))
    return {
        row.number
        for row in rows
        if (case := matches.get(row.number, Match()).case)
        and any(not d.stands for d in Arrival(row.facts).differences(case, dates[case.pk]))
    }


def dates_of(case_ids: list[int]) -> Mapping[int, dict[str, KeyDate]]:
    """The current dates of these cases, by case and event."""
    found: dict[int, dict[str, KeyDate]] = defaultdict(dict)
    for row in KeyDate.objects.current().filter(case_id__in=case_ids) if case_ids else ():
        found[row.case_id][row.event] = row
    return found
