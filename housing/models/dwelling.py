from collections.abc import Iterable
from datetime import date
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.addresses import Address
from housing.models.dwelling_kinds import DwellingKind, DwellingState, GoneReason, Held
from housing.models.dwelling_rules import (
    FACTS,
    MOST_KRONER,
    MOST_M2,
    MOST_ROOMS,
    STANDS,
    WHERE,
    refused_while_held,
    rules,
)
from housing.models.provider import Provider
from housing.models.refused import GIVEN_TWICE, in_words
from housing.models.shared_home import SHARED, SharedBy
from housing.postcodes import refuse_elsewhere
from refugees.districts import IN_THE_CITY
from refugees.models import Seen, read_again
from refugees.models.conclusion import Need, need_words
from refugees.wording import in_one_line


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
        dwelling.refuse_wrong()
        dwelling.full_clean()
        with in_words():
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
        constraints = rules()
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
    def standing(self) -> dict[str, Any]:
        """What does not change while somebody is offered it."""
        return {name: getattr(self, name) for name in STANDS[Held.OFFERED]}

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

    def twin(self) -> tuple[str, "Dwelling"] | None:
        """Another home on the board that is this one, and the rule by which: its address, or its DAR identifier."""
        others = Dwelling.objects.filter(gone_on=None).exclude(pk=self.pk).select_related("provider")
        place = {name: getattr(self, name) for name in WHERE if name not in {"street", "town"}}
        if found := others.filter(street__iexact=self.street, **place).first():
            return "home_is_given_once", found
        if self.dar_id and (found := others.filter(dar_id=self.dar_id, room=self.room).first()):
            return "home_dar_id_is_given_once", found
        return None

    def refuse_wrong(self) -> None:
        """ValidationError, at the field of a form, where the place cannot be or the home is given twice."""
        refuse_elsewhere(self.postcode, self.district)
        if not self.gone_on and (twin := self.twin()):
            rule, found = twin
            field = "address" if rule == "home_is_given_once" else "dar_id"
            raise ValidationError({field: f"{GIVEN_TWICE[rule]} {found.known_as}"}, code=rule)

    @property
    def known_as(self) -> str:
        """Which home it is, for somebody who registers it again."""
        words = gettext("It is %(address)s, from %(provider)s, registered %(day)s.")
        day = date_format(timezone.localdate(self.recorded_at), "DATE_FORMAT")
        return words % {"address": self.address, "provider": self.provider.name, "day": day}

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
        """It is otherwise than was written. While somebody is offered it, what the letter says stays what it is.

        StaleEdit if the home is not what the form, by its `version`, was made from; so do the verbs below.
        """
        self.hold()
        read_again(self, version)
        was = self.standing
        self.take(address=address, provider=provider, **facts)
        if refused := dict(refused_while_held(self.held, was, self.standing)):
            raise ValidationError({name: str(words) for name, words in refused.items()})
        self.refuse_wrong()
        self.full_clean()
        with in_words():
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
        if twin := self.twin():
            rule, found = twin
            raise ValidationError(f"{GIVEN_TWICE[rule]} {found.known_as}", code=rule)
        self.full_clean()
        self.save(update_fields=["gone_on", "gone_reason"])
