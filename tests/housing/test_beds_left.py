"""What a home of their own, and a move that was later than recorded, do to the beds of a household."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.day import ONE_DAY
from housing.models import OwnHome, Stay
from tests.factories import TODAY, HouseholdFactory
from tests.forms import no_day, on
from tests.housing import homes, stays
from tests.housing.households import offer, ready
from tests.housing.pages import of, text
from tests.housing.test_dwellings import at
from tests.housing.test_today import waits

pytestmark = pytest.mark.django_db
WEEK = timedelta(7)


@pytest.fixture
def pair(unit, caseworker):
    """Two sisters who sleep in rooms beside each other."""
    household = HouseholdFactory(unit=unit)
    cases = [stays.single(unit, household=household, caseworker=caseworker) for _each in range(2)]
    place = stays.outside()
    for case, name in zip(cases, "12", strict=True):
        [bed] = stays.beds(stays.room(place, name=name, kept_for="women", beds=1))
        stays.move_in(case, bed, on=TODAY - 2 * WEEK)
    return cases


def ends():
    return list(Stay.objects.order_by("pk").values_list("during__endswith", "left_reason"))


def lines(case):
    return list(case.lines.order_by("pk").values_list("verb", flat=True))


def test_a_home_of_their_own_ends_their_stays_and_taken_back_lets_them_go_on(pair, caseworker):
    one, other = pair
    found = {"case": one, "on": TODAY - WEEK, "note": "", "today": TODAY, "by": caseworker}
    OwnHome.objects.found(beds_left_on=TODAY - ONE_DAY, **found)

    assert ends() == [(TODAY - ONE_DAY, "own-home")] * 2
    assert lines(other)[-2:] == ["stay-left", "own-home"]

    without = OwnHome.objects.take_back(case=other, reason="It fell through", today=TODAY, by=caseworker)
    assert (without, ends()) == ([], [(None, "")] * 2)
    assert lines(one)[-2:] == ["own-home-taken-back", "stay-again"]


def test_what_somebody_else_said_of_the_bed_since_stands_when_it_is_taken_back(pair, caseworker):
    one, other = pair
    OwnHome.objects.found(
        case=one, on=TODAY, note="", today=TODAY, by=caseworker, beds_left_on=TODAY - ONE_DAY
    )
    bed = Stay.objects.get(case=one).bed
    stays.move_in(stays.single(one.unit), bed, on=TODAY)

    without = OwnHome.objects.take_back(case=one, reason="A mistake", today=TODAY, by=caseworker)

    assert [case.pk for case in without] == [one.pk]
    assert Stay.objects.get(case=one).left_reason == "own-home"
    assert Stay.objects.get(case=other).left_reason == ""


def test_nothing_is_recorded_if_the_beds_cannot_be_left_that_day(pair, caseworker):
    found = {"case": pair[0], "on": TODAY, "note": "", "today": TODAY, "by": caseworker}

    with pytest.raises(ValidationError, match="a temporary stay begins on"):
        OwnHome.objects.found(beds_left_on=TODAY - 2 * WEEK, **found)

    assert not OwnHome.objects.exists()
    assert ends() == [(None, "")] * 2


def test_the_form_asks_when_they_leave_and_homes_today_waits_for_the_answer(pair, lise, rikke, officer):
    form = of("own_home", pair[0])
    page = text(lise.get(form))
    assert "From which day do they sleep there?" in page
    assert f"{pair[1].person.name}: Invented House, room 2, bed 1, from" in page

    said = on("on", TODAY - WEEK) | no_day("beds_left_on") | {"note": ""}
    assert lise.post(form, said).status_code == 302
    assert ends() == [(None, "")] * 2
    assert sorted(waits(officer)["stays"]) == sorted(case.person.name for case in pair)
    page = text(rikke.get(reverse("housing:today")))
    assert "still sleeps in Invented House" in page
    assert of("leave_bed", pair[0]) in page

    leaving = {"who": [case.number for case in pair], "reason": "own-home"} | on("on", TODAY)
    assert rikke.post(of("leave_bed", pair[0]), leaving).status_code == 302
    assert "stays" not in waits(officer)


def test_of_somebody_without_a_bed_the_form_asks_nothing_about_one(lise, unit, caseworker):
    case = stays.single(unit, caseworker=caseworker)
    form = of("own_home", case)

    assert "From which day do they sleep there?" not in text(lise.get(form))
    assert lise.post(form, on("on", TODAY) | {"note": ""}).status_code == 302
    assert OwnHome.objects.get().beds_left_on is None


def test_a_caseworker_ends_the_stays_in_the_same_form_and_reads_who_is_not_back(pair, lise):
    one, _other = pair
    said = on("on", TODAY - WEEK) | on("beds_left_on", TODAY - ONE_DAY) | {"note": ""}
    lise.post(of("own_home", one), said)
    assert ends() == [(TODAY - ONE_DAY, "own-home")] * 2
    stays.move_in(stays.single(one.unit), Stay.objects.get(case=one).bed, on=TODAY)

    page = text(lise.post(of("no_own_home", one), {"reason": "A mistake"}, follow=True))

    assert f"they sleep elsewhere: {one.person.name}." in page


@pytest.fixture
def moved_too_early(pair, officer):
    """The sisters were recorded as moved in a week ago; the bed of the first is somebody else's since."""
    ready(pair[0])
    dwelling = homes.home()
    homes.checked(dwelling, Stay.objects.first().lodging_check.area_list, officer)
    made = offer(pair[0].household, dwelling, on=TODAY - WEEK)
    made.record_answer(answer="accepted", on=TODAY - WEEK, today=TODAY, by=officer)
    made.move_in(on=TODAY - WEEK, today=TODAY, by=officer)
    newcomer = stays.single(pair[0].unit)
    bed = Stay.objects.get(case=pair[0]).bed
    return made, stays.move_in(newcomer, bed, on=TODAY - 3 * ONE_DAY)


