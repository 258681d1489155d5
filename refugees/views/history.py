"""Everything that has happened on a case, a page at a time."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from refugees.case_frame import case_frame, open_case
from refugees.paging import page_number, page_url
from refugees.timeline import timeline, topic_links


@require_GET
@require_permission(Permission.SEE_HISTORY)
def history(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The lines of the case, newest first; `show` narrows them down, `page` turns."""
    case = open_case(request, public_id)
    topic, number = request.GET.get("show", ""), page_number(request)
    shown = timeline(case, topic=topic, page=number)
    url = reverse("refugees:history", args=[case.public_id])
    context = case_frame(request, case, tab="refugees:history") | {
        "timeline": shown,
        "topics": topic_links(url, topic),
        "previous_url": page_url(url, topic, number - 1) if number > 1 else "",
        "next_url": page_url(url, topic, number + 1) if shown.has_more else "",
    }
    return render(request, "refugees/history.html", context)
