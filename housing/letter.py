"""The letter about an offer of a home, as rows of labels in two languages and what stands there.

What the product says is kept lazy until the template says it in both languages.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housing.models import DwellingKind, HomeOffer

TEXTS = [
    _("The City of Copenhagen offers you this permanent home. Please say yes or no by the day above."),
    _("If you cannot answer by then, or want to see the home first, call your caseworker before that day."),
    _("You may say no. Please say why, so that the next offer fits better."),
]
SHARED = _("It is a room of your own in a home that you share with others.")


@dataclass(frozen=True, slots=True)
class Line:
    """One label and what stands there."""

    label: Promise
    value: str


@dataclass(frozen=True, slots=True)
class Letter:
    """An offer as it is printed."""

    title: Promise
    names: list[str]
    lines: list[Line]
    texts: list[Promise]
    signatures: list[Promise]


def letter_of(offer: HomeOffer) -> Letter:
    """What stands in the letter of one offer: the home as it was offered. One query: to whom it was offered."""
    names = [
        to.case.person.name for to in offer.offered_to.select_related("case__person").order_by("case__number")
    ]
    lines = [
        Line(_("Address"), offer.home_address),
        Line(_("Rooms"), str(offer.home_rooms)),
        Line(_("Size in m²"), str(offer.home_size_m2)),
        Line(_("Rent a month, in kroner"), str(offer.home_rent)),
        Line(_("Deposit, in kroner"), str(offer.home_deposit)),
        Line(_("Available from"), _day(offer.home_available_from)),
        Line(_("Landlord"), offer.home_landlord),
        Line(_("Offered on"), _day(offer.offered_on)),
        Line(_("To be answered by"), _day(offer.answer_by)),
    ]
    if offer.viewing_on:
        lines.append(Line(_("Viewing on"), _day(offer.viewing_on)))
    if settings.RECEPTION_PHONE:
        lines.append(Line(_("Telephone"), settings.RECEPTION_PHONE))
    return Letter(
        title=_("Offer of a permanent home"),
        names=names,
        lines=lines,
        texts=[TEXTS[0], SHARED, *TEXTS[1:]] if offer.home_kind == DwellingKind.SHARED else TEXTS,
        signatures=[_("For the City, date and name"), _("Yes or no, date and name")],
    )


def _day(day: object) -> str:
    """Alike in both languages: 23.11.2026."""
    return date_format(day, "d.m.Y")
