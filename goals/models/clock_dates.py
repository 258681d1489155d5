from collections.abc import Mapping
from datetime import date

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import models
from django.db.models import Case as When_
from django.db.models import F, Func, Q, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from goals import registry
from goals.models.wording import Standard, standard_words
from refugees.models import Case
from refugees.takeover import PermitGround, RuleSet


class State(models.TextChoices):
    """What a clock is on a given day. Computed when it is read, stored nowhere."""

    NOT_STARTED = "not_started", _("Not started")
    RUNNING = "running", _("Running")
    DUE_SOON = "due_soon", _("Due soon")
    OVER = "over", _("Over the deadline")
    PAUSED = "paused", _("Paused")
    MET_IN_TIME = "met_in_time", _("Met in time")
    MET_LATE = "met_late", _("Met late")
    VOID = "void", _("Fell away")
    MISSED = "missed", _("Fell away after the deadline had passed")


OPEN_STATES = [State.NOT_STARTED, State.RUNNING, State.DUE_SOON, State.OVER, State.PAUSED]


class Urgency(models.IntegerChoices):
    """How soon a promise needs somebody. The smaller the number, the sooner."""

    OVER = 0, _("Over the deadline")
    SOON = 1, _("Due soon, planned too late, past its plan or its last safe day")
    RUNNING = 2, _("Running")
    RESTING = 3, _("Paused, or not started")


class VoidReason(models.TextChoices):
    """Why a promise fell away, in words."""

    CLOSED = "closed", _("The case was closed")
    NOT_READY = "not-ready", _("Not job-ready")
    SELF_SUPPORTING = "self-supporting", _("Self-supporting")
    NOT_COVERED = "not-covered", _("Not covered by this promise")
    WITHDRAWN = "withdrawn", _("What started it was withdrawn")
    IN_WORK = "in-work", _("In work or education")
    BROKEN_OFF = "broken-off", _("The measure was broken off")
    ENDED = "ended", _("The job or education has ended")
    OWN_HOME = "own-home", _("Found a home of their own")
    MOVED_OUT = "moved-out", _("Moved out")
    OTHER_RULE = "other-rule", _("Another rule holds meanwhile")


class InAnyPeriod(Func):
    """Whether a day lies in one of an array of date ranges."""

    template = "(%(expressions)s))"
    arg_joiner = " <@ ANY("
    output_field = models.BooleanField()


class Element(Func):
    """The whole number that stands in an array at a place, counted from 1."""

    template = "(%(expressions)s]"
    arg_joiner = ")["
    output_field = models.IntegerField()


def on_day(day: date, meaning: Mapping[State, object], field: models.Field) -> When_:
    """What a clock's state on that day means. The one definition of the states: badge, list, figure, mail, export."""
    met, void = Q(met_on__lte=day), Q(void_on__lte=day)
    in_time = Q(due_on=None) | Q(met_on__lte=F("due_on"))
    paused = InAnyPeriod(Value(day, models.DateField()), F("paused"))
    states = [
        (met & in_time, State.MET_IN_TIME),
        (met, State.MET_LATE),
        # A promise already broken when it fell away stays broken (docs/adr/0004).
        (void & Q(due_on__lt=F("void_on")), State.MISSED),
        (void, State.VOID),
        (Q(starts_on__gt=day), State.NOT_STARTED),
        (Q(due_on__lt=day), State.OVER),
        (paused, State.PAUSED),
        (Q(warn_on__lte=day), State.DUE_SOON),
    ]
    return When_(
        *(When(condition, then=Value(meaning[state])) for condition, state in states),
        default=Value(meaning[State.RUNNING]),
        output_field=field,
    )


class ClockDatesQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ClockDatesQuerySet":
        """Clocks of the cases this person may open; of compartments only the dates are shown outside."""
        if user.sees_whole_cases():
            # The clock's own unit is its case's: figures over many need not look at the cases at all.
            return self.filter(unit_id__in=user.case_unit_ids())
        return self.filter(case__in=Case.objects.visible_to(user))

    def at(self, day: date) -> "ClockDatesQuerySet":
        """Say of every clock what it is on that day."""
        state = on_day(day, {state: state for state in State}, models.CharField())
        return self.annotate(state=state, day=Value(day, models.DateField()))

    def open(self) -> "ClockDatesQuerySet":
        """Neither kept nor fallen away by any date that is known. (Needs no day: for the index.)"""
        return self.filter(met_on=None, void_on=None)

    def by_urgency(self) -> "ClockDatesQuerySet":
        """What runs out of time first comes first; unknown dates last."""
        return self.order_by(F("due_on").asc(nulls_last=True), "goal", "standard", "pk")


