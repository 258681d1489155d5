"""Waiting for somebody: beginning, asking again, ending with what happened."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.forms.work import ChaseForm, EndWaitingForm, WaitingForm
from refugees.models import Case, Waiting, version_of
from refugees.views.tasks import BACK, render_panel, render_plan
from refugees.work_panels import waiting_panel

# What each form shows or changes of the waiting: of these, whoever was overtaken by a colleague is told.
ENDED = ("ended_on", "outcome")
CHASED = ("chase_on", *ENDED)


@require_GET
@require_permission(Permission.SEE_CASE)
def waiting(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """For whom the case waits; for htmx, that box alone."""
    case = open_case(request, public_id)
    if request.htmx:
        return render_panel(request, case, waiting_panel(case, request.user, request.today, whole=True))
    return render_plan(request, case)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def begin(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Somebody else must act before the case goes on."""
    case = open_case(request, public_id)
    form = WaitingForm(request.POST or None, today=request.today, initial={"since_on": request.today})

    def wait() -> None:
        Waiting.objects.begin(case=case, by=request.user, today=request.today, **form.cleaned_data)

    if saved(form, wait):
        return _done(request, case, _("The case now waits. It comes back to your list on the day you chose."))
    about = CaseForm(title=_("Waiting for somebody"), submit=_("Begin to wait"), back=BACK)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def chase(request: HttpRequest, public_id: UUID, waiting_id: UUID) -> HttpResponse:
    """They were asked again: wait on until another day."""
    case, found = _with_waiting(request, public_id, waiting_id)
    form = ChaseForm(request.POST or None, today=request.today)

    def wait_on() -> None:
        on = form.cleaned_data["chase_on"]
        found.chase_again(on=on, by=request.user, today=request.today, version=seen(request, CHASED))

    if saved_as_seen(form, wait_on):
        return _done(request, case, _("The case waits on."))
    about = CaseForm(
        title=_("Asked again: wait on"),
        text=_about(found),
        submit=_("Wait on"),
        back=BACK,
        version=version_of(found, CHASED),
        tells=CHASED,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def end(request: HttpRequest, public_id: UUID, waiting_id: UUID) -> HttpResponse:
    """What was waited for came, or will not come."""
    case, found = _with_waiting(request, public_id, waiting_id)
    form = EndWaitingForm(request.POST or None, today=request.today, initial={"ended_on": request.today})

    def finish() -> None:
        given = form.cleaned_data
        found.end(
            outcome=given["outcome"],
            on=given["ended_on"],
            by=request.user,
            today=request.today,
            version=seen(request, ENDED),
        )

    if saved_as_seen(form, finish):
        return _done(request, case, _("The waiting has ended."))
    about = CaseForm(
        title=_("No longer waiting"),
        text=_about(found),
        submit=_("Record what happened"),
        back=BACK,
        version=version_of(found, ENDED),
        tells=ENDED,
    )
    return render_case_form(request, case, form, about)


def _with_waiting(request: HttpRequest, public_id: UUID, waiting_id: UUID) -> tuple[Case, Waiting]:
    case = open_case(request, public_id)
    waitings = findable(request, case.waitings.all(), case.waitings.open())
    return case, get_object_or_404(waitings, public_id=waiting_id)


def _about(waiting: Waiting) -> str:
    return _("%(whom)s: %(what)s") % {"whom": waiting.whom, "what": waiting.what}


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse(BACK, args=[case.public_id])}#waiting")
