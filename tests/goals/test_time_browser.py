"""Pauses and extensions in a real browser: widths, axe, no message; in place, on a phone, without JavaScript."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from goals.models import Extension, GoalVersion, Pause
from refugees.models import Case
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory, UnitFactory, UserFactory
from tests.people import arranging

KEY = ("internship-started", "city", 1)


@pytest.fixture
def case(site) -> Case:
    """A person who was away, is ill, and for whom more time is asked."""
    with arranging():
        GoalVersion.objects.filter(goal="internship-started").update(max_extension_days=14)
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        UserFactory(username="mette", name="Mette Invented", role="team_lead", unit=unit)
        case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=lise)
        facts = {"by": lise, "today": TODAY}
        away = Pause.objects.begin(
            case=case,
            ground="away",
            from_on=date(2026, 11, 9),
            until=date(2026, 11, 14),
            reason="We heard of it when they came home.",
            **facts,
        )
        away.correct(
            ground="away",
            from_on=date(2026, 11, 9),
            until=date(2026, 11, 16),
            reason="They came home two days later.",
            **facts,
        )
        Pause.objects.begin(case=case, ground="illness", from_on=TODAY, until=None, **facts)
        clock = case.clocks.select_related("version", "case").get(goal="internship-started")
        why = "The bakery opens its second oven in week 50 and takes two people then."
        Extension.objects.ask(clock=clock, days=7, reason=why, **facts)
        return case


def url(case, name, *args):
    return reverse(name, args=[case.public_id, *args])


def test_every_page_fits_and_passes_axe_at_every_width(case, page: Page, console):
    with arranging():
        ill, asked = Pause.objects.get(ground="illness"), Extension.objects.get()
    sign_in(page, "lise")
    for name, args in [
        ("case", ()),
        ("case_time:pauses", ()),
        ("case_time:begin_pause", ()),
        ("case_time:end_pause", (ill.public_id,)),
        ("case_time:correct_pause", (ill.public_id,)),
        ("case_time:withdraw_pause", (ill.public_id,)),
        ("case_time:ask_extension", KEY),
        ("case_time:withdraw_extension", (asked.public_id,)),
        ("case_receipt", KEY),
    ]:
        page.goto(url(case, name, *args))
        assert_good(page, console)


def test_a_team_lead_decides_in_place(case, page, console):
    sign_in(page, "mette")
    page.goto("/my-team/")
    assert_good(page, console)

    page.get_by_role("link", name="Decide").click()
    form = page.locator("#decide-extension form")
    expect(form).to_be_visible()
    assert page.url.endswith("/my-team/")
    assert violations(page) == []
    form.get_by_label("Deny: the deadline stays").check(force=True)
    with refused(page, console):
        form.get_by_role("button", name="Decide").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert violations(page) == []
    page.get_by_label("If you deny it: why?").fill("Two places are free.")
    page.get_by_label("If you deny it: what should be done instead?").fill("Visit both.")
    page.get_by_role("button", name="Decide").click()

    expect(page.get_by_text("It is decided, and Lise Invented is told.")).to_be_visible()
    with arranging():
        assert Extension.objects.get().proposed_actions == "Visit both."


def test_without_javascript_a_pause_is_ended_and_another_recorded(case, page, browser, site):
    sign_in(page, "lise")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(url(case, "case"))

    plain.get_by_role("link", name="End the pause").click()
    plain.get_by_label("Today").check(force=True)
    plain.get_by_role("button", name="End the pause").click()
    plain.get_by_role("link", name="Record a pause").click()
    plain.get_by_label("Maternity or parental leave").check(force=True)
    plain.get_by_label("Another day").check(force=True)
    for label, value in (("Day", "1"), ("Month", "12"), ("Year", "2026")):
        plain.get_by_label(label, exact=True).first.fill(value)
    plain.get_by_role("button", name="Record the pause").click()

    expect(plain.get_by_text("The pause is recorded.")).to_be_visible()
    with arranging():
        assert Pause.objects.get(ground="illness").during.upper == TODAY + timedelta(days=1)
        assert Pause.objects.get(ground="maternity").during.lower == date(2026, 12, 1)
    context.close()
