"""Where the health team's day begins, and all that they know of one person."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from accounts.models import AccessLog
from accounts.permissions import Permission, require_permission
from goals.models import Clock
from health import worklist
from health.frame import health_frame, open_health
from health.goals import OFFERED
from health.models import Assessment, Consent, HealthAppointment, HealthOffer, OnwardReferral, Referral
from health.worklist import Stage
from refugees.models import Case, FunctionalConclusion, HousingNeed

# A name or a case number; nobody types more.
LONGEST = 80


@require_GET
@require_permission(Permission.SEE_HEALTH)
def work_list(request: HttpRequest) -> HttpResponse:
    """The people at one stage; without one in the address, the first at which somebody waits."""
    numbers = worklist.counts(request.user)
    asked = request.GET.get("stage", "")
    waiting = next((stage for stage in Stage if numbers.get(stage)), Stage.OFFER)
    stage = Stage(asked) if asked in Stage.values else waiting
    page = worklist.page_of(request.user, stage, request.GET.get("page", 1))
    context = _list(request, numbers, stage, worklist.rows_for(page.object_list, request.today))
    if page.has_previous():
        context["previous_url"] = _url(stage, page.previous_page_number())
    if page.has_next():
        context["next_url"] = _url(stage, page.next_page_number())
    return render(request, "health/work_list.html", context)


@sensitive_post_parameters("q")
@require_POST
@require_permission(Permission.SEE_HEALTH)
def find(request: HttpRequest) -> HttpResponse:
    """The people whose name or case number was typed. By POST: names stand in no address."""
    words = request.POST.get("q", "").strip()[:LONGEST]
    cases = worklist.found(request.user, words)
    if words:
        AccessLog.objects.searched(user=request.user, criterion=words, found=len(cases), page="health:find")
    context = _list(request, worklist.counts(request.user), None, worklist.rows_for(cases, request.today))
    return render(request, "health/work_list.html", context | {"words": words, "is_search": True})


@require_GET
@require_permission(Permission.SEE_HEALTH)
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything in the compartment of one person, and what the team passed on of it."""
    case = open_health(request, public_id)
    context = health_frame(request, case, tab="health:person") | known_of(case, request)
    return render(request, "health/person.html", context)


def known_of(case: Case, request: HttpRequest) -> dict[str, Any]:
    """The rows of one person, the latest first. Nine queries."""
    user = request.user
    offers = list(
        HealthOffer.objects.filter(case=case).select_related("recorded_by").order_by("-offered_on", "-pk")
    )
    standing = [offer for offer in offers if not offer.taken_back_at]
    last = standing[0] if standing else None
    referrals = Referral.objects.filter(case=case).select_related("clinic").order_by("-sent_on", "-pk")
    assessments = Assessment.objects.filter(case=case).order_by("-done_on", "-pk")
    clocks = Clock.objects.filter(case=case, goal=OFFERED).at(request.today).by_urgency()
    may_write = user.can(Permission.WRITE_HEALTH) and not case.closed_on
    return {
        "may_write": may_write,
        "may_offer": may_write and (last is None or last.is_declined),
        "clocks": list(clocks),
        "offers": offers,
        "consents": list(Consent.objects.filter(case=case).order_by("withdrawn_on", "-given_on")),
        "referrals": list(referrals),
        "appointments": list(HealthAppointment.objects.filter(case=case).order_by("-starts_at")),
        "assessments": list(assessments),
        "onward": list(OnwardReferral.objects.filter(case=case).order_by("-sent_on", "-pk")),
        "conclusions": list(FunctionalConclusion.objects.standing().filter(case=case).order_by("-during")),
        "needs": list(HousingNeed.objects.standing().filter(case=case).order_by("-during")),
    }


def _list(
    request: HttpRequest, numbers: dict[str, int], chosen: Stage | None, rows: list[worklist.Row]
) -> dict[str, Any]:
    tabs = [
        {
            "url": _url(stage),
            "label": f"{stage.label} ({numbers.get(stage, 0)})",
            "current": stage == chosen,
        }
        for stage in Stage
    ]
    title = chosen.label if chosen else _("Found")
    return {"tabs": tabs, "rows": rows, "stage": chosen, "title": title, "today": request.today}


def _url(stage: Stage, number: int = 1) -> str:
    page = {"page": number} if number > 1 else {}
    return f"{reverse('health:work_list')}?{urlencode({'stage': stage.value} | page)}"
