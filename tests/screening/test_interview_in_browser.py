"""The interview in a real browser: it fits, passes axe, and loses nothing when the connection does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from refugees.events import KeyEvent, Source
from refugees.models import KeyDate
from screening.models import Answer, Interview
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, UnitFactory, UserFactory
from tests.people import arranging
from tests.screening.interviewing import plan, say

# Everything that lies in the browser's own database, as letters.
ON_THE_DEVICE = """
() => new Promise((resolve) => {
  const request = indexedDB.open("kept");
  request.onsuccess = () => {
    const rows = request.result.transaction("writings").objectStore("writings").getAll();
    rows.onsuccess = () => { request.result.close(); resolve(rows.result.map((row) => [
      row.name, JSON.stringify(row) + new TextDecoder("latin1").decode(row.cipher)])); };
  };
})
"""


@pytest.fixture
def interview(site) -> Interview:
    """A first interview that is planned for today."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        UserFactory(username="ahmed", name="Ahmed Invented", unit=unit)
        case = CaseFactory(unit=unit, caseworker=lise)
        KeyDate.objects.record(
            case=case, event=KeyEvent.ALLOCATION, on=TODAY - timedelta(days=30), source=Source.CITY, by=None
        )
        return plan(case, lise)


def url(interview, name):
    args = [interview.case.public_id]
    return reverse(
        f"interviews:{name}", args=args if name in {"plan", "interviews"} else [*args, interview.public_id]
    )


def status(page):
    return page.locator("[data-kept-status]")


def stored():
    with arranging():
        return {answer.question: answer.value or answer.skipped for answer in Answer.objects.all()}


def begin(page, interview, username="lise"):
    """Sign in and open the form."""
    sign_in(page, username, then=url(interview, "ask"))
    page.locator("form[data-kept-ready]").wait_for()


def test_every_page_fits_and_passes_axe_at_every_width(interview, page: Page, console):
    with arranging():
        case = interview.case
        lise = interview.interviewer
        say(interview, lise, good_at="Baking bread, and teaching others how to.", papers="here")
        say(interview, lise, skipped=True, computers="later")
        interview.hold(on=TODAY, today=TODAY, by=lise)
        second = plan(case, lise, kind="second", on=TODAY + timedelta(days=2))
    sign_in(page, "lise")
    for address in (
        url(interview, "interviews"),
        url(interview, "plan"),
        url(second, "move"),
        url(second, "hold"),
        url(second, "fall_out"),
        url(interview, "reopen"),
        url(interview, "answers"),
        url(second, "ask"),
        url(interview, "ask"),
    ):
        page.goto(address)
        assert_good(page, console)


def test_a_connection_lost_in_the_middle_loses_nothing(interview, page: Page, console):
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    begin(page, interview)
    page.locator("[name=good-at]").fill("Baking bread.")
    expect(status(page)).to_have_text("Saved.")
    assert stored() == {"good-at": "Baking bread."}

    page.context.set_offline(True)
    page.locator("[name=good-at]").fill("Baking bread and repairing ovens.")
    page.locator("[name=literacy][value=some]").check(force=True)
    page.locator("[name=hours][value=day]").check(force=True)
    page.locator("[name=hours][value=evening]").check(force=True)
    page.locator("[name=languages-language-0]").select_option("ti")
    page.locator("[name=languages-level-0]").select_option("native")
    page.locator("#question-papers summary").click()
    page.locator("[name=skip-papers]").select_option("unknown")
    expect(status(page)).to_have_text("Saved on this device. It is sent as soon as there is a connection.")
    # Sent by hand it stays where it is as well.
    page.get_by_role("button", name="Save and read the answers").click()
    expect(page.locator("[name=good-at]")).to_have_value("Baking bread and repairing ovens.")
    assert stored() == {"good-at": "Baking bread."}
    kept = dict(page.evaluate(ON_THE_DEVICE))
    assert set(kept) == {"good-at", "literacy", "hours", "languages", "papers"}
    assert not any("bread" in row or "evening" in row or "unknown" in row for row in kept.values())

    # The tab is closed while there is no connection; later the page is opened anew.
    context, path = page.context, url(interview, "ask")
    page.goto("about:blank")
    context.set_offline(False)
    page.goto(path)
    expect(page.locator("[name=good-at]")).to_have_value("Baking bread and repairing ovens.")
    expect(page.locator("[name=hours][value=evening]")).to_be_checked()
    expect(page.locator("[name=languages-language-0]")).to_have_value("ti")
    expect(status(page)).to_have_text("Saved.")
    assert stored() == {
        "good-at": "Baking bread and repairing ovens.",
        "literacy": "some",
        "hours": ["day", "evening"],
        "languages": [{"language": "ti", "level": "native"}],
        "papers": "unknown",
    }
    assert page.evaluate(ON_THE_DEVICE) == []
    # Without a connection nothing was tried; a font may have been.
    assert not any("/keep/" in url for url in failed)
    console[:] = [message for message in console if "ERR_INTERNET_DISCONNECTED" not in message]


