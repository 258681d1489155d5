"""Addresses and forms of companies, as a browser sends them."""

from django.urls import reverse

from tests.factories import TODAY

LIST, OPENINGS, CALLS, NEW = (
    reverse(f"companies:{name}") for name in ("companies", "openings", "calls", "new")
)


def url(name, company, part=None):
    keys = [company.public_id] + ([part.public_id] if part else [])
    return reverse(f"companies:{name}", args=keys)


def boxes(name, day):
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def other_day(name, day):
    return {f"{name}_when": "another"} | boxes(name, day)


OPENING = {
    "kind": "internship",
    "tasks": "Bake bread.",
    "minutes_a_week": "7:30",
    "capacity": "2",
    "languages": ["da"],
} | boxes("start_from", TODAY)
CALL = {"way": "call", "on_when": "today", "whom": "The baker", "about": "Two places in spring."}
