from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import models, transaction
from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accounts.day import now
from accounts.mailings import Mailing
from accounts.models import Absence, User
from accounts.permissions import Role
from goals.letters import at_once
from goals.models.breach import Breach
from goals.models.conversation import Conversation
from goals.models.mail import Mail
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

        Message, mail to whoever asked for one, and mark are one transaction, so each is told once, whoever dies in
        between. A notice that has no reader yet (no caseworker, no team lead) stays unsent. Of a breach that has ended
        by now nothing is said any more: its notice is marked and nobody is troubled.
        """
        waiting = (
            self.unsent()
            .filter(pk__gt=after)
            .order_by("pk")
            .select_related("breach__case", "breach__clock", "case")
        )
        taken = list(waiting.select_for_update(of=("self",), skip_locked=True)[:DELIVERY_CHUNK])
        news = [notice for notice in taken if not notice.breach.ended_at]
        readers = readers_of({notice.case for notice in news}, today)
        told = [notice for notice in news if readers[notice.case_id]]
        Message.objects.send(
            [notice.message_to(user) for notice in told for user in readers[notice.case_id]], by=None
        )
        _mail(told, readers, today)
        settled = [notice.pk for notice in taken if notice.breach.ended_at or readers[notice.case_id]]
        self.filter(pk__in=settled).update(sent_at=now())
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


def remind(*, today: date, after: int = 0) -> list[Conversation]:
    """Tell the readers of the next conversations whose answer ran out, once for each answer; return these.

    One that has no reader yet is found again by the next run.
    """
    about = Concat(Value("reply:"), Cast("version", CharField()), output_field=CharField())
    told = Message.objects.filter(kind=MessageKind.ANSWER_RAN_OUT, about=OuterRef("about"))
    ran_out = Conversation.objects.needs_answer(today).filter(answered_at__isnull=False, pk__gt=after)
    untold = ran_out.annotate(about=about).exclude(Exists(told)).select_related("case").order_by("pk")
    talks = list(untold[:DELIVERY_CHUNK])
    readers = readers_of({talk.case for talk in talks}, today)
    messages = [
        Message(
            case=talk.case,
            to_user=user,
            kind=MessageKind.ANSWER_RAN_OUT,
            about=talk.about,
            details={"date": talk.next_on.isoformat()},
        )
        for talk in talks
        for user in readers[talk.case_id]
    ]
    Message.objects.send(messages, by=None)
    return talks


def _mail(told: Iterable[Notice], readers: Mapping[int, list[User]], today: date) -> None:
    """Write one mail to each reader who wants to know at once, about all of these that no mail told them of."""
    wanted: dict[User, list[Breach]] = defaultdict(list)
    for notice in told:
        for user in readers[notice.case_id]:
            if user.wants(Mailing.AT_ONCE):
                wanted[user].append(notice.breach)
    for user, breaches in wanted.items():
        event = f"breach:{min(breach.pk for breach in breaches)}"
        mail = Mail.objects.claim(user=user, kind=Mailing.AT_ONCE, event=event, day=today)
        if mail and (news := mail.tell_of(breaches)):
            with override(user.language):
                mail.write(at_once(news, today))


def readers_of(cases: Iterable[Case], today: date) -> dict[int, list[User]]:
    """Who is to know, by case: its caseworker; the team leads of its unit while there is none, or that one is away."""
    cases = list(cases)
    readers: dict[int, list[User]] = defaultdict(list)
    covered = set()
    members = TeamMember.objects.on(today).caseworkers().filter(case__in=cases)
    away = Exists(Absence.objects.on(today).filter(user=OuterRef("user")))
    for member in members.select_related("user").annotate(is_away=away):
        readers[member.case_id].append(member.user)
        if not member.is_away:
            covered.add(member.case_id)
    leads: dict[int, list[User]] = defaultdict(list)
    for lead in User.objects.active().filter(role=Role.TEAM_LEAD, unit__in={c.unit_id for c in cases}):
        leads[lead.unit_id].append(lead)
    for case in cases:
        if case.pk not in covered:
            readers[case.pk] += [lead for lead in leads[case.unit_id] if lead not in readers[case.pk]]
    return readers
