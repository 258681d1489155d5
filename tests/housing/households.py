"""Households that are ready to relocate, and what is offered to them."""

from datetime import date, timedelta

from accounts.permissions import Role
from housing.match_facts import plan_inputs
from housing.models import (
    AreaList,
    HomeNeed,
    HomeOffer,
    HousingPlan,
    PairDecision,
    PlacementException,
    Readiness,
    StillThere,
)
from housing.planning import plan
from refugees.models import Case
from tests.factories import TODAY, CaseFactory, HouseholdFactory, PersonFactory, UserFactory
from tests.housing import homes

TAKEOVER = date(2026, 6, 1)
READY = date(2026, 10, 5)
# An offer as whoever writes past the verbs would make it: of a household, a home, the day, the day to answer by.
OFFER_IN_SQL = (
    "INSERT INTO housing_homeoffer (public_id, household_id, dwelling_id, persons, offered_on, answer_by, basis,"
    " answer, decline_reason, answer_words, left_reason, left_words, taken_back_reason, sharing_is_looked_at,"
    " recorded_at) VALUES (gen_random_uuid(), %s, %s, 1, %s, %s, 'outside', '', '', '', '', '', '', false, now())"
)


def family(unit, *ages, ground="convention", taken_over_on=TAKEOVER, caseworker=None):
    """The open cases of a household with people of these ages."""
    household = HouseholdFactory(unit=unit)
    return [
        CaseFactory(
            unit=unit,
            household=household,
            permit_ground=ground,
            taken_over_on=taken_over_on,
            opened_on=date(2026, 5, 1),
            caseworker=caseworker,
            person=PersonFactory(unit=unit, born_on=date(TODAY.year - age, 1, 1)),
        )
        for age in ages or (34,)
    ]


def ready(case, on=READY, by=None):
    """The household of the case can move from that day."""
    rows = Readiness.objects.declare(case=case, on=on, reason="Speaks for itself", today=TODAY, by=by)
    case.refresh_from_db()
    return rows


def offer(household, dwelling, on=TODAY, by=None, **facts):
    """The home is offered to the household, to be answered in a week."""
    size = Case.objects.open().filter(household=household).count()
    given = {"persons": size, "answer_by": on + timedelta(7), "today": TODAY, "by": by} | facts
    return HomeOffer.objects.make(household=household, dwelling=dwelling, offered_on=on, **given)


def everything_of(case):
    """The household of the case is ready, said what it needs, was offered a home by a manager's exception; a plan."""
    ready(case, on=TODAY)
    HomeNeed.objects.state(household=case.household, on=TODAY, today=TODAY, by=None, pets="A cat")
    dwelling = homes.home(f"Opfundet Vej {100 + case.pk % 800}, 2500 Valby")
    homes.checked(dwelling, AreaList.objects.in_force(TODAY).get(), None, inside=True)
    manager = UserFactory(role=Role.MANAGER, unit=None, manages=[case.unit])
    PlacementException.objects.decide(
        household=case.household, dwelling=dwelling, reason="A", ground="B", on=TODAY, by=manager
    )
    PairDecision.objects.decide(
        household=case.household, dwelling=dwelling, decision="forbid", reason="A", on=TODAY, by=None
    )
    officer = UserFactory(role=Role.HOUSING_OFFICER, unit=case.unit)
    HousingPlan.objects.keep(plan(plan_inputs(officer, TODAY)), unit=case.unit, by=officer)
    StillThere.objects.create(offer=offer(case.household, dwelling), mark=6, heard_on=TODAY)


def moved(household, dwelling, on, by=None, **facts):
    """The household was offered the home a week before that day, accepted it, signed and moved in."""
    made = offer(household, dwelling, on=on - timedelta(7), by=by, **facts)
    made.record_answer(answer="accepted", on=on - timedelta(5), today=TODAY, by=by)
    made.sign(on=on - timedelta(4), today=TODAY, by=by)
    made.move_in(on=on, today=TODAY, by=by)
    return made
