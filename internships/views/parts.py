"""The parts of a company that stand on its page: units, people, agreements, and the days on which it is not used."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.company_forms import CompanyPage, done, open_company, render_company_form
from internships.forms.companies import (
    AgreementForm,
    BarForm,
    CorrectUnitForm,
    LiftForm,
    PersonForm,
    UnitForm,
)
from internships.models import Agreement, Barring, ContactPerson, ProductionUnit
from refugees.case_forms import saved, saved_as_seen, seen

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
UNIT = ("p_number", "name", "address", "district", "is_closed")
PERSON = ("name", "job", "phone", "email", "unit", "until_on")
AGREEMENT = ("kind", "what", "from_on", "until_on", "reference")
LIFTED = ("lifted_on", "lift_reason")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def add_unit(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """The company has another workplace."""
    company = open_company(company_id)
    form = UnitForm(request.POST or None, today=request.today)

    def add() -> None:
        ProductionUnit.objects.add(company=company, by=request.user, **form.cleaned_data)

    if saved(form, add):
        return done(request, company, _("The production unit is added."), part="units")
    about = CompanyPage(title=_("Add a production unit"), submit=_("Add the unit"))
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def correct_unit(request: HttpRequest, company_id: UUID, unit_id: UUID) -> HttpResponse:
    """What is known of a workplace."""
    company = open_company(company_id)
    unit = get_object_or_404(company.units.select_related("company"), public_id=unit_id)
    known = {name: getattr(unit, name) for name in UNIT}
    form = CorrectUnitForm(request.POST or None, today=request.today, initial=known)

    def correct() -> None:
        unit.correct(by=request.user, version=seen(request, UNIT), **form.cleaned_data)

    if saved_as_seen(form, correct):
        return done(request, company, _("The production unit is saved."), part="units")
    about = CompanyPage(title=_("Production unit"), submit=_("Save the unit"), row=unit, tells=UNIT)
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def add_person(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """Somebody whom the City may call."""
    company = open_company(company_id)
    units = list(company.units.open().in_order())
    form = PersonForm(request.POST or None, today=request.today, units=units)

    def add() -> None:
        ContactPerson.objects.add(company=company, by=request.user, **form.facts)

    if saved(form, add):
        return done(request, company, _("The contact person is added."), part="people")
    about = CompanyPage(title=_("Add a contact person"), submit=_("Add the person"))
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def correct_person(request: HttpRequest, company_id: UUID, person_id: UUID) -> HttpResponse:
    """They are called or reached otherwise, or left."""
    company = open_company(company_id)
    people = ContactPerson.objects.visible_to(request.user).filter(company=company)
    person = get_object_or_404(people.select_related("company", "unit"), public_id=person_id)
    units = list(company.units.in_order())
    known = {name: getattr(person, name) for name in PERSON} | {"unit": person.unit and person.unit.public_id}
    form = PersonForm(request.POST or None, today=request.today, initial=known, units=units)

    def correct() -> None:
        person.correct(by=request.user, version=seen(request, PERSON), **form.facts)

    if saved_as_seen(form, correct):
        return done(request, company, _("The contact person is saved."), part="people")
    about = CompanyPage(title=_("Contact person"), submit=_("Save the person"), row=person, tells=PERSON)
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def add_agreement(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """The City and the company agreed on something."""
    company = open_company(company_id)
    form = AgreementForm(request.POST or None, today=request.today, initial={"from_on": request.today})

    def make() -> None:
        Agreement.objects.make(company=company, by=request.user, **form.cleaned_data)

    if saved(form, make):
        return done(request, company, _("The agreement is recorded."), part="agreements")
    about = CompanyPage(title=_("Record an agreement"), submit=_("Record the agreement"))
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def correct_agreement(request: HttpRequest, company_id: UUID, agreement_id: UUID) -> HttpResponse:
    """It was written down wrongly, is prolonged, or ends."""
    company = open_company(company_id)
    agreements = Agreement.objects.visible_to(request.user).filter(company=company)
    agreement = get_object_or_404(agreements.select_related("company"), public_id=agreement_id)
    known = {name: getattr(agreement, name) for name in AGREEMENT}
    form = AgreementForm(request.POST or None, today=request.today, initial=known)

    def correct() -> None:
        agreement.correct(by=request.user, version=seen(request, AGREEMENT), **form.cleaned_data)

    if saved_as_seen(form, correct):
        return done(request, company, _("The agreement is saved."), part="agreements")
    about = CompanyPage(title=_("Agreement"), submit=_("Save the agreement"), row=agreement, tells=AGREEMENT)
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def bar(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """The City does not use the company for a while."""
    company = open_company(company_id)
    form = BarForm(request.POST or None, today=request.today, initial={"from_on": request.today})

    def impose() -> None:
        Barring.objects.impose(company=company, by=request.user, **form.cleaned_data)

    if saved(form, impose):
        return done(request, company, _("Whoever chooses the company is warned from that day on."))
    about = CompanyPage(
        title=_("Do not use this company"),
        text=_(
            "Whoever chooses it for an offer is warned and reads the reason. Nobody can delete the mark; it can be"
            " lifted, with a reason."
        ),
        submit=_("Mark as not to be used"),
        is_final=True,
    )
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def lift(request: HttpRequest, company_id: UUID, barring_id: UUID) -> HttpResponse:
    """The company may be used again."""
    company = open_company(company_id)
    barrings = Barring.objects.visible_to(request.user).filter(company=company)
    barring = get_object_or_404(barrings.select_related("company"), public_id=barring_id)
    form = LiftForm(request.POST or None, today=request.today)

    def allow() -> None:
        reason = form.cleaned_data["lift_reason"]
        barring.lift(reason=reason, on=request.today, by=request.user, version=seen(request, LIFTED))

    if saved_as_seen(form, allow):
        return done(request, company, _("The company may be used again."))
    about = CompanyPage(
        title=_("Lift the mark"),
        text=barring.reason,
        submit=_("It may be used again"),
        row=barring,
        tells=LIFTED,
    )
    return render_company_form(request, company, form, about)
