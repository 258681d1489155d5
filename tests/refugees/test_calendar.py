"""The calendar feed: what leaves the house, to whom, and until when. Read as a calendar program reads it."""

import logging
from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.module_loading import import_string
from icalendar import Calendar

from accounts.models import CalendarAddress, User
from accounts.scope import system_scope, user_scope
from refugees.models import Appointment, AppointmentKind
from tests.factories import TODAY, CaseFactory
from tests.screening.interviewing import plan

pytestmark = pytest.mark.django_db

SETTINGS = reverse("accounts:settings")
MAKE, WITHDRAW = reverse("accounts:make_calendar_address"), reverse("accounts:withdraw_calendar_address")
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
TOMORROW = TODAY + timedelta(days=1)


def appointment(by, *, on=TOMORROW, **facts):
    """An hour that is agreed, with more words than may leave the house."""
    usual = {
        "kind": AppointmentKind.VISIT,
        "title": "Depression, with Yonas",
        "place": "Istedgade 7, 22 33 44 55",
        "starts_at": datetime(on.year, on.month, on.day, 10, tzinfo=COPENHAGEN),
        "ends_at": datetime(on.year, on.month, on.day, 11, tzinfo=COPENHAGEN),
        "staff": [by],
    }
    return Appointment.objects.make(by=by, **usual | facts)


def address_of(user):
    """A new address of theirs."""
    return reverse("refugees:calendar", args=[CalendarAddress.objects.make(by=user)])


def fetched(address, client=None):
    """What a calendar program makes of the answer."""
    response = (client or Client()).get(address)
    assert response.status_code == 200
    return Calendar.from_ical(response.content)


def events(address):
    """By what stands in the calendar."""
    return {str(event["summary"]): event for event in fetched(address).walk("VEVENT")}


def test_a_calendar_reads_the_time_the_kind_and_the_number_of_the_case(case, caseworker):
    made = appointment(caseworker, case=case)

    [(summary, event)] = events(address_of(caseworker)).items()

    assert summary == f"Visit {case.number}"
    assert event["dtstart"].dt == datetime(2026, 11, 24, 10, tzinfo=COPENHAGEN)
    assert event["dtstart"].params["tzid"] == "Europe/Copenhagen"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=1)
    assert (event["uid"], event["sequence"], event["status"]) == (str(made.public_id), 0, "CONFIRMED")
    assert event["dtstamp"].dt == made.created_at.replace(microsecond=0)
    assert set(event) == {
        "SUMMARY", "DTSTART", "DTEND", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "TRANSP", "CLASS"
    }  # fmt: skip


def test_no_name_no_title_no_place_leaves_the_house(case, caseworker):
    for kind in AppointmentKind.values:
        if kind != AppointmentKind.ELSEWHERE:
            appointment(caseworker, case=case, kind=kind)

    text = Client().get(address_of(caseworker)).content.decode()

    for word in (
        "Depression",
        "Yonas",
        "Istedgade",
        "22 33",
        case.person.given_name,
        case.person.family_name,
    ):
        assert word not in text
    assert "Counselling" not in text
    assert text.count(f"Appointment {case.number}") == 2


def test_an_interview_stands_there_and_one_that_moved_is_cancelled_where_it_was(case, caseworker):
    first = plan(case, caseworker, on=TOMORROW)
    address = address_of(caseworker)
    uid = events(address)[f"Interview {case.number}"]["uid"]
    moved_to = TODAY + timedelta(days=9)
    facts = {name: getattr(first, name) for name in ("starts", "ends", "form", "place", "interviewer")}
    first.move(planned_on=moved_to, why="Ill.", whose_doing="person", today=TODAY, by=caseworker, **facts)

    found = events(address)

    cancelled = found[f"Cancelled: Interview {case.number}"]
    assert (cancelled["uid"], cancelled["sequence"], cancelled["status"]) == (uid, 1, "CANCELLED")
    assert cancelled["transp"] == "TRANSPARENT"
    assert found[f"Interview {case.number}"]["dtstart"].dt.date() == moved_to
    assert found[f"Interview {case.number}"]["uid"] != uid
    assert "Ill." not in Client().get(address).content.decode()


def test_it_holds_some_weeks_back_and_half_a_year_ahead_in_summer_time_too(caseworker):
    for days in (-29, -28, 26 * 7, 26 * 7 + 1):
        appointment(caseworker, on=TODAY + timedelta(days=days))

    starts = [
        event["dtstart"].dt.replace(tzinfo=None) for event in fetched(address_of(caseworker)).walk("VEVENT")
    ]

    assert starts == [datetime(2026, 10, 26, 10), datetime(2027, 5, 24, 10)]
    zone = fetched(address_of(caseworker)).walk("VTIMEZONE")[0].to_tz()
    assert datetime(2027, 5, 24, 10, tzinfo=zone).utcoffset() == timedelta(hours=2)
    assert datetime(2026, 11, 24, 10, tzinfo=zone).utcoffset() == timedelta(hours=1)


def test_it_speaks_the_language_of_its_owner(case, caseworker):
    appointment(caseworker, case=case, kind=AppointmentKind.INTERVIEW).cancel(reason="Syg", by=caseworker)
    address = address_of(caseworker)
    User.objects.filter(pk=caseworker.pk).update(language="da")

    response = Client().get(address, headers={"accept-language": "en"})

    assert f"Aflyst: Samtale {case.number}" in response.content.decode()
    assert response["Content-Language"] == "da"


