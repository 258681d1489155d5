"""What always holds of the agreement about one placement: the words of its choices, and what the database refuses."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from internships.models.offer_rules import OfferKind
from refugees.hours import FULL_TIME
from refugees.models.occupation_rules import MINUTES_OF_A_WEEK
from refugees.occupation_kinds import COMPANY_OFFERS

# Longer than this needs a talk with the staff's representative first (LAB § 63(2); domain facts 1.4).
WEEKS_WITHOUT_TALK = 13
SIGNED = ("person_signed_on", "company_signed_on", "city_signed_on")


class NoSignature(models.TextChoices):
    """Why the person has not signed. Which illness or disability it may be stands nowhere here."""

    NOT_MISSING = "", _("It is not missing")
    ABSENT = "absent", _("Did not come")
    REFUSED = "refused", _("Does not want to sign")
    UNABLE = "unable", _("Is not able to sign")


def nobody_signs(**otherwise: object) -> Q:
    """That no signature is recorded yet, nor that one is missing."""
    return Q(person_missing="", **dict.fromkeys(SIGNED), **otherwise)


def each_signature(comparison: str, other: F) -> Q:
    """That every signature that is given compares so with another day."""
    rule = Q()
    for name in SIGNED:
        rule &= Q((name, None)) | Q((f"{name}__isnull", False), (f"{name}__{comparison}", other))
    return rule


def rules_of_content() -> list[models.BaseConstraint]:
    """What is agreed: what for, from when to when, how much, who looks after the person."""
    return [
        models.CheckConstraint(
            name="placement_agreement_says_what_and_who",
            condition=~Q(purpose="") & ~Q(tasks="") & ~Q(supervisor=""),
            violation_error_message=_("Write the purpose, the tasks and who looks after the person."),
        ),
        models.CheckConstraint(
            name="placement_agreement_ends_after_it_begins",
            condition=Q(until_on=None) | Q(until_on__isnull=False, until_on__gte=F("from_on")),
            violation_error_message=_("The last day is not before the first."),
        ),
        models.CheckConstraint(
            name="only_a_job_is_agreed_without_a_last_day",
            condition=Q(until_on__isnull=False) | Q(kind=OfferKind.JOB),
            violation_error_message=_("Write the last day."),
        ),
        models.CheckConstraint(
            name="placement_agreement_within_full_time",
            condition=Q(minutes_a_week__gte=1, minutes_a_week__lte=FULL_TIME)
            | Q(kind=OfferKind.JOB, minutes_a_week__gte=1, minutes_a_week__lte=MINUTES_OF_A_WEEK),
            violation_error_message=_("More than full time: the most is 37 hours a week."),
        ),
        models.CheckConstraint(
            name="over_13_weeks_needs_a_talk_with_the_staff",
            condition=~Q(kind__in=sorted(COMPANY_OFFERS))
            | Q(until_on__isnull=False, until_on__lt=F("from_on") + timedelta(weeks=WEEKS_WITHOUT_TALK))
            | Q(staff_talk_on__isnull=False) & ~Q(staff_talk_with=""),
            violation_error_message=_(
                "More than 13 weeks need a talk with the staff's representative first: write when, and with whom."
            ),
        ),
        models.CheckConstraint(
            name="staff_talk_says_when_and_with_whom",
            condition=Q(staff_talk_on=None, staff_talk_with="")
            | Q(staff_talk_on__isnull=False) & ~Q(staff_talk_with=""),
            violation_error_message=_("Write both when the talk was and with whom."),
        ),
        models.CheckConstraint(
            name="igu_agreement_says_practice_and_school",
            condition=Q(practice_minutes=None, school_weeks=None) & ~Q(kind=OfferKind.IGU)
            | Q(
                kind=OfferKind.IGU,
                practice_minutes__isnull=False,
                school_weeks__isnull=False,
                practice_minutes__gte=1,
                practice_minutes__lte=F("minutes_a_week"),
                school_weeks__gte=1,
            ),
            violation_error_message=_(
                "An IGU says its hours of practice, no more than all its hours, and its weeks of school."
            ),
        ),
        # § 63(2) asks for a talk before the measure. One about an extension stands with the extension.
        models.CheckConstraint(
            name="staff_talk_is_not_after_the_first_day",
            condition=Q(staff_talk_on=None) | Q(staff_talk_on__isnull=False, staff_talk_on__lte=F("from_on")),
            violation_error_message=_(
                "The talk with the staff's representative comes before the first day, or is on it at the latest."
            ),
        ),
    ]


def rules_of_signing() -> list[models.BaseConstraint]:
    """Who signed, when; why not; and why after the start."""
    return [
        models.CheckConstraint(
            name="person_signs_the_agreement_or_says_why_not",
            condition=Q(person_signed_on=None, person_missing__in=NoSignature.values)
            | Q(person_signed_on__isnull=False, person_missing=""),
            violation_error_message=_("Either the person signed, or it says why the signature is missing."),
        ),
        models.CheckConstraint(
            name="company_signature_says_who",
            condition=Q(company_signed_on=None, company_signed_by="")
            | Q(company_signed_on__isnull=False) & ~Q(company_signed_by=""),
            violation_error_message=_("Write both when the company signed and who signed for it."),
        ),
        models.CheckConstraint(
            name="city_signature_on_the_agreement_says_who",
            condition=Q(city_signed_on=None, city_signed_by=None)
            | Q(city_signed_on__isnull=False, city_signed_by__isnull=False),
        ),
        models.CheckConstraint(
            name="placement_agreement_is_signed_after_it_was_drawn_up",
            condition=each_signature("gte", F("drawn_up_on")),
            violation_error_message=_("Nobody signs an agreement before it was drawn up."),
        ),
        models.CheckConstraint(
            name="agreement_signed_after_the_start_says_why",
            condition=each_signature("lte", F("from_on")) | ~Q(late_reason=""),
            violation_error_message=_("It is signed after the first day. Say why."),
        ),
    ]


def rules_of_versions() -> list[models.BaseConstraint]:
    """One version is written at a time; what is withdrawn says why."""
    return [
        models.UniqueConstraint(name="placement_agreement_version_once", fields=["offer", "number"]),
        models.UniqueConstraint(
            name="one_unsigned_agreement_per_offer",
            fields=["offer"],
            condition=nobody_signs(withdrawn_at=None),
            violation_error_message=_("There is a draft already. Change it, or withdraw it first."),
        ),
        models.CheckConstraint(
            name="withdrawing_an_agreement_says_why",
            condition=Q(withdrawn_at=None, withdrawal_reason="")
            | Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason=""),
            violation_error_message=_("Say why the agreement is withdrawn."),
        ),
    ]
