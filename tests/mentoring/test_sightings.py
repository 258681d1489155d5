"""What mentors log is new until somebody of the unit has marked it as seen; its author reads by whom."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from mentoring.models import Contact, Sighting
from tests.factories import TODAY, CaseFactory
from tests.mentoring.test_contacts import log, url

pytestmark = pytest.mark.django_db
OLDER_ARE_NOT_NEW = import_module("mentoring.migrations.0020_older_contacts_are_not_new").OLDER_ARE_NOT_NEW
SEEN = reverse("mentoring:contacts_seen")
WORK = reverse("my_work")


def shown(*contacts):
    return {"contact": [f"{contact.public_id}:{contact.version}" for contact in contacts], "next": WORK}


def test_the_number_on_my_work_is_the_list_and_each_is_marked_alone(signed_in, caseworker, mentor, case):
    first, second = log(case, mentor), log(case, mentor, kind="phone")
    log(case, caseworker, kind="message")
    browser = signed_in(caseworker)
    page = browser.get(WORK)
    assert page.context["contacts"] == [second, first]
    assertContains(page, 'New from mentors <span class="count-chip">2</span>')

    assertRedirects(browser.post(SEEN, shown(first)), WORK, fetch_redirect_response=False)

    assert browser.get(WORK).context["contacts"] == [second]
    mark = Sighting.objects.get()
    assert (mark.contact, mark.version, mark.by) == (first, 1, caseworker)


def test_all_that_were_shown_are_marked_and_one_that_came_meanwhile_is_not(
    signed_in, caseworker, mentor, case, unit
):
    other = CaseFactory(unit=unit, caseworker=caseworker, mentor=mentor)
    both = [log(case, mentor), log(other, mentor, on=TODAY)]
    later = log(case, mentor, kind="message")

    signed_in(caseworker).post(SEEN, shown(*both))

    assert list(Contact.objects.new()) == [later]


def test_the_author_reads_who_has_seen_it(signed_in, colleague, mentor, case):
    contact = log(case, mentor)
    assertContains(signed_in(mentor).get(url(case)), "Not marked as seen yet")

    signed_in(colleague).post(SEEN, shown(contact))

    assertContains(signed_in(mentor).get(url(case)), f"Seen by {colleague.name}")
    assertContains(signed_in(colleague).get(url(case)), f"Seen by {colleague.name}")
    assertContains(
        signed_in(colleague).get(reverse("case", args=[case.public_id])), f"Seen by {colleague.name}"
    )


def test_who_saw_a_text_first_stays_named(signed_in, caseworker, colleague, mentor, case):
    contact = log(case, mentor)
    for user in (caseworker, colleague):
        signed_in(user).post(SEEN, shown(contact))

    assert Sighting.objects.get().by == caseworker


def test_what_was_corrected_is_new_again_and_what_was_shown_before_marks_nothing(
    signed_in, caseworker, mentor, case
):
    contact = log(case, mentor)
    browser, before = signed_in(caseworker), shown(contact)
    browser.post(SEEN, before)
    facts = {"kind": "phone", "on": contact.on, "minutes": 5, "topics": [], "note": "By telephone"}
    contact.correct(reason="Not met", today=TODAY, by=mentor, **facts)

    page = browser.get(WORK)
    assert page.context["contacts"] == [contact]
    assertContains(page, "corrected")
    browser.post(SEEN, before)
    assert list(Contact.objects.new()) == [contact]
    browser.post(SEEN, shown(contact))
    assert not Contact.objects.new().exists()
    assert list(Sighting.objects.order_by("pk").values_list("version", flat=True)) == [1, 2]


def test_what_is_taken_back_is_not_new(mentor, case):
    contact = log(case, mentor)

    contact.take_back(reason="Somebody else", today=TODAY, by=mentor)

    assert not Contact.objects.new().exists()


def test_nobody_marks_what_they_may_not_see(signed_in, stranger, manager, mentor, case):
    contact = log(case, mentor)

    assert signed_in(stranger).post(SEEN, shown(contact)).status_code == 302
    assert signed_in(manager).post(SEEN, shown(contact)).status_code == 403
    assert signed_in(mentor).post(SEEN, shown(contact)).status_code == 403
    assert not Sighting.objects.exists()


@pytest.mark.parametrize("said", ["", "x", "x:1", "019ab000-0000-7000-8000-000000000000:x"])
def test_what_names_no_contact_marks_nothing(signed_in, caseworker, mentor, case, said):
    log(case, mentor)

    answer = signed_in(caseworker).post(SEEN, {"contact": said})

    assert answer.status_code == 302
    assert not Sighting.objects.exists()


def test_the_database_lets_the_author_read_it_and_nobody_outside_the_unit(caseworker, stranger, mentor, case):
    contact = log(case, mentor)
    Sighting.objects.mark(shown=[(contact.public_id, 1)], by=caseworker)

    for user, rows in ((caseworker, 1), (mentor, 1), (stranger, 0)):
        with user_scope(user):
            assert Sighting.objects.count() == rows
    other = log(case, mentor)
    with user_scope(mentor), pytest.raises(ProgrammingError), transaction.atomic():
        Sighting.objects.create(contact=other, version=1, by=mentor)
    case.team.mentors().get().leave(on=TODAY, by=None)
    with user_scope(mentor):
        assert Sighting.objects.count() == 0


def test_my_work_takes_the_same_queries_however_many_are_new(signed_in, caseworker, mentor, case):
    browser = signed_in(caseworker)
    log(case, mentor)

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assertContains(browser.get(WORK), "New from mentors")
        return len(asked)

    few = queries()
    for ago in range(30):
        log(case, mentor, on=TODAY - timedelta(days=ago % 9))
    assert queries() == few


def test_whoever_only_reads_has_no_button(signed_in, manager, mentor, case):
    log(case, mentor)

    assertNotContains(signed_in(manager).get(url(case)), SEEN)


def test_what_is_older_than_the_marks_is_not_new_and_names_nobody(signed_in, caseworker, mentor, case):
    """As the update does it: by the day on which marking began in this database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT applied FROM django_migrations WHERE app = 'mentoring' AND name LIKE '0009%'")
        [(began,)] = cursor.fetchall()
    older, younger, corrected, seen = (log(case, mentor) for _number in range(4))
    Contact.objects.filter(pk__in=[older.pk, seen.pk]).update(written_at=began - timedelta(days=1))
    Contact.objects.filter(pk=younger.pk).update(written_at=began + timedelta(days=1))
    Contact.objects.filter(pk=corrected.pk).update(
        written_at=began - timedelta(days=1),
        version=2,
        corrected_by=mentor,
        corrected_at=began + timedelta(days=1),
        correction_reason="Not met",
    )
    Sighting.objects.mark(shown=[(seen.public_id, 1)], by=caseworker)

    for _time in range(2):
        with connection.cursor() as cursor:
            cursor.execute(OLDER_ARE_NOT_NEW)

    assert set(Contact.objects.new()) == {younger, corrected}
    assert Sighting.objects.get(contact=older).by is None
    assert Sighting.objects.get(contact=seen).by == caseworker
    assertContains(signed_in(caseworker).get(url(case)), "Older than the marks of what was seen", count=1)
