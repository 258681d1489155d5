from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pghistory
from dateutil.relativedelta import relativedelta
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, today
from accounts.models import User
from refugees.giving_out import CASE_WEIGHT, NEW_CASE_MONTHS, NEW_CASE_WEIGHT
from refugees.handing_over import kinds_of
from refugees.models.case import Case
from refugees.models.room import if_there_is_room
from refugees.models.stale import Seen, read_again, refuse_stale
from refugees.parts import Part
from refugees.verbs import Verb

MENTORS = [Part.HOLISTIC_MENTOR, Part.RETENTION_MENTOR]


@dataclass(frozen=True, slots=True)
class Load:
    """What a caseworker carries: open cases, and how many of them are new, which count more."""

    cases: int = 0
    new: int = 0

    @property
    def weight(self) -> int:
        """The load by which cases are given out."""
        return self.new * NEW_CASE_WEIGHT + (self.cases - self.new) * CASE_WEIGHT


class TeamMemberQuerySet(models.QuerySet):
    def on(self, day: date) -> "TeamMemberQuerySet":
        """Who belongs to a case on that day."""
        return self.filter(during__contains=day)

    def current(self) -> "TeamMemberQuerySet":
        """Who belongs to a case on the day of this request or task. Access follows it to the day."""
        return self.on(today())

    def caseworkers(self) -> "TeamMemberQuerySet":
        """Only the caseworkers, and of them those who still work here."""
        return self.filter(part=Part.CASEWORKER, user__is_active=True)

    def caseworker_names(self, case_ids: Sequence[int], day: date) -> dict[int, str]:
        """Who works on each of these cases on that day, in one query. A case nobody works on is not there."""
        members = self.on(day).caseworkers().filter(case_id__in=case_ids)
        return dict(members.values_list("case_id", "user__name"))

    def mentors(self) -> "TeamMemberQuerySet":
        """Only the mentors, holistic and retention."""
        return self.filter(part__in=MENTORS)

    def last_to_join(self, case: Case, *, part: str) -> "TeamMember | None":
        """Who came last in this part, or as a mentor of either kind: what a form that changes the team is made from."""
        others = self.filter(case=case)
        others = others.filter(part=part) if part == Part.CASEWORKER else others.mentors()
        return others.order_by("pk").last()

    def as_they_were(self, case: Case, public_id: UUID) -> "TeamMember | None":
        """Somebody on the case whose time was taken out whole, as the history knows it."""
        events = self.model.pgh_event_model.objects.filter(case=case, public_id=public_id, part__in=MENTORS)
        last = events.select_related("user").order_by("pgh_id").last()
        known = {"case": case, "public_id": public_id}
        return last and self.model(pk=last.id, user=last.user, part=last.part, during=last.during, **known)

    def assign(
        self,
        *,
        case: Case,
        user: User,
        part: str,
        on: date,
        by: User | None,
        until: date | None = None,
        version: Seen | None = None,
    ) -> "TeamMember":
        """Put somebody on a case from that day; whoever had the part before leaves it that day.

        What the former one had still in hand on the case is the new one's (refugees/handing_over.py). StaleEdit if the
        form, by its `version`, was made before somebody else joined; ValidationError if a mentor has no room left.
        """
        with Case.changing([case], by=by) as [locked]:
            refuse_stale(self.last_to_join(case, part=part), version)
            locked.refuse_closed()
            earlier = self.filter(case=case, part=part, during__startswith__lte=on).exclude(user=user)
            earlier = list(earlier.select_related("user").order_by("during"))
            for former in earlier:
                if on in former:
                    former.leave(on=on, by=by)
            member = self.model(case=case, user=user, part=part, during=DateRange(on, until))
            member.full_clean()
            with if_there_is_room(user):
                member.save()
            case.write_line(Verb.JOINED_TEAM, by=by, on=on, about=user, part=part, date=on.isoformat())
            if earlier:
                member.take_on_from(earlier[-1].user, on=on, by=by)
        return member

    def give_out(
        self, choices: Mapping[int, User], *, on: date, by: User, of: User | None = None
    ) -> list["TeamMember"]:
        """Give each of these cases, by key, its caseworker: all of them, or none. `of`: taken over from a colleague.

        Raises GivenOutMeanwhile, and gives out nothing, if one has got another caseworker or was closed since the list
        was made: whoever made it decides again.
        """
        with Case.changing(choices, by=by) as cases:
            waiting = Case.objects.to_give_out(on, of=of).filter(pk__in=choices)
            waiting_ids = set(waiting.values_list("pk", flat=True))
            if gone := [case for case in cases if case.pk not in waiting_ids]:
                raise GivenOutMeanwhile(gone)
            return [
                self.assign(case=case, user=choices[case.pk], part=Part.CASEWORKER, on=on, by=by)
                for case in cases
            ]

    def loads(self, day: date) -> dict[int, Load]:
        """What each caseworker carries on that day, by user."""
        since = day - relativedelta(months=NEW_CASE_MONTHS)
        is_new = Q(takeover_on=None) | Q(takeover_on__gt=since)
        cases = Case.objects.open().with_takeover().filter(team__in=self.on(day).caseworkers())
        rows = cases.values("team__user").annotate(count=Count("pk"), new=Count("pk", filter=is_new))
        return {row["team__user"]: Load(cases=row["count"], new=row["new"]) for row in rows}


