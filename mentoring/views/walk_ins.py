"""Somebody dropped in who has no case here: counted, and nothing of them kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.day import now
from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.counselling import WalkInForm
from mentoring.models import WalkIn
from refugees.case_forms import saved


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def record(request: HttpRequest) -> HttpResponse:
    """Somebody without a case was here: when, what about, what came of it."""
    known = {"on": request.today, "at": timezone.localtime(now()).time()}
    form = WalkInForm(request.POST or None, today=request.today, initial=known)

    def write() -> None:
        WalkIn.objects.record(unit=request.user.unit, by=request.user, **form.cleaned_data)

    if saved(form, write):
        messages.success(request, _("The visit is counted."))
        return redirect("mentoring:counselling")
    context = {"form": form, "today": request.today}
    return render(request, "counselling/walk_in.html", context, status=422 if form.is_bound else 200)


@require_POST
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """It was a mistake, or belongs to a case: it is counted no longer."""
    row = get_object_or_404(WalkIn.objects.visible_to(request.user), public_id=public_id)
    row.take_back()
    messages.success(request, _("The visit is not counted any more."))
    return redirect("mentoring:counselling")
