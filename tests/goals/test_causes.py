"""The causes of breaches: what is counted, that each number opens exactly what it counts, what leaves the house."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from goals import causes, jobs
from goals.cause_page import drawings, groups
from goals.causes import Counts
from goals.models import Cause, Conversation, GoalVersion
from tests.factories import CaseFactory
from tests.goals.many import many_cases

DAY = date(2026, 12, 5)
pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]

PAGE = "/goals/causes/"
NUMBER = re.compile(r'<a href="(/goals/causes/list/[^"]*)">\s*(?:<b>)?(\d+)')


def answer(talk, by, cause, reason=""):
    talk.reply(
        by=by,
        on=DAY,
        cause=cause,
        reason=reason,
        explanation="Words",
        next_step="More",
        next_on=date(2026, 12, 12),
    )


@pytest.fixture
def talks(unit, caseworker, other_unit):
    """Eight breaches of the unit: five answered, two open and silent, one ended in silence; one of another unit."""
    cases = many_cases(8, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
    CaseFactory(unit=other_unit, taken_over_on=date(2026, 11, 2))
    jobs.sweep()
    cases[7].close(on=DAY, reason="moved", by=None)
    talks = list(Conversation.objects.filter(unit=unit).order_by("pk"))
    answer(talks[0], caseworker, Cause.CITY, "city:no-time")
    answer(talks[1], caseworker, Cause.CITY, "city:no-time")
    answer(talks[2], caseworker, Cause.CITY)
    answer(talks[3], caseworker, Cause.PARTNER, "partner:queue")
    answer(talks[4], caseworker, Cause.CITY)
    answer(talks[4], caseworker, Cause.PERSON, "person:declined")
    return talks


def counted(user, **wanted):
    return causes.counted(user, causes.Period(**wanted))


def test_each_is_counted_once_by_its_latest_answer_and_silence_is_never_dropped(manager, talks):
    counts = causes.count(counted(manager))

    assert dict(counts.numbers) == {
        "everything": 8,
        "answered": 5,
        "within": 3,
        "outside": 2,
        "city": 3,
        "city:no-time": 2,
        "city:unsaid": 1,
        "partner": 1,
        "partner:queue": 1,
        "person": 1,
        "person:declined": 1,
        "no-answer": 2,
        "ended-without": 1,
    }


def test_what_law_and_city_promised_counts_once_and_can_be_asked_apart(unit, manager):
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), on_benefit=True, permit_ground="ukraine")
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    jobs.sweep()

    assert causes.count(counted(manager)).of("everything") == 2
    assert causes.count(counted(manager, standard="city")).of("everything") == 2
    assert causes.count(counted(manager, standard="law")).of("everything") == 1


def test_internal_defaults_are_in_no_figure(unit, manager):
    GoalVersion.objects.all().delete()
    GoalVersion.objects.create(
        goal="internship-started",
        standard="internal",
        amount=14,
        unit="days",
        valid=DateRange(date(2020, 1, 1), None),
        source="test: a number of our own",
    )
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    assert jobs.sweep() == 1

    assert causes.count(counted(manager)).of("everything") == 0


@pytest.mark.parametrize(
    ("first", "last", "number"),
    [
        (date(2026, 12, 3), None, 8),
        (date(2026, 12, 4), None, 0),
        (None, date(2026, 12, 3), 8),
        (None, date(2026, 12, 2), 0),
    ],
)
def test_the_first_day_over_decides_and_both_ends_of_the_period_count(manager, talks, first, last, number):
    assert causes.count(counted(manager, first=first, last=last)).of("everything") == number


@pytest.mark.parametrize(
    "query", ["", "?goal=internship-started", "?whose=city", "?whose=law", "?since=1-1-2027"]
)
def test_every_number_opens_exactly_what_it_counts(signed_in, manager, talks, query):
    client = signed_in(manager)
    html = client.get(f"{PAGE}{query}").content.decode()

    numbers = NUMBER.findall(html)

    assert len(numbers) > 8
    for url, number in numbers:
        shown = client.get(unescape(url)).content.decode()
        assert shown.count('<tr class="line"') == int(number), url


def test_everybody_elses_breaches_are_in_no_number(signed_in, manager, mentor, stranger, talks):
    assertContains(signed_in(stranger).get(PAGE), ">1 breach</a>")
    assertContains(signed_in(manager).get(PAGE), ">8 breaches</a>")
    assert signed_in(mentor).get(PAGE).status_code == 403
    own = {talk.case.number for talk in talks}
    listed = signed_in(stranger).get(f"{PAGE}list/").content.decode()
    assert not any(number in listed for number in own)


@pytest.mark.parametrize(
    ("within", "answered", "words"),
    [
        (0, 0, "The causes that were named, within and outside our control"),
        (6, 10, "The causes that were named, within and outside our control"),
        (9, 10, "Most causes that were named lie within our control"),
        (1, 10, "Most causes that were named lie outside our control"),
    ],
)
def test_the_title_is_a_finding_only_where_it_survives_its_margin(within, answered, words):
    assert causes.finding(Counts({"within": within, "answered": answered})) == words


def test_the_bars_are_drawn_at_both_widths_on_one_scale():
    drawn = drawings(groups(Counts({"city": 4, "partner": 2, "no-answer": 1}), {}))

    assert [drawing.width for drawing in drawn] == [664, 326]
    for drawing in drawn:
        longs = {bar.number: bar.bar_width for bar in drawing.bars if bar.key}
        assert longs[0] == 0
        assert (longs[2], longs[1]) == (
            pytest.approx(longs[4] / 2, abs=1),
            pytest.approx(longs[4] / 4, abs=1),
        )
        assert longs[4] + 8 < drawing.width
        assert drawing.bars[-1].number_y < drawing.height


def test_the_chart_says_itself_in_words_and_has_its_numbers_beside_it(signed_in, manager, talks):
    html = signed_in(manager).get(PAGE).content.decode()

    assert html.count('role="img"') >= 2
    assert "The City: we did not get it done: 3, A wrong date or a missing record: 0." in html
    assert "Show the numbers" in html


def test_the_spreadsheet_withholds_small_groups_and_is_logged(signed_in, manager, talks, settings):
    settings.SMALL_GROUP_LIMIT = 3
    response = signed_in(manager).get(f"{PAGE}causes.csv?goal=internship-started")

    lines = response.content.decode("utf-8-sig").splitlines()
    by_cause = {line.split(";")[1]: line.split(";")[2] for line in lines[1:]}
    assert by_cause["A partner: company, clinic, provider"] == "withheld"
    assert by_cause["No answer yet"] == "withheld"
    # Together the small ones are fewer than twice the limit, so the next larger one goes with them.
    assert "1" not in by_cause.values()
    assert "2" not in by_cause.values()
    log = AccessLog.objects.get(page="goals:causes_csv")
    assert (log.user, log.criterion, log.rows) == (manager, "goal=internship-started", 8)


def test_a_filter_that_cannot_be_read_is_said_and_opens_no_list(signed_in, manager):
    client = signed_in(manager)

    refused = client.get(f"{PAGE}?since=5-12-2026&until=4-12-2026")

    assertContains(refused, "The last day lies before the first.", status_code=422)
    assertNotContains(refused, "Show the numbers", status_code=422)
    assert client.get(f"{PAGE}list/?since=x").status_code == 404
    assert client.get(f"{PAGE}list/?why=weather").status_code == 404
    assert client.get(f"{PAGE}causes.csv?since=x").status_code == 404


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}list/"])
def test_thirty_take_as_many_queries_as_three(signed_in, manager, unit, caseworker, address):
    client = signed_in(manager)
    taken = []
    for number in (3, 27):
        many_cases(number, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
        jobs.sweep()
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assertContains(client.get(address), "30 breaches" if number == 27 else "3 breaches")
        taken.append(len(queries))

    assert taken[0] == taken[1]
