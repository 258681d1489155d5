"""What a company tells on its page: what becomes of it, and what is shown again to whoever wrote it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.models import Evaluation, HostLink, HostReport, Offer
from refugees.models import CaseLine, Message, Occupation
from tests.factories import TODAY, CaseFactory
from tests.forms import on
from tests.internships.hosts import CONTENT, page_of, reading, telling
from tests.internships.recording import OFFERED, today

pytestmark = pytest.mark.django_db


def test_confirming_is_the_companys_signature(host, case, agreement, secret):
    assertContains(host.get(page_of(secret)), "Confirm the agreement")

    response = host.post(
        page_of(secret, "confirm"),
        telling("confirm", {"name": "Bente Baker", "late_reason": "On holiday."} | today("confirmed_on"))
        | reading(host, secret),
    )

    assertRedirects(response, page_of(secret))
    agreement.refresh_from_db()
    assert (agreement.company_signed_on, agreement.company_signed_by) == (TODAY, "Bente Baker")
    assert agreement.late_reason == "On holiday."
    page = host.get(page_of(secret))
    assertContains(page, "Confirmed the agreement")
    assertNotContains(page, "Confirm the agreement")


def test_a_start_that_the_company_tells_of_is_recorded_as_told_by_it(host, case, offer, secret, caseworker):
    response = host.post(page_of(secret, "started"), telling("started", on("started_on", date(2026, 11, 16))))

    assertRedirects(response, page_of(secret))
    began = Occupation.objects.get()
    assert (began.started_on, began.kind, began.recorded_by) == (date(2026, 11, 16), "internship", None)
    assert (began.planned_last_on, began.minutes_a_week) == (date(2026, 12, 13), 20 * 60)
    assert began.placement.offer == offer
    report = HostReport.objects.get()
    assert (report.told, report.name, report.on) == ("started", "Bente Baker", date(2026, 11, 16))
    message = Message.objects.get(kind="host-told")
    assert message.to_user == caseworker
    assert message.sentence == "The company, on its page: told of the start, Mon 16 Nov 2026"
    assert CaseLine.objects.filter(case=case, verb="host-told").count() == 1


def test_the_caseworker_corrects_what_the_company_told(host, lise, case, secret):
    host.post(page_of(secret, "started"), telling("started", today("started_on")))
    began = Occupation.objects.get()

    lise.post(
        reverse("internships:correct_start", args=[case.public_id, began.public_id]),
        {"reason": "The baker mistook the day.", "consented_on_when": ""}
        | on("started_on", date(2026, 11, 20)),
    )

    began.refresh_from_db()
    assert began.started_on == date(2026, 11, 20)
    assertContains(lise.get(reverse("case", args=[case.public_id])), "Told of the start")


def test_that_nobody_came_is_recorded_with_whose_doing_it_was(host, case, offer, secret, caseworker):
    host.post(
        page_of(secret, "not-started"),
        telling("not-started", {"whose": "company", "reason": "The oven broke."}),
    )

    offer.refresh_from_db()
    assert (offer.not_started_on, offer.not_started_whose) == (TODAY, "company")
    assert Message.objects.filter(to_user=caseworker, kind="host-told").count() == 1
    page = host.get(page_of(secret))
    assertNotContains(page, "Has ")
    assertContains(page, "Told that nobody came")


def test_a_worry_reaches_the_caseworker_as_a_sign(host, lise, case, secret, occupation, caseworker):
    host.post(page_of(secret, "worry"), telling("worry", {"kind": "late", "words": "Twice this week."}))

    sign = case.warning_signs.get()
    assert (sign.kind, sign.noted_by, sign.words, sign.author) == (
        "late",
        "company",
        "Twice this week.",
        None,
    )
    assert HostReport.objects.get().told == "sign"
    assert Message.objects.filter(to_user=caseworker).count() == 1


def test_a_company_is_not_asked_about_health(host, secret, occupation):
    assertNotContains(host.get(page_of(secret)), "health-team")


ANSWERS = {
    "tasks": "well",
    "punctuality": "well",
    "language": "partly",
    "again": "yes",
    "words": "Come again.",
}


def test_the_company_evaluates_near_the_end(host, case, secret, occupation, caseworker):
    assertNotContains(host.get(page_of(secret)), "How did it go?")
    occupation.end(on=TODAY, ending="completed", today=TODAY, by=caseworker)
    assertContains(host.get(page_of(secret)), "How did it go?")

    host.post(page_of(secret, "evaluation"), telling("evaluate", ANSWERS))

    given = Evaluation.objects.get()
    assert (given.side, given.words, given.recorded_by) == ("company", "Come again.", None)
    assert given.told_through == HostLink.objects.get()


@pytest.mark.parametrize(
    ("name", "path", "facts"),
    [
        ("started", "started", today("started_on")),
        ("not-started", "not-started", {"whose": "person", "reason": "Nobody knows."}),
        ("confirm", "confirm", {"name": "Bente Baker", "late_reason": "Late."} | today("confirmed_on")),
    ],
)
def test_what_is_sent_twice_is_told_once(host, case, offer, secret, name, path, facts):
    sent = telling(name, facts) | reading(host, secret)

    first, second = (host.post(page_of(secret, path), sent) for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 302)
    assert HostReport.objects.count() == 1
    assert Message.objects.filter(kind="host-told").count() == 1


def test_a_start_told_a_second_time_is_refused_in_words(host, case, secret):
    host.post(page_of(secret, "started"), telling("started", today("started_on")))

    response = host.post(page_of(secret, "started"), telling("started", today("started_on")))

    assertContains(response, "already been started", status_code=422)
    assert Occupation.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "path", "facts", "sentence"),
    [
        ("started", "started", on("started_on", TODAY + timedelta(days=1)), "not before."),
        (
            "not-started",
            "not-started",
            {"whose": "", "reason": "The oven broke."},
            "Choose whose doing it was.",
        ),
        ("confirm", "confirm", {"name": ""} | today("confirmed_on"), "Write your name."),
        (
            "confirm",
            "confirm",
            {"name": "Bente"} | today("confirmed_on"),
            "It is signed after the first day.",
        ),
    ],
)
def test_a_form_that_is_not_in_order_keeps_what_was_typed(host, secret, name, path, facts, sentence):
    response = host.post(page_of(secret, path), telling(name, facts) | reading(host, secret))

    assertContains(response, sentence, status_code=422)
    assertContains(response, facts.get("reason", ""), status_code=422)
    assert not HostReport.objects.exists()


def test_a_worry_that_was_written_while_it_ended_is_kept_for_the_caseworker(
    host, lise, case, secret, occupation, caseworker
):
    occupation.end(on=TODAY, ending="completed", today=TODAY, by=caseworker)

    host.post(page_of(secret, "worry"), telling("worry", {"kind": "late", "words": "Often ill at ease."}))

    report = HostReport.objects.get()
    assert (report.told, report.words, report.hindrance) == ("sign", "Often ill at ease.", "over")
    assert not case.warning_signs.exists()
    assert Message.objects.get(kind="host-hindered").to_user == caseworker
    assertContains(lise.get(reverse("case", args=[case.public_id])), "Often ill at ease.")


def test_an_evaluation_that_was_written_while_it_was_extended_is_taken(
    host, case, secret, occupation, caseworker
):
    occupation.plan_end(on=TODAY + timedelta(days=90), today=TODAY, by=caseworker)

    host.post(page_of(secret, "evaluation"), telling("evaluate", ANSWERS))

    assert Evaluation.objects.get().words == "Come again."


def test_an_evaluation_of_a_start_that_was_taken_back_is_shown_again(
    host, case, secret, occupation, caseworker
):
    occupation.take_back(reason="A mistake.", on=TODAY, by=caseworker)

    response = host.post(page_of(secret, "evaluation"), telling("evaluate", ANSWERS))

    assertContains(response, "Nothing has begun here by what we know.", status_code=422)
    assertContains(response, "Come again.", status_code=422)
    assertContains(response, "+45 12 34 56 78", status_code=422)


def test_a_confirmation_of_what_was_signed_meanwhile_is_shown_again(host, agreement, secret):
    agreement.sign(
        company_signed_on=TODAY, company_signed_by="Vagn Baker", late_reason="By post.", today=TODAY, by=None
    )
    sent = telling(
        "confirm", {"name": "Bente Baker", "late_reason": "The oven broke."} | today("confirmed_on")
    )

    response = host.post(page_of(secret, "confirm"), sent)

    assertContains(response, "This is settled meanwhile", status_code=422)
    assertContains(response, "The oven broke.", status_code=422)


def test_what_was_changed_while_the_company_read_it_is_not_signed_before_it_is_read(
    host, agreement, secret, caseworker
):
    said = {"name": "Bente Baker", "late_reason": "On holiday."} | today("confirmed_on")
    seen = reading(host, secret)
    agreement.rewrite(today=TODAY, by=caseworker, **(CONTENT | {"minutes_a_week": 37 * 60}))

    refused = host.post(page_of(secret, "confirm"), telling("confirm", said) | seen)

    assertContains(refused, "What is agreed was changed while you read it.", status_code=422)
    assertContains(refused, "37 h", status_code=422)
    assertContains(refused, "On holiday.", status_code=422)
    agreement.refresh_from_db()
    assert agreement.company_signed_on is None
    again = telling("confirm", said) | reading(host, secret)
    assertRedirects(host.post(page_of(secret, "confirm"), again), page_of(secret))
    agreement.refresh_from_db()
    assert (agreement.company_signed_on, agreement.minutes_a_week) == (TODAY, 37 * 60)


@pytest.mark.parametrize("how", ["expired", "revoked"])
def test_what_was_written_while_the_link_ended_is_shown_again(host, secret, occupation, caseworker, how):
    if how == "expired":
        HostLink.objects.update(valid_until=TODAY - timedelta(days=1))
    else:
        HostLink.objects.get().revoke(on=TODAY, by=caseworker)

    response = host.post(page_of(secret, "worry"), telling("worry", {"kind": "late", "words": "Twice <b>."}))

    assertContains(response, "has not reached us", status_code=410)
    assertContains(response, "Twice &lt;b&gt;.", status_code=410)
    assertContains(response, "Lise Invented", status_code=410)
    assertNotContains(host.get(page_of(secret)), "has not reached us", status_code=410)


def test_a_forged_form_is_refused(secret):
    host = Client(enforce_csrf_checks=True)

    response = host.post(page_of(secret, "started"), telling("started", today("started_on")))

    assert response.status_code == 403
    assert not Occupation.objects.exists()


def test_a_form_of_one_link_reaches_no_other_offer(host, unit, case, offer, secret, caseworker):
    other_case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker)
    Offer.objects.make(
        case=other_case,
        company=offer.company,
        kind="internship",
        offered_on=OFFERED,
        today=TODAY,
        by=caseworker,
    )

    host.post(page_of(secret, "started"), telling("started", today("started_on")))

    assert [each.case for each in Occupation.objects.all()] == [case]
