"""The calendar feed: somebody's own appointments, at an address that only they know."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_GET

from accounts.models import CalendarAddress
from accounts.scope import user_scope
from refugees.calendar import AHEAD, BACK, as_calendar
from refugees.models import Appointment


@login_not_required
@require_GET
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """Those the owner of the address takes part in, some weeks back and half a year ahead, as far as they may see them.

    Whoever is signed in makes no difference. An address that leads nowhere, no longer, or to somebody who no longer
    works here, is not found.
    """
    address = CalendarAddress.objects.behind(secret)
    if address is None:
        raise Http404
    owner = address.user
    with user_scope(owner, reason="calendar feed"), override(owner.language):
        mine = Appointment.objects.visible_to(owner).of(owner).select_related("case")
        mine = mine.between(request.today - BACK, request.today + AHEAD).order_by("starts_at", "pk")
        content = as_calendar(mine, request.today)
        address.note_fetch()
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": 'inline; filename="appointments.ics"',
        "Content-Language": owner.language,
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
