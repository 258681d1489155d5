"""The suggestion of a mentor: the wish first, then load; a language or a district in common are worth some of it."""

from datetime import date
from itertools import permutations

import pytest

from mentoring.matching import (
    DISTRICT_WORTH,
    LANGUAGE_WORTH,
    SOON_AWAY_COSTS,
    Candidate,
    Speaks,
    Wanted,
    here_next,
    propose,
    weigh,
)

ARABIC = frozenset({"ar"})


def order(wanted, *candidates):
    return [each.candidate.user_id for each in propose(wanted, candidates)]


def reasons(wanted, candidate, *others):
    found = propose(wanted, [candidate, *others])
    return set(next(each.reasons for each in found if each.candidate == candidate))


def test_the_wish_comes_before_everything_else():
    near = Candidate(1, sex="m", languages=ARABIC, districts=frozenset({"valby"}))
    unknown = Candidate(2)
    wished = Candidate(3, sex="f", weight=40)

    assert order(Wanted(ARABIC, sex="f", district="valby"), near, unknown, wished) == [3, 2, 1]


@pytest.mark.parametrize(("more", "first"), [(LANGUAGE_WORTH - 1, 1), (LANGUAGE_WORTH + 1, 2)])
def test_a_language_in_common_is_worth_a_higher_load_up_to_a_point(more, first):
    speaks, lighter = Candidate(1, languages=ARABIC, weight=more), Candidate(2)

    assert order(Wanted(ARABIC), speaks, lighter)[0] == first


@pytest.mark.parametrize(("more", "first"), [(DISTRICT_WORTH - 1, 1), (DISTRICT_WORTH + 1, 2)])
def test_so_is_a_district_for_less(more, first):
    near, lighter = Candidate(1, districts=frozenset({"valby"}), weight=more), Candidate(2)

    assert order(Wanted(district="valby"), near, lighter)[0] == first


def test_whoever_is_away_or_full_comes_last_and_it_is_said():
    away, full, here = Candidate(1, is_away=True), Candidate(2, people=3, capacity=3), Candidate(3, weight=30)

    found = propose(Wanted(), [full, away, here])

    assert [each.candidate for each in found] == [here, away, full]
    assert [each.has_room for each in found] == [True, True, False]
    assert reasons(Wanted(), away, here) == {Speaks.AWAY}
    assert reasons(Wanted(), full, here) == {Speaks.FULL}
    assert reasons(Wanted(), here, away, full) == {Speaks.LIGHTEST}


@pytest.mark.parametrize(("more", "first"), [(SOON_AWAY_COSTS - 1, 1), (SOON_AWAY_COSTS + 1, 2)])
def test_whoever_is_about_to_be_away_comes_after_who_carries_a_little_more(more, first):
    stays, goes = Candidate(1, weight=more), Candidate(2, is_away_soon=True)

    assert order(Wanted(), goes, stays)[0] == first
    assert Speaks.AWAY_SOON in reasons(Wanted(), goes)


def test_of_two_alike_comes_first_who_is_here_first_and_their_days_are_told():
    friday = Candidate(1, has_working_days=True, days_until_here=4)
    today = Candidate(2, has_working_days=True)
    nobody_knows_when = Candidate(3, has_working_days=True, days_until_here=None)

    assert order(Wanted(), friday, nobody_knows_when, today) == [2, 1, 3]
    assert Speaks.WORKS in reasons(Wanted(), friday)
    assert {Speaks.WORKS, Speaks.NOT_HERE} & reasons(Wanted(), nobody_knows_when) == {Speaks.NOT_HERE}
    assert Speaks.WORKS not in reasons(Wanted(), Candidate(4))


MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("weekdays", "away", "here"),
    [
        ([], [], MONDAY),
        ([1, 3], [], date(2026, 11, 24)),
        ([0], [(MONDAY, date(2026, 11, 24))], date(2026, 11, 30)),
        ([0], [(MONDAY, date(2026, 11, 30))], date(2026, 11, 30)),
        ([], [(MONDAY, date(2026, 11, 25)), (date(2026, 11, 25), date(2026, 11, 27))], date(2026, 11, 27)),
        ([], [(MONDAY, None)], None),
        ([], [(date(2026, 11, 24), None)], MONDAY),
        ([0], [(MONDAY, date(2026, 12, 21))], None),
        ([0], [(MONDAY, date(2026, 12, 14))], date(2026, 12, 14)),
    ],
)
def test_the_next_day_here_is_a_working_day_on_which_they_are_not_away(weekdays, away, here):
    assert here_next(MONDAY, weekdays, away) == here


def test_every_reason_for_and_against_is_said():
    wanted = Wanted(ARABIC, sex="f", district="valby")
    fits = Candidate(1, languages=ARABIC | {"en"}, sex="f", districts=frozenset({"valby"}))
    other = Candidate(2, sex="m", weight=5)

    assert reasons(wanted, fits, other) == {Speaks.WISH, Speaks.LANGUAGE, Speaks.DISTRICT, Speaks.LIGHTEST}
    assert reasons(wanted, other, fits) == {Speaks.NOT_THE_WISH, Speaks.NO_LANGUAGE}
    assert Speaks.WISH_NOT_KNOWN in reasons(wanted, Candidate(3))
    assert propose(wanted, [fits])[0].languages == ARABIC


def test_nothing_is_said_of_what_nobody_asked_for():
    assert reasons(Wanted(), Candidate(1, sex="f", languages=ARABIC, weight=1), Candidate(2)) == set()


def test_the_order_in_which_mentors_come_decides_nothing():
    candidates = [Candidate(1, weight=3), Candidate(2, languages=ARABIC, weight=9), Candidate(3, weight=3)]

    # 9 less the worth of the language is 3 as well: of three alike the first comes first.
    assert {tuple(order(Wanted(ARABIC), *each)) for each in permutations(candidates)} == {(1, 2, 3)}


@pytest.mark.parametrize(
    ("facts", "weight"),
    [
        ((False, False, True), 1),
        ((True, False, True), 2),
        ((False, True, True), 2),
        ((False, False, False), 2),
        ((True, True, False), 4),
    ],
)
def test_the_first_months_a_family_and_a_foreign_language_weigh_more(facts, weight):
    is_new, has_family, shares_language = facts

    assert weigh(is_new=is_new, has_family=has_family, shares_language=shares_language) == weight
