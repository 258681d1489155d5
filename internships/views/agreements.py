"""The agreement about one placement: its versions, drawing one up, the three signatures, the sheet to sign."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.agreements import AgreementForm, SignForm, begun
from internships.forms.occupations import ReasonForm
from internships.models import Offer, PlacementAgreement
from internships.models.placement_agreement import CONTENT, SIGNATURES
from internships.printing import agreement_sheet
from internships.rows import with_offer
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, version_of

# What whoever was overtaken by a colleague is told of the agreement as it stands.
TELLS = (*CONTENT, *SIGNATURES, "withdrawn_at")


@require_GET
@require_permission(Permission.SEE_CASE)
def agreements(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """The versions of the agreement about one offer, the latest first."""
    case, offered = with_offer(request, public_id, offer_id)
    versions = list(offered.agreements.select_related("city_signed_by").order_by("-number"))
    standing = [version for version in versions if version.withdrawn_at is None]
    context = case_frame(request, case, tab="case") | {
        "offer": offered,
        "versions": versions,
        "in_force": next((version for version in standing if version.signed_on), None),
        "has_draft": any(version.is_draft for version in standing),
        "may_write": request.user.can(Permission.WRITE_CASE),
        "today": request.today,
    }
    return render(request, "internships/agreements.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def draw_up(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Draw up the next version; it begins with what the last one, or the offer, says."""
    case, offered = with_offer(request, public_id, offer_id)
    last = offered.agreements.standing().order_by("number").last()
    form = AgreementForm(
        request.POST or None,
        today=request.today,
        initial=begun(offered, last, request.today),
        offer=offered,
    )

    def write() -> None:
        PlacementAgreement.objects.draw_up(
            offer=offered, today=request.today, by=request.user, **form.content
        )

    if saved(form, write):
        return _done(
            request, case, offered, _("The agreement is saved. Print it, and record the signatures.")
        )
    about = CaseForm(
        title=_("Draw up the agreement"),
        text=_at_company(offered),
        submit=_("Save the agreement"),
        part="internships/_asked_fields.html",
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def change(request: HttpRequest, public_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Change what nobody has signed yet."""
    case, agreement = _with_agreement(request, public_id, agreement_id)
    known = {name: getattr(agreement, name) for name in CONTENT}
    form = AgreementForm(request.POST or None, today=request.today, initial=known, offer=agreement.offer)

    def rewrite() -> None:
        agreement.rewrite(today=request.today, by=request.user, version=seen(request, TELLS), **form.content)

    if saved_as_seen(form, rewrite):
        words = _("The agreement is saved. Print it, and record the signatures.")
        return _done(request, case, agreement.offer, words)
    about = _about(
        agreement,
        title=_("Change the agreement"),
        submit=_("Save the agreement"),
        part="internships/_asked_fields.html",
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def sign(request: HttpRequest, public_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Record who has signed, or why the person has not."""
    case, agreement = _with_agreement(request, public_id, agreement_id)
    form = SignForm(request.POST or None, today=request.today, agreement=agreement)

    def record() -> None:
        agreement.sign(
            today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data
        )

    if saved_as_seen(form, record):
        words = _("Signed by all: the agreement is in force.")
        if agreement.signed_on is None:
            words = _("The signatures are recorded. The others are still to come.")
        return _done(request, case, agreement.offer, words)
    words = _("Record signatures")
    return render_case_form(request, case, form, _about(agreement, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw(request: HttpRequest, public_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The agreement was a mistake, or does not hold any more."""
    case, agreement = _with_agreement(request, public_id, agreement_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        agreement.withdraw(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, agreement.offer, _("The agreement is withdrawn."))
    about = _about(
        agreement,
        title=_("Withdraw the agreement"),
        text=_("It stays readable, marked as withdrawn."),
        submit=_("Withdraw it"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


@require_GET
@require_permission(Permission.SEE_CASE)
def print_agreement(request: HttpRequest, public_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The sheet that the three sign, in Danish and English."""
    case, agreement = _with_agreement(request, public_id, agreement_id)
    context = {"case": case, "agreement": agreement, "sheet": agreement_sheet(agreement)}
    return render(request, "internships/print_agreement.html", context)


def _with_agreement(
    request: HttpRequest, public_id: UUID, agreement_id: UUID
) -> tuple[Case, PlacementAgreement]:
    case = open_case(request, public_id)
    found = PlacementAgreement.objects.filter(case=case)
    found = found.select_related("case__person", "offer__company", "offer__unit", "city_signed_by")
    return case, get_object_or_404(found, public_id=agreement_id)


def _at_company(offered: Offer) -> str:
    return f"{offered.company.name} ({offered.company.cvr})"


def _about(agreement: PlacementAgreement, *, text: str = "", **words: Any) -> CaseForm:
    name = _("Version %(number)d") % {"number": agreement.number}
    text = text or f"{_at_company(agreement.offer)}, {name}"
    return CaseForm(text=text, version=version_of(agreement, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, offered: Offer, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("internships:agreements", case.public_id, offered.public_id)
