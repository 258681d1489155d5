"""A link for a company, an agreement behind it, and what is sent from its page."""

import re
import uuid
from datetime import date, timedelta

from django.urls import reverse

from internships.models import HostLink
from internships.models.placement_agreement import PlacementAgreement
from tests.factories import TODAY

CONTENT = {
    "drawn_up_on": date(2026, 11, 12),
    "purpose": "To try the work of a baker.",
    "tasks": "Bake bread.",
    "from_on": date(2026, 11, 16),
    "until_on": date(2026, 12, 13),
    "minutes_a_week": 20 * 60,
    "supervisor": "Bente Baker",
    "insurance": "Insured by the bakery.",
}


def agreement_on(offer, **content):
    """Four weeks from 16 November; nobody has signed."""
    return PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=None, **(CONTENT | content))


def link_to(offer, by, **facts):
    """A link for Bente, and the secret of its address."""
    facts = {
        "contact_name": "Bente Baker",
        "call_name": "Lise Invented",
        "call_phone": "+45 12 34 56 78",
        "valid_until": TODAY + timedelta(weeks=8),
    } | facts
    _link, secret = HostLink.objects.make(offer=offer, today=TODAY, by=by, **facts)
    return secret


def page_of(secret, name=""):
    """The address of the page, or of one of its forms."""
    address = reverse("host:page", args=[secret])
    return f"{address}{name}/" if name else address


def once():
    """The key that comes with a form."""
    return {"once": str(uuid.uuid4())}


def reading(host, secret):
    """The word for what is agreed, as it stands on the page."""
    page = host.get(page_of(secret)).content.decode()
    found = re.search(r'name="read" value="(\w*)"', page)
    return {"read": found[1]} if found else {}


def telling(prefix, facts):
    """One of the forms of the page, as a browser sends it."""
    return once() | {f"{prefix}-{name}": value for name, value in facts.items()}
