"""From ready to moved in, through the browser: what each role sees and may do."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.models import AccessLog
from health.models import HealthOffer
from housing.models import Dwelling, HomeOffer
from refugees.models import HousingNeed, KeyDate
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import family, offer, ready
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db
LIST = reverse("housing:households")


def on(name, day):
    """A day as its three boxes."""
    boxes = {f"{name}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
    return {f"{name}_when": "another"} | boxes


@pytest.fixture
def outside(caseworker):
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker)
    return dwelling


def test_from_ready_to_moved_in(lise, rikke, unit, outside, caseworker):
    mother, father, child = family(unit, 34, 36, 9, caseworker=caseworker)
    page = lise.get(reverse("case", args=[mother.public_id])).content.decode()
    assert "Not ready to relocate yet." in page
    answer = lise.post(at("declare_ready", mother), on("on", TODAY) | {"reason": "Has learnt the way about"})
    assert answer.status_code == 302
    assert {row.case for row in mother.household.case_set.first().key_dates.filter(event="E5")} <= {
        mother,
        father,
    }

    listed = rikke.get(LIST).content.decode()
    assert mother.person.name in listed
    household = at("household", mother.household)
    answer = rikke.post(at("state_need", mother.household), on("on", TODAY) | {"pets": "A cat"})
    assert answer.url == household
    said = {"dwelling": str(outside.public_id), "persons": "3"}
    said |= on("offered_on", TODAY) | on("answer_by", TODAY + timedelta(7))
    answer = rikke.post(at("offer", mother.household), said)
    assert answer.status_code == 302, answer.content.decode()
    made = HomeOffer.objects.get()
    letter = rikke.get(at("letter", made)).content.decode()
    for words in ("Tilbud om permanent bolig", "Offer of a permanent home", child.person.name, "30.11.2026"):
        assert words in letter
    page = lise.get(reverse("case", args=[father.public_id])).content.decode()
    assert "Permanent home offered" in page
    assert str(outside.address) in page

    rikke.post(at("viewing", made), on("viewing_on", TODAY + timedelta(2)))
    rikke.post(at("answer", made), {"answer": "accepted"} | on("answered_on", TODAY))
    assert "About to move in (1)" in rikke.get(LIST).content.decode()
    rikke.post(at("move_in", made), on("moved_in_on", TODAY))
    made.refresh_from_db()
    assert made.moved_in_on == TODAY
    assert "Moved in (1)" in rikke.get(LIST).content.decode()
    assert Dwelling.objects.at(TODAY).get().state == "taken"


def test_the_form_of_dates_leads_to_the_form_of_the_household_and_records_nothing(lise, unit, caseworker):
    mother, father = family(unit, 34, 36, caseworker=caseworker)
    dates = reverse("refugees:record_date", args=[mother.public_id])
    sent = {"event": "E5", "source": "city"} | on("on", TODAY)

    for answer in (lise.get(f"{dates}?event=E5"), lise.post(dates, sent)):
        assert answer.url == at("declare_ready", mother)
    assert "said of the whole household" in lise.get(at("declare_ready", mother)).content.decode()
    assert not KeyDate.objects.of("E5").exists()

    ready(mother)
    withdraw = reverse("refugees:withdraw_date", args=[mother.public_id, "E5"])
    assert lise.post(withdraw, {"reason": "In hospital"}).url == at("not_ready", mother)
    assert {row.case for row in KeyDate.objects.current().of("E5")} == {mother, father}


def test_an_officer_sees_who_they_are_and_what_the_home_must_have_and_nothing_else(
    rikke, officer, unit, case
):
    ready(case, on=TODAY)
    HousingNeed.objects.state(case=case, on=TODAY, by=None, needs=["lift"])
    HealthOffer.objects.filter(case=case).update(answer="declined", answered_on=TODAY, decided_by="self")

    page = rikke.get(at("household", case.household)).content.decode()

    assert "Lift" in page
    assert case.person.name in page
    assert f'"{reverse("case", args=[case.public_id])}"' not in page
    assert rikke.get(reverse("case", args=[case.public_id])).status_code == 404
    assert AccessLog.objects.filter(user=officer, case_id=case.pk).exists()


def test_a_household_of_another_unit_does_not_exist(rikke, other_unit, outside):
    [case] = family(other_unit)
    ready(case)
    made = offer(case.household, outside)

    for view, row in (
        ("household", case.household),
        ("offer", case.household),
        ("letter", made),
        ("answer", made),
    ):
        assert rikke.get(at(view, row)).status_code == 404
    assert case.person.name not in rikke.get(LIST).content.decode()


def test_a_home_inside_is_refused_in_the_form_and_what_was_typed_stays(rikke, unit, caseworker):
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker, inside=True)
    [case] = family(unit)
    ready(case)
    said = {"dwelling": str(dwelling.public_id), "persons": "1"}
    said |= on("offered_on", TODAY) | on("answer_by", TODAY + timedelta(7))

    answer = rikke.post(at("offer", case.household), said)

    assert answer.status_code == 422
    assert "lies inside an excluded area" in answer.content.decode()
    assert not HomeOffer.objects.exists()


def test_a_manager_decides_an_exception_and_offers_nothing(at_forms, rikke, manager, unit, caseworker):
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker, inside=True)
    [case] = family(unit)
    ready(case)
    said = {"dwelling": str(dwelling.public_id), "ground": "§ 12", "reason": "Her sister cares for her"}
    assert rikke.post(at("decide_exception", case.household), said).status_code == 404

    jens = at_forms(manager)
    assert jens.post(at("decide_exception", case.household), said).status_code == 302

    page = rikke.get(at("household", case.household)).content.decode()
    assert "Her sister cares for her" in page
    assert jens.get(at("offer", case.household)).status_code == 404
    offer(case.household, dwelling)
    assert "By a manager&#x27;s exception" in rikke.get(at("household", case.household)).content.decode()


def test_of_two_answers_the_second_sees_both(rikke, officer, unit, outside):
    [case] = family(unit)
    ready(case)
    made = offer(case.household, outside)
    page = rikke.get(at("answer", made)).content.decode()
    version = page.split('name="version" value="')[1].split('"')[0]
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=officer)

    answer = rikke.post(
        at("answer", made),
        {"answer": "declined", "decline_reason": "too-dear", "version": version} | on("answered_on", TODAY),
    )

    assert answer.status_code == 409
    made.refresh_from_db()
    assert made.answer == "accepted"


def test_ready_before_takeover_is_refused_in_words(lise, unit, caseworker):
    [case] = family(unit, taken_over_on=None, caseworker=caseworker)

    answer = lise.post(at("declare_ready", case), on("on", TODAY) | {"reason": "Early"})

    assert answer.status_code == 422
    assert "nobody is ready to relocate before the City has taken over" in answer.content.decode()


def test_own_home_is_recorded_and_taken_back(lise, unit, caseworker):
    [case] = family(unit, caseworker=caseworker)
    ready(case)

    lise.post(at("own_home", case), on("on", TODAY) | {"note": ""})
    assert "Found a home of their own" in lise.get(reverse("case", args=[case.public_id])).content.decode()
    assert case.clocks.get(goal="housing-offered").void_reason == "own-home"
    lise.post(at("no_own_home", case), {"reason": "It fell through"})
    lise.post(at("not_ready", case), {"reason": "Ill"})

    assert case.clocks.get(goal="housing-offered").void_reason == "withdrawn"


@pytest.mark.parametrize("number", [3, 30])
def test_the_list_asks_the_same_however_many_households(rikke, unit, number, django_assert_num_queries):
    for _each in range(number):
        ready(family(unit, 34, 5)[0])
    rikke.get(LIST)

    with django_assert_num_queries(23):
        rikke.get(LIST)
