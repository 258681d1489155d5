"""A mentor coordinator sees of people who want a mentor that they do, and of every other case nothing."""

import pytest
from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessLog
from accounts.permissions import Role
from accounts.scope import user_scope
from mentoring.models import HolisticOffer
from refugees.models import Case, CaseLine, Note, Person, TeamMember
from tests.factories import TODAY, UserFactory
from tests.mentoring.mentors import accept, mentor_of, who_wants_one

pytestmark = pytest.mark.django_db

MENTORS = reverse("mentoring:mentors")


@pytest.fixture
def coordinator():
    return UserFactory(role=Role.MENTOR_COORDINATOR, unit=None, name="Ida Invented")


def give(offer):
    return reverse("mentoring:give_mentor", args=[offer.public_id])


def test_whoever_accepted_waits_on_the_page_and_gets_a_mentor(at_forms, coordinator, unit, other_unit):
    offers = [who_wants_one(unit, wish="Somebody with children"), who_wants_one(other_unit)]
    mentor = mentor_of(districts=["valby"], weekdays=[0, 2])
    browser = at_forms(coordinator)

    page = browser.get(MENTORS)
    for words in ("2 people wait", "Somebody with children", mentor.name, "Valby", "Mon, Wed"):
        assertContains(page, words)
    for offer in offers:
        assertContains(page, offer.case.person.name)
        answer = browser.post(give(offer), {"user": str(mentor.public_id), "on_when": "today"})
        assertRedirects(answer, MENTORS)

    assertContains(browser.get(MENTORS), "2 people of at most 3")
    assertContains(browser.get(MENTORS), "0 people wait for a mentor")
    assert TeamMember.objects.filter(user=mentor).count() == 2
    assert AccessLog.objects.filter(user=coordinator, page="mentoring:give_mentor").count() == 2
    assert CaseLine.objects.filter(verb="joined-team", by=coordinator, about=mentor).count() == 2


@pytest.mark.parametrize("answer", ["", "declined"])
def test_of_whoever_has_not_accepted_nothing_is_seen(signed_in, coordinator, unit, case, answer):
    offer = who_wants_one(unit, answer=answer)
    browser = signed_in(coordinator)

    assertNotContains(browser.get(MENTORS), offer.case.person.name)
    assert browser.get(give(offer)).status_code == 404
    assert browser.post(give(offer), {"user": "x"}).status_code == 404
    with user_scope(coordinator):
        for model in (Case, Person, TeamMember, HolisticOffer):
            assert not model.objects.exists()


def test_of_whoever_accepted_no_page_of_the_case_is_open_and_its_row_cannot_be_changed(
    signed_in, coordinator, unit, caseworker
):
    offer = who_wants_one(unit)
    said = {"kind": "note", "happened_on": TODAY, "text": "A talk", "today": TODAY}
    Note.objects.write(case=offer.case, by=caseworker, **said)
    browser = signed_in(coordinator)

    for name in ("case", "mentoring:holistic", "refugees:dates", "refugees:notes", "refugees:history"):
        assert browser.get(reverse(name, args=[offer.case.public_id])).status_code == 404
    with user_scope(coordinator):
        assert list(Case.objects.all()) == [offer.case]
        assert not Case.objects.visible_to(coordinator).exists()
        assert not Note.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Case.objects.update(closed_on=TODAY, close_reason="moved")


def test_taken_back_or_closed_it_is_gone(signed_in, coordinator, unit):
    back, closed = who_wants_one(unit), who_wants_one(unit)
    back.take_back(reason="Another person", on=TODAY, by=None)
    closed.case.close(on=TODAY, reason="moved", by=None)

    for offer in (back, closed):
        assert signed_in(coordinator).get(give(offer)).status_code == 404
    with user_scope(coordinator):
        assert not Case.objects.exists()


