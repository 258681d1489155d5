from collections.abc import Iterable, Mapping
from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.models import User
from housing.models.lodging_check import LodgingCheck
from housing.models.refused import in_words
from housing.models.room import Bed
from housing.models.stay_reasons import LeftReason, StayBasis
from housing.models.stays_and_homes import StaysAndHomes
from housing.nights import nights
from housing.verbs import Verb
from refugees.models import Case, Person, Seen, read_again, refuse_stale_among


class StayQuerySet(StaysAndHomes):
    def visible_to(self, user: User) -> "StayQuerySet":
        """Of the cases whose home is looked for by this person."""
        return self.filter(case__in=Case.objects.housing_visible_to(user))

    def on(self, day: date) -> "StayQuerySet":
        """Who sleeps where in the night after that day."""
        return self.standing().filter(during__contains=day)

    def coming(self, day: date, until: date) -> "StayQuerySet":
        """Who moves in after that day, up to the other."""
        return self.standing().filter(during__startswith__gt=day, during__startswith__lte=until)

    def leaving(self, day: date, until: date) -> "StayQuerySet":
        """Who sleeps there on that day, and by the other no more."""
        return self.on(day).filter(during__endswith__lte=until)

    def days(self, *, households: Iterable[int], until: date) -> dict[int, int]:
        """How many days the people of each household have slept in temporary places, before that day. One query.

        A day on which several of them did is one. By the keys of the households; who has none is not asked about.
        """
        stays = self.standing().filter(case__household__in=households, during__startswith__lt=until)
        found: dict[int, list[DateRange]] = {key: [] for key in households}
        for key, during in stays.values_list("case__household", "during"):
            found[key].append(during)
        return {key: nights(periods, until) for key, periods in found.items()}

    def move_in(
        self,
        *,
        beds: Mapping[Case, Bed],
        on: date,
        by: User | None,
        until: date | None = None,
        sharing_is_looked_at: bool = False,
    ) -> list["Stay"]:
        """Each of these people sleeps in that bed from that day; all of them, or nobody. `until`: the last night.

        What cannot be is said under the number of the case that it is about.
        """
        with Case.changing(beds, by=by) as cases:
            ways = {"on": on, "until": until, "by": by, "is_looked_at": sharing_is_looked_at}
            rows = [self._begin(case, beds[case], **ways) for case in cases]
            for row in rows:
                row.case.write_line(Verb.STAY_BEGAN, by=by, on=on, date=on.isoformat(), stay=row.pk)
        return rows

    def move(
        self,
        *,
        beds: Mapping[Case, Bed],
        on: date,
        by: User | None,
        until: date | None = None,
        sharing_is_looked_at: bool = False,
        version: Seen | None = None,
    ) -> list["Stay"]:
        """Each of these people changes the bed on that day, in the same place or to another; they may exchange them.

        StaleEdit if they do not sleep as the form about them was made from; so does `leave`.
        """
        with Case.changing(beds, by=by) as cases:
            for case in cases:
                last = self.filter(case=case).on(on - ONE_DAY).first()
                if last is None:
                    words = gettext("They sleep nowhere before that day. Let them move in instead.")
                    raise ValidationError({case.number: words})
                refuse_stale_among(last, version)
                last.end(on=on, reason=LeftReason.OTHER_BED)
            ways = {"on": on, "until": until, "by": by, "is_looked_at": sharing_is_looked_at}
            rows = [self._begin(case, beds[case], **ways) for case in cases]
            for row in rows:
                row.case.write_line(Verb.STAY_MOVED, by=by, on=on, date=on.isoformat(), stay=row.pk)
        return rows

    def _begin(
        self, case: Case, bed: Bed, *, on: date, until: date | None, by: User | None, is_looked_at: bool
    ) -> "Stay":
        case.refuse_closed()
        row = self.model(
            case=case,
            person_id=case.person_id,
            bed=bed,
            during=DateRange(on, until + ONE_DAY if until else None),
            left_reason=LeftReason.PLANNED if until else "",
            sharing_is_looked_at=is_looked_at,
            recorded_by=by,
        )
        if until and until < on:
            raise ValidationError({"until": gettext("The last night cannot lie before the first.")})
        # Whoever sleeps there may be of a unit that this person does not see: the database decides, in words.
        with in_words(case.number):
            row.clean_fields(exclude=["basis"])
            row.save()
        row.refresh_from_db(fields=["basis", "lodging_check"])
        return row

    def leave(
        self, *, cases: Iterable[Case], on: date, reason: str, by: User | None, version: Seen | None = None
    ) -> None:
        """These people sleep there for the last time in the night before that day."""
        with Case.changing(cases, by=by) as locked:
            for case in locked:
                row = self.filter(case=case).on(on - ONE_DAY).select_related("case").first()
                if row is None:
                    words = gettext("%(number)s: sleeps in no temporary place before that day.")
                    raise ValidationError({"on": words % {"number": case.number}})
                refuse_stale_among(row, version)
                row.leave(on=on, reason=reason, by=by)


