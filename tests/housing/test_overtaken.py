"""Of two who fill in the same form about a stay, a place, a plan or a home, the second sees both and saves nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse

from housing.models import (
    HomeOffer,
    Lodging,
    PairDecision,
    PaymentLimit,
    Provider,
    Room,
    Stay,
    StayPayment,
    StillThere,
)
from housing.models.room import Bed
from tests.factories import TODAY, HouseholdFactory
from tests.forms import no_day, on
from tests.housing import homes, stays
from tests.housing.households import family, moved, offer, ready
from tests.housing.test_dwellings import at
from tests.people import made_from

pytestmark = pytest.mark.django_db
WEEK = timedelta(7)
WHY = {"reason": "Of my own"}


def of(view, case):
    return reverse(f"housing:{view}", args=[case.public_id])


def sleeper(unit):
    """Somebody with a bed, in a room with another that is free."""
    case, room = stays.single(unit), stays.room(kept_for="women", beds=3)
    stays.move_in(case, stays.beds(room)[0], on=TODAY - WEEK)
    return case, room


def accepted(unit, officer):
    """A home that was accepted."""
    [case] = family(unit)
    ready(case)
    home = homes.home()
    homes.checked(home, homes.area_list(officer), officer)
    made = offer(case.household, home)
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=officer)
    return made


def lived_in(unit, officer):
    """A home that somebody moved into."""
    [case] = family(unit)
    ready(case)
    home = homes.home()
    homes.checked(home, homes.area_list(officer), officer)
    return moved(case.household, home, TODAY)


def leaving(unit, officer):
    case, _room = sleeper(unit)
    said = {"who": [case.number], "reason": "left"} | on("on", TODAY)
    return (
        of("leave_bed", case),
        said,
        Stay,
        lambda: Stay.objects.leave(cases=[case], on=TODAY, reason="other", by=officer),
    )


def moving(unit, officer):
    case, room = sleeper(unit)
    _first, second, third = stays.beds(room)
    said = {case.number: str(third.public_id)} | on("on", TODAY + WEEK) | no_day("until")
    return (
        of("move_bed", case),
        said,
        Stay,
        lambda: Stay.objects.move(beds={case: second}, on=TODAY, by=officer),
    )


def taking_back(unit, officer):
    case, _room = sleeper(unit)
    row = Stay.objects.get(case=case)
    return at("take_stay_back", row), WHY, Stay, lambda: row.take_back(reason="A", today=TODAY, by=officer)


def paying(unit, officer):
    case, _room = sleeper(unit)
    said = {"kind": "single", "amount": "2000", "words": ""} | on("on", TODAY)
    facts = {"case": case, "on": TODAY, "kind": "single", "amount": 1000, "by": officer}
    return of("state_payment", case), said, StayPayment, lambda: StayPayment.objects.state(**facts)


def place(unit, officer):
    row = stays.place()
    facts = {"district": "valby", "provider": None, "available_from": stays.OPENED, "available_until": None}
    said = {"name": "Mine", "address": str(row.address), "district": "valby", "provider": ""}
    return (
        at("change_lodging", row),
        said | on("available_from", stays.OPENED) | no_day("available_until"),
        Lodging,
        lambda: row.change(address=row.address, name="Theirs", by=officer, **facts),
    )


def room(unit, officer):
    row = stays.room()
    said = {"name": "Mine", "kept_for": "women"}
    return (
        at("change_room", row),
        said,
        Room,
        lambda: row.change(name="Theirs", kept_for="family", by=officer),
    )


def bed(unit, officer):
    row = stays.beds(stays.room())[0]
    said = {"name": "Mine"} | on("from_on", stays.OPENED) | no_day("until")
    facts = {"name": "Theirs", "from_on": stays.OPENED, "until": None, "by": officer}
    return at("change_bed", row), said, Bed, lambda: row.change(**facts)


def limit(unit, officer):
    row = PaymentLimit.objects.get(year=2026, kind="single")
    said = {"amount": "2000", "source": "Mine"}
    return (
        at("change_limit", row),
        said,
        PaymentLimit,
        lambda: row.change(amount=1000, source="Theirs", by=officer),
    )


def signing(unit, officer):
    row = accepted(unit, officer)
    return (
        at("sign", row),
        on("signed_on", TODAY),
        HomeOffer,
        lambda: row.agree_viewing(on=TODAY, today=TODAY, by=officer),
    )


def moving_out(unit, officer):
    row = lived_in(unit, officer)
    said = {"left_reason": "ended", "needs_another": "yes", "left_words": ""} | on("moved_out_on", TODAY)
    facts = {"on": TODAY, "reason": "away", "needs_another": False, "today": TODAY, "by": officer}
    return at("move_out", row), said, HomeOffer, lambda: row.move_out(**facts)


def undoing(unit, officer):
    row = lived_in(unit, officer)
    facts = {"on": TODAY, "reason": "away", "needs_another": False, "today": TODAY, "by": officer}
    return at("undo", row), WHY, HomeOffer, lambda: row.move_out(**facts)


def not_heard(unit, officer):
    row = StillThere.objects.create(offer=lived_in(unit, officer), mark=6, heard_on=TODAY)
    return at("not_heard", row), WHY, StillThere, lambda: row.take_back(reason="A", today=TODAY, by=officer)


def lifting(unit, officer):
    made = accepted(unit, officer)
    row = PairDecision.objects.decide(
        household=made.household, dwelling=made.dwelling, decision="forbid", reason="A", on=TODAY, by=officer
    )
    return at("lift", row), WHY, PairDecision, lambda: row.lift(on=TODAY, reason="B", by=officer)


def provider(unit, officer):
    row = homes.provider()
    said = {"name": "Mine", "kind": "other", "phone": "", "email": ""}
    facts = {"name": "Theirs", "kind": "city", "phone": "", "email": ""}
    return (
        reverse("housing:change_provider", args=[row.public_id]),
        said,
        Provider,
        lambda: row.change(by=officer, **facts),
    )


FORMS = [
    *(leaving, moving, taking_back, paying),
    *(place, room, bed, limit),
    *(signing, moving_out, undoing, not_heard),
    *(lifting, provider),
]


def everything(model):
    return list(model.objects.order_by("pk").values())


@pytest.mark.parametrize("form", FORMS)
def test_the_second_of_two_is_shown_both_and_nothing_is_overwritten(rikke, officer, unit, form):
    address, said, model, meanwhile = form(unit, officer)
    version = made_from(rikke.get(address)) or {"version": ""}
    meanwhile()
    theirs = everything(model)

    answer = rikke.post(address, said | version)

    assert answer.status_code == 409
    assert everything(model) == theirs
    page = answer.content.decode()
    assert "Somebody else saved this while you were writing" in page
    assert made_from(answer) != version  # sent again, it is made from what stands by now


def test_of_several_who_leave_each_is_seen_and_what_was_compared_can_be_sent(rikke, officer, unit):
    household = HouseholdFactory(unit=unit)
    mother, child = (stays.single(unit, household=household, age=age) for age in (34, 9))
    beds = dict(zip((mother, child), stays.beds(stays.room()), strict=True))
    Stay.objects.move_in(beds=beds, on=TODAY - WEEK, by=officer)
    address = of("leave_bed", mother)
    said = {"who": [mother.number, child.number], "reason": "left"} | on("on", TODAY)
    version = made_from(rikke.get(address))
    Stay.objects.leave(cases=[child], on=TODAY + WEEK, reason="other", by=officer)

    answer = rikke.post(address, said | version)
    assert answer.status_code == 409
    assert Stay.objects.filter(during__upper_inf=True).count() == 1

    assert rikke.post(address, said | made_from(answer)).status_code == 302
    assert set(Stay.objects.values_list("left_reason", flat=True)) == {"left"}


def test_the_bed_that_somebody_chose_is_named_beside_the_one_that_was_saved(rikke, officer, unit):
    address, said, _model, meanwhile = moving(unit, officer)
    version = made_from(rikke.get(address))
    meanwhile()

    yours = rikke.post(address, said | version).content.decode().split("Yours, not saved yet")[1]

    assert "room 1, bed 3" in yours.split("</p>")[0]
