"""The link for a company goes out by e-mail from here: once, with the company's name and the link, and nothing else."""

import re
from datetime import timedelta

import pytest
from django.core import mail as post
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.scope import user_scope
from goals import mailing
from goals.models import Mail, Outside
from internships.models import HostLink
from tests.factories import TODAY
from tests.forms import on
from tests.goals.test_mail import Refusing
from tests.internships.hosts import agreement_on, link_to, page_of
from tests.internships.recording import url
from tests.internships.relations import person_of
from tests.support.post import PostOffice

pytestmark = pytest.mark.django_db

FORM = {"contact_name": "", "call_name": "Lise Invented", "call_phone": "12 34 56 78"} | on(
    "valid_until", TODAY + timedelta(weeks=8)
)
TO = "bente@example.dk"


@pytest.fixture
def bente(company):
    return person_of(company, name="Bente Baker", email=TO)


@pytest.fixture
def sent(lise, case, offer, bente):
    """Lise has made a link and sent it; the answer to her form."""
    return lise.post(url("make_link", case, offer), FORM | {"contact": str(bente.public_id), "by_mail": "on"})


def secret_in(words):
    [secret] = set(re.findall(r"/host/([\w-]+)/", words))
    return secret


def test_it_reaches_the_contact_person_as_text_and_as_html_and_opens_the_page(sent, case, offer):
    agreement_on(offer)

    assert mailing.send_waiting() == 1

    [mail] = post.outbox
    assert mail.to == [TO]
    [(html, kind)] = mail.alternatives
    assert kind == "text/html"
    assert secret_in(mail.body) == secret_in(html) == secret_in(sent.content.decode())
    assert Client().get(page_of(secret_in(mail.body))).status_code == 200


def test_it_says_the_companys_name_in_two_languages_and_nothing_of_anybody(sent, case, offer, caseworker):
    mailing.send_waiting()

    [mail] = post.outbox
    said = mail.subject + mail.body + mail.alternatives[0][0]
    assert "Invented Bakery has a page with the City" in mail.body
    assert "Invented Bakery har en side hos kommunen" in mail.body
    for fact in (
        case.person.given_name,
        case.person.family_name,
        case.number,
        str(case.public_id),
        "Bente",
        caseworker.name,
        "12 34 56 78",
        "nternship",
    ):
        assert fact not in said


def test_a_real_mail_server_gets_it_once_however_often_the_outbox_is_emptied(sent, settings):
    with PostOffice() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False

        assert (mailing.send_waiting(), mailing.send_waiting()) == (1, 0)

    [mail] = office.mails
    assert mail["To"] == TO
    assert {part.get_content_type() for part in mail.walk()} >= {"text/plain", "text/html"}
    row = Mail.objects.get()
    assert mail["Message-ID"] == f"<{row.public_id}@localhost>"


def test_the_secret_lies_in_no_table_while_it_waits_nor_after(sent):
    secret = secret_in(sent.content.decode())

    def tables():
        with connection.cursor() as cursor:
            cursor.execute("SELECT string_agg(m::text, '') FROM goals_mail m")
            mails = cursor.fetchone()[0]
            cursor.execute("SELECT string_agg(l::text, '') FROM internships_hostlink l")
            return mails + cursor.fetchone()[0]

    assert Mail.objects.get().sealed
    assert secret not in tables()
    assert secret.encode().hex() not in tables()
    mailing.send_waiting()
    assert bytes(Mail.objects.get().sealed) == b""


def test_who_sent_it_to_whom_and_whether_it_got_out_stands_on_the_case(
    sent, lise, signed_in, colleague, case, offer
):
    page = reverse("case", args=[case.public_id])
    assertContains(sent, f"It goes to {TO} by e-mail within a few minutes.")
    assertContains(lise.get(page), f"Sent to {TO} by Lise Invented")
    assertContains(lise.get(page), "on its way")

    mailing.send_waiting()

    for reader in (lise, signed_in(colleague)):
        assertContains(reader.get(page), "the mail server took it on")
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Link for the company sent by e-mail")


