from collections.abc import Iterable
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import User
from mentoring.verbs import Verb
from refugees.models import Case, Seen, Talk, TalkKind, read_again

MAX_LENGTH = 4000


class Outlook(models.TextChoices):
    """What is believed after the talk."""

    STAYS = "stays", _("Will stay")
    UNSURE = "unsure", _("Unsure")
    MAY_LEAVE = "may-leave", _("May leave or lose the place")


class RetentionTalkQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "RetentionTalkQuerySet":
        """On cases that this person sees whole."""
        return self.filter(talk__case__in=Case.objects.whole_for(user))

    def standing(self) -> "RetentionTalkQuerySet":
        """Of talks that were not taken back."""
        return self.filter(talk__taken_back_at=None)

    def newest_first(self) -> "RetentionTalkQuerySet":
        """With the talk, the latest first."""
        return self.select_related("talk__case", "talk__recorded_by").order_by("-talk__on", "-talk__pk")

    def hold(
        self,
        *,
        case: Case,
        on: date,
        form: str,
        participants: Iterable[str],
        agreement: str,
        business_says: str,
        education_says: str,
        person_says: str,
        outlook: str,
        today: date,
        by: User | None,
    ) -> "RetentionTalk":
        """A retention talk was held: how it goes as the workplace, the school and the person see it."""
        with Case.changing([case], by=by):
            talk = Talk.objects.record(
                case=case,
                kind=TalkKind.RETENTION,
                on=on,
                form=form,
                participants=participants,
                agreement=agreement,
                today=today,
                by=by,
            )
            row = self.model(talk=talk)
            row.take_on(
                business_says=business_says,
                education_says=education_says,
                person_says=person_says,
                outlook=outlook,
            )
            row.full_clean()
            row.save()
        return row


@pghistory.track()
class RetentionTalk(models.Model):
    """What was said in a retention talk, from each side: business, education, and the person.

    When it was, how they met, who took part and what was agreed is the talk's to say; so is that it was taken back.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    talk = models.OneToOneField(Talk, on_delete=models.PROTECT, related_name="retention")
    business_says = models.TextField(_("business view"), max_length=MAX_LENGTH, blank=True)
    education_says = models.TextField(_("education view"), max_length=MAX_LENGTH, blank=True)
    person_says = models.TextField(_("what the person says"), max_length=MAX_LENGTH)
    outlook = models.CharField(_("what is believed"), max_length=12, choices=Outlook)
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = RetentionTalkQuerySet.as_manager()

    class Meta:
        verbose_name = _("retention talk")
        verbose_name_plural = _("retention talks")
        constraints = [
            models.CheckConstraint(
                name="retention_outlook_is_known", condition=Q(outlook__in=Outlook.values)
            ),
            models.CheckConstraint(
                name="retention_talk_has_the_person_and_one_more_view",
                condition=~Q(person_says="") & (~Q(business_says="") | ~Q(education_says="")),
                violation_error_message=_(
                    "Write what the person says, and what the workplace or the school says."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"retention talk (#{self.pk})"

    def take_on(self, *, business_says: str, education_says: str, person_says: str, outlook: str) -> None:
        """Take these words on; nothing is saved yet."""
        self.business_says, self.education_says = business_says.strip(), education_says.strip()
        self.person_says, self.outlook = person_says.strip(), outlook

    def correct(
        self, *, reason: str, today: date, by: User, version: Seen | None = None, **words: str
    ) -> None:
        """It was said otherwise; the history keeps what stood there. StaleEdit if the form is of something else."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why it is corrected.")})
        case = self.talk.case
        with Case.changing([case], by=by, reason=reason):
            read_again(self, version)
            if Talk.objects.filter(pk=self.talk_id, taken_back_at__isnull=False).exists():
                raise ValidationError(_("This talk has been taken back meanwhile."))
            self.take_on(**words)
            self.correction_reason = reason.strip()
            self.full_clean()
            self.save()
            facts = {"date": self.talk.on.isoformat(), "retention_talk": self.pk}
            case.write_line(Verb.VIEWS_CORRECTED, by=by, on=today, **facts)
