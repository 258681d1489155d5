"""The pages of the pillar beside each other."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

TABS = [
    ("housing:today", _("Today")),
    ("housing:households", _("Households")),
    ("housing:dwellings", _("Homes")),
    ("housing:providers", _("Providers")),
    ("housing:plans", _("Plan")),
    ("housing:lodgings", _("Temporary places")),
    ("housing:areas", _("Excluded areas")),
    ("housing:spread", _("Across the City")),
]


def tabs_of(current: str) -> list[dict[str, object]]:
    """The lists; `current` is the view of the one that is open."""
    return [{"url": reverse(view), "label": label, "current": view == current} for view, label in TABS]
