from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.addresses import DOOR, FLOOR, Address
from housing.models.provider import Provider
from housing.models.refused import in_words
from refugees.districts import IN_THE_CITY
from refugees.models import Seen, read_again

ADDRESS = ("street", "number", "floor", "door", "postcode", "town")
# What a form about a place shows or changes; its provider is named beside them.
LODGING_FACTS = ("name", *ADDRESS, "district", "available_from", "available_until")


class LodgingQuerySet(models.QuerySet):
    def available(self, day: date) -> "LodgingQuerySet":
        """Places that the City has on that day."""
        still = Q(available_until=None) | Q(available_until__gte=day)
        return self.filter(still, available_from__lte=day)

    @transaction.atomic
    def register(self, *, address: Address, by: User | None, **facts: object) -> "Lodging":
        """The City has a place where people can stay for a while. `facts` as in `change`."""
        lodging = self.model(recorded_by=by)
        lodging.take(address=address, **facts)
        lodging.full_clean()
        lodging.save()
        return lodging


@pghistory.track()
class Lodging(models.Model):
    """A temporary place (midlertidigt opholdssted): a house or a flat with rooms, in which people stay until they
    move into a permanent home. The law of tenancy does not hold there (Integration Act § 12(6)).

    `provider`: who lets it to the City; None where the house is the City's own.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=80)
    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="lodgings"
    )
    street = models.CharField(_("street"), max_length=80)
    number = models.CharField(_("house number"), max_length=4)
    floor = models.CharField(_("floor"), max_length=2, blank=True)
    door = models.CharField(_("door"), max_length=4, blank=True)
    postcode = models.CharField(_("postcode"), max_length=4)
    town = models.CharField(_("town"), max_length=40)
    district = models.CharField(_("district"), max_length=12, choices=IN_THE_CITY)
    available_from = models.DateField(_("available from"))
    available_until = models.DateField(_("available until"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = LodgingQuerySet.as_manager()

    class Meta:
        verbose_name = _("temporary place")
        verbose_name_plural = _("temporary places")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="lodging_is_known_once",
                violation_error_message=_("A place of this name is registered already."),
            ),
            models.CheckConstraint(
                name="lodging_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write what the place is called."),
            ),
            models.CheckConstraint(
                name="lodging_address_can_be_read",
                condition=~Q(street="")
                & ~Q(town="")
                & Q(number__regex=r"^[1-9][0-9]{0,2}[A-ZÆØÅ]?$", postcode__regex=r"^[1-9][0-9]{3}$"),
            ),
            models.CheckConstraint(
                name="lodging_floor_and_door_are_known",
                condition=Q(floor="", door="") | Q(floor__regex=FLOOR) & (Q(door="") | Q(door__regex=DOOR)),
            ),
            models.CheckConstraint(
                name="lodging_lies_in_the_city",
                condition=Q(district__in=[value for value, label in IN_THE_CITY]),
            ),
            models.CheckConstraint(
                name="lodging_ends_after_it_begins",
                condition=Q(available_until=None)
                | Q(available_until__isnull=False, available_until__gte=F("available_from")),
                violation_error_message=_("The last day cannot lie before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"temporary place (#{self.pk})"

    @property
    def address(self) -> Address:
        """Where it is."""
        return Address(self.street, self.number, self.postcode, self.town, self.floor, self.door)

    @property
    def place(self) -> str:
        """Where its house stands, as a check of areas keeps it; the database writes the same."""
        return f"{self.street} {self.number} {self.postcode}"

    def take(self, *, address: Address, provider: Provider | None, **facts: object) -> None:
        """Be at this address, of this provider, and have these facts."""
        if address.room:
            raise ValidationError(
                {"address": gettext("A place has its rooms one by one: leave the room out.")}
            )
        for name in ADDRESS:
            setattr(self, name, getattr(address, name))
        self.provider = provider
        for name, value in facts.items():
            setattr(self, name, value)
        self.name = self.name.strip()

    def hold(self) -> None:
        """Let nobody else change this place, or begin a stay in it, until the transaction ends."""
        Lodging.objects.select_for_update().values_list("pk").get(pk=self.pk)

    @transaction.atomic
    def change(
        self,
        *,
        address: Address,
        provider: Provider | None,
        by: User,
        version: Seen | None = None,
        **facts: object,
    ) -> None:
        """It is otherwise than was written. At another address it has no check: nobody moves in before there is one.

        StaleEdit if the place is not what the form, by its `version`, was made from.
        """
        self.hold()
        read_again(self, version)
        self.take(address=address, provider=provider, **facts)
        self.full_clean()
        with in_words("available_until"):
            self.save(update_fields=["provider", *LODGING_FACTS])
