"""The pages of the pauses and extensions of a case, and what is sent from them."""

from datetime import date

from django.urls import reverse

KEY = ("internship-started", "city", 1)


def url(case, name, *args):
    """A page of the pauses and extensions of a case."""
    return reverse(f"case_time:{name}", args=[case.public_id, *args])


def day(name, on):
    """A day in three boxes, as the browser sends it."""
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def pausing(**changes):
    """What the form of a pause sends; otherwise by `changes`."""
    facts = {"ground": "illness", "from_on_when": "yesterday", "reason": "The hospital wrote late"}
    return facts | day("last_on", date(2026, 11, 25)) | changes
