from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.models import User
from accounts.scope import system_scope
from refugees.models.case import Case
from refugees.models.stale import Seen, read_again
from refugees.models.task import may_do
from refugees.verbs import Verb


class AppointmentKind(models.TextChoices):
    """What people meet for. A pillar that has meetings of its own adds its kind."""

    INTERVIEW = "interview", _("Interview")
    FOLLOW_UP = "follow-up", _("Follow-up talk")
    VISIT = "visit", _("Visit")
    COUNSELLING = "counselling", _("Counselling")
    MEETING = "meeting", _("Meeting")
    ELSEWHERE = "elsewhere", _("Busy elsewhere")
    OTHER = "other", _("Other")


# What people choose among. That somebody is busy elsewhere is said by `block` alone.
CHOSEN_KINDS = [choice for choice in AppointmentKind.choices if choice[0] != AppointmentKind.ELSEWHERE]


# A pillar's own meetings keep a word of the pillar's as their title; this says it in the reader's language.
WORDS_OF: dict[str, Callable[[str], str]] = {}


class AppointmentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AppointmentQuerySet":
        """On cases that this person sees whole, and those without a case that they take part in or made."""
        own = Q(case=None) & (Q(created_by=user) | Q(pk__in=user.appointment_parts.values("appointment")))
        return self.filter(own | Q(case__in=Case.objects.whole_for(user)))

    def standing(self) -> "AppointmentQuerySet":
        """Not cancelled."""
        return self.filter(cancelled_at=None)

    def of(self, user: User) -> "AppointmentQuerySet":
        """Those this person takes part in."""
        return self.filter(pk__in=user.appointment_parts.values("appointment"))

    def between(self, first: date, last: date) -> "AppointmentQuerySet":
        """Those that take place on these days, both included, as days are counted in Copenhagen."""
        return self.filter(starts_at__lt=_midnight(last + ONE_DAY), ends_at__gt=_midnight(first))

    def from_day(self, day: date) -> "AppointmentQuerySet":
        """Those of this day and of the days to come."""
        return self.filter(ends_at__gt=_midnight(day))

    def near(self, day: date) -> "AppointmentQuerySet":
        """Those of this day and of the next: so near that the case is about them."""
        return self.between(day, day + ONE_DAY)

    def on(self, day: date) -> "AppointmentQuerySet":
        """Those of one day."""
        return self.between(day, day)

    def in_week_of(self, day: date) -> "AppointmentQuerySet":
        """Those of the week, Monday to Sunday, that holds this day."""
        monday = day - timedelta(days=day.weekday())
        return self.between(monday, monday + timedelta(days=6))

    def in_the_way(self, *, case: Case, starts_at: datetime, ends_at: datetime) -> "AppointmentQuerySet":
        """What the person of a case is to do in that time already."""
        return self.standing().filter(case=case, starts_at__lt=ends_at, ends_at__gt=starts_at)

    def by_time(self) -> "AppointmentQuerySet":
        """Earliest first, with case and people, ready for a list."""
        ready = self.select_related("case__person", "created_by", "cancelled_by").prefetch_related("staff")
        return ready.order_by("starts_at", "id")

    def make(
        self,
        *,
        kind: str,
        title: str,
        starts_at: datetime,
        ends_at: datetime,
        staff: Iterable[User],
        by: User,
        place: str = "",
        case: Case | None = None,
    ) -> "Appointment":
        """Agree on a time with somebody; `staff` are the colleagues who take part."""
        staff = list(staff)
        if not staff:
            raise ValidationError({"staff": _("Choose who takes part.")})
        if not all(may_do(user, unit_id=case.unit_id if case else by.unit_id) for user in staff):
            raise ValidationError({"staff": _("Choose people of the unit.")})
        appointment = self.model(
            case=case,
            kind=kind,
            title=title.strip(),
            place=place.strip(),
            starts_at=starts_at,
            ends_at=ends_at,
            created_by=by,
        )
        with appointment.changing(by=by):
            appointment.full_clean()
            appointment.save()
            AppointmentStaff.objects.bulk_create(
                AppointmentStaff(appointment=appointment, user=user) for user in staff
            )
            appointment.leave_line(Verb.APPOINTMENT_MADE, by=by, on=timezone.localdate(starts_at))
        return appointment

    def pass_on(self, *, case: Case, former: User, to: User, by: User | None, on: date) -> int:
        """Somebody else takes part in what a colleague has agreed on for a case from that day on; return how many.

        Where the other one takes part already, the colleague leaves the meeting. In system scope: the parts of a
        meeting are told to those of the unit alone, and whoever hands over may belong to none.
        """
        with system_scope("hand over", by=by):
            meetings = self.standing().from_day(on).filter(case=case)
            parts = AppointmentStaff.objects.filter(appointment__in=meetings, user=former)
            count = parts.count()
            there = AppointmentStaff.objects.filter(user=to).values("appointment")
            parts.filter(appointment__in=there).delete()
            parts.update(user=to)
        return count

    def block(self, *, case: Case, starts_at: datetime, ends_at: datetime, by: User) -> "Appointment":
        """The person is busy in that time. Where and why is not said: the title is the same for everybody."""
        appointment = self.model(
            case=case,
            kind=AppointmentKind.ELSEWHERE,
            title=AppointmentKind.ELSEWHERE.value,
            starts_at=starts_at,
            ends_at=ends_at,
            created_by=by,
        )
        with appointment.changing(by=by):
            appointment.full_clean()
            appointment.save()
            appointment.leave_line(Verb.APPOINTMENT_MADE, by=by, on=timezone.localdate(starts_at))
        return appointment


