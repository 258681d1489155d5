"""Who sleeps where on a day: the beds of each place, who is in them as far as the reader may know, and what is free."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.day import ONE_DAY
from accounts.models import User
from housing.models import Bed, KeptFor, Lodging, Room, Stay
from housing.models.room import in_places, taken
from housing.standing import Standing, checks_of_places

SOON = timedelta(days=14)


@dataclass(slots=True)
class BedTonight:
    """A bed, and who sleeps in it. Taken and nobody named: by somebody whose case the reader may not see."""

    bed: Bed
    stay: Stay | None
    is_taken: bool
    is_there: bool


@dataclass(slots=True)
class RoomTonight:
    """A room and its beds."""

    room: Room
    beds: list[BedTonight] = field(default_factory=list)

    @property
    def free(self) -> int:
        """How many of its beds are free for a newcomer. Beside a family nobody sleeps."""
        there = [each for each in self.beds if each.is_there]
        if self.room.kept_for == KeptFor.FAMILY and any(each.is_taken for each in there):
            return 0
        return sum(not each.is_taken for each in there)


@dataclass(slots=True)
class PlaceTonight:
    """A place on a day: how many beds there are, in how many somebody sleeps, what is free for newcomers."""

    lodging: Lodging
    standing: Standing
    rooms: list[RoomTonight]

    @property
    def beds(self) -> int:
        """How many beds there are that day."""
        return sum(each.is_there for room in self.rooms for each in room.beds)

    @property
    def taken(self) -> int:
        """In how many of them somebody sleeps."""
        return sum(each.is_taken for room in self.rooms for each in room.beds)

    @property
    def free(self) -> int:
        """How many are free for newcomers."""
        return sum(room.free for room in self.rooms)

    @property
    def free_words(self) -> list[str]:
        """What is free, by for whom it is kept."""
        free: Counter[str] = Counter()
        for room in self.rooms:
            free[room.room.kept_for] += room.free
        families = sum(room.room.kept_for == KeptFor.FAMILY and room.free > 0 for room in self.rooms)
        words = []
        if families:
            rooms = ngettext("%(number)d room for a household", "%(number)d rooms for households", families)
            words.append(rooms % {"number": families})
        for kept_for in (KeptFor.WOMEN, KeptFor.MEN):
            if free[kept_for]:
                words.append(_("%(whom)s: %(number)d") % {"whom": kept_for.label, "number": free[kept_for]})
        return words


def places_on(day: date, lodgings: Iterable[Lodging]) -> list[PlaceTonight]:
    """These places on a day, without who sleeps there. Five queries."""
    return _places(day, list(lodgings), {})


def place_on(day: date, lodging: Lodging, user: User) -> PlaceTonight:
    """One place on a day, with the people whom this person looks after; and the beds that come later."""
    stays = Stay.objects.visible_to(user).on(day).with_places().filter(bed__room__lodging=lodging)
    return _places(day, [lodging], {stay.bed_id: stay for stay in stays}, is_told=True)[0]


def _places(
    day: date, lodgings: list[Lodging], stays: dict[int, Stay], *, is_told: bool = False
) -> list[PlaceTonight]:
    tonight = taken(DateRange(day, day + ONE_DAY))
    standing = checks_of_places(lodgings, day)
    rooms: dict[int, dict[int, RoomTonight]] = defaultdict(dict)
    if is_told:
        for room in Room.objects.filter(lodging__in=lodgings).order_by("name"):
            rooms[room.lodging_id][room.pk] = RoomTonight(room)
    beds = Bed.objects.filter(room__lodging__in=lodgings).select_related("room__lodging")
    beds = beds.filter(during__overlap=DateRange(day, None)) if is_told else beds.on(day)
    for bed in in_places(beds):
        there = bed.during.lower <= day
        of_place = rooms[bed.room.lodging_id]
        told = BedTonight(bed, stays.get(bed.pk), bed.pk in tonight, there)
        of_place.setdefault(bed.room_id, RoomTonight(bed.room)).beds.append(told)
    return [
        PlaceTonight(lodging, standing[lodging.pk], _in_order(rooms[lodging.pk].values()))
        for lodging in lodgings
    ]


def _in_order(rooms: Iterable[RoomTonight]) -> list[RoomTonight]:
    return sorted(rooms, key=lambda each: each.room.walked)
