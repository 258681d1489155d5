"""Starts on the page of a case: begun, ended, put right, taken back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.corrections import CorrectStartForm
from internships.forms.occupations import (
    EndForm,
    NewStartForm,
    ReasonForm,
    StartForm,
    what_was_agreed,
)
from internships.models import Placement, PlacementAgreement
from internships.rows import done, form_of, with_occupation, with_offer
from internships.views.choosing import company_form
from internships.views.offers import ANSWER
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import Occupation

START_PART = "internships/_start_fields.html"

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
START = ("started_on", "taken_back_at", "correction_reason")
END = ("last_on", "ending", "ending_words", "taken_back_at")
# Whoever takes a start back takes all of it back.
OCCUPATION = ("started_on", *END, "correction_reason")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def start(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Record that the person began on an offer."""
    case, offered = with_offer(request, public_id, offer_id)
    agreements = PlacementAgreement.objects.filter(offer=offered).order_by("number")
    signed, agreed = agreements.signed_by_all().last(), agreements.standing().last()
    known = what_was_agreed(offered, signed or agreed)
    form = StartForm(request.POST or None, today=request.today, initial=known, case=case, offer=offered)

    def begin() -> None:
        Placement.objects.start(
            case=case,
            company=offered.company,
            kind=offered.kind,
            today=request.today,
            by=request.user,
            offer=offered,
            version=seen(request, ANSWER),
            **form.beginning,
        )

    if saved_as_seen(form, begin):
        return done(request, case, _("The start is recorded."))
    text = _("%(kind)s at %(company)s") % {
        "kind": offered.get_kind_display(),
        "company": offered.company.name,
    }
    if signed is None:
        unsigned = _("Not everybody has signed the agreement about it yet.")
        text = f"{text}. {unsigned if agreed else _('No agreement about it was drawn up.')}"
    words = _("Record the start")
    about = form_of(offered, ANSWER, title=words, submit=words, text=text, part=START_PART)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def start_elsewhere(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a start that no recorded offer led to, such as a job the person found."""
    case = open_case(request, public_id)
    form = company_form(NewStartForm, request, case, case=case)

    def begin() -> None:
        given = form.beginning | {"case": case, "today": request.today, "by": request.user}
        if form.is_at_a_school:
            school = {"place": form.cleaned_data["school"], "gives_su": form.cleaned_data["gives_su"]}
            Occupation.objects.start(kind=form.kind_started, **school, **given)
        else:
            company = form.known_company()
            Placement.objects.start(kind=form.kind_started, company=company, unit=form.unit, **given)

    if saved(form, begin):
        return done(request, case, _("The start is recorded."))
    about = CaseForm(
        title=_("Record a start"),
        text=_(
            "An internship, job or education without an offer that is recorded here, for example one the person found."
        ),
        submit=_("Record the start"),
        part=START_PART,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def end(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """Record the last day of what was started."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    form = EndForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        occupation.end(
            on=given["last_on"],
            ending=given["ending"],
            words=given["ending_words"],
            today=request.today,
            by=request.user,
            version=seen(request, END),
        )

    if saved_as_seen(form, record):
        return done(request, case, _("The end is recorded."))
    words = _("Record the end")
    return render_case_form(request, case, form, form_of(occupation, END, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct_start(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """The first day was another one; the old one stays in the history, with the reason."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    known = {"started_on": occupation.started_on}
    form = CorrectStartForm(request.POST or None, today=request.today, initial=known, occupation=occupation)

    def correct() -> None:
        given = form.cleaned_data
        occupation.correct_start(
            on=given["started_on"],
            reason=given["reason"],
            consented_on=given["consented_on"],
            today=request.today,
            by=request.user,
            version=seen(request, START),
        )

    if saved_as_seen(form, correct):
        return done(request, case, _("The start is corrected."))
    words, part = _("Correct the start"), "internships/_asked_fields.html"
    about = form_of(occupation, START, title=words, submit=words, part=part)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """It did not begin after all."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        occupation.take_back(
            reason=reason, on=request.today, by=request.user, version=seen(request, OCCUPATION)
        )

    if saved_as_seen(form, strike):
        return done(request, case, _("The start is taken back. Its promises run again."))
    about = form_of(
        occupation,
        OCCUPATION,
        title=_("Take the start back"),
        text=_("It did not begin after all. The record stays in the history, and the promises run again."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)
