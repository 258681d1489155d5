"""Messages on the screen: they stand until their reader has seen them."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.models import Message, Note
from tests.factories import TODAY
from tests.refugees.pages import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(case, caseworker, colleague):
    """A colleague wrote a note on the caseworker's case."""
    Note.objects.write(case=case, by=colleague, kind="call", happened_on=TODAY, text="x", today=TODAY)
    return Message.objects.get()


def test_a_message_stands_on_the_case_and_among_ones_tasks_until_it_is_seen(
    signed_in, caseworker, case, told
):
    browser = signed_in(caseworker)
    pages = (reverse("case", args=[case.public_id]), reverse("refugees:my_tasks"))
    for page in pages:
        assertContains(browser.get(page), "New on the case: Telephone call")
        assertContains(browser.get(page), f'href="{url(case, "notes")}#{told.about.replace(":", "-")}"')

    response = browser.post(reverse("refugees:message_seen", args=[told.public_id]), {"next": pages[1]})

    assertRedirects(response, pages[1], fetch_redirect_response=False)
    for page in pages:
        assertNotContains(browser.get(page), "New on the case: Telephone call")


def test_one_from_before_things_had_names_for_addresses_leads_to_the_page_alone(
    signed_in, caseworker, case, told
):
    Message.objects.update(about="note:17")

    page = signed_in(caseworker).get(reverse("case", args=[case.public_id]))

    assertContains(page, f'href="{url(case, "notes")}"')
    assertNotContains(page, "note-17")


def test_nobody_else_marks_it_as_seen(signed_in, colleague, stranger, manager, mentor, told):
    for user in (colleague, stranger, manager, mentor):
        assert (
            signed_in(user).post(reverse("refugees:message_seen", args=[told.public_id])).status_code == 404
        )
        signed_in(user).post(reverse("refugees:all_messages_seen"), {"message": [told.pk]})

    told.refresh_from_db()
    assert told.seen_at is None


def test_all_that_were_shown_are_seen_and_one_that_came_meanwhile_is_not(
    signed_in, caseworker, colleague, case, told
):
    Note.objects.write(case=case, by=colleague, kind="note", happened_on=TODAY, text="y", today=TODAY)

    signed_in(caseworker).post(reverse("refugees:all_messages_seen"), {"message": [told.pk, "x"]})

    assert Message.objects.unseen().exclude(pk=told.pk).count() == 1
    told.refresh_from_db()
    assert told.seen_at
