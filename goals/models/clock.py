from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case as When_
from django.db.models import Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.lookups import LessThan
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit
from goals.models.clock_dates import (
    OPEN_STATES,
    ClockDates,
    ClockDatesQuerySet,
    State,
    Urgency,
    VoidReason,
)
from goals.models.lead_time import LeadTime
from goals.models.version import GoalVersion
from goals.models.wording import Standard
from refugees.models import Case


class ClockQuerySet(ClockDatesQuerySet):
    def unflagged_over(self, day: date) -> "ClockQuerySet":
        """What the sweep looks for: past the due date, not kept, not fallen away by then, not flagged yet."""
        still = Q(void_on=None) | Q(void_on__gt=day) & Q(void_on__gt=F("due_on"))
        return self.filter(still, due_on__lt=day, met_on=None, flagged_on=None)

    def numbered(self) -> "ClockQuerySet":
        """With the place of each among the clocks of its case for that promise, as they were made: its `address`.

        None is ever deleted, so a number stays.
        """
        same = {name: OuterRef(name) for name in ("case", "goal", "standard")}
        before = Clock.objects.filter(**same, pk__lte=OuterRef("pk")).order_by().values("case")
        return self.annotate(number=Subquery(before.values(number=Count("pk"))))

    def with_last_safe_day(self) -> "ClockQuerySet":
        """With what is known of the steps still ahead, from which follows `last_safe_on`."""
        return self.annotate(ahead=LeadTime.objects.ahead())

    def with_urgency(self, day: date) -> "ClockQuerySet":
        """The open ones, with how soon each needs somebody.

        A plan beyond the deadline is trouble on that day, a plan whose day has passed is none any more, and a last
        safe day that has passed without a plan is trouble too.
        """
        is_past_last_safe_day = LessThan(LeadTime.objects.last_safe_day(), day)
        urgency = When_(
            When(state=State.OVER, then=Value(Urgency.OVER)),
            When(state=State.DUE_SOON, then=Value(Urgency.SOON)),
            When(~Q(state=State.RUNNING), then=Value(Urgency.RESTING)),
            When(Q(planned_on__gt=F("due_on")) | Q(planned_on__lt=day), then=Value(Urgency.SOON)),
            # Looked up once, and only where nothing else decides.
            When(Q(planned_on=None) & Q(is_past_last_safe_day), then=Value(Urgency.SOON)),
            default=Value(Urgency.RUNNING),
        )
        return self.at(day).with_last_safe_day().filter(state__in=OPEN_STATES).annotate(urgency=urgency)

    def most_urgent(self, day: date) -> "ClockQuerySet":
        """Of each case the one open promise that needs somebody first; cases without one are left out."""
        first = (F("due_on").asc(nulls_last=True), "goal", "standard", "pk")
        return self.with_urgency(day).order_by("case_id", "urgency", *first).distinct("case_id")


class Clock(ClockDates):
    """The cached result of one promise to one person: dates derived from facts, never a state.

    Key: case, goal, standard, occurrence. Never deleted: what no longer applies becomes void.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clocks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="clocks")
    # The days on which its steps were done, in their order: a fact like the others, but no figure asks for it.
    reached_on = ArrayField(models.DateField(), default=list)
    flagged_on = models.DateField(null=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        verbose_name = _("clock")
        verbose_name_plural = _("clocks")
        constraints = [
            models.UniqueConstraint(
                name="one_clock_per_occurrence", fields=["case", "goal", "standard", "occurrence"]
            ),
            models.CheckConstraint(name="clock_standard_is_known", condition=Q(standard__in=Standard.values)),
            models.CheckConstraint(
                name="clock_void_date_and_reason_go_together",
                condition=Q(void_on=None, void_reason="")
                | Q(void_on__isnull=False, void_reason__in=VoidReason.values),
            ),
            models.CheckConstraint(
                name="clock_flagged_only_when_over",
                condition=Q(flagged_on=None) | Q(due_on__isnull=False, flagged_on__gt=F("due_on")),
            ),
        ]
        indexes = [
            # The sweep reads only these rows: an idle sweep costs nothing, however many breaches stand open, and
            # however many promises fell away broken.
            models.Index(
                name="clock_to_flag",
                fields=["due_on"],
                condition=Q(met_on=None, flagged_on=None, void_on=None),
            ),
            models.Index(
                name="clock_to_flag_that_falls_away",
                fields=["void_on"],
                condition=Q(met_on=None, flagged_on=None, void_on__gt=F("due_on")),
            ),
            models.Index(
                name="clock_open_by_unit", fields=["unit", "due_on"], condition=Q(met_on=None, void_on=None)
            ),
            # What was flagged and falls away on a day that may still come: the sweep ends its breach that day.
            models.Index(
                name="clock_flagged_falls_away",
                fields=["void_on"],
                condition=Q(flagged_on__isnull=False, void_on__isnull=False),
            ),
            models.Index(name="clock_by_goal", fields=["goal", "standard", "unit", "starts_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.standard} (#{self.pk})"

    @property
    def address(self) -> tuple[str, str, int]:
        """What names it in an address beside its case. Known of clocks read `numbered()`."""
        return self.goal, self.standard, self.number

    @property
    def last_safe_on(self) -> date | None:
        """The last day from which the steps still ahead usually reach the deadline; None where nobody knows.

        The unit's lead times of these steps are counted back from the deadline. It moves no deadline. Known of clocks
        read `with_last_safe_day()`.
        """
        ahead = getattr(self, "ahead", None)
        if (
            not ahead
            or self.due_on is None
            or ahead["known"] < len(self.declared.steps) - len(self.reached_on)
        ):
            return None
        return self.due_on - timedelta(days=ahead["days"])

    @property
    def is_past_last_safe_day(self) -> bool:
        """Whether what is still ahead usually takes longer than is left, and nothing is planned."""
        last = self.last_safe_on
        is_running = self.state in {State.RUNNING, State.DUE_SOON}
        return bool(last and is_running and not self.is_planned and last < self.day)
