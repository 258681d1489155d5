"""A row of a provider's list read as a home. Pure: text in; what is wrong is said in words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from housing.addresses import Address, parse_address
from housing.models import DwellingKind, SharedBy
from housing.models.dwelling_rules import MOST_KRONER, MOST_M2, MOST_ROOMS
from housing.models.shared_home import LEAST_AGE, MOST_AGE
from refugees.districts import District
from refugees.intake.columns import vocabulary
from refugees.models.conclusion import Need
from refugees.staged import Cells
from refugees.state_rows import choice_in, choices_in, day_in


class Column(TextChoices):
    """What a provider tells of a home. The labels are those of the page."""

    PROVIDER = "provider", gettext_lazy("Provider")
    ADDRESS = "address", gettext_lazy("Address")
    DISTRICT = "district", gettext_lazy("District")
    KIND = "kind", gettext_lazy("Kind")
    SHARED_BY = "shared_by", gettext_lazy("Who shares the home")
    AGE_FROM = "age_from", gettext_lazy("From which age")
    AGE_TO = "age_to", gettext_lazy("To which age")
    SHARERS = "sharers", gettext_lazy("Who lives there already")
    ROOMS = "rooms", gettext_lazy("Rooms")
    SIZE = "size_m2", gettext_lazy("Size in m²")
    RENT = "rent", gettext_lazy("Rent a month, in kroner")
    DEPOSIT = "deposit", gettext_lazy("Deposit, in kroner")
    FEATURES = "features", gettext_lazy("It has")
    FROM = "available_from", gettext_lazy("Available from")
    UNTIL = "available_until", gettext_lazy("To be offered until")
    REFERENCE = "reference", gettext_lazy("The provider's number")
    DAR = "dar_id", gettext_lazy("DAR identifier")


# Squeezed headings, as refugees/intake/columns.py has them.
SYNONYMS: dict[TextChoices, str] = {
    Column.PROVIDER: "udlejer boligselskab boligorganisation boligforening selskab provider landlord association",
    Column.ADDRESS: "adresse boligadresse lejemal address home",
    Column.DISTRICT: "bydel omrade district area",
    Column.KIND: "type boligtype art kind typeofhome",
    Column.SHARED_BY: "delesaf forbeholdt delebolig koen sharedby whosharesthehome",
    Column.AGE_FROM: "alderfra fraalder agefrom fromwhichage",
    Column.AGE_TO: "aldertil tilalder ageto towhichage",
    Column.SHARERS: "beboere border hvembor sharers wholivesthere wholivestherealready",
    Column.ROOMS: "rum vaerelser antalrum antalvaerelser rooms numberofrooms",
    Column.SIZE: "m2 kvm kvadratmeter areal boligareal storrelse storrelseim2 size sizeinm2",
    Column.RENT: "husleje leje manedligleje huslejeprmaned rent rentamonth monthlyrent",
    Column.DEPOSIT: "indskud depositum deposit",
    Column.FEATURES: "faciliteter boligenhar har indretning features ithas facilities",
    Column.FROM: "ledigfra ledigper ledigpr overtagelse overtagelsesdato fra availablefrom from",
    Column.UNTIL: "tilbydesindtil frist anvisningsfrist til availableuntil tobeoffereduntil until",
    Column.REFERENCE: "lejemalsnr lejemalsnummer boligid udlejersnr udlejersnummer reference theprovidersnumber",
    Column.DAR: "dar darid dariddentifikation adresseid adressensid",
}
VOCABULARY = vocabulary(SYNONYMS, needed={Column.ADDRESS}, names={Column.ADDRESS})
LONGEST_REFERENCE, LONGEST_SHARERS = 40, 200
# Whole kroner or figures: 7200, 7.200, 7 200, 7.200,00, "kr. 7.200,-".
NUMBER = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?:00?|-))?")
UNITS = re.compile(r"kr\.?|dkk|m2|m²|kvm\.?", re.IGNORECASE)


@dataclass(slots=True)
class HomeRow:
    """What a row tells; None where it tells nothing, so that nothing known is wiped out."""

    provider: str = ""
    address: Address | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def read_row(cells: Cells, today: date) -> tuple[HomeRow, list[str]]:
    """The facts of a row, and what is wrong in it, in the reader's language."""
    row, problems = HomeRow(provider=" ".join(cells.get(Column.PROVIDER, "").split())), []
    for column, reader in READERS.items():
        if not cells.get(column, "").strip():
            continue
        try:
            value = reader(cells, today)
        except ValidationError as error:
            problems.append(f"{column.label}: {' '.join(error.messages)}")
            continue
        if column == Column.ADDRESS:
            row.address = value
        else:
            row.facts[column.value] = value
    if not cells.get(Column.ADDRESS, "").strip():
        problems.append(_("The address is missing: a home is known by it."))
    return row, problems


def _number(column: Column, most: int, least: int = 0) -> Callable[[Cells, date], int]:
    """A reader of whole numbers between these."""

    def read(cells: Cells, today: date) -> int:
        text = UNITS.sub("", cells[column]).strip()
        found = NUMBER.fullmatch(text)
        if not found:
            raise ValidationError(_("“%(text)s” is no whole number.") % {"text": cells[column]})
        number = int(re.sub(r"\D", "", found[1]))
        if not least <= number <= most:
            words = _("Between %(least)d and %(most)d.")
            raise ValidationError(words % {"least": least, "most": most})
        return number

    return read


def _district(cells: Cells, today: date) -> str:
    found = choice_in(cells, Column.DISTRICT, District)
    if found == District.OUTSIDE:
        raise ValidationError(_("Homes that the City offers lie in Copenhagen."))
    return found


def _text(column: Column, most: int) -> Callable[[Cells, date], str]:
    """A reader of a short text."""

    def read(cells: Cells, today: date) -> str:
        text = " ".join(cells[column].split())
        if len(text) > most:
            raise ValidationError(_("The text is too long."))
        return text

    return read


def _dar_id(cells: Cells, today: date) -> UUID:
    try:
        return UUID(cells[Column.DAR].strip())
    except ValueError:
        raise ValidationError(_("This is no identifier of the address register.")) from None


READERS: dict[Column, Callable[[Cells, date], Any]] = {
    Column.ADDRESS: lambda cells, today: parse_address(cells[Column.ADDRESS]),
    Column.DISTRICT: _district,
    Column.KIND: lambda cells, today: choice_in(cells, Column.KIND, DwellingKind),
    Column.SHARED_BY: lambda cells, today: choice_in(cells, Column.SHARED_BY, SharedBy),
    Column.AGE_FROM: _number(Column.AGE_FROM, MOST_AGE, LEAST_AGE),
    Column.AGE_TO: _number(Column.AGE_TO, MOST_AGE, LEAST_AGE),
    Column.SHARERS: _text(Column.SHARERS, LONGEST_SHARERS),
    Column.ROOMS: _number(Column.ROOMS, MOST_ROOMS, 1),
    Column.SIZE: _number(Column.SIZE, MOST_M2, 5),
    Column.RENT: _number(Column.RENT, MOST_KRONER),
    Column.DEPOSIT: _number(Column.DEPOSIT, MOST_KRONER * 5),
    Column.FEATURES: lambda cells, today: sorted(set(choices_in(cells[Column.FEATURES], Need))),
    Column.FROM: lambda cells, today: day_in(cells, Column.FROM, today),
    Column.UNTIL: lambda cells, today: day_in(cells, Column.UNTIL, today),
    Column.REFERENCE: _text(Column.REFERENCE, LONGEST_REFERENCE),
    Column.DAR: _dar_id,
}