def test_back_online_it_is_sent_by_itself_and_the_whole_form_then_leads_to_the_answers(interview, page: Page):
    begin(page, interview)
    page.context.set_offline(True)
    page.locator("[name=work-done]").fill("Six years in a bakery.")
    expect(status(page)).to_contain_text("Saved on this device")
    page.context.set_offline(False)
    expect(status(page)).to_have_text("Saved.")

    page.locator("[name=school-years]").fill("9")
    page.get_by_role("button", name="Save and read the answers").click()
    expect(page.locator(".answers").first).to_contain_text("9")
    assert stored() == {"work-done": "Six years in a bakery.", "school-years": 9}


def test_two_who_answer_the_same_question_see_both_and_a_colleague_on_the_device_sees_neither(
    interview, page: Page, browser, site
):
    begin(page, interview)
    with arranging():
        say(interview, interview.case.team.get().user, good_at="Cakes")
    page.locator("[name=good-at]").fill("Bread")
    conflict = page.locator("#question-good-at [data-kept-conflict]")
    expect(conflict).to_contain_text("Lise Invented: Cakes")
    expect(status(page)).to_contain_text("Not saved: somebody else answered too")
    assert stored() == {"good-at": "Cakes"}

    # A colleague on the same device: neither shown nor sent.
    page.context.clear_cookies()
    begin(page, interview, "ahmed")
    expect(page.locator("[name=good-at]")).to_have_value("Cakes")
    page.context.clear_cookies()
    begin(page, interview)
    expect(page.locator("[name=good-at]")).to_have_value("Bread")
    conflict.get_by_role("button", name="Save mine instead").click()
    expect(status(page)).to_have_text("Saved.")
    assert stored() == {"good-at": "Bread"}


def test_a_session_that_ended_keeps_what_was_written_until_somebody_signs_in_again(
    interview, page: Page, console
):
    begin(page, interview)
    page.context.clear_cookies()
    page.locator("[name=good-at]").fill("Bread")
    expect(status(page)).to_contain_text("You are signed out")
    console[:] = [message for message in console if "403" not in message]

    begin(page, interview)
    expect(status(page)).to_have_text("Saved.")
    assert stored() == {"good-at": "Bread"}


def test_what_was_written_to_a_question_that_is_asked_no_more_is_sent_all_the_same(interview, page: Page):
    with arranging():
        case, lise = interview.case, interview.interviewer
        second = plan(case, lise, kind="second")
    begin(page, second)
    page.context.set_offline(True)
    page.locator("[name=good-at]").fill("Repairing ovens.")
    expect(status(page)).to_contain_text("Saved on this device")
    page.goto("about:blank")
    with arranging():
        say(interview, lise, good_at="Bread")
    page.context.set_offline(False)

    begin(page, second)

    expect(page.locator("[name=good-at]")).to_have_count(0)
    expect(status(page)).to_have_text("Saved.")
    assert page.evaluate(ON_THE_DEVICE) == []
    with arranging():
        assert Answer.objects.get(interview=second).value == "Repairing ovens."
        assert Answer.objects.get(interview=interview).value == "Bread"
    page.get_by_role("button", name="Save and read the answers").click()
    expect(page.locator("main")).to_contain_text("Repairing ovens.")


@pytest.mark.parametrize("how", ["moved", "not held"])
def test_what_was_written_before_it_was_moved_or_fell_out_is_sent_with_the_next_one(
    interview, page: Page, how
):
    begin(page, interview)
    page.context.set_offline(True)
    page.locator("[name=good-at]").fill("Baking bread.")
    expect(status(page)).to_have_text("Saved on this device. It is sent as soon as there is a connection.")
    with arranging():
        lise = interview.interviewer
        said = {"why": "The train.", "whose_doing": "other", "today": TODAY, "by": lise}
        if how == "moved":
            names = ("planned_on", "starts", "ends", "form", "interviewer")
            following = interview.move(**said, **{name: getattr(interview, name) for name in names})
        else:
            interview.fall_out(**said)
            following = plan(interview.case, lise)
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(url(following, "ask"))

    expect(page.locator("[name=good-at]")).to_have_value("Baking bread.")
    expect(status(page)).to_have_text("Saved.")
    with arranging():
        assert Answer.objects.get().interview == following


def test_the_second_interview_asks_only_what_is_missing_and_goes_without_javascript(
    interview, page: Page, browser, site
):
    with arranging():
        case, lise = interview.case, interview.interviewer
        say(interview, lise, good_at="Baking bread.", first_step="job")
        interview.hold(on=TODAY, today=TODAY, by=lise)
        second = plan(case, lise, kind="second")
    sign_in(page, "lise")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(url(second, "interviews"))

    plain.locator(f"a[href='{url(second, 'ask')}']").click()
    expect(plain.locator("[name=good-at]")).to_have_count(0)
    expect(plain.locator("#question-first-step")).to_contain_text("A job")
    plain.locator("[name=still-first-step]").check(force=True)
    plain.locator("[name=branches][value=kitchen]").check(force=True)
    plain.locator("[name=knows-a-place]").fill("An uncle's café.")
    plain.get_by_role("button", name="Save and read the answers").click()
    expect(plain.locator("main")).to_contain_text("An uncle's café.")
    expect(plain.locator("main")).to_contain_text("still true")
    context.close()
