"""Days away stand in the caseworker's work once it is the City's turn, and only then."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from copenhagen_model.next_step import next_steps
from copenhagen_model.worklist import Group, places
from internships.away_steps import waits_for_us
from internships.models import Placement, StayedAway, StayedAwayDecision
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.away import ANSWER_BY, DECISION, INFORMED, heard, judged

pytestmark = pytest.mark.django_db

HEADING = "Days away to decide about"
COMPLAINED = TODAY
LAST_DAY = COMPLAINED + timedelta(weeks=4)


def due(day):
    return list(StayedAwayDecision.objects.due(day))


@pytest.fixture
def hearing(occupation, caseworker):
    """Begun; the person may answer until 22 November."""
    return heard(occupation.case, caseworker)


@pytest.fixture
def complaint(hearing, caseworker):
    """Decided and complained about on 23 November."""
    hearing.inform(informed_on=INFORMED, informed_by="contract", today=TODAY, by=caseworker)
    hearing.decide(today=TODAY, by=caseworker, **DECISION)
    hearing.complain(complained_on=COMPLAINED, complaint="I was there.", today=TODAY, by=caseworker)
    return hearing


def test_a_hearing_is_due_the_day_after_its_last_one(hearing):
    assert due(ANSWER_BY) == []
    assert due(ANSWER_BY + timedelta(days=1)) == [hearing]


def test_an_answer_makes_it_due_at_once_and_the_decision_ends_it(hearing, caseworker):
    StayedAwayDecision.objects.update(answer_by=date(2026, 12, 15))
    hearing.refresh_from_db()
    assert due(TODAY) == []

    hearing.record_answer(answered_on=TODAY, answer="I was ill.", today=TODAY, by=caseworker)
    assert due(TODAY) == [hearing]

    hearing.decide(consequence="nothing", decided_on=TODAY, reasons="Ill.", today=TODAY, by=caseworker)
    assert due(TODAY + timedelta(days=99)) == []


def test_a_second_look_is_due_from_a_week_before_its_last_day_until_it_was_taken(complaint, caseworker):
    assert due(LAST_DAY - timedelta(days=8)) == []
    assert due(LAST_DAY - timedelta(days=7)) == due(LAST_DAY + timedelta(days=9)) == [complaint]
    assert complaint.due_on == LAST_DAY

    reasons = {"reassessment": "stands", "reassessment_reasons": "The days are documented."}
    complaint.reassess(reassessed_on=TODAY, today=TODAY, by=caseworker, **reasons)
    assert due(LAST_DAY) == []


def test_my_work_the_list_and_the_next_step_say_the_same(lise, caseworker, hearing):
    case, page = hearing.case, lise.get(reverse("my_work"))

    assert page.context["away"] == due(TODAY) == [hearing]
    assertContains(page, f'{HEADING} <span class="count-chip">1</span>')
    assertContains(page, "no answer; the time for it ended")
    story = reverse("internships:stayed_away", args=[case.public_id, hearing.away.public_id])
    assertContains(page, f'<a href="{story}">{case.person.name}: Decide about the days away</a>')
    assertContains(lise.get(story), "Decide")
    step = next_steps([case], TODAY)[case.pk]
    assert (step.words, step.url, step.opens_in_place) == ("Decide about the days away", story, False)
    assert [place.group for place in places(caseworker, TODAY)] == [Group.DUE_SOON]
    assert waits_for_us(StayedAway.objects.get(), TODAY)


def test_a_complaint_says_its_last_day(lise, complaint, caseworker):
    StayedAwayDecision.objects.update(
        heard_on=date(2026, 10, 1),
        answer_by=date(2026, 10, 19),
        decided_on=date(2026, 10, 20),
        complained_on=TODAY + timedelta(days=1) - timedelta(weeks=4),
    )

    page = lise.get(reverse("my_work"))

    assertContains(page, f"{complaint.case.person.name}: Look at the decision again")
    assertContains(page, "1 day left")


def test_it_is_in_nobody_elses_work(signed_in, colleague, stranger, hearing):
    for user in (colleague, stranger):
        assertNotContains(signed_in(user).get(reverse("my_work")), HEADING)


def test_before_the_hearing_nothing_is_due(lise, occupation, caseworker):
    judged(occupation.case, caseworker)

    assertNotContains(lise.get(reverse("my_work")), HEADING)


def test_my_work_takes_as_many_queries_for_thirty_hearings_as_for_three(lise, unit, caseworker):
    numbers = []
    for size in (3, 27):
        for _number in range(size):
            case = CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
            began = {"on": date(2026, 11, 16), "today": TODAY, "by": caseworker, "kind": "internship"}
            Placement.objects.start(case=case, company=CompanyFactory(), **began)
            heard(case, caseworker)
        with CaptureQueriesContext(connection) as queries:
            lise.get(reverse("my_work"))
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
