from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.models import User
from mentoring.verbs import Verb
from refugees.models import Case, Seen, TeamMember, read_again
from refugees.parts import mentor_year_ends


class MentorExtensionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MentorExtensionQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def grant(
        self,
        *,
        member: TeamMember,
        last_on: date,
        reason: str,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> "MentorExtension":
        """The mentor stays until that day, that day included, because. StaleEdit if the form was overtaken."""
        with Case.changing([member.case], by=by, reason=reason) as [locked]:
            read_again(member, version)
            locked.refuse_closed()
            was_until = member.during.upper
            if was_until is None or was_until <= today:
                raise ValidationError(
                    _("Only the time of a mentor who is on the case, with a last day, is extended.")
                )
            if last_on >= mentor_year_ends(was_until):
                raise ValidationError({"last_on": _("A mentor stays at most a year more at a time.")})
            row = self.model(
                member=member,
                case=member.case,
                was_until=was_until,
                until=last_on + ONE_DAY,
                reason=reason.strip(),
                recorded_by=by,
            )
            row.full_clean()
            member.extend(until=row.until, by=by)
            row.save()
            row.leave_line(by=by, on=today)
        return row


@pghistory.track()
class MentorExtension(models.Model):
    """A mentor who stays longer than was agreed, and why: a year is the rule, not the end of everybody's need."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    # With a period that is taken out whole, as a mistake, goes that it was made longer.
    member = models.ForeignKey(TeamMember, on_delete=models.CASCADE, related_name="extensions")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="mentor_extensions")
    was_until = models.DateField(_("was to end"))
    until = models.DateField(_("ends"))
    reason = models.CharField(_("reason"), max_length=300)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=now)

    objects = MentorExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("extension of a mentor's time")
        verbose_name_plural = _("extensions of mentors' time")
        constraints = [
            models.CheckConstraint(
                name="mentor_extension_is_longer",
                condition=Q(until__gt=F("was_until")),
                violation_error_message=_("Choose a day after the last day that is agreed now."),
            ),
            models.CheckConstraint(
                name="mentor_extension_says_why",
                condition=~Q(reason=""),
                violation_error_message=_("Say why the mentor stays longer."),
            ),
        ]
        indexes = [models.Index(name="mentor_extension_by_case", fields=["case", "until"])]

    def __str__(self) -> str:
        return f"extension until {self.until} (#{self.pk})"

    @property
    def last_on(self) -> date:
        """The last day of the longer time."""
        return self.until - ONE_DAY

    def leave_line(self, *, by: User, on: date) -> None:
        """One line on the case: who, and until when. Why stays with the extension."""
        self.case.write_line(
            Verb.MENTOR_EXTENDED,
            by=by,
            on=on,
            about=self.member.user,
            part=self.member.part,
            was=(self.was_until - ONE_DAY).isoformat(),
            date=self.last_on.isoformat(),
            mentor_extension=self.pk,
        )
