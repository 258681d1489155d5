"""The page of whoever looks after the system: the jobs, and the mail that does not get out."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from goals.letters import Letter
from goals.models import Job, JobRun, Mail
from goals.models.mail import WAITS
from tests.factories import TODAY, UserFactory

pytestmark = pytest.mark.django_db

PAGE = "/goals/jobs/"


def written(user, event="day:2026-11-23", **facts):
    """A mail that waits, or as the facts say."""
    user.email = f"{user.username}@example.dk"
    user.save()
    mail = Mail.objects.claim(user=user, kind="morning", event=event, day=TODAY)
    mail.write(Letter("Secret subject", "Text", "<p>Text</p>"))
    Mail.objects.filter(pk=mail.pk).update(**facts)
    return mail


def given_up(user, event="day:2026-11-23"):
    """A mail that was tried as often as we try."""
    return written(user, event, tries=len(WAITS), next_try_at=timezone.now(), last_error="SMTPDataError 452")


def test_it_shows_how_each_job_ended(administrator, signed_in):
    JobRun.objects.begin(Job.SWEEP, as_of=TODAY).finish(read=3)
    JobRun.objects.begin(Job.DIGESTS, as_of=TODAY).finish(read=7, errors=2)
    JobRun.objects.begin(Job.RECONCILE, as_of=TODAY)

    html = signed_in(administrator).get(PAGE).content.decode()

    assert html.count("Finished") == 1
    assert html.count("With errors") == 1
    assert html.count("Not finished") == 1
    assert html.count("Has not run yet") == len(Job) - 3


def test_it_shows_what_was_given_up_but_not_what_it_says(administrator, caseworker, colleague, signed_in):
    given_up(caseworker)
    written(colleague)

    html = signed_in(administrator).get(PAGE).content.decode()

    assert "SMTPDataError 452" in html
    assert caseworker.name in html
    assert colleague.name not in html
    assert "1 waits to be sent" in html
    assert "Secret subject" not in html


def test_what_was_given_up_is_tried_again(administrator, caseworker, signed_in):
    mail = given_up(caseworker)
    client = signed_in(administrator)
    page = client.get(PAGE).content.decode()
    once = re.search(r'name="once" value="([^"]+)"', page)[1]

    answer = client.post(reverse("goals:try_again", args=[mail.public_id]), {"once": once}, follow=True)

    assert answer.redirect_chain == [(PAGE, 302)]
    assert "tried again" in answer.content.decode()
    assert list(Mail.objects.waiting()) == [mail]


def test_only_what_was_given_up_can_be_tried_again(administrator, caseworker, signed_in):
    mail = written(caseworker, tries=2)

    assert signed_in(administrator).post(reverse("goals:try_again", args=[mail.public_id])).status_code == 404
    mail.refresh_from_db()
    assert mail.tries == 2


def test_many_mails_cost_no_more_queries_than_a_few(
    administrator, signed_in, django_assert_num_queries, unit
):
    client = signed_in(administrator)
    for _each in range(3):
        given_up(UserFactory(unit=unit))
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for _each in range(27):
        given_up(UserFactory(unit=unit))
    with django_assert_num_queries(len(few)):
        client.get(PAGE)
    assert len(few) < 35


def test_the_watchdog_hears_of_mail_that_does_not_get_out(client, caseworker, colleague):
    written(caseworker)
    assert client.get("/healthz/mail/").status_code == 200

    given_up(colleague)
    answer = client.get("/healthz/mail/")

    assert (answer.status_code, answer.content) == (503, b"1 e-mails wait, 1 given up\n")


def test_the_watchdog_hears_of_mail_that_waits_for_hours(client, caseworker):
    written(caseworker, made_at=timezone.now() - timedelta(hours=3))

    assert client.get("/healthz/mail/").status_code == 503
