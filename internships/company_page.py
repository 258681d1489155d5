"""What the page of one company shows: everything that the City knows of it. A fixed number of queries."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from internships.models import (
    Agreement,
    Barring,
    Company,
    Contact,
    ContactPerson,
    Opening,
    ProductionUnit,
)
from internships.models.record import Record, records_of
from refugees.languages import spoken

CONTACTS = 20


def company_frame(request: HttpRequest, company: Company) -> dict[str, Any]:
    """What stands above every page of a company, and whether it is not to be used today."""
    facts = [
        (_("CVR number"), company.cvr),
        (_("Sector"), company.get_sector_display() or _("not known")),
        (_("Languages at work"), spoken(company.languages) or _("not known")),
    ]
    barrings = Barring.objects.visible_to(request.user).on(request.today).filter(company=company)
    return {
        "company": company,
        "today": request.today,
        "identity": facts,
        "barred": barrings.select_related("made_by").first(),
        "may_write": request.user.can(Permission.WRITE_COMPANIES),
    }


def company_parts(request: HttpRequest, company: Company, page: int) -> dict[str, Any]:
    """Its openings, log, units, people, agreements, figures, and the days on which it was not to be used."""
    user, today = request.user, request.today
    units = list(ProductionUnit.objects.filter(company=company).in_order())
    openings = Opening.objects.filter(unit__company=company).select_related("unit")
    people = list(
        ContactPerson.objects.visible_to(user)
        .filter(company=company)
        .select_related("unit")
        .order_by("name", "pk")
    )
    contacts = Contact.objects.visible_to(user).filter(company=company).select_related("person", "by")
    first = (page - 1) * CONTACTS
    shown = list(contacts.order_by("-on", "-pk")[first : first + CONTACTS + 1])
    return {
        "units": units,
        "openings": list(openings.open().order_by("start_from", "pk")),
        "closed_openings": list(openings.filter(closed_on__isnull=False).order_by("-closed_on", "-pk")[:10]),
        "people": [person for person in people if person.is_there(today)],
        "former_people": [person for person in people if not person.is_there(today)],
        "agreements": [
            (agreement, agreement.is_in_force(today))
            for agreement in Agreement.objects.visible_to(user)
            .filter(company=company)
            .order_by("-from_on", "-pk")
        ],
        "contacts": shown[:CONTACTS],
        "has_older": len(shown) > CONTACTS,
        "to_call": list(contacts.to_call()),
        "record": records_of([company.pk]).get(company.pk, Record()),
        "past_barrings": [
            barring
            for barring in Barring.objects.visible_to(user)
            .filter(company=company)
            .select_related("made_by", "lifted_by")
            .order_by("-during")
            if not barring.stands(today)
        ],
    }
