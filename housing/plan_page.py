"""A kept plan in words: who would get which home, what every other choice would cost, who is left over and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from housing.households import Home, Stage, homes_for, households_of
from housing.models import Decision, Dwelling, DwellingState, HousingPlan
from housing.plan_costs import change_in_words
from housing.reasons import KINDS, Reason, read
from housing.spread import District as CityDistrict
from housing.spread import Spread
from refugees.districts import District
from refugees.models.conclusion import need_words
from refugees.reasons import Match

# Of the homes that a household could have instead, on the page of the whole plan.
SHOWN = 3
STEP_LABELS = {
    "days": gettext_lazy("Households housed, whoever has the fewest days left first"),
    "spread": gettext_lazy("Spread over the districts"),
    "ties": gettext_lazy("Ties to a district kept"),
    "against": gettext_lazy(
        "What else speaks against a pair: ages in a shared home, what others there need, too late"
    ),
    "spare": gettext_lazy("Bedrooms more than needed"),
}


@dataclass(slots=True)
class Names:
    """The households and homes of a plan as the reader may see them today."""

    homes: Mapping[str, Home]
    dwellings: Mapping[str, Dwelling]

    def household(self, key: str) -> str:
        """By its people; of a household that has gone elsewhere nothing."""
        return self.homes[key].names if key in self.homes else _("A household that is not yours to see")

    def home(self, key: str) -> str:
        """By its address."""
        return str(self.dwellings[key].address) if key in self.dwellings else ""


def names_of(plan: HousingPlan, user: User, today: date) -> Names:
    """Whoever and whatever the plan is about. Ten queries, whatever its size."""
    inputs = plan.inputs
    decided = [(row["household"], row["home"]) for row in inputs["between"]]
    keys = {row["key"] for row in inputs["households"]} | {household for household, _home in decided}
    places = {row["key"] for row in inputs["homes"]} | {home for _household, home in decided}
    households = list(households_of(user).filter(public_id__in=keys))
    dwellings = Dwelling.objects.at(today).filter(public_id__in=places)
    return Names(
        homes={str(home.household.public_id): home for home in homes_for(households, today)},
        dwellings={str(dwelling.public_id): dwelling for dwelling in dwellings},
    )


def told(plan: HousingPlan, names: Names, city: Spread, *, may_write: bool) -> dict[str, Any]:
    """All that the page shows of it. `city`: where the whole City housed people in its year."""
    result = plan.result
    return {
        "day": date.fromisoformat(plan.inputs["day"]),
        "steps": [_step(step, plan) for step in result["steps"]],
        "pairs": [_pair(row, names, plan, may_write=may_write) for row in result["pairs"]],
        "left_households": [
            _left_household(row, names, plan, may_write=may_write) for row in result["left_households"]
        ],
        "left_homes": [_left_home(row, names) for row in result["left_homes"]],
        "decisions": _decisions(plan, names),
        "districts": _districts(result["districts"], city),
        "knows_alternatives": result["knows_alternatives"],
        "households": [_household(row, names) for row in plan.inputs["households"]],
        "homes": [_home(row, names) for row in plan.inputs["homes"]],
    }


def _step(step: Mapping[str, Any], plan: HousingPlan) -> dict[str, Any]:
    about = {"value": abs(step["value"]), "pairs": plan.pairs, "households": plan.households}
    words = {
        "days": _("%(pairs)d of %(households)d"),
        "spread": _("%(value)d, as squares of those in each district"),
        "ties": "%(value)d",
        "against": "%(value)d",
        "spare": "%(value)d",
    }[step["name"]]
    is_known = "gap" in step
    share = 100 * step.get("gap", 0)
    return {
        "label": STEP_LABELS[step["name"]],
        "value": words % about if is_known else _("not reached"),
        "gap": f"{number_format(f'{share:.4g}')}\u00a0%" if is_known else _("not known"),
        "seconds": step["seconds"],
    }


def _pair(row: Mapping[str, Any], names: Names, plan: HousingPlan, *, may_write: bool) -> dict[str, Any]:
    household, home = row["household"], row["home"]
    now = _now(household, home, names)
    return {
        "name": names.household(household),
        "url": reverse("housing:household", args=[household]) if household in names.homes else "",
        "address": names.home(home),
        "home_url": reverse("housing:dwelling", args=[home]),
        "home": names.dwellings.get(home),
        "match": Match([read(reason) for reason in row["reasons"]]),
        "is_pinned": row["is_pinned"],
        "without": change_in_words(row["without"], household, names, otherwise=_("Pinned")),
        "now": now,
        "offer_url": f"{reverse('housing:offer', args=[household])}?home={home}"
        if may_write and not now
        else "",
        "decide_url": reverse("housing:decide", args=[household, home]) if may_write and not now else "",
    } | _others(row, names, plan, may_write=may_write)


def _others(row: Mapping[str, Any], names: Names, plan: HousingPlan, *, may_write: bool) -> dict[str, Any]:
    """The least costly of the homes that a household could have instead, and where all of them stand."""
    key, others = row["household"], row["others"]
    is_theirs = key in names.homes and len(others) > SHOWN
    return {
        "others": [_other(other, key, names, may_write=may_write) for other in others[:SHOWN]],
        "number_others": len(others),
        "others_url": reverse("housing:plan_household", args=[plan.public_id, key]) if is_theirs else "",
    }


def alternatives_of(plan: HousingPlan, key: str, names: Names, *, may_write: bool) -> dict[str, Any] | None:
    """One household of a plan, with every home that it could have and what each costs; None if it is not in it."""
    if pair := next((row for row in plan.result["pairs"] if row["household"] == key), None):
        told = _pair(pair, names, plan, may_write=may_write)
    elif left := next((row for row in plan.result["left_households"] if row["household"] == key), None):
        pair, told = left, _left_household(left, names, plan, may_write=may_write)
    else:
        return None
    return told | {"others": [_other(other, key, names, may_write=may_write) for other in pair["others"]]}


def _now(household: str, home: str, names: Names) -> str:
    """What has become of a pair since; nothing while it can still be offered."""
    if household not in names.homes or home not in names.dwellings:
        return _("Not yours to see any more")
    stage, state = names.homes[household].stage, names.dwellings[home].state
    if stage in {Stage.OFFERED, Stage.ACCEPTED, Stage.MOVED}:
        offered = names.homes[household].offer
        if offered and str(offered.dwelling.public_id) == home:
            return _("This home has been offered to them meanwhile")
        return _("They have been offered another home meanwhile")
    if stage != Stage.WAITING:
        return _("They wait no more")
    if state not in {DwellingState.FREE, DwellingState.COMING}:
        return _("The home is no longer free")
    return ""


def _other(other: Mapping[str, Any], household: str, names: Names, *, may_write: bool) -> dict[str, Any]:
    home = other["home"]
    may_decide = may_write and not _now(household, home, names)
    return {
        "decide_url": reverse("housing:decide", args=[household, home]) if may_decide else "",
        "address": names.home(other["home"]),
        "url": reverse("housing:dwelling", args=[other["home"]]),
        "cost": change_in_words(other["change"], household, names),
    }


def _left_household(
    row: Mapping[str, Any], names: Names, plan: HousingPlan, *, may_write: bool
) -> dict[str, Any]:
    household = row["household"]
    fits = ngettext(
        "%(number)d home fits; it goes to a household whose time runs out sooner, or as soon",
        "%(number)d homes fit; they go to households whose time runs out sooner, or as soon",
        row["fits"],
    )
    return {
        "name": names.household(household),
        "url": reverse("housing:fitting_homes", args=[household]) if household in names.homes else "",
        "why": fits % {"number": row["fits"]} if row["fits"] else _("No home fits"),
        "stops": _stops(row),
    } | _others(row, names, plan, may_write=may_write)


def _left_home(row: Mapping[str, Any], names: Names) -> dict[str, Any]:
    fits = ngettext(
        "Fits %(number)d household, which gets another home",
        "Fits %(number)d households, which get other homes",
        row["fits"],
    )
    return {
        "name": names.home(row["home"]),
        "url": reverse("housing:fitting_households", args=[row["home"]]),
        "why": fits % {"number": row["fits"]} if row["fits"] else _("Fits nobody who waits"),
        "stops": _stops(row),
    }


def _stops(row: Mapping[str, Any]) -> list[str]:
    """What stands in the way of how many, of all against which it was held."""
    return [
        _("%(why)s: %(number)d of %(all)d") % {"why": KINDS[key], "number": number, "all": row["of"]}
        for key, number in row["stops"].items()
    ]


def _decisions(plan: HousingPlan, names: Names) -> list[dict[str, Any]]:
    """What people had decided when the plan was made, and which pins could not be kept."""
    not_kept = {(row["household"], row["home"]): row["reasons"] for row in plan.result["not_kept"]}
    elsewhere = [
        {
            "label": Decision.PIN.label,
            "name": _("a household of another unit"),
            "address": names.home(row["key"]),
            "by": row["pinned_by"],
            "is_kept": True,
        }
        for row in plan.inputs["homes"]
        if row.get("pinned_by")
    ]
    return elsewhere + [
        {
            "label": Decision(row["decision"]).label,
            "name": names.household(row["household"]),
            "address": names.home(row["home"]),
            "why": row["why"],
            "by": row.get("decided_by", ""),
            "is_kept": (row["household"], row["home"]) not in not_kept,
            "because": [read(reason).words for reason in not_kept.get((row["household"], row["home"]), [])],
        }
        for row in plan.inputs["between"]
        if row.get("decision")
    ]


def _districts(rows: Sequence[Mapping[str, Any]], city: Spread) -> list[dict[str, Any]]:
    """The unit's own homes of each district, before and in the plan, and beside them the whole City's."""
    own = {row["district"]: row for row in rows}
    total = sum(row["before"] + row["planned"] for row in rows)
    return [_district(each, own.get(each.key, {"before": 0, "planned": 0}), total) for each in city.districts]


def _district(of_city: CityDistrict, row: Mapping[str, Any], total: int) -> dict[str, Any]:
    together = row["before"] + row["planned"]
    return {
        "label": of_city.name,
        "before": row["before"],
        "planned": row["planned"],
        "together": together,
        "share": round(100 * together / total) if total else None,
        "of_city": of_city,
    }


def _household(row: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """What was known of a household when the plan was made."""
    return {
        "name": names.household(row["key"]),
        "persons": row["persons"],
        "bedrooms": row["bedrooms"],
        "needs": ", ".join(need_words(row.get("needs", []))),
        "districts": ", ".join(str(District(each).label) for each in row.get("districts", [])),
        "most_rent": row.get("most_rent", ""),
        "due_on": date.fromisoformat(row["due_on"]) if "due_on" in row else None,
    }


def _home(row: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """What was known of a home when the plan was made."""
    area = {"year": str(row["list_year"]), "area": row.get("area", "")}
    return {
        "name": names.home(row["key"]),
        "district": District(row["district"]).label,
        "bedrooms": row["bedrooms"],
        "features": ", ".join(need_words(row.get("features", []))),
        "rent": row["rent"],
        "area": Reason(row["basis"], area).words,
    }
