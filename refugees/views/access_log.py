"""Who opened a case: shown to those who may check it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from accounts.models import AccessLog
from accounts.permissions import Permission, Role, require_permission
from refugees.case_frame import TABS, case_frame, open_case
from refugees.paging import page_number, page_url

PAGE_SIZE = 50
# Pages that are no tab. What is not named here is a form or a page of a pillar.
PAGE_WORDS = {
    "case_receipt": _("How a date was counted"),
    "refugees:edit_person": _("Details of the person"),
    "refugees:fetch_document": _("A document"),
    "screening:cv": _("The CV to take home"),
    "host:page": _("The page of a company"),
}


@require_GET
@require_permission(Permission.SEE_ACCESS_LOG)
def access_log(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Real openings of this case, the latest first. A mere appearance in a list is not one."""
    case = open_case(request, public_id)
    number = page_number(request)
    first = (number - 1) * PAGE_SIZE
    readings = AccessLog.objects.filter(case_id=case.pk).select_related("user").order_by("-at", "-pk")
    found = list(readings[first : first + PAGE_SIZE + 1])
    url = reverse("refugees:access_log", args=[case.public_id])
    context = case_frame(request, case, tab="refugees:access_log") | {
        "readings": [reading_row(reading) for reading in found[:PAGE_SIZE]],
        "previous_url": page_url(url, "", number - 1) if number > 1 else "",
        "next_url": page_url(url, "", number + 1) if len(found) > PAGE_SIZE else "",
    }
    return render(request, "refugees/access_log.html", context)


def reading_row(reading: AccessLog) -> dict[str, object]:
    """One reading in words."""
    roles, pages = dict(Role.choices), {tab.view: tab.label for tab in TABS} | PAGE_WORDS
    return {
        "at": reading.at,
        "name": reading.user.name if reading.user else reading.criterion,
        "role": roles.get(reading.role, reading.role)
        if reading.user
        else _("At a company, without an account"),
        "kind": reading.get_kind_display(),
        "page": pages.get(reading.page, _("A page of the case")),
    }
