"""What works without a connection: the shell page, the worker that shows it, and what a device asks for to send.

The shell holds nothing about anybody and is the same for all; whom a mentor may call stands in the device's own
database, sealed, for a day (static/js/offline.js, docs/adr/0015-what-a-mentors-phone-keeps.md).
"""

import hashlib
import json

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.kept import device_keys
from accounts.permissions import Permission, require_permission
from mentoring.forms.log import QUICK_MINUTES, LogForm

FONTS = ["Regular-Latin1", "Regular-Latin2", "Medium-Latin1", "SemiBold-Latin1", "SemiBold-Latin2"]
# What the shell needs beside itself; the stylesheets are all that css/app.css imports.
FILES = [
    "favicon.svg",
    *("vendor/dkfds/css/dkfds.min.css", "vendor/dkfds/js/dkfds.min.js", "vendor/dkfds/img/all-svg-icons.svg"),
    *(f"vendor/dkfds/fonts/IBMPlexSans/split/woff2/IBMPlexSans-{font}.woff2" for font in FONTS),
    *(f"css/{path.name}" for path in sorted((settings.BASE_DIR / "static/css").glob("*.css"))),
    *("js/app.js", "js/device.js", "js/outbox.js", "js/log.js", "js/offline.js"),
]


@login_not_required
@require_GET
@never_cache
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker of this site in the browser; its text changes when a file changes that it keeps."""
    files = [static(name) for name in FILES]
    context = {
        "version": hashlib.sha256("".join(files).encode()).hexdigest()[:12],
        "files": json.dumps([reverse("offline"), *files]),
        # A file whose address names its content never changes; others are asked for first.
        "are_fixed": json.dumps(not settings.DEBUG),
    }
    return render(request, "offline/service-worker.js", context, content_type="text/javascript")


@login_not_required
@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """The shell: people and form are empty until the device fills them in."""
    context = {"form": LogForm(today=request.today), "quick_minutes": QUICK_MINUTES}
    return render(request, "offline/offline.html", context)


@require_GET
@require_permission(Permission.SEE_OWN_ACCOUNT)
def device(request: HttpRequest) -> JsonResponse:
    """What a page that was kept needs in order to send: the token of the session, and whose writings can be read."""
    mine = device_keys(request.user)
    return JsonResponse({"token": get_token(request), "owner": mine.owner, "keys": mine.keys})
