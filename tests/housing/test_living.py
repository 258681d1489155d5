"""After a home was accepted: the contract, the move, whether they still live there, the moving out."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from goals.models import Clock
from housing.after import due_marks
from housing.households import Stage, households_of
from housing.models import Dwelling, StillThere
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import family, moved, offer, ready
from tests.housing.test_dwellings import at
from tests.housing.test_household_screens import on

pytestmark = pytest.mark.django_db
DAY = timedelta(1)
LONG_READY, MOVED = date(2026, 1, 5), date(2026, 2, 20)


@pytest.fixture
def long_ago(unit, caseworker):
    """A couple with a child that was ready in January and moved in in February."""
    cases = family(unit, 34, 36, 9, taken_over_on=date(2025, 9, 1), caseworker=caseworker)
    ready(cases[0], on=LONG_READY)
    dwelling = homes.home(available_from=MOVED)
    homes.checked(dwelling, homes.area_list(caseworker), caseworker)
    return moved(cases[0].household, dwelling, MOVED)


def clocks(made, **facts):
    """What is promised to the people who moved, by whom and when."""
    found = Clock.objects.filter(goal="home-kept", case__in=made.offered_to.values("case"), **facts)
    return found.at(TODAY).order_by("case", "starts_on")


def stage(officer, household):
    return households_of(officer).get(pk=household.pk).stage


def test_it_is_asked_of_each_adult_after_six_months_and_after_a_year(long_ago):
    asked = [(clock.starts_on, clock.due_on, clock.state, clock.standard) for clock in clocks(long_ago)]

    assert asked == 2 * [
        (date(2026, 8, 20), date(2026, 9, 3), "over", "internal"),
        (date(2027, 2, 20), date(2027, 3, 6), "not_started", "internal"),
    ]


def test_whoever_is_heard_to_live_there_still_is_asked_no_more(long_ago, officer):
    with pytest.raises(ValidationError, match="asked from"):
        StillThere.objects.hear(offer=long_ago, mark=12, on=TODAY, today=TODAY, by=officer)
    with pytest.raises(ValidationError, match="still to come"):
        StillThere.objects.hear(offer=long_ago, mark=6, on=TODAY + DAY, today=TODAY, by=officer)

    row = StillThere.objects.hear(offer=long_ago, mark=6, on=date(2026, 8, 30), today=TODAY, by=officer)

    assert [clock.state for clock in clocks(long_ago, met_on__isnull=False)] == ["met_in_time"] * 2
    with pytest.raises(ValidationError, match="recorded already"):
        StillThere.objects.hear(offer=long_ago, mark=6, on=TODAY, today=TODAY, by=officer)
    row.take_back(reason="Another household", today=TODAY, by=officer)
    assert not clocks(long_ago, met_on__isnull=False).exists()


def test_whoever_lived_there_after_a_year_did_so_after_six_months(long_ago, officer):
    day = date(2027, 2, 21)
    StillThere.objects.hear(offer=long_ago, mark=12, on=day, today=day, by=officer)

    met = Clock.objects.filter(goal="home-kept", case__in=long_ago.offered_to.values("case"))

    assert sorted(met.values_list("met_on", "void_on")) == 4 * [(day, None)]
    assert due_marks(long_ago, long_ago.still_there.all(), day) == []


def test_moving_out_ends_the_asking_and_takes_the_home_off_the_board(long_ago, officer):
    facts = {"on": TODAY, "reason": "split", "today": TODAY, "by": officer}
    long_ago.move_out(needs_another=True, **facts)

    assert {clock.void_reason for clock in clocks(long_ago)} == {"moved-out"}
    home = Dwelling.objects.at(TODAY).get()
    assert (home.state, home.gone_reason, home.held) == ("gone", "moved-out", "")
    assert stage(officer, long_ago.household) == Stage.WAITING
    with pytest.raises(ValidationError, match="does not live there now"):
        StillThere.objects.hear(offer=long_ago, mark=6, on=TODAY, today=TODAY, by=officer)

    long_ago.move_out(needs_another=False, **facts)
    assert stage(officer, long_ago.household) == Stage.LEFT


def test_who_needs_another_home_is_offered_one_and_no_clock_begins_anew(long_ago, officer):
    long_ago.move_out(on=TODAY, reason="ended", needs_another=True, today=TODAY, by=officer)
    second = homes.home("Opfundet Vej 2, 2500 Valby")
    homes.checked(second, long_ago.area_check.area_list, None)

    offer(long_ago.household, second)

    assert stage(officer, long_ago.household) == Stage.OFFERED
    [*answered] = Clock.objects.filter(goal="housing-offered", case__household=long_ago.household).at(TODAY)
    assert {(clock.state, clock.met_on) for clock in answered} == {("met_in_time", MOVED - timedelta(7))}


def test_the_same_home_may_be_offered_again_once_it_is_given_again(long_ago, officer, unit):
    long_ago.move_out(on=TODAY, reason="ended", needs_another=False, today=TODAY, by=officer)
    home = long_ago.dwelling
    home.bring_back(by=officer)
    [other] = family(unit)
    ready(other)

    offer(other.household, home)

    home.refresh_from_db()
    assert home.held == "offered"


def test_what_did_not_happen_is_taken_back_the_last_first(long_ago, officer):
    long_ago.move_out(on=TODAY, reason="ended", needs_another=False, today=TODAY, by=officer)
    facts = {"reason": "Another household", "today": TODAY, "by": officer}

    long_ago.undo(**facts)
    assert Dwelling.objects.at(TODAY).get().state == "taken"
    assert stage(officer, long_ago.household) == Stage.MOVED
    long_ago.undo(**facts)
    assert (long_ago.moved_in_on, stage(officer, long_ago.household)) == (None, Stage.ACCEPTED)
    assert not clocks(long_ago).exclude(void_reason="withdrawn").exists()
    long_ago.undo(**facts)
    assert long_ago.signed_on is None
    with pytest.raises(ValidationError, match="Nothing of it is recorded"):
        long_ago.undo(**facts)


def test_an_offer_that_falls_through_after_the_signing_is_signed_no_more(household, outside):
    made = offer(household, outside)
    with pytest.raises(ValidationError, match="for a home that was accepted"):
        made.sign(on=TODAY, today=TODAY, by=None)
    made.refresh_from_db()
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
    made.sign(on=TODAY, today=TODAY, by=None)

    made.record_answer(answer="withdrawn", on=TODAY, today=TODAY, by=None)

    assert made.signed_on is None
    assert Dwelling.objects.at(TODAY).get().state == "free"


def test_who_has_moved_in_was_offered_the_home(long_ago, officer):
    with pytest.raises(ValidationError, match="has moved in"):
        long_ago.take_back(reason="Mistake", today=TODAY, by=officer)
    long_ago.refresh_from_db()
    assert long_ago.taken_back_at is None


def test_the_history_tells_each_step_with_its_home_and_its_reason(lise, long_ago, officer):
    row = StillThere.objects.hear(
        offer=long_ago, mark=6, on=TODAY, today=TODAY, by=officer, words="All is well"
    )
    row.take_back(reason="Wrong door", today=TODAY, by=officer)
    long_ago.move_out(
        on=TODAY, reason="ended", words="The house is sold", needs_another=True, today=TODAY, by=officer
    )
    long_ago.undo(reason="It was the neighbour", today=TODAY, by=officer)

    case = long_ago.offered_to.order_by("case").first().case
    page = lise.get(reverse("refugees:history", args=[case.public_id])).content.decode()

    for words in (
        "Contract of the home signed on",
        "Still living there 6 months after the move",
        "All is well",
        "Wrong door",
        "Moved out of the permanent home on",
        "The house is sold",
        "The landlord ended the contract",
        "It was the neighbour",
        str(long_ago.dwelling.address),
    ):
        assert words in page


def test_an_officer_records_it_all_on_the_screen(rikke, household, outside, officer):
    made = offer(household, outside)
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=officer)
    assert rikke.post(at("sign", made), on("signed_on", TODAY)).status_code == 302
    assert rikke.post(at("move_in", made), on("moved_in_on", TODAY)).status_code == 302
    still = reverse("housing:still_there", args=[made.public_id, "6m"])
    answer = rikke.post(still, on("heard_on", TODAY))
    assert answer.status_code == 422
    assert "That is asked from" in answer.content.decode()
    assert rikke.get(reverse("housing:still_there", args=[made.public_id, "5m"])).status_code == 404

    empty = rikke.post(at("move_out", made), on("moved_out_on", TODAY))
    assert "Choose whether we look for another home." in empty.content.decode()
    said = {"left_reason": "not-fit", "needs_another": "yes", "left_words": ""} | on("moved_out_on", TODAY)
    assert rikke.post(at("move_out", made), said).status_code == 302
    page = rikke.get(at("household", household)).content.decode()
    assert "The home did not fit the household" in page
    assert "Offer a home" in page

    assert "They have not moved out after all" in rikke.get(at("undo", made)).content.decode()
    assert rikke.post(at("undo", made), {"reason": "Mistake"}).status_code == 302
    made.refresh_from_db()
    assert (made.moved_out_on, made.moved_in_on) == (None, TODAY)


def test_of_two_who_record_the_move_the_second_sees_both(rikke, household, outside, officer):
    made = offer(household, outside)
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=officer)
    page = rikke.get(at("move_in", made)).content.decode()
    version = page.split('name="version" value="')[1].split('"')[0]
    made.sign(on=TODAY, today=TODAY, by=officer)

    answer = rikke.post(at("move_in", made), {"version": version} | on("moved_in_on", TODAY))

    assert answer.status_code == 409
    made.refresh_from_db()
    assert made.moved_in_on is None


def test_days_in_temporary_housing_end_with_the_move_and_say_from_what_they_are_counted(lise, long_ago):
    page = lise.get(at("household", long_ago.household)).content.decode()

    assert f"{(MOVED - date(2025, 9, 1)).days} days in temporary housing" in page
    assert "no stay is recorded: counted from the takeover" in page
