"""Work on recalculations, a chunk of cases at a time: dry runs, new rules put to work, the nightly comparison.

Each chunk is one transaction that holds its row: what a killed worker had begun is undone, and the next one takes it
up. Any number of workers may be at one recalculation; none does what another did.
"""

import logging
import time
from collections.abc import Sequence

from accounts.day import today
from accounts.scope import system_scope
from goals.models import Purpose, Recalculation, RecalculationChunk, TrialLine
from goals.models.recalculation import hold_rules
from goals.refresh import Change, bring_up_to_date, differences
from goals.trying import try_out
from goals.verbs import Verb
from refugees import changes
from refugees.models import Case, CaseLine

logger = logging.getLogger(__name__)

# A lane that has worked so long lets others have a turn: a sweep never waits long behind a recalculation.
SECONDS_AT_A_TIME = 20


def lay_out(run_id: int) -> int:
    """Divide the cases into chunks, once; return how many are left to do."""
    with system_scope("recalculation: lay out"):
        run = Recalculation.objects.unfinished().filter(pk=run_id).first()
        if run is None:
            return 0
        left = run.lay_out()
    if not left:
        _finish(run_id)
    return left


def work(run_id: int, *, seconds: float = SECONDS_AT_A_TIME) -> bool:
    """Do chunk after chunk for a while; True once nothing is left that nobody is at."""
    started = time.monotonic()
    while _next_chunk(run_id):
        if time.monotonic() - started > seconds:
            return False
    _finish(run_id)
    return True


def carry_through(run_id: int) -> None:
    """All of it, here and now: for a command, and for tests of what is found."""
    lay_out(run_id)
    work(run_id, seconds=float("inf"))


def _next_chunk(run_id: int) -> bool:
    """Take the next chunk and do it, in one transaction. False when there is none to take."""
    with system_scope("recalculation"):
        chunk = RecalculationChunk.objects.take(run_id)
        if chunk is None:
            return False
        span = Case.objects.filter(pk__gte=chunk.first_case, pk__lte=chunk.last_case)
        case_ids = list(span.order_by("pk").values_list("pk", flat=True))
        return WORK[chunk.run.purpose](chunk, case_ids)


def _finish(run_id: int) -> None:
    with system_scope("recalculation: finish"):
        Recalculation.objects.get(pk=run_id).finish()


def _try_out(chunk: RecalculationChunk, case_ids: Sequence[int]) -> bool:
    """What the draft would do to them, line by line."""
    lines, found = try_out(chunk.run, case_ids, chunk.run.as_of)
    TrialLine.objects.bulk_create(lines, batch_size=1000)
    chunk.done(**found)
    return True


def _put_to_work(chunk: RecalculationChunk, case_ids: Sequence[int]) -> bool:
    """Derive them by the rules that hold now.

    Each promise that begins, moves, is kept or falls away by it, or does so no more, leaves a line on its case.
    """
    change = changes.Change(set(case_ids))
    list(Case.objects.filter(pk__any_of=case_ids).order_by("pk").select_for_update(no_key=True).only("pk"))
    with system_scope("new rules", by=chunk.run.started_by, change=change.id):
        changed = bring_up_to_date(case_ids, today())
        moved = [one for one in changed if one.old and one.was_due_on != one.row.due_on]
        told = [one for one in changed if one.stands_otherwise or one.was_due_on != one.row.due_on]
        CaseLine.objects.bulk_create(_line(one, change, chunk.run) for one in told)
    chunk.done(changed=len(changed), moved=len(moved))
    return True


def _line(one: Change, change: changes.Change, run: Recalculation) -> CaseLine:
    case_id, goal, standard, _occurrence = one.key
    was, is_now = one.was_due_on, one.row.due_on
    details = {"goal": goal, "standard": standard}
    is_moved = was and is_now and was != is_now
    if is_moved:
        details |= {"was": was.isoformat(), "date": is_now.isoformat()}
    return CaseLine(
        case_id=case_id,
        verb=Verb.RULES_MOVED if is_moved else Verb.RULES_CHANGED,
        by=run.started_by,
        happened_on=today(),
        change=change.id,
        details=details,
    )


def _compare(chunk: RecalculationChunk, case_ids: Sequence[int]) -> bool:
    """Put right what differs from its facts. What differs because new rules are on their way is left for later."""
    suspects = sorted({change.key[0] for change in differences(case_ids)})
    drifted: set[int] = set()
    if suspects:
        # Look again under the lock: a change in between is no drift.
        list(Case.objects.filter(pk__in=suspects).order_by("pk").select_for_update(no_key=True).only("pk"))
        hold_rules(shared=True)
        if Recalculation.objects.unfinished().filter(purpose=Purpose.RULES).exists():
            return False
        drifted = {change.key[0] for change in bring_up_to_date(suspects, today())}
    if drifted:
        # Nobody reads the row of a job every morning; whoever runs the system reads its errors.
        logger.error("the clocks of these cases differed from their facts: %s", sorted(drifted))
    chunk.done(drift=len(drifted))
    return True


WORK = {Purpose.TRIAL: _try_out, Purpose.RULES: _put_to_work, Purpose.NIGHTLY: _compare}