@pghistory.track()
class Stay(models.Model):
    """That somebody sleeps in a bed of a temporary place, from the day of moving in to that of leaving (`during`).

    The night after the last day is not slept there. Never two in a bed, never one in two, never in a bed that is not
    there: the database holds it, whoever writes. So it does that nobody moves into an excluded area (`basis`, with the
    check by which it was allowed), and that nobody shares a room with strangers unlooked at (BEK 550/2022 § 19).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stays")
    # Written by the database: the same person may have another case later.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, editable=False, related_name="+")
    bed = models.ForeignKey(Bed, on_delete=models.PROTECT, related_name="stays")
    during = DateRangeField(_("from"))
    left_reason = models.CharField(_("why it ends"), max_length=12, choices=LeftReason, blank=True)
    sharing_is_looked_at = models.BooleanField(_("who shares the room was looked at"), default=False)
    basis = models.CharField(max_length=12, choices=StayBasis, editable=False)
    lodging_check = models.ForeignKey(
        LodgingCheck, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = StayQuerySet.as_manager()

    class Meta:
        verbose_name = _("temporary stay")
        verbose_name_plural = _("temporary stays")
        constraints = [
            ExclusionConstraint(
                name="stay_one_a_bed_and_day",
                expressions=[("bed", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(taken_back_at=None),
            ),
            ExclusionConstraint(
                name="stay_one_a_person_and_day",
                expressions=[("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(taken_back_at=None),
            ),
            models.CheckConstraint(
                name="stay_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            models.CheckConstraint(
                name="stay_that_ends_says_why",
                condition=Q(during__upper_inf=True, left_reason="")
                | Q(during__upper_inf=False, left_reason__in=LeftReason.values),
                violation_error_message=_("Choose why the stay ends."),
            ),
            models.CheckConstraint(name="stay_basis_is_known", condition=Q(basis__in=StayBasis.values)),
            models.CheckConstraint(
                name="stay_is_taken_back_for_a_reason",
                condition=Q(taken_back_at=None, taken_back_reason="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_reason=""),
                violation_error_message=_("Say why it is taken back."),
            ),
        ]

    def __str__(self) -> str:
        return f"temporary stay (#{self.pk})"

    @property
    def bed_words(self) -> str:
        """Where it is, and since when."""
        room, day = self.bed.room, date_format(self.during.lower, "DATE_FORMAT")
        told = {"place": room.lodging.name, "room": room.name, "bed": self.bed.name, "day": day}
        return gettext("%(place)s, room %(room)s, bed %(bed)s, from %(day)s") % told

    @property
    def last_night(self) -> date | None:
        """The last night slept there; None while no end is known."""
        return self.during.upper - ONE_DAY if self.during.upper else None

    def end(self, *, on: date, reason: str) -> None:
        """The night before that day is the last. Inside `Case.changing`, by the verbs that leave the line."""
        self.last(DateRange(self.during.lower, on), reason)

    def nights_words(self, since: date, until: date, why: str) -> str:
        """That they cannot have slept there in these nights, and why."""
        words = gettext(
            "%(name)s (%(bed)s), in the nights from %(since)s to %(until)s: %(why)s Where did they sleep?"
        )
        days = {
            "since": date_format(since, "DATE_FORMAT"),
            "until": date_format(until - ONE_DAY, "DATE_FORMAT"),
        }
        return words % (days | {"name": self.case.person.name, "bed": self.bed_words, "why": why})

    def leave(self, *, on: date, reason: str, by: User | None) -> None:
        """As `end`, with the line."""
        self.end(on=on, reason=reason)
        self.case.write_line(
            Verb.STAY_LEFT, by=by, on=on, date=on.isoformat(), left_reason=reason, stay=self.pk
        )

    def last(self, during: DateRange, left_reason: str) -> None:
        """It is slept there on these days, and ends for that reason. As `end`."""
        self.during, self.left_reason = during, left_reason
        with in_words("on"):
            self.clean_fields(exclude=["basis"])
            self.save(update_fields=["during", "left_reason"])

    def take_back(self, *, reason: str, today: date, by: User | None, version: Seen | None = None) -> None:
        """Nobody slept there: the bed was free. StaleEdit if the stay is not what the form was made from."""
        with Case.changing([self.case_id], by=by, reason=reason) as [case]:
            read_again(self, version)
            if self.taken_back_at:
                raise ValidationError(gettext("It is taken back already."))
            self.taken_back_at, self.taken_back_reason = now(), reason
            self.clean_fields(exclude=["basis"])
            self.save(update_fields=["taken_back_at", "taken_back_reason"])
            day = self.during.lower.isoformat()
            case.write_line(Verb.STAY_TAKEN_BACK, by=by, on=today, date=day, stay=self.pk)
