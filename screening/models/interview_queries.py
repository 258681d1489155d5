"""Which interviews are meant, and planning a new one."""

from datetime import date
from typing import Any

from django.db import models

from accounts.models import User
from refugees.models import Appointment, AppointmentKind, Case
from screening.interviews.verbs import Verb
from screening.models.planning import Outcome


class InterviewQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "InterviewQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def open(self) -> "InterviewQuerySet":
        """Planned, and nobody has said yet what became of it."""
        return self.filter(outcome=Outcome.OPEN)

    def held(self) -> "InterviewQuerySet":
        """Those that took place: only they keep a promise."""
        return self.filter(outcome=Outcome.HELD)

    def of(self, user: User) -> "InterviewQuerySet":
        """Those this person holds."""
        return self.filter(interviewer=user)

    def between(self, first: date, last: date) -> "InterviewQuerySet":
        """Those planned for these days, both included."""
        return self.filter(planned_on__gte=first, planned_on__lte=last)

    def by_time(self) -> "InterviewQuerySet":
        """Earliest first, ready for a list."""
        return self.select_related("case__person", "interviewer", "appointment").order_by(
            "planned_on", "starts", "pk"
        )

    def plan(
        self, *, case: Case, kind: str, by: User, follows: models.Model | None = None, **facts: Any
    ) -> models.Model:
        """Agree on a time for an interview; it stands in the calendar of whoever holds it."""
        with Case.changing([case], by=by):
            interview = self.model(case=case, kind=kind, follows=follows, recorded_by=by, **facts)
            interview.place = interview.place.strip()
            interview.full_clean()
            interview.appointment = Appointment.objects.make(
                case=case,
                kind=AppointmentKind.INTERVIEW,
                title=str(kind),
                place=interview.place,
                starts_at=interview.moment(interview.starts),
                ends_at=interview.moment(interview.ends),
                staff=[interview.interviewer],
                by=by,
            )
            interview.save()
            if follows is None:
                interview.leave_line(Verb.PLANNED, by=by, on=interview.planned_on)
        return interview
