from collections.abc import Sequence
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import Case, Count, F, Func, JSONField, Min, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, JSONObject
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from goals import registry
from refugees.models import Seen, read_again

# A median of fewer cases than this says more about chance than about the unit: the team's default is used instead.
ENOUGH_CASES = 20
# Steps done longer ago than this say how the unit worked then, not how it works now.
MEASURED_DAYS = 730

# From the dated steps on the clocks: the days from the step before, or from the start, to each step. A step done on one
# day is one case here, by the clock that began first: those of several standards hold it too, and one that began again
# holds what was done before and still goes on.
MEASURE_SQL = """
SELECT unit_id, goal, position, percentile_disc(0.5) WITHIN GROUP (ORDER BY days), count(*)
FROM (
    SELECT DISTINCT ON (c.case_id, c.goal, s.position, s.reached) c.unit_id, c.goal, s.position,
           greatest(s.reached - coalesce(c.reached_on[s.position - 1], c.starts_on), 0) AS days
    FROM goals_clock c CROSS JOIN LATERAL unnest(c.reached_on) WITH ORDINALITY AS s(reached, position)
    WHERE c.goal = ANY(%(goals)s) AND s.reached > %(since)s AND s.reached <= %(day)s
    ORDER BY c.case_id, c.goal, s.position, s.reached, c.starts_on, c.id
) AS steps
GROUP BY unit_id, goal, position
"""


class LeadTimeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "LeadTimeQuerySet":
        """Those of the units whose cases this person sees."""
        return self.filter(unit_id__in=user.case_unit_ids())

    def ahead(self) -> Case:
        """For a clock, inside its query: what is known of the steps still ahead of it, as JSON; None without any.

        `days`: what they take together; `known`: of how many steps that is known; `cases`: the fewest cases that stand
        behind a median among them; `medians`, `defaults`, `overrides`: how many of each kind.
        """
        is_median = Q(override_days=None, cases__gte=ENOUGH_CASES)
        summed = (
            self._steps_ahead()
            .values("goal")
            .annotate(
                told=JSONObject(
                    days=Sum("days"),
                    known=Count("pk"),
                    cases=Min("cases", filter=is_median),
                    medians=Count("pk", filter=is_median),
                    overrides=Count("pk", filter=Q(override_days__isnull=False)),
                    defaults=Count("pk", filter=Q(override_days=None, cases__lt=ENOUGH_CASES)),
                )
            )
        )
        return _if_it_has_steps(Subquery(summed.values("told"), output_field=JSONField()))

    def last_safe_day(self) -> Case:
        """For a clock, inside its query: its last safe day. The same as `Clock.last_safe_on` says of `ahead`."""
        days, left = Sum("days"), steps_of_goals() - _reached(OuterRef("reached_on"))
        known = self._steps_ahead().values("goal").annotate(known=Count("pk")).filter(known=left)
        last = Minus(OuterRef("due_on"), Cast(days, models.IntegerField()))
        return _if_it_has_steps(Subquery(known.values(last=last), output_field=models.DateField()))

    def _steps_ahead(self) -> "LeadTimeQuerySet":
        reached = _reached(OuterRef("reached_on"))
        of_clock = {"unit": OuterRef("unit"), "goal": OuterRef("goal"), "position__gt": reached}
        return self.filter(**of_clock, days__isnull=False).order_by()

    def measure(self, day: date) -> int:
        """Measure the medians of every unit from its own dated steps; return how many rows changed.

        Three queries and one write, however many cases. Safe to run again.
        """
        steps = {(goal.key, n): step.key for goal in stepped() for n, step in enumerate(goal.steps, start=1)}
        measured = _measured([goal.key for goal in stepped()], day)
        stored = {(row.unit_id, row.goal, row.position): row for row in self.all()}
        units = Unit.objects.values_list("pk", flat=True)
        new, changed = [], []
        for unit_id in units:
            for (goal, position), step in steps.items():
                key = (unit_id, goal, position)
                median, cases = measured.get(key, (None, 0))
                facts = {"step": step, "median_days": median, "cases": cases}
                row = stored.get(key)
                if row is None:
                    new.append(
                        self.model(unit_id=unit_id, goal=goal, position=position, measured_on=day, **facts)
                    )
                elif any(getattr(row, name) != value for name, value in facts.items()):
                    for name, value in (facts | {"measured_on": day}).items():
                        setattr(row, name, value)
                    changed.append(row)
        self.bulk_create(new)
        self.bulk_update(changed, ["step", "median_days", "cases", "measured_on"])
        return len(new) + len(changed)