def test_what_no_server_takes_is_tried_again_and_said(sent, lise, case, monkeypatch):
    monkeypatch.setattr(mailing, "get_connection", lambda: Refusing(error=OSError("broken")))
    assert mailing.send_waiting() == 0
    Mail.objects.update(tries=99)

    page = lise.get(reverse("case", args=[case.public_id]))

    assertContains(page, "not taken by any server; an administrator can send it again")
    assert Mail.objects.get().sealed


@pytest.mark.parametrize("how", ["revoked", "replaced"])
def test_a_link_that_leads_nowhere_is_not_sent_any_more_whoever_ended_it(
    sent, at_forms, colleague, case, offer, how
):
    browser, link = at_forms(colleague), HostLink.objects.get()
    if how == "revoked":
        browser.post(url("revoke_link", case, link), {})
    else:
        browser.post(url("make_link", case, offer), FORM | {"contact": "", "contact_name": "Vagn Washer"})

    assert mailing.send_waiting() == 0

    row = Mail.objects.get()
    assert (bytes(row.sealed), row.sent_at) == (b"", None)
    assert row.replaced_at is not None


def test_whoever_does_not_ask_for_it_sends_nothing(lise, case, offer, bente):
    answer = lise.post(url("make_link", case, offer), FORM | {"contact": str(bente.public_id)})

    assertContains(answer, f"mailto:{TO}")
    assertNotContains(answer, "It goes to")
    assert not Mail.objects.exists()


def test_an_address_that_is_missing_is_said_and_nothing_typed_is_lost(lise, case, offer, company):
    vagn = person_of(company, name="Vagn Washer", email="")
    assertContains(lise.get(url("make_link", case, offer)), "Vagn Washer, no e-mail address known")

    refused = lise.post(
        url("make_link", case, offer), FORM | {"contact": str(vagn.public_id), "by_mail": "on"}
    )

    assertContains(refused, "No e-mail address of Vagn Washer is known.", status_code=422)
    assertContains(refused, "12 34 56 78", status_code=422)
    assert not HostLink.objects.exists()
    made = lise.post(url("make_link", case, offer), FORM | {"contact": str(vagn.public_id)})
    assertContains(made, "No e-mail address of Vagn Washer is known.")


def test_somebody_who_is_no_contact_person_is_not_written_to(lise, case, offer, bente):
    typed = {"contact": "", "contact_name": "Somebody", "by_mail": "on"}

    refused = lise.post(url("make_link", case, offer), FORM | typed)

    assertContains(refused, "Only a contact person of the company is written to.", status_code=422)
    assert not HostLink.objects.exists()


def test_the_mail_is_seen_by_whoever_sees_the_link_and_by_nobody_else(sent, colleague, stranger, mentor):
    with user_scope(colleague):
        assert Mail.objects.count() == 1
    for user in (stranger, mentor):
        with user_scope(user):
            assert not Mail.objects.exists()


def test_it_goes_out_also_where_its_sender_has_no_address_or_has_left(sent, caseworker):
    assert caseworker.email == ""
    caseworker.leave()

    assert mailing.send_waiting() == 1


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"kind": "morning", "subject": "S", "sealed": b"x"}, "mail_has_all_its_parts_or_none"),
        ({"kind": "company", "subject": "S", "text": "T"}, "mail_has_all_its_parts_or_none"),
        ({"kind": "company", "sealed": b"x"}, "mail_has_all_its_parts_or_none"),
        (
            {"kind": "company", "subject": "S", "sealed": b"x", "sent_at": "2026-11-23T10:00:00Z"},
            "sent_mail_holds_no_sealed_words",
        ),
    ],
)
def test_the_database_refuses_a_mail(caseworker, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Mail.objects.create(**{"user": caseworker, "event": "e", "day": TODAY} | facts)


def test_the_same_link_is_written_once(offer, caseworker):
    link_to(offer, caseworker, mail_to=TO)
    row = Mail.objects.get()

    again = Mail.objects.claim(user=caseworker, kind=Outside.COMPANY, event=row.event, day=TODAY)

    assert again is None
