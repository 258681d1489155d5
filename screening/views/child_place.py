"""A child's place in day care or school, from the page of its case: recorded, mended, taken back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, as_seen, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import Case, version_of
from screening.forms.child_place import ChildPlaceForm, CorrectChildPlaceForm, TakeChildPlaceBackForm
from screening.models import ChildPlace

# What whoever was overtaken by a colleague is told of the place as it stands.
FACTS = ("kind", "where", "on", "starts_on", "why")
TELLS = (*FACTS, "correction_reason", "taken_back_at")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that a place was found for the child, or that none is wanted for now."""
    case = open_case(request, public_id)
    form = ChildPlaceForm(request.POST or None, today=request.today)

    def write() -> None:
        ChildPlace.objects.record(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        return _done(request, case, _("The place for the child is recorded."))
    about = CaseForm(title=_("Place for the child"), submit=_("Record the place"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, place_id: UUID) -> HttpResponse:
    """It was another place or another day."""
    case, row = _with_place(request, public_id, place_id)
    known = {name: getattr(row, name) for name in FACTS}
    form = CorrectChildPlaceForm(request.POST or None, today=request.today, initial=known)
    if saved_as_seen(form, as_seen(request, row.correct, form, TELLS)):
        return _done(request, case, _("The place is corrected."))
    words = _("Correct the place for the child")
    return render_case_form(request, case, form, _about(row, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, place_id: UUID) -> HttpResponse:
    """There was no such place."""
    case, row = _with_place(request, public_id, place_id)
    form = TakeChildPlaceBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        row.take_back(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The place is taken back. Its promise runs again."))
    about = _about(
        row,
        title=_("Take the place back"),
        text=_("There was no such place. The record stays in the history, and the promise runs again."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _with_place(request: HttpRequest, public_id: UUID, place_id: UUID) -> tuple[Case, ChildPlace]:
    case = open_case(request, public_id)
    rows = case.child_places.select_related("case__person")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=place_id)


def _about(row: ChildPlace, *, text: str = "", **words: Any) -> CaseForm:
    return CaseForm(text=text or row.where, version=version_of(row, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('case', args=[case.public_id])}#child-place")
