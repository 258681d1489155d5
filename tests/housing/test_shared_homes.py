"""Rooms in shared homes for people who are alone: age, sex, what health asks for; looked at before one is offered."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from housing.home_import import carry_out, look
from housing.home_rows import Column
from housing.households import homes_for, households_of
from housing.match_facts import match_of
from housing.models import AreaList, Dwelling, HomeOffer
from housing.sharing import are_of_one_home
from refugees.models import HousingNeed
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.housing import homes, stays
from tests.housing.households import OFFER_IN_SQL, family, offer, ready

pytestmark = pytest.mark.django_db
FLAT = "Opfundet Vej 5, 2. tv"


def room(number, caseworker, **facts):
    """A room of one shared home, outside the excluded areas."""
    given = {"kind": "shared", "rooms": 1, "size_m2": 14, "features": []} | facts
    dwelling = homes.home(f"{FLAT}, vær. {number}, 2450 København SV", **given)
    row = AreaList.objects.in_force(TODAY).first() or homes.area_list(caseworker)
    homes.checked(dwelling, row, caseworker)
    return dwelling


def alone(unit, sex="f", age=34):
    """Somebody who came alone, and is ready."""
    case = stays.single(unit, sex=sex, age=age)
    ready(case)
    return case


def lives_in(dwelling, case):
    """That person said yes to the room."""
    made = offer(case.household, dwelling, sharing_is_looked_at=True)
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
    return made


def said(dwelling, **more):
    """What the form of an offer sends."""
    days = on("offered_on", TODAY) | on("answer_by", date(2026, 12, 1)) | no_day("viewing_on")
    return days | {"dwelling": str(dwelling.public_id), "persons": "1"} | more


def form_of(case):
    return reverse("housing:offer", args=[case.household.public_id])


def keys(officer, case, dwelling):
    [home] = homes_for([households_of(officer).get(pk=case.household_id)], TODAY)
    found = match_of(home, Dwelling.objects.at(TODAY).get(pk=dwelling.pk), TODAY, officer)
    return {reason.key for reason in found.reasons}


def test_rooms_of_one_home_are_given_one_by_one(caseworker):
    first, second = room(1, caseworker), room(2, caseworker)

    assert str(second.address) == "Opfundet Vej 5, 2. tv, vær. 2, 2450 København SV"
    assert are_of_one_home(first, second)
    assert not are_of_one_home(first, first)
    with pytest.raises(ValidationError, match="at this address is registered already"):
        room(2, caseworker)


@pytest.mark.parametrize(
    ("shared_by", "ages", "facts", "words"),
    [
        ("women", (34,), {}, "Whether they are one is recorded"),
        ("", (34, 9), {"persons": 2}, "is for one person"),
        ("", (34,), {}, "Look at who shares the home"),
    ],
)
def test_a_room_is_refused_in_words(unit, caseworker, shared_by, ages, facts, words):
    dwelling = room(1, caseworker, shared_by=shared_by)
    case, *_others = family(unit, *ages)
    case.person.sex = "m"
    case.person.save()
    ready(case)

    with pytest.raises(ValidationError, match=words):
        offer(case.household, dwelling, **facts)

    assert not HomeOffer.objects.exists()


@pytest.mark.parametrize(
    ("rule", "shared_by", "ages"),
    [
        ("shared_home_takes_whom_it_is_for: women", "women", (34,)),
        ("shared_home_takes_one_person", "", (34, 9)),
        ("who_shares_the_home_is_looked_at", "", (34,)),
    ],
)
def test_the_database_refuses_it_whoever_writes(unit, caseworker, rule, shared_by, ages):
    dwelling = room(1, caseworker, shared_by=shared_by)
    case, *_others = family(unit, *ages)
    case.person.sex = "m"
    case.person.save()
    ready(case)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(OFFER_IN_SQL, [case.household_id, dwelling.pk, TODAY, TODAY])

    assert not HomeOffer.objects.exists()


def test_that_somebody_looked_is_not_taken_back_and_later_growth_changes_nothing(unit, caseworker):
    made = lives_in(room(1, caseworker), alone(unit))
    family(unit)[0].join_household(made.household, on=TODAY, by=None)

    with pytest.raises(IntegrityError, match="shared_home_takes_one_person"), transaction.atomic():
        HomeOffer.objects.update(sharing_is_looked_at=False)
    made.sign(on=TODAY, today=TODAY, by=None)

    assert HomeOffer.objects.get().sharing_is_looked_at


def test_the_form_tells_who_lives_there_and_is_sent_again_with_what_was_told(
    rikke, unit, other_unit, caseworker
):
    ali, omar, newcomer = alone(unit, "m", 24), alone(other_unit, "m", 50), alone(unit, "m", 45)
    HousingNeed.objects.state(case=ali, on=TODAY, by=None, needs=["quiet", "lift"])
    facts = {"shared_by": "men", "age_from": 18, "age_to": 30, "sharers": "One man of 28."}
    rooms = [room(number, caseworker, **facts) for number in (1, 2, 3)]
    lives_in(rooms[0], ali)
    lives_in(rooms[1], omar)

    answer = rikke.post(form_of(newcomer), said(rooms[2]))

    assert answer.status_code == 422
    page = answer.content.decode()
    for words in (
        "Who lives there, as the provider says: One man of 28.",
        "The home is for people from 18 years, to 30 years. It would be:",
        f"would share the home with {ali.person.name} (man, 24 years).",
        f"For {ali.person.name}, health asks for: Quiet place.",
        "1 other room is taken by somebody of another unit.",
        "Look at who shares the home, and say that they can.",
    ):
        assert words in page
    assert "Lift" not in page.split("Who shares the home")[1].split("</fieldset>")[0]
    assert omar.person.name not in page
    assert HomeOffer.objects.count() == 2

    mark = page.split('name="sharing"')[1].split('value="')[1].split('"')[0]
    assert rikke.post(form_of(newcomer), said(rooms[2], sharing=mark)).status_code == 302
    made = HomeOffer.objects.latest("pk")
    assert made.sharing_is_looked_at
    letter = rikke.get(reverse("housing:letter", args=[made.public_id])).content.decode()
    assert "It is a room of your own in a home that you share with others." in letter


def test_where_nothing_is_known_of_who_lives_there_that_is_said(rikke, unit, caseworker):
    case = alone(unit)

    page = rikke.post(form_of(case), said(room(1, caseworker))).content.decode()

    assert "Who lives there is not recorded. Ask the provider about sex, age and what they need." in page


def test_what_those_need_who_live_there_is_a_reason_without_its_cause(officer, unit, caseworker):
    ali, newcomer = alone(unit, "m", 24), alone(unit, "f", 45)
    HousingNeed.objects.state(case=ali, on=TODAY, by=None, needs=["quiet", "lift"])
    first, second = room(1, caseworker), room(2, caseworker, age_to=30, shared_by="women")
    lives_in(first, ali)

    found = keys(officer, newcomer, second)

    assert {"sharers-need", "age-above", "shared-theirs", "ask-shared"} <= found
    assert "sharers-need" not in keys(officer, newcomer, first)


def test_a_room_that_is_offered_keeps_for_whom_it_is(unit, caseworker):
    dwelling = room(1, caseworker)
    offer(alone(unit).household, dwelling, sharing_is_looked_at=True)
    dwelling.refresh_from_db()

    with pytest.raises(ValidationError, match="as it is shared now"):
        dwelling.change(address=dwelling.address, provider=dwelling.provider, by=caseworker, shared_by="men")


def test_a_providers_list_brings_in_rooms_of_one_home(officer):
    provider = homes.provider()
    cells = {
        Column.PROVIDER: provider.name,
        Column.ADDRESS: f"{FLAT}, vær. 1, 2450 København SV",
        Column.DISTRICT: "valby",
        Column.KIND: "Værelse i delebolig",
        Column.SHARED_BY: "Kvinder",
        Column.AGE_FROM: "18",
        Column.SHARERS: "To kvinder",
        Column.ROOMS: "1",
        Column.SIZE: "14",
        Column.RENT: "3.000",
        Column.DEPOSIT: "9.000",
        Column.FROM: "01-12-2026",
    }
    second = cells | {Column.ADDRESS: f"{FLAT}, vær. 2, 2450 København SV"}

    assert [each.problems for each in look([cells, second], officer, TODAY)] == [[], []]
    for each in (cells, second, second):
        carry_out(each, officer, TODAY)

    found = Dwelling.objects.order_by("pk").values_list("room", "shared_by", "age_from", "sharers")
    assert list(found) == [("1", "women", 18, "To kvinder"), ("2", "women", 18, "To kvinder")]
