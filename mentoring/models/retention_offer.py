import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.models.mentor_offer import ACCEPTED, DECLINED, MentorOffer
from mentoring.verbs import Verb
from refugees.models import Case
from refugees.parts import Part


class RetentionAnswer(models.TextChoices):
    """What the person said to the offer of a retention mentor."""

    OPEN = "", _("Not answered yet")
    ACCEPTED = ACCEPTED, _("Wants a retention mentor")
    DECLINED = DECLINED, _("Does not want one")


@pghistory.track()
class RetentionOffer(MentorOffer):
    """A retention mentor offered to a person, and what the person answered.

    Who then is the mentor, and in which days, is the case team's to say (TeamMember).
    """

    PART = Part.RETENTION_MENTOR
    OFFERED = Verb.RETENTION_OFFERED
    ANSWERED = Verb.RETENTION_ANSWERED
    ANSWER_CORRECTED = Verb.RETENTION_CORRECTED
    TAKEN_BACK = Verb.RETENTION_TAKEN_BACK
    KEY_IN_LINES = "retention_offer"
    ANSWER_IN_LINES = "retention_answer"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="retention_offers")
    answer = models.CharField(_("answer"), max_length=12, choices=RetentionAnswer, blank=True)

    class Meta:
        verbose_name = _("offer of a retention mentor")
        verbose_name_plural = _("offers of retention mentors")
        constraints = [
            models.CheckConstraint(
                name="retention_answer_and_its_day_go_together",
                condition=Q(answer="", answered_on=None)
                | Q(
                    answer__in=[value for value in RetentionAnswer.values if value],
                    answered_on__isnull=False,
                    answered_on__gte=F("offered_on"),
                ),
                violation_error_message=_("An answer has a day, not before the offer."),
            ),
            models.CheckConstraint(
                name="retention_declined_says_why",
                condition=Q(answer=RetentionAnswer.DECLINED) & ~Q(reason="")
                | ~Q(answer=RetentionAnswer.DECLINED) & Q(reason=""),
                violation_error_message=_("Say why the person does not want one."),
            ),
            models.UniqueConstraint(
                name="one_standing_retention_offer",
                fields=["case"],
                condition=Q(taken_back_at=None, replaced_at=None),
                violation_error_message=_("A retention mentor is offered already; record the answer first."),
            ),
            models.CheckConstraint(
                name="taking_back_a_retention_offer_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the offer is taken back."),
            ),
        ]
        indexes = [models.Index(name="retention_offer_by_case", fields=["case", "offered_on"])]

    def __str__(self) -> str:
        return f"retention offer {self.offered_on} (#{self.pk})"
