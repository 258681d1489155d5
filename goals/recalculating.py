"""Work on recalculations, a chunk of cases at a time: dry runs, new rules put to work, the nightly comparison.

Each chunk is one transaction that holds its row: what a killed worker had begun is undone, and the next one takes it
up. Any number of workers may be at one recalculation; none does what another did. A case that cannot be derived holds
up no other: it is tried again some minutes later, and given up in the end, where somebody sees it.
"""

import logging
import time
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction

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
    """Take the next chunk and do it, in one transaction. False when there is none to take, or none for now."""
    with system_scope("recalculation"):
        chunk = RecalculationChunk.objects.take(run_id)
        return chunk is not None and _do(chunk)


def _do(chunk: RecalculationChunk) -> bool:
    """Do all cases of a chunk together; if that fails, each by itself, so that one costs the others nothing."""
    case_ids = chunk.case_ids()
    try:
        with transaction.atomic():
            found = WORK[chunk.run.purpose](chunk, case_ids)
    except SoftTimeLimitExceeded:
        raise
    except Exception:  # whatever a pillar stumbles over; which case it is will be seen below
        logger.exception("%s failed; its cases are tried one by one", chunk)
        return _one_by_one(chunk, case_ids)
    if found is not None:
        chunk.done(found)
    return found is not None


def _one_by_one(chunk: RecalculationChunk, case_ids: Sequence[int]) -> bool:
    found: Counter[str] = Counter()
    stuck, errors = [], []
    for case_id in case_ids:
        try:
            with transaction.atomic():
                of_case = WORK[chunk.run.purpose](chunk, [case_id])
        except SoftTimeLimitExceeded:
            raise
        except Exception as error:  # the others must not wait for this one
            logger.error("case %s could not be derived: %s", case_id, _what_and_where(error))
            stuck.append(case_id)
            errors.append(_what_and_where(error))
        else:
            if of_case is None:
                return False
            found.update(of_case)
    if stuck:
        chunk.failed(stuck, errors[0], found)
    else:
        chunk.done(found)
    return True


def _what_and_where(error: Exception) -> str:
    """The kind of an error and the place in our code; not its words, which may tell of a person."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename]
    place = (ours or frames)[-1]
    file = PurePath(place.filename)
    return f"{type(error).__name__}, {file.parent.name}/{file.name}:{place.lineno}"


def _finish(run_id: int) -> None:
    with system_scope("recalculation: finish"):
        Recalculation.objects.get(pk=run_id).finish()


Found = Mapping[str, int] | None  # None: not now


def _try_out(chunk: RecalculationChunk, case_ids: Sequence[int]) -> Found:
    """What the draft would do to them, line by line."""
    lines, found = try_out(chunk.run, case_ids, chunk.run.as_of)
    TrialLine.objects.bulk_create(lines, batch_size=1000)
    return found


def _put_to_work(chunk: RecalculationChunk, case_ids: Sequence[int]) -> Found:
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
    return {"changed": len(changed), "moved": len(moved)}


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


def _compare(chunk: RecalculationChunk, case_ids: Sequence[int]) -> Found:
    """Put right what differs from its facts. What differs because new rules are on their way is left for later."""
    suspects = sorted({change.key[0] for change in differences(case_ids)})
    drifted: set[int] = set()
    if suspects:
        # Look again under the lock: a change in between is no drift.
        list(Case.objects.filter(pk__in=suspects).order_by("pk").select_for_update(no_key=True).only("pk"))
        hold_rules(shared=True)
        if Recalculation.objects.unfinished().filter(purpose=Purpose.RULES).exists():
            return None
        drifted = {change.key[0] for change in bring_up_to_date(suspects, today())}
    if drifted:
        # Nobody reads the row of a job every morning; whoever runs the system reads its errors.
        logger.error("the clocks of these cases differed from their facts: %s", sorted(drifted))
    return {"drift": len(drifted)}


WORK = {Purpose.TRIAL: _try_out, Purpose.RULES: _put_to_work, Purpose.NIGHTLY: _compare}
