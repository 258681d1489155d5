"""The small city: built, told apart from another, and the people who sign in to it."""

import hashlib

from accounts.models import User
from copenhagen_model.demo.build import SEED, build
from goals.models import Clock
from internships.models import Offer, StayedAway
from refugees.models import (
    Case,
    CaseLine,
    KeyDate,
    Occupation,
    TeamMember,
)
from tests.factories import TODAY


def built(seed: int = SEED) -> str:
    """Build the small city and say what stands in it, in one word."""
    for _share in build(today=TODAY, seed=seed, size="small"):
        pass
    return checksum()


def checksum() -> str:
    """The facts of every case, what was derived from them, and when each was recorded; no keys of rows."""
    told = CaseLine.objects.filter(at__date__lt=TODAY)
    rows = [
        *Case.objects.values_list(
            "number", "person__search_name", "person__born_on", "permit_ground", "closed_on", "close_reason"
        ),
        *KeyDate.objects.values_list("case__number", "event", "on", "recorded_at", "superseded_at"),
        *Offer.objects.values_list(
            "case__number", "company__cvr", "offered_on", "answer", "recorded_by__username"
        ),
        *Occupation.objects.values_list("case__number", "kind", "started_on", "last_on", "minutes_a_week"),
        *StayedAway.objects.values_list("case__number", "first_on", "ground", "recorded_at"),
        *Clock.objects.values_list(
            "case__number", "goal", "standard", "starts_on", "due_on", "met_on", "void_on", "flagged_on"
        ),
        *TeamMember.objects.values_list("case__number", "user__username", "part", "during"),
        *told.values_list("case__number", "verb", "happened_on", "at"),
    ]
    return hashlib.sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()


def account(username: str) -> User:
    """Somebody of the demo, by the name that signs in."""
    return User.objects.get(username=username)
