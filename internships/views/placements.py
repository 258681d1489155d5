"""Starts on the page of a case: begun, ended, put right, taken back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.placements import CorrectStartForm, EndForm, NewStartForm, ReasonForm, StartForm
from internships.models import Placement
from internships.rows import done, form_of, with_offer, with_placement
from internships.views.choosing import COMPANY_PART, company_form
from internships.views.offers import ANSWER
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
START = ("started_on", "taken_back_at", "correction_reason")
END = ("last_on", "ending", "taken_back_at")
# Whoever takes a start back takes all of it back.
PLACEMENT = ("started_on", *END, "correction_reason")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def start(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Record that the person began on an offer."""
    case, offered = with_offer(request, public_id, offer_id)
    form = StartForm(request.POST or None, today=request.today)

    def begin() -> None:
        Placement.objects.start(
            case=case,
            company=offered.company,
            kind=offered.kind,
            on=form.cleaned_data["started_on"],
            today=request.today,
            by=request.user,
            offer=offered,
            version=seen(request, ANSWER),
        )

    if saved_as_seen(form, begin):
        return done(request, case, _("The start is recorded."))
    text = _("%(kind)s at %(company)s") % {
        "kind": offered.get_kind_display(),
        "company": offered.company.name,
    }
    words = _("Record the start")
    return render_case_form(
        request, case, form, form_of(offered, ANSWER, title=words, submit=words, text=text)
    )


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def start_elsewhere(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a start that no recorded offer led to, such as a job the person found."""
    case = open_case(request, public_id)
    form = company_form(NewStartForm, request, case)

    def begin() -> None:
        given = form.cleaned_data
        Placement.objects.start(
            case=case,
            company=form.known_company(),
            unit=form.unit,
            kind=given["kind"],
            on=given["started_on"],
            today=request.today,
            by=request.user,
        )

    if saved(form, begin):
        return done(request, case, _("The start is recorded."))
    about = CaseForm(
        title=_("Record a start"),
        text=_(
            "An internship or job without an offer that is recorded here, for example one the person found."
        ),
        submit=_("Record the start"),
        part=COMPANY_PART,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def end(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """Record the last day of what was started."""
    case, placement = with_placement(request, public_id, placement_id)
    form = EndForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        placement.end(
            on=given["last_on"],
            ending=given["ending"],
            today=request.today,
            by=request.user,
            version=seen(request, END),
        )

    if saved_as_seen(form, record):
        return done(request, case, _("The end is recorded."))
    words = _("Record the end")
    return render_case_form(request, case, form, form_of(placement, END, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct_start(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """The first day was another one; the old one stays in the history, with the reason."""
    case, placement = with_placement(request, public_id, placement_id)
    known = {"started_on": placement.started_on}
    form = CorrectStartForm(request.POST or None, today=request.today, initial=known)

    def correct() -> None:
        given = form.cleaned_data
        placement.correct_start(
            on=given["started_on"],
            reason=given["reason"],
            today=request.today,
            by=request.user,
            version=seen(request, START),
        )

    if saved_as_seen(form, correct):
        return done(request, case, _("The start is corrected."))
    words = _("Correct the start")
    return render_case_form(request, case, form, form_of(placement, START, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """It did not begin after all."""
    case, placement = with_placement(request, public_id, placement_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        placement.take_back(
            reason=reason, on=request.today, by=request.user, version=seen(request, PLACEMENT)
        )

    if saved_as_seen(form, strike):
        return done(request, case, _("The start is taken back. Its promises run again."))
    about = form_of(
        placement,
        PLACEMENT,
        title=_("Take the start back"),
        text=_("It did not begin after all. The record stays in the history, and the promises run again."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)
