"""What the database holds about days that somebody stayed away, and about what the City decides of them.

Law: hearing, reasons and complaint guide FVL §§ 19, 22-25 (LBK 433/2014); deductions AKL §§ 35-40 a (LBK 1004/2025);
complaint RSL §§ 66-67 (LBK 354/2025), BEK 861/2025 § 11.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from refugees.attended import AttendedKind
from refugees.days import never_before


class ToldBy(models.TextChoices):
    """Who told the City that somebody stayed away."""

    PERSON = "person", _("The person")
    COMPANY = "company", _("The company")
    PROVIDER = "provider", _("The language school or provider")
    MENTOR = "mentor", _("A mentor")
    COLLEAGUE = "colleague", _("A colleague in the City")


class Ground(models.TextChoices):
    """What a caseworker judged about the reason."""

    OPEN = "", _("Not judged yet")
    REASONABLE = "reasonable", _("There was a reasonable ground")
    NONE = "none", _("No reasonable ground")


class InformedBy(models.TextChoices):
    """In which writing the person was told beforehand what staying away can lead to."""

    NOWHERE = "", _("Not recorded")
    CONTRACT = "contract", _("In the contract")
    OFFER = "offer", _("In the letter with the offer")
    LETTER = "letter", _("In another letter")


class Consequence(models.TextChoices):
    """What a caseworker decided. The system decides nothing and deducts nothing."""

    OPEN = "", _("Not decided yet")
    NOTHING = "nothing", _("Nothing follows")
    DEDUCTION = "deduction", _("Deduction in the benefit for the days")
    OTHER = "other", _("Another decision that burdens the person")


BURDENS = [Consequence.DEDUCTION, Consequence.OTHER]


class Law(models.TextChoices):
    """What a decision may rest on. Which section and subsection exactly, the caseworker writes beside it."""

    BENEFITS = "akl-35-40a", _("Benefits act (AKL) §§ 35-40 a, LBK 1004/2025")
    WORK_DUTY = "inl-20d", _("Integration Act § 20 d (work duty), Act 1654/2024")
    ILLNESS = "k26-25", _("Order on contract and programme § 25 (telling of illness), BEK 208/2026")
    FULL_TIME = "k26-26", _("Order on contract and programme § 26 (hours), BEK 208/2026")


class Reassessment(models.TextChoices):
    """What came of looking at a decision again after a complaint."""

    OPEN = "", _("Not looked at again yet")
    STANDS = "stands", _("The decision stands")
    PARTLY = "partly", _("The decision is changed in part")
    CHANGED = "changed", _("The decision is changed as the person asks")


def rules_of_days() -> list[models.BaseConstraint]:
    """Of the days themselves and what was judged of them."""
    return [
        models.UniqueConstraint(
            name="one_absence_a_key_of_the_system_of_record",
            fields=["case", "source_key"],
            condition=~Q(source_key=""),
            violation_error_message=_("This is recorded already: its key is the same."),
        ),
        models.CheckConstraint(
            name="stayed_away_from_something_known",
            condition=Q(attended_kind__in=AttendedKind.values) & ~Q(attended_name=""),
        ),
        models.CheckConstraint(
            name="stayed_away_last_day_after_first",
            condition=Q(last_on__gte=F("first_on")),
            violation_error_message=_("The last day is not before the first."),
        ),
        models.CheckConstraint(name="stayed_away_told_by_somebody", condition=Q(told_by__in=ToldBy.values)),
        models.CheckConstraint(
            name="ground_is_judged_by_somebody_with_reasons",
            condition=Q(ground=Ground.OPEN, judged_on=None, judged_by=None, ground_reason="")
            | Q(
                ground__in=[Ground.REASONABLE, Ground.NONE],
                judged_on__isnull=False,
                judged_on__gte=F("first_on"),
                judged_by__isnull=False,
            )
            & ~Q(ground_reason=""),
            violation_error_message=_("A judgement has a day, not before the first day away, and says why."),
        ),
        models.CheckConstraint(
            name="taking_back_days_away_says_why",
            condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
            violation_error_message=_("Say why."),
        ),
    ]


def rules_of_decision() -> list[models.CheckConstraint]:
    """Of the hearing, the decision and the complaint."""
    return [
        models.CheckConstraint(
            name="hearing_letter_says_what_about",
            condition=~Q(heard_about="") & Q(answer_by__gt=F("heard_on")),
            violation_error_message=_(
                "The letter says what it is about, and leaves time to answer: a day after that of the letter."
            ),
        ),
        models.CheckConstraint(
            name="told_beforehand_says_how",
            condition=Q(informed_on=None, informed_by="")
            | Q(informed_on__isnull=False, informed_by__in=[each for each in InformedBy.values if each]),
            violation_error_message=_("Say on which day the person was told in writing, and in what."),
        ),
        models.CheckConstraint(
            name="answer_comes_after_the_hearing_letter",
            condition=Q(answered_on=None, answer="")
            | Q(answered_on__isnull=False, answered_on__gte=F("heard_on")) & ~Q(answer=""),
            violation_error_message=_("An answer has a day, not before the letter, and says something."),
        ),
        models.CheckConstraint(
            name="decision_is_made_by_a_caseworker",
            condition=Q(consequence=Consequence.OPEN, decided_on=None, decided_by=None, reasons="")
            | Q(
                consequence__in=[each for each in Consequence.values if each],
                decided_on__isnull=False,
                decided_on__gte=F("heard_on"),
                decided_by__isnull=False,
            ),
            violation_error_message=_(
                "A decision has a day, not before the hearing, and somebody who made it."
            ),
        ),
        # FVL §§ 19, 22 and 24; AKL §§ 35-40 a: only if the person was told in writing first.
        models.CheckConstraint(
            name="no_burdening_decision_without_hearing_and_reasons",
            condition=~Q(consequence__in=BURDENS)
            | (
                Q(informed_on__isnull=False, decided_on__isnull=False)
                & (
                    Q(answered_on__isnull=False, answered_on__lte=F("decided_on"))
                    | Q(decided_on__gt=F("answer_by"))
                )
                & ~Q(reasons="")
                & ~Q(law_text="")
                & Q(laws__len__gte=1)
            ),
            violation_error_message=_(
                "A decision that burdens the person needs all of this: the person was told in writing beforehand, has"
                " answered or had the time to, and the decision gives its reasons and its law."
            ),
        ),
        models.CheckConstraint(
            name="decision_cites_laws_that_are_listed", condition=Q(laws__contained_by=Law.values)
        ),
        models.CheckConstraint(
            name="letter_and_complaint_come_after_the_decision",
            condition=never_before("decided_on", "arrived_on", "complained_on"),
            violation_error_message=_("The letter and the complaint come after the decision."),
        ),
        models.CheckConstraint(
            name="complaint_is_about_a_decision",
            condition=Q(complained_on=None, complaint="")
            | Q(complained_on__isnull=False, decided_on__isnull=False) & ~Q(complaint=""),
            violation_error_message=_("Write what the complaint says."),
        ),
        models.CheckConstraint(
            name="looking_again_follows_a_complaint",
            condition=Q(reassessment=Reassessment.OPEN, reassessed_on=None, reassessed_by=None)
            | Q(
                reassessment__in=[each for each in Reassessment.values if each],
                complained_on__isnull=False,
                reassessed_on__isnull=False,
                reassessed_on__gte=F("complained_on"),
                reassessed_by__isnull=False,
            )
            & ~Q(reassessment_reasons=""),
            violation_error_message=_(
                "Looking again follows the complaint, and says why it ends as it does."
            ),
        ),
        models.CheckConstraint(
            name="complaint_is_sent_on_after_looking_again",
            condition=Q(sent_on=None)
            | Q(
                sent_on__isnull=False,
                reassessed_on__isnull=False,
                sent_on__gte=F("reassessed_on"),
                reassessment__in=[Reassessment.STANDS, Reassessment.PARTLY],
            ),
            violation_error_message=_("A complaint is sent on once the City stands by its decision."),
        ),
    ]
