"""Mails in a line each, and a day on which the case of the cast is over its deadlines."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.mailings import Mailing
from goals.letters import Letter
from goals.models import Breach, Mail
from tests.factories import TODAY

TOO_LATE = date(2026, 12, 3)


def written(user, event="day:2026-11-23", kind=Mailing.MORNING):
    """A mail that waits to be sent."""
    mail = Mail.objects.claim(user=user, kind=kind, event=event, day=TODAY)
    mail.write(Letter("Subject", "Text", "<p>Text</p>"))
    return mail


def let_time_pass(mail):
    """Until the next try may be made."""
    Mail.objects.filter(pk=mail.pk).update(next_try_at=timezone.now() - timedelta(seconds=1))


def with_breaches(case):
    """The case is over both its deadlines, and it was seen."""
    Breach.objects.flag(TOO_LATE)
    assert Breach.objects.filter(case=case).count() == 2
