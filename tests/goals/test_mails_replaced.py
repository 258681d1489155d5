"""What a new digest stands in for: nothing is told twice, and nothing that was given up is lost by it."""

import pytest

from accounts.mailings import Mailing
from goals import mailing
from goals.models import Breach, Mail, MailedBreach
from goals.models.mail import WAITS
from refugees.models import TeamMember
from tests.factories import TODAY
from tests.goals.mails import TOO_LATE, let_time_pass, with_breaches, written

pytestmark = pytest.mark.django_db


def test_a_digest_that_never_got_out_is_replaced_by_the_next_which_tells_it_all(case, reader):
    with_breaches(case)
    first = written(reader, "day:2026-12-03")
    assert len(first.tell_of(Breach.objects.all())) == 2
    second = Mail.objects.claim(user=reader, kind=Mailing.MORNING, event="day:2026-12-04", day=TODAY)

    Mail.objects.replace_for(second)

    first.refresh_from_db()
    assert first.replaced_at is not None
    assert len(second.tell_of(Breach.objects.all())) == 2


def test_a_digest_that_is_on_its_way_is_not_replaced(case, reader):
    with_breaches(case)
    first = written(reader, "day:2026-12-03")
    first.tell_of(Breach.objects.all())
    Mail.objects.take()
    second = Mail.objects.claim(user=reader, kind=Mailing.MORNING, event="day:2026-12-04", day=TODAY)

    Mail.objects.replace_for(second)

    first.refresh_from_db()
    assert first.replaced_at is None
    assert second.tell_of(Breach.objects.all()) == []


def given_up(user, *, kind=Mailing.AT_ONCE, event="breach:1"):
    """A mail that was tried as often as we try."""
    mail = written(user, event=event, kind=kind)
    Mail.objects.filter(pk=mail.pk).update(tries=len(WAITS), last_error="SMTPDataError 550")
    let_time_pass(mail)
    return mail


def digest(kind, reader, day=TOO_LATE):
    """A run of the job that finds this digest due; whether it had anything to say."""
    return mailing._write(kind, f"day:{day}", reader.pk, day)


@pytest.mark.day(TOO_LATE)
@pytest.mark.parametrize(("kind", "stands_in"), [(Mailing.MORNING, True), (Mailing.WEEKLY, False)])
def test_only_a_morning_digest_stands_in_for_a_notice_that_was_given_up(case, reader, kind, stands_in):
    with_breaches(case)
    notice = given_up(reader)
    notice.tell_of(Breach.objects.all())

    assert digest(kind, reader)

    notice.refresh_from_db()
    assert (notice.replaced_at is not None) == stands_in
    told_by = set(MailedBreach.objects.values_list("mail__kind", flat=True))
    assert told_by == {Mailing.MORNING if stands_in else Mailing.AT_ONCE}


@pytest.mark.day(TOO_LATE)
def test_a_morning_digest_that_has_nothing_to_say_stands_in_for_no_notice(case, reader):
    with_breaches(case)
    notice = given_up(reader)
    notice.tell_of(Breach.objects.all())
    TeamMember.objects.get(case=case, user=reader).leave(on=TOO_LATE, by=None)

    assert not digest(Mailing.MORNING, reader)

    notice.refresh_from_db()
    assert notice.replaced_at is None
    assert set(MailedBreach.objects.values_list("mail", flat=True)) == {notice.pk}


def test_a_weekly_digest_that_was_given_up_waits_for_the_next_week(case, reader):
    weekly = given_up(reader, kind=Mailing.WEEKLY, event="week:2026-11-16")

    digest(Mailing.MORNING, reader, TODAY)
    weekly.refresh_from_db()
    assert weekly.replaced_at is None

    digest(Mailing.WEEKLY, reader, TODAY)
    weekly.refresh_from_db()
    assert weekly.replaced_at is not None
