"""How many people a mentor has is kept by the database: also when two coordinators give them somebody at once."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils.translation import override

from accounts.permissions import Role
from accounts.scope import user_scope
from mentoring.models import MentorProfile
from mentoring.models.mentor_profile import USUAL_PEOPLE
from refugees.models import TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.forms import on
from tests.mentoring.mentors import accept, mentor_of, who_wants_one
from tests.people import arranging

NO_ROOM = "has no room for another person now"


def held_by(mentor):
    return TeamMember.objects.filter(user=mentor).count()


@pytest.mark.django_db
def test_the_last_place_is_given_once(unit):
    mentor = mentor_of(capacity=1)
    first, second = who_wants_one(unit), who_wants_one(unit, answer="")
    accept(first, mentor)

    with pytest.raises(ValidationError, match=NO_ROOM) as refused:
        accept(second, mentor)

    assert list(refused.value.error_dict) == ["user"]
    second.refresh_from_db()
    assert (second.answer, held_by(mentor)) == ("", 1)


@pytest.mark.django_db
def test_whoever_assigns_a_retention_mentor_is_told_the_same(at_forms, unit, team_lead):
    mentor = mentor_of(capacity=0, kinds=[Part.RETENTION_MENTOR])
    case = CaseFactory(unit=unit)
    address = reverse("mentoring:assign_retention_mentor", args=[case.public_id])

    refused = at_forms(team_lead).post(address, {"user": str(mentor.public_id)} | on("on", TODAY))

    assert refused.status_code == 422
    assert NO_ROOM in refused.content.decode()
    assert held_by(mentor) == 0


@pytest.mark.django_db
def test_who_left_or_whose_case_is_closed_makes_room(unit):
    mentor = mentor_of(capacity=1)
    first, second, third = (who_wants_one(unit) for _number in range(3))
    accept(first, mentor).leave(on=TODAY, by=None)
    accept(second, mentor)
    second.case.close(on=TODAY, reason="moved", by=None)

    accept(third, mentor)

    assert TeamMember.objects.on(TODAY).filter(user=mentor, case__closed_on=None).count() == 1


@pytest.mark.django_db
def test_room_is_counted_on_each_day_to_come(unit):
    """One until May, one from June: never two at a time."""
    mentor = mentor_of(capacity=1)
    until_may, from_june, between = (CaseFactory(unit=unit) for _number in range(3))
    facts = {"user": mentor, "part": Part.RETENTION_MENTOR}
    until_may.team.create(during=DateRange(TODAY, date(2027, 6, 1)), **facts)
    from_june.team.create(during=DateRange(date(2027, 6, 1), None), **facts)

    with pytest.raises(ValidationError, match=NO_ROOM):
        TeamMember.objects.assign(
            case=between, on=date(2027, 5, 31), until=date(2027, 6, 2), by=None, **facts
        )
    with pytest.raises(ValidationError, match=NO_ROOM):
        until_may.team.get().extend(until=date(2027, 6, 2), by=None)


@pytest.mark.django_db
def test_less_room_than_people_takes_nobody_away_and_lets_go(unit):
    mentor = mentor_of(capacity=2)
    members = [accept(who_wants_one(unit), mentor) for _number in range(2)]
    write = {"kinds": ["holistic-mentor"], "sex": "", "districts": [], "weekdays": []}
    MentorProfile.objects.write(mentor=mentor, speaks=["ar"], capacity=1, **write)

    members[0].leave(on=TODAY + timedelta(days=30), by=None)

    assert held_by(mentor) == 2
    with pytest.raises(ValidationError, match=NO_ROOM):
        accept(who_wants_one(unit), mentor)
    # A day more, when there is nobody else any more.
    members[1].extend(until=members[1].during.upper + timedelta(days=1), by=None)


@pytest.mark.django_db
def test_a_mentor_of_whom_nothing_is_known_has_the_usual_room(unit, mentor):
    for _number in range(USUAL_PEOPLE):
        accept(who_wants_one(unit), mentor)

    with pytest.raises(ValidationError, match=NO_ROOM):
        accept(who_wants_one(unit), mentor)

    assert held_by(mentor) == USUAL_PEOPLE


@pytest.mark.parametrize("role", [Role.MENTOR_COORDINATOR, Role.TEAM_LEAD])
def test_of_two_who_give_the_last_place_at_once_one_wins_and_the_other_is_told(committed_db, at_forms, role):
    with arranging():
        first, second = UserFactory(role=role), UserFactory(role=role)
        mentor = mentor_of(capacity=1)
        offers = [who_wants_one(first.unit), who_wants_one(second.unit)]
        browsers = [at_forms(user) for user in (first, second)]
    addresses = [reverse("mentoring:give_mentor", args=[offer.public_id]) for offer in offers]
    said = {"user": str(mentor.public_id)} | on("on", TODAY)
    opened = [browser.get(at) for browser, at in zip(browsers, addresses, strict=True)]
    assert all(mentor.name in page.content.decode() for page in opened)

    answers = both_send(browsers, addresses, said)

    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422)
    assert f"{mentor.name} {NO_ROOM}" in told.content.decode().replace("&#x27;", "'")
    with arranging():
        assert held_by(mentor) == 1


def both_send(browsers, addresses, said):
    """Two real connections that begin at the same moment; the page was opened before."""
    ready = threading.Barrier(2, timeout=10)

    def send(browser, at):
        ready.wait()
        try:
            return browser.post(at, said | {"version": ""})
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(send, browsers, addresses))


def test_the_second_waits_until_the_first_has_written_and_then_counts_it(committed_db):
    with arranging():
        leads = [UserFactory(role=Role.TEAM_LEAD) for _number in range(2)]
        mentor = mentor_of(capacity=1)
        offers = [who_wants_one(lead.unit) for lead in leads]
    written, waited = threading.Event(), []

    def first():
        with user_scope(leads[0]):
            accept(offers[0], mentor, by=leads[0])
            written.set()
            waited.append(somebody_waits_for_us())

    def second():
        assert written.wait(10)
        with pytest.raises(ValidationError, match=NO_ROOM), user_scope(leads[1]):
            accept(offers[1], mentor, by=leads[1])

    in_parallel(first, second)

    assert waited == [True]
    with arranging():
        assert held_by(mentor) == 1


def somebody_waits_for_us(patience=10):
    """Whether another connection comes to wait for a lock of this transaction."""
    until = time.monotonic() + patience
    blocked = (
        "SELECT EXISTS (SELECT 1 FROM pg_locks l WHERE pg_backend_pid() = ANY (pg_blocking_pids(l.pid)))"
    )
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(blocked)
            if cursor.fetchone()[0]:
                return True
        time.sleep(0.05)
    return False


def in_parallel(*actions):
    """Run each in a thread with a connection of its own."""

    def closing(action):
        try:
            with override("en"):
                return action()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as threads:
        return [future.result() for future in [threads.submit(closing, action) for action in actions]]
