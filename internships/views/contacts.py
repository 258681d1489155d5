"""The log of calls and meetings with companies, and the next calls: they come back by themselves."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.company_forms import CompanyPage, done, open_company, render_company_form
from internships.forms.contacts import ContactForm, CorrectContactForm, DropForm, LaterForm
from internships.keyset import place_of, stretch
from internships.models import Company, Contact, ContactPerson
from internships.views.tabs import tabs_of
from refugees import drafting
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.models import Draft

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
WRITTEN = ("way", "on", "person", "whom", "about", "promised")
NEXT = ("next_on", "next_done_on", "next_dropped")
LOG = "contacts"


@require_GET
@require_permission(Permission.SEE_COMPANIES)
def calls(request: HttpRequest) -> HttpResponse:
    """The next calls that are agreed: one's own, or everybody's; the soonest first."""
    everybody = request.GET.get("whose") == "all" or not request.user.can(Permission.WRITE_COMPANIES)
    everything = Contact.objects.visible_to(request.user)
    rows = everything.to_call() if everybody else everything.to_call().of(request.user)
    place = place_of(request, everything)
    page = stretch(rows.with_company(), "next_on", place)
    address = reverse("companies:calls")
    context = {
        "contacts": page.rows,
        "everybody": everybody,
        "whose": [
            {"url": address, "label": _("My calls"), "current": not everybody},
            {"url": f"{address}?whose=all", "label": _("Everybody's"), "current": everybody},
        ],
        "today": request.today,
        "may_write": request.user.can(Permission.WRITE_COMPANIES),
        "tabs": tabs_of("companies:calls"),
    } | page.neighbours(address, "whose=all" if everybody else "")
    return render(request, "internships/calls.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def record(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """Somebody called or met the company."""
    company = open_company(company_id)
    log = Contact.objects.visible_to(request.user).filter(company=company)
    form = ContactForm(
        request.POST or None,
        today=request.today,
        initial={"on": request.today, "way": "call"},
        people=_people(request, company),
        to_call=list(log.to_call()),
    )

    def write() -> None:
        Contact.objects.record(company=company, today=request.today, by=request.user, **form.facts)
        Draft.objects.drop(by=request.user, case=None, form=_draft_of(company))

    if saved(form, write):
        return done(request, company, _("The contact is recorded."), part=LOG)
    about = CompanyPage(
        title=_("Record a contact"),
        submit=_("Record the contact"),
        draft=_draft_of(company),
        draft_url=reverse("companies:keep_contact", args=[company.public_id]),
    )
    return render_company_form(request, company, form, about)


@require_POST
@require_permission(Permission.WRITE_COMPANIES)
def keep(request: HttpRequest, company_id: UUID) -> HttpResponse:
    """Keep what is being written about a call; forget it when that field is emptied."""
    company = open_company(company_id)
    kept = drafting.keep(request, None, _draft_of(company), main="about")
    return drafting.say_kept(request, kept, note_id="company-form")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def correct(request: HttpRequest, company_id: UUID, contact_id: UUID) -> HttpResponse:
    """It was written down wrongly."""
    company, contact = _with_contact(request, company_id, contact_id)
    people = _people(request, company)
    if contact.person and contact.person not in people:
        people.append(contact.person)
    known = {name: getattr(contact, name) for name in WRITTEN}
    known |= {"person": contact.person and contact.person.public_id}
    form = CorrectContactForm(request.POST or None, today=request.today, initial=known, people=people)

    def put_right() -> None:
        version = seen(request, WRITTEN)
        contact.correct(today=request.today, by=request.user, version=version, **form.facts)

    if saved_as_seen(form, put_right):
        return done(request, company, _("The contact is saved."), part=LOG)
    about = CompanyPage(
        title=_("Correct a contact"), submit=_("Save the contact"), row=contact, tells=WRITTEN
    )
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def later(request: HttpRequest, company_id: UUID, contact_id: UUID) -> HttpResponse:
    """Nobody answered, or it can wait."""
    company, contact = _with_contact(request, company_id, contact_id)
    form = LaterForm(request.POST or None, today=request.today)

    def put_off() -> None:
        on = form.cleaned_data["next_on"]
        contact.call_later(on=on, today=request.today, by=request.user, version=seen(request, NEXT))

    if saved_as_seen(form, put_off):
        return done(request, company, _("The call comes back on the day you chose."), part=LOG)
    about = _about_next(contact, title=_("Call on another day"), submit=_("Call then"))
    return render_company_form(request, company, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_COMPANIES)
@once
def drop(request: HttpRequest, company_id: UUID, contact_id: UUID) -> HttpResponse:
    """No call is needed any more."""
    company, contact = _with_contact(request, company_id, contact_id)
    form = DropForm(request.POST or None, today=request.today)

    def forget() -> None:
        reason = form.cleaned_data["next_dropped"]
        contact.drop_call(reason=reason, on=request.today, by=request.user, version=seen(request, NEXT))

    if saved_as_seen(form, forget):
        return done(request, company, _("The call is off the list."), part=LOG)
    about = _about_next(contact, title=_("No call is needed"), submit=_("Take it off the list"))
    return render_company_form(request, company, form, about)


def _draft_of(company: Company) -> str:
    """The form in which a contact with this company is written."""
    return f"contact:{company.public_id}"


def _people(request: HttpRequest, company: Company) -> list[ContactPerson]:
    """Whom one can have spoken with."""
    people = ContactPerson.objects.visible_to(request.user).filter(company=company)
    return list(people.on(request.today).order_by("name", "pk"))


def _with_contact(request: HttpRequest, company_id: UUID, contact_id: UUID) -> tuple[Company, Contact]:
    company = open_company(company_id)
    log = Contact.objects.visible_to(request.user).filter(company=company)
    return company, get_object_or_404(log.select_related("company", "person"), public_id=contact_id)


def _about_next(contact: Contact, *, title: str, submit: str) -> CompanyPage:
    text = contact.promised or contact.about
    return CompanyPage(title=title, submit=submit, text=text, row=contact, tells=NEXT)
