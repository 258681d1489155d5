"""The case itself: its permit ground, closing it, and taking a closing back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, render_case_form, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.forms.dates import CloseForm, GroundForm, NothingMoreForm
from refugees.models import version_of

BACK = "refugees:dates"
# What each form changes of the case: of these, whoever was overtaken by a colleague is told.
GROUND = ("permit_ground",)
CLOSING = ("closed_on", "close_reason")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def change_ground(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Correct the permit ground; the rules and every deadline follow."""
    case = open_case(request, public_id)
    known = {"permit_ground": case.permit_ground}
    form = GroundForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        given = form.cleaned_data
        case.change_ground(
            permit_ground=given["permit_ground"],
            reason=given["reason"],
            on=request.today,
            by=request.user,
            version=seen(request, GROUND),
        )

    if saved_as_seen(form, change):
        messages.success(request, _("The permit ground is changed. Every deadline is counted again."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Change the permit ground"),
        text=_("With the takeover date it decides which rules hold."),
        submit=_("Change the permit ground"),
        back=BACK,
        version=version_of(case, GROUND),
        tells=GROUND,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """End the City's responsibility."""
    case = open_case(request, public_id)
    form = CloseForm(request.POST or None, today=request.today)

    def end() -> None:
        given = form.cleaned_data
        case.close(on=given["on"], reason=given["reason"], by=request.user, version=seen(request, CLOSING))

    if saved_as_seen(form, end):
        messages.success(request, _("The case is closed."))
        return redirect("case", case.public_id)
    about = CaseForm(
        title=_("Close the case"),
        text=_(
            "Its open promises fall away on that day, and it leaves the lists of open cases. Nothing is deleted."
        ),
        submit=_("Close the case"),
        back=BACK,
        is_final=True,
        version=version_of(case, CLOSING),
        tells=CLOSING,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def reopen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take a closing back that was a mistake."""
    case = open_case(request, public_id)
    form = NothingMoreForm(request.POST or None, today=request.today)
    if saved_as_seen(
        form, lambda: case.reopen(on=request.today, by=request.user, version=seen(request, CLOSING))
    ):
        messages.success(
            request, _("The case is open again. Its promises run from the same dates as before.")
        )
        return redirect("case", case.public_id)
    about = CaseForm(
        title=_("Take the closing back"),
        text=_("Only if the closing was a mistake. Somebody who comes back gets a new case."),
        submit=_("Open the case again"),
        back=BACK,
        version=version_of(case, CLOSING),
        tells=CLOSING,
    )
    return render_case_form(request, case, form, about)
