"""The same entry in two browsers or two tabs: both texts are shown, and neither is overwritten."""

from playwright.sync_api import expect

from tests.mentoring.log_on_a_phone.phones import ON_THE_DEVICE, begin, log_of, logged, phone_on, save, write
from tests.people import arranging


def test_the_same_entry_in_two_browsers_shows_both_texts_and_overwrites_neither(
    case, wire, phone, browser, site
):
    page = phone.new_page()
    begin(page, then=log_of(case))
    write(page, "We went to the bank.")
    expect(page.locator("#case-form-draft")).to_contain_text("Draft saved")
    other = phone_on(browser, site.url)
    desk = other.new_page()
    begin(desk, then=log_of(case))
    expect(desk.get_by_label("Note")).to_have_value("We went to the bank.")
    desk.get_by_label("Note").fill("We went to the tax office.")
    save(desk)
    expect(desk.locator("[data-log-done-words]")).to_contain_text("Saved")

    page.get_by_label("Note").fill("We went to the bank and the library.")
    save(page)
    item = page.locator("[data-outbox-list] li")
    expect(item).to_contain_text("written on in two places")
    expect(item.locator("[data-outbox-theirs]")).to_contain_text("We went to the tax office.")
    expect(item.locator("[data-outbox-mine]")).to_contain_text("We went to the bank and the library.")
    assert [row.note for row in logged()] == ["We went to the tax office."]

    item.get_by_role("button", name="Save mine as a correction").click()
    expect(page.locator("[data-log-done-words]")).to_contain_text("Saved")
    [row] = logged()
    assert (row.note, row.version) == ("We went to the bank and the library.", 2)
    with arranging():
        assert row.events.filter(version=1).get().note == "We went to the tax office."
    other.close()


def test_two_tabs_write_over_neither_of_them(case, wire, phone):
    first, second = phone.new_page(), phone.new_page()
    begin(first, then=log_of(case))
    write(first, "From the first tab.")
    second.goto(log_of(case))
    second.locator("form[data-log-ready]").wait_for()
    second.get_by_label("Note").fill("From the second tab.")
    second.wait_for_timeout(300)
    first.get_by_label("Note").fill("From the first tab, and more.")
    first.wait_for_timeout(300)
    assert len(first.evaluate(ON_THE_DEVICE)["writings"]) == 2
    save(second)
    expect(second.locator("[data-log-done-words]")).to_contain_text("Saved")
    save(first)

    expect(first.locator("[data-outbox-theirs]")).to_contain_text("From the second tab.")
    expect(first.locator("[data-outbox-mine]")).to_contain_text("From the first tab, and more.")
    assert [row.note for row in logged()] == ["From the second tab."]
