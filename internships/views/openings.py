"""Places that companies offer: the list across companies, and what is recorded at one of them."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods
from django.views.decorators.vary import vary_on_headers

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.company_forms import CompanyPage, done, open_company, render_company_form
from internships.forms.filters import OpeningFilterForm
from internships.forms.openings import ChangeOpeningForm, CloseForm, OpeningForm, ReopenForm
from internships.keyset import MOST_COUNTED, Stretch, place_of, stretch
from internships.models import Company, Opening
from internships.models.opening import FACTS
from internships.opening_list import OpeningFilters, with_company
from internships.views.tabs import tabs_of
from refugees.case_forms import saved, saved_as_seen, seen

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
CLOSED = ("closed_on", "closing", "closing_words")


@require_GET
@require_permission(Permission.SEE_COMPANIES)
@vary_on_headers("HX-Request")
def openings(request: HttpRequest) -> HttpResponse:
    """The places of all companies, the soonest first. Only the list itself where htmx asks for it."""
    form = OpeningFilterForm(request.GET)
    filters = form.filters
    matching = with_company(filters.apply(Opening.objects.all(), request.today), request.today)
    page = stretch(matching, "start_from", place_of(request, Opening.objects.all()))
    kept = {name: text for name, text in request.GET.items() if name in form.fields and text}
    context = {
        "form": form,
        "openings": page.rows,
        "count_words": _count_words(page),
        "is_filtered": filters != OpeningFilters(),
        "today": request.today,
        "tabs": tabs_of("companies:openings"),
    } | page.neighbours(reverse("companies:openings"), urlencode(kept))
    return render(
        request, "internships/_openings.html" if request.htmx else "internships/openings.html", context
    )


def _count_words(page: Stretch) -> str:
    if page.count > MOST_COUNTED:
        return _("More than %(number)d openings, the soonest first") % {"number": MOST_COUNTED}
    if page.count:
        words = ngettext(
            "%(number)d opening, the soonest first", "%(number)d openings, the soonest first", page.count
        )
        return words % {"number": page.count}
    return _("The soonest first")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def announce(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """The company offers places; at a company without a workplace, that is asked for first."""
    company = open_company(company_id)
    units = list(company.units.open().select_related("company").in_order())
    if not units:
        messages.info(request, _("Add the production unit first: places are reported by its P-number."))
        return redirect("companies:add_unit", company.public_id)
    form = OpeningForm(
        request.POST or None, today=request.today, units=units, initial={"start_from": request.today}
    )

    def offer() -> None:
        Opening.objects.announce(by=request.user, **form.facts)

    if saved(form, offer):
        return done(request, company, _("The opening is recorded."), part="openings")
    about = CompanyPage(title=_("Record an opening"), submit=_("Record the opening"))
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def change(request: HttpRequest, company_id: UUID, opening_id: UUID) -> HttpResponse:
    """The company offers something else."""
    company, opening = _with_opening(company_id, opening_id)
    known = {name: getattr(opening, name) for name in FACTS}
    form = ChangeOpeningForm(request.POST or None, today=request.today, initial=known)

    def put_right() -> None:
        opening.change(by=request.user, version=seen(request, FACTS), **form.facts)

    if saved_as_seen(form, put_right):
        return done(request, company, _("The opening is saved."), part="openings")
    about = CompanyPage(
        title=_("Change the opening"),
        text=opening.unit.words,
        submit=_("Save the opening"),
        row=opening,
        tells=FACTS,
    )
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def close(request: HttpRequest, company_id: UUID, opening_id: UUID) -> HttpResponse:
    """Nobody more is looked for."""
    company, opening = _with_opening(company_id, opening_id)
    form = CloseForm(request.POST or None, today=request.today)

    def end() -> None:
        given = form.cleaned_data
        opening.close(
            closing=given["closing"],
            words=given["closing_words"],
            on=request.today,
            by=request.user,
            version=seen(request, CLOSED),
        )

    if saved_as_seen(form, end):
        return done(request, company, _("The opening is closed."), part="openings")
    about = CompanyPage(
        title=_("Close the opening"),
        text=opening.tasks,
        submit=_("Close the opening"),
        row=opening,
        tells=CLOSED,
    )
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def reopen(request: HttpRequest, company_id: UUID, opening_id: UUID) -> HttpResponse:
    """The company offers the places again."""
    company, opening = _with_opening(company_id, opening_id)
    form = ReopenForm(request.POST or None, today=request.today)

    def again() -> None:
        opening.reopen(by=request.user, version=seen(request, CLOSED))

    if saved_as_seen(form, again):
        return done(request, company, _("The opening is open again."), part="openings")
    about = CompanyPage(
        title=_("Open it again"), text=opening.tasks, submit=_("Open it again"), row=opening, tells=CLOSED
    )
    return render_company_form(request, company, form, about)


def _with_opening(company_id: UUID, opening_id: UUID) -> tuple[Company, Opening]:
    company = open_company(company_id)
    found = Opening.objects.filter(unit__company=company).select_related("unit__company")
    return company, get_object_or_404(found, public_id=opening_id)
