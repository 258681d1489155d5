from collections.abc import Sequence
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from goals.reckoning import ADULT_AGE
from refugees.days import refuse_days_to_come
from refugees.events import KeyEvent
from refugees.models import CanBeTakenBack, Case, KeyDate, Seen, TakenBackQuerySet
from screening.child_place_verbs import ChildPlaceVerb


class ChildPlaceKind(models.TextChoices):
    """Where a child spends the day."""

    DAY_CARE = "day-care", _("Day care or kindergarten")
    RECEPTION_CLASS = "reception-class", _("Reception class at a school")
    SCHOOL = "school", _("School")
    YOUTH_EDUCATION = "youth-education", _("Youth education")
    NOT_WANTED = "not-wanted", _("No place is wanted for now")


class ChildPlaceQuerySet(TakenBackQuerySet):
    def told_of(self, case_ids: Sequence[int]) -> models.QuerySet:
        """Of each of these cases the key, the kind and the day of every place that stands, the earliest first."""
        rows = self.standing().filter(case__any_of=case_ids).order_by("on", "pk")
        return rows.values_list("case", "kind", "on")

    def latest_first(self) -> "ChildPlaceQuerySet":
        """The latest first, ready for a list."""
        return self.select_related("case", "recorded_by").order_by("-on", "-pk")

    def record(
        self,
        *,
        case: Case,
        kind: str,
        on: date,
        today: date,
        by: User | None,
        where: str = "",
        starts_on: date | None = None,
        why: str = "",
    ) -> "ChildPlace":
        """A place was found for a child, or its parents want none for now and say why."""
        with Case.changing([case], by=by):
            row = self.model(
                case=case, kind=kind, on=on, where=where.strip(), starts_on=starts_on, why=why.strip()
            )
            row.recorded_by = by
            row.hold_good(today)
            row.save()
            is_wanted = kind != ChildPlaceKind.NOT_WANTED
            row.leave_line(ChildPlaceVerb.FOUND if is_wanted else ChildPlaceVerb.NOT_WANTED, by=by, on=on)
        return row


@pghistory.track()
class ChildPlace(CanBeTakenBack):
    """A place in day care, school or youth education that was found for a child, or that none is wanted, and why.

    It stands on the child's own case. The day is the one on which the place was given, not the child's first day there:
    the promise is that a place is found.
    """

    TAKEN_BACK = ChildPlaceVerb.TAKEN_BACK
    TAKEN_BACK_MEANWHILE = _("This place has been taken back meanwhile.")

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="child_places")
    kind = models.CharField(_("kind of place"), max_length=16, choices=ChildPlaceKind)
    where = models.CharField(_("where"), max_length=120, blank=True)
    on = models.DateField(_("found on"))
    starts_on = models.DateField(_("first day there"), null=True, blank=True)
    why = models.CharField(_("why none is wanted"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ChildPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place for a child")
        verbose_name_plural = _("places for children")
        constraints = [
            models.CheckConstraint(
                name="child_place_is_of_a_known_kind", condition=Q(kind__in=ChildPlaceKind.values)
            ),
            models.CheckConstraint(
                name="child_place_says_where_or_why_not",
                condition=Q(kind=ChildPlaceKind.NOT_WANTED, where="", starts_on=None) & ~Q(why="")
                | ~Q(kind=ChildPlaceKind.NOT_WANTED) & Q(why="") & ~Q(where=""),
                violation_error_message=_("Say where the place is; or, if none is wanted for now, why."),
            ),
            models.CheckConstraint(
                name="child_starts_after_the_place_is_found",
                condition=Q(starts_on=None) | Q(starts_on__gte=F("on")),
                violation_error_message=_("The first day there is not before the place was found."),
            ),
            models.CheckConstraint(
                name="taking_back_a_child_place_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the place is taken back."),
            ),
        ]
        indexes = [models.Index(name="child_place_by_case", fields=["case", "on"])]

    def __str__(self) -> str:
        return f"place for a child {self.on} (#{self.pk})"

    @property
    def is_wanted(self) -> bool:
        """Whether it is a place at all."""
        return self.kind != ChildPlaceKind.NOT_WANTED

    def hold_good(self, today: date) -> None:
        """Refuse what cannot be: a place found on a day to come, or for somebody who is grown up."""
        refuse_days_to_come(today, on=self.on)
        if is_grown_up(self.case):
            raise ValidationError(_("This person was 18 at the takeover: places are recorded for children."))
        self.full_clean()

    def correct(
        self,
        *,
        kind: str,
        where: str,
        on: date,
        starts_on: date | None,
        why: str,
        reason: str,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """It was another place or another day. What stood before stays in the history, with the reason."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the place is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            was = self.on
            self.kind, self.where, self.on = kind, where.strip(), on
            self.starts_on, self.why, self.correction_reason = starts_on, why.strip(), reason.strip()
            self.hold_good(today)
            self.save()
            self.leave_line(ChildPlaceVerb.CORRECTED, by=by, on=on, was=was.isoformat())

    def leave_line(self, verb: ChildPlaceVerb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the child's case, without the name of the place: that stays with the fact."""
        details = {"date": self.on.isoformat(), "child_kind": self.kind, "child_place": self.pk} | more
        self.case.write_line(verb, by=by, on=on, **details)


def is_grown_up(case: Case) -> bool:
    """Whether the person was 18 at the takeover; of unknown age or without a takeover nobody is a child for sure."""
    takeover = KeyDate.objects.current().filter(case=case, event=KeyEvent.TAKEOVER).first()
    age = case.person.age_on(takeover.on) if takeover else None
    return age is None or age >= ADULT_AGE
