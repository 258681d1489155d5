from datetime import date
from typing import Any

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from refugees.hours import FULL_TIME, in_hours
from refugees.models.case import Case
from refugees.models.case_period import CasePeriod, CasePeriodQuerySet, rules_of_correction
from refugees.models.stale import Seen
from refugees.week_kinds import CountedKind, CutGround, WeekVerb

DAYS = Q(during__isempty=False, during__startswith__isnull=False)


class CountedActivityQuerySet(CasePeriodQuerySet):
    def add(
        self,
        *,
        case: Case,
        kind: str,
        about: str,
        minutes_a_week: int | None,
        during: DateRange,
        by: User | None,
    ) -> "CountedActivity":
        """Something that counts in the week, beside others that do."""
        with Case.changing([case], by=by):
            row = self.model(
                case=case,
                kind=kind,
                about=about.strip(),
                minutes_a_week=minutes_a_week,
                during=during,
                recorded_by=by,
            )
            row.full_clean()
            row.save()
            row.leave_line(WeekVerb.COUNTED, by=by, on=during.lower)
        return row


@pghistory.track()
class CountedActivity(CasePeriod):
    """What somebody does in the week beside occupations and classes, and that counts towards the work duty.

    Several may hold at once. Hours that nobody knows stay empty: they are read as not known, never as none.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="counted_activities")
    kind = models.CharField(_("what it is"), max_length=16, choices=CountedKind)
    about = models.CharField(_("in a few words"), max_length=200, blank=True)
    minutes_a_week = models.PositiveIntegerField(_("minutes a week"), null=True, blank=True)

    objects = CountedActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("counted activity")
        verbose_name_plural = _("counted activities")
        constraints = [
            models.CheckConstraint(name="counted_kind_is_known", condition=Q(kind__in=CountedKind.values)),
            models.CheckConstraint(name="counted_period_has_days", condition=DAYS),
            models.CheckConstraint(
                name="counted_hours_fit_in_a_week",
                condition=Q(minutes_a_week=None) | Q(minutes_a_week__gte=1, minutes_a_week__lte=FULL_TIME),
                violation_error_message=_("Write hours a week, at most 37."),
            ),
            models.CheckConstraint(
                name="social_or_health_effort_has_no_words",
                condition=~Q(kind=CountedKind.SOCIAL_HEALTH) | Q(about=""),
                violation_error_message=_("What it is about is not written here: leave the words out."),
            ),
            *rules_of_correction("counted"),
        ]

    def __str__(self) -> str:
        return f"counted activity {self.kind} (#{self.pk})"

    @staticmethod
    def what_in(stored: Any) -> str:
        """What it is, with its hours."""
        parts = [str(CountedKind(stored.kind).label), stored.about, hours_in(stored.minutes_a_week)]
        return ", ".join(part for part in parts if part)

    def correct(
        self, *, during: DateRange, why: str, by: User, version: Seen | None = None, **facts: object
    ) -> None:
        """It was otherwise, or in other days; what was recorded stays readable, with why."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            was = self.during.lower
            for name, value in facts.items():
                setattr(self, name, value)
            self.during = during
            self.keep_correction(why=why, by=by)
            self.leave_line(WeekVerb.COUNTED_CORRECTED, by=by, on=during.lower, was=was.isoformat())

    def withdraw(self, *, why: str, on: date, by: User, version: Seen | None = None) -> None:
        """There was no such activity: it stays, marked, and counts no more."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            self.strike(why=why, by=by)
            was = self.during.lower.isoformat()
            self.leave_line(WeekVerb.COUNTED_WITHDRAWN, by=by, on=on, was=was)

    def leave_line(self, verb: WeekVerb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case: which kind, from which day. What it is about stays with the activity."""
        facts = {"counted_kind": self.kind, "date": self.during.lower.isoformat()} | more
        self.case.write_line(verb, by=by, on=on, counted=self.pk, version=self.version, **facts)

    def _before(self) -> None:
        """Activities follow nobody: another that ended when this one began is its own."""


class HoursCutQuerySet(CasePeriodQuerySet):
    def decide(
        self,
        *,
        case: Case,
        minutes_a_week: int,
        ground: str,
        during: DateRange,
        by: User | None,
        version: Seen | None = None,
    ) -> "HoursCut":
        """From that day so many hours are asked. StaleEdit if the form was made from another last cut."""
        with Case.changing([case], by=by):
            self.filter(case=case).make_room(during.lower, version=version)
            row = self.model(
                case=case, minutes_a_week=minutes_a_week, ground=ground, during=during, recorded_by=by
            )
            row.full_clean()
            row.save()
            row.leave_line(WeekVerb.CUT, by=by, on=during.lower)
        return row


@pghistory.track()
class HoursCut(CasePeriod):
    """The City's decision that the work duty asks fewer hours for reasons of health (Integration Act § 20 d(2)).

    A decision of its own and not read off the conclusion about work, which says how much somebody can work at most and
    not what is asked of them, Danish included. It says on what it rests by a closed list, so that it tells no
    diagnosis; what lies behind it stays with the health team.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hours_cuts")
    minutes_a_week = models.PositiveIntegerField(_("minutes a week"))
    ground = models.CharField(_("on what it rests"), max_length=12, choices=CutGround)

    objects = HoursCutQuerySet.as_manager()

    class Meta:
        verbose_name = _("cut of the hours asked")
        verbose_name_plural = _("cuts of the hours asked")
        constraints = [
            models.CheckConstraint(name="cut_ground_is_known", condition=Q(ground__in=CutGround.values)),
            models.CheckConstraint(name="cut_period_has_days", condition=DAYS),
            models.CheckConstraint(
                name="cut_is_below_full_time",
                condition=Q(minutes_a_week__gte=0, minutes_a_week__lt=FULL_TIME),
                violation_error_message=_("A cut leaves fewer than 37 hours a week."),
            ),
            ExclusionConstraint(
                name="cut_one_at_a_time",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(withdrawn_at=None),
                violation_error_message=_("Another cut of the hours overlaps this period."),
            ),
            *rules_of_correction("cut"),
        ]

    def __str__(self) -> str:
        return f"hours cut (#{self.pk})"

    @staticmethod
    def what_in(stored: Any) -> str:
        """How many hours are asked, and on what that rests."""
        words = gettext("Cut to %(hours)s a week") % {"hours": in_hours(stored.minutes_a_week)}
        return f"{words} ({CutGround(stored.ground).label})"

    def correct(
        self, *, during: DateRange, why: str, by: User, version: Seen | None = None, **facts: object
    ) -> None:
        """It was decided otherwise, or for other days; what was recorded stays readable, with why."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            was = self.during.lower.isoformat()
            self.put_right(during=during, why=why, by=by, **facts)
            self.leave_line(WeekVerb.CUT_CORRECTED, by=by, on=during.lower, was=was)

    def withdraw(self, *, why: str, on: date, by: User, version: Seen | None = None) -> None:
        """Nobody decided that: it stays, marked, and cuts nothing."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            self.strike(why=why, by=by)
            self.leave_line(WeekVerb.CUT_WITHDRAWN, by=by, on=on, was=self.during.lower.isoformat())

    def leave_line(self, verb: WeekVerb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case: from which day. How many hours, and why, stand with the decision."""
        facts = {"date": self.during.lower.isoformat()} | more
        self.case.write_line(verb, by=by, on=on, cut=self.pk, version=self.version, **facts)


def hours_in(minutes: int | None) -> str:
    """Hours a week, or that nobody knows them."""
    return gettext("hours not known") if minutes is None else in_hours(minutes)
