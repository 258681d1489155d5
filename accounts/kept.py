"""What is written on a device first: which key it is encrypted with there, and how it arrives (static/js/kept.js).

A page with such a form names where it sends to, and `device_keys` of whoever is signed in. The writings lie in the
browser's own database, encrypted, until the server has said that it holds them; a colleague on the same device has
another key. The server may hear the same writing twice: whoever keeps it decides by device and number.
"""

import base64
import hashlib
import hmac
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict

from accounts.day import now
from accounts.models import User

MOST_WRITINGS = 200
# Devices count in JavaScript's whole numbers.
MOST_COUNTED = 2**53


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """Whose writings these are, as a word that tells nothing, and the keys to them, the newest first."""

    owner: str
    keys: list[str]


@dataclass(frozen=True, slots=True)
class Writing:
    """What stood in one part of a form when it was written down, when that was, and its number on that device."""

    name: str
    client: uuid.UUID
    sequence: int
    data: QueryDict
    written_at: datetime


def device_keys(user: User) -> DeviceKeys:
    """The keys of one person's writings on any device. They change as the keys of what is encrypted at rest do."""
    made = [
        hmac.new(key.encode(), f"kept on a device:{user.pk}".encode(), hashlib.sha256).digest()
        for key in settings.FIELD_ENCRYPTION_KEYS
    ]
    # Not from the keys that rotate: the device finds its writings again after that.
    owner = hmac.new(settings.SEARCH_HASH_KEY.encode(), f"device:{user.pk}".encode(), hashlib.sha256)
    return DeviceKeys(owner.hexdigest()[:32], [base64.b64encode(key).decode() for key in made])


class Unreadable(Exception):
    """What arrived was sent by no device of ours."""


def kept(view: Callable[..., dict[str, Any]]) -> Callable[..., HttpResponse]:
    """Let a view take the writings of a device (`writings_of`) and answer what became of each, by its name."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return JsonResponse({"results": view(request, *args, **kwargs)})
        except Unreadable:
            return HttpResponse(status=422)

    return guarded


def writings_of(request: HttpRequest) -> list[Writing]:
    """What a device sent. Raises Unreadable."""
    try:
        return _read(json.loads(request.body))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise Unreadable from error


def _read(sent: Any) -> list[Writing]:
    client = uuid.UUID(sent["client"])
    if len(sent["writings"]) > MOST_WRITINGS:
        raise ValueError("too many writings at once")
    moment = now()
    found = []
    for each in sent["writings"]:
        data = QueryDict(mutable=True)
        for name, value in each["fields"]:
            data.appendlist(str(name), str(value))
        number = int(each["sequence"])
        if not 0 <= number < MOST_COUNTED:
            raise ValueError("no number of a writing")
        # The device says how long ago it was written, not when: its clock, and the day of a demo, may be wrong.
        ago = timedelta(milliseconds=max(int(each.get("ago", 0)), 0))
        found.append(Writing(str(each["name"]), client, number, data, moment - ago))
    return found
