from datetime import date, datetime, time

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from mentoring.models.visit import About, Outcome

# What can come of a visit without a case: nothing is booked for, and nothing passed on about, nobody in particular.
WITHOUT_A_CASE = (Outcome.ANSWERED, Outcome.SHOWN_ON, Outcome.LEFT)


class ShownTo(models.TextChoices):
    """Where somebody was shown on to. A closed list, so that nobody writes down whom they met."""

    NOBODY = "", _("Nobody")
    OWN_CASEWORKER = "caseworker", _("Their own caseworker or unit")
    CITIZEN_SERVICE = "citizen-service", _("Citizen service")
    LANGUAGE_CENTRE = "language-centre", _("The language centre")
    WELCOME_HOUSE = "welcome-house", _("Welcome House or a volunteer organisation")
    STATE = "state", _("The Immigration Service or another authority of the state")
    OTHER = "other", _("Somebody else")


class WalkInQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "WalkInQuerySet":
        """Of the units whose cases this person works on."""
        return self.filter(unit__in=user.case_unit_ids())

    def standing(self) -> "WalkInQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def on(self, day: date) -> "WalkInQuerySet":
        """Those of that day, the latest first."""
        return self.standing().filter(came_at__date=day).order_by("-came_at", "-pk")

    def by_topic(self, since: date, until: date) -> list[tuple[str, int]]:
        """How many came about what, from one day to another, the most first. One query."""
        rows = self.standing().filter(came_at__date__gte=since, came_at__date__lte=until)
        counted = rows.values_list("about").annotate(number=Count("pk")).order_by("-number", "about")
        return [(str(About(about).label), number) for about, number in counted]

    @transaction.atomic
    def record(
        self, *, unit: Unit, on: date, at: time, about: str, outcome: str, shown_to: str = "", by: User
    ) -> "WalkIn":
        """Somebody without a case was here: when, what about, what came of it, and where they were shown on to."""
        came_at = datetime.combine(on, at, timezone.get_current_timezone())
        if came_at > now():
            raise ValidationError({"at": _("This time has not come yet.")})
        walk_in = self.model(
            unit=unit, came_at=came_at, about=about, outcome=outcome, shown_to=shown_to, recorded_by=by
        )
        walk_in.full_clean()
        walk_in.save()
        return walk_in


@pghistory.track()
class WalkIn(models.Model):
    """A visit to open counselling by somebody who has no case here, and of whom nothing is kept.

    Whoever drops in is answered, case or not, and the day's work counts all of them. Nobody is registered for having
    asked a question: there is no duty and no ground to (GDPR art. 5(1)(c)), and a number asked for at the door keeps
    people away. So it is a table of its own and no `Visit` without a case: no name, no number, no language, no words of
    anybody's own, only choices from closed lists, so that nothing personal can be typed into it, and no wall of
    a case has to make an exception. It is entered when it is over; nobody without a name can stand in a queue, for
    which they would have to be described. Who turns out to have a case, or gets one, is entered as a visit there.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="walk_ins")
    came_at = models.DateTimeField(_("came"))
    about = models.CharField(_("about"), max_length=12, choices=About)
    outcome = models.CharField(_("what came of it"), max_length=12, choices=Outcome)
    shown_to = models.CharField(_("shown on to"), max_length=16, choices=ShownTo, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = WalkInQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit without a case")
        verbose_name_plural = _("visits without a case")
        constraints = [
            models.CheckConstraint(name="walk_in_about_is_known", condition=Q(about__in=About.values)),
            models.CheckConstraint(
                name="walk_in_outcome_needs_no_case",
                condition=Q(outcome__in=WITHOUT_A_CASE),
                violation_error_message=_(
                    "That needs a case: find the person, or choose what else came of it."
                ),
            ),
            models.CheckConstraint(
                name="walk_in_shown_on_says_to_whom",
                condition=Q(outcome=Outcome.SHOWN_ON)
                & Q(shown_to__in=[value for value in ShownTo.values if value])
                | ~Q(outcome=Outcome.SHOWN_ON) & Q(shown_to=""),
                violation_error_message=_("Say where they were shown on to; and only then."),
            ),
        ]
        indexes = [models.Index(name="walk_in_by_unit", fields=["unit", "-came_at"])]

    def __str__(self) -> str:
        return f"visit without a case (#{self.pk})"

    @transaction.atomic
    def take_back(self) -> None:
        """There was no such visit, or it belongs to a case. The row stays; a second time changes nothing."""
        standing = WalkIn.objects.standing().filter(pk=self.pk)
        standing.update(taken_back_at=now())