def test_a_team_lead_finds_mentors_for_the_own_unit_alone(signed_in, team_lead, unit, other_unit):
    mine, theirs = who_wants_one(unit, answer=""), who_wants_one(other_unit)
    browser = signed_in(team_lead)

    assertContains(browser.get(MENTORS), mine.case.person.name)
    assertNotContains(browser.get(MENTORS), theirs.case.person.name)
    assert browser.get(give(mine)).status_code == 200
    assert browser.get(give(theirs)).status_code == 404


def test_the_page_costs_the_same_whoever_waits(signed_in, coordinator, unit):
    browser = signed_in(coordinator)

    def cost(number):
        for _each in range(number):
            accept(who_wants_one(unit), mentor_of())
            who_wants_one(unit)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(MENTORS).status_code == 200
        return len(queries)

    few = cost(3)
    assert cost(9) == few


def test_whoever_has_a_mentor_is_a_coordinators_no_longer(signed_in, coordinator, unit):
    offer = who_wants_one(unit)
    accept(offer, mentor_of())

    assert signed_in(coordinator).get(give(offer)).status_code == 404
    with user_scope(coordinator):
        for model in (Case, Person, HolisticOffer):
            assert not model.objects.exists()


def test_what_was_said_last_counts(signed_in, coordinator, unit, team_lead):
    first = who_wants_one(unit)
    again = HolisticOffer.objects.make(case=first.case, on=TODAY, today=TODAY, by=None)
    again.record_answer(answer="declined", on=TODAY, today=TODAY, by=None, reason="Has a cousin here")

    for user in (coordinator, team_lead):
        assertNotContains(signed_in(user).get(MENTORS), first.case.person.name)
    with user_scope(coordinator):
        assert not Case.objects.exists()
    with pytest.raises(ValidationError, match="offered again since then"):
        accept(first, mentor_of())


def test_after_the_year_with_a_mentor_nobody_waits(signed_in, coordinator, unit):
    """The person said yes once; a year later that is no reason to see them again."""
    offer = who_wants_one(unit)
    long_ago = TODAY - relativedelta(months=13)
    offer.case.team.create(
        user=mentor_of(),
        part="holistic-mentor",
        during=DateRange(long_ago, long_ago + relativedelta(months=12)),
    )
    type(offer).objects.filter(pk=offer.pk).update(offered_on=TODAY - relativedelta(months=12))
    browser = signed_in(coordinator)

    assertNotContains(browser.get(MENTORS), offer.case.person.name)
    assert browser.get(give(offer)).status_code == 404
    with user_scope(coordinator):
        assert not Case.objects.exists()
    assert not HolisticOffer.objects.arranged_by(coordinator).exists()
    again = HolisticOffer.objects.make(case=offer.case, on=TODAY, today=TODAY, by=None)
    again.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
    assertContains(browser.get(MENTORS), offer.case.person.name)


def test_whoever_is_left_by_a_mentor_within_the_year_waits_again(signed_in, coordinator, unit):
    offer = who_wants_one(unit)
    accept(offer, mentor_of(), on=TODAY).leave(on=TODAY, by=None)

    assertContains(signed_in(coordinator).get(MENTORS), offer.case.person.name)


def test_of_a_protected_address_no_district_leaves_the_unit(signed_in, coordinator, unit, caseworker):
    offer = who_wants_one(unit, district="valby")
    mentor = mentor_of(districts=["valby"])
    browser = signed_in(coordinator)
    assertContains(browser.get(MENTORS), "Lives in: Valby")
    Person.objects.filter(pk=offer.case.person_id).update(is_protected=True)

    for address in (MENTORS, give(offer)):
        page = browser.get(address)
        assertNotContains(page, "Lives in: Valby")
        assertContains(page, "Name and address are protected")
    assertNotContains(browser.get(give(offer)), "in the person&#x27;s district")
    assert mentor.name in browser.get(give(offer)).content.decode()
    form = signed_in(caseworker).get(reverse("mentoring:offer_holistic_mentor", args=[offer.case.public_id]))
    assertNotContains(form, 'name="district"')
