"""A case over its deadlines, and the conversation on it."""

import uuid
from datetime import date

from django.urls import reverse

from goals import jobs
from goals.models import Cause
from tests.factories import CaseFactory

# Three days after the deadline of the case below.
DAY = date(2026, 12, 5)


def over_three_days(unit, caseworker, mentor):
    """A case that the law's promise covers too; its month ran out on 2 December, and it was noticed today."""
    case = CaseFactory(
        unit=unit,
        taken_over_on=date(2026, 11, 2),
        caseworker=caseworker,
        mentor=mentor,
        on_benefit=True,
        permit_ground="ukraine",
    )
    jobs.sweep()
    return case


def page_of(talk):
    """The page of a conversation."""
    return reverse("goals:conversation", args=[talk.public_id])


def answered(client, talk, **changes):
    """Fill in the form and send it."""
    facts = {
        "cause": Cause.PARTNER,
        "explanation": "The bakery withdrew its place.\nNobody else was asked.",
        "next_step": "Lise calls two companies",
        "when": "2026-12-12",
        "once": str(uuid.uuid4()),
    }
    return client.post(reverse("goals:answer", args=[talk.public_id]), facts | changes)
