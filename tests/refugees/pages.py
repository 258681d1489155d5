"""The pages of a case, and the dates that stand."""

from django.urls import reverse


def url(case, name="dates", *args):
    """A page of the case; that of its dates if none is named."""
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


def current(case, event):
    """What is believed of that event."""
    return case.key_dates.current().filter(event=event).first()
