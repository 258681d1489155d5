from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from accounts.permissions import Role
from refugees.models.case import Case
from refugees.models.message import Message, MessageKind
from refugees.verbs import Verb

# Who works on cases, and can be given something to do on them.
DOERS = (Role.CASEWORKER, Role.TEAM_LEAD)


class TaskQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TaskQuerySet":
        """Tasks on cases this person sees whole, and those without a case that they gave or got."""
        own = Q(case=None) & (Q(assigned_to=user) | Q(created_by=user))
        return self.filter(own | Q(case__in=Case.objects.whole_for(user)))

    def open(self) -> "TaskQuerySet":
        """Not done yet."""
        return self.filter(done_at=None)

    def of(self, user: User) -> "TaskQuerySet":
        """This person's to do, whoever gave it."""
        return self.filter(assigned_to=user)

    def due(self, day: date) -> "TaskQuerySet":
        """Open ones whose day is that day or has passed."""
        return self.open().filter(due_on__lte=day)

    def overdue(self, day: date) -> "TaskQuerySet":
        """Open ones whose day has passed; the day itself is still in time."""
        return self.open().filter(due_on__lt=day)

    def by_date(self) -> "TaskQuerySet":
        """Soonest first, with people and case, ready for a list."""
        return self.select_related("assigned_to", "created_by", "done_by", "case__person").order_by(
            "due_on", "id"
        )

    def pass_on(self, *, case: Case, former: User, to: User) -> int:
        """What somebody had still to do on a case is somebody else's; return how many tasks that were."""
        return self.open().of(former).filter(case=case).update(assigned_to=to)

    def add(
        self, *, title: str, due_on: date, assigned_to: User, by: User, today: date, case: Case | None = None
    ) -> "Task":
        """Give a task to oneself or to a colleague of the unit, who is told if it is about a case."""
        task = self.model(
            title=title.strip(), due_on=due_on, assigned_to=assigned_to, created_by=by, case=case
        )
        if not may_do(assigned_to, unit_id=case.unit_id if case else by.unit_id):
            raise ValidationError({"assigned_to": _("Choose somebody of the unit.")})
        with transaction.atomic():
            task.full_clean()
            task.save()
            task.leave_line(Verb.TASK_ADDED, by=by, today=today)
            if case and assigned_to != by:
                Message.objects.tell(
                    case=case,
                    to=[assigned_to],
                    kind=MessageKind.TASK_GIVEN,
                    about=f"task:{task.public_id}",
                    by=by,
                    date=due_on.isoformat(),
                )
        return task


@pghistory.track()
class Task(models.Model):
    """Something to do by a day: one's own, or for a colleague; on a case or on none."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks")
    title = models.CharField(_("what is to be done"), max_length=200)
    due_on = models.DateField(_("by"))
    assigned_to = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("for")
    )
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        constraints = [
            models.CheckConstraint(name="task_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="task_done_when_and_by_whom_go_together",
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                name="task_open_by_person", fields=["assigned_to", "due_on"], condition=Q(done_at=None)
            ),
            models.Index(name="task_by_case", fields=["case", "due_on"]),
        ]

    def __str__(self) -> str:
        return f"task by {self.due_on} (#{self.pk})"

    def days_left(self, today: date) -> int:
        """Days until its day; 0 on the day itself, below 0 when it is overdue."""
        return (self.due_on - today).days

    def finish(self, *, by: User, today: date) -> bool:
        """It is done. False if it was done before: who did it first stays named."""
        return self._turn(Q(done_at=None), done_at=now(), done_by=by, verb=Verb.TASK_DONE, by=by, today=today)

    def undo(self, *, by: User, today: date) -> bool:
        """It is to do again: done was a mistake. False if it is open already."""
        is_done = Q(done_at__isnull=False)
        return self._turn(is_done, done_at=None, done_by=None, verb=Verb.TASK_REOPENED, by=by, today=today)

    @transaction.atomic
    def _turn(self, still: Q, *, verb: Verb, by: User, today: date, **facts: object) -> bool:
        """Change it if it still is what it was thought to be, and leave a line if so."""
        turned = bool(Task.objects.filter(still, pk=self.pk).update(**facts))
        if turned:
            self.refresh_from_db(fields=list(facts))
            self.leave_line(verb, by=by, today=today)
        return turned

    def leave_line(self, verb: Verb, *, by: User, today: date) -> None:
        """One line on the case, if there is one. The title stays out of it: it may name people."""
        if self.case_id:
            with Case.changing([self.case], by=by):
                self.case.write_line(
                    verb, by=by, on=today, about=self.assigned_to, task=self.pk, date=self.due_on.isoformat()
                )


def who_may_do(unit_id: int | None) -> models.QuerySet[User]:
    """Who can be given a task of that unit: its active caseworkers and team leads, by name."""
    return User.objects.active().filter(unit_id=unit_id, role__in=DOERS).order_by("name")


def may_do(user: User, *, unit_id: int | None) -> bool:
    """Whether this person can be given a task of that unit."""
    return user.is_active and unit_id is not None and user.unit_id == unit_id and user.role in DOERS
