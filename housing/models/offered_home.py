from django.db import models
from django.utils.translation import gettext_lazy as _

from housing.models.dwelling_kinds import DwellingKind
from refugees.districts import IN_THE_CITY

# The home as it was offered. The database writes it down with the offer, and lets nobody change it.
AS_OFFERED = (
    *("home_address", "home_district", "home_kind", "home_rooms", "home_size_m2"),
    *("home_rent", "home_deposit", "home_available_from", "home_landlord"),
)


class OfferedHome(models.Model):
    """The home as it was offered: what the letter says, whatever is said of it later (`what_was_offered_stands`)."""

    home_address = models.CharField(_("address"), max_length=160, editable=False)
    home_district = models.CharField(_("district"), max_length=12, choices=IN_THE_CITY, editable=False)
    home_kind = models.CharField(_("kind"), max_length=8, choices=DwellingKind, editable=False)
    home_rooms = models.PositiveSmallIntegerField(_("rooms"), editable=False)
    home_size_m2 = models.PositiveSmallIntegerField(_("size in m²"), editable=False)
    home_rent = models.PositiveIntegerField(_("rent a month"), editable=False)
    home_deposit = models.PositiveIntegerField(_("deposit"), editable=False)
    home_available_from = models.DateField(_("available from"), editable=False)
    home_landlord = models.CharField(_("landlord"), max_length=120, editable=False)

    class Meta:
        abstract = True
