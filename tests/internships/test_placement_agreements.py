"""The agreement about one placement: what the database refuses, by name, and what its verbs do."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from internships.models import Answer, PlacementAgreement
from refugees.models import CaseLine, Seen, StaleEdit, version_of
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

FIRST = date(2026, 11, 30)
LAST = FIRST + timedelta(weeks=13) - timedelta(days=1)
CONTENT = {
    "drawn_up_on": TODAY,
    "purpose": "Bake bread.",
    "tasks": "Bake bread.",
    "from_on": FIRST,
    "until_on": LAST,
    "minutes_a_week": 20 * 60,
    "supervisor": "Invented Baker",
}
BY_COMPANY = {"company_signed_on": TODAY, "company_signed_by": "Invented Baker"}


def row(offer, **facts):
    facts = CONTENT | {"number": 1, "kind": offer.kind} | facts
    return PlacementAgreement.objects.create(offer=offer, case=offer.case, **facts)


RULES = {
    "placement_agreement_says_what_and_who": lambda offer: row(offer, purpose=""),
    "placement_agreement_ends_after_it_begins": lambda offer: row(offer, until_on=FIRST - timedelta(days=1)),
    "placement_agreement_within_full_time": lambda offer: row(offer, minutes_a_week=37 * 60 + 1),
    "only_a_job_is_agreed_without_a_last_day": lambda offer: row(offer, until_on=None),
    "igu_agreement_says_practice_and_school": lambda offer: row(offer, practice_minutes=25 * 60),
    "over_13_weeks_needs_a_talk_with_the_staff": lambda offer: row(offer, until_on=LAST + timedelta(days=1)),
    "staff_talk_says_when_and_with_whom": lambda offer: row(offer, staff_talk_on=TODAY),
    "staff_talk_is_not_after_the_first_day": lambda offer: row(
        offer, staff_talk_on=FIRST + timedelta(days=1), staff_talk_with="Invented Steward"
    ),
    "person_signs_the_agreement_or_says_why_not": lambda offer: row(
        offer, person_signed_on=TODAY, person_missing="absent"
    ),
    "company_signature_says_who": lambda offer: row(offer, company_signed_on=TODAY),
    "city_signature_on_the_agreement_says_who": lambda offer: row(offer, city_signed_on=TODAY),
    "placement_agreement_is_signed_after_it_was_drawn_up": lambda offer: row(
        offer, person_signed_on=TODAY - timedelta(days=1)
    ),
    "agreement_signed_after_the_start_says_why": lambda offer: row(
        offer, from_on=TODAY - timedelta(days=1), until_on=TODAY, person_signed_on=TODAY
    ),
    "placement_agreement_version_once": lambda offer: [row(offer, person_signed_on=TODAY) for _ in range(2)],
    "one_unsigned_agreement_per_offer": lambda offer: [row(offer), row(offer, number=2)],
    "withdrawing_an_agreement_says_why": lambda offer: row(offer, withdrawal_reason="A mistake."),
}
RULES_OF_TWO = {
    "agreement_is_about_an_offer_to_the_person": lambda offer: PlacementAgreement.objects.create(
        offer=offer, kind=offer.kind, case=CaseFactory(unit=offer.case.unit), number=1, **CONTENT
    ),
    "agreement_is_of_the_kind_that_was_offered": lambda offer: row(offer, kind="job"),
    "signed_agreement_stands": lambda offer: (
        row(offer, person_signed_on=TODAY) and PlacementAgreement.objects.update(minutes_a_week=60)
    ),
}


@pytest.mark.parametrize("constraint", RULES | RULES_OF_TWO)
def test_the_database_refuses(offer, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | RULES_OF_TWO)[constraint](offer)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_every_rule_of_the_agreement_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    ours = {rule.name for rule in PlacementAgreement._meta.constraints if isinstance(rule, checked)}

    assert ours == RULES.keys()


@pytest.fixture
def agreement(offer, caseworker):
    return PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **CONTENT)


def test_it_is_drawn_up_changed_and_signed_by_three_and_then_in_force(agreement, caseworker, colleague):
    agreement.rewrite(today=TODAY, by=caseworker, **(CONTENT | {"purpose": " To learn. "}))
    assert (agreement.purpose, agreement.weeks, agreement.is_draft) == ("To learn.", 13, True)

    agreement.sign(today=TODAY, by=caseworker, person_signed_on=TODAY)
    agreement.sign(today=TODAY, by=None, **BY_COMPANY)
    assert (agreement.signed_on, agreement.is_draft) == (None, False)
    agreement.sign(today=TODAY, by=colleague, city_signed_on=TODAY)

    agreement.refresh_from_db()
    assert (agreement.signed_on, agreement.city_signed_by) == (TODAY, colleague)
    assert list(PlacementAgreement.objects.signed_by_all()) == [agreement]
    verbs = CaseLine.objects.filter(case=agreement.case).order_by("pk").values_list("verb", flat=True)
    assert list(verbs)[-5:] == [
        "placement-agreement-drawn-up",
        "placement-agreement-changed",
        *["placement-agreement-signed"] * 3,
    ]


def test_where_the_person_cannot_sign_it_says_why_and_may_be_signed_later(agreement, caseworker):
    agreement.sign(today=TODAY, by=caseworker, person_missing="unable", city_signed_on=TODAY, **BY_COMPANY)
    assert agreement.signed_on == TODAY

    agreement.sign(today=TODAY, by=caseworker, person_signed_on=TODAY)
    assert (agreement.person_missing, agreement.person_signed_on) == ("", TODAY)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "at least one signature"),
        ({"person_signed_on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"company_signed_on": TODAY}, "who signed for it"),
    ],
)
def test_a_signature_that_cannot_be_is_refused_with_a_sentence(agreement, caseworker, given, words):
    with pytest.raises(ValidationError, match=words):
        agreement.sign(today=TODAY, by=caseworker, **given)

    agreement.refresh_from_db()
    assert agreement.is_draft


def test_a_signature_that_is_given_stands_and_so_does_what_was_signed(agreement, caseworker):
    agreement.sign(today=TODAY, by=caseworker, **BY_COMPANY)

    with pytest.raises(ValidationError, match="recorded already"):
        agreement.sign(today=TODAY, by=caseworker, company_signed_on=TODAY, company_signed_by="Other")
    with pytest.raises(ValidationError, match="Draw up the next version instead"):
        agreement.rewrite(today=TODAY, by=caseworker, **CONTENT)
    with pytest.raises(IntegrityError, match="signed_agreement_stands"), transaction.atomic():
        PlacementAgreement.objects.update(company_signed_by="Other")


def test_signed_after_the_first_day_it_says_why(offer, caseworker):
    about = CONTENT | {"from_on": TODAY - timedelta(days=2), "until_on": TODAY + timedelta(days=20)}
    agreement = PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **about)

    with pytest.raises(ValidationError, match="signed after the first day. Say why"):
        agreement.sign(today=TODAY, by=caseworker, person_signed_on=TODAY)
    agreement.refresh_from_db()
    agreement.sign(today=TODAY, by=caseworker, person_signed_on=TODAY, late_reason="The post was slow.")

    assert agreement.late_reason == "The post was slow."


def test_the_next_version_is_a_row_of_its_own_and_the_one_before_stays(agreement, offer, caseworker):
    with pytest.raises(ValidationError, match="There is a draft already"):
        PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **CONTENT)
    agreement.sign(today=TODAY, by=caseworker, person_signed_on=TODAY)

    longer = CONTENT | {
        "until_on": LAST + timedelta(weeks=4),
        "staff_talk_on": TODAY,
        "staff_talk_with": "Invented Steward",
    }
    following = PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **longer)

    assert (following.number, following.weeks) == (2, 17)
    assert PlacementAgreement.objects.get(pk=agreement.pk).until_on == LAST


def test_it_is_withdrawn_with_a_reason_and_stays_readable(agreement, caseworker):
    with pytest.raises(ValidationError, match="Say why"):
        agreement.withdraw(reason=" ", on=TODAY, by=caseworker)
    agreement.refresh_from_db()
    agreement.withdraw(reason="Another company.", on=TODAY, by=caseworker)

    assert PlacementAgreement.objects.standing().count() == 0
    with pytest.raises(ValidationError, match="withdrawn meanwhile"):
        agreement.sign(today=TODAY, by=caseworker, person_signed_on=TODAY)


def test_no_agreement_about_an_offer_that_is_gone(offer, caseworker):
    offer.record_answer(answer=Answer.WITHDRAWN, on=TODAY, today=TODAY, by=caseworker)

    with pytest.raises(ValidationError, match="declined or withdrawn"):
        PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **CONTENT)

    assert not PlacementAgreement.objects.exists()


def test_whoever_comes_second_is_told(agreement, caseworker):
    form = Seen(("purpose",), version_of(agreement, ("purpose",)))
    PlacementAgreement.objects.get().rewrite(
        today=TODAY, by=caseworker, **(CONTENT | {"purpose": "To learn."})
    )

    with pytest.raises(StaleEdit):
        agreement.rewrite(today=TODAY, by=caseworker, version=form, **CONTENT)
