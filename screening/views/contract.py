"""The contract of a case: its versions, drawing one up, signing it, printing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, version_of
from screening.forms.contract import ConcludeForm, ContractForm, WithdrawForm, known
from screening.models import Contract, DeclarationMissing
from screening.printing import contract_sheet

BACK = "screening:contract"
FIELDS_PART = "screening/_contract_fields.html"
# What a next version and a changed draft begin with.
CONTENT = ("goal", "ratio", "administration", "programme_from")
# What whoever was overtaken by a colleague is told of the version as it stands.
TELLS = (*CONTENT, "edition", "person_signed_on", "city_signed_on", "concluded_on", "withdrawn_at")


@require_GET
@require_permission(Permission.SEE_CASE)
def contract(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The draft, the version in force, and those before it."""
    case = open_case(request, public_id)
    versions = list(case.contracts.latest_first())
    standing = [version for version in versions if version.withdrawn_at is None]
    context = case_frame(request, case, tab=BACK) | {
        "versions": versions,
        "draft": next((version for version in standing if version.is_draft), None),
        "in_force": next((version for version in standing if version.concluded_on), None),
    }
    return render(request, "screening/contract.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def draw_up(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Draw up the next version; it begins with what the last one says."""
    case = open_case(request, public_id)
    last = case.contracts.standing().prefetch_related("activities").order_by("number").last()
    form = ContractForm(request.POST or None, today=request.today, **_begun(last))

    def write() -> None:
        Contract.objects.draw_up(case=case, today=request.today, by=request.user, **form.facts)

    if saved(form, write):
        return _done(request, case, _("The draft is saved. Print it, and record the signatures."))
    about = CaseForm(title=_("Draw up a contract"), submit=_("Save the draft"), back=BACK, part=FIELDS_PART)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def change(request: HttpRequest, public_id: UUID, contract_id: UUID) -> HttpResponse:
    """Change a draft."""
    case, version = _with_contract(request, public_id, contract_id)
    begun = _begun(version)
    begun["initial"]["drawn_up_on"] = version.drawn_up_on
    form = ContractForm(request.POST or None, today=request.today, **begun)

    def rewrite() -> None:
        version.rewrite(today=request.today, by=request.user, version=seen(request, TELLS), **form.facts)

    if saved_as_seen(form, rewrite):
        return _done(request, case, _("The draft is saved. Print it, and record the signatures."))
    about = _about(version, title=_("Change the draft"), submit=_("Save the draft"), part=FIELDS_PART)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def conclude(request: HttpRequest, public_id: UUID, contract_id: UUID) -> HttpResponse:
    """Record who signed, or why the person's signature is missing."""
    case, version = _with_contract(request, public_id, contract_id)
    declared = case.contracts.concluded().filter(declaration_signed_on__isnull=False).exists()
    known = {"declaration_missing": DeclarationMissing.EARLIER if declared else ""}
    form = ConcludeForm(request.POST or None, today=request.today, initial=known)

    def sign() -> None:
        version.conclude(
            today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data
        )

    if saved_as_seen(form, sign):
        return _done(request, case, _("The signatures are recorded. This version is in force."))
    about = _about(version, title=_("Record the signatures"), submit=_("Record the signatures"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw(request: HttpRequest, public_id: UUID, contract_id: UUID) -> HttpResponse:
    """The version was a mistake."""
    case, version = _with_contract(request, public_id, contract_id)
    form = WithdrawForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        version.withdraw(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The version is withdrawn."))
    about = _about(
        version,
        title=_("Withdraw the version"),
        text=_("It stays readable, marked as withdrawn. If it was signed, the promise runs again."),
        submit=_("Withdraw it"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


@require_GET
@require_permission(Permission.SEE_CASE)
def print_contract(request: HttpRequest, public_id: UUID, contract_id: UUID) -> HttpResponse:
    """The sheet that both sign, in Danish and English."""
    case, version = _with_contract(request, public_id, contract_id)
    context = {"case": case, "version": version, "sheet": contract_sheet(version)}
    return render(request, "screening/print_contract.html", context)


def _begun(version: Contract | None) -> dict[str, Any]:
    """What a form begins with: the content of a version and its activities."""
    if version is None:
        return {"initial": {}}
    return {
        "initial": {name: getattr(version, name) for name in CONTENT},
        "rows": [known(activity) for activity in version.activities.all()],
    }


def _with_contract(request: HttpRequest, public_id: UUID, contract_id: UUID) -> tuple[Case, Contract]:
    case = open_case(request, public_id)
    versions = case.contracts.select_related("case__person", "city_signed_by").prefetch_related("activities")
    return case, get_object_or_404(versions, public_id=contract_id)


def _about(version: Contract, *, text: str = "", **words: Any) -> CaseForm:
    name = _("Version %(number)d") % {"number": version.number}
    return CaseForm(text=text or name, version=version_of(version, TELLS), tells=TELLS, back=BACK, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
