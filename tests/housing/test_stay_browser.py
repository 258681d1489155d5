"""The pages of temporary places in a real browser, in both languages, free of axe's complaints at every width."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from accounts.permissions import Role
from housing.models import AreaList, Bed, Stay, StayPayment
from refugees.models import HousingNeed
from tests.axe import assert_good
from tests.browsing import refused, sign_in
from tests.factories import TODAY, HouseholdFactory, UnitFactory, UserFactory
from tests.housing import stays
from tests.housing.households import ready
from tests.housing.test_browser import SHOTS, keep
from tests.people import arranging

WEEK = timedelta(7)


@pytest.fixture
def scene(site):
    """A place with a family, women who share, somebody of another unit, beds to come; and one that nobody checked."""
    with arranging():
        unit, other = UnitFactory(name="Integration, Valby"), UnitFactory()
        rikke = UserFactory(username="rikke", name="Rikke Invented", role=Role.HOUSING_OFFICER, unit=unit)
        place = stays.outside("Opfundet Hus")
        stays.place("Det Tænkte Hus", "Tænkt Plads 4, 2400 København NV", district="bispebjerg")
        inside = stays.place("Gården Fiktiv", "Fiktiv Gade 21, 2300 København S", district="amager-ost")
        stays.checked(inside, AreaList.objects.in_force(TODAY).get(), inside=True)
        household = HouseholdFactory(unit=unit)
        family = [stays.single(unit, household=household, age=age) for age in (34, 11, 8)]
        ready(family[0], by=rikke)
        beds = stays.beds(stays.room(place, name="101", beds=4))
        begun = dict(zip(family, beds, strict=False))
        Stay.objects.move_in(beds=begun, on=TODAY - 20 * WEEK, by=rikke)
        Stay.objects.move(beds={family[2]: beds[3]}, on=TODAY - WEEK, by=rikke)
        StayPayment.objects.state(
            case=family[0],
            on=TODAY - WEEK,
            kind="parent",
            amount=4000,
            words="Told by the pay office",
            by=rikke,
        )
        women = stays.beds(stays.room(place, name="102", kept_for="women", beds=3))
        first, second = stays.single(unit, age=61), stays.single(unit, age=24)
        HousingNeed.objects.state(case=first, on=TODAY, by=None, needs=["quiet"])
        stays.move_in(first, women[0], by=rikke)
        stays.move_in(second, women[1], sharing_is_looked_at=True, by=rikke, until=TODAY + WEEK)
        men = stays.beds(stays.room(place, name="103", kept_for="men"))
        stays.move_in(stays.single(other, sex="m"), men[0])
        stays.move_in(stays.single(unit, sex="m"), men[1], on=TODAY + WEEK, sharing_is_looked_at=True)
        newcomer = stays.single(unit, age=17)
        Bed.objects.put(room=men[1].room, name="3", from_on=TODAY + WEEK, until=None, by=rikke)
        return {
            "place": place.public_id,
            "unchecked": inside.public_id,
            "household": household.public_id,
            "mother": family[0].public_id,
            "second": second.public_id,
            "newcomer": newcomer.public_id,
            "number": newcomer.number,
            "bed": str(women[2].public_id),
            "stay": Stay.objects.filter(case=second).get().public_id,
            "room": men[1].room.public_id,
        }


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_good_at_every_width(site, page, console, scene, language):
    with arranging():
        User.objects.get(username="rikke").choose_language(language)
    sign_in(page, "rikke")
    addresses = {
        "places": reverse("housing:lodgings"),
        "place": reverse("housing:lodging", args=[scene["place"]]),
        "inside": reverse("housing:lodging", args=[scene["unchecked"]]),
        "list": reverse("housing:sleepers", args=[scene["place"]]),
        "without": reverse("housing:without_bed"),
        "limits": reverse("housing:limits"),
        "household": reverse("housing:household", args=[scene["household"]]),
        "stays": reverse("housing:stays", args=[scene["second"]]),
        "move-in": reverse("housing:move_into_bed", args=[scene["newcomer"]]),
        "move": reverse("housing:move_bed", args=[scene["mother"]]),
        "leave": reverse("housing:leave_bed", args=[scene["mother"]]),
        "payment": reverse("housing:state_payment", args=[scene["mother"]]),
        "new-place": reverse("housing:add_lodging"),
        "new-room": reverse("housing:add_room", args=[scene["place"]]),
        "room": reverse("housing:change_room", args=[scene["room"]]),
        "check": reverse("housing:check_lodging", args=[scene["place"]]),
        "take-back": reverse("housing:take_stay_back", args=[scene["stay"]]),
        "new-limit": reverse("housing:add_limit"),
    }
    for name, address in addresses.items():
        page.goto(address)
        assert page.locator("main h1").count() == 1 or page.locator("h1").count() == 1
        if SHOTS:
            keep(page, f"stay-{name}-{language}")
        assert_good(page, console)
    page.goto(addresses["move-in"])
    page.locator(f"[name='{scene['number']}']").select_option(scene["bed"])
    with refused(page, console):
        page.locator("main form button[type=submit]").first.click()
    expect(page.locator("[name=sharing]")).to_have_count(1)
    if SHOTS:
        keep(page, f"stay-sharing-{language}")
    page.locator("[name=sharing]").check()
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**{reverse('housing:stays', args=[scene['newcomer']])}")
    if SHOTS:
        keep(page, f"stay-moved-in-{language}")
