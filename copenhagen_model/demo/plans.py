"""The plan of homes in the demo city: made, a home ruled out in it for a reason, made again. All INVENTED."""

from typing import TYPE_CHECKING

from accounts.scope import system_scope
from copenhagen_model.demo.diary import REASON
from housing.match_facts import plan_inputs
from housing.models import Dwelling, HousingPlan, PairDecision
from housing.planning import plan
from refugees.models import Household

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

WHY_NOT = "De har set lejligheden og synes, at der er for langt til børnenes skole."


def planned(city: "City") -> None:
    """A plan for the households that wait, then a home ruled out in it, and the plan that keeps to that."""
    officer, today = city.staff["housing"], city.today
    with system_scope(REASON, by=officer):
        first = HousingPlan.objects.keep(plan(plan_inputs(officer, today)), unit=officer.unit, by=officer)
        if not first.result["pairs"]:
            return
        pair = first.result["pairs"][0]
        PairDecision.objects.decide(
            household=Household.objects.get(public_id=pair["household"]),
            dwelling=Dwelling.objects.get(public_id=pair["home"]),
            decision="forbid",
            reason=WHY_NOT,
            on=today,
            by=officer,
        )
        HousingPlan.objects.keep(plan(plan_inputs(officer, today)), unit=officer.unit, by=officer)
