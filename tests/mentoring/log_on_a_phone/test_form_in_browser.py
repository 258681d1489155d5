"""The form of the log in a browser: refused, done with one thumb, good to read, sent without JavaScript."""

import re
import time

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from mentoring.models import Contact, Promise
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.mentoring.log_on_a_phone.phones import (
    NOT_SENT,
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


def test_a_refused_entry_says_where_and_loses_nothing(case, wire, phone):
    page = phone.new_page()
    begin(page, then=log_of(case))
    page.get_by_text("A promise").click()
    page.get_by_label("What did you promise?").first.fill("To ring the bank")
    write(page, NOTE)
    save(page)

    expect(page.locator(".error-summary")).to_contain_text("Say by when.")
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    page.get_by_text("Tomorrow").first.click()
    save(page)
    expect(page.locator("[data-log-done-words]")).to_contain_text("Saved")
    with arranging():
        assert Promise.objects.get().words == "To ring the bank"
    assert len(logged()) == 1
    assert len(page.evaluate(ON_THE_DEVICE)["writings"]) == 0


def test_the_log_takes_at_most_twelve_taps_and_a_minute(case, wire, phone):
    page, taps = phone.new_page(), []

    def tap(target):
        target.scroll_into_view_if_needed()
        target.tap()
        taps.append(target)

    def type_into(target, words):
        tap(target)
        target.press_sequentially(words, delay=70)  # three words in two seconds

    begin(page)
    began = time.monotonic()
    tap(page.get_by_role("link", name=re.compile(f"Log a contact.*{case.person.name}")))
    page.locator("form[data-log-ready]").wait_for()
    tap(page.get_by_text("Accompanied somewhere"))
    tap(page.get_by_role("button", name="45 minutes"))
    tap(page.get_by_text("Money and bank"))
    tap(page.get_by_text("The home"))
    tap(page.locator("label", has_text="Samira"))
    type_into(page.get_by_label("Note"), NOTE)
    tap(page.get_by_text("A promise"))
    type_into(page.get_by_label("What did you promise?").first, "To ring the bank")
    tap(page.get_by_text("In a week").first)
    tap(page.get_by_role("button", name="Log the contact"))
    expect(page.locator("[data-log-done-words]")).to_have_text(re.compile(r"Saved \d\d.\d\d\."))
    took = time.monotonic() - began

    assert len(taps) <= 12
    assert took < 60
    rows = logged()
    assert len(rows) == 2
    assert {(row.kind, row.on, row.minutes, tuple(row.topics), row.note) for row in rows} == {
        ("accompanied", TODAY, 45, ("money", "home"), NOTE)
    }
    with arranging():
        assert Promise.objects.get().case == case
    print(f"{len(taps)} taps, {took:.1f} s")


def test_every_thing_to_touch_is_large_enough(case, wire, phone):
    page = phone.new_page()
    for address in (PEOPLE, log_of(case)):
        begin(page, then=address)
        low = page.evaluate(
            """() => [...document.querySelectorAll("main :is(.button, .form-group-radio label, summary)")]
                .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 48)
                .map((each) => each.textContent.trim() + " " + each.getBoundingClientRect().height)"""
        )
        assert low == []


def test_the_pages_pass_axe_with_and_without_a_connection(case, wire, phone, page: Page, console):
    with arranging():
        promised = [("To ring the bank", TODAY)]
        mentor = case.team.mentors().get().user
        facts = {"kind": "met", "on": TODAY, "today": TODAY, "by": mentor, "promises": promised}
        Contact.objects.log(case=case, **facts)
        promise = Promise.objects.get()
    sign_in(page, "mentor")
    for address in (
        PEOPLE,
        log_of(case),
        reverse("mentoring:contacts", args=[case.public_id]),
        reverse("mentoring:drop_promise", args=[case.public_id, promise.public_id]),
        reverse("offline"),
    ):
        page.goto(address)
        assert_good(page, console)

    lost = phone.new_page()
    begin(lost)
    wire.cut()
    lost.goto(log_of(case))
    write(lost, NOTE)
    assert_good(lost, [], widths=(390, 320))
    save(lost)
    expect(lost.locator("[data-log-done-words]")).to_contain_text(NOT_SENT[:-1])
    assert_good(lost, [], widths=(390, 320))


@pytest.mark.parametrize("javascript", [True, False])
def test_without_javascript_the_form_is_sent_as_it_is(case, site, browser, javascript):
    context = browser.new_context(base_url=site.url, java_script_enabled=javascript)
    plain = context.new_page()
    if javascript:
        # A browser that keeps nothing.
        context.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    sign_in(plain, "mentor", then=log_of(case))
    plain.get_by_text("Met", exact=True).click()
    plain.locator("[name=note]").fill(NOTE)
    plain.get_by_role("button", name="Log the contact").click()

    expect(plain.locator(".written").last).to_contain_text(NOTE)
    assert len(logged()) == 1
    context.close()
