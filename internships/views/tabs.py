"""The lists about companies, side by side."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

LISTS = [
    ("companies:companies", _("Companies")),
    ("companies:openings", _("Openings")),
    ("companies:calls", _("Calls")),
]


def tabs_of(current: str) -> list[dict[str, Any]]:
    """The lists, with the one that is open."""
    return [{"url": reverse(name), "label": label, "current": name == current} for name, label in LISTS]
