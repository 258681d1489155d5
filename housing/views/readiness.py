"""What caseworkers say of a household on its way to a home: it is ready, it is not, it found one itself."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.fields import DatedForm
from accounts.once import once
from accounts.permissions import Permission, require_permission
from housing.forms.offers import OwnHomeForm, ReadyForm
from housing.models import OwnHome, Readiness, Stay
from housing.models.readiness import members_of
from refugees.case_forms import CaseForm, render_case_form, saved
from refugees.case_frame import open_case
from refugees.forms.dates import ReasonForm
from refugees.models import Case


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def declare_ready(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The household can move to a permanent home."""
    case = open_case(request, public_id)
    form = ReadyForm(request.POST or None, today=request.today)

    def declare() -> None:
        Readiness.objects.declare(case=case, today=request.today, by=request.user, **form.cleaned_data)

    about = CaseForm(
        title=_("Ready to relocate"),
        submit=_("They are ready"),
        text=_(
            "Said of all adults of the household at once. From that day a home is to be offered within six months."
        ),
    )
    return _answer(request, case, form, declare, _("The household is ready to relocate."), about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def not_ready(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The household cannot move after all."""
    case = open_case(request, public_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def take_back() -> None:
        Readiness.objects.take_back(case=case, by=request.user, **form.cleaned_data)

    about = CaseForm(
        title=_("Not ready after all"),
        submit=_("Withdraw the readiness"),
        text=_(
            "Withdrawn for all adults of the household. When they are ready again, another six months begin."
        ),
        is_final=True,
    )
    return _answer(request, case, form, take_back, _("The readiness is withdrawn."), about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def own_home(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """They found a home without the City."""
    case = open_case(request, public_id)
    beds = Stay.objects.not_over(request.today).filter(case__in=members_of(case)).with_places()
    form = OwnHomeForm(request.POST or None, today=request.today, beds=beds.order_by("case", "during"))

    def record() -> None:
        OwnHome.objects.found(case=case, today=request.today, by=request.user, **form.cleaned_data)

    about = CaseForm(
        title=_("Found a home of their own"),
        submit=_("Record it"),
        text=_("Said of everybody in the household. No home is to be offered any more."),
    )
    return _answer(request, case, form, record, _("The home of their own is recorded."), about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def no_own_home(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """They have not found one after all."""
    case = open_case(request, public_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def take_back() -> None:
        reason = form.cleaned_data["reason"]
        without = OwnHome.objects.take_back(case=case, reason=reason, today=request.today, by=request.user)
        if without:
            told = _("Not back in their bed, which is taken by now, or they sleep elsewhere: %(names)s.")
            messages.warning(request, told % {"names": ", ".join(each.person.name for each in without)})

    about = CaseForm(
        title=_("No home of their own after all"),
        submit=_("Take it back"),
        text=_(
            "The promise of an offer runs again, from the day on which they were ready. Whose temporary stay ended"
            " with it sleeps there again."
        ),
        is_final=True,
    )
    return _answer(request, case, form, take_back, _("It is taken back."), about)


def _answer(
    request: HttpRequest,
    case: Case,
    form: DatedForm,
    verb: Callable[[], None],
    words: str,
    about: CaseForm,
) -> HttpResponse:
    """Do it and lead back to the case; or show the form, with what was wrong."""
    if saved(form, verb):
        messages.success(request, words)
        return redirect("case", case.public_id)
    return render_case_form(request, case, form, about)
