"""A place in school or day care for each child: the fact, its promise, the forms and who may not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from goals.models import Clock, State
from goals.receipt import receipt
from refugees.models import Seen, StaleEdit, version_of
from refugees.timeline import timeline
from screening.child_goal import read_facts
from screening.models import ChildPlace
from screening.views.child_place import TELLS
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.forms import no_day, on

pytestmark = pytest.mark.django_db

TAKEOVER = date(2026, 11, 2)
DUE = date(2026, 12, 2)
FOUND = date(2026, 11, 16)


def url(name, case, *rows):
    return reverse(f"screening:{name}", args=[case.public_id, *(row.public_id for row in rows)])


def born(day, unit, **facts):
    person = PersonFactory(unit=unit, born_on=day)
    return CaseFactory(unit=unit, person=person, taken_over_on=TAKEOVER, **facts)


@pytest.fixture
def child(unit, caseworker):
    """Nine years old when the City took over."""
    return born(date(2017, 3, 1), unit, caseworker=caseworker)


@pytest.fixture
def place(child, caseworker):
    return record(child, caseworker)


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


def record(case, by=None, **facts):
    usual = {"kind": "school", "where": "Invented School", "on": FOUND, "today": TODAY, "by": by}
    return ChildPlace.objects.record(case=case, **usual | facts)


def clocks(case, day=TODAY):
    return Clock.objects.at(day).filter(case=case, goal="children-placed")


def create(case, **facts):
    usual = {"kind": "school", "where": "Invented School", "on": FOUND}
    return ChildPlace.objects.create(case=case, **usual | facts)


RULES = {
    "child_place_is_of_a_known_kind": {"kind": "elsewhere"},
    "child_place_says_where_or_why_not": {"where": ""},
    "child_starts_after_the_place_is_found": {"starts_on": TAKEOVER},
    "taking_back_a_child_place_says_why": {"taken_back_at": "2026-11-20T10:00:00+01:00"},
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(child, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        create(child, **RULES[constraint])


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "not-wanted", "where": ""},
        {"kind": "not-wanted", "why": "At home"},
        {"kind": "not-wanted", "where": "", "why": "At home", "starts_on": TODAY},
        {"why": "At home"},
    ],
)
def test_a_place_says_where_and_none_says_why(child, facts):
    with pytest.raises(IntegrityError, match="child_place_says_where_or_why_not"), transaction.atomic():
        create(child, **facts)


def test_every_rule_of_the_place_is_tested_here():
    named = {rule.name for rule in ChildPlace._meta.constraints if isinstance(rule, models.CheckConstraint)}

    assert named == set(RULES)


def test_a_month_from_the_takeover_for_a_child_and_nothing_for_an_adult(child, unit):
    adult, of_unknown_age = born(date(1990, 1, 1), unit), born(None, unit)

    [clock] = clocks(child)

    assert (clock.standard, clock.starts_on, clock.due_on) == ("internal", TAKEOVER, DUE)
    assert not clocks(adult).exists()
    assert not clocks(of_unknown_age).exists()


def test_the_place_keeps_it_on_the_day_it_was_found(child, place):
    [clock] = clocks(child)

    assert (clock.state, clock.met_on) == (State.MET_IN_TIME, FOUND)


def test_a_child_that_none_is_wanted_for_is_promised_nothing_more(child):
    row = record(child, kind="not-wanted", where="", why="At home with the father for the first year")

    [clock] = clocks(child)

    assert (clock.void_on, clock.void_reason) == (FOUND, "not-covered")
    assert not row.is_wanted


def test_who_turns_18_is_promised_nothing_more(unit):
    nearly = born(date(2008, 11, 20), unit)

    [clock] = clocks(nearly)

    assert (clock.void_on, clock.void_reason) == (date(2026, 11, 20), "not-covered")


def test_a_place_that_is_taken_back_lets_the_promise_run_again(child, place, caseworker):
    place.take_back(reason="Another child", on=TODAY, by=caseworker)

    [clock] = clocks(child)

    assert (clock.met_on, clock.due_on) == (None, DUE)
    assert ChildPlace.objects.filter(pk=place.pk).exists()


def test_a_corrected_day_moves_what_kept_the_promise(child, place, caseworker):
    facts = {"kind": "school", "where": "Another Invented School", "starts_on": None, "why": ""}
    place.correct(on=TODAY, reason="Wrong letter", today=TODAY, by=caseworker, **facts)

    [clock] = clocks(child)

    assert clock.met_on == TODAY
    with pytest.raises(ValidationError, match="Say why the place is corrected"):
        place.correct(on=TODAY, reason=" ", today=TODAY, by=caseworker, **facts)


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2027, 1, 1)])
def test_no_place_was_found_on_a_day_to_come(child, day):
    with pytest.raises(ValidationError):
        record(child, on=day)


def test_places_are_for_children(unit):
    with pytest.raises(ValidationError, match="18 at the takeover"):
        record(born(date(1990, 1, 1), unit))


def test_the_receipt_and_the_history_say_where_and_why(child, place, caseworker):
    place.take_back(reason="Another child", on=TODAY, by=caseworker)
    record(child, by=caseworker, where="The right school")

    [clock] = clocks(child)
    told = [(str(item.what), item.source) for item in clock.declared.evidence(child.pk, clock.occurrence)]

    assert told[-1] == ("School", "The right school")
    assert "The right school" in receipt(clock, clock.declared.evidence(child.pk, clock.occurrence)).text
    texts = [item.text for item in timeline(child).items]
    assert any("Invented School" in text and "Another child" in text for text in texts)


def test_the_second_of_two_is_refused_and_overwrites_nothing(child, place, caseworker):
    seen = Seen(TELLS, version_of(place, TELLS))
    facts = {
        "kind": "school",
        "starts_on": None,
        "why": "",
        "reason": "Typo",
        "today": TODAY,
        "by": caseworker,
    }
    place.correct(where="First", on=FOUND, **facts)

    with pytest.raises(StaleEdit):
        ChildPlace.objects.get().correct(where="Second", on=FOUND, version=seen, **facts)

    assert ChildPlace.objects.get().where == "First"


def test_the_facts_of_any_number_of_children_take_three_queries(unit, django_assert_num_queries):
    for number in (2, 20):
        cases = [born(date(2018, 1, 1), unit) for _ in range(number)]
        for case in cases:
            create(case)
        with django_assert_num_queries(3):
            assert len(list(read_facts([case.pk for case in cases]))) == number


def test_from_the_form_to_the_panel(lise, child):
    given = {"kind": "day-care", "where": "Invented Nursery", "why": ""}
    refused = lise.post(url("record_child_place", child), {"kind": "day-care"} | on("on", FOUND))
    done = lise.post(url("record_child_place", child), given | on("on", FOUND) | no_day("starts_on"))

    assertContains(refused, "Say where the place is", status_code=422)
    assertRedirects(done, f"{reverse('case', args=[child.public_id])}#child-place")
    page = lise.get(reverse("case", args=[child.public_id]))
    assertContains(page, "Invented Nursery")
    assertContains(page, "Day care or kindergarten")


def test_the_panel_offers_nothing_to_whoever_only_looks(signed_in, manager, child, place):
    page = signed_in(manager).get(reverse("case", args=[child.public_id]))

    assertContains(page, "Invented School")
    assertNotContains(page, url("correct_child_place", child, place))


def test_nobody_of_another_unit_reads_it(child, place, stranger, caseworker):
    with user_scope(stranger):
        assert not ChildPlace.objects.exists()
    with user_scope(caseworker):
        assert ChildPlace.objects.exists()
