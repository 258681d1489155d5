"""The open breaches and the conversation on each: who may see and answer, what is kept, what comes back."""

import re
import uuid
from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from accounts.scope import system_scope
from goals import jobs
from goals.models import Cause, Conversation, Reply
from internships.models import Placement
from refugees.models import CaseLine, OccupationKind
from tests.factories import CaseFactory, CompanyFactory
from tests.goals.breached import DAY, answered, over_three_days, page_of
from tests.goals.many import many_cases

pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]

BREACHES = "/goals/breaches/"
ANSWERS = ["caseworker", "colleague", "team_lead", "manager"]


@pytest.fixture
def case(unit, caseworker, mentor):
    return over_three_days(unit, caseworker, mentor)


@pytest.fixture
def talk(case):
    return Conversation.objects.get(case=case)


def test_law_and_city_of_one_case_are_one_item_with_the_true_day(signed_in, manager, case, talk):
    html = signed_in(manager).get(BREACHES).content.decode()

    assert html.count(f'href="{page_of(talk)}"') == 1
    assert html.count("3 days over") == 3
    assert html.count("since Thu 3 Dec") == 3
    assert html.count("noticed Sat 5 Dec, 2 days late") == 3
    assert "(1 without an answer)" in re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1]
    assert "Lise Invented" in html


def test_what_was_noticed_on_its_first_day_is_not_called_noticed_late(signed_in, manager, unit):
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 4))
    jobs.sweep()

    response = signed_in(manager).get(BREACHES)

    assertContains(response, "since Sat 5 Dec")
    assertNotContains(response, "late<")
    assertNotContains(response, "noticed Sat")


@pytest.mark.parametrize("person", ANSWERS)
def test_those_of_the_unit_answer(request, signed_in, case, talk, person):
    user = request.getfixturevalue(person)
    client = signed_in(user)

    assertNotContains(client.get(page_of(talk)), "What was said")
    response = answered(client, talk)

    assert (response.status_code, response.url) == (302, page_of(talk))
    reply = Reply.objects.get()
    assert (reply.by, reply.cause, reply.next_on) == (user, Cause.PARTNER, date(2026, 12, 12))
    assertContains(client.get(page_of(talk)), "Nobody else was asked.")
    assert CaseLine.objects.filter(case=case, verb="breach-answered", by=user).count() == 1


@pytest.mark.parametrize("person", ["mentor", "stranger", "administrator"])
def test_to_everybody_else_it_does_not_exist_and_nothing_changes(request, signed_in, case, talk, person):
    client = signed_in(request.getfixturevalue(person))
    lines = CaseLine.objects.count()

    assert client.get(page_of(talk)).status_code == 404
    assert answered(client, talk).status_code == 404
    assert not Reply.objects.exists()
    assert CaseLine.objects.count() == lines
    assert not AccessLog.objects.exists()


def test_another_units_breaches_are_not_in_the_list(signed_in, stranger, mentor, case):
    response = signed_in(stranger).get(BREACHES)

    assertContains(response, "No open breach")
    assertNotContains(response, case.number)
    assert signed_in(mentor).get(BREACHES).status_code == 403


def test_opening_a_conversation_is_opening_the_case(signed_in, manager, case, talk):
    signed_in(manager).get(page_of(talk))

    line = AccessLog.objects.get()
    assert (line.user, line.case_id, line.page) == (manager, case.pk, "goals:conversation")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"cause": ""}, "Choose the cause."),
        ({"cause": "weather"}, "weather is not one of the available choices"),
        ({"explanation": " "}, "Explain in a sentence or two."),
        ({"next_step": ""}, "Say what happens next."),
        ({"when": ""}, "Choose by when."),
        ({"when": "another"}, "Write the other day."),
        (
            {"when": "another", "next_on_day": "4", "next_on_month": "12", "next_on_year": "2026"},
            "The next step lies in the past.",
        ),
    ],
)
def test_what_is_missing_is_said_and_what_was_written_stays(signed_in, manager, talk, changes, sentence):
    response = answered(signed_in(manager), talk, **changes)

    assertContains(response, "There is 1 problem", status_code=422)
    assertContains(response, sentence, status_code=422)
    if "explanation" not in changes:
        assertContains(response, "Nobody else was asked.", status_code=422)
    if "next_step" not in changes:
        assertContains(response, "Lise calls two companies", status_code=422)
    assert not Reply.objects.exists()


