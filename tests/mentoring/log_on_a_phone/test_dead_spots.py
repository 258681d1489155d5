"""The log where there is no connection: a cut, a killed tab, an answer that is lost; one entry comes of it."""

import re
import time

from playwright.sync_api import expect

from accounts.day import now
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


def test_cut_in_the_middle_and_killed_it_becomes_one_entry_of_the_right_author_and_time(
    case, wire, phone, mentor
):
    page = phone.new_page()
    begin(page)
    page.goto(log_of(case))
    page.locator("form[data-log-ready]").wait_for()
    write(page, "We went to the bank;", how="Accompanied somewhere")
    wire.cut()
    page.keyboard.insert_text(" the travel card comes next.")
    page.wait_for_timeout(300)
    page.close(run_before_unload=False)

    # In the dead spot the page is opened anew: the words stand there, and can be sent off.
    page = phone.new_page()
    page.goto(log_of(case))
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
    expect(page.locator("[data-shell-title]")).to_have_text(case.person.name)
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    expect(page.get_by_label("Accompanied somewhere")).to_be_checked()
    with arranging():
        saved_at = now()
    save(page)
    expect(page.locator("[data-log-done-words]")).to_contain_text(NOT_SENT[:-1])
    held = page.evaluate(ON_THE_DEVICE)
    assert [len(held[name]) for name in ("writings", "people", "keys")] == [1, 1, 1]
    for row in (*held["writings"], *held["people"]):
        assert not any(word in row for word in ("bank", "Amira", "20 12", str(case.public_id)))
    assert logged() == []
    page.close(run_before_unload=False)
    time.sleep(2)

    wire.mend()
    page = phone.new_page()
    page.goto(PEOPLE)
    expect(page.locator("[data-outbox-last]")).to_have_text(re.compile(r"Saved \d\d.\d\d\."))

    [row] = logged()
    assert (row.author, row.case, row.kind, row.note, row.on) == (mentor, case, "accompanied", NOTE, TODAY)
    assert abs((row.written_at - saved_at).total_seconds()) < 1.5
    assert (row.arrived_at - row.written_at).total_seconds() > 2
    assert page.evaluate(ON_THE_DEVICE)["writings"] == []
    page.reload()
    page.wait_for_timeout(500)
    assert len(logged()) == 1


def test_an_answer_that_is_lost_on_the_way_makes_no_second_entry(case, wire, phone, site):
    page = phone.new_page()
    begin(page, then=log_of(case))
    write(page, NOTE)
    wire.lose_answers()
    save(page)
    expect(page.locator("[data-log-done-words]")).to_contain_text(NOT_SENT[:-1])
    assert len(logged()) == 1
    wire.mend()

    # It tries again by itself.
    is_saved = re.compile(r"Saved \d\d.\d\d\.")
    expect(page.locator("[data-log-done-words]")).to_have_text(is_saved, timeout=15_000)
    assert len(logged()) == 1
