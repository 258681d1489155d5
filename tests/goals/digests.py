"""The morning's and the week's mail as they go out; looked for in the outbox."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core import mail as post

from accounts.scope import system_scope
from goals import jobs, mailing

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MONDAY = date(2026, 11, 30)
# The month of the case of the cast runs out on Wednesday the second.
THURSDAY, FRIDAY = date(2026, 12, 3), date(2026, 12, 4)


def at(day, clock=time(6, 30)):
    """Live in that moment."""
    return system_scope("test", at=datetime.combine(day, clock, COPENHAGEN))


def write_and_send(day, clock=time(7, 0)):
    """One run of the job; return the mails that went out."""
    before = len(post.outbox)
    with at(day, clock):
        mailing.write_digests()
        mailing.send_waiting()
    return post.outbox[before:]


def to(mails, name):
    """The mails to one of the cast."""
    return [mail for mail in mails if mail.to == [f"{name}@example.dk"]]


def over(case):
    """The case goes over its deadlines on Thursday, seen at night."""
    with at(THURSDAY, time(0, 15)):
        assert jobs.sweep() == 2


def bodies(mails):
    """What these mails say in plain text."""
    return "".join(mail.body for mail in mails)