class GivenOutMeanwhile(Exception):
    """Somebody gave out, or closed, some of these cases since the list was made. Carries them."""

    def __init__(self, cases: list[Case]) -> None:
        super().__init__("given out meanwhile")
        self.cases = cases


@pghistory.track()
class TeamMember(models.Model):
    """Somebody's period on a case: the caseworker, the holistic mentor of the first year, the retention mentor."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="team")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="team_parts")
    part = models.CharField(_("part"), max_length=20, choices=Part)
    during = DateRangeField(_("period"))

    objects = TeamMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of the case team")
        verbose_name_plural = _("case team")
        constraints = [
            models.CheckConstraint(name="team_part_is_known", condition=Q(part__in=Part.values)),
            models.CheckConstraint(
                name="team_period_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            ExclusionConstraint(
                name="one_of_each_part_at_a_time",
                expressions=[
                    ("case", RangeOperators.EQUAL),
                    ("part", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("The case already has one in that time."),
            ),
        ]
        indexes = [GistIndex(name="team_by_user", fields=["user", "during"])]

    def __str__(self) -> str:
        return f"{self.part} (#{self.pk})"

    def __contains__(self, day: date) -> bool:
        return self.during.lower <= day and (self.during.upper is None or day < self.during.upper)

    @property
    def last_on(self) -> date | None:
        """The last day on the case; None while it is open."""
        return self.during.upper - ONE_DAY if self.during.upper else None

    def take_on_from(self, former: User, *, on: date, by: User | None) -> None:
        """What whoever had the part before left open on the case is this one's: tasks, meetings, promises and more."""
        facts = {"case": self.case, "former": former, "to": self.user, "by": by, "on": on}
        passed = {kind.key: kind.pass_on(**facts) for kind in kinds_of(self.part)}
        if passed := {key: count for key, count in passed.items() if count}:
            self.case.write_line(Verb.HANDED_ON, by=by, on=on, about=self.user, passed=passed)

    def leave(self, *, on: date, by: User | None, version: Seen | None = None) -> None:
        """End the period; `on` is the first day no longer on the case. Access ends with it.

        StaleEdit if it is not what the form, by its `version`, was made from.
        """
        if on < self.during.lower:
            raise ValidationError(_("The period would end before it begins."))
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if on == self.during.lower:
                self.delete()
            else:
                self.during = DateRange(self.during.lower, on)
                self.save(update_fields=["during"])
            self.case.write_line(
                Verb.LEFT_TEAM,
                by=by,
                on=on,
                about=self.user,
                part=self.part,
                date=(on - ONE_DAY).isoformat(),
            )

    def extend(self, *, until: date, by: User | None) -> None:
        """A longer time on the case; `until` is the first day no longer on it. Part of a verb that says why."""
        with Case.changing([self.case], by=by):
            if self.during.upper is None or until <= self.during.upper:
                raise ValidationError(_("Choose a day after the last day that is agreed now."))
            self.during = DateRange(self.during.lower, until)
            self.full_clean()
            with if_there_is_room(self.user):
                self.save(update_fields=["during"])
