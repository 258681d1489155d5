from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from goals.verbs import Verb
from refugees.models import Case


class Ground(models.TextChoices):
    """Why nothing could be done. Which grounds stop which promise is said by each version of the goal."""

    ILLNESS = "illness", _("Illness")
    MATERNITY = "maternity", _("Maternity or parental leave")
    CUSTODY = "custody", _("In custody")
    AWAY = "away", _("Lawfully away")


class PauseQuerySet(models.QuerySet):
    def begin(
        self, *, case: Case, ground: str, from_on: date, until: date | None, by: User | None
    ) -> "Pause":
        """Record days on which nothing could be done; `until` is the first day that counts again, if known."""
        with Case.changing([case], by=by):
            pause = self.model(case=case, ground=ground, during=DateRange(from_on, until), recorded_by=by)
            pause.full_clean()
            pause.save()
            case.write_line(Verb.PAUSED, by=by, on=from_on, date=from_on.isoformat())
        return pause


@pghistory.track()
class Pause(models.Model):
    """A dated period in which nothing could be done for a person. The ground is health-like: it needs its own
    permission to be read; everybody else sees that time was paused, and how many days."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pauses")
    ground = models.CharField(_("ground"), max_length=20, choices=Ground)
    during = DateRangeField(_("period"))
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        constraints = [
            models.CheckConstraint(name="pause_ground_is_known", condition=Q(ground__in=Ground.values)),
            models.CheckConstraint(
                name="pause_has_days", condition=Q(during__isempty=False, during__startswith__isnull=False)
            ),
            ExclusionConstraint(
                name="pauses_never_overlap",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another pause overlaps these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"pause (#{self.pk})"
