"""Whoever signs has read all of it: the page of a company shows the whole agreement that its confirmation signs."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from internships.forms.agreements import AgreementForm
from internships.host_agreement import agreed
from internships.models import OfferKind, PlacementAgreement
from internships.models.placement_agreement import CONTENT
from internships.printing import agreement_sheet
from tests.factories import TODAY
from tests.internships.hosts import agreement_on, link_to, page_of, reading, telling
from tests.internships.kinds import content_of, given
from tests.internships.recording import today

pytestmark = pytest.mark.django_db

# Each field of the content as it reads on the page.
READ = {
    "drawn_up_on": "Thu 12 Nov 2026",
    "purpose": "To try the work of a baker.",
    "tasks": "Bake bread.",
    "from_on": "Mon 16 Nov 2026",
    "until_on": "Sun 13 Dec 2026 (4 weeks)",
    "minutes_a_week": "20 h",
    "practice_minutes": "25 h",
    "school_weeks": "23",
    "supervisor": "Bente Baker",
    "insurance": "Insured by the bakery.",
    "staff_talk_on": "Wed 11 Nov 2026",
    "staff_talk_with": "Ruth Represents",
}


def test_all_of_the_content_stands_there_in_some_words():
    """Whoever adds a field to the agreement adds it to the page, because the company signs it."""
    assert set(READ) == set(CONTENT)

    agreement = PlacementAgreement(
        kind="internship",
        purpose=READ["purpose"],
        tasks=READ["tasks"],
        from_on=date(2026, 11, 16),
        until_on=date(2026, 12, 13),
        drawn_up_on=date(2026, 11, 12),
        minutes_a_week=20 * 60,
        practice_minutes=25 * 60,
        school_weeks=23,
        supervisor=READ["supervisor"],
        insurance=READ["insurance"],
        staff_talk_on=date(2026, 11, 11),
        staff_talk_with=READ["staff_talk_with"],
    )
    words = [line for _label, line in agreed(agreement).lines]

    assert [name for name, said in READ.items() if not any(said in line for line in words)] == []


def test_before_the_company_signs_it_reads_everything_that_it_signs(host, offer, caseworker):
    agreement_on(
        offer,
        until_on=date(2026, 11, 16) + timedelta(weeks=20),
        minutes_a_week=20 * 60 + 30,
        staff_talk_on=date(2026, 11, 11),
        staff_talk_with="Ruth Represents",
    )
    secret = link_to(offer, caseworker)

    page = host.get(page_of(secret))

    assertContains(page, "What you sign")
    for words in (
        *("To try the work of a baker.", "Bake bread.", "Mon 16 Nov 2026", "21 weeks", "20 h 30 min"),
        *("Bente Baker", "Insured by the bakery.", "Wed 11 Nov 2026, Ruth Represents"),
    ):
        assertContains(page, words)
    host.post(
        page_of(secret, "confirm"),
        telling("confirm", {"name": "Bente Baker", "late_reason": "On holiday."} | today("confirmed_on"))
        | reading(host, secret),
    )
    after = host.get(page_of(secret))
    assertNotContains(after, "What you sign")
    assertContains(after, "What is agreed")
    assertContains(after, "To try the work of a baker.")


def test_while_nothing_is_agreed_only_days_and_tasks_stand_there(host, offer, caseworker):
    page = host.get(page_of(link_to(offer, caseworker)))

    assertNotContains(page, "What you sign")
    assertContains(page, "With your name you confirm what stands above for the company.")


@pytest.mark.parametrize("kind", OfferKind.values)
def test_the_terms_of_the_printed_sheet_stand_there_too(host, case, caseworker, kind):
    offer = given(case, kind)
    agreement = PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=None, **content_of(kind))

    page = host.get(page_of(link_to(offer, caseworker)))

    terms = agreement_sheet(agreement).terms
    assert terms
    for words in terms:
        assertContains(page, words, html=True)


def test_who_writes_the_agreement_reads_that_the_company_reads_it(offer):
    fields = AgreementForm(today=TODAY, offer=offer).fields

    assert "nothing that was told in confidence" in str(fields["purpose"].help_text)
    for name in ("purpose", "tasks", "insurance"):
        assert "The company reads" in str(fields[name].help_text)
