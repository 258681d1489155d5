"""Invented homes, and the list of excluded areas that holds on TODAY."""

from datetime import date

from housing.addresses import parse_address
from housing.models import AreaCheck, AreaList, Dwelling, Provider
from tests.factories import TODAY

LIST_DAY = date(2025, 12, 1)
# A postcode and town of each district.
PLACES = {
    "indre-by": "1150 København K",
    "osterbro": "2100 København Ø",
    "norrebro": "2200 København N",
    "vesterbro": "1720 København V",
    "valby": "2500 Valby",
    "vanlose": "2720 Vanløse",
    "bronshoj": "2700 Brønshøj",
    "bispebjerg": "2400 København NV",
    "amager-ost": "2300 København S",
    "amager-vest": "2300 København S",
}
SAID = {
    "district": "valby",
    "kind": "flat",
    "rooms": 3,
    "size_m2": 70,
    "rent": 6200,
    "deposit": 18600,
    "features": ["lift"],
    "available_from": TODAY,
    "available_until": None,
}


def provider(name="Invented Housing Association"):
    """Who lets homes."""
    return Provider.objects.filter(name=name).first() or Provider.objects.add(
        name=name, kind="association", by=None
    )


def home(address="Opfundet Vej 1, 2. tv, 2450 København SV", **facts):
    """A home that can be offered from TODAY on."""
    given = SAID | {"provider": provider()} | facts
    return Dwelling.objects.register(address=parse_address(address), by=None, **given)


def area_list(by, *names, confirmed=True, year=2025):
    """The list of a year with these areas; by default the one that holds on TODAY."""
    row = AreaList.objects.begin(year=year, source="Invented", by=by)
    for name in names or ("Invented Park",):
        row.add(name=name, streets="Park Street 1-99", by=by)
    if confirmed:
        row.confirm(on=TODAY, by=by)
    return row


def checked(dwelling, row, by, *, inside=False):
    """The home was compared with that list."""
    area = row.areas.first() if inside else None
    return AreaCheck.objects.record(dwelling=dwelling, area_list=row, area=area, on=TODAY, by=by)


def everything_of(by):
    """A home that was checked, and a list that is open."""
    dwelling = home()
    checked(dwelling, area_list(by), by)
    area_list(by, year=2024, confirmed=False)
    return dwelling
