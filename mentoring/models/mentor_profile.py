from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import User
from accounts.permissions import Permission, Role
from mentoring.models.opening import Weekday
from refugees.districts import District
from refugees.models import Seen, refuse_stale_among
from refugees.models.person import Sex
from refugees.models.team import MENTORS
from refugees.parts import Part

MOST_PEOPLE = 60
"""No mentor is given more people than that: a slip of the finger is not a capacity."""

USUAL_PEOPLE = 20
"""For how many there is room while nobody has written a profile: an internal default, in the database too."""

SPEAKS = ("speaks",)
"""What of the user belongs to the profile."""

KINDS = [(part.value, part.label) for part in MENTORS]


@dataclass(frozen=True, slots=True)
class MentorLoad:
    """What a mentor carries: how many people, and what they weigh together (mentoring/matching.py)."""

    people: int = 0
    weight: int = 0


class MentorProfileQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MentorProfileQuerySet":
        """Of every mentor to those who find mentors for people; one's own to a mentor. The same stands as a wall."""
        return self if user.can(Permission.ARRANGE_MENTORS) else self.filter(user=user)

    @transaction.atomic
    def write(
        self, *, mentor: User, speaks: Sequence[str], version: Seen | None = None, **facts: object
    ) -> "MentorProfile":
        """What is known of a mentor from now on, and what they speak, which stands with the user.

        StaleEdit if the form was overtaken: its `version` is what was seen of the profile and of the languages, as
        `refuse_stale_among` reads it.
        """
        # Of two who write the first profile of somebody the second waits here, and then sees it.
        mentor = User.objects.select_for_update(no_key=True).get(pk=mentor.pk)
        profile = self.filter(user=mentor).select_for_update().first()
        if version is not None:
            refuse_stale_among(profile, version)
            refuse_stale_among(mentor, Seen(SPEAKS, version.version))
        if mentor.role != Role.MENTOR:
            raise ValidationError(_("Only a mentor has a profile of a mentor."))
        profile = profile or self.model(user=mentor)
        for name, value in facts.items():
            setattr(profile, name, value)
        profile.full_clean()
        profile.save()
        mentor.speak(speaks)
        return profile

    def loads(self, day: date) -> dict[int, MentorLoad]:
        """What each mentor carries on that day, by user, whoever asks: of the people themselves it tells nothing."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT user_id, people, weight FROM mentoring_mentor_loads(%s)", [day])
            return {user_id: MentorLoad(people, weight) for user_id, people, weight in cursor.fetchall()}


@pghistory.track()
class MentorProfile(models.Model):
    """What is known of a mentor so that the right one is found: where and when they can, and for how many people.

    What they speak stands with the user, and when they are away in `Absence`. `capacity` is how many people at a time;
    the database lets nobody be given beyond it (`mentor_has_room`). Without a profile it is USUAL_PEOPLE.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="mentor_profile")
    kinds = ArrayField(models.CharField(max_length=20, choices=KINDS), verbose_name=_("mentor of which kind"))
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, blank=True)
    districts = ArrayField(
        models.CharField(max_length=12, choices=District),
        default=list,
        blank=True,
        verbose_name=_("districts"),
    )
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(choices=Weekday),
        default=list,
        blank=True,
        verbose_name=_("working days"),
    )
    capacity = models.PositiveSmallIntegerField(_("how many people at a time"))

    objects = MentorProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profile of a mentor")
        verbose_name_plural = _("profiles of mentors")
        constraints = [
            models.CheckConstraint(
                name="mentor_kinds_are_known",
                condition=Q(kinds__contained_by=MENTORS) & ~Q(kinds=[]),
                violation_error_message=_("Choose of which kind the mentor is."),
            ),
            models.CheckConstraint(name="mentor_sex_is_known", condition=Q(sex__in=Sex.values)),
            models.CheckConstraint(
                name="mentor_districts_are_known", condition=Q(districts__contained_by=District.values)
            ),
            models.CheckConstraint(
                name="mentor_weekdays_are_known", condition=Q(weekdays__contained_by=Weekday.values)
            ),
            models.CheckConstraint(
                name="mentor_capacity_is_bounded",
                condition=Q(capacity__lte=MOST_PEOPLE),
                violation_error_message=_("That many people are too many for one mentor."),
            ),
        ]

    def __str__(self) -> str:
        return f"profile of mentor {self.user_id} (#{self.pk})"

    def is_of(self, part: Part) -> bool:
        """Whether they are a mentor of that kind."""
        return part in self.kinds
