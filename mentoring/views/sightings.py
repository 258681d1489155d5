"""What mentors logged is marked as seen, one entry or all that were shown; its author reads by whom."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require_permission
from mentoring.models import Sighting
from mentoring.models.sighting import Shown
from refugees.going_back import back_to


@require_POST
@require_permission(Permission.WRITE_CASE)
def mark_seen(request: HttpRequest) -> HttpResponse:
    """These entries are seen as they stood on the page; what was corrected meanwhile stays new."""
    count = Sighting.objects.mark(shown=_shown(request), by=request.user)
    words = ngettext("%(count)d contact marked as seen.", "%(count)d contacts marked as seen.", count)
    messages.success(request, words % {"count": count})
    return redirect(back_to(request, reverse("home")))


def _shown(request: HttpRequest) -> Iterator[Shown]:
    """Which entries, each with its version; what is neither is left out."""
    for text in request.POST.getlist("contact"):
        name, _colon, version = text.partition(":")
        try:
            yield UUID(name), int(version)
        except ValueError:
            continue
