from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import pghistory
from django.contrib.postgres.fields import DateRangeField
from django.db import connection, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY
from accounts.models import User
from housing.models.lodging import Lodging
from housing.models.refused import in_words
from refugees.models import Seen, read_again

MOST_BEDS = 12
ROOM_FACTS = ("name", "kept_for")


class KeptFor(models.TextChoices):
    """Who sleeps in a room: one household, or singles of one sex (order on housing 550/2022 § 19)."""

    FAMILY = "family", _("One household")
    WOMEN = "women", _("Women")
    MEN = "men", _("Men")


class RoomQuerySet(models.QuerySet):
    @transaction.atomic
    def add(
        self,
        *,
        lodging: Lodging,
        name: str,
        kept_for: str,
        beds: int,
        from_on: date,
        until: date | None,
        by: User,
    ) -> "Room":
        """A room with so many beds, each there from that day. `until`: the last day on which they can be slept in."""
        room = self.model(lodging=lodging, name=name.strip(), kept_for=kept_for)
        room.full_clean()
        room.save()
        for number in range(1, beds + 1):
            Bed.objects.put(room=room, name=str(number), from_on=from_on, until=until, by=by)
        return room


@pghistory.track()
class Room(models.Model):
    """A room of a temporary place, and for whom it is kept."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    lodging = models.ForeignKey(Lodging, on_delete=models.PROTECT, related_name="rooms")
    name = models.CharField(_("name"), max_length=40)
    kept_for = models.CharField(_("kept for"), max_length=8, choices=KeptFor)

    objects = RoomQuerySet.as_manager()

    class Meta:
        verbose_name = _("room of a temporary place")
        verbose_name_plural = _("rooms of temporary places")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "lodging",
                name="room_stands_once_in_a_place",
                violation_error_message=_("This place has a room of that name already."),
            ),
            models.CheckConstraint(
                name="room_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write the name or number of the room."),
            ),
            models.CheckConstraint(name="room_kept_for_is_known", condition=Q(kept_for__in=KeptFor.values)),
        ]

    def __str__(self) -> str:
        return f"room (#{self.pk})"

    @property
    def walked(self) -> tuple[int, str]:
        """Where it stands in the order of rooms: 9 before 10."""
        return _walked(self.name)

    @transaction.atomic
    def change(self, *, name: str, kept_for: str, by: User, version: Seen | None = None) -> None:
        """It is called otherwise, or kept for others; the latter only while nobody sleeps there or is to."""
        Room.objects.select_for_update().values_list("pk").get(pk=self.pk)
        read_again(self, version)
        self.name, self.kept_for = name.strip(), kept_for
        self.full_clean()
        with in_words("kept_for"):
            self.save(update_fields=ROOM_FACTS)


class BedQuerySet(models.QuerySet):
    def on(self, day: date) -> "BedQuerySet":
        """Beds that are there on that day."""
        return self.filter(during__contains=day)

    @transaction.atomic
    def put(self, *, room: Room, name: str, from_on: date, until: date | None, by: User) -> "Bed":
        """A bed stands in the room from that day; `until` is the last day on which somebody can be there."""
        bed = self.model(room=room, name=name.strip(), during=days(from_on, until))
        bed.full_clean()
        with in_words("from_on"):
            bed.save()
        return bed


@pghistory.track()
class Bed(models.Model):
    """A bed, and the days on which it is there: by them the capacity of a place is known for every day."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="beds")
    name = models.CharField(_("name"), max_length=20)
    during = DateRangeField(_("there from"))

    objects = BedQuerySet.as_manager()

    class Meta:
        verbose_name = _("bed")
        verbose_name_plural = _("beds")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "room",
                name="bed_stands_once_in_a_room",
                violation_error_message=_("This room has a bed of that name already."),
            ),
            models.CheckConstraint(
                name="bed_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write the name or number of the bed."),
            ),
            models.CheckConstraint(
                name="bed_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
                violation_error_message=_("The last day cannot lie before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"bed (#{self.pk})"

    @property
    def last_on(self) -> date | None:
        """The last day on which it is there; None while no end is known."""
        return self.during.upper - ONE_DAY if self.during.upper else None

    @transaction.atomic
    def change(
        self, *, name: str, from_on: date, until: date | None, by: User, version: Seen | None = None
    ) -> None:
        """It is called otherwise, or there on other days; never fewer than somebody sleeps in it."""
        Bed.objects.select_for_update().values_list("pk").get(pk=self.pk)
        read_again(self, version)
        self.name, self.during = name.strip(), days(from_on, until)
        self.full_clean()
        with in_words("until"):
            self.save(update_fields=["name", "during"])


def days(from_on: date, until: date | None) -> DateRange:
    """From the first to the last of these days; without a last one, without end. Turned round it holds no day."""
    if until and until < from_on:
        return DateRange(empty=True)
    return DateRange(from_on, until + ONE_DAY if until else None)


def taken(during: DateRange) -> dict[int, list[DateRange]]:
    """When somebody sleeps in which bed, on any of these days; of another unit too, without saying who."""
    found: dict[int, list[DateRange]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute("SELECT bed_id, first_on, until FROM housing_taken_beds(%s)", [during])
        for bed, first_on, until in cursor.fetchall():
            found[bed].append(DateRange(first_on, until))
    return found


def in_places(beds: Iterable[Bed]) -> list[Bed]:
    """Beds in the order in which one walks through the places: place, room, bed; numbers by their size."""
    return sorted(beds, key=lambda bed: (bed.room.lodging.name, bed.room.walked, _walked(bed.name)))


def _walked(name: str) -> tuple[int, str]:
    digits = "".join(letter for letter in name if letter.isdecimal())
    return (int(digits) if digits else 0, name)
