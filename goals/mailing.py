"""What the Celery tasks of the post call: write the digests that are due, send what waits. Safe to run twice, or
twice at once; a run that is missed is caught up by the next (docs/adr/0008)."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import SMTPResponseException
from urllib.parse import urlsplit
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import override

from accounts.day import now, today
from accounts.mailings import Mailing
from accounts.models import Absence, User
from accounts.scope import system_scope
from goals import jobs
from goals.digests import morning, weekly
from goals.letters import Letter
from goals.models import Job, JobRun, Mail
from refugees.takeover import is_day_off

logger = logging.getLogger(__name__)

# One run sends so many; what is left is taken up by the next, or by another worker meanwhile.
MAILS_A_RUN = 200
# Longer than the mail server's small troubles last.
STUCK_AFTER = timedelta(hours=2)
SHOWN = 100

Content = Callable[[Mail, User, date], Letter | None]
DIGESTS: dict[Mailing, Content] = {
    Mailing.MORNING: morning,
    Mailing.WEEKLY: lambda mail, user, day: weekly(user, day),
}


def due(moment: datetime, day: date) -> dict[Mailing, str]:
    """The digests whose time has come, each with the event that it is written for. None on a day off.

    The time has come from then on until the end of the day, or of the week: a run that was missed is caught up late,
    and what a digest says is gathered when it is written.
    """
    if is_day_off(day):
        return {}
    clock = timezone.localtime(moment).time()
    monday = day - timedelta(days=day.weekday())
    is_first_day = all(is_day_off(monday + timedelta(days=n)) for n in range(day.weekday()))
    events = {}
    if clock >= settings.MORNING_DIGEST_AT:
        events[Mailing.MORNING] = f"day:{day}"
    if clock >= settings.WEEKLY_DIGEST_AT or not is_first_day:
        events[Mailing.WEEKLY] = f"week:{monday}"
    return events


def write_digests() -> int:
    """Write the digests that are due and that nobody has written; return how many had something to say."""
    with system_scope("digests"):
        day = today()
        wanted = [
            (kind, event, key)
            for kind, event in due(now(), day).items()
            for key in _without(kind, event, day)
        ]
    if not wanted:
        return 0
    jobs.sweep()  # so that a digest never knows less than the pages do, even where the sweep was missed
    with system_scope("digests"):
        run = JobRun.objects.begin(Job.DIGESTS, as_of=day)
    written = errors = 0
    for kind, event, key in wanted:
        try:
            with system_scope("digests"):
                written += _write(kind, event, key, day)
        except Exception:  # one person's digest must not cost the others theirs; the next run tries it again
            logger.exception("The %s digest of user %s was not written", kind, key)
            errors += 1
    with system_scope("digests"):
        run.finish(read=len(wanted), flagged=written, errors=errors)
    return written


def _without(kind: Mailing, event: str, day: date) -> list[int]:
    """Who wants this digest, is not away, and has no row for it yet."""
    have = Mail.objects.filter(kind=kind, event=event).values("user")
    away = Absence.objects.on(day).values("user")
    users = User.objects.active().exclude(pk__in=have).exclude(pk__in=away).order_by("pk")
    return [user.pk for user in users if user.wants(kind)]


def _write(kind: Mailing, event: str, key: int, day: date) -> bool:
    """One person's digest: the claim and what it says, in one transaction. False if there is none, or nothing new."""
    user = User.objects.get(pk=key)
    mail = Mail.objects.claim(user=user, kind=kind, event=event, day=day)
    if mail is None:
        return False
    Mail.objects.replace_for(mail)
    with transaction.atomic(), override(user.language):
        if kind == Mailing.MORNING:
            Mail.objects.replace_notices_for(mail)
        letter = DIGESTS[kind](mail, user, day)
        # A digest that has nothing to say stands in for no notice.
        transaction.set_rollback(letter is None)
    if letter:
        mail.write(letter)
    return letter is not None


def send_waiting() -> int:
    """Send the mail that waits; return how many the mail server took.

    A server that does not answer costs no tries: everything waits until it does.
    """
    with system_scope("mail"):
        if not Mail.objects.waiting().to_somebody().filter(next_try_at__lte=timezone.now()).exists():
            return 0
        run = JobRun.objects.begin(Job.MAIL, as_of=today())
    sent = tried = 0
    server = get_connection()
    try:
        while tried < MAILS_A_RUN:
            server.open()
            with system_scope("mail"):
                mail = Mail.objects.take()
            if mail is None:
                break
            tried += 1
            sent += _send(mail, server)
    except OSError as error:
        logger.warning("The mail server does not answer: %s", _reason(error))
        tried += 1
    finally:
        _close(server)
    with system_scope("mail"):
        run.finish(read=tried, flagged=sent, errors=tried - sent)
    return sent


def _send(mail: Mail, server: BaseEmailBackend) -> bool:
    """Hand one mail to the server. No transaction is open meanwhile; the row says what became of it."""
    try:
        server.send_messages([_message(mail, server)])
    except (OSError, ValueError, InvalidToken) as error:  # the last: no key opens what was sealed
        _close(server)
        logger.warning("%s was not taken: %s", mail, _reason(error))
        with system_scope("mail"):
            mail.was_refused(_reason(error))
        return False
    with system_scope("mail"):
        mail.was_sent()
    return True


def _message(mail: Mail, server: BaseEmailBackend) -> EmailMultiAlternatives:
    """The same bytes that matter each time: by its Message-ID a receiver knows a mail that comes twice."""
    to, text, html = mail.contents()
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=text,
        to=[to],
        connection=server,
        headers={
            "Message-ID": f"<{mail.public_id}@{urlsplit(settings.SITE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(html, "text/html")
    return message


@dataclass(frozen=True, slots=True)
class Standing:
    """How the post stands: nothing of what mails say, only that they wait, since when, and what was given up."""

    waiting: int
    oldest: datetime | None
    given_up: list[Mail]

    @property
    def is_stuck(self) -> bool:
        """Something was given up, or has waited so long that somebody must look."""
        late = self.oldest and timezone.now() - self.oldest > STUCK_AFTER
        return bool(self.given_up or late)


def standing() -> Standing:
    """What waits and what was given up, whoever it is to."""
    with system_scope("mail"):
        waiting = Mail.objects.waiting().to_somebody().aggregate(count=Count("pk"), oldest=Min("made_at"))
        given_up = Mail.objects.given_up().to_somebody().defer("subject", "text", "html", "sealed")
        return Standing(
            waiting["count"], waiting["oldest"], list(given_up.select_related("user").order_by("-pk")[:SHOWN])
        )


def try_again(public_id: UUID) -> bool:
    """Start anew with a mail that was given up. False if there is none."""
    with system_scope("mail"):
        mail = Mail.objects.given_up().filter(public_id=public_id).first()
        if mail:
            mail.try_again()
    return mail is not None


def _reason(error: Exception) -> str:
    """The kind of error, without what the server said: that may hold addresses."""
    code = f" {error.smtp_code}" if isinstance(error, SMTPResponseException) else ""
    return f"{type(error).__name__}{code}"


def _close(server: BaseEmailBackend) -> None:
    try:
        server.close()
    except OSError as error:
        logger.debug("The connection to the mail server was gone: %s", _reason(error))
