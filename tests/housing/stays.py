"""Invented temporary places, their beds, and who sleeps in them."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from housing.addresses import parse_address
from housing.models import AreaList, Bed, Lodging, LodgingCheck, Room, Stay, StayPayment
from tests.factories import TODAY, CaseFactory, PersonFactory, UserFactory
from tests.housing import homes

OPENED = date(2026, 1, 1)
TAKEOVER = date(2026, 6, 1)


def place(name="Invented House", address="Opfundet Allé 10, 2500 Valby", **facts):
    """A temporary place that the City has since January."""
    given = {"district": "valby", "provider": None, "available_from": OPENED, "available_until": None} | facts
    return Lodging.objects.register(name=name, address=parse_address(address), by=None, **given)


def room(lodging=None, name="1", kept_for="family", beds=2, until=None):
    """A room with beds in that place, or in one that lies outside every area."""
    lodging = lodging or outside()
    return Room.objects.add(
        lodging=lodging, name=name, kept_for=kept_for, beds=beds, from_on=OPENED, until=until, by=None
    )


def outside(name="Invented House", **facts):
    """A place that was checked against the list of TODAY, and lies outside."""
    lodging = place(name, **facts)
    row = AreaList.objects.in_force(TODAY).first() or homes.area_list(UserFactory())
    checked(lodging, row)
    return lodging


def checked(lodging, row, *, inside=False):
    """The place was compared with that list."""
    area = row.areas.first() if inside else None
    return LodgingCheck.objects.record(lodging=lodging, area_list=row, area=area, on=TODAY, by=None)


def beds(of_room):
    """The beds of a room, the first first."""
    return list(Bed.objects.filter(room=of_room).order_by("pk"))


def single(unit, sex="f", age=34, **facts):
    """Somebody who came alone and was taken over in June."""
    person = PersonFactory(unit=unit, sex=sex, born_on=date(TODAY.year - age, 1, 1))
    given = {"taken_over_on": TAKEOVER, "opened_on": date(2026, 5, 1)} | facts
    return CaseFactory(unit=unit, person=person, **given)


def move_in(case, bed, on=TODAY, **ways):
    """One person sleeps in that bed from that day."""
    [row] = Stay.objects.move_in(beds={case: bed}, on=on, **{"by": None} | ways)
    return row


def raw(case, bed, during=None, **facts):
    """A stay as whoever writes past the verbs would make it."""
    given = {"person_id": case.person_id, "basis": "outside", "during": during or DateRange(TODAY, None)}
    return Stay(case=case, bed=bed, **given | facts)


def everything_of(case):
    """The person of the case sleeps in a place, and the household pays for it."""
    lodging = Lodging.objects.filter(name="Invented House").first() or outside()
    bed = beds(room(lodging, name=str(case.pk), beds=2))[0]
    row = move_in(case, bed)
    StayPayment.objects.state(case=case, on=TODAY, kind="single", amount=2000, by=None)
    return row
