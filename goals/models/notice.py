from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from accounts.permissions import Role
from goals.models.breach import Breach
from goals.verbs import MessageKind
from refugees.models import Case, Message, TeamMember

# Notices delivered together: short locks, and a killed run has kept what it committed.
DELIVERY_CHUNK = 200


class NoticeQuerySet(models.QuerySet):
    def unsent(self) -> "NoticeQuerySet":
        """Still to be delivered."""
        return self.filter(sent_at=None)

    @transaction.atomic
    def deliver(self, *, today: date, after: int = 0) -> "list[Notice]":
        """Take the next notices that no other worker holds, tell their readers, mark them sent; return those taken.

        Message and mark are one transaction, so each is told once, whoever dies in between. A notice that has no
        reader yet (no caseworker, no team lead) stays unsent.
        """
        waiting = self.unsent().filter(pk__gt=after).order_by("pk").select_related("case", "breach__clock")
        taken = list(waiting.select_for_update(of=("self",), skip_locked=True)[:DELIVERY_CHUNK])
        readers = _readers({notice.case for notice in taken}, today)
        told = [notice for notice in taken if readers[notice.case_id]]
        Message.objects.send(
            [notice.message_to(user) for notice in told for user in readers[notice.case_id]], by=None
        )
        self.filter(pk__in=[notice.pk for notice in told]).update(sent_at=now())
        return taken


class Notice(models.Model):
    """A notice to be sent about a breach: the outbox, written in the statement that opens the breach, so that
    none is lost and none is sent twice."""

    breach = models.OneToOneField(Breach, on_delete=models.PROTECT, related_name="notice")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [models.Index(name="notice_to_send", fields=["id"], condition=models.Q(sent_at=None))]

    def __str__(self) -> str:
        return f"notice (#{self.pk})"

    def message_to(self, user: User) -> Message:
        """What this reader is told: which promise, since when, whose."""
        clock = self.breach.clock
        details = {
            "goal": clock.goal,
            "standard": clock.standard,
            "date": self.breach.over_since.isoformat(),
        }
        return Message(
            case=self.case,
            to_user=user,
            kind=MessageKind.BREACH,
            about=f"breach:{self.breach_id}",
            details=details,
        )


def _readers(cases: Iterable[Case], today: date) -> dict[int, list[User]]:
    """Who is to know, by case: its caseworker; while it has none, the team leads of its unit."""
    cases = list(cases)
    readers: dict[int, list[User]] = defaultdict(list)
    members = TeamMember.objects.on(today).caseworkers().filter(case__in=cases, user__is_active=True)
    for member in members.select_related("user"):
        readers[member.case_id].append(member.user)
    leads: dict[int, list[User]] = defaultdict(list)
    for lead in User.objects.active().filter(role=Role.TEAM_LEAD, unit__in={c.unit_id for c in cases}):
        leads[lead.unit_id].append(lead)
    for case in cases:
        readers[case.pk] = readers[case.pk] or leads[case.unit_id]
    return readers
