"""The contact log: by whom, for whom, what is refused, what a correction leaves readable, who reads what."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.permissions import Role
from accounts.scope import user_scope
from mentoring.models import Contact
from refugees.models import Draft, Message, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.forms import on

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)
THEIRS = "We went to the bank; the travel card comes next."
SENT = {"kind": "accompanied", "on_when": "yesterday", "minutes": "45", "topics": ["money"], "note": THEIRS}


def url(case, name="contacts", *args):
    return reverse(f"mentoring:{name}", args=[case.public_id, *args])


def log(case, by, **facts):
    facts = {"kind": "met", "on": YESTERDAY, "note": THEIRS} | facts
    return Contact.objects.log(case=case, today=TODAY, by=by, **facts)


@pytest.fixture
def of_the_mentor(case, mentor):
    return log(case, mentor)


@pytest.fixture
def of_the_caseworker(case, caseworker):
    return log(case, caseworker, kind="phone", note="Not for mentors.")


def test_a_mentor_logs_a_contact_and_the_caseworker_is_told(signed_in, mentor, caseworker, case):
    assertRedirects(signed_in(mentor).post(url(case, "log_contact"), SENT), url(case))

    row = Contact.objects.get()
    assert (row.author, row.part, row.kind, row.on, row.minutes, row.topics, row.note) == (
        mentor,
        Part.HOLISTIC_MENTOR,
        "accompanied",
        YESTERDAY,
        45,
        ["money"],
        THEIRS,
    )
    assert not Message.objects.exists()
    theirs = signed_in(caseworker)
    assertContains(theirs.get(reverse("my_work")), f"{url(case)}#contact-{row.public_id}")
    page = theirs.get(reverse("case", args=[case.public_id]))
    assertContains(page, THEIRS)
    assertContains(page, "Contact on")


def test_sent_twice_it_is_one(signed_in, mentor, case):
    browser, key = signed_in(mentor), {"once": str(uuid.uuid4())}
    for _time in range(2):
        assertRedirects(browser.post(url(case, "log_contact"), SENT | key), url(case))
    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (on("on", TODAY + timedelta(days=1)), "A contact is logged on the day or later, not before."),
        ({"minutes": "1441"}, "A contact takes at most a day, 1440 minutes."),
        ({"minutes": "0"}, "A contact takes at least a minute."),
        ({"minutes": "long"}, "Write the minutes as a number"),
        ({"note": "ä" * 20_001}, "A note has at most 20,000 characters."),
        ({"kind": ""}, "Choose how you were in touch."),
    ],
)
def test_bad_input_is_refused_in_words_and_nothing_is_lost(signed_in, mentor, case, changes, words):
    sent = SENT | changes

    answer = signed_in(mentor).post(url(case, "log_contact"), sent)

    assertContains(answer, words, status_code=422)
    assertContains(answer, sent["note"], status_code=422)
    assert not Contact.objects.exists()


def test_before_the_assignment_says_when_it_began(signed_in, mentor, case):
    case.team.filter(user=mentor).delete()
    TeamMember.objects.assign(case=case, user=mentor, part=Part.RETENTION_MENTOR, on=TODAY, by=None)

    answer = signed_in(mentor).post(url(case, "log_contact"), SENT)

    assertContains(answer, "your time with them began on", status_code=422)
    assertContains(answer, THEIRS, status_code=422)
    assert not Contact.objects.exists()
    assert log(case, mentor, on=TODAY).part == Part.RETENTION_MENTOR


def test_who_was_never_assigned_is_told_so_and_gets_the_words_back(signed_in, unit, case):
    stranger = UserFactory(role=Role.MENTOR, unit=None)

    answer = signed_in(stranger).post(url(case, "log_contact"), SENT)
    nowhere = signed_in(stranger).post(reverse("mentoring:log_contact", args=[uuid.uuid4()]), SENT)

    for refused in (answer, nowhere):
        assertContains(refused, "You are not assigned to this person today", status_code=404)
        assertContains(refused, THEIRS, status_code=404)
        assertNotContains(refused, case.person.name, status_code=404)
    assert signed_in(stranger).get(url(case, "log_contact")).status_code == 404
    with pytest.raises(ValidationError, match="never been assigned"):
        log(case, stranger)
    assert not Contact.objects.exists()


def test_a_former_mentor_reads_nothing_and_gets_back_what_they_typed(signed_in, mentor, case, of_the_mentor):
    case.team.get(user=mentor).leave(on=TODAY, by=None)

    browser = signed_in(mentor)
    assert browser.get(url(case)).status_code == 404
    assertContains(browser.post(url(case, "log_contact"), SENT), THEIRS, status_code=404)
    with user_scope(mentor):
        assert not Contact.objects.exists()
        assert not Contact.pgh_event_model.objects.exists()


def test_a_mentor_reads_their_own_and_no_other(signed_in, mentor, case, of_the_mentor, of_the_caseworker):
    page = signed_in(mentor).get(url(case))

    assertContains(page, THEIRS)
    assertNotContains(page, "Not for mentors.")
    other = of_the_caseworker.public_id
    for name in ("correct_contact", "take_contact_back", "keep_contact_correction"):
        assert signed_in(mentor).post(url(case, name, other), SENT | {"note": ""}).status_code == 404
    with user_scope(mentor):
        assert list(Contact.objects.all()) == [of_the_mentor]
        assert {event.pgh_obj_id for event in Contact.pgh_event_model.objects.all()} == {of_the_mentor.pk}


def test_the_unit_sees_all_and_no_other_unit_any(
    caseworker, manager, stranger, administrator, of_the_mentor, of_the_caseworker
):
    for user in (caseworker, manager):
        with user_scope(user):
            assert Contact.objects.count() == Contact.objects.visible_to(user).count() == 2
    for user in (stranger, administrator):
        with user_scope(user):
            assert not Contact.objects.exists()
            assert not Contact.objects.visible_to(user).exists()


def test_a_mentor_writes_to_nobody_elses_case_not_even_past_the_page(mentor, unit):
    other = CaseFactory(unit=unit)
    facts = {"kind": "met", "on": TODAY, "author": mentor, "part": Part.HOLISTIC_MENTOR}
    with (
        user_scope(mentor),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Contact.objects.create(case=other, **facts)


def test_a_correction_says_why_and_the_earlier_text_stays_readable(
    at_forms, mentor, lise, case, of_the_mentor
):
    address = url(case, "correct_contact", of_the_mentor.public_id)
    mended = SENT | {"note": "It was the tax office.", "reason": "Mixed up"}

    assertRedirects(at_forms(mentor).post(address, mended), url(case))

    for browser in (at_forms(mentor), lise):
        page = browser.get(url(case))
        for words in ("It was the tax office.", THEIRS, "Mixed up"):
            assertContains(page, words)
    of_the_mentor.refresh_from_db()
    assert (of_the_mentor.version, of_the_mentor.author) == (2, mentor)
    assertContains(lise.get(reverse("refugees:history", args=[case.public_id])), "Mixed up")


def test_two_who_mend_the_same_contact_see_both_texts(
    signed_in, at_forms, mentor, caseworker, case, of_the_mentor
):
    address = url(case, "correct_contact", of_the_mentor.public_id)
    slow = signed_in(caseworker)
    version = slow.get(address).context["version"]
    at_forms(mentor).post(address, SENT | {"note": "The mentor's text", "reason": "Mixed up"})

    answer = slow.post(address, SENT | {"note": "The other text", "reason": "Too", "version": version})

    assertContains(answer, "The mentor&#x27;s text", status_code=409)
    assertContains(answer, "The other text", status_code=409)
    of_the_mentor.refresh_from_db()
    assert of_the_mentor.note == "The mentor's text"


def test_taken_back_it_leaves_the_page_and_stays_in_the_history(lise, case, of_the_mentor):
    address = url(case, "take_contact_back", of_the_mentor.public_id)
    assertRedirects(lise.post(address, {"reason": "Another person"}), url(case))

    assertNotContains(lise.get(url(case)), THEIRS)
    assertContains(lise.get(reverse("refugees:history", args=[case.public_id])), "Another person")
    assertContains(lise.post(address, {"reason": "Again", "version": "0"}), "Again", status_code=409)


def test_what_is_begun_is_kept_for_its_author_until_it_is_sent(signed_in, mentor, caseworker, case):
    signed_in(mentor).post(url(case, "keep_contact_draft"), SENT, headers={"hx-request": "true"})

    assertContains(signed_in(mentor).get(url(case, "log_contact")), THEIRS)
    assertNotContains(signed_in(caseworker).get(url(case, "log_contact")), THEIRS)
    signed_in(mentor).post(url(case, "log_contact"), SENT)
    assert not Draft.objects.exists()


def test_pasted_script_is_shown_as_it_was_written(signed_in, mentor, lise, case):
    script = "<script>alert(1)</script>"
    signed_in(mentor).post(url(case, "log_contact"), SENT | {"note": script})

    assert Contact.objects.get().note == script
    for page in (lise.get(url(case)), lise.get(reverse("case", args=[case.public_id]))):
        assertContains(page, "&lt;script&gt;alert(1)&lt;/script&gt;")
        assertNotContains(page, script)


def test_who_was_not_reached_took_no_time_and_is_no_contact_of_the_mentor(mentor, caseworker, case):
    assert log(case, mentor, kind="not-reached", minutes=15).minutes is None
    log(case, caseworker, on=TODAY)

    assert not Contact.objects.reached().of_mentors().exists()
    assert Contact.objects.last_days([case.pk]) == {case.pk: TODAY}


def test_a_colleague_stands_in_but_not_before_the_case_was_opened(colleague, case):
    assert log(case, colleague).part == Part.CASEWORKER
    with pytest.raises(ValidationError, match="before the case was opened"):
        log(case, colleague, on=case.opened_on - timedelta(days=1))


def test_the_log_takes_as_many_queries_for_thirty_as_for_three(lise, mentor, case):
    numbers = []
    for size in (3, 17):
        for number in range(size):
            log(case, mentor, note=f"{number}")
        with CaptureQueriesContext(connection) as queries:
            lise.get(url(case))
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_my_people_says_when_the_last_contact_was(signed_in, mentor, case):
    page = reverse("my_people")
    assertContains(signed_in(mentor).get(page), "You have not logged any contact yet.")
    log(case, mentor)
    assertContains(signed_in(mentor).get(page), "Your last contact: Sun 22 Nov")
