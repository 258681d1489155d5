"""A kept plan in words: who would get which home, what every other choice would cost, who is left over and why."""

from collections.abc import Iterable, Mapping, Sequence
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
from housing.reasons import KINDS, Reason, read
from refugees.districts import District
from refugees.models.conclusion import need_words
from refugees.reasons import Match

STEP_LABELS = {
    "days": gettext_lazy("Households housed, whoever has the fewest days left first"),
    "spread": gettext_lazy("Spread over the districts"),
    "ties": gettext_lazy("Ties to a district kept"),
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


def told(plan: HousingPlan, names: Names, *, may_write: bool) -> dict[str, Any]:
    """All that the page shows of it."""
    result = plan.result
    return {
        "day": date.fromisoformat(plan.inputs["day"]),
        "steps": [_step(step, plan) for step in result["steps"]],
        "pairs": [_pair(row, names, may_write=may_write) for row in result["pairs"]],
        "left_households": [
            _left_household(row, names, may_write=may_write) for row in result["left_households"]
        ],
        "left_homes": [_left_home(row, names) for row in result["left_homes"]],
        "decisions": _decisions(plan, names),
        "districts": _districts(result["districts"]),
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


def _pair(row: Mapping[str, Any], names: Names, *, may_write: bool) -> dict[str, Any]:
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
        "without": _change(row["without"], household, names, otherwise=_("Pinned")),
        "others": [_other(other, household, names, may_write=may_write) for other in row["others"]],
        "now": now,
        "offer_url": f"{reverse('housing:offer', args=[household])}?home={home}"
        if may_write and not now
        else "",
        "decide_url": reverse("housing:decide", args=[household, home]) if may_write and not now else "",
    }


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
        "cost": _change(other["change"], household, names),
    }


def _change(change: Mapping[str, Any] | None, household: str, names: Names, otherwise: str = "") -> list[str]:
    """What another choice comes to, in sentences: who would move where, and what the plan loses or wins by it."""
    if change is None:
        return [otherwise] if otherwise else []
    said = list(_moves(change["moves"], household, names))
    return [*said, *_losses(change["loss"])] if any(change["loss"].values()) else [*said, _("Just as good")]


def _moves(moves: Sequence[Sequence[Any]], household: str, names: Names) -> Iterable[str]:
    for who, home in moves:
        about = {"who": names.household(who), "home": names.home(home) if home else ""}
        if who == household:
            if home is None:
                yield _("They would get no home")
        elif home is None:
            yield _("%(who)s would get no home") % about
        else:
            yield _("%(who)s would get %(home)s") % about


def _losses(loss: Mapping[str, int]) -> Iterable[str]:
    if loss["spread"]:
        yield _("Less even over the districts") if loss["spread"] > 0 else _("More even over the districts")
    ties, spare = abs(loss["ties"]), abs(loss["spare"])
    if loss["ties"] > 0:
        yield ngettext("One tie fewer kept", "%(number)d ties fewer kept", ties) % {"number": ties}
    elif ties:
        yield ngettext("One tie more kept", "%(number)d ties more kept", ties) % {"number": ties}
    if loss["spare"] > 0:
        words = ngettext("One bedroom more than needed", "%(number)d bedrooms more than needed", spare)
        yield words % {"number": spare}
    elif spare:
        words = ngettext("One bedroom to spare fewer", "%(number)d bedrooms to spare fewer", spare)
        yield words % {"number": spare}


def _left_household(row: Mapping[str, Any], names: Names, *, may_write: bool) -> dict[str, Any]:
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
        "others": [_other(other, household, names, may_write=may_write) for other in row["others"]],
    }


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
    return [
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


def _districts(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "label": District(row["district"]).label,
            "before": row["before"],
            "planned": row["planned"],
            "together": row["before"] + row["planned"],
        }
        for row in rows
    ]


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
