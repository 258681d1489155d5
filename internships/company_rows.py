"""A row of a list of companies read as facts about a company, a workplace of it and whom to call. Pure: text in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from stdnum.dk import cvr

from internships.models.company import check_cvr
from internships.models.production_unit import compact_p_number
from internships.models.sector import Sector
from refugees.districts import District
from refugees.intake.columns import squeeze, vocabulary
from refugees.intake.values import Unreadable, read_languages
from refugees.names import plain


class Column(TextChoices):
    """What a list of companies tells. The labels are those of the page."""

    CVR = "cvr", gettext_lazy("CVR number")
    NAME = "name", gettext_lazy("Company")
    SECTOR = "sector", gettext_lazy("Sector")
    LANGUAGES = "languages", gettext_lazy("Languages used at work")
    P_NUMBER = "p_number", gettext_lazy("P-number")
    UNIT = "unit", gettext_lazy("Production unit")
    ADDRESS = "address", gettext_lazy("Address")
    DISTRICT = "district", gettext_lazy("District")
    PERSON = "person", gettext_lazy("Contact person")
    JOB = "job", gettext_lazy("Role")
    PHONE = "phone", gettext_lazy("Phone")
    EMAIL = "email", gettext_lazy("E-mail")


# Squeezed headings, as refugees/intake/columns.py has them.
SYNONYMS: dict[TextChoices, str] = {
    Column.CVR: "cvr cvrnr cvrnummer cvrno cvrnumber",
    Column.NAME: "virksomhed virksomhedsnavn firma firmanavn company companyname navn name",
    Column.SECTOR: "branche sektor fagomrade sector industry trade",
    Column.LANGUAGES: "sprog arbejdssprog sprogpaarbejdspladsen languages language workinglanguages",
    Column.P_NUMBER: "pnr pnummer pno pnumber produktionsenhedsnummer",
    Column.UNIT: "produktionsenhed afdeling arbejdssted enhed unit productionunit department workplace",
    Column.ADDRESS: "adresse address gade vejognummer",
    Column.DISTRICT: "bydel omrade district area",
    Column.PERSON: "kontaktperson kontakt kontaktnavn contact contactperson contactname",
    Column.JOB: "stilling titel rolle jobtitle role title",
    Column.PHONE: "telefon tlf tlfnr telefonnummer mobil phone telephone phonenumber mobile",
    Column.EMAIL: "email mail epost emailadresse emailaddress",
}
VOCABULARY = vocabulary(SYNONYMS, needed={Column.CVR}, names={Column.NAME, Column.PERSON})
LONGEST = {
    Column.NAME: 160,
    Column.UNIT: 160,
    Column.ADDRESS: 200,
    Column.PERSON: 120,
    Column.JOB: 120,
    Column.PHONE: 40,
}
P_DIGITS = 10
# Lists are written in either, whoever reads the page.
LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """What a row tells; empty where it tells nothing, so that nothing known is wiped out."""

    cvr: str = ""
    name: str = ""
    sector: str = ""
    languages: tuple[str, ...] = ()
    p_number: str = ""
    unit: str = ""
    address: str = ""
    district: str = ""
    person: str = ""
    job: str = ""
    phone: str = ""
    email: str = ""


def read_row(cells: Mapping[str, str]) -> tuple[CompanyRow, list[str]]:
    """The facts of a row, and what is wrong in it, in the reader's language."""
    facts, problems = {name: " ".join(text.split()) for name, text in cells.items()}, []
    for name, text in facts.items():
        if len(text) > LONGEST.get(Column(name), 254):
            problems.append(f"{Column(name).label}: {_('The text is too long.')}")
            facts[name] = ""
    for name, reader in READERS.items():
        if facts.get(name):
            try:
                facts[name] = reader(facts[name])
            except ValidationError as error:
                problems.append(f"{Column(name).label}: {' '.join(error.messages)}")
                facts[name] = ""
    row = CompanyRow(**facts)
    return row, problems + _lacks(row, cells)


def _read_cvr(text: str) -> str:
    check_cvr(text)
    return cvr.compact(text)


def _read_sector(text: str) -> str:
    return _choice(text, Sector, _("No sector we know. Write one of: %(known)s."))


def _read_district(text: str) -> str:
    return _choice(text, District, _("No district we know. Write one of: %(known)s."))


def _choice(text: str, choices: type[TextChoices], words: str) -> str:
    """By its word in Danish or English, or by its key."""
    wanted = squeeze(text)
    for language in LANGUAGES:
        with override(language):
            for each in choices:
                if wanted in {squeeze(each.value), squeeze(str(each.label))}:
                    return each.value
    raise ValidationError(words % {"known": ", ".join(str(label) for label in choices.labels)})


def _read_languages(text: str) -> tuple[str, ...]:
    try:
        return read_languages(text)
    except Unreadable:
        raise ValidationError(_("A language here is not on our list.")) from None


def _read_p_number(text: str) -> str:
    digits = compact_p_number(text)
    if len(digits) != P_DIGITS or not digits.isdecimal():
        raise ValidationError(_("This is not a P-number: it has ten digits."))
    return digits


def _read_email(text: str) -> str:
    validate_email(text)
    return text


READERS = {
    "cvr": _read_cvr,
    "sector": _read_sector,
    "languages": _read_languages,
    "p_number": _read_p_number,
    "district": _read_district,
    "email": _read_email,
}


def _lacks(row: CompanyRow, cells: Mapping[str, str]) -> list[str]:
    """What does not go together in the row alone."""
    found = []
    if not cells.get("cvr"):
        found.append(_("The CVR number is missing."))
    if (row.unit or row.address) and not cells.get("p_number"):
        found.append(_("The P-number is missing: a production unit is known by it."))
    if row.person and not (row.phone or row.email):
        found.append(_("Nobody can call the contact person: write a phone number or an e-mail address."))
    if (row.phone or row.email) and not row.person:
        found.append(_("A phone number or an e-mail address, but no contact person."))
    return found


def same_words(one: str, other: str) -> bool:
    """Whether two names are the same but for spelling in capitals and accents."""
    return plain(one) == plain(other)
