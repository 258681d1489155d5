"""Known then, known now, on the screens: the scoreboard, the list behind a number, the difference, the case."""

import re
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from internships.models import Placement
from refugees.models import Case, OccupationKind
from tests.factories import CaseFactory, CompanyFactory
from tests.goals.board import BOARD, LIST, Numbers, people_listed
from tests.people import arranging

pytestmark = pytest.mark.django_db

SINCE = "/goals/changes/"
FIGURE = "goal=internship-started&standard=city"
REPORTED, LATER = date(2026, 10, 20), date(2026, 10, 30)


@pytest.fixture
def told(unit, caseworker):
    """Two people known since September; what one of them began in time was registered after the report."""
    with arranging(date(2026, 9, 2)):
        waiting, started = (CaseFactory(unit=unit, taken_over_on=date(2026, 9, 1)) for _ in range(2))
    with arranging(LATER):
        Placement.objects.start(
            case=started,
            company=CompanyFactory(),
            kind=OccupationKind.INTERNSHIP,
            on=date(2026, 9, 28),
            today=LATER,
            by=caseworker,
        )
    return waiting, started


def test_a_figure_reported_then_is_shown_again_with_its_day_and_the_way_back(signed_in, manager, told):
    client = signed_in(manager)

    then = client.get(f"{BOARD}?known=2026-10-20")
    now = client.get(BOARD)

    assertContains(then, "As of Tue 20 Oct 2026, as known on Tue 20 Oct 2026.")
    assertContains(then, '2 <span class="score__words">still waiting</span>')
    assertContains(then, 'href="/goals/">Show it as of today')
    assertContains(then, "What has changed since")
    assertContains(now, '1 <span class="score__words">still waiting</span>')
    assertNotContains(now, "as known on Tue")
    assertNotContains(now, "What has changed since")


@pytest.mark.parametrize(
    "query", ["known=2026-10-20", "as_of=2026-10-20", "as_of=2026-10-10&known=2026-10-30"]
)
def test_every_number_of_then_opens_a_list_of_as_many_people(signed_in, manager, told, query):
    client = signed_in(manager)

    numbers = Numbers(client.get(f"{BOARD}?{query}").content.decode()).found

    assert len(numbers) > 20
    for number, url in numbers:
        assert len(people_listed(client, url)) == number


def test_the_list_of_then_leads_to_the_case_as_known_then_and_back_to_today(signed_in, manager, told):
    waiting, started = told
    client = signed_in(manager)

    html = client.get(f"{LIST}?{FIGURE}&state=waiting&known=2026-10-20")

    assertContains(html, started.number)
    assertContains(html, f"/goals/cases/{started.public_id}/known/?known=2026-10-20")
    assertContains(html, "19 days over", count=2)
    assertNotContains(client.get(f"{LIST}?{FIGURE}&state=waiting"), started.number)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("known=2026-12-24", "That day has not come yet."),
        ("as_of=2026-12-24", "That day has not come yet."),
        ("known=2026-08-31", "What was known is remembered from Wed 2 Sep 2026 on."),
        ("known=2026-10-01&as_of=2026-10-20", "On that day it was not known yet"),
        ("known=30.02.2026", "Write day, month and year, for example 28-11-2026."),
    ],
)
def test_a_day_that_makes_no_sense_is_said_so(signed_in, manager, told, query, words):
    response = signed_in(manager).get(f"{BOARD}?{query}")

    assertContains(response, words, status_code=422)
    assertNotContains(response, "score__words", status_code=422)


def test_the_spreadsheet_of_then_says_of_when_it_is(signed_in, manager, told):
    sheet = signed_in(manager).get("/goals/figures.csv?known=2026-10-20").content.decode("utf-8-sig")

    header, *rows = sheet.splitlines()
    assert header.endswith("As of;As known on")
    assert {row.rsplit(";", 2)[1] + row.rsplit(";", 2)[2] for row in rows} == {"2026-10-202026-10-20"}


def test_what_has_changed_since_is_told_line_by_line(signed_in, manager, caseworker, told):
    waiting, started = told

    html = signed_in(manager).get(f"{SINCE}?{FIGURE}&as_of=2026-10-20&known=2026-10-20")

    assertContains(html, "1 person moved")
    assertContains(html, started.number)
    assertNotContains(html, waiting.number)
    assertContains(html, "Company internship started")
    assertContains(html, "Recorded later, 32 days after it happened")
    assertContains(html, caseworker.name)
    assertContains(html, "Kept: Mon 28 Sep 2026 (was: none)")