class ClockDates(models.Model):
    """What is said of one promise to one person: dates, never a state. As it is now (Clock), and as it was believed
    (ClockBelief). What is asked of the one is asked of the other in the same words and by the same code.

    Whoever inherits adds `case`, `unit` and `version`. `unit`, `permit_ground`, `rule_set` and `taken_over_on` stand
    here too, because figures filter by them, also as they were known then.
    """

    permit_ground = models.CharField(max_length=20, choices=PermitGround)
    rule_set = models.CharField(max_length=10, choices=RuleSet, blank=True)
    taken_over_on = models.DateField(null=True)
    goal = models.CharField(max_length=40)
    standard = models.CharField(max_length=10, choices=Standard)
    occurrence = models.CharField(max_length=60)
    starts_on = models.DateField()
    before_on = models.DateField(null=True)
    base_due_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    warn_on = models.DateField(null=True)
    planned_on = models.DateField(null=True)
    met_on = models.DateField(null=True)
    void_on = models.DateField(null=True)
    void_reason = models.CharField(max_length=20, choices=VoidReason, blank=True)
    paused = ArrayField(DateRangeField(), default=list)
    compartment = models.CharField(max_length=20, blank=True)

    class Meta:
        abstract = True

    # What the screens say of a clock. `state` and `day` come from `at(day)`.

    @property
    def declared(self) -> registry.Goal:
        """The promise as its pillar declares it."""
        return registry.get(self.goal)

    @property
    def label(self) -> str:
        """The goal's short name."""
        return str(self.declared.label)

    @property
    def standard_words(self) -> str:
        """Whose promise it is, and whether that is our reading."""
        return standard_words(self.goal, self.standard)

    @property
    def is_our_reading(self) -> bool:
        """Whether nobody has confirmed yet that the rule applies here."""
        return registry.is_our_reading(self.goal, self.standard)

    @property
    def area(self) -> registry.Area:
        """What it is about, in a word."""
        return self.declared.area

    @property
    def promise(self) -> str:
        """The promise in one sentence."""
        return str(self.declared.promise)

    @property
    def days(self) -> int | None:
        """Days left (positive) or over (negative); for a promise kept late, the days it was late. None: unknown."""
        if self.due_on is None:
            return None
        if self.state in {State.MET_IN_TIME, State.MET_LATE}:
            return (self.met_on - self.due_on).days
        return (self.due_on - self.day).days

    @property
    def elapsed_days(self) -> int:
        """Days from the start event to the day, or to when the promise was kept."""
        until = self.met_on if self.state in {State.MET_IN_TIME, State.MET_LATE} else self.day
        return (until - self.starts_on).days

    @property
    def total_days(self) -> int | None:
        """Days from the start event to the deadline; None while nobody can know it."""
        return (self.due_on - self.starts_on).days if self.due_on else None

    @property
    def planned_days_late(self) -> int:
        """By how many days the plan misses the deadline; 0 if it does not, or there is no plan that can still hold."""
        if self.planned_on is None or self.due_on is None or self.state not in OPEN_STATES:
            return 0
        return 0 if self.plan_passed_days else max((self.planned_on - self.due_on).days, 0)

    @property
    def plan_passed_days(self) -> int:
        """How many days ago the planned day was, without what was planned; 0 if it can still come, or there is none."""
        if self.planned_on is None or self.state not in OPEN_STATES:
            return 0
        return max((self.day - self.planned_on).days, 0)

    @property
    def is_planned(self) -> bool:
        """Whether a day is planned that can still come."""
        return self.planned_on is not None and not self.plan_passed_days

    @property
    def is_open(self) -> bool:
        """Whether something can still be done."""
        return self.state in OPEN_STATES
