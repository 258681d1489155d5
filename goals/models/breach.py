from datetime import date

import pghistory
from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import Unit, User
from goals import registry
from goals.models.clock import Clock
from goals.models.conversation import Conversation
from refugees.models import Case

# About how many clocks one statement flags: short locks, and a killed run has finished what it committed.
SWEEP_CHUNK = 500

# Two searches, each by an index that holds nothing else: what has passed its day, and what has passed it and falls away
# on a day still to come. One search for both would read every promise that was ever missed. No order by key: for the
# sake of it the planner would rather walk the whole table.
SWEEP_SQL = """
WITH due AS (
    SELECT id FROM goals_clock
    WHERE due_on < %(day)s AND met_on IS NULL AND flagged_on IS NULL AND void_on IS NULL AND starts_on <= %(day)s
    ORDER BY due_on LIMIT %(chunk)s FOR UPDATE SKIP LOCKED
), fading AS (
    SELECT id FROM goals_clock
    WHERE due_on < %(day)s AND met_on IS NULL AND flagged_on IS NULL AND void_on > due_on AND void_on > %(day)s
      AND starts_on <= %(day)s
    ORDER BY void_on LIMIT %(chunk)s FOR UPDATE SKIP LOCKED
), flagged AS (
    UPDATE goals_clock c SET flagged_on = %(day)s FROM (SELECT id FROM due UNION ALL SELECT id FROM fading) AS found
    WHERE c.id = found.id AND c.due_on < %(day)s AND c.met_on IS NULL AND c.flagged_on IS NULL
    RETURNING c.id, c.case_id, c.unit_id, c.goal, c.standard, c.due_on
), talks AS (
    INSERT INTO goals_conversation (public_id, case_id, unit_id, subject, opened_at)
    SELECT DISTINCT ON (f.case_id, s.subject) uuidv7(), f.case_id, f.unit_id, s.subject, app_now()
    FROM flagged f JOIN unnest(%(goals)s::text[], %(subjects)s::text[]) AS s(goal, subject) ON s.goal = f.goal
    WHERE f.standard <> 'internal'
    ON CONFLICT (case_id, subject) WHERE closed_at IS NULL DO UPDATE SET subject = EXCLUDED.subject
    RETURNING id, case_id, subject
), opened AS (
    INSERT INTO goals_breach
        (clock_id, case_id, unit_id, conversation_id, over_since, noticed_at, noticed_on, end_reason)
    SELECT f.id, f.case_id, f.unit_id, t.id, f.due_on + 1, app_now(), %(day)s, ''
    FROM flagged f
    JOIN unnest(%(goals)s::text[], %(subjects)s::text[]) AS s(goal, subject) ON s.goal = f.goal
    LEFT JOIN talks t ON t.case_id = f.case_id AND t.subject = s.subject AND f.standard <> 'internal'
    ON CONFLICT (clock_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, clock_id, case_id, over_since
), lines AS (
    INSERT INTO refugees_caseline (case_id, verb, details, happened_on, at)
    SELECT o.case_id, 'breach-opened',
           jsonb_build_object('goal', f.goal, 'standard', f.standard, 'date', o.over_since), %(day)s, app_now()
    FROM opened o JOIN flagged f ON f.id = o.clock_id
), notices AS (
    INSERT INTO goals_notice (breach_id, case_id, created_at)
    SELECT id, case_id, app_now() FROM opened
    ON CONFLICT DO NOTHING
)
SELECT (SELECT count(*) FROM flagged), (SELECT count(*) FROM opened)
"""


class EndReason(models.TextChoices):
    """How a breach ended. It is never deleted."""

    MET_LATE = "met-late", _("met late")
    REGISTERED_LATE = "registered-late", _("met in time, registered late")
    VOID = "void", _("the promise fell away")
    DEADLINE_MOVED = "deadline-moved", _("the deadline moved")
    WITHDRAWN = "withdrawn", _("withdrawn by a correction")


class BreachQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "BreachQuerySet":
        """Breaches of cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def open(self) -> "BreachQuerySet":
        """Still over."""
        return self.filter(ended_at=None)

    def flag(self, day: date, *, chunk: int = SWEEP_CHUNK) -> int:
        """Open a breach for clocks that went over; return for how many. Fewer than `chunk`: there are no more.

        One statement: marks the clocks, opens the breaches, joins them to conversations, writes the lines of history
        and the notices to send. It repeats its condition and skips what another worker holds, so it may run twice or
        in two workers at once.
        """
        goals = registry.all_goals()
        with connection.cursor() as cursor:
            cursor.execute(
                SWEEP_SQL,
                {
                    "day": day,
                    "chunk": chunk,
                    "goals": [goal.key for goal in goals],
                    "subjects": [goal.subject for goal in goals],
                },
            )
            return cursor.fetchone()[0]


@pghistory.track()
class Breach(models.Model):
    """A promise that went over its date unkept. `over_since` is the true day, `noticed_on` when the sweep saw it:
    late by us and noticed late by the system are two things."""

    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="breaches")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="breaches")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    conversation = models.ForeignKey(
        Conversation, on_delete=models.PROTECT, null=True, related_name="breaches"
    )
    over_since = models.DateField()
    noticed_at = models.DateTimeField(default=now)
    noticed_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=20, choices=EndReason, blank=True)

    objects = BreachQuerySet.as_manager()

    class Meta:
        verbose_name = _("breach")
        verbose_name_plural = _("breaches")
        constraints = [
            models.UniqueConstraint(
                name="one_open_breach_per_clock", fields=["clock"], condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="breach_end_and_reason_go_together",
                condition=Q(ended_at=None, end_reason="")
                | Q(ended_at__isnull=False, end_reason__in=EndReason.values),
            ),
        ]
        indexes = [
            models.Index(
                name="breach_open_by_unit", fields=["unit", "over_since"], condition=Q(ended_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"breach (#{self.pk})"

    @property
    def days_noticed_late(self) -> int:
        """Days between the first day over and the day the system saw it; 0 if it saw it at once."""
        return max((self.noticed_on - self.over_since).days, 0)
