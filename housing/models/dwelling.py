from collections.abc import Iterable
from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.addresses import DOOR, FLOOR, Address
from housing.models.provider import Provider
from housing.models.shared_home import SHARED, SharedBy, shared_home_rules
from refugees.districts import IN_THE_CITY
from refugees.models import Seen, read_again
from refugees.models.conclusion import Need, need_words
from refugees.wording import in_one_line

MOST_ROOMS, MOST_M2, MOST_KRONER = 12, 400, 100_000
WHERE = ("street", "number", "floor", "door", "room", "postcode", "town")
# What a form about a home shows or changes; its provider is named beside them.
FACTS = (
    "reference",
    *(*WHERE, "dar_id", "district"),
    *("kind", "shared_by", "age_from", "age_to", "sharers"),
    *("rooms", "size_m2", "rent", "deposit", "features"),
    *("available_from", "available_until"),
)


class DwellingKind(models.TextChoices):
    """What kind of home it is."""

    FLAT = "flat", _("Flat")
    HOUSE = "house", _("House")
    SHARED = SHARED, _("Room in a shared home")


class Held(models.TextChoices):
    """Whom the home is kept for. Worked out by the database from the offers; nobody types it."""

    NOBODY = "", _("Nobody")
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")


class DwellingState(models.TextChoices):
    """What a home is on a day: computed when it is read."""

    FREE = "free", _("Free")
    OFFERED = "offered", _("Offered")
    TAKEN = "taken", _("Taken")
    COMING = "coming", _("Not yet available")
    GONE = "gone", _("No longer available")


class GoneReason(models.TextChoices):
    """Why a home can be offered no more."""

    WITHDRAWN = "withdrawn", _("Withdrawn by the provider")
    MISTAKE = "mistake", _("Registered by mistake")
    MOVED_OUT = "moved-out", _("The household moved out")
    OTHER = "other", _("Another reason")


class DwellingQuerySet(models.QuerySet):
    def at(self, day: date) -> "DwellingQuerySet":
        """Each with its `state` on that day."""
        state = DwellingState
        return self.annotate(
            state=Case(
                When(gone_on__lte=day, then=Value(state.GONE)),
                When(held=Held.ACCEPTED, then=Value(state.TAKEN)),
                When(held=Held.OFFERED, then=Value(state.OFFERED)),
                When(available_until__lt=day, then=Value(state.GONE)),
                When(available_from__gt=day, then=Value(state.COMING)),
                default=Value(state.FREE),
                output_field=models.CharField(),
            )
        )

    def in_order(self) -> "DwellingQuerySet":
        """For a board, after `at`: by state, what must be offered first at its top."""
        places = [When(state=state, then=Value(place)) for place, state in enumerate(DwellingState)]
        return self.annotate(rank=Case(*places, output_field=models.SmallIntegerField())).order_by(
            "rank", F("available_until").asc(nulls_last=True), "available_from", "pk"
        )

    @transaction.atomic
    def register(self, *, address: Address, by: User | None, **facts: object) -> "Dwelling":
        """A provider gives the City a home to offer. `facts` as in `change`."""
        dwelling = self.model(recorded_by=by)
        dwelling.take(address=address, **facts)
        dwelling.full_clean()
        dwelling.save()
        return dwelling


