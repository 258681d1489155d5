from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Unit, User
from goals import registry
from goals.models.clock_dates import State
from goals.models.recalculation import Recalculation
from goals.models.wording import Standard
from refugees.models import Case


class Effect(models.TextChoices):
    """What a draft would do to one deadline. In the order in which people must know."""

    OVER = "over", _("Goes over today")
    UNCOVERED = "uncovered", _("No longer covered")
    COVERED = "covered", _("Newly covered")
    FREED = "freed", _("No longer over")
    MOVED = "moved", _("Deadline moves")


# The same conditions decide the numbers, line by line (`TrialLine.effects`), and the lists behind them.
CONDITIONS = {
    Effect.OVER: Q(new_state=State.OVER) & ~Q(old_state=State.OVER),
    Effect.FREED: Q(old_state=State.OVER) & ~Q(new_state=State.OVER),
    Effect.COVERED: Q(was_covered=False, is_covered=True),
    Effect.UNCOVERED: Q(was_covered=True, is_covered=False),
    Effect.MOVED: Q(was_covered=True, is_covered=True)
    & (
        Q(old_due_on__isnull=True, new_due_on__isnull=False)
        | Q(old_due_on__isnull=False, new_due_on__isnull=True)
        | ~Q(old_due_on=F("new_due_on"))
    ),
}


class TrialLineQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TrialLineQuerySet":
        """Lines about cases of the units whose cases this person sees whole."""
        return self.filter(unit_id__in=user.case_unit_ids())

    def with_effect(self, effect: str) -> "TrialLineQuerySet":
        """Only those to whose deadline the draft would do that."""
        return self.filter(CONDITIONS[Effect(effect)])

    def counts(self) -> dict[str, int]:
        """How many lines of each effect there are, and in `all`."""
        effects = {effect.value: Count("pk", filter=CONDITIONS[effect]) for effect in Effect}
        return self.aggregate(all=Count("pk"), **effects)

    def most_severe_first(self) -> "TrialLineQuerySet":
        """What goes over first, the longest over at the top."""
        return self.order_by("severity", F("new_due_on").asc(nulls_last=True), "pk")


class TrialLine(models.Model):
    """One deadline that a draft would change: what it is, and what it would be. Written by the dry run alone."""

    run = models.ForeignKey(Recalculation, on_delete=models.CASCADE, related_name="lines")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    goal = models.CharField(max_length=40)
    standard = models.CharField(max_length=10, choices=Standard)
    occurrence = models.CharField(max_length=60)
    compartment = models.CharField(max_length=20, blank=True)
    starts_on = models.DateField()
    old_due_on = models.DateField(null=True)
    new_due_on = models.DateField(null=True)
    old_state = models.CharField(max_length=12, choices=State, blank=True)
    new_state = models.CharField(max_length=12, choices=State, blank=True)
    was_covered = models.BooleanField()
    is_covered = models.BooleanField()
    severity = models.PositiveSmallIntegerField()

    objects = TrialLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a dry run")
        verbose_name_plural = _("lines of dry runs")
        constraints = [
            models.UniqueConstraint(
                name="one_trial_line_per_clock", fields=["run", "case", "goal", "standard", "occurrence"]
            )
        ]
        indexes = [
            models.Index(name="trial_line_by_severity", fields=["run", "severity", "new_due_on", "id"])
        ]

    def __str__(self) -> str:
        return f"line of trial {self.run_id} (#{self.pk})"

    @property
    def effects(self) -> list[Effect]:
        """All that the draft would do to this deadline."""
        over_before, over_then = self.old_state == State.OVER, self.new_state == State.OVER
        both = self.was_covered and self.is_covered
        found = {
            Effect.OVER: over_then and not over_before,
            Effect.UNCOVERED: self.was_covered and not self.is_covered,
            Effect.COVERED: self.is_covered and not self.was_covered,
            Effect.FREED: over_before and not over_then,
            Effect.MOVED: both and self.old_due_on != self.new_due_on,
        }
        return [effect for effect, holds in found.items() if holds]

    def rank(self) -> bool:
        """Set how severe it is; False if the draft would do nothing to it."""
        effects = self.effects
        self.severity = list(Effect).index(effects[0]) if effects else len(Effect)
        return bool(effects)

    @property
    def label(self) -> str:
        """The short name of the goal."""
        return registry.label(self.goal)

    @property
    def mark(self) -> str:
        """The state under whose mark it is shown."""
        return self.new_state

    @property
    def words(self) -> str:
        """The worst that the draft would do to it, and by how many days the deadline moves."""
        worst = self.effects[0]
        if self.old_due_on is None or self.new_due_on is None or Effect.MOVED not in self.effects:
            return str(worst.label)
        days = (self.new_due_on - self.old_due_on).days
        later = ngettext("%(days)d day later", "%(days)d days later", days) % {"days": days}
        earlier = ngettext("%(days)d day earlier", "%(days)d days earlier", -days) % {"days": -days}
        moved = later if days > 0 else earlier
        if worst != Effect.MOVED:
            return f"{worst.label}, {moved}"
        return _("Still over, %(moved)s") % {"moved": moved} if self.new_state == State.OVER else moved
