"""One visit to open counselling: the person came, was taken, was talked with; or it is written afterwards."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.counselling import ArriveForm, CorrectForm, EndForm, RecordForm, TakeBackForm
from mentoring.models import Visit
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import Case, version_of

# What whoever was overtaken by a colleague is told of the visit as it stands.
TELLS = ("about", "note", "taken_by", "outcome", "said", "correction_reason", "taken_back_at")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def arrive(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The person came in and waits."""
    case = open_case(request, public_id)
    form = ArriveForm(request.POST or None, today=request.today)
    if saved(form, lambda: Visit.objects.arrive(case=case, by=request.user, **form.cleaned_data)):
        return _done(request, _("Put in the queue, behind those who came before."))
    about = CaseForm(title=_("Came to open counselling"), submit=_("Put in the queue"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The person was there and is gone."""
    case = open_case(request, public_id)
    form = RecordForm(request.POST or None, today=request.today)

    def write() -> None:
        Visit.objects.record(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        messages.success(request, _("The visit is recorded."))
        return redirect("case", case.public_id)
    about = CaseForm(title=_("Record a visit to open counselling"), submit=_("Record the visit"))
    return render_case_form(request, case, form, about)


@require_POST
@require_permission(Permission.WRITE_CASE)
@once
def take(request: HttpRequest, public_id: UUID, visit_id: UUID) -> HttpResponse:
    """This colleague talks with the person now; if somebody else was faster, the page says who."""
    case, visit = _with_visit(request, public_id, visit_id)
    try:
        visit.take(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("mentoring:counselling")
    return _done(request, _("You talk with the person now."))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def end(request: HttpRequest, public_id: UUID, visit_id: UUID) -> HttpResponse:
    """What came of it."""
    case, visit = _with_visit(request, public_id, visit_id)
    form = EndForm(request.POST or None, today=request.today)

    def finish() -> None:
        visit.end(today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data)

    if saved_as_seen(form, finish):
        return _done(request, _("The visit is recorded."))
    return render_case_form(request, case, form, _about(visit, title=_("What came of it"), submit=_("Save")))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, visit_id: UUID) -> HttpResponse:
    """It was about something else, or something else came of it."""
    case, visit = _with_visit(request, public_id, visit_id)
    known = {name: getattr(visit, name) for name in ("about", "note", "outcome", "said")}
    form = CorrectForm(request.POST or None, today=request.today, initial=known)

    def mend() -> None:
        visit.correct(by=request.user, version=seen(request, TELLS), **form.cleaned_data)

    if saved_as_seen(form, mend):
        messages.success(request, _("The visit is corrected."))
        return redirect("case", case.public_id)
    return render_case_form(
        request, case, form, _about(visit, title=_("Correct the visit"), submit=_("Save the correction"))
    )


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, visit_id: UUID) -> HttpResponse:
    """There was no such visit."""
    case, visit = _with_visit(request, public_id, visit_id)
    form = TakeBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        visit.take_back(by=request.user, version=seen(request, TELLS), **form.cleaned_data)

    if saved_as_seen(form, strike):
        messages.success(request, _("The visit is taken back."))
        return redirect("case", case.public_id)
    about = _about(
        visit,
        title=_("Take the visit back"),
        text=_("There was no such visit. The record stays in the history."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _with_visit(request: HttpRequest, public_id: UUID, visit_id: UUID) -> tuple[Case, Visit]:
    case = open_case(request, public_id)
    visits = case.counselling_visits.select_related("case__person", "taken_by")
    found = findable(request, visits, visits.standing())
    return case, get_object_or_404(found, public_id=visit_id)


def _about(visit: Visit, *, text: str = "", **words: Any) -> CaseForm:
    said = " · ".join(part for part in (visit.get_about_display(), visit.note) if part)
    return CaseForm(text=text or said, version=version_of(visit, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("mentoring:counselling")
