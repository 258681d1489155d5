"""What the phone keeps of the log: sealed words until they are discarded, names for a day and while signed in."""

import re
import time

from playwright.sync_api import expect

from accounts.permissions import Role
from refugees.models import TeamMember
from refugees.parts import Part
from tests.factories import TODAY, UserFactory
from tests.mentoring.log_on_a_phone.phones import (
    NOTE,
    ON_THE_DEVICE,
    PEOPLE,
    begin,
    log_of,
    logged,
    save,
    write,
)
from tests.people import arranging


def test_signed_out_the_words_stay_sealed_and_the_names_go(case, wire, phone):
    page = phone.new_page()
    begin(page)
    page.goto(log_of(case))
    page.locator("form[data-log-ready]").wait_for()
    write(page, NOTE)
    page.goto("/account/settings/")
    page.evaluate("() => document.querySelector('form[action*=sign-out]').requestSubmit()")
    page.wait_for_url("**/sign-in/**")
    page.wait_for_timeout(500)
    held = page.evaluate(ON_THE_DEVICE)
    assert [len(held[name]) for name in ("writings", "people", "keys")] == [1, 0, 0]
    assert "bank" not in held["writings"][0]

    # Nobody is shown names in the dead spot, nor is another mentor shown the words.
    wire.cut()
    page.goto(PEOPLE)
    expect(page.locator("[data-shell-nobody]")).to_be_visible()
    wire.mend()
    with arranging():
        other = UserFactory(username="other", role=Role.MENTOR, unit=None)
        TeamMember.objects.assign(case=case, user=other, part=Part.RETENTION_MENTOR, on=TODAY, by=None)
    begin(page, "other", then=log_of(case))
    expect(page.get_by_label("Note")).to_have_value("")

    phone.clear_cookies()
    begin(page, then=log_of(case))
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    save(page)
    expect(page.locator("[data-log-done-words]")).to_have_text(re.compile(r"Saved \d\d.\d\d\."))
    assert [row.author.username for row in logged()] == ["mentor"]


def test_after_a_day_the_phone_keeps_no_names(case, wire, phone):
    page = phone.new_page()
    begin(page)
    wire.cut()
    page.goto(PEOPLE)
    expect(page.locator("[data-shell-people] h2").first).to_be_visible()
    expect(page.get_by_role("link", name="Call +45 20 12 34 56")).to_have_attribute("href", "tel:+4520123456")
    page.evaluate(
        """() => new Promise((resolve) => {
             const request = indexedDB.open("kept");
             request.onsuccess = () => {
               const transaction = request.result.transaction("keys", "readwrite");
               const store = transaction.objectStore("keys");
               store.getAll().onsuccess = (event) => store.put({ ...event.target.result[0], until: Date.now() - 1 });
               transaction.oncomplete = () => { request.result.close(); resolve(); };
             };
           })"""
    )
    page.goto(PEOPLE)

    expect(page.locator("[data-shell-nobody]")).to_be_visible()
    held = page.evaluate(ON_THE_DEVICE)
    assert (held["people"], held["keys"]) == ([], [])


def test_what_is_discarded_is_gone_and_only_then(case, wire, phone):
    page = phone.new_page()
    begin(page, then=log_of(case))
    write(page, NOTE)
    page.goto(PEOPLE)
    item = page.locator("[data-outbox-list] li")
    expect(item).to_contain_text("not finished and not sent")
    item.get_by_role("button", name="Discard", exact=True).click()
    assert len(page.evaluate(ON_THE_DEVICE)["writings"]) == 1
    item.get_by_role("button", name="Discard for good").click()

    expect(item).to_have_count(0)
    assert page.evaluate(ON_THE_DEVICE)["writings"] == []
    assert logged() == []


def test_a_script_that_comes_late_on_a_slow_line_still_makes_the_phone_ready(case, wire, phone):
    page = phone.new_page()

    def late(route):
        time.sleep(1)
        route.continue_()

    page.route(re.compile(r"/js/offline[^/]*\.js"), late)
    begin(page)
    assert page.evaluate(ON_THE_DEVICE)["people"]
