"""Companies: the list of them, a new one, the page of one, and what is said of it as a whole."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods
from django.views.decorators.vary import vary_on_headers

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.company_forms import CompanyPage, done, open_company, render_company_form
from internships.company_list import MOST_FOUND, Filters, page_of_companies, rows_for
from internships.company_page import company_frame, company_parts
from internships.forms.companies import DescribeForm, RegisterForm
from internships.forms.filters import CompanyFilterForm
from internships.keyset import MOST_COUNTED, Stretch, place_of
from internships.models import Company
from internships.views.tabs import tabs_of
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.paging import page_number

DESCRIBED = ("name", "sector", "languages")


@require_GET
@require_permission(Permission.SEE_COMPANIES)
@vary_on_headers("HX-Request")
def companies(request: HttpRequest) -> HttpResponse:
    """The City's companies. Only the list itself where htmx asks for it."""
    form = CompanyFilterForm(request.GET)
    filters = form.filters
    page = page_of_companies(filters, place_of(request, Company.objects.all()), request.today)
    kept = {name: text for name, text in request.GET.items() if name in form.fields and text}
    context = {
        "form": form,
        "rows": rows_for(page.rows, request.user, request.today),
        "count_words": _count_words(page, filters),
        "is_filtered": filters != Filters(),
        "today": request.today,
        "may_write": request.user.can(Permission.WRITE_COMPANIES),
        "tabs": tabs_of("companies:companies"),
    } | page.neighbours(reverse("companies:companies"), urlencode(kept))
    return render(
        request, "internships/_companies.html" if request.htmx else "internships/companies.html", context
    )


def _count_words(page: Stretch, filters: Filters) -> str:
    """How many match: counted up to a limit, so that the words cost the same at a million."""
    if filters.words and page.count > MOST_FOUND:
        return _("The %(number)d that fit best; write more of the name to find others") % {
            "number": MOST_FOUND
        }
    if page.count > MOST_COUNTED:
        return _("More than %(number)d companies, by name") % {"number": MOST_COUNTED}
    if page.count:
        words = ngettext("%(number)d company", "%(number)d companies", page.count)
        return words % {"number": page.count}
    return _("By name")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def new_company(request: HttpRequest) -> HttpResponse:
    """Register a company that the City does not know yet."""
    form = RegisterForm(request.POST or None, today=request.today)
    made: list[Company] = []

    def register() -> None:
        given = dict(form.cleaned_data)
        made.append(Company.objects.register(cvr_number=given.pop("cvr"), **given))

    if saved(form, register):
        messages.success(request, _("The company is registered. Add where it works and whom to call."))
        return redirect("companies:company", made[0].public_id)
    known = (
        Company.objects.filter(cvr=form.data.get("cvr", "").replace(" ", "")).first() if form.errors else None
    )
    context = {"form": form, "known": known}
    return render(request, "internships/new_company.html", context, status=422 if form.is_bound else 200)


@require_GET
@require_permission(Permission.SEE_COMPANIES)
def company(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """Everything about one company."""
    found = open_company(company_id)
    number = page_number(request)
    context = company_frame(request, found) | company_parts(request, found, number)
    address = reverse("companies:company", args=[found.public_id])
    context["previous_url"] = f"{address}?page={number - 1}#contacts" if number > 1 else ""
    context["next_url"] = f"{address}?page={number + 1}#contacts" if context["has_older"] else ""
    return render(request, "internships/company.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def describe(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """Its name, sector and languages."""
    found = open_company(company_id)
    known = {name: getattr(found, name) for name in DESCRIBED}
    form = DescribeForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        found.describe(version=seen(request, DESCRIBED), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, found, _("The company is saved."))
    about = CompanyPage(title=_("About the company"), submit=_("Save"), row=found, tells=DESCRIBED)
    return render_company_form(request, open_company(company_id), form, about)
