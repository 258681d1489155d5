"""What the health team says to others: what work must take into account, and what a home must have."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from health.forms import ConclusionForm, CorrectConclusionForm, CorrectNeedsForm, NeedsForm
from health.frame import about, open_health, recorded
from refugees.case_forms import CaseForm, findable, seen
from refugees.forms.dates import ReasonForm
from refugees.models import Case, FunctionalConclusion, HousingNeed, version_of

TELLS = {
    FunctionalConclusion: ("during", "ability", "not_before", "week_hours", "limits", "note", "withdrawn_at"),
    HousingNeed: ("during", "needs", "withdrawn_at"),
}
Statement = FunctionalConclusion | HousingNeed


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def conclude(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """From a day on, what work must take into account."""
    words = _(
        "Everybody who sees the case reads this. Say what work must take into account, and nothing of why."
    )
    shown = about(title=_("What work must take into account"), text=words, submit=_("Say so"))
    return _state(request, public_id, FunctionalConclusion, ConclusionForm, shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def state_needs(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """From a day on, what a home must have."""
    shown = about(title=_("What the home must have"), submit=_("Say so"))
    return _state(request, public_id, HousingNeed, NeedsForm, shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def correct_conclusion(request: HttpRequest, public_id: UUID, statement_id: UUID) -> HttpResponse:
    """It was otherwise, or from another day on."""
    return _correct(request, public_id, FunctionalConclusion, statement_id, CorrectConclusionForm)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def correct_needs(request: HttpRequest, public_id: UUID, statement_id: UUID) -> HttpResponse:
    """It was otherwise, or from another day on."""
    return _correct(request, public_id, HousingNeed, statement_id, CorrectNeedsForm)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def withdraw_conclusion(request: HttpRequest, public_id: UUID, statement_id: UUID) -> HttpResponse:
    """It was a mistake."""
    return _withdraw(request, public_id, FunctionalConclusion, statement_id)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def withdraw_needs(request: HttpRequest, public_id: UUID, statement_id: UUID) -> HttpResponse:
    """It was a mistake."""
    return _withdraw(request, public_id, HousingNeed, statement_id)


def _state(
    request: HttpRequest, public_id: UUID, kind: type[Statement], form_class: type, shown: CaseForm
) -> HttpResponse:
    case = open_health(request, public_id)
    last = kind.objects.filter(case=case).latest()
    known = {name: getattr(last, name) for name in form_class.FACTS} if last else {}
    form = form_class(request.POST or None, today=request.today, initial=known | {"on": request.today})

    def state() -> None:
        on, version = form.cleaned_data["on"], seen(request, TELLS[kind])
        kind.objects.state(case=case, on=on, by=request.user, version=version, **form.facts)

    shown = _made_from(shown, last, kind)
    return recorded(request, case, form, state, _("It is said. Colleagues read it on the case."), shown)


def _correct(
    request: HttpRequest, public_id: UUID, kind: type[Statement], statement_id: UUID, form_class: type
) -> HttpResponse:
    case, row = _with_statement(request, public_id, kind, statement_id)
    known = {name: getattr(row, name) for name in form_class.FACTS} | {"on": row.during.lower}
    form = form_class(request.POST or None, today=request.today, initial=known)

    def mend() -> None:
        given = form.cleaned_data
        during = DateRange(given["on"], row.during.upper)
        row.correct(
            during=during, why=given["why"], by=request.user, version=seen(request, TELLS[kind]), **form.facts
        )

    shown = about(
        title=_("Correct: %(period)s") % {"period": row.words},
        text=_("What stands there now stays visible, with your reason."),
        submit=_("Save the correction"),
        made_from=row,
        tells=TELLS[kind],
    )
    return recorded(request, case, form, mend, _("It is corrected."), shown)


def _withdraw(
    request: HttpRequest, public_id: UUID, kind: type[Statement], statement_id: UUID
) -> HttpResponse:
    case, row = _with_statement(request, public_id, kind, statement_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        why = form.cleaned_data["reason"]
        row.withdraw(why=why, on=request.today, by=request.user, version=seen(request, TELLS[kind]))

    shown = about(
        title=_("Withdraw: %(period)s") % {"period": row.words},
        text=_("It stays visible as withdrawn, with your reason. What ended when it began goes on."),
        submit=_("Withdraw"),
        is_final=True,
        made_from=row,
        tells=TELLS[kind],
    )
    return recorded(request, case, form, strike, _("It is withdrawn."), shown)


def _with_statement(
    request: HttpRequest, public_id: UUID, kind: type[Statement], statement_id: UUID
) -> tuple[Case, Any]:
    case = open_health(request, public_id)
    rows = findable(request, kind.objects.all(), kind.objects.standing())
    return case, get_object_or_404(rows.filter(case=case).select_related("case"), public_id=statement_id)


def _made_from(shown: CaseForm, last: Statement | None, kind: type[Statement]) -> CaseForm:
    """A first statement is made from nothing; a later one from the last."""
    return replace(shown, version=version_of(last, TELLS[kind]), tells=TELLS[kind])
