"""Doubt about availability as the tests begin it: received on 9 November, talked about on the 12th."""

from datetime import date

from internships.models import AvailabilityDoubt

TAKEOVER = date(2026, 9, 1)
RECEIVED, TALKED = date(2026, 11, 9), date(2026, 11, 12)
STATED = {"received_on": RECEIVED, "received": "Seen abroad by a control at the border."}


def create(case, **facts):
    """A doubt as whoever writes past the verbs would make it."""
    return AvailabilityDoubt.objects.create(case=case, **STATED | facts)