@pghistory.track()
class Appointment(models.Model):
    """A time agreed on: an interview, a visit, counselling; with colleagues, on a case or on none."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=AppointmentKind)
    title = models.CharField(_("about"), max_length=200)
    place = models.CharField(_("place"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    staff = models.ManyToManyField(User, through="AppointmentStaff", related_name="+", verbose_name=_("with"))
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancelled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints = [
            models.CheckConstraint(
                name="appointment_kind_is_known", condition=Q(kind__in=AppointmentKind.values)
            ),
            models.CheckConstraint(name="appointment_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="busy_elsewhere_is_of_a_case_and_names_no_place",
                condition=~Q(kind=AppointmentKind.ELSEWHERE) | Q(case__isnull=False, place=""),
            ),
            models.CheckConstraint(
                name="appointment_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The end must be after the start."),
            ),
            models.CheckConstraint(
                name="appointment_cancelled_when_by_whom_and_why",
                condition=Q(cancelled_at=None, cancelled_by=None, cancel_reason="")
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False) & ~Q(cancel_reason=""),
                violation_error_message=_("Say why it is cancelled."),
            ),
        ]
        indexes = [
            models.Index(name="appointment_by_time", fields=["starts_at"], condition=Q(cancelled_at=None)),
            models.Index(name="appointment_by_case", fields=["case", "-starts_at"]),
        ]

    def __str__(self) -> str:
        return f"appointment (#{self.pk})"

    def cancel(self, *, reason: str, by: User, version: Seen | None = None) -> bool:
        """It will not take place. False if it was cancelled before; StaleEdit if it is not what the form showed."""
        with self.changing(by=by):
            # Without a case there is no lock but that of the row itself.
            Appointment.objects.select_for_update(of=("self",)).get(pk=self.pk)
            read_again(self, version)
            if self.cancelled_at:
                return False
            self.cancelled_at, self.cancelled_by, self.cancel_reason = now(), by, reason.strip()
            self.full_clean()
            self.save(update_fields=["cancelled_at", "cancelled_by", "cancel_reason"])
            self.leave_line(Verb.APPOINTMENT_CANCELLED, by=by, on=timezone.localdate(self.starts_at))
        return True

    @property
    def is_elsewhere(self) -> bool:
        """Whether it only says that the person is busy: whoever said so gives the time free, nobody else."""
        return self.kind == AppointmentKind.ELSEWHERE

    @property
    def about(self) -> str:
        """What it is about; of a time that is taken elsewhere the same for everybody, in the reader's language."""
        if self.is_elsewhere:
            return gettext("The person is busy elsewhere")
        return WORDS_OF[self.kind](self.title) if self.kind in WORDS_OF else self.title

    def give_free(self, *, by: User) -> bool:
        """The person is not busy in that time after all. Why not is not said either."""
        return self.cancel(reason=gettext("The time is free again"), by=by)

    def changing(self, *, by: User) -> AbstractContextManager:
        """Change its case with it; without a case, a transaction is all there is."""
        return Case.changing([self.case], by=by) if self.case_id else transaction.atomic()

    def leave_line(self, verb: Verb, *, by: User, on: date) -> None:
        """One line on the case, if there is one; title and place stay out of it."""
        if self.case_id:
            self.case.write_line(
                verb, by=by, on=on, appointment_kind=self.kind, date=on.isoformat(), appointment=self.pk
            )


@pghistory.track()
class AppointmentStaff(models.Model):
    """One colleague who takes part in one appointment."""

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="parts")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointment_parts")

    class Meta:
        verbose_name = _("part in an appointment")
        verbose_name_plural = _("parts in appointments")
        constraints = [
            models.UniqueConstraint(name="one_part_in_an_appointment", fields=["appointment", "user"])
        ]

    def __str__(self) -> str:
        return f"part in appointment {self.appointment_id} (#{self.pk})"


def _midnight(day: date) -> datetime:
    """When the day begins in Copenhagen."""
    return timezone.make_aware(datetime.combine(day, time.min))
