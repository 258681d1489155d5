"""Answering breaches from a list in a real browser: in place, several at once, and without JavaScript."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from goals import jobs
from goals.models import Conversation, Reply
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory
from tests.people import arranging

pytestmark = pytest.mark.slow


@pytest.fixture
def talks(committed_db, request):
    """Three people over the deadline; the longest over first. Nobody has said a word."""
    with arranging():
        unit, caseworker, _lead = (
            request.getfixturevalue(name) for name in ("unit", "caseworker", "team_lead")
        )
        facts = {"unit": unit, "caseworker": caseworker, "on_benefit": True, "permit_ground": "ukraine"}
        for n in (60, 50, 40):
            CaseFactory(taken_over_on=TODAY - timedelta(days=n), **facts)
        jobs.sweep()
        return list(Conversation.objects.select_related("case__person").order_by("pk"))


def fill(form):
    """Write an answer."""
    form.get_by_label("Why was it not kept in time?").select_option("city:not-followed-up")
    form.get_by_label("Explanation").fill("Two weeks without anybody on the file.")
    form.get_by_label("What happens next?").fill("Lise calls two companies")
    form.get_by_text("In a week").click()


@pytest.mark.parametrize("address", ["/goals/breaches/", "/my-team/"])
def test_the_team_lead_takes_and_answers_without_leaving_the_list(page, console, talks, address):
    sign_in(page, "team-lead", then=address)
    first, second = (page.locator(f"#talk-{talk.pk}") for talk in talks[:2])

    first.get_by_role("button", name="I have seen this and take it").click()
    expect(first).to_contain_text("Taken by Mette Invented")
    expect(page.locator("#live")).to_have_text("You have taken it.")
    expect(first.locator(".done")).to_be_focused()

    # Two forms open at once; each keeps what was written in it.
    first.get_by_role("link", name="Say why").click()
    expect(first.locator(".answer__title")).to_be_focused()
    second.get_by_role("link", name="Say why").click()
    second.get_by_label("Explanation").fill("Words for the second")
    with refused(page, console):
        first.get_by_role("button", name="Save the answer").click()
    expect(first.locator("p.form-errors")).to_be_focused()
    page.evaluate("scrollTo(0, 0)")  # a button half under the sticky head would count as too small
    assert violations(page) == []
    fill(first)
    first.get_by_role("button", name="Save the answer").click()

    expect(first.locator(".done")).to_contain_text("it comes back by itself")
    expect(first).to_contain_text("It was not followed up Mette Invented", use_inner_text=True)
    expect(second.get_by_label("Explanation")).to_have_value("Words for the second")
    assert page.url.endswith(address)
    second.get_by_role("link", name="Close").click()
    expect(second.get_by_role("link", name="Say why")).to_be_visible()
    assert violations(page) == []
    with arranging():
        assert list(Reply.objects.values_list("conversation", flat=True)) == [talks[0].pk]
    assert console == []


def test_the_open_form_fits_every_width(page, console, talks):
    sign_in(page, "team-lead", then="/goals/breaches/")

    for width in (1440, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/goals/breaches/")
        page.locator(f"#talk-{talks[0].pk}").get_by_role("link", name="Say why").click()
        expect(page.get_by_label("Explanation")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= screen.width")
        assert violations(page) == []
    assert console == []


def test_a_word_half_written_in_the_row_is_there_again(page, talks):
    sign_in(page, "team-lead", then="/goals/breaches/")
    row = page.locator(f"#talk-{talks[0].pk}")
    row.get_by_role("link", name="Say why").click()
    row.get_by_label("Explanation").press_sequentially("Two weeks")
    expect(row.locator(".draft")).to_contain_text("Draft saved")

    page.reload()
    row.get_by_role("link", name="Say why").click()

    expect(row.get_by_label("Explanation")).to_have_value("Two weeks")


def test_several_get_one_answer(page, console, talks):
    sign_in(page, "team-lead", then="/my-team/")
    bar = page.locator("[data-bulk]")
    expect(bar).to_be_hidden()
    for talk in talks[:2]:
        page.get_by_label(f"Select {talk.case.person.name}").check(force=True)
    expect(bar).to_contain_text("2 selected")
    bar.get_by_role("button", name="Give them one answer").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One answer to several breaches")
    for width in (1440, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= screen.width")
        assert violations(page) == []
    fill(page)
    expect(page.locator(".draft")).to_contain_text("Draft saved")
    page.get_by_role("button", name="Answer 2 breaches").click()

    expect(page.locator(".message--success")).to_contain_text("2 breaches answered.")
    assert page.url.endswith("/my-team/")
    expect(page.locator("[data-row][id^=talk]")).to_have_count(1)
    assert console == []


def test_without_javascript_several_are_chosen_and_answered(page, browser, site, talks):
    sign_in(page, "team-lead", then="/goals/breaches/")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()

    plain.goto("/goals/breaches/?answer=needed")
    plain.locator(f"#talk-{talks[2].pk}").get_by_role("button", name="I have seen this").click()
    expect(plain.locator(f"#talk-{talks[2].pk}")).to_contain_text("Taken by Mette Invented")
    for talk in talks[:2]:
        plain.get_by_label(f"Select {talk.case.person.name}").check(force=True)
    plain.get_by_role("button", name="Give them one answer").click()
    fill(plain)
    plain.get_by_role("button", name="Answer 2 breaches").click()

    expect(plain.locator(".message--success")).to_contain_text("2 breaches answered.")
    expect(plain.locator("[data-row][id^=talk]")).to_have_count(1)
    plain.locator(f"#talk-{talks[2].pk}").get_by_role("link", name="Say why").click()
    expect(plain.get_by_role("heading", name="Answer", exact=True)).to_be_visible()
    context.close()


def test_the_list_of_the_team_fits_and_passes_axe(page, console, talks):
    sign_in(page, "team-lead", then="/my-team/")

    assert_good(page, console)
