"""Offers on the page of a case: given, answered, their start planned."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.occupations import ReasonForm
from internships.forms.offers import AnswerForm, NotStartedForm, OfferForm, PlaceForm, PlanForm
from internships.models import Offer, Opening
from internships.models.offer_rules import NOT_STARTED
from internships.rows import done, form_of, with_offer
from internships.views.choosing import COMPANY_PART, company_form
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import Case
from refugees.occupation_kinds import COMPANY_OFFERS

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
ANSWER = ("answer", "answered_on", "answer_reason", *NOT_STARTED)
NOT_COUNTED = gettext_lazy(
    "This is no internship and no wage-subsidy job: it is no company-oriented offer in the sense of the law"
    " (Integration Act §§ 23 b, 23 c), and the promise of an offer runs on."
)
PLAN = ("planned_start_on",)
GIVEN = ("offered_on", "planned_start_on", "replaces")


def withdrawn(case: Case) -> list[Offer]:
    """What the company took back and nothing was offered in place of yet, the last first."""
    offers = Offer.objects.replaceable().filter(case=case).select_related("company")
    return list(offers.order_by("-offered_on", "-pk"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def offer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that a place at a company was offered."""
    case = open_case(request, public_id)
    form = company_form(OfferForm, request, case, withdrawn=withdrawn(case))

    def make() -> None:
        given = {name: form.cleaned_data.get(name) for name in ("kind", *GIVEN)}
        company = form.known_company()
        Offer.objects.make(
            case=case, company=company, unit=form.unit, today=request.today, by=request.user, **given
        )

    if saved(form, make):
        return done(request, case, _("The offer is recorded."))
    about = CaseForm(title=_("Record an offer"), submit=_("Record the offer"), part=COMPANY_PART)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def offer_place(request: HttpRequest, public_id: UUID, opening_id: UUID) -> HttpResponse:
    """Record that a place of an opening was offered: it is taken from then on."""
    case = open_case(request, public_id)
    opening = get_object_or_404(Opening.objects.select_related("unit__company"), public_id=opening_id)
    form = PlaceForm(request.POST or None, today=request.today, opening=opening, withdrawn=withdrawn(case))

    def make() -> None:
        given = {name: form.cleaned_data.get(name) for name in GIVEN}
        Offer.objects.make_from(opening, case=case, today=request.today, by=request.user, **given)

    if saved(form, make):
        return done(request, case, _("The offer is recorded, and a place of the opening is taken."))
    about = CaseForm(
        title=_("Offer this place"),
        text="" if opening.kind in COMPANY_OFFERS else str(NOT_COUNTED),
        submit=_("Record the offer"),
        part="internships/_place_fields.html",
    )
    return render_case_form(request, case, form, about, opening=opening, today=request.today)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def not_started(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Record that nobody began on an offer, and whose doing it was."""
    case, offered = with_offer(request, public_id, offer_id)
    form = NotStartedForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        offered.did_not_start(
            on=given["not_started_on"],
            whose=given["whose"],
            reason=given["reason"],
            today=request.today,
            by=request.user,
            version=seen(request, ANSWER),
        )

    if saved_as_seen(form, record):
        return done(request, case, _("It is recorded that it did not start. No deadline moves by it."))
    about = form_of(offered, ANSWER, title=_("It did not start"), submit=_("Record it"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def start_after_all(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """That it did not start was a mistake."""
    case, offered = with_offer(request, public_id, offer_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def take_back() -> None:
        reason = form.cleaned_data["reason"]
        offered.start_after_all(
            reason=reason, on=request.today, by=request.user, version=seen(request, ANSWER)
        )

    if saved_as_seen(form, take_back):
        return done(request, case, _("The offer stands again: a start can be recorded on it."))
    about = form_of(offered, ANSWER, title=_("It may start after all"), submit=_("Let the offer stand again"))
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
