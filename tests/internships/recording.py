"""What is sent when offers, answers, starts and ends are recorded."""

from datetime import date

from django.urls import reverse

from tests.forms import no_day

OFFERED = date(2026, 11, 10)


def today(name):
    """The near day that is today."""
    return {f"{name}_when": "today"}


def nothing_planned():
    """No planned start."""
    return no_day("planned_start_on")


def url(name, case, *rows):
    """The address of a form, of one of the rows if it is about one."""
    return reverse(f"internships:{name}", args=[case.public_id, *(row.public_id for row in rows)])


OFFER = {"company_search": "bakery", "kind": "internship"} | today("offered_on") | nothing_planned()

ANSWER = {"answer": "accepted", "answer_reason": ""} | today("answered_on")
