"""Somebody's appointments as a calendar program reads them (RFC 5545). It leaves the house, so it names nobody.

A word for the kind and the number of the case are all that is said of an appointment: no title, no name, no place.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from refugees.models import Appointment, AppointmentKind

BACK, AHEAD = timedelta(weeks=4), timedelta(weeks=26)
A_YEAR = timedelta(days=366)
ASK_AGAIN = timedelta(hours=1)
# What may be said of an appointment on a screen that stands open anywhere. Every other kind is an appointment.
SAID = {
    AppointmentKind.INTERVIEW,
    AppointmentKind.FOLLOW_UP,
    AppointmentKind.VISIT,
    AppointmentKind.MEETING,
}


def as_calendar(appointments: Iterable[Appointment], today: date) -> bytes:
    """These appointments as a file that a calendar subscribes to, in the language that is active."""
    calendar = Calendar()
    calendar.add("prodid", "-//Copenhagen model//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = _("Appointments, %(city)s") % {"city": settings.CITY_NAME}
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", ASK_AGAIN)
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    calendar.add_missing_timezones(first_date=today - A_YEAR, last_date=today + A_YEAR)
    return calendar.to_ical()


def _event(appointment: Appointment) -> Event:
    """One appointment. Only cancelling changes it, so it has two editions at most."""
    is_cancelled = appointment.cancelled_at is not None
    event = Event()
    event.add("uid", str(appointment.public_id))
    event.add("summary", summary(appointment))
    event.add("dtstart", _local(appointment.starts_at))
    event.add("dtend", _local(appointment.ends_at))
    edited_at = appointment.cancelled_at or appointment.created_at
    event.add("dtstamp", edited_at)
    event.add("last-modified", edited_at)
    event.add("sequence", int(is_cancelled))
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if is_cancelled else "OPAQUE")
    event.add("class", "PRIVATE")
    return event


def summary(appointment: Appointment) -> str:
    """What stands in the calendar: the kind, if it may be said, and the case by its number."""
    kind = AppointmentKind(appointment.kind)
    words = str(kind.label) if kind in SAID else _("Appointment")
    if appointment.case:
        words = f"{words} {appointment.case.number}"
    return _("Cancelled: %(what)s") % {"what": words} if appointment.cancelled_at else words


def _local(moment: datetime) -> datetime:
    """By the clock in Copenhagen: a calendar elsewhere shows it by its own."""
    return timezone.localtime(moment)
