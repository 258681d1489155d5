"""One timeline of what a person does on weekdays: no silent gap, no day twice, what overlaps side by side."""

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from goals.models import Pause
from internships.models import Offer
from internships.weekdays import Why, weekdays
from refugees.models import JobReadiness, Occupation
from tests.factories import CaseFactory
from tests.internships.busy import TAKEOVER, busy_case, day
from tests.internships.recording import url


def did(first, last=None, kind="internship", pk=0):
    ending = "completed" if last is not None else ""
    return Occupation(
        pk=pk,
        kind=kind,
        place="Invented",
        started_on=day(first),
        last_on=None if last is None else day(last),
        ending=ending,
    )


def told(occupations, *, until=30, since=TAKEOVER, **more):
    rows = weekdays(occupations, since=since, until=day(until), **more)
    return [
        ((row.first_on - TAKEOVER).days, row.last_on and (row.last_on - TAKEOVER).days, row.mark)
        for row in rows
    ]


def test_before_the_first_start_nothing_was_done_and_it_is_said():
    assert told([did(7, 20), did(28)]) == [
        (0, 6, "gap"),
        (7, 20, "busy"),
        (21, 27, "gap"),
        (28, None, "busy"),
    ]


def test_what_shares_a_day_stands_side_by_side():
    [block, rest] = weekdays([did(0, 9, pk=1), did(9, 12, pk=2)], since=TAKEOVER, until=day(14))

    assert [row.pk for row in block.occupations] == [1, 2]
    assert (block.days, rest.is_gap) == (13, True)


def test_a_weekend_is_no_gap_and_a_single_monday_is():
    assert told([did(0, 4), did(7)]) == [(0, 4, "busy"), (7, None, "busy")]
    assert told([did(0, 4), did(8)]) == [(0, 4, "busy"), (5, 7, "gap"), (8, None, "busy")]


def test_the_last_gap_is_open_until_today():
    rows = weekdays([did(0, 4)], since=TAKEOVER, until=day(30))

    assert (rows[-1].first_on, rows[-1].last_on, rows[-1].days) == (day(5), None, 26)


def test_what_began_before_the_takeover_is_shown_from_its_first_day():
    assert told([did(-10, 4, kind="job")], until=10) == [(-10, 4, "busy"), (5, None, "gap")]
    assert told([did(-10, -5)], until=10) == [(-10, -5, "busy"), (0, None, "gap")]


def test_without_a_takeover_the_days_begin_with_the_first_start():
    assert told([did(3, 4)], since=None, until=10) == [(3, 4, "busy"), (5, None, "gap")]
    assert told([], since=None) == []


def test_a_gap_says_when_the_time_for_the_next_offer_was_over():
    rows = weekdays([did(0, 4)], since=TAKEOVER, until=day(60), over_on=[day(47)])

    assert (rows[-1].mark, rows[-1].over_on) == ("over", day(47))


def test_what_is_planned_comes_last():
    later, sooner = (Offer(pk=pk, planned_start_on=day(40 - pk)) for pk in (1, 2))

    rows = weekdays([], since=TAKEOVER, until=day(10), planned=[later, sooner])

    assert [(row.mark, row.offer) for row in rows] == [("gap", None), ("planned", sooner), ("planned", later)]


def test_a_gap_says_what_its_days_are_about_and_of_how_many_nothing_is_known():
    danish, paused = Why("Danish", day(7)), Why("Paused", day(-9), day(8))
    later, before = Why("Later", day(40)), Why("Before", day(-30), day(4))

    [busy, gap] = weekdays([did(0, 4)], since=TAKEOVER, until=day(20), whys=[danish, later, paused, before])

    assert busy.why == ()
    assert [why.words for why in gap.why] == ["Paused", "Danish"]
    assert gap.unexplained == 0


def test_weekdays_of_which_nothing_is_known_are_counted_and_weekends_are_not():
    [gap] = weekdays([], since=TAKEOVER, until=day(13), whys=[Why("Paused", day(0), day(2))])

    assert (gap.days, gap.unexplained) == (14, 7)  # Thursday and Friday, and a week from Monday to Friday


spells = st.tuples(st.integers(-20, 80), st.one_of(st.none(), st.integers(0, 40)))


# A machine that is busy with other things draws slowly; that says nothing about weekdays.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(spells, max_size=6))
def test_every_day_is_in_exactly_one_stretch_or_a_weekend(drawn):
    occupations = [
        did(first, None if length is None else first + length) for first, length in drawn if first <= 60
    ]
    until = day(60)

    rows = weekdays(occupations, since=TAKEOVER, until=until)

    for number in range(61):
        on = day(number)
        found = [row for row in rows if row.first_on <= on <= (row.last_on or until)]
        busy = [
            each for each in occupations if each.started_on <= on and (not each.last_on or each.last_on >= on)
        ]
        assert len(found) == 1 or (not found and on.weekday() >= 5)
        if found:
            assert found[0].is_gap == (not busy)
            assert set(map(id, busy)) <= set(map(id, found[0].occupations))


@pytest.fixture
def case(db, unit, caseworker):
    return busy_case(unit, caseworker)


@pytest.mark.django_db
def test_the_page_shows_every_stretch(lise, case):
    page = lise.get(url("weekdays", case))

    for words in (
        "Invented Bakery",
        "Invented Park",
        "Invented School",
        "15 h a week",
        "Agreed last day Fri 18 Dec",
        "77 days without an occupation, in 2 gaps.",
        "The time for the next offer was over on Mon 24 Aug",
        "Planned: Wage-subsidy job",
        "Invented Garage",
    ):
        assertContains(page, words)


@pytest.mark.django_db
def test_the_page_says_why_a_gap_is_one_and_the_ground_of_a_pause_to_those_who_may_read_it(
    lise, signed_in, colleague, case, caseworker
):
    JobReadiness.objects.decide(case=case, is_ready=False, on=day(50), reason="Hospital.", by=caseworker)
    JobReadiness.objects.decide(case=case, is_ready=True, on=day(60), reason="", by=caseworker)
    Pause.objects.create(
        case=case, ground="illness", during=DateRange(day(2), day(5)), reason="The letter came late."
    )

    mine = lise.get(url("weekdays", case))
    theirs = signed_in(colleague).get(url("weekdays", case))

    assertContains(mine, "Paused: Illness: Wed 3 Jun – Fri 5 Jun")
    assertContains(theirs, "Paused: Wed 3 Jun – Fri 5 Jun")
    assertNotContains(theirs, "Illness")
    for page in (mine, theirs):
        assertContains(page, "Exempt from offers: not job-ready: Tue 21 Jul – Thu 30 Jul")
        assertContains(page, "Danish education at")
        assertNotContains(page, "Hospital.")


@pytest.mark.django_db
def test_a_case_without_a_takeover_has_nothing_to_show(lise, unit):
    page = lise.get(url("weekdays", CaseFactory(unit=unit)))

    assertContains(page, "Nothing to show yet")
    assertNotContains(page, "weekdays__item")


@pytest.mark.django_db
def test_days_after_the_closing_are_not_counted(lise, case, caseworker):
    case.close(on=day(150), reason="moved", by=caseworker)

    page = lise.get(url("weekdays", case))

    assertNotContains(page, "Planned:")
    assertContains(page, "46 days")


@pytest.mark.django_db
def test_who_may_not_see_the_case_does_not_learn_of_it(signed_in, stranger, mentor, case):
    for user in (stranger, mentor):
        assert signed_in(user).get(url("weekdays", case)).status_code == 404