def test_a_later_move_of_somebody_whose_bed_is_taken_is_asked_about_and_nothing_kept(
    moved_too_early, pair, rikke
):
    made, _taken = moved_too_early
    before = ends()

    answer = rikke.post(at("move_in", made), on("moved_in_on", TODAY) | {"nights_are_open": ""})

    assert answer.status_code == 422
    page = text(answer)
    assert f"{pair[0].person.name} (Invented House, room 1, bed 1, from " in page
    assert "Somebody sleeps in this bed on some of these days. Choose another. Where did they sleep?" in page
    assert pair[1].person.name not in page.split("form-errors")[-1].split("</form>")[0]
    assert 'type="checkbox" name="nights_are_open"' in page
    assert of("move_into_bed", pair[0]) in page
    made.refresh_from_db()
    assert (made.moved_in_on, ends()) == (TODAY - WEEK, before)


def test_the_nights_stay_open_if_nobody_knows_where_they_slept(moved_too_early, rikke):
    made, _taken = moved_too_early

    answer = rikke.post(at("move_in", made), on("moved_in_on", TODAY) | {"nights_are_open": "on"})

    assert answer.status_code == 302
    made.refresh_from_db()
    assert made.moved_in_on == TODAY
    assert ends()[:2] == [(TODAY - WEEK, "home"), (TODAY, "home")]


def test_once_another_bed_is_recorded_for_these_nights_nothing_is_asked(moved_too_early, pair, rikke):
    made, _taken = moved_too_early
    bed = stays.beds(stays.room(Stay.objects.first().bed.room.lodging, name="9", kept_for="women"))[0]
    chosen = {pair[0].number: str(bed.public_id)}
    days = on("on", TODAY - WEEK) | on("until", TODAY - ONE_DAY)
    assert rikke.post(of("move_into_bed", pair[0]), chosen | days).status_code == 302

    assert rikke.post(at("move_in", made), on("moved_in_on", TODAY)).status_code == 302

    made.refresh_from_db()
    assert made.moved_in_on == TODAY
    assert Stay.objects.days(households=[made.household_id], until=TODAY) == {made.household_id: 14}


def test_somebody_who_comes_on_the_day_of_the_move_stands_in_nobodys_way(moved_too_early, rikke):
    made, taken = moved_too_early
    taken.take_back(reason="Comes later", today=TODAY, by=None)
    stays.move_in(taken.case, taken.bed, on=TODAY)

    assert rikke.post(at("move_in", made), on("moved_in_on", TODAY)).status_code == 302

    assert ends()[:2] == [(TODAY, "home")] * 2
