"""Breaches answered from a list: where, in which words, and what comes back."""

import re
import uuid
from datetime import date

from django.urls import reverse

DAY = date(2026, 12, 5)
LIST = "/goals/breaches/"
HTMX = {"HX-Request": "true"}
WORDS = {
    "cause": "city:not-followed-up",
    "explanation": "Two summer weeks without anybody on the file.",
    "next_step": "Lise calls two companies",
    "when": "2026-12-12",
}


def address(name, talk):
    """Where a conversation is read or answered."""
    return reverse(f"goals:{name}", args=[talk.public_id])


def said(**changes):
    """A whole answer, as the form sends it; otherwise by `changes`."""
    return WORDS | {"once": str(uuid.uuid4())} | changes


def text_of(response):
    """The words of a page, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
