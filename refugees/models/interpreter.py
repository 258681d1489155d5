from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.languages import SpokenLanguage
from refugees.models.appointment import Appointment, AppointmentKind, AppointmentQuerySet
from refugees.models.case import Case
from refugees.models.stale import Seen, read_again
from refugees.verbs import Verb


class InterpreterHow(models.TextChoices):
    """How the interpreter takes part."""

    IN_PERSON = "in-person", _("In person")
    PHONE = "phone", _("By telephone")
    VIDEO = "video", _("By video")


class InterpreterBookingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "InterpreterBookingQuerySet":
        """On cases that this person sees whole."""
        return self.filter(appointment__case__in=Case.objects.whole_for(user))

    def standing(self) -> "InterpreterBookingQuerySet":
        """Not cancelled."""
        return self.filter(cancelled_on=None)

    def to_cancel(self, day: date) -> "InterpreterBookingQuerySet":
        """An interpreter comes, from that day on, to a meeting that does not take place."""
        ahead = self.standing().filter(appointment__starts_at__date__gte=day)
        return ahead.filter(appointment__cancelled_at__isnull=False)

    def to_confirm(self, day: date) -> "InterpreterBookingQuerySet":
        """Ordered, and nobody has confirmed it yet."""
        ahead = self.standing().filter(appointment__starts_at__date__gte=day, confirmed_on=None)
        return ahead.filter(appointment__cancelled_at=None)

    def for_a_list(self) -> "InterpreterBookingQuerySet":
        """With meeting and person, soonest first."""
        ready = self.select_related("appointment__case__person").prefetch_related("appointment__staff")
        return ready.order_by("appointment__starts_at", "pk")

    def order(
        self,
        *,
        appointment: Appointment,
        language: str,
        how: str,
        agency: str,
        on: date,
        today: date,
        by: User,
    ) -> "InterpreterBooking":
        """An interpreter is ordered for a meeting that stands."""
        if on > today:
            raise ValidationError({"on": _("An order is recorded on the day or later, not before.")})
        if appointment.case_id is None or appointment.is_elsewhere:
            raise ValidationError(_("An interpreter is booked for a meeting with somebody whose case it is."))
        with Case.changing([appointment.case], by=by):
            if Appointment.objects.filter(pk=appointment.pk, cancelled_at__isnull=False).exists():
                raise ValidationError(_("The appointment has been cancelled meanwhile."))
            booking = self.model(
                appointment=appointment,
                language=language,
                how=how,
                agency=agency.strip(),
                ordered_on=on,
                recorded_by=by,
            )
            booking.full_clean()
            booking.save()
            booking.leave_line(Verb.INTERPRETER_ORDERED, by=by, on=on)
        return booking


@pghistory.track()
class InterpreterBooking(models.Model):
    """An interpreter for one appointment: in which language, how, from where; ordered, confirmed, cancelled."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="interpreters")
    language = models.CharField(_("language"), max_length=8, choices=SpokenLanguage)
    how = models.CharField(_("how"), max_length=12, choices=InterpreterHow)
    agency = models.CharField(_("from where"), max_length=120)
    ordered_on = models.DateField(_("ordered"))
    confirmed_on = models.DateField(_("confirmed"), null=True, blank=True)
    cancelled_on = models.DateField(_("cancelled"), null=True, blank=True)
    cancel_reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now)

    objects = InterpreterBookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking of an interpreter")
        verbose_name_plural = _("bookings of interpreters")
        constraints = [
            models.CheckConstraint(
                name="interpreter_language_is_known", condition=Q(language__in=SpokenLanguage.values)
            ),
            models.CheckConstraint(
                name="interpreter_how_is_known", condition=Q(how__in=InterpreterHow.values)
            ),
            models.CheckConstraint(
                name="interpreter_comes_from_somewhere",
                condition=~Q(agency=""),
                violation_error_message=_("Write where the interpreter was ordered."),
            ),
            models.UniqueConstraint(
                name="one_interpreter_of_a_language_an_appointment",
                fields=["appointment", "language"],
                condition=Q(cancelled_on=None),
                violation_error_message=_("An interpreter of that language is already booked for it."),
            ),
            models.CheckConstraint(
                name="interpreter_confirmed_after_the_order",
                condition=Q(confirmed_on=None)
                | Q(confirmed_on__isnull=False, confirmed_on__gte=F("ordered_on")),
                violation_error_message=_("It cannot be confirmed before it was ordered."),
            ),
            models.CheckConstraint(
                name="interpreter_cancelled_when_and_why",
                condition=Q(cancelled_on=None, cancel_reason="")
                | Q(cancelled_on__isnull=False, cancelled_on__gte=F("ordered_on")) & ~Q(cancel_reason=""),
                violation_error_message=_("Say why it is cancelled; not on a day before it was ordered."),
            ),
        ]

    def __str__(self) -> str:
        return f"interpreter (#{self.pk})"

    def confirm(self, *, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """They said that somebody comes. StaleEdit if it is not what the form was made from; so does the verb below."""
        self._refuse_ahead(on, today)
        with Case.changing([self.appointment.case], by=by):
            self._still_stands(version)
            self.confirmed_on = on
            self.full_clean()
            self.save(update_fields=["confirmed_on"])
            self.leave_line(Verb.INTERPRETER_CONFIRMED, by=by, on=on)

    def cancel(self, *, reason: str, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """The interpreter was told not to come."""
        self._refuse_ahead(on, today)
        with Case.changing([self.appointment.case], by=by):
            self._still_stands(version)
            self.cancelled_on, self.cancel_reason = on, reason.strip()
            self.full_clean()
            self.save(update_fields=["cancelled_on", "cancel_reason"])
            self.leave_line(Verb.INTERPRETER_CANCELLED, by=by, on=on)

    def leave_line(self, verb: Verb, *, by: User, on: date) -> None:
        """One line on the case: which language and the day of the meeting."""
        meets_on = timezone.localdate(self.appointment.starts_at)
        words = {"interpreter": self.language, "date": meets_on.isoformat(), "booking": self.pk}
        self.appointment.case.write_line(verb, by=by, on=on, **words)

    def _refuse_ahead(self, on: date, today: date) -> None:
        if on > today:
            raise ValidationError({"on": _("It is recorded on the day or later, not before.")})

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.cancelled_on:
            raise ValidationError(_("This booking has been cancelled meanwhile."))


def without_interpreter(appointments: AppointmentQuerySet, day: date) -> AppointmentQuerySet:
    """Meetings from that day on with somebody who needs an interpreter, for which none is booked."""
    booked = InterpreterBooking.objects.standing().filter(appointment=OuterRef("pk"))
    ahead = appointments.standing().filter(case__closed_on=None, starts_at__date__gte=day)
    needed = ahead.exclude(case__person__interpreter="").exclude(kind=AppointmentKind.ELSEWHERE)
    return needed.filter(~Exists(booked))