def test_the_numbers_of_the_difference_open_their_lists(signed_in, manager, told):
    client = signed_in(manager)
    html = client.get(f"{SINCE}?{FIGURE}&as_of=2026-10-20&known=2026-10-20").content.decode()

    for number, url in Numbers(html).found:
        assert len(people_listed(client, url)) == number
    assert len(Numbers(html).found) == 6
    moves = client.get(f"{SINCE}?{FIGURE}&as_of=2026-10-20&known=2026-10-20&state=in_time").content.decode()
    assert len(re.findall('class="person__name"', moves)) == 1


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (f"{FIGURE}&known=2026-10-20&against=2026-10-10", 422),
        (f"{FIGURE}&known=2026-11-23", 422),
        (f"{FIGURE}&known=2026-10-20&against=2026-10-25", 200),
        ("goal=none&standard=city&known=2026-10-20", 404),
        ("goal=internship-started&standard=rumour&known=2026-10-20", 404),
        ("", 302),
    ],
)
def test_a_difference_needs_a_figure_and_two_days_in_order(signed_in, manager, told, query, status):
    assert signed_in(manager).get(f"{SINCE}?{query}").status_code == status


def test_of_a_case_that_another_unit_has_now_nobody_is_named(signed_in, manager, other_unit, told):
    waiting, started = told
    with arranging(LATER), Case.changing([waiting], by=None):
        waiting.unit = other_unit
        waiting.save(update_fields=["unit"])
    client = signed_in(manager)

    listed = client.get(f"{LIST}?{FIGURE}&state=waiting&known=2026-10-20")
    moved = client.get(f"{SINCE}?{FIGURE}&as_of=2026-10-20&known=2026-10-20")

    for html in (listed, moved):
        assertContains(html, "Somebody whose case another unit has now", count=1)
        assertNotContains(html, waiting.number)
        assertNotContains(html, waiting.person.name)
    assertContains(listed, "2 people")
    assertContains(moved, "The case left your units in that time.")


def test_another_units_past_is_nobody_elses(signed_in, stranger, told):
    client = signed_in(stranger)

    response = client.get(f"{BOARD}?known=2026-10-20")
    assertContains(response, "Nothing is remembered yet.", status_code=422)
    for case in told:
        assert client.get(f"/goals/cases/{case.public_id}/known/?known=2026-10-20").status_code == 404


def test_the_case_as_known_then_and_what_was_recorded_since(signed_in, colleague, told):
    waiting, started = told

    html = signed_in(colleague).get(f"/goals/cases/{started.public_id}/known/?known=2026-10-20")

    assertContains(html, "As known on Tue 20 Oct 2026")
    assertContains(html, "19 days over")
    assertContains(html, "Kept: Mon 28 Sep 2026 (was: none)")
    assertContains(html, "Company internship started")


def test_whoever_has_the_case_now_sees_what_was_believed_before(signed_in, stranger, other_unit, told):
    waiting, started = told
    with arranging(LATER), Case.changing([waiting], by=None):
        waiting.unit = other_unit
        waiting.save(update_fields=["unit"])

    html = signed_in(stranger).get(f"/goals/cases/{waiting.public_id}/known/?known=2026-10-20")

    assertContains(html, "19 days over")


def test_the_pages_of_then_take_the_same_queries_however_many_people(
    signed_in, manager, unit, told, django_assert_max_num_queries
):
    client = signed_in(manager)
    urls = [
        f"{BOARD}?known=2026-10-20",
        f"{LIST}?{FIGURE}&state=everybody&known=2026-10-20",
        f"{SINCE}?{FIGURE}&as_of=2026-10-20&known=2026-10-20",
        f"/goals/cases/{told[1].public_id}/known/?known=2026-10-20",
    ]
    taken = []
    for people in (1, 9):
        with arranging(REPORTED):
            for _ in range(people):
                CaseFactory(unit=unit, taken_over_on=date(2026, 9, 1))
        with arranging(LATER):
            for _ in range(people):
                CaseFactory(unit=unit, taken_over_on=date(2026, 9, 1))
        for url in urls:
            client.get(url)
        counts = []
        for url in urls:
            with django_assert_max_num_queries(40) as queries:
                client.get(url)
            counts.append(len(queries))
        taken.append(counts)

    assert taken[0] == taken[1]