def test_it_holds_ones_own_alone_and_only_what_one_may_see(case, caseworker, colleague, stranger):
    appointment(colleague, case=case)
    address = address_of(caseworker)
    assert events(address) == {}

    appointment(colleague, case=case, staff=[caseworker, colleague])
    assert len(events(address)) == 1

    User.objects.filter(pk=caseworker.pk).update(unit=stranger.unit)
    assert events(address) == {}


def test_who_is_signed_in_makes_no_difference(case, caseworker, stranger, signed_in):
    appointment(caseworker, case=case)

    assert len(fetched(address_of(caseworker), signed_in(stranger)).walk("VEVENT")) == 1
    assert len(fetched(address_of(stranger), signed_in(caseworker)).walk("VEVENT")) == 0


def test_it_is_stored_nowhere_and_sets_no_cookie(caseworker):
    response = Client().get(address_of(caseworker))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex")
    assert not response.cookies
    assert "Content-Security-Policy" in response


def test_an_address_that_leads_nowhere_any_more_is_not_found(caseworker, colleague):
    first = address_of(caseworker)
    second = address_of(caseworker)
    assert [Client().get(each).status_code for each in (first, second)] == [404, 200]

    CalendarAddress.objects.withdraw(by=colleague)
    assert Client().get(second).status_code == 200
    CalendarAddress.objects.withdraw(by=caseworker)
    assert Client().get(second).status_code == 404

    third = address_of(caseworker)
    caseworker.leave()
    assert Client().get(third).status_code == 404
    assert Client().get(reverse("refugees:calendar", args=["x" * 43])).status_code == 404


def test_the_secret_is_shown_once_and_kept_nowhere(caseworker, signed_in):
    client = signed_in(caseworker)
    key = "01999999-0000-7000-8000-000000000001"
    page = client.post(MAKE, {"once": key})
    address = page.content.decode().split('id="calendar-address"')[1].split('value="')[1].split('"')[0]
    secret = address.rpartition("/")[2].removesuffix(".ics")

    assert len(secret) == 43  # 32 bytes in base64
    assert Client().get(address).status_code == 200
    assert secret not in client.get(SETTINGS).content.decode()
    [row] = CalendarAddress.objects.values()
    assert secret not in str(row)
    assert secret not in str(list(CalendarAddress.pgh_event_model.objects.values()))
    # Sent twice, it leads back and makes no other.
    again = client.post(MAKE, {"once": key}, follow=True)
    assert again.redirect_chain[-1][0].startswith(SETTINGS)
    assert Client().get(address).status_code == 200


def test_the_page_of_settings_says_when_it_was_made_and_last_fetched(caseworker, signed_in):
    client = signed_in(caseworker)
    assert "Make an address" in client.get(SETTINGS).content.decode()
    address = address_of(caseworker)
    assert "No calendar has fetched it yet." in client.get(SETTINGS).content.decode()

    Client().get(address)
    assert "A calendar last fetched it" in client.get(SETTINGS).content.decode()

    client.post(WITHDRAW)
    assert Client().get(address).status_code == 404
    assert "Make an address" in client.get(SETTINGS).content.decode()


def test_that_it_was_fetched_is_noted_at_most_every_ten_minutes(caseworker):
    address = address_of(caseworker)
    noted = []
    for minute in (0, 9, 11):
        moment = datetime(2026, 11, 23, 9, minute, tzinfo=COPENHAGEN)
        with system_scope("test", at=moment):
            Client().get(address)
        noted.append(CalendarAddress.objects.get().last_fetched_at)

    assert noted[0] == noted[1] < noted[2]
    assert CalendarAddress.pgh_event_model.objects.count() == 1


def test_any_number_of_appointments_takes_the_same_queries(unit, caseworker, django_assert_max_num_queries):
    address, counts = address_of(caseworker), []
    for number in (2, 9):
        for _ in range(number):
            appointment(caseworker, case=CaseFactory(unit=unit))
        with django_assert_max_num_queries(12) as captured:
            Client().get(address)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_the_log_holds_no_secret():
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    [name] = settings.LOGGING["handlers"]["console"]["filters"]
    handler.addFilter(import_string(settings.LOGGING["filters"][name]["()"])())
    log = logging.getLogger("django.request")
    log.addHandler(handler)
    try:
        Client().get("/calendar/Very-Secret_1.ics")
        log.error("Internal Server Error: %s", "/calendar/Very-Secret_2.ics")
        log.error("Internal Server Error: %s", "/my-work/")
    finally:
        log.removeHandler(handler)

    assert "Very-Secret" not in stream.getvalue()
    assert "Internal Server Error: /calendar/….ics" in stream.getvalue()
    assert "/my-work/" in stream.getvalue()


def test_the_database_keeps_one_address_a_person_and_digests_alone(caseworker):
    CalendarAddress.objects.make(by=caseworker)

    with pytest.raises(IntegrityError, match="one_calendar_address_per_person"), transaction.atomic():
        CalendarAddress.objects.create(user=caseworker, digest="0" * 64)
    with pytest.raises(IntegrityError, match="calendar_address_is_kept_as_a_digest"), transaction.atomic():
        CalendarAddress.objects.update(digest="readable")


def test_who_made_and_withdrew_an_address_is_read_by_its_owner_alone(caseworker, colleague):
    CalendarAddress.objects.make(by=caseworker)
    CalendarAddress.objects.withdraw(by=caseworker)

    with user_scope(caseworker):
        assert [row.pgh_label for row in CalendarAddress.pgh_event_model.objects.order_by("pgh_id")] == [
            "insert",
            "update",
        ]
    with user_scope(colleague):
        assert not CalendarAddress.pgh_event_model.objects.exists()
