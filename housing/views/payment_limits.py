"""The maximum payments for temporary places: a year, a kind of household, an amount, its source."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from housing.forms.lodging import LimitForm, NewLimitForm
from housing.models import PaymentLimit
from housing.models.payment_limit import LIMIT
from housing.pages import HousingPage, done, may_write, render_housing_form
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.verbs import small


@require_GET
@require_permission(Permission.SEE_HOUSING)
def limits(request: HttpRequest) -> HttpResponse:
    """Every maximum that is entered, the latest year first."""
    rows = PaymentLimit.objects.select_related("recorded_by").order_by("-year", "amount")
    context = {
        "rows": rows,
        "missing": _missing(request.today),
        "today": request.today,
        "may_write": may_write(request),
        "back_url": reverse("housing:lodgings"),
    }
    return render(request, "housing/limits.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_limit(request: HttpRequest) -> HttpResponse:
    """The maximum of a year for a kind of household."""
    missing = PaymentLimit.objects.missing(request.today)
    begun = {"year": min(missing, default=request.today.year)}
    form = NewLimitForm(request.POST or None, today=request.today, initial=begun)

    def enter() -> None:
        PaymentLimit.objects.enter(by=request.user, **form.cleaned_data)

    if saved(form, enter):
        return done(request, _("The maximum is entered."), reverse("housing:limits"))
    about = HousingPage(title=_("Enter a maximum"), submit=_("Enter it"), **_back())
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def change_limit(request: HttpRequest, limit_id: UUID) -> HttpResponse:
    """It was entered wrongly, or somebody compared it with the order."""
    row = get_object_or_404(PaymentLimit, public_id=limit_id)
    known = {"amount": row.amount, "source": row.source_words}
    form = LimitForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        row.change(by=request.user, version=seen(request, LIMIT), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, _("The maximum is saved."), reverse("housing:limits"))
    about = HousingPage(
        title=_("Change the maximum of %(year)d") % {"year": row.year},
        submit=_("Save the maximum"),
        text=row.get_kind_display(),
        row=row,
        tells=LIMIT,
        **_back(),
    )
    return render_housing_form(request, form, about)


def _missing(today: date) -> list[str]:
    """What is to be entered by now, a sentence a year."""
    words = _("The maxima for %(year)d are not known. Not entered: %(kinds)s")
    return [
        words % {"year": year, "kinds": ", ".join(small(kind.label) for kind in kinds)}
        for year, kinds in PaymentLimit.objects.missing(today).items()
    ]


def _back() -> dict[str, str]:
    return {"back_url": reverse("housing:limits"), "back_label": _("Maximum payments")}
