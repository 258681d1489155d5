"""The register of excluded areas: a list a year, and the checks of homes against it."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from housing.forms.areas import AreaForm, AreaListForm, CheckForm, WhyForm
from housing.forms.dwellings import AskNothingForm
from housing.list_changes import changes_of
from housing.models import AreaCheck, AreaList, ExcludedArea, list_day
from housing.pages import HousingPage, done, may_write, render_housing_form
from housing.standing import checks_of
from housing.views.dwellings import open_dwelling, url_of
from housing.views.tabs import tabs_of
from refugees.case_forms import saved, saved_as_seen, seen

LIST, AREA = ("confirmed_on", "reopened_reason"), ("name", "streets", "struck_on", "struck_reason")


@require_GET
@require_permission(Permission.SEE_HOUSING)
def areas(request: HttpRequest) -> HttpResponse:
    """Every year's list, the latest first; above them, which one counts today."""
    of_list = ExcludedArea.objects.order_by("struck_on", "name")
    lists = AreaList.objects.select_related("confirmed_by").prefetch_related(Prefetch("areas", of_list))
    lists = list(lists.order_by("-valid_from"))
    begins, changes = list_day(request.today), changes_of(lists)
    context = {
        "lists": [{"list": each, "changes": changes.get(each.pk, [])} for each in lists],
        "in_force": next((each for each in lists if each.valid_from == begins and each.confirmed_on), None),
        "list_from": begins,
        "today": request.today,
        "tabs": tabs_of("housing:areas"),
        "may_write": may_write(request),
    }
    return render(request, "housing/areas.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_list(request: HttpRequest) -> HttpResponse:
    """Enter the list of a year."""
    year = list_day(request.today).year
    form = AreaListForm(request.POST or None, today=request.today, initial={"year": year})

    def begin() -> None:
        AreaList.objects.begin(by=request.user, **form.cleaned_data)

    if saved(form, begin):
        return done(request, _("The list is entered. Add its areas, then confirm it."), _back()["back_url"])
    about = HousingPage(title=_("Enter a year's list"), submit=_("Enter the list"), **_back())
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def confirm_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Somebody compared it with the published list."""
    row = _open_list(list_id)
    form = AskNothingForm(request.POST or None, today=request.today)

    def confirm() -> None:
        row.confirm(on=request.today, by=request.user, version=seen(request, LIST))

    if saved_as_seen(form, confirm):
        return done(request, _("The list is confirmed. Homes are checked against it."), _at(row))
    names = row.areas.filter(struck_on=None).order_by("name").values_list("name", flat=True)
    about = HousingPage(
        title=_("Confirm the list of %(year)d") % {"year": row.valid_from.year},
        submit=_("I have compared it: confirm"),
        text=_(
            "Compare it with the published list, area by area. Once it is confirmed, homes are offered or refused by"
            " it."
        ),
        facts=[
            (_("Areas"), ", ".join(names) or _("none: nothing in the City is excluded")),
            (_("Source"), row.source_words),
        ],
        row=row,
        tells=LIST,
        **_back(),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def reopen_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Something on it is wrong."""
    row = _open_list(list_id)
    form = WhyForm(request.POST or None, today=request.today)

    def reopen() -> None:
        row.reopen(reason=form.cleaned_data["reason"], by=request.user, version=seen(request, LIST))

    if saved_as_seen(form, reopen):
        return done(
            request, _("The list is open. Until it is confirmed, nothing is offered by it."), _at(row)
        )
    about = HousingPage(
        title=_("Open the list of %(year)d again") % {"year": row.valid_from.year},
        submit=_("Open it again"),
        text=_(
            "Until it is confirmed again, no home can be offered on a day on which it holds. It is another edition"
            " then: each home and each temporary place is checked against it anew."
        ),
        is_final=True,
        row=row,
        tells=LIST,
        **_back(),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_area(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """One area more on a list that is open."""
    row = _open_list(list_id)
    form = AreaForm(request.POST or None, today=request.today)

    def add() -> None:
        row.add(by=request.user, **form.cleaned_data)

    if saved(form, add):
        return done(request, _("The area is on the list."), _at(row))
    about = HousingPage(title=_("Add an area"), submit=_("Add the area"), text=_year(row), **_back())
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def change_area(request: HttpRequest, area_id: UUID) -> HttpResponse:
    """It is called otherwise, or its streets are others."""
    area = _open_area(area_id)
    known = {"name": area.name, "streets": area.streets}
    form = AreaForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        area.change(by=request.user, version=seen(request, AREA), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, _("The area is saved."), _at(area.area_list))
    about = HousingPage(
        title=_("Change the area"),
        submit=_("Save the area"),
        text=_year(area.area_list),
        row=area,
        tells=AREA,
        **_back(),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def strike_area(request: HttpRequest, area_id: UUID) -> HttpResponse:
    """It does not stand on the published list."""
    area = _open_area(area_id)
    form = WhyForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        area.strike(on=request.today, reason=reason, by=request.user, version=seen(request, AREA))

    if saved_as_seen(form, strike):
        return done(request, _("The area is struck. It stays readable."), _at(area.area_list))
    about = HousingPage(
        title=_("Strike %(area)s") % {"area": area.name},
        submit=_("Strike it"),
        text=_year(area.area_list),
        is_final=True,
        row=area,
        tells=AREA,
        **_back(),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def check_dwelling(request: HttpRequest, dwelling_id: UUID) -> HttpResponse:
    """Somebody looks whether the home lies in an area of the list in force."""
    home = open_dwelling(request, dwelling_id)
    standing = checks_of(home, request.today)
    if standing.area_list is None:
        words = _("The list from %(day)s is not confirmed yet. Enter and confirm it first.")
        messages.warning(request, words % {"day": date_format(standing.list_from, "DATE_FORMAT")})
        return redirect("housing:areas")
    form = CheckForm(request.POST or None, today=request.today, area_list=standing.area_list)

    def record() -> None:
        AreaCheck.objects.record(
            dwelling=home,
            area_list=standing.area_list,
            area=form.area,
            on=request.today,
            by=request.user,
            note=form.cleaned_data["note"],
            edition=form.cleaned_data["edition"],
        )

    if saved(form, record):
        return done(request, _("The check is recorded."), url_of(home))
    about = HousingPage(
        title=_("Check the home against the list"),
        submit=_("Record the check"),
        text=_year(standing.area_list),
        facts=[(area.name, area.streets or _("no streets entered")) for area in form.areas.values()],
        back_url=url_of(home),
        back_label=str(home.address),
    )
    return render_housing_form(request, form, about)


def _open_list(list_id: UUID) -> AreaList:
    return get_object_or_404(AreaList, public_id=list_id)


def _open_area(area_id: UUID) -> ExcludedArea:
    return get_object_or_404(ExcludedArea.objects.select_related("area_list"), public_id=area_id)


def _year(row: AreaList) -> str:
    return _("The list that holds from 1 December %(year)d") % {"year": row.valid_from.year}


def _at(row: AreaList) -> str:
    return f"{_back()['back_url']}#list-{row.valid_from.year}"


def _back() -> dict[str, str]:
    return {"back_url": reverse("housing:areas"), "back_label": _("Excluded areas")}
