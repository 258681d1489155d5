"""Offers on the page of a case: given, answered, their start planned."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.offers import AnswerForm, OfferForm, PlanForm
from internships.models import Offer
from internships.rows import done, form_of, with_offer
from internships.views.choosing import COMPANY_PART, company_form
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
ANSWER = ("answer", "answered_on", "answer_reason")
PLAN = ("planned_start_on",)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def offer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that an internship or wage-subsidy job was offered."""
    case = open_case(request, public_id)
    form = company_form(OfferForm, request, case)

    def make() -> None:
        given = {name: form.cleaned_data[name] for name in ("kind", "offered_on", "planned_start_on")}
        company = form.known_company()
        Offer.objects.make(
            case=case, company=company, unit=form.unit, today=request.today, by=request.user, **given
        )

    if saved(form, make):
        return done(request, case, _("The offer is recorded."))
    about = CaseForm(title=_("Offer an internship"), submit=_("Record the offer"), part=COMPANY_PART)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def answer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Record what became of an offer."""
    case, offered = with_offer(request, public_id, offer_id)
    form = AnswerForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        offered.record_answer(
            answer=given["answer"],
            on=given["answered_on"],
            reason=given["answer_reason"],
            today=request.today,
            by=request.user,
            version=seen(request, ANSWER),
        )

    if saved_as_seen(form, record):
        return done(request, case, _("The answer is recorded."))
    words = _("Record the answer")
    return render_case_form(request, case, form, form_of(offered, ANSWER, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def plan(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Say when a start is planned, or that no day is agreed any more."""
    case, offered = with_offer(request, public_id, offer_id)
    known = {"planned_start_on": offered.planned_start_on}
    form = PlanForm(request.POST or None, today=request.today, initial=known)

    def agree() -> None:
        day = form.cleaned_data["planned_start_on"]
        offered.plan_start(on=day, today=request.today, by=request.user, version=seen(request, PLAN))

    if saved_as_seen(form, agree):
        return done(request, case, _("The planned start is saved."))
    about = form_of(offered, PLAN, title=_("Planned start"), submit=_("Save the plan"))
    return render_case_form(request, case, form, about)
