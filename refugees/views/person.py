"""Changing the details of a person, without overwriting what a colleague saved meanwhile."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, render_case_form, saved
from refugees.case_frame import case_frame, open_case
from refugees.forms.person import PersonForm
from refugees.models import Case, Person, StaleEdit

BACK = "refugees:dates"


@sensitive_post_parameters("number")
@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def edit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Change the details of the person; 409 with both texts if a colleague saved them meanwhile."""
    case = open_case(request, public_id)
    form = PersonForm(request.POST or None, today=request.today, person=case.person)

    def change() -> None:
        number = form.cleaned_data["number"] or None
        version = form.cleaned_data["version"]
        case.change_person(by=request.user, on=request.today, version=version, number=number, **form.facts)

    try:
        is_saved = saved(form, change)
    except StaleEdit as stale:
        return _conflict(request, case, form, stale.current)
    if is_saved:
        messages.success(request, _("The details are saved."))
        if form.number_fails_its_check:
            messages.warning(request, _check_digit_words())
        return redirect(BACK, case.public_id)
    return render_case_form(request, case, form, _about())


def _check_digit_words() -> str:
    return _(
        "The check digit of the number does not fit. Such numbers exist, above all with birthdays on 1 January;"
        " compare it once more with the letter."
    )


def _about() -> CaseForm:
    return CaseForm(title=_("Details of the person"), submit=_("Save the details"), back=BACK)


def _conflict(request: HttpRequest, case: Case, form: PersonForm, current: Person) -> HttpResponse:
    """Both texts, and the form with what was typed: sent again, it is saved over what is shown."""
    typed = request.POST.copy()
    typed["version"] = str(current.version)
    again = PersonForm(typed, today=request.today, person=current)
    theirs, yours = form.differences(current)
    case.person = current
    last = current.events.order_by("-pgh_id").first()
    saved_by = User.objects.filter(pk=(last.pgh_context or {}).get("user")).first() if last else None
    context = case_frame(request, case, tab=BACK) | {
        "form": again,
        "about": _about(),
        "action": request.get_full_path(),
        "cancel_url": reverse(BACK, args=[case.public_id]),
        "by": saved_by.name if saved_by else _("a colleague"),
        "at": last.pgh_created_at if last else None,
        "theirs": theirs,
        "yours": yours,
    }
    return render(request, "refugees/conflict.html", context, status=409)
