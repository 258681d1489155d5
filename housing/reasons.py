"""Why a home fits a household, and why not: sentences, each with its sign, in the language of whoever reads.

A reason is a key with its numbers and days, so that it can be kept with a plan and read in either language later.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from refugees.districts import District
from refugees.models.conclusion import need_words
from refugees.reasons import Sign
from refugees.wording import in_one_line

STOPS: dict[str, Any] = {
    # Of the household, whatever the home.
    "not-ready": _("Nobody in the household is ready to relocate"),
    "own-home": _("Has found a home of their own"),
    "has-offer": _("Has an offer that is not answered yet"),
    "has-accepted": _("Has accepted a home already"),
    "has-moved": _("Has moved into a permanent home"),
    "has-left": _("Has moved out, and looks for no other home with us"),
    # Of the home, whatever the household.
    "gone": _("No longer available"),
    "over": _("Could be offered until %(day)s"),
    "offered": _("Offered to somebody else"),
    "taken": _("Accepted by somebody else"),
    "pinned-elsewhere": _("Pinned for a household of another unit: %(by)s"),
    # Excluded areas: where the database would refuse the offer.
    "no-list": _("The list of excluded areas of %(year)s is not confirmed"),
    "unchecked": _("Not checked against the list of excluded areas of %(year)s"),
    "inside": _("Excluded area %(year)s: %(area)s"),
    # Of the two together.
    "bedrooms-short": ngettext_lazy("One bedroom short", "%(number)d bedrooms short", "number"),
    "shared": _("A room in a shared home is for one person"),
    "shared-women": _("A shared home for women"),
    "shared-men": _("A shared home for men"),
    "rent-over": _("Rent %(kroner)s kr. over the limit"),
    "declined": _("The household declined this home on %(day)s"),
    "forbidden": _("Ruled out: %(why)s"),
    "need-lift": _("No lift"),
    "need-ground-floor": _("Not on the ground floor"),
    "need-no-steps": _("Steps inside the home"),
    "need-own-bathroom": _("No bathroom of its own"),
    "need-own-room": _("No room of one's own to sleep in"),
    "need-wheelchair": _("No room for a wheelchair"),
    "need-quiet": _("Not known as a quiet place"),
    "need-near-transport": _("Not known to be near public transport"),
}
AGAINST: dict[str, Any] = {
    "bedrooms-spare": ngettext_lazy(
        "One bedroom more than needed", "%(number)d bedrooms more than needed", "number"
    ),
    "not-tied": _("%(district)s, but the household is tied to %(districts)s"),
    "age-below": _("A shared home for people of %(years)d years or more"),
    "age-above": _("A shared home for people of %(years)d years at most"),
    "sharers-need": _("Somebody in the shared home needs: %(needs)s"),
    "coming": _("Not free before %(day)s"),
    "coming-late": _("Not free before %(day)s, after the deadline of %(due_day)s"),
}
UNKNOWN: dict[str, Any] = {
    "ask-lift": _("No lift, but on the ground floor: ask whether that is enough"),
    "ask-shared": _("A shared home: ask who lives there (sex, age, vulnerability)"),
    "ask-age": _("A shared home for people of some ages: their age is not recorded"),
    "ask-sharers": _("A shared home. Who lives there: %(who)s"),
    "ask-rent": _("What rent they can pay is not recorded"),
    "ask-pets": _("Ask whether pets are allowed: %(pets)s"),
    "no-deadline": _("No deadline is known"),
}
FOR: dict[str, Any] = {
    "outside": _("Outside the excluded areas of %(year)s"),
    "rules": _("The rules for Ukraine make an exception from the excluded areas"),
    "exception": _("A manager made an exception from the excluded areas"),
    "bedrooms": ngettext_lazy("One bedroom, as needed", "%(number)d bedrooms, as many as needed", "number"),
    "has": _("It has what they need: %(needs)s"),
    "shared-theirs": _("A shared home for people of their sex"),
    "shared-age": _("A shared home for people of their age"),
    "rent-within": _("Rent %(kroner)s kr. below the limit"),
    "tied": _("%(district)s, where the household is tied"),
    "pinned": _("Pinned: %(why)s"),
    "days-left": ngettext_lazy(
        "%(number)d day left until the deadline", "%(number)d days left until the deadline", "number"
    ),
    "days-over": ngettext_lazy(
        "%(number)d day over the deadline", "%(number)d days over the deadline", "number"
    ),
}
# What stands in the way, where many are counted: without its numbers.
KINDS: dict[str, Any] = STOPS | {
    "over": _("No longer available"),
    "no-list": _("The list of excluded areas is not confirmed"),
    "unchecked": _("Not checked against the excluded areas"),
    "inside": _("Inside an excluded area"),
    "bedrooms-short": _("Too few bedrooms"),
    "rent-over": _("Rent over the limit"),
    "declined": _("Declined by the household before"),
    "pinned-elsewhere": _("Pinned by another unit"),
    "forbidden": _("Ruled out"),
}
OF_SIGN = {Sign.STOPS: STOPS, Sign.AGAINST: AGAINST, Sign.UNKNOWN: UNKNOWN, Sign.FOR: FOR}
SIGNS = {key: sign for sign, texts in OF_SIGN.items() for key in texts}
TEXTS = {key: text for texts in OF_SIGN.values() for key, text in texts.items()}


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence for or against: its key, and what stands in it. Days are kept as 2026-11-23."""

    key: str
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sign(self) -> Sign:
        """Whether it stops, speaks against or for, or is to be asked."""
        return SIGNS[self.key]

    @property
    def words(self) -> str:
        """The sentence, in the language of whoever reads it."""
        return str(TEXTS[self.key] % {name: _said(name, value) for name, value in self.about.items()})

    def kept(self) -> dict[str, Any]:
        """As a plan keeps it."""
        return {"key": self.key, "about": dict(self.about)}


def read(kept: Mapping[str, Any]) -> Reason:
    """A reason that a plan kept."""
    return Reason(kept["key"], kept["about"])


def _said(name: str, value: Any) -> Any:
    """A day, a district or a need as people say it; everything else as it is."""
    if name.endswith("day"):
        return date_format(date.fromisoformat(value), "DATE_FORMAT")
    if name == "district":
        return District(value).label
    if name == "districts":
        return ", ".join(str(District(each).label) for each in value)
    if name == "needs":
        return in_one_line(need_words(value))
    return value
