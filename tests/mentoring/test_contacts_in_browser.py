"""Contacts, signs, retention and the slip in a real browser: they fit, pass axe, and work on a phone."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from mentoring.models import Contact
from refugees.models import InterpreterBooking, WarningSign
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory, PersonFactory
from tests.mentoring.test_contacts import log
from tests.mentoring.test_retention import hold, offer
from tests.people import arranging
from tests.refugees.test_appointments import at, make

THEIRS = "We went to the bank; the travel card comes next."


@pytest.fixture
def case(site, request):
    """Somebody with a meeting, an interpreter, a contact, a sign, an offer and a talk."""
    with arranging():
        unit, lise, mentor = (request.getfixturevalue(name) for name in ("unit", "caseworker", "mentor"))
        person = PersonFactory(unit=unit, given_name="Amira", interpreter="ar", speaks=["ar"])
        case = CaseFactory(unit=unit, person=person, caseworker=lise, mentor=mentor)
        meeting = make(lise, case=case, place="Valby Langgade 1")
        facts = {
            "language": "ar",
            "how": "video",
            "agency": "Tolkehuset",
            "on": timezone.localdate(meeting.starts_at),
        }
        InterpreterBooking.objects.order(appointment=meeting, today=facts["on"], by=lise, **facts)
        make(lise, case=case, starts_at=at(facts["on"], 13), ends_at=at(facts["on"], 14))
        log(case, mentor, promises=[("To ask at the bank", facts["on"])])
        day = facts["on"]
        WarningSign.objects.note(
            case=case, kind="late", on=day, noted_by="mentor", words="Late again", today=day, by=mentor
        )
        offer(case, lise)
        hold(case, lise)
        return case


def test_every_page_fits_and_passes_axe_at_every_width(case, page: Page, console):
    with arranging():
        promise = case.promises.get().public_id
        contact, sign = Contact.objects.get().public_id, WarningSign.objects.get().public_id
        meeting = case.appointments.earliest("starts_at")
        booking = InterpreterBooking.objects.get().public_id
        given = case.retention_offers.get().public_id
        talk = case.talks.get().retention.public_id
    sign_in(page, "caseworker")
    for view, args in [
        ("case", []),
        ("mentoring:contacts", []),
        ("mentoring:log_contact", []),
        ("mentoring:correct_contact", [contact]),
        ("mentoring:take_contact_back", [contact]),
        ("mentoring:drop_promise", [promise]),
        ("mentoring:retention", []),
        ("mentoring:offer_retention_mentor", []),
        ("mentoring:answer_retention_offer", [given]),
        ("mentoring:hold_retention_talk", []),
        ("mentoring:correct_views", [talk]),
        ("refugees:signs", []),
        ("refugees:note_sign", []),
        ("refugees:act_on_sign", [sign]),
        ("refugees:tasks", []),
        ("refugees:order_interpreter", [meeting.public_id]),
        ("refugees:confirm_interpreter", [booking]),
        ("refugees:cancel_interpreter", [booking]),
        ("refugees:appointment_slip", [meeting.public_id]),
    ]:
        page.goto(reverse(view, args=[case.public_id, *args]))
        assert_good(page, console)
    for address in (reverse("refugees:interpreters"), reverse("my_work")):
        page.goto(address)
        assert_good(page, console)


@pytest.mark.parametrize("language", ["da", "en", "ar"])
def test_the_slip_reads_in_its_own_direction(case, page: Page, console, language):
    with arranging():
        meeting = case.appointments.earliest("starts_at").public_id
    sign_in(page, "caseworker")
    page.goto(reverse("refugees:appointment_slip", args=[case.public_id, meeting]) + f"?language={language}")

    first = page.locator(".slip__text").first
    label, value = first.locator("dt").first.bounding_box(), first.locator("dd").first.bounding_box()
    assert (label["x"] > value["x"]) is (language == "ar")
    expect(first).to_contain_text(
        {"da": "Mandag 23. november", "en": "Monday 23 November", "ar": "الاثنين"}[language]
    )
    assert_good(page, console)
    page.emulate_media(media="print")
    expect(page.locator("select")).to_be_hidden()


def test_a_mentor_logs_a_contact_on_a_phone_and_a_reload_loses_nothing(case, page: Page, console):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, "mentor", then=reverse("my_people"))
    page.get_by_role("link", name="Log a contact").click()
    page.get_by_label("Accompanied somewhere").check(force=True)
    page.get_by_label("Note").fill(THEIRS)
    expect(page.locator("#case-form-draft")).to_contain_text("Draft saved")
    page.reload()
    expect(page.get_by_label("Note")).to_have_value(THEIRS)
    expect(page.get_by_label("Accompanied somewhere")).to_be_checked()
    assert_good(page, console)
    page.get_by_role("button", name="Log the contact").click()
    page.get_by_role("link", name="All contacts").click()

    expect(page.locator("ol.written")).to_contain_text(THEIRS)
    assert_good(page, console)