@pghistory.track()
class Dwelling(models.Model):
    """A home that the City may offer: where it is, how large and dear, what it has, from when until when.

    The address is kept as it was given; its identifier in the address register (DAR) stands beside it where it is
    known. `held` follows the offers, by a trigger. Once it is gone, the same address may be given again.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="dwellings")
    reference = models.CharField(_("the provider's number"), max_length=40, blank=True)
    street = models.CharField(_("street"), max_length=80)
    number = models.CharField(_("house number"), max_length=4)
    floor = models.CharField(_("floor"), max_length=2, blank=True)
    door = models.CharField(_("door"), max_length=4, blank=True)
    room = models.CharField(_("room"), max_length=2, blank=True)
    postcode = models.CharField(_("postcode"), max_length=4)
    town = models.CharField(_("town"), max_length=40)
    dar_id = models.UUIDField(_("DAR identifier"), null=True, blank=True)
    district = models.CharField(_("district"), max_length=12, choices=IN_THE_CITY)
    kind = models.CharField(_("kind"), max_length=8, choices=DwellingKind)
    # Of a shared home: for whom it is, and who lives there already.
    shared_by = models.CharField(_("shared by"), max_length=8, choices=SharedBy, blank=True, default="")
    age_from = models.PositiveSmallIntegerField(_("from which age"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("to which age"), null=True, blank=True)
    sharers = models.CharField(_("who lives there"), max_length=200, blank=True)
    rooms = models.PositiveSmallIntegerField(
        _("rooms"), validators=[MinValueValidator(1), MaxValueValidator(MOST_ROOMS)]
    )
    size_m2 = models.PositiveSmallIntegerField(
        _("size in m²"), validators=[MinValueValidator(5), MaxValueValidator(MOST_M2)]
    )
    rent = models.PositiveIntegerField(_("rent a month"), validators=[MaxValueValidator(MOST_KRONER)])
    deposit = models.PositiveIntegerField(_("deposit"), validators=[MaxValueValidator(MOST_KRONER * 5)])
    features = ArrayField(
        models.CharField(max_length=16, choices=Need), default=list, blank=True, verbose_name=_("it has")
    )
    available_from = models.DateField(_("available from"))
    available_until = models.DateField(_("to be offered until"), null=True, blank=True)
    held = models.CharField(max_length=8, choices=Held, blank=True, default="", editable=False)
    gone_on = models.DateField(_("no longer available from"), null=True, blank=True)
    gone_reason = models.CharField(_("why"), max_length=12, choices=GoneReason, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = DwellingQuerySet.as_manager()

    class Meta:
        verbose_name = _("home")
        verbose_name_plural = _("homes")
        constraints = [
            models.UniqueConstraint(
                Lower("street"),
                *("number", "floor", "door", "room", "postcode"),
                name="home_is_given_once",
                condition=Q(gone_on=None),
                violation_error_message=_("A home at this address is registered already."),
            ),
            models.CheckConstraint(
                name="home_address_can_be_read",
                condition=~Q(street="")
                & ~Q(town="")
                & Q(number__regex=r"^[1-9][0-9]{0,2}[A-ZÆØÅ]?$", postcode__regex=r"^[1-9][0-9]{3}$"),
            ),
            models.CheckConstraint(
                name="home_floor_and_door_are_known",
                condition=Q(floor="", door="") | Q(floor__regex=FLOOR) & (Q(door="") | Q(door__regex=DOOR)),
            ),
            models.CheckConstraint(
                name="home_lies_in_the_city",
                condition=Q(district__in=[value for value, label in IN_THE_CITY]),
            ),
            models.CheckConstraint(name="home_kind_is_known", condition=Q(kind__in=DwellingKind.values)),
            *shared_home_rules(),
            models.CheckConstraint(
                name="home_features_are_known", condition=Q(features__contained_by=Need.values)
            ),
            models.CheckConstraint(
                name="home_has_rooms_and_a_size",
                condition=Q(rooms__range=(1, MOST_ROOMS), size_m2__range=(5, MOST_M2)),
            ),
            models.CheckConstraint(
                name="home_rent_is_plausible",
                condition=Q(rent__lte=MOST_KRONER, deposit__lte=MOST_KRONER * 5),
            ),
            models.CheckConstraint(
                name="home_is_offered_before_its_last_day",
                condition=Q(available_until=None)
                | Q(available_until__isnull=False, available_until__gte=F("available_from")),
                violation_error_message=_("The last day cannot lie before the first."),
            ),
            models.CheckConstraint(name="home_held_is_known", condition=Q(held__in=Held.values)),
            models.CheckConstraint(
                name="home_is_gone_for_a_reason",
                condition=Q(gone_on=None, gone_reason="")
                | Q(gone_on__isnull=False, gone_reason__in=GoneReason.values),
                violation_error_message=_("Say why the home is no longer available."),
            ),
        ]
        indexes = [models.Index(name="home_by_day", fields=["available_from", "id"])]

    def __str__(self) -> str:
        return f"home (#{self.pk})"

    @property
    def address(self) -> Address:
        """Where it is."""
        return Address(self.street, self.number, self.postcode, self.town, self.floor, self.door, self.room)

    @property
    def place(self) -> str:
        """Where its house stands, as a check of areas keeps it; the database writes the same."""
        return f"{self.street} {self.number} {self.postcode}"

    @property
    def is_shared(self) -> bool:
        """Whether it is a room in a shared home."""
        return self.kind == SHARED

    @property
    def feature_words(self) -> list[str]:
        """What it has, in words."""
        return need_words(self.features)

    def get_features_display(self) -> str:
        """What it has, in one line."""
        return in_one_line(self.feature_words)

    def take(
        self, *, address: Address, provider: Provider, features: Iterable[str] = (), **facts: object
    ) -> None:
        """Be at this address, of this provider, and have these facts."""
        for name in WHERE:
            setattr(self, name, getattr(address, name))
        self.provider, self.features = provider, sorted(features)
        for name, value in facts.items():
            setattr(self, name, value)

    def hold(self) -> None:
        """Let nobody else change or offer this home until the transaction ends."""
        Dwelling.objects.select_for_update().values_list("pk").get(pk=self.pk)

    @transaction.atomic
    def change(
        self,
        *,
        address: Address,
        provider: Provider,
        by: User,
        version: Seen | None = None,
        **facts: object,
    ) -> None:
        """It is otherwise than was written. While somebody is offered it, its address stays what it is.

        StaleEdit if the home is not what the form, by its `version`, was made from; so do the verbs below.
        """
        self.hold()
        read_again(self, version)
        if self.held and address != self.address:
            raise ValidationError(
                {"address": gettext("Somebody has been offered this home at this address.")}
            )
        if self.held and facts.get("shared_by", self.shared_by) != self.shared_by:
            raise ValidationError(
                {"shared_by": gettext("Somebody has been offered this home as it is shared now.")}
            )
        self.take(address=address, provider=provider, **facts)
        self.full_clean()
        self.save(update_fields=["provider", *FACTS])

    @transaction.atomic
    def remove(self, *, on: date, reason: str, by: User, version: Seen | None = None) -> None:
        """It can be offered no more. What became of its offer is recorded first; who lives there moves out first."""
        self.hold()
        read_again(self, version)
        if self.held:
            raise ValidationError(
                gettext(
                    "It is offered to somebody, or somebody accepted it. Record first what became of that offer."
                )
            )
        self.gone_on, self.gone_reason = on, reason
        self.full_clean()
        self.save(update_fields=["gone_on", "gone_reason"])

    @transaction.atomic
    def bring_back(self, *, by: User, version: Seen | None = None) -> None:
        """It can be offered after all."""
        self.hold()
        read_again(self, version)
        self.gone_on, self.gone_reason = None, ""
        self.full_clean()
        self.save(update_fields=["gone_on", "gone_reason"])
