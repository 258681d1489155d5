"""What another choice than that of the plan would cost, in sentences."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class Named(Protocol):
    """Knows the households and homes of a plan by their keys."""

    def household(self, key: str) -> str:
        """By its people."""

    def home(self, key: str) -> str:
        """By its address."""


def change_in_words(
    change: Mapping[str, Any] | None, household: str, names: Named, otherwise: str = ""
) -> list[str]:
    """What another choice comes to, in sentences: who would move where, and what the plan loses or wins by it."""
    if change is None:
        return [otherwise] if otherwise else []
    said = list(_moves(change["moves"], household, names))
    return [*said, *_losses(change["loss"])] if any(change["loss"].values()) else [*said, _("Just as good")]


def _moves(moves: Sequence[Sequence[Any]], household: str, names: Named) -> Iterable[str]:
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
    ties, spare, against = abs(loss["ties"]), abs(loss["spare"]), loss.get("against", 0)
    if loss["ties"] > 0:
        yield ngettext("One tie fewer kept", "%(number)d ties fewer kept", ties) % {"number": ties}
    elif ties:
        yield ngettext("One tie more kept", "%(number)d ties more kept", ties) % {"number": ties}
    if against > 0:
        words = ngettext(
            "One thing more speaks against it", "%(number)d things more speak against it", against
        )
        yield words % {"number": against}
    elif against:
        words = ngettext(
            "One thing fewer speaks against it", "%(number)d things fewer speak against it", -against
        )
        yield words % {"number": -against}
    if loss["spare"] > 0:
        words = ngettext("One bedroom more than needed", "%(number)d bedrooms more than needed", spare)
        yield words % {"number": spare}
    elif spare:
        words = ngettext("One bedroom to spare fewer", "%(number)d bedrooms to spare fewer", spare)
        yield words % {"number": spare}
