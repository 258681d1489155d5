"""Suspensions of the law's limits: recorded, ended, taken back. Every clock of the law is then counted again."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.models import Purpose, Recalculation, Suspension
from goals.tasks import wake
from goals.version_forms import EndSuspensionForm, SuspensionForm, WithdrawSuspensionForm
from refugees.case_forms import saved


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ACTIVATE_VERSION)
@once
def record(request: HttpRequest) -> HttpResponse:
    """Record that limits of the law are suspended."""
    form = SuspensionForm(request.POST or None, today=request.today)
    if saved(form, lambda: Suspension.objects.record(by=request.user, **form.cleaned_data)):
        return _done(request, _("The suspension is recorded. Deadlines of the law are being counted again."))
    text = _(
        "The minister may suspend limits of the law in a large influx (Integration Act § 4 b). Days of the suspension"
        " do not count, so deadlines of the law move by as many. That reading is not confirmed by the City's lawyers."
    )
    return _form(request, form, title=_("Suspend limits of the law"), text=text, submit=_("Record it"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ACTIVATE_VERSION)
@once
def end(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say from when the limits count again."""
    found = _standing(public_id)
    form = EndSuspensionForm(request.POST or None, today=request.today, initial={"until": found.during.upper})
    if saved(form, lambda: found.end(until=form.cleaned_data["until"], by=request.user)):
        return _done(request, _("The end is recorded. Deadlines of the law are being counted again."))
    return _form(request, form, title=_("When do the limits count again?"), submit=_("Record the end"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ACTIVATE_VERSION)
@once
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take back what was recorded by mistake."""
    found = _standing(public_id)
    form = WithdrawSuspensionForm(request.POST or None)
    if saved(form, lambda: found.withdraw(because=form.cleaned_data["because"], by=request.user)):
        return _done(
            request, _("The suspension is taken back. Deadlines of the law are being counted again.")
        )
    text = _("The days then count as if it had never been. It stays on the list, with your reason.")
    return _form(request, form, title=_("Take this suspension back?"), text=text, submit=_("Take it back"))


def _form(request: HttpRequest, form: Form, *, title: str, submit: str, text: str = "") -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "text": text,
        "submit": submit,
        "cancel_url": reverse("goals:versions"),
    }
    return render(request, "goals/version_suspension.html", context, status=422 if form.is_bound else 200)


def _done(request: HttpRequest, words: str) -> HttpResponse:
    for run in Recalculation.objects.unfinished().filter(purpose=Purpose.RULES):
        wake(run)
    messages.success(request, words)
    return redirect("goals:versions")


def _standing(public_id: UUID) -> Suspension:
    return get_object_or_404(Suspension.objects.standing(), public_id=public_id)
