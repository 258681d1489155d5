"""Moving in, moving, leaving: what the verbs do, what they refuse in words, and what the history keeps."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.scope import user_scope
from housing.models import AreaList, LeftReason, Stay, StayPayment
from housing.nights import nights
from tests.factories import TODAY, HouseholdFactory
from tests.housing import homes, stays
from tests.housing.households import offer, ready
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db
WEEK, ONE_DAY = timedelta(7), timedelta(1)


@pytest.fixture
def room():
    return stays.room()


@pytest.fixture
def family(unit):
    household = HouseholdFactory(unit=unit)
    return [stays.single(unit, household=household, age=age) for age in (34, 9)]


def lines(case):
    return [line.verb for line in case.lines.order_by("pk") if line.verb.startswith("stay")]


def test_a_family_moves_in_changes_beds_and_leaves(family, room, officer):
    mother, child = family
    first, second = stays.beds(room)

    Stay.objects.move_in(beds={mother: first, child: second}, on=TODAY - WEEK, by=officer)
    Stay.objects.move(beds={mother: second, child: first}, on=TODAY, by=officer)
    Stay.objects.leave(cases=family, on=TODAY + WEEK, reason=LeftReason.LEFT, by=officer)

    slept = [
        (row.bed, row.during, row.left_reason) for row in Stay.objects.filter(case=mother).order_by("pk")
    ]
    assert slept == [
        (first, DateRange(TODAY - WEEK, TODAY), "other-bed"),
        (second, DateRange(TODAY, TODAY + WEEK), "left"),
    ]
    assert lines(child) == ["stay-began", "stay-moved", "stay-left"]
    assert Stay.objects.days(households=[mother.household_id], until=TODAY + WEEK) == {
        mother.household_id: 14
    }
    assert Stay.objects.days(households=[mother.household_id], until=TODAY) == {mother.household_id: 7}


def test_all_of_them_move_in_or_nobody(family, room, unit):
    mother, child = family
    first, second = stays.beds(room)
    other = stays.beds(stays.room(room.lodging, name="2"))[0]
    stays.move_in(stays.single(unit), other)

    with pytest.raises(ValidationError) as told:
        Stay.objects.move_in(beds={mother: first, child: other}, on=TODAY, by=None)

    assert told.value.message_dict == {
        child.number: ["Somebody sleeps in this bed on some of these days. Choose another."]
    }
    assert Stay.objects.count() == 1
    assert lines(mother) == []


def test_what_cannot_be_is_said_in_words_under_the_case(unit, room):
    first, second = stays.beds(room)
    case = stays.single(unit)
    early = stays.TAKEOVER - ONE_DAY
    ended = stays.beds(stays.room(room.lodging, name="2", until=TODAY))[0]
    women = stays.beds(stays.room(room.lodging, name="3", kept_for="women"))[0]
    man = stays.single(unit, sex="m")

    for who, bed, ways, words in (
        (case, first, {"on": early}, "Nobody moves in before the City has taken over."),
        (case, ended, {"on": TODAY}, "This bed is not there on all of these days."),
        (case, ended, {"on": TODAY + ONE_DAY}, "This bed is not there on all of these days."),
        (man, women, {"on": TODAY}, "This room is kept for women."),
    ):
        with pytest.raises(ValidationError) as told:
            Stay.objects.move_in(beds={who: bed}, by=None, **ways)
        assert told.value.message_dict[who.number][0].startswith(words)
    stays.move_in(case, ended, until=TODAY)
    assert Stay.objects.get().last_night == TODAY
    stays.move_in(case, first, on=TODAY + ONE_DAY)
    with pytest.raises(ValidationError, match="They have another bed on some of these days"):
        stays.move_in(case, second, on=TODAY + WEEK)
    assert Stay.objects.count() == 2


def test_a_closed_case_moves_nowhere(unit, room):
    case = stays.single(unit)
    case.close(on=TODAY, reason="moved", by=None)

    with pytest.raises(ValidationError, match="The case is closed"):
        stays.move_in(case, stays.beds(room)[0])


def test_who_sleeps_nowhere_cannot_move_or_leave(unit, room):
    case = stays.single(unit)

    with pytest.raises(ValidationError, match="They sleep nowhere before that day"):
        Stay.objects.move(beds={case: stays.beds(room)[0]}, on=TODAY, by=None)
    with pytest.raises(ValidationError, match="sleeps in no temporary place before that day"):
        Stay.objects.leave(cases=[case], on=TODAY, reason="other", by=None)


def test_a_stay_that_never_was_is_taken_back_and_the_bed_is_free(unit, room, officer):
    bed = stays.beds(room)[0]
    case = stays.single(unit)
    row = stays.move_in(case, bed)

    row.take_back(reason="The wrong person", today=TODAY, by=officer)

    assert lines(case) == ["stay-began", "stay-taken-back"]
    stays.move_in(stays.single(unit), bed)
    with pytest.raises(ValidationError, match="taken back already"):
        row.take_back(reason="Again", today=TODAY, by=officer)
    assert Stay.objects.days(households=[], until=TODAY) == {}


def test_a_bed_that_another_unit_has_is_refused_in_words(unit, other_unit, room, officer):
    bed = stays.beds(room)[0]
    stays.move_in(stays.single(other_unit), bed)
    case = stays.single(unit)

    with user_scope(officer):
        assert not Stay.objects.exists()
        with pytest.raises(ValidationError, match="Somebody sleeps in this bed"):
            Stay.objects.move_in(beds={case: bed}, on=TODAY, by=officer)


def test_moving_into_a_home_ends_the_stay_of_everybody(family, room):
    mother, child = family
    Stay.objects.move_in(beds=dict(zip(family, stays.beds(room), strict=True)), on=TODAY - 2 * WEEK, by=None)
    made = accepted(mother)

    made.move_in(on=TODAY, today=TODAY, by=None)

    assert {(row.during.upper, row.left_reason) for row in Stay.objects.all()} == {(TODAY, "home")}
    assert lines(child) == ["stay-began", "stay-left"]


def test_a_move_that_is_taken_back_lets_them_sleep_where_they_did(family, room):
    mother, child = family
    first, second = stays.beds(room)
    stays.move_in(mother, first, on=TODAY - 2 * WEEK)
    stays.move_in(child, second, on=TODAY - 2 * WEEK, until=TODAY + WEEK)
    slept = list(Stay.objects.order_by("pk").values_list("during", "left_reason"))
    made = accepted(mother)
    made.move_in(on=TODAY, today=TODAY, by=None)

    without = made.undo(reason="They come next week", today=TODAY, by=None)

    assert without == []
    assert list(Stay.objects.order_by("pk").values_list("during", "left_reason")) == slept
    assert lines(child) == ["stay-began", "stay-left", "stay-again"]


def test_whose_bed_is_taken_meanwhile_is_named_when_the_move_is_taken_back(unit, room, rikke, officer):
    mother, newcomer = (stays.single(unit) for _each in range(2))
    bed = stays.beds(stays.room(room.lodging, name="9", kept_for="women"))[0]
    stays.move_in(mother, bed, on=TODAY - WEEK)
    made = accepted(mother)
    made.move_in(on=TODAY, today=TODAY, by=officer)
    stays.move_in(newcomer, bed)

    page = rikke.post(at("undo", made), {"reason": "Not yet"}, follow=True).content.decode()

    assert f"they sleep elsewhere: {mother.person.name}." in page
    assert Stay.objects.get(case=mother).left_reason == "home"
    made.refresh_from_db()
    assert made.moved_in_on is None


def test_a_move_that_was_later_than_recorded_ends_the_stay_later(family, room):
    mother, _child = family
    stays.move_in(mother, stays.beds(room)[0], on=TODAY - 2 * WEEK)
    made = accepted(mother, on=TODAY - WEEK)
    made.move_in(on=TODAY - WEEK, today=TODAY, by=None)

    made.move_in(on=TODAY, today=TODAY, by=None)

    row = Stay.objects.get(case=mother)
    assert (row.during.upper, row.left_reason) == (TODAY, "home")


def test_a_stay_that_begins_after_the_move_is_asked_for(family, room):
    mother, child = family
    first, second = stays.beds(room)
    stays.move_in(mother, first, on=TODAY - WEEK)
    stays.move_in(child, second, on=TODAY)
    made = accepted(mother)

    with pytest.raises(ValidationError, match=f"{child.number}: a temporary stay begins on"):
        made.move_in(on=TODAY, today=TODAY, by=None)

    made.refresh_from_db()
    assert made.moved_in_on is None
    assert Stay.objects.filter(during__upper_inf=True).count() == 2


def accepted(case, on=TODAY):
    """The household was offered a home, and said yes."""
    ready(case)
    dwelling = homes.home()
    homes.checked(dwelling, AreaList.objects.in_force(TODAY).get(), None)
    made = offer(case.household, dwelling, on=on)
    made.record_answer(answer="accepted", on=on, today=TODAY, by=None)
    return made


def test_who_comes_and_who_leaves(unit, room):
    first, second = stays.beds(room)
    household = HouseholdFactory(unit=unit)
    one, other = (stays.single(unit, household=household) for _each in range(2))
    here = stays.move_in(one, first, on=TODAY - WEEK, until=TODAY + ONE_DAY)
    comes = stays.move_in(other, second, on=TODAY + ONE_DAY)

    assert list(Stay.objects.on(TODAY)) == [here]
    assert list(Stay.objects.coming(TODAY, TODAY + WEEK)) == [comes]
    assert list(Stay.objects.leaving(TODAY, TODAY + WEEK)) == [here]
    assert not Stay.objects.leaving(TODAY, TODAY + ONE_DAY).exists()


def test_each_year_is_stated_anew_and_what_was_said_ends(family):
    mother = family[0]
    state = StayPayment.objects.state
    state(case=mother, on=date(2026, 6, 1), kind="couple-some", amount=5000, by=None)
    state(case=mother, on=TODAY, kind="couple-some", amount=5509, by=None)
    state(case=mother, on=date(2027, 1, 1), kind="parent", amount=5000, words="The order", by=None)

    said = [(row.during.lower, row.last_on, row.amount) for row in StayPayment.objects.order_by("during")]
    assert said == [
        (date(2026, 6, 1), TODAY - ONE_DAY, 5000),
        (TODAY, date(2026, 12, 31), 5509),
        (date(2027, 1, 1), date(2027, 12, 31), 5000),
    ]
    with pytest.raises(ValidationError, match="for a later day already"):
        state(case=mother, on=TODAY, kind="couple-some", amount=1, by=None)
    with pytest.raises(ValidationError) as told:
        state(case=mother, on=date(2026, 12, 1), kind="couple", amount=5051, by=None)
    assert told.value.message_dict == {
        "amount": ["Above the maximum of 2026 (A couple without children): 5050 kr. a month."]
    }
    with pytest.raises(ValidationError, match="No maximum of 2027 for this kind of household"):
        state(case=mother, on=date(2027, 2, 1), kind="single", amount=1, by=None)
    assert lines(family[1]) == ["stay-payment"] * 3


def test_somebody_alone_pays_without_a_household(unit, officer):
    case = stays.single(unit)

    with user_scope(officer):
        first = StayPayment.objects.state(case=case, on=TODAY, kind="single", amount=2757, by=officer)
    ready(case)
    StayPayment.objects.state(case=case, on=TODAY + WEEK, kind="single", amount=2000, by=officer)

    first.refresh_from_db()
    assert (first.case, first.during.upper) == (case, TODAY + WEEK)
    assert [row.amount for row in StayPayment.objects.visible_to(officer).of(case)] == [2000, 2757]


@pytest.mark.parametrize(
    ("periods", "days"),
    [
        ([], 0),
        ([(1, 5)], 4),
        ([(1, 5), (3, 8)], 7),
        ([(1, 5), (7, None)], 7),
        ([(2, None), (1, 3)], 9),
        ([(12, None)], 0),
    ],
)
def test_a_night_counts_once(periods, days):
    day = [None, *(date(2026, 11, number) for number in range(1, 29))]

    assert nights([DateRange(day[a], b and day[b]) for a, b in periods], day[10]) == days
