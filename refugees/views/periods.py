"""Facts that hold for a time: job-readiness, and what a person lives on. Recording, correcting, withdrawing them."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.backends.postgresql.psycopg_any import DateRange
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.day import ONE_DAY
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.events import KeyEvent
from refugees.forms.dates import (
    BenefitForm,
    CorrectBenefitForm,
    CorrectReadinessForm,
    DecideReadinessForm,
    ReasonForm,
)
from refugees.models import BenefitPeriod, Case, JobReadiness, Readiness, version_of
from refugees.models.case_period import CasePeriod

BACK = "refugees:dates"
# What whoever was overtaken by a colleague is told of the period as it stands.
READINESS_TELLS = ("is_ready", "during", "reason", "withdrawn_at", "correction_reason")
BENEFIT_TELLS = ("kind", "during", "withdrawn_at", "correction_reason")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def decide_readiness(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Decide whether the person is job-ready from a day on."""
    case = open_case(request, public_id)
    is_category = request.GET.get("event") == KeyEvent.CATEGORISED
    form = DecideReadinessForm(
        request.POST or None,
        today=request.today,
        is_categorised=case.date_of(KeyEvent.CATEGORISED) is not None,
        initial={"categorised_on": request.today} if is_category else {},
    )

    def decide() -> None:
        given = form.cleaned_data
        JobReadiness.objects.decide(
            case=case,
            is_ready=given["readiness"] == Readiness.READY,
            on=given["on"],
            reason=given["reason"],
            categorised_on=given.get("categorised_on"),
            by=request.user,
            version=seen(request, READINESS_TELLS),
        )

    if saved_as_seen(form, decide):
        return _done(request, case, _("The decision is recorded."))
    about = CaseForm(
        title=_("Decide job-readiness"),
        text=_(
            "Without a decision a person counts as job-ready. Lack of language or schooling is no exemption."
        ),
        submit=_("Record the decision"),
        back=BACK,
        version=version_of(case.readiness.latest(), READINESS_TELLS),
        tells=READINESS_TELLS,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def begin_benefit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record what the person lives on from a day on."""
    case = open_case(request, public_id)
    form = BenefitForm(request.POST or None, today=request.today)

    def begin() -> None:
        given = form.cleaned_data
        BenefitPeriod.objects.begin(
            case=case,
            kind=given["kind"],
            on=given["on"],
            by=request.user,
            version=seen(request, BENEFIT_TELLS),
        )

    if saved_as_seen(form, begin):
        return _done(request, case, _("It is recorded what the person lives on."))
    about = CaseForm(
        title=_("What the person lives on"),
        text=_("The law's duty to offer an internship covers people on a benefit only."),
        submit=_("Save"),
        back=BACK,
        version=version_of(case.benefits.latest(), BENEFIT_TELLS),
        tells=BENEFIT_TELLS,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct_readiness(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """A decision was otherwise, or for other days, than it was recorded."""
    case, row = _with_period(request, public_id, JobReadiness, period_id)
    known = _days(row) | {"readiness": row.state, "reason": row.reason}
    form = CorrectReadinessForm(request.POST or None, today=request.today, initial=known)

    def put_right() -> None:
        given = form.cleaned_data
        row.correct(
            is_ready=given["readiness"] == Readiness.READY,
            reason=given["reason"],
            during=_during(given),
            why=given["why"],
            by=request.user,
            version=seen(request, READINESS_TELLS),
        )

    if saved_as_seen(form, put_right):
        return _done(request, case, _("The decision is corrected. What follows from it is counted again."))
    return render_case_form(request, case, form, _correction(row, READINESS_TELLS))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct_benefit(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """What the person lived on was something else, or in other days."""
    case, row = _with_period(request, public_id, BenefitPeriod, period_id)
    known = _days(row) | {"kind": row.kind}
    form = CorrectBenefitForm(request.POST or None, today=request.today, initial=known)

    def put_right() -> None:
        given = form.cleaned_data
        row.correct(
            kind=given["kind"],
            during=_during(given),
            why=given["why"],
            by=request.user,
            version=seen(request, BENEFIT_TELLS),
        )

    if saved_as_seen(form, put_right):
        return _done(request, case, _("It is corrected. What follows from it is counted again."))
    return render_case_form(request, case, form, _correction(row, BENEFIT_TELLS))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw_readiness(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """Nobody decided that, or not about this person."""
    return _withdraw(request, public_id, JobReadiness, period_id, READINESS_TELLS)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw_benefit(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """It was never so."""
    return _withdraw(request, public_id, BenefitPeriod, period_id, BENEFIT_TELLS)


def _withdraw(
    request: HttpRequest, public_id: UUID, kind: type[CasePeriod], period_id: UUID, tells: tuple[str, ...]
) -> HttpResponse:
    case, row = _with_period(request, public_id, kind, period_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        why = form.cleaned_data["reason"]
        row.withdraw(why=why, on=request.today, by=request.user, version=seen(request, tells))

    if saved_as_seen(form, strike):
        return _done(request, case, _("It is withdrawn. What followed from it is counted again."))
    about = CaseForm(
        title=_("Withdraw: %(period)s") % {"period": row.words},
        text=_("It stays visible as withdrawn, with your reason. What ended when it began goes on."),
        submit=_("Withdraw"),
        back=BACK,
        is_final=True,
        version=version_of(row, tells),
        tells=tells,
    )
    return render_case_form(request, case, form, about)


def _with_period(
    request: HttpRequest, public_id: UUID, kind: type[CasePeriod], period_id: UUID
) -> tuple[Case, Any]:
    case = open_case(request, public_id)
    periods = findable(request, kind.objects.all(), kind.objects.standing())
    return case, get_object_or_404(periods.filter(case=case).select_related("case"), public_id=period_id)


def _correction(row: CasePeriod, tells: tuple[str, ...]) -> CaseForm:
    return CaseForm(
        title=_("Correct: %(period)s") % {"period": row.words},
        text=_(
            "What stands there now stays visible, with your reason. A period that ended when this one began follows it."
        ),
        submit=_("Save the correction"),
        back=BACK,
        version=version_of(row, tells),
        tells=tells,
    )


def _days(row: CasePeriod) -> dict[str, date | None]:
    """The first and the last day, as the form asks for them."""
    end = row.during.upper
    return {"on": row.during.lower, "last_on": end - ONE_DAY if end else None}


def _during(given: dict[str, Any]) -> DateRange:
    return DateRange(given["on"], given["last_on"] + ONE_DAY if given["last_on"] else None)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
