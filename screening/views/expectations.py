"""Expectations matched, from the page of the case: written down, signed, printed; a later talk is the next one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees import drafting
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, Draft, version_of
from screening.forms.expectations import MatchForm, SignForm, WithdrawForm
from screening.models import Expectations
from screening.printing import expectations_sheet
from screening.profile.expected import begun, first_interview

BACK = "screening:expectations"
DRAFT = "expectations"
# What whoever was overtaken by a colleague is told of a matching as it stands.
TELLS = (
    *("matched_on", "explained", "expects", "agreed"),
    *("person_signed_on", "person_missing", "city_signed_on", "withdrawn_at"),
)


@require_GET
@require_permission(Permission.SEE_CASE)
def expectations(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every talk about expectations, the latest first."""
    case = open_case(request, public_id)
    context = case_frame(request, case, tab=BACK) | {"rows": list(case.expectations.latest_first())}
    return render(request, "screening/expectations.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def match(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Write down what was said on both sides; it begins with what the first interview says of it."""
    case = open_case(request, public_id)
    interview = first_interview(case)
    form = MatchForm(request.POST or None, today=request.today, initial=begun(case, interview))

    def write() -> None:
        Expectations.objects.match(
            case=case, interview=interview, today=request.today, by=request.user, **form.cleaned_data
        )

    if saved(form, write):
        Draft.objects.drop(by=request.user, case=case, form=DRAFT)
        return _done(
            request, case, _("The expectations are written down. Print them, and record the signatures.")
        )
    about = CaseForm(
        title=_("Match expectations"),
        submit=_("Save the expectations"),
        text=_("What is saved stands: a later talk is written down beside it."),
        back=BACK,
        draft=DRAFT,
        draft_url=reverse("screening:keep_expectations", args=[case.public_id]),
    )
    return render_case_form(request, case, form, about)


@require_POST
@require_permission(Permission.WRITE_CASE)
def keep_draft(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep what is being written; forget it when every field is emptied."""
    case = open_case(request, public_id)
    return drafting.say_kept(request, drafting.keep(request, case, DRAFT), note_id="case-form")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def sign(request: HttpRequest, public_id: UUID, expectations_id: UUID) -> HttpResponse:
    """Record who signed, or why the person's signature is missing."""
    case, row = _with_row(request, public_id, expectations_id)
    form = SignForm(request.POST or None, today=request.today)

    def record() -> None:
        row.sign(today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data)

    if saved_as_seen(form, record):
        return _done(request, case, _("The signatures are recorded."))
    words = _("Record the signatures")
    return render_case_form(request, case, form, _about(row, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw(request: HttpRequest, public_id: UUID, expectations_id: UUID) -> HttpResponse:
    """There was no such talk."""
    case, row = _with_row(request, public_id, expectations_id)
    form = WithdrawForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        row.withdraw(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The matching is withdrawn."))
    about = _about(
        row,
        title=_("Withdraw the matching of expectations"),
        submit=_("Withdraw it"),
        text=_("It stays readable, marked as withdrawn."),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


@require_GET
@require_permission(Permission.SEE_CASE)
def print_expectations(request: HttpRequest, public_id: UUID, expectations_id: UUID) -> HttpResponse:
    """The sheet that both sign, in Danish and English."""
    case, row = _with_row(request, public_id, expectations_id)
    context = {"case": case, "row": row, "sheet": expectations_sheet(row)}
    return render(request, "screening/print_expectations.html", context)


def _with_row(request: HttpRequest, public_id: UUID, expectations_id: UUID) -> tuple[Case, Expectations]:
    case = open_case(request, public_id)
    rows = case.expectations.select_related("case__person", "city_signed_by")
    return case, get_object_or_404(rows, public_id=expectations_id)


def _about(row: Expectations, *, text: str = "", **words: Any) -> CaseForm:
    day = _("Talk of %(day)s") % {"day": date_format(row.matched_on, "DATE_FORMAT")}
    return CaseForm(text=text or day, version=version_of(row, TELLS), tells=TELLS, back=BACK, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
