"""The contract on the screen: drawing it up with its activities, signing, printing in two languages."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.models import version_of
from screening.models import Activity, Contract
from screening.views.contract import TELLS
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory
from tests.forms import no_day, on
from tests.people import arranging

TAKEOVER = date(2026, 11, 2)
GOAL = "Work in a kitchen."


def url(name, case, *rows):
    return reverse(f"screening:{name}", args=[case.public_id, *(row.public_id for row in rows)])


def row(number, **facts):
    """One row of activities as a browser sends it."""
    sent = {"kind": "", "what": "", "minutes_a_week": ""} | facts
    named = {f"activity-{number}-{name}": value for name, value in sent.items()}
    return named | no_day(f"activity-{number}-begins_on") | no_day(f"activity-{number}-ends_on")


def rows(*sent):
    """The rows with their count; two empty ones follow, as on the page."""
    data = {"activity-TOTAL_FORMS": str(len(sent) + 2), "activity-INITIAL_FORMS": "0"}
    for number, facts in enumerate([*sent, {}, {}]):
        data |= row(number, **facts)
    return data


DANISH = {"kind": "danish", "what": "Danish education 2", "minutes_a_week": "15"}
CONTENT = (
    {"goal": GOAL, "ratio": "", "administration": "", "drawn_up_on_when": "today"}
    | on("programme_from", TAKEOVER)
    | rows(DANISH)
)


@pytest.fixture
def newcomer(unit, caseworker, mentor):
    """Nothing is signed yet."""
    return CaseFactory(
        unit=unit, caseworker=caseworker, mentor=mentor, taken_over_on=TAKEOVER, contract_on=None
    )


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


@pytest.fixture
def draft(newcomer, caseworker):
    return Contract.objects.draw_up(
        case=newcomer,
        drawn_up_on=TODAY,
        goal=GOAL,
        programme_from=TAKEOVER,
        activities=[{"kind": "danish", "what": "Danish education 2", "minutes_a_week": 900}],
        today=TODAY,
        by=caseworker,
    )


@pytest.mark.django_db
def test_it_is_drawn_up_with_its_activities(lise, newcomer):
    assertContains(lise.get(url("contract", newcomer)), "No contract is drawn up yet.")

    response = lise.post(url("draw_up_contract", newcomer), CONTENT)

    assertRedirects(response, url("contract", newcomer))
    version = Contract.objects.get()
    assert (version.goal, version.programme_from, version.drawn_up_on) == (GOAL, TAKEOVER, TODAY)
    told = version.activities.get()
    assert (told.kind, told.what, told.minutes_a_week) == ("danish", "Danish education 2", 900)
    assertContains(lise.get(reverse("case", args=[newcomer.public_id])), "Version 1 is a draft of")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"goal": ""}, "Write the goal."),
        (rows(), "Write at least one activity."),
        (rows(DANISH | {"kind": ""}), "Activity 1: Choose the kind of activity."),
        (rows(DANISH, {"kind": "other"}), "Activity 2: Write what the person is to do."),
        (rows(DANISH | {"minutes_a_week": "50"}), "Activity 1: Write hours a week, at most 37."),
        (on("drawn_up_on", date(2026, 12, 24)), "This day has not come yet."),
    ],
)
def test_what_is_refused_is_told_and_nothing_typed_is_lost(lise, newcomer, sent, sentence):
    response = lise.post(url("draw_up_contract", newcomer), CONTENT | {"ratio": "Mornings"} | sent)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "Mornings", status_code=422)
    assert not Contract.objects.exists()


@pytest.mark.django_db
def test_a_draft_is_changed_and_who_comes_second_sees_both_texts(lise, newcomer, draft):
    page = lise.get(url("change_contract", newcomer, draft))
    assertContains(page, GOAL)
    assertContains(page, "Danish education 2")
    sent = CONTENT | {"version": version_of(draft, TELLS), "goal": "Another goal"}
    assert lise.post(url("change_contract", newcomer, draft), sent).status_code == 302

    version = Contract.objects.get()
    emptied = (
        CONTENT | rows({}, {"kind": "other", "what": "A mentor"}) | {"version": version_of(version, TELLS)}
    )
    assert lise.post(url("change_contract", newcomer, draft), emptied).status_code == 302
    assert [told.what for told in version.activities.all()] == ["A mentor"]

    late = lise.post(url("change_contract", newcomer, draft), sent | {"goal": "A third goal"})

    assertContains(late, GOAL, status_code=409)
    assertContains(late, "A third goal", status_code=409)
    assert Contract.objects.get().goal == GOAL


SIGNED = (
    {"city_signed_on_when": "today", "person_missing": "", "fixed_because": ""}
    | on("person_signed_on", TODAY)
    | on("declaration_signed_on", TODAY)
)


@pytest.mark.django_db
def test_the_signatures_put_it_in_force(lise, newcomer, draft):
    response = lise.post(
        url("conclude_contract", newcomer, draft), SIGNED | {"version": version_of(draft, TELLS)}
    )

    assertRedirects(response, url("contract", newcomer))
    assertContains(lise.get(url("contract", newcomer)), "In force")
    assertContains(lise.get(url("contract", newcomer)), "Draw up a revision")
    # What is in force is where a revision begins.
    assertContains(lise.get(url("draw_up_contract", newcomer)), GOAL)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (no_day("person_signed_on"), "Say why the person&#x27;s signature is missing."),
        (
            no_day("person_signed_on") | {"person_missing": "refused"},
            "the City fixes the content and says why",
        ),
        ({"person_missing": "absent", "fixed_because": "x"}, "Either the person signed"),
        (no_day("declaration_signed_on"), "Say why the declaration is not signed."),
        (on("person_signed_on", TAKEOVER), "Nobody signs a version before it was drawn up."),
    ],
)
def test_a_signature_or_a_reason(lise, newcomer, draft, sent, sentence):
    response = lise.post(
        url("conclude_contract", newcomer, draft), SIGNED | {"version": version_of(draft, TELLS)} | sent
    )

    assertContains(response, sentence, status_code=422)
    assert Contract.objects.get().is_draft


@pytest.mark.django_db
def test_it_is_withdrawn_with_a_reason(lise, newcomer, draft):
    sent = {"version": version_of(draft, TELLS), "reason": "Another person"}

    assert lise.post(url("withdraw_contract", newcomer, draft), sent).status_code == 302

    page = lise.get(url("contract", newcomer))
    assertContains(page, "Reason: Another person")
    assertContains(page, "Draw up the contract")


@pytest.mark.django_db
def test_the_sheet_says_everything_in_two_languages_whatever_the_page_speaks(
    lise, newcomer, draft, caseworker
):
    for language in ("da", "en"):
        caseworker.choose_language(language)
        page = lise.get(url("print_contract", newcomer, draft))

        for words in ("Mål for job eller uddannelse", "Goal for work or education", GOAL, newcomer.number):
            assertContains(page, words)
        assertContains(page, "15 timer om ugen")
        assertContains(page, "15 hours a week")
        assertContains(page, "02.11.2026")


@pytest.mark.django_db
def test_the_unit_reads_it_and_who_may_not_learns_and_writes_nothing(
    signed_in, manager, mentor, stranger, newcomer, draft
):
    assertContains(signed_in(manager).get(url("contract", newcomer)), GOAL)
    assertNotContains(signed_in(manager).get(url("contract", newcomer)), "Record the signatures")
    for user in (mentor, stranger):
        assert signed_in(user).get(url("contract", newcomer)).status_code == 404
        assert signed_in(user).get(url("print_contract", newcomer, draft)).status_code == 404
    for user in (manager, mentor, stranger):
        browser = signed_in(user)
        for name in ("change_contract", "conclude_contract", "withdraw_contract"):
            assert browser.post(url(name, newcomer, draft), SIGNED).status_code == 404
        assert browser.post(url("draw_up_contract", newcomer), CONTENT).status_code == 404
    assert Contract.objects.get().is_draft
    assert Activity.objects.count() == 1


@pytest.mark.django_db
def test_the_page_takes_the_same_queries_however_many_versions(lise, newcomer, draft, caseworker):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            lise.get(url("contract", newcomer))
        return len(captured)

    lise.get(url("contract", newcomer))
    few = queries()
    for _again in range(3):
        draft.withdraw(reason="Once more", on=TODAY, by=caseworker)
        draft = Contract.objects.draw_up(
            case=newcomer,
            drawn_up_on=TODAY,
            goal=GOAL,
            activities=[{"kind": "danish", "what": "Danish"}],
            today=TODAY,
            by=caseworker,
        )

    assert queries() == few


def test_in_a_browser_from_the_case_to_the_printed_sheet(site, page: Page, console, request):
    with arranging(timezone.localdate()):
        newcomer = request.getfixturevalue("newcomer")
    sign_in(page, "caseworker", then=url("draw_up_contract", newcomer))
    page.set_viewport_size({"width": 1440, "height": 1000})
    assert_good(page, console)
    with refused(page, console):
        page.get_by_role("button", name="Save the draft").click()
    expect(page.get_by_role("alert")).to_contain_text("Write the goal.")
    assert violations(page) == []
    page.get_by_label("What is the goal for work or education?").fill(GOAL)
    page.get_by_label("Activity", exact=True).first.select_option("internship")
    page.get_by_label("What exactly").first.fill("A kitchen in Valby")
    page.get_by_role("radio", name="Today").first.check()
    page.get_by_role("button", name="Save the draft").click()

    expect(page.get_by_role("heading", name="Version 1")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 1000})
    assert_good(page, console)
    page.get_by_role("link", name="Sheet to print").click()
    expect(page.get_by_text("A kitchen in Valby")).to_be_visible()
    assert_good(page, console)
    with arranging():
        draft = Contract.objects.get()
    page.goto(url("conclude_contract", newcomer, draft))
    assert_good(page, console)