class Minus(Func):
    """A date so many days earlier, as a date."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = models.DateField()


def _reached(steps: OuterRef) -> Func:
    return Func(steps, function="cardinality", output_field=models.IntegerField())


def _if_it_has_steps(known: Subquery) -> Case:
    """Most promises name no steps: for these nothing is looked up."""
    keys = [goal.key for goal in stepped()]
    return Case(When(goal__in=keys, then=known), default=None, output_field=known.output_field)


def _measured(goals: Sequence[str], day: date) -> dict[tuple[int, str, int], tuple[int, int]]:
    since = date.fromordinal(day.toordinal() - MEASURED_DAYS)
    with connection.cursor() as cursor:
        cursor.execute(MEASURE_SQL, {"goals": list(goals), "since": since, "day": day})
        return {
            (unit, goal, position): (days, cases) for unit, goal, position, days, cases in cursor.fetchall()
        }


def stepped() -> list[registry.Goal]:
    """The promises that name their steps."""
    return [goal for goal in registry.all_goals() if goal.steps]


@pghistory.track(exclude=["days"])
class LeadTime(models.Model):
    """How many days one step towards a promise usually takes in one unit, and who says so.

    What counts is, in this order: what the team lead set instead, with a reason; the unit's own median, where enough
    cases stand behind it; the default set by the team. Where none of them is, nobody knows; it is not guessed.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    goal = models.CharField(_("goal"), max_length=40)
    step = models.CharField(_("step"), max_length=40)
    position = models.PositiveSmallIntegerField(_("place among the steps"))
    median_days = models.PositiveSmallIntegerField(_("median in days"), null=True, blank=True)
    cases = models.PositiveIntegerField(_("cases behind the median"), default=0)
    measured_on = models.DateField(_("measured"), null=True, blank=True)
    default_days = models.PositiveSmallIntegerField(_("default in days"), null=True, blank=True)
    default_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    default_at = models.DateTimeField(null=True, blank=True)
    override_days = models.PositiveSmallIntegerField(_("days to count with instead"), null=True, blank=True)
    override_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    override_at = models.DateTimeField(null=True, blank=True)
    override_reason = models.CharField(_("reason"), max_length=300, blank=True)
    # The one place that says which of them counts; the database derives it.
    days = models.GeneratedField(
        expression=Coalesce(
            F("override_days"),
            Case(When(cases__gte=ENOUGH_CASES, then=F("median_days")), default=F("default_days")),
        ),
        output_field=models.PositiveSmallIntegerField(null=True),
        db_persist=True,
    )

    objects = LeadTimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("lead time")
        verbose_name_plural = _("lead times")
        constraints = [
            models.UniqueConstraint(name="one_lead_time_per_step", fields=["unit", "goal", "position"]),
            models.CheckConstraint(
                name="lead_time_of_cases_has_a_median",
                condition=Q(cases=0, median_days=None) | Q(cases__gt=0, median_days__isnull=False),
            ),
            models.CheckConstraint(
                name="lead_time_default_says_who",
                condition=Q(default_days=None, default_by=None, default_at=None)
                | Q(default_days__isnull=False, default_by__isnull=False, default_at__isnull=False),
            ),
            models.CheckConstraint(
                name="lead_time_override_says_who_and_why",
                condition=Q(override_days=None, override_by=None, override_at=None, override_reason="")
                | Q(override_days__isnull=False, override_by__isnull=False, override_at__isnull=False)
                & ~Q(override_reason=""),
                violation_error_message=_("Say why other days are counted with."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.step} (#{self.pk})"

    @property
    def declared(self) -> registry.Goal:
        """The promise as its pillar declares it."""
        return registry.get(self.goal)

    @property
    def label(self) -> str:
        """What is done at the end of the step."""
        return str(self.declared.steps[self.position - 1].words)

    @property
    def has_enough_cases(self) -> bool:
        """Whether the median says enough to be counted with."""
        return self.cases >= ENOUGH_CASES

    def set_default(self, *, days: int, by: User, version: Seen | None = None) -> None:
        """What the team counts with while too few cases stand behind the median.

        StaleEdit if the row is not what the form, by its `version`, was made from; so do the verbs below.
        """
        self._change(version, default_days=days, default_by=by, default_at=now())

    def override(self, *, days: int, reason: str, by: User, version: Seen | None = None) -> None:
        """Count with other days than those measured, and say why."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why other days are counted with.")})
        self._change(
            version, override_days=days, override_by=by, override_at=now(), override_reason=reason.strip()
        )

    def drop_override(self, *, version: Seen | None = None) -> None:
        """Count again with what is measured, or with the team's default."""
        self._change(version, override_days=None, override_by=None, override_at=None, override_reason="")

    def earlier(self) -> list[models.Model]:
        """What was set at which time, the latest first; nights that only measured again are left out."""
        events = self.pgh_event_model.objects.filter(pgh_obj_id=self.pk, pgh_label="update")
        is_set = Q(default_days__isnull=False) | Q(override_days__isnull=False)
        settings = ("default_at", "override_at", "default_days", "override_days")
        # Of the events that say the same, the first tells when it was set.
        first = events.filter(is_set).order_by(*settings, "pgh_id").distinct(*settings)
        first = first.select_related("default_by", "override_by")
        return sorted(first, key=lambda event: event.pgh_id, reverse=True)

    def _change(self, version: Seen | None, **facts: object) -> None:
        """The lock of the row lets the second of two see what the first set."""
        with transaction.atomic():
            LeadTime.objects.select_for_update().get(pk=self.pk)
            read_again(self, version)
            for name, value in facts.items():
                setattr(self, name, value)
            self.full_clean()
            self.save(update_fields=list(facts))
        self.refresh_from_db(fields=["days"])


def steps_of_goals() -> Case:
    """How many steps the goal of a clock has, inside a query; none for most."""
    return Case(
        *(When(goal=goal.key, then=Value(len(goal.steps))) for goal in stepped()),
        default=Value(0),
        output_field=models.IntegerField(),
    )
