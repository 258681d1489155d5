"""A form that is sent twice makes one thing: double clicks, impatient reloads, a phone that sends again."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.models import Submission

View = Callable[..., HttpResponse]


def once(view: View) -> View:
    """Let the first of several identical submissions work, and lead the others to where it led.

    The key comes with the form ({% once_key %}). The second submission waits for the first, because both claim the
    same row in their transactions. An answer that is no success gives the key back, so that a mended form can be sent.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = _key(request)
        if request.method != "POST" or key is None:
            return view(request, *args, **kwargs)
        if not Submission.objects.claim(user=request.user, key=key):
            messages.info(request, _("This was already saved; nothing was saved twice."))
            return redirect(Submission.objects.get(key=key).led_to or "home")
        response = view(request, *args, **kwargs)
        claimed = Submission.objects.filter(key=key)
        if response.status_code >= 400:
            claimed.delete()
        else:
            claimed.update(led_to=response.headers.get("Location", request.path)[:500])
        return response

    guarded.is_once = True
    return guarded


def _key(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        return None