def test_the_near_days_are_working_days_and_a_week(signed_in, manager, talk):
    html = signed_in(manager).get(page_of(talk)).content.decode()

    # From Saturday 5 December: Monday, Tuesday, Wednesday.
    assert "In three working days, Wed 9 Dec" in html
    assert "In a week, Sat 12 Dec" in html
    assert "Today, Sat 5 Dec" in html


def test_an_impatient_second_click_answers_once(signed_in, manager, talk):
    client, once = signed_in(manager), str(uuid.uuid4())

    answered(client, talk, once=once)
    answered(client, talk, once=once)

    assert Reply.objects.count() == 1


def test_replies_stand_in_order_and_none_is_lost(signed_in, manager, caseworker, talk):
    answered(signed_in(caseworker), talk, explanation="First words")
    answered(signed_in(manager), talk, explanation="Second words", cause=Cause.CITY)

    html = signed_in(manager).get(page_of(talk)).content.decode()

    assert 0 < html.index("First words") < html.index("Second words")
    assert "Answered, waiting for the next step" in html


@pytest.mark.parametrize(("day", "needs"), [(date(2026, 12, 12), False), (date(2026, 12, 13), True)])
def test_it_comes_back_by_itself_the_day_after_the_next_step(signed_in, manager, talk, day, needs):
    answered(signed_in(manager), talk)
    with system_scope("test", day=day):
        html = signed_in(manager).get(BREACHES).content.decode()
        wanted = signed_in(manager).get(f"{BREACHES}?answer=needed").content.decode()

    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1]
    assert ("(1 without an answer)" in title) is needs
    assert ("Came back: the date of the next step has passed" in html) is needs
    assert (page_of(talk) in wanted) is needs


def test_filters_by_answer_goal_unit_and_cause(signed_in, manager, unit, other_unit, talk):
    manager.managed_units.add(other_unit)
    elsewhere = CaseFactory(unit=other_unit, taken_over_on=date(2026, 10, 1))
    offered = CaseFactory(unit=unit, taken_over_on=date(2026, 10, 1))
    jobs.sweep()
    Placement.objects.start(
        case=offered, company=CompanyFactory(), kind=OccupationKind.INTERNSHIP, on=DAY, today=DAY, by=None
    )
    client = signed_in(manager)
    answered(client, talk)
    other = Conversation.objects.get(case=elsewhere)

    def shown(query):
        html = client.get(f"{BREACHES}?{query}").content.decode()
        return {each for each in (talk, other) if page_of(each) in html}

    assert shown("") == {talk, other}
    assert shown("answer=needed") == {other}
    assert shown("answer=given") == {talk}
    assert shown(f"unit={other_unit.public_id}") == {other}
    assert shown("cause=partner") == {talk}
    assert shown("cause=city") == set()
    assert shown("goal=internship-started") == {talk, other}
    assert client.get(f"{BREACHES}?goal=wealth").status_code == 422
    # What was met late ended with its conversation and is no longer open.
    assert page_of(Conversation.objects.get(case=offered)) not in client.get(BREACHES).content.decode()


def test_words_that_arrive_after_the_breach_ended_are_kept(signed_in, manager, caseworker, case, talk):
    client = signed_in(manager)
    Placement.objects.start(
        case=case, company=CompanyFactory(), kind=OccupationKind.INTERNSHIP, on=DAY, today=DAY, by=caseworker
    )

    answered(client, talk)

    html = client.get(page_of(talk)).content.decode()
    assert "Closed: nothing in it is over any more" in html
    assert "Nobody else was asked." in html
    assert html.count("met late") == 3
    assert "Save the answer" not in html


def test_the_conversation_takes_the_same_queries_however_much_was_said(
    signed_in, manager, talk, django_assert_max_num_queries
):
    client = signed_in(manager)
    counts = []
    for replies in (1, 12):
        for _ in range(replies):
            talk.reply(
                by=manager,
                on=DAY,
                cause=Cause.CITY,
                explanation="Words",
                next_step="More",
                next_on=DAY + timedelta(days=1),
            )
        client.get(page_of(talk))
        with django_assert_max_num_queries(60) as captured:
            client.get(page_of(talk))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_a_long_list_has_pages(signed_in, manager, unit, caseworker):
    many_cases(130, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 10, 1))
    jobs.sweep()
    client = signed_in(manager)

    names = re.compile(r'class="person__name" href="([^"]*)"')
    pages = [names.findall(client.get(f"{BREACHES}?page={n}").content.decode()) for n in (1, 2)]

    assert [len(page) for page in pages] == [100, 30]
    assert len({*pages[0], *pages[1]}) == 130
