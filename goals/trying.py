"""What a draft would do to the deadlines of some cases. Reads and compares; writes nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from goals.derivation import Key, Row, derive, stored
from goals.models import GoalVersion, Recalculation, TrialLine, VersionDraft
from goals.reckoning import Terms
from goals.standing import state_on


def rules_with(draft: VersionDraft) -> list[Terms]:
    """The wordings of this promise as they would stand with the draft in force."""
    replaced = draft.replaces()
    versions = list(GoalVersion.objects.of(draft.goal, draft.standard))
    for version in versions:
        if version == replaced:
            version.valid = DateRange(version.valid.lower, draft.valid_from)
    return [*(version.terms() for version in versions), draft.terms()]


def try_out(run: Recalculation, case_ids: Sequence[int], day: date) -> tuple[list[TrialLine], Counter[str]]:
    """The deadlines of these cases that the draft would change, and how many clocks it would do what to."""
    draft = run.draft
    derived = derive(case_ids, rules_with(draft))
    known = stored(case_ids, goal=draft.goal, standard=draft.standard)
    lines, found = [], Counter(clocks=len(derived.rows.keys() | known.keys()))
    for key in derived.rows.keys() | known.keys():
        old = known[key].row if key in known else None
        new = derived.row_for(key, old) if old else derived.rows[key]
        line = _line(run, key, old, new, day)
        if line.rank():
            lines.append(line)
            found.update(effect.value for effect in line.effects)
    found["changed"] = len(lines)
    return lines, found


def _line(run: Recalculation, key: Key, old: Row | None, new: Row, day: date) -> TrialLine:
    case_id, goal, standard, occurrence = key
    return TrialLine(
        run=run,
        case_id=case_id,
        unit_id=new.unit_id,
        goal=goal,
        standard=standard,
        occurrence=occurrence,
        compartment=new.compartment,
        starts_on=new.starts_on,
        old_due_on=old.due_on if old else None,
        new_due_on=new.due_on,
        old_state=str(state_on(old, day)) if old else "",
        new_state=str(state_on(new, day)),
        was_covered=bool(old and old.void_reason not in UNCOVERED),
        is_covered=new.void_reason not in UNCOVERED,
    )


# Clocks that are kept although no promise, or no fact, stands behind them any more.
UNCOVERED = {"not-covered", "withdrawn"}
