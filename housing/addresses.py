"""Addresses as providers write them: "Opfundet Vej 12A, 3. tv., 2450 København SV". Pure."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

GROUND, CELLAR = "st", "kl"
SIDES = ("tv", "mf", "th")
STREET = re.compile(r"(?P<street>.*\S)\s+(?P<number>[1-9]\d{0,2})\s?(?P<letter>[A-Za-zÆØÅæøå]?)")
POST = re.compile(r"(?P<postcode>[1-9]\d{3})\s+(?P<town>\D.*)")
WHERE = re.compile(r"(?P<floor>[^\s.]+)\.?(?:\s+(?P<door>[^\s.]+)\.?)?")
ROOM = re.compile(r"(?:vær|vær\.|værelse|værelset|room)\s*(?P<room>\d{1,2})", re.IGNORECASE)
# What the database holds of a floor, a door and a room.
FLOOR = r"^(st|kl|[1-9][0-9]?)$"
DOOR = r"^(tv|mf|th|[1-9][0-9]{0,3})$"
ROOM_NUMBER = r"^[1-9][0-9]?$"


@dataclass(frozen=True, slots=True)
class Address:
    """One home: street and number, floor and door where a house has several, postcode and town.

    `room`: which of a shared home, where several are let one by one.
    """

    street: str
    number: str
    postcode: str
    town: str
    floor: str = ""
    door: str = ""
    room: str = ""

    def __str__(self) -> str:
        return ", ".join([f"{self.street} {self.number}", *self.where, f"{self.postcode} {self.town}"])

    @property
    def where(self) -> list[str]:
        """Floor and door as they are written on the bell: 3. tv; nothing where a house is one home. Then the room."""
        room = [f"vær. {self.room}"] if self.room else []
        if not self.floor:
            return room
        floor = f"{self.floor}." if self.floor.isdecimal() else self.floor
        return [f"{floor} {self.door}".strip(), *room]


def parse_address(text: str) -> Address:
    """The address that somebody wrote in one line. ValidationError says which part cannot be read."""
    parts = [part.strip() for part in " ".join(text.split()).split(",") if part.strip()]
    if len(parts) < 2:
        raise _wrong(_("Write street and number, floor and door, postcode and town, with commas between."))
    street, post = STREET.fullmatch(parts[0]), POST.fullmatch(parts[-1])
    if not street:
        raise _wrong(_("The first part is no street with a house number: “%(part)s”.") % {"part": parts[0]})
    if not post:
        raise _wrong(_("The last part is no postcode with a town: “%(part)s”.") % {"part": parts[-1]})
    rooms = [found["room"].lstrip("0") for part in parts[1:-1] if (found := ROOM.fullmatch(part))]
    floor, door = _where(" ".join(part for part in parts[1:-1] if not ROOM.fullmatch(part)))
    number = street["number"] + street["letter"].upper()
    return Address(
        street["street"], number, post["postcode"], post["town"], floor, door, rooms[0] if rooms else ""
    )


def _where(text: str) -> tuple[str, str]:
    """Floor and door. A house that is one home has neither."""
    if not text:
        return "", ""
    found = WHERE.fullmatch(text.lower())
    if not found or not re.fullmatch(FLOOR, found["floor"]):
        raise _wrong(_("“%(part)s” is no floor: write st, kl or 1 to 99.") % {"part": text})
    if found["door"] and not re.fullmatch(DOOR, found["door"]):
        raise _wrong(_("“%(part)s” is no door: write tv, mf, th or a number.") % {"part": found["door"]})
    return found["floor"], found["door"] or ""


def _wrong(words: str) -> ValidationError:
    return ValidationError(words, code="address")
