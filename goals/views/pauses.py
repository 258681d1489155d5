"""Days on which nothing could be done for somebody: the page that shows them, and the forms that change them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.models import Pause
from goals.time_forms import CorrectPauseForm, EndPauseForm, PauseForm, WithdrawPauseForm
from goals.time_panels import extensions_panel, pauses_panel
from goals.views.drafts_of_time import CORRECT_PAUSE, PAUSE, WITHDRAW_PAUSE, forget, kept_as
from refugees.case_forms import CaseForm, render_case_form, saved
from refugees.case_frame import case_frame, open_case
from refugees.models import Case

BACK = "case_time:pauses"


@require_GET
@require_permission(Permission.SEE_GOALS)
def pauses(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What paused the case, and what more time was asked for: the standing, the corrected and the withdrawn."""
    case = open_case(request, public_id)
    user, today = request.user, request.today
    context = case_frame(request, case, tab=BACK) | {
        "panels": [pauses_panel(case, user, today, whole=True), extensions_panel(case, user, today)],
        "page_title": _("Pauses and extensions"),
    }
    return render(request, "work/page.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def begin_pause(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record days on which nothing can be done."""
    case = open_case(request, public_id)
    form = PauseForm(request.POST or None, today=request.today, documents=case.documents.standing())

    def begin() -> None:
        Pause.objects.begin(case=case, by=request.user, today=request.today, **form.facts)

    if saved(form, begin):
        forget(request, case, PAUSE)
        messages.success(request, _("The pause is recorded. The deadlines that it stops have moved."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Record a pause"),
        text=_(
            "A deadline that stops for this ground moves by the days of the pause. The law's do not stop."
        ),
        submit=_("Record the pause"),
        back=BACK,
        **kept_as(case, PAUSE),
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def end_pause(request: HttpRequest, public_id: UUID, pause_id: UUID) -> HttpResponse:
    """The pause is over. Whoever writes on the case may say so; the ground is not shown."""
    case = open_case(request, public_id)
    pause = get_object_or_404(case.pauses, public_id=pause_id)
    form = EndPauseForm(request.POST or None, today=request.today, begins=pause.during.lower)

    def end() -> None:
        pause.end(until=form.until, by=request.user, today=request.today)

    if saved(form, end):
        messages.success(request, _("The pause has an end. The deadlines are known again."))
        return redirect(BACK, case.public_id)
    about = CaseForm(title=_("End the pause"), submit=_("End the pause"), back=BACK)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct_pause(request: HttpRequest, public_id: UUID, pause_id: UUID) -> HttpResponse:
    """It was otherwise: the old one stays beside the new one. For those who may read its ground."""
    case, pause = _told(request, public_id, pause_id)
    initial = {
        "ground": pause.ground,
        "from_on": pause.during.lower,
        "last_on": pause.last_on,
        "document": pause.document_id,
    }
    form = CorrectPauseForm(
        request.POST or None, today=request.today, documents=case.documents.standing(), initial=initial
    )

    def correct() -> None:
        pause.correct(by=request.user, today=request.today, **form.facts)

    draft = f"{CORRECT_PAUSE}:{pause.public_id}"
    if saved(form, correct):
        forget(request, case, draft)
        messages.success(request, _("The pause is corrected. What stood there stays to be read."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Correct the pause"), submit=_("Correct the pause"), back=BACK, **kept_as(case, draft)
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw_pause(request: HttpRequest, public_id: UUID, pause_id: UUID) -> HttpResponse:
    """There was no such pause. For those who may read its ground."""
    case, pause = _told(request, public_id, pause_id)
    form = WithdrawPauseForm(request.POST or None, today=request.today)

    def withdraw() -> None:
        pause.withdraw(reason=form.cleaned_data["reason"], by=request.user, today=request.today)

    draft = f"{WITHDRAW_PAUSE}:{pause.public_id}"
    if saved(form, withdraw):
        forget(request, case, draft)
        messages.success(request, _("The pause is withdrawn. The deadlines are as without it."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Withdraw the pause"),
        text=_("It stays to be read, with the reason, and stops no deadline any more."),
        submit=_("Withdraw the pause"),
        back=BACK,
        is_final=True,
        **kept_as(case, draft),
    )
    return render_case_form(request, case, form, about)


def _told(request: HttpRequest, public_id: UUID, pause_id: UUID) -> tuple[Case, Pause]:
    """A pause whose ground this person may read; to everybody else its forms do not exist.

    One that a colleague changed meanwhile is found, too: the verb says so, and what was typed stays on the form.
    """
    case = open_case(request, public_id)
    told = case.pauses.told_to(request.user, request.today).filter(tells_ground=True)
    return case, get_object_or_404(told, public_id=pause_id)
