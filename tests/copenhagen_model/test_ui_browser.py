"""The parts in a real browser: axe, widths, no message, no JavaScript, keys, swaps, the end of a session."""

import pytest
from playwright.sync_api import Page, expect

from tests import axe
from tests.browsing import refused
from tests.factories import PASSWORD, UserFactory
from tests.people import arranging

GUIDE = "/styleguide/"


@pytest.fixture
def guide(page: Page, console) -> Page:
    """The style guide, in front of a signed-in caseworker."""
    with arranging():
        UserFactory(username="lise", name="Lise Invented")
    open_guide(page)
    return page


def open_guide(page: Page) -> None:
    page.goto(f"/account/sign-in/?next={GUIDE}")
    page.get_by_label("Brugernavn").or_(page.get_by_label("User name")).fill("lise")
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"**{GUIDE}")


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_part_fits_and_passes_axe_at_every_width(guide, console, language):
    guide.goto("/account/settings/")
    guide.locator(f"main input[value={language}]").check(force=True)
    guide.locator("main form button[type=submit]").first.click()
    guide.goto(GUIDE)
    expect(guide.locator("html")).to_have_attribute("lang", language)

    axe.assert_good(guide, console)


@pytest.mark.parametrize(
    "path", ["/account/settings/", "/account/password/", "/accessibility/", "/not/here/"]
)
def test_the_pages_around_the_work_pass_axe(guide, console, path):
    guide.goto(path)
    if path == "/not/here/":
        assert axe.violations(guide) == []
        assert [message for message in console if "404" not in message] == []
        console.clear()
    else:
        axe.assert_good(guide, console)


def test_sign_in_passes_axe_with_and_without_an_error(page, console):
    page.goto("/account/sign-in/")
    axe.assert_good(page, console)

    with refused(page, console):
        page.locator("main button[type=submit]").click()

    expect(page.locator(".error-summary")).to_be_focused()
    assert axe.violations(page) == []


def test_without_javascript_everything_is_there_and_works(guide, browser, site):
    cookies = guide.context.cookies()
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(GUIDE)

    page.locator(".top__user > summary").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.locator(".menu--kebab > summary").first.click()
    expect(page.locator(".menu--kebab .menu__list").first).to_be_visible()
    expect(page.get_by_role("link", name="Look again")).to_be_visible()
    expect(page.locator("[data-bulk]")).to_be_visible()
    expect(page.locator("[data-print]").first).to_be_hidden()
    page.locator("#id_state").select_option("over")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator("#sample-list [data-row]")).to_have_count(2)
    assert "state=over" in page.url
    context.close()


def test_a_filter_swaps_the_list_alone_says_so_and_keeps_the_address(guide):
    guide.set_viewport_size({"width": 1440, "height": 900})
    field = guide.locator("#id_state")
    field.focus()

    field.select_option("over")

    expect(guide.locator("#sample-list [data-row]")).to_have_count(2)
    expect(guide.locator("#live")).to_have_text("2 cases match the filter. Clear filter")
    expect(field).to_be_focused()
    assert "state=over" in guide.url
    assert guide.locator("#sample-list").count() == 1
    guide.go_back()
    expect(guide.locator("#sample-list [data-row]")).to_have_count(5)


def test_what_was_swapped_works_as_before(guide):
    guide.set_viewport_size({"width": 1440, "height": 900})
    guide.locator("#id_state").select_option("over")
    expect(guide.locator("#sample-list [data-row]")).to_have_count(2)

    guide.locator("[data-select-all]").check(force=True)

    expect(guide.locator("[data-bulk] [data-count]")).to_have_text("2")
    expect(guide.locator("[data-bulk]")).to_be_visible()
    guide.get_by_role("button", name="Clear selection").click()
    expect(guide.locator("[data-bulk]")).to_be_hidden()


def test_keys_move_and_select_outside_fields_only(guide):
    names = guide.locator("#sample-list .person__name")

    guide.keyboard.press("j")
    guide.keyboard.press("j")
    expect(names.nth(1)).to_be_focused()
    guide.keyboard.press("k")
    expect(names.nth(0)).to_be_focused()
    guide.keyboard.press("x")
    expect(guide.locator("[data-bulk] [data-count]")).to_have_text("1")

    note = guide.locator("#note textarea")
    note.focus()
    guide.keyboard.type("jkx?/")
    expect(note).to_have_value("jkx?/")


def test_a_question_mark_lists_the_keys_and_the_list_closes(guide):
    guide.keyboard.press("?")
    dialog = guide.locator("#shortcuts-dialog")
    expect(dialog).to_be_visible()

    guide.keyboard.press("Escape")

    expect(dialog).to_be_hidden()


def test_who_switched_the_keys_off_has_none(guide):
    guide.goto("/account/settings/")
    guide.locator("#id_uses_shortcuts").uncheck(force=True)
    guide.locator("main form button[type=submit]").first.click()
    guide.goto(GUIDE)

    guide.keyboard.press("j")
    guide.keyboard.press("?")

    expect(guide.locator("#shortcuts-dialog")).to_be_hidden()
    assert guide.evaluate("document.activeElement.tagName") == "BODY"


def test_escape_closes_a_menu_and_gives_the_focus_back(guide):
    opener = guide.locator(".top__user > summary")
    opener.click()
    guide.keyboard.press("Tab")

    guide.keyboard.press("Escape")

    expect(guide.locator(".top__user")).not_to_have_attribute("open", "")
    expect(opener).to_be_focused()


def test_today_is_filled_in_beside_a_date(guide):
    guide.locator("#forms [data-for=id_on]").first.click()

    expect(guide.locator("#id_on")).to_have_value(
        guide.locator("#forms [data-for=id_on]").first.get_attribute("data-day")
    )


def test_nothing_that_has_the_focus_hides_under_what_sticks(guide):
    guide.set_viewport_size({"width": 1440, "height": 700})
    hidden = """() => {
        const element = document.activeElement, box = element.getBoundingClientRect();
        if (element === document.body || box.width < 3 || element.closest("dialog")) return "";
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2);
        const covered = top && top.closest(".top, .work thead, .bulk");
        return covered && !covered.contains(element) ? element.outerHTML.slice(0, 120) : "";
    }"""

    for key in ["Tab"] * 110 + ["Shift+Tab"] * 110:
        guide.keyboard.press(key)
        assert guide.evaluate(hidden) == ""


def test_a_session_that_ends_warns_five_minutes_before_and_can_go_on(page):
    with arranging():
        UserFactory(username="lise")
    page.clock.install()
    open_guide(page)
    dialog = page.locator("#session-dialog")

    page.clock.fast_forward("24:50")
    expect(dialog).to_be_hidden()
    page.clock.fast_forward("00:11")
    expect(dialog).to_be_visible()
    with page.expect_response("**/account/settings/"):
        dialog.get_by_role("button").click()
    expect(dialog).to_be_hidden()
    page.clock.fast_forward("24:50")
    expect(dialog).to_be_hidden()
    page.clock.fast_forward("00:11")
    expect(dialog).to_be_visible()

    page.context.clear_cookies()
    page.clock.fast_forward("05:00")
    page.wait_for_url("**/account/sign-in/?next=%2Fstyleguide%2F")


def test_paper_shows_the_work_and_not_the_tools(guide):
    guide.emulate_media(media="print")

    for tool in (".top", ".foot", ".filters", ".cell-select", ".cell-menu", "#note"):
        expect(guide.locator(tool).first).to_be_hidden()
    expect(guide.locator("#sample-list .person__name").first).to_be_visible()
    expect(guide.locator("#sample-list .bar").first).to_be_visible()
