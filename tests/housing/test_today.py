"""What waits today for whoever finds homes: each thing by the fact that makes it due, and gone once it is done."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from housing.addresses import Address
from housing.models import StillThere
from housing.work import MOST_ROWS, day_of
from refugees.models import KeyDate
from tests.factories import TODAY, HouseholdFactory
from tests.forms import on
from tests.housing import homes, stays
from tests.housing.households import READY, family, moved, offer, ready

pytestmark = pytest.mark.django_db
PAGE = reverse("housing:today")
DAY = timedelta(1)


def waits(user, day=TODAY):
    """What stands there: the titles of the rows by section."""
    return {section.key: [row.title for row in section.rows] for section in day_of(user, day).sections}


def test_an_answer_is_due_on_its_day_and_gone_once_it_is_recorded(officer, household, outside):
    made = offer(household, outside, answer_by=TODAY + 2 * DAY)
    name = household.case_set.get().person.name

    assert "answers" not in waits(officer)
    assert waits(officer, TODAY + 2 * DAY)["answers"] == [name]
    assert [row.is_late for row in day_of(officer, TODAY + 3 * DAY).sections[0].rows] == [True]
    made.record_answer(answer="withdrawn", on=TODAY, today=TODAY, by=officer)
    assert "answers" not in waits(officer, TODAY + 3 * DAY)


def test_a_viewing_stands_there_the_day_before_and_the_day_itself(officer, household, outside):
    offer(household, outside, viewing_on=TODAY + 2 * DAY)

    found = ["viewings" in waits(officer, TODAY + number * DAY) for number in range(4)]

    assert found == [False, True, True, False]


def test_what_was_accepted_waits_for_its_contract_and_then_for_the_day_of_the_move(officer, unit, caseworker):
    [case] = family(unit)
    ready(case)
    home = homes.home(available_from=TODAY + 10 * DAY)
    homes.checked(home, homes.area_list(caseworker), caseworker)
    made = offer(case.household, home)
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=officer)

    def act(day):
        [row] = next((each.rows for each in day_of(officer, day).sections if each.key == "moves"), [None])
        return row and row.act

    assert act(TODAY) == "Record the contract"
    made.sign(on=TODAY, today=TODAY, by=officer)
    assert act(TODAY) is None
    assert act(TODAY + 10 * DAY) == "Record the move"
    made.move_in(on=TODAY, today=TODAY, by=officer)
    assert act(TODAY + 10 * DAY) is None


def test_a_household_near_its_deadline_stands_there_until_a_home_is_offered(officer, household, outside):
    due = date(2027, 4, 5)  # six calendar months after READY
    name = household.case_set.get().person.name
    assert date(2026, 10, 5) == READY

    assert "deadlines" not in waits(officer)
    assert waits(officer, due - 20 * DAY)["deadlines"] == [name]
    offer(household, outside)
    assert "deadlines" not in waits(officer, due - 20 * DAY)


def test_a_home_waits_for_its_check_against_the_list_in_force_at_its_own_address(officer, caseworker):
    home = homes.home(available_until=TODAY + 30 * DAY)
    assert "checks" not in waits(officer)
    assert not day_of(officer, TODAY).has_list

    row = homes.area_list(caseworker)
    assert waits(officer)["checks"] == [str(home.address)]
    homes.checked(home, row, caseworker)
    assert "checks" not in waits(officer)
    facts = {name: getattr(home, name) for name in homes.SAID} | {"provider": home.provider}
    other = Address("Opfundet Vej", "7", "2500", "Valby")
    home.change(address=other, by=caseworker, **facts)
    assert waits(officer)["checks"] == ["Opfundet Vej 7, 2500 Valby"]
    assert waits(officer, TODAY + 23 * DAY)["going"] == ["Opfundet Vej 7, 2500 Valby"]


def test_whom_nobody_has_asked_waits_however_many_runs_were_missed(officer, unit, caseworker):
    [case] = family(unit, taken_over_on=date(2025, 9, 1))
    ready(case, on=date(2025, 12, 10))
    home = homes.home(available_from=TODAY)
    homes.checked(home, homes.area_list(caseworker), caseworker)
    made = moved(case.household, home, date(2026, 1, 20))

    def asked(day):
        return [
            row.why for each in day_of(officer, day).sections if each.key == "asking" for row in each.rows
        ]

    assert asked(date(2026, 7, 19)) == []
    assert asked(date(2026, 7, 20)) == [f"6 months after the move, since Mon 20 Jul 2026 · {home.address}"]
    assert asked(date(2027, 3, 1)) == [f"12 months after the move, since Wed 20 Jan 2027 · {home.address}"]
    StillThere.objects.hear(offer=made, mark=6, on=TODAY, today=TODAY, by=officer)
    assert asked(TODAY) == []
    assert len(asked(date(2027, 3, 1))) == 1
    case.close(on=TODAY, reason="moved", by=officer)
    assert asked(date(2027, 3, 1)) == []  # the City is responsible no more
    case.reopen(on=TODAY, by=officer)
    assert len(asked(date(2027, 3, 1))) == 1
    made.move_out(on=TODAY, reason="away", needs_another=False, today=TODAY, by=officer)
    assert asked(date(2027, 3, 1)) == []


def test_the_bed_of_a_closed_case_waits_until_somebody_says_that_they_left(officer, rikke, unit):
    household = HouseholdFactory(unit=unit)
    gone, here = (stays.single(unit, household=household) for _each in range(2))
    for case, bed in zip((gone, here), stays.beds(stays.room()), strict=True):
        stays.move_in(case, bed, on=TODAY - DAY)
    assert "Temporary stays to be put right" not in rikke.get(PAGE).content.decode()

    gone.close(on=TODAY, reason="moved", by=officer)

    assert waits(officer)["stays"] == [gone.person.name]
    form = reverse("housing:leave_bed", args=[gone.public_id])
    assert form in rikke.get(PAGE).content.decode()
    page = rikke.get(form).content.decode()
    assert re.findall(r'name="who"[^>]*value="([^"]+)"[^>]*checked', page) == [gone.number]
    assert rikke.post(form, {"who": [gone.number], "reason": "left"} | on("on", TODAY)).status_code == 302
    assert "stays" not in waits(officer)


def test_a_stay_that_begins_before_a_corrected_takeover_waits_until_it_is_put_right(officer, unit):
    case = stays.single(unit)
    row = stays.move_in(case, stays.beds(stays.room())[0], on=TODAY - 10 * DAY)
    takeover = KeyDate.objects.current().get(case=case, event="E2")
    assert "stays" not in waits(officer)

    takeover.correct(on=TODAY - 2 * DAY, reason="The letter", source="city", by=None)

    assert waits(officer)["stays"] == [case.person.name]
    row.take_back(reason="Began later", today=TODAY, by=officer)
    stays.move_in(case, row.bed, on=TODAY - 2 * DAY)
    assert "stays" not in waits(officer)


def test_another_units_households_wait_elsewhere(officer, other_unit, outside):
    [case] = family(other_unit)
    ready(case)
    offer(case.household, outside, answer_by=TODAY)

    assert waits(officer).keys() == {"maxima"}


def test_the_page_leads_to_the_forms_and_a_caseworker_only_looks(rikke, lise, household, outside):
    made = offer(household, outside, answer_by=TODAY)
    form = reverse("housing:answer", args=[made.public_id])

    assert form in rikke.get(PAGE).content.decode()
    page = lise.get(PAGE).content.decode()
    assert household.case_set.get().person.name in page
    assert form not in page
    assert rikke.get("/").url == PAGE


@pytest.mark.parametrize("number", [3, 30])
def test_the_page_asks_the_same_however_much_waits(
    rikke, officer, unit, caseworker, number, django_assert_num_queries
):
    row = homes.area_list(caseworker)
    for each in range(number):
        [case] = family(unit)
        ready(case)
        home = homes.home(f"Opfundet Vej {each + 1}, 2500 Valby")
        homes.checked(home, row, caseworker)
        offer(case.household, home, answer_by=TODAY)
        homes.home(f"Opfundet Allé {each + 1}, 2500 Valby")
    rikke.get(PAGE)

    with django_assert_num_queries(23):
        page = rikke.get(PAGE).content.decode()
    if number > MOST_ROWS:
        assert f"The first {MOST_ROWS} of {number}." in page
