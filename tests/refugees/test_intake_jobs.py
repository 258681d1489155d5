"""Long lists: real workers, killed in the middle, or two of them at once."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from refugees.intake.staging import CHUNK
from refugees.models import Case, IntakeFile, IntakeList, IntakeRow, ListStatus, Person, Result
from refugees.tasks import carry_out_list, resume_lists, stage_list
from tests.factories import UserFactory
from tests.people import arranging
from tests.refugees.lists import as_file, somebody, taken_in

ROWS = 1200
PATIENCE = 60


def uploaded(rows: int = ROWS) -> IntakeList:
    with arranging():
        user = UserFactory()
        content = as_file(*(somebody(number) for number in range(rows)))
        return IntakeList.objects.take_in(unit=user.unit, by=user, file_name="long.csv", content=content)


def confirmed(rows: int = ROWS) -> IntakeList:
    with arranging():
        user = UserFactory()
        found = taken_in(user, *(somebody(number) for number in range(rows)))
        assert found.confirm(by=user, rows=rows)
        return found


def wait_until(found: IntakeList, reached) -> IntakeList:
    """Look every moment until the list is as far as asked."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with arranging():
            found.refresh_from_db()
        if reached(found):
            return found
        time.sleep(0.05)
    raise AssertionError(f"The list got stuck: {found.status}, read {found.read}, done {found.done}")


def stands_still(found: IntakeList) -> None:
    """As if its worker had died some minutes ago."""
    with arranging():
        IntakeList.objects.filter(pk=found.pk).update(moved_at=timezone.now() - timedelta(minutes=5))


def test_a_worker_reads_a_long_list_and_keeps_no_file(celery_worker):
    found = uploaded()

    stage_list.delay(found.pk)

    wait_until(found, lambda one: one.status == ListStatus.CHECKING)
    assert (found.total, found.read) == (ROWS, ROWS)
    with arranging():
        assert not IntakeFile.objects.exists()


def test_a_killed_worker_has_kept_what_it_read_and_the_next_reads_the_rest(start_worker):
    found = uploaded()
    worker = start_worker()
    stage_list.delay(found.pk)
    wait_until(found, lambda one: one.read >= CHUNK)

    worker.kill()

    with arranging():
        found.refresh_from_db()
        assert found.status == ListStatus.READING
        assert IntakeRow.objects.count() == found.read < ROWS
    stands_still(found)
    start_worker()
    resume_lists.delay()
    wait_until(found, lambda one: one.status == ListStatus.CHECKING)
    with arranging():
        assert sorted(IntakeRow.objects.values_list("number", flat=True)) == list(range(2, ROWS + 2))


def test_a_killed_worker_has_kept_what_it_carried_out_and_the_next_does_the_rest(start_worker):
    found = confirmed()
    worker = start_worker()
    carry_out_list.delay(found.pk)
    wait_until(found, lambda one: one.done >= CHUNK)

    worker.kill()

    with arranging():
        found.refresh_from_db()
        assert found.status == ListStatus.CARRYING_OUT
        assert Case.objects.count() == found.done < ROWS
    stands_still(found)
    start_worker()
    resume_lists.delay()
    wait_until(found, lambda one: one.status == ListStatus.DONE)
    with arranging():
        assert (Case.objects.count(), Person.objects.count()) == (ROWS, ROWS)
        assert set(IntakeRow.objects.values_list("result", flat=True)) == {Result.CREATED}


def test_two_workers_at_one_list_make_every_case_once(start_worker):
    found = confirmed()
    start_worker()
    start_worker()

    for _ in range(6):
        carry_out_list.delay(found.pk)

    wait_until(found, lambda one: one.status == ListStatus.DONE)
    with arranging():
        assert (Case.objects.count(), Person.objects.count()) == (ROWS, ROWS)


def test_two_lists_of_the_same_people_at_once_make_everybody_once(start_worker):
    with arranging():
        user = UserFactory()
        people = [somebody(number) for number in range(600)]
        lists = [taken_in(user, *people), taken_in(user, *people, somebody(9999))]
        for found in lists:
            assert found.confirm(by=user, rows=found.rows.count())
    start_worker()
    start_worker()

    for found in lists:
        carry_out_list.delay(found.pk)

    ended = {ListStatus.DONE, ListStatus.CHECKING}
    for found in lists:
        wait_until(found, lambda one: one.status in ended)
    with arranging():
        assert Person.objects.count() == 601


def test_what_nobody_moves_is_found_and_what_moves_is_left_alone(committed_db):
    still, moving = uploaded(3), uploaded(4)
    stands_still(still)

    with arranging():
        since = timezone.now() - timedelta(minutes=2)
        assert list(IntakeList.objects.standing_still(since=since)) == [still]
        assert moving.is_working


@pytest.mark.scale
def test_twenty_thousand_rows_become_cases(committed_db, capsys):
    people = [somebody(n, **{"Familie-id": f"F{n // 3}"}) for n in range(20_000)]

    started = time.monotonic()
    with arranging():
        user = UserFactory()
        found = taken_in(user, *people)
    read = time.monotonic() - started
    assert (found.status, found.read) == (ListStatus.CHECKING, 20_000)
    with arranging():
        assert found.confirm(by=user, rows=20_000)
    started = time.monotonic()
    carry_out_list(found.pk)
    carried_out = time.monotonic() - started

    with capsys.disabled():
        print(f"\n20,000 rows: read in {read:.0f} s, carried out in {carried_out:.0f} s")
    with arranging():
        found.refresh_from_db()
        assert (found.status, found.done) == (ListStatus.DONE, 20_000)
        assert Case.objects.count() == 20_000
        assert Case.objects.filter(household__isnull=True).count() == 0
