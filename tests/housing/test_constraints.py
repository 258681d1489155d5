"""Every rule of the tables of this pillar, by its name: the database refuses whoever slips past the forms."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import now
from housing.models import (
    AreaCheck,
    AreaList,
    Dwelling,
    ExcludedArea,
    HomeNeed,
    HomeOffer,
    HousingPlan,
    OfferedTo,
    OwnHome,
    PairDecision,
    PlacementException,
    Provider,
    StillThere,
)
from tests.factories import TODAY, CaseFactory, HouseholdFactory, UnitFactory, UserFactory
from tests.housing import broken_stays, homes, households

pytestmark = pytest.mark.django_db


def another(**facts):
    """A row of a home beside the first."""
    row = homes.home()
    row.pk, row.public_id, row.number = None, "0" * 31 + "1", "2"
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def same_list():
    return homes.area_list(None, confirmed=False)


BROKEN = {
    "provider_is_known_once": lambda: Provider.objects.bulk_create(
        [Provider(name="Invented", kind="city"), Provider(name="INVENTED", kind="city")]
    ),
    "provider_has_a_name": lambda: Provider.objects.create(name="", kind="city"),
    "provider_kind_is_known": lambda: Provider.objects.create(name="A", kind="bank"),
    "home_is_given_once": lambda: another(number="1", street="OPFUNDET VEJ"),
    "home_dar_id_is_given_once": lambda: (another(), Dwelling.objects.update(dar_id="0" * 32)),
    "home_postcode_lies_in_its_district": lambda: another(postcode="2720"),
    "home_address_can_be_read": lambda: another(number="0"),
    "home_floor_and_door_are_known": lambda: another(floor="01"),
    "home_lies_in_the_city": lambda: another(district="outside"),
    "home_kind_is_known": lambda: another(kind="castle"),
    "home_features_are_known": lambda: another(features=["pool"]),
    "home_has_rooms_and_a_size": lambda: another(rooms=0),
    "home_rent_is_plausible": lambda: another(rent=100_001),
    "home_is_offered_before_its_last_day": lambda: another(available_until=date(2026, 1, 1)),
    "home_is_gone_for_a_reason": lambda: another(gone_on=TODAY),
    "home_room_is_a_number": lambda: another(kind="shared", room="0"),
    "shared_by_is_known": lambda: another(kind="shared", shared_by="cats"),
    "only_a_shared_home_says_who_shares_it": lambda: another(sharers="Two men"),
    "shared_home_ages_are_plausible": lambda: another(kind="shared", age_from=40, age_to=30),
    "area_list_begins_on_1_december": lambda: AreaList.objects.create(
        valid_from=date(2025, 12, 2), source="A"
    ),
    "area_list_names_its_source": lambda: AreaList.objects.create(valid_from=date(2025, 12, 1), source=""),
    "area_list_is_confirmed_by_somebody": lambda: AreaList.objects.create(
        valid_from=date(2025, 12, 1), source="A", confirmed_on=TODAY
    ),
    "area_stands_once_on_a_list": lambda: ExcludedArea.objects.create(
        area_list=same_list(), name="INVENTED PARK"
    ),
    "area_has_a_name": lambda: ExcludedArea.objects.create(area_list=same_list(), name=""),
    "area_is_struck_for_a_reason": lambda: ExcludedArea.objects.create(
        area_list=same_list(), name="A", struck_on=TODAY
    ),
    "area_list_is_opened_again_for_a_reason": lambda: AreaList.objects.filter(
        pk=homes.area_list(UserFactory()).pk
    ).update(confirmed_on=None, confirmed_by=None),
    "check_names_the_area_it_is_inside": lambda: AreaCheck.objects.create(
        dwelling=homes.home(), area_list=homes.area_list(UserFactory()), is_inside=True, checked_on=TODAY
    ),
}


def offered():
    """An offer that waits for its answer."""
    [case] = households.family(UnitFactory())
    households.ready(case)
    dwelling, by = homes.home(), UserFactory()
    homes.checked(dwelling, homes.area_list(by), by)
    return households.offer(case.household, dwelling)


def offer_with(**facts):
    """The same with other facts."""
    HomeOffer.objects.filter(pk=offered().pk).update(**facts)


def need_with(**facts):
    """What a household needs."""
    HomeNeed.objects.create(household=HouseholdFactory(), **{"during": DateRange(TODAY, None)} | facts)


def exception_with(**facts):
    """An exception of a manager."""
    made = offered()
    manager = UserFactory(role="manager", unit=None)
    given = {"household": made.household, "dwelling": made.dwelling, "reason": "A", "ground": "B"}
    PlacementException.objects.create(**given | {"decided_on": TODAY, "decided_by": manager} | facts)


def twice(model, **facts):
    """The same row again."""
    model.objects.create(**facts)
    model.objects.create(**facts)


def another_offer(*, household):
    """The same again to the household, or of the home."""
    made = offered()
    other = homes.home("Opfundet Vej 2, 2500 Valby")
    homes.checked(other, made.area_check.area_list, None)
    if not household:
        [case] = households.family(UnitFactory())
        households.ready(case)
    HomeOffer.objects.create(
        household=made.household if household else case.household,
        dwelling=other if household else made.dwelling,
        persons=1,
        offered_on=TODAY,
        answer_by=TODAY,
    )


def twice_excepted():
    """The same exception again."""
    exception_with()
    first = PlacementException.objects.get()
    first.pk, first.public_id = None, "0" * 31 + "1"
    first.save(force_insert=True)


BROKEN |= {
    "one_open_offer_per_household": lambda: another_offer(household=True),
    "one_live_offer_per_home": lambda: another_offer(household=False),
    "home_offer_gives_time_to_answer": lambda: offer_with(answer_by=date(2026, 1, 1)),
    "home_is_viewed_after_it_was_offered": lambda: offer_with(viewing_on=date(2026, 1, 1)),
    "home_answer_has_a_day": lambda: offer_with(answer="accepted"),
    "home_decline_says_why": lambda: offer_with(answer="declined", answered_on=TODAY),
    "home_without_answer_waited_until_then": lambda: offer_with(answer="no-answer", answered_on=TODAY),
    "who_moves_in_has_accepted": lambda: offer_with(moved_in_on=TODAY),
    "home_offer_is_taken_back_for_a_reason": lambda: offer_with(taken_back_at=now()),
    "contract_of_a_home_that_was_accepted": lambda: offer_with(signed_on=TODAY),
    "who_moves_out_has_moved_in": lambda: offer_with(
        moved_out_on=TODAY, left_reason="other", needs_another=False
    ),
    "moving_out_says_why_and_what_next": lambda: offer_with(needs_another=True),
    "heard_once_at_each_mark": lambda: twice(StillThere, offer=offered(), mark=6, heard_on=TODAY),
    "still_there_mark_is_known": lambda: StillThere.objects.create(offer=offered(), mark=3, heard_on=TODAY),
    "still_there_is_taken_back_for_a_reason": lambda: StillThere.objects.create(
        offer=offered(), mark=6, heard_on=TODAY, taken_back_at=now()
    ),
    "offered_once_to_each": lambda: OfferedTo.objects.create(
        offer=(made := offered()), case=made.offered_to.get().case
    ),
    "stated_bedrooms_say_why": lambda: need_with(bedrooms=3),
    "district_ties_say_what_ties": lambda: need_with(districts=["valby"]),
    "tied_districts_are_known": lambda: need_with(districts=["outside"], ties="A"),
    "home_need_period_has_days": lambda: need_with(during=DateRange(TODAY, TODAY)),
    "home_need_one_at_a_time": lambda: twice(
        HomeNeed, household=HouseholdFactory(), during=DateRange(TODAY, None)
    ),
    "one_standing_exception": twice_excepted,
    "exception_says_why_and_by_which_rule": lambda: exception_with(reason=""),
    "exception_is_withdrawn_for_a_reason": lambda: exception_with(withdrawn_on=TODAY),
    "own_home_is_found_once": lambda: twice(OwnHome, case=CaseFactory(), found_on=TODAY),
    "own_home_is_taken_back_for_a_reason": lambda: OwnHome.objects.create(
        case=CaseFactory(), found_on=TODAY, taken_back_at=now()
    ),
}


def decided(decision="pin", *, household=None, dwelling=None, **facts):
    """A household and a home are pinned or ruled out."""
    given = {"household": household or HouseholdFactory(), "dwelling": dwelling or homes.home()}
    return PairDecision.objects.create(
        **given | {"decision": decision, "reason": "A", "decided_on": TODAY} | facts
    )


def plan_with(**facts):
    """A kept plan."""
    given = {"households": 2, "homes": 2, "pairs": 2, "gap": 0, "is_proven": True, "seconds": 0}
    HousingPlan.objects.create(
        unit=UnitFactory(), made_on=TODAY, inputs={}, result={}, solver="A", **given | facts
    )


BROKEN |= {
    "pair_decision_is_known": lambda: decided("perhaps"),
    "pair_decision_says_why": lambda: decided(reason=""),
    "pair_decision_is_lifted_for_a_reason": lambda: decided(lifted_on=TODAY),
    "one_standing_decision_per_pair": lambda: decided(
        household=(first := decided("forbid")).household, dwelling=first.dwelling
    ),
    "one_standing_pin_per_household": lambda: decided(
        household=decided().household, dwelling=homes.home("Opfundet Vej 2, 2500 Valby")
    ),
    "one_standing_pin_per_home": lambda: decided(dwelling=decided().dwelling),
    "plan_gives_each_home_and_household_once": lambda: plan_with(pairs=3),
    "plan_gap_is_a_share": lambda: plan_with(gap=-1),
    "plan_is_proven_without_a_gap": lambda: plan_with(gap=0.1),
}
BROKEN |= broken_stays.BROKEN

# What only the database writes, and keys over two columns that others refer to.
HELD_BY_OTHERS = {"home_held_is_known", "home_offer_basis_is_known", "area_and_its_list", *broken_stays.HELD}


def test_every_constraint_has_its_test():
    named = {
        constraint.name
        for model in apps.get_app_config("housing").get_models()
        if not hasattr(model, "pgh_tracked_model") and not model._meta.proxy
        for constraint in model._meta.constraints
    }

    assert named - HELD_BY_OTHERS == set(BROKEN)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_database_refuses(name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BROKEN[name]()


def test_an_area_of_another_year_explains_no_check(caseworker):
    this, last = homes.area_list(caseworker), homes.area_list(caseworker, year=2024)

    with pytest.raises(IntegrityError, match="checked_area_is_of_the_list"), transaction.atomic():
        AreaCheck.objects.create(
            dwelling=homes.home(), area_list=this, area=last.areas.get(), is_inside=True, checked_on=TODAY
        )
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO housing_excludedarea (public_id, area_list_id, name, streets, struck_reason)"
        " SELECT gen_random_uuid(), id, 'New', '', '' FROM housing_arealist WHERE valid_from = '2025-12-01'",
        "UPDATE housing_excludedarea SET streets = 'none' WHERE name = 'Invented Park'",
        "UPDATE housing_excludedarea SET area_list_id ="
        " (SELECT id FROM housing_arealist WHERE valid_from = '2017-12-01') WHERE name = 'Invented Park'",
    ],
)
def test_a_confirmed_list_stands_whoever_writes(caseworker, change):
    homes.area_list(caseworker)

    with (
        pytest.raises(IntegrityError, match="confirmed_list_stands"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE housing_areacheck SET is_inside = false, area_id = NULL",
        "DELETE FROM housing_areacheck",
        "DELETE FROM housing_dwelling",
        "DELETE FROM housing_arealist",
        "UPDATE housing_areacheckevent SET note = ''",
    ],
)
def test_what_was_found_is_not_rewritten(caseworker, change):
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker)

    with (
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)

    assert Dwelling.objects.filter(pk=dwelling.pk).exists()
