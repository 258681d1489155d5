"""An internship from the company's call to both evaluations, in the browser; the company acts on a telephone."""

import os
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from accounts.models import DemoDay
from goals.models import Clock
from internships.models import Evaluation, Opening, PlacementAgreement
from refugees.models import Case, Occupation
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, CompanyFactory, PersonFactory, UnitFactory, UserFactory
from tests.internships.relations import person_of, unit_of
from tests.people import arranging

SHOTS = os.environ.get("SHOTS")  # a folder in which to keep what the telephone shows
FIRST, LAST, EXTENDED = TODAY, date(2026, 12, 13), date(2026, 12, 20)
NEAR_THE_END, END = date(2026, 12, 2), date(2026, 12, 20)


@pytest.fixture
def selam(site) -> Case:
    """Three weeks after the takeover, on a benefit; a bakery with one unit and somebody who answers."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit, language="en")
        bakery = CompanyFactory(name="Invented Bakery")
        person_of(bakery, unit=unit_of(bakery), name="Bente Baker", email="bente@example.org")
        return CaseFactory(
            unit=unit,
            person=PersonFactory(unit=unit, given_name="Selam", family_name="Secretname"),
            taken_over_on=date(2026, 11, 2),
            caseworker=lise,
            on_benefit=True,
        )


def day(page: Page, name: str, on: date) -> None:
    """A day in the three boxes; where near days are offered, as another one."""
    other = page.locator(f"input[name='{name}_when'][value=another]")
    if other.count():
        other.check(force=True)
    for part in ("day", "month", "year"):
        page.locator(f"input[name='{name}_{part}']").fill(str(getattr(on, part)))


def quick(page: Page, name: str) -> None:
    """Today."""
    page.locator(f"input[name='{name}_when'][value=today]").check(force=True)


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name='{name}'][value='{value}']").check(force=True)


def send(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).click()


def move_to(on: date) -> None:
    """The demo's day, as an administrator sets it."""
    with arranging():
        DemoDay.objects.update(day=on)


def work_on_the_case(page: Page, selam: Case, link: str) -> None:
    """A link of the panel, on the page of the case."""
    page.goto(reverse("case", args=[selam.public_id]))
    page.locator("#internships").get_by_role("link", name=link).first.click()


def test_from_the_call_to_what_comes_next(
    selam: Case, page: Page, browser: Browser, site, console: list[str]
):
    phone_console: list[str] = []
    phone = browser.new_context(
        base_url=site.url, locale="da-DK", viewport={"width": 390, "height": 844}, has_touch=True
    ).new_page()
    phone.on("console", lambda message: phone_console.append(message.text))
    sign_in(page, "lise")

    the_company_calls_and_has_a_place(page)
    the_place_is_offered_accepted_and_agreed(page, selam)
    address = a_link_is_made(page, selam)
    the_company_confirms_and_tells_of_the_start(phone, address, phone_console)
    page.goto(reverse("my_work"))
    expect(page.locator("main")).to_contain_text("The company, on its page")
    it_worries_and_the_measure_is_extended(page, phone, selam, address)
    both_sides_look_back(page, phone, selam, address, phone_console)

    with arranging(END):
        begun = Occupation.objects.get()
        assert (begun.started_on, begun.planned_last_on, begun.last_on) == (FIRST, EXTENDED, END)
        assert begun.next_step == "A job in the same bakery."
        said = set(Evaluation.objects.values_list("side", "evaluated_on"))
        assert said == {("company", END), ("person", END)}
        met = Clock.objects.get(case=selam, goal="placement-evaluated")
        assert met.met_on == END
        assert PlacementAgreement.objects.get().signed_on == TODAY
    assert phone_console == []


def the_company_calls_and_has_a_place(page: Page) -> None:
    page.goto(reverse("companies:companies"))
    page.get_by_role("link", name="Invented Bakery").first.click()
    company = page.url
    page.get_by_role("link", name="Record a contact").first.click()
    choose(page, "way", "call")
    quick(page, "on")
    page.locator("[name=whom]").fill("Bente Baker")
    page.locator("[name=about]").fill("They can take somebody from today.")
    with page.expect_navigation():
        page.locator(".panel--form button[type=submit]").click()
    page.goto(company)
    page.get_by_role("link", name="Record an opening").first.click()
    choose(page, "kind", "internship")
    page.locator("[name=tasks]").fill("Pack bread and tidy up.")
    page.locator("[name=minutes_a_week]").fill("20")
    page.locator("[name=capacity]").fill("1")
    day(page, "start_from", TODAY)
    page.locator(".panel--form button[type=submit]").click()
    page.wait_for_url(lambda url: "/openings/add/" not in url)


def the_place_is_offered_accepted_and_agreed(page: Page, selam: Case) -> None:
    with arranging():
        opening = Opening.objects.get()
    page.goto(reverse("internships:offer_place", args=[selam.public_id, opening.public_id]))
    quick(page, "offered_on")
    page.locator(".panel--form button[type=submit]").click()
    work_on_the_case(page, selam, "Record the answer")
    choose(page, "answer", "accepted")
    quick(page, "answered_on")
    page.locator(".panel--form button[type=submit]").click()
    work_on_the_case(page, selam, "Agreement")
    page.locator("main").get_by_role("link", name="Draw up").first.click()
    page.locator("[name=purpose]").fill("To try the work of a baker.")
    page.locator("[name=supervisor]").fill("Bente Baker")
    day(page, "from_on", FIRST)
    day(page, "until_on", LAST)
    quick(page, "drawn_up_on")
    page.locator(".panel--form button[type=submit]").click()
    page.locator("main").get_by_role("link", name="Record signatures").first.click()
    day(page, "person_signed_on", TODAY)
    day(page, "city_signed_on", TODAY)
    page.locator(".panel--form button[type=submit]").click()
    page.wait_for_url(lambda url: "/sign/" not in url)


def a_link_is_made(page: Page, selam: Case) -> str:
    work_on_the_case(page, selam, "Link for the company")
    page.get_by_label("Bente Baker").check(force=True)
    page.locator("[name=call_phone]").fill("+45 12 34 56 78")
    send(page, "Make the link")
    shown = page.locator("#host-address")
    expect(shown).to_be_visible()
    return shown.input_value()


def the_company_confirms_and_tells_of_the_start(phone: Page, address: str, console: list[str]) -> None:
    phone.goto(address)
    phone.get_by_role("button", name="English").click()
    expect(phone.locator("main")).to_contain_text("Selam")
    expect(phone.locator("main")).to_contain_text("Pack bread and tidy up.")
    assert "Secretname" not in phone.content()
    keep(phone, "host-before")
    assert_good(phone, console)
    phone.set_viewport_size({"width": 390, "height": 844})
    send(phone, "Confirm")
    expect(phone.locator("main")).to_contain_text("Thank you. The City has received it.")
    quick(phone, "started-started_on")
    send(phone, "Yes, started")
    expect(phone.locator("main")).to_contain_text("Told of the start")
    keep(phone, "host-started")
    assert_good(phone, console)
    phone.set_viewport_size({"width": 390, "height": 844})


def it_worries_and_the_measure_is_extended(page: Page, phone: Page, selam: Case, address: str) -> None:
    choose(phone, "worry-kind", "late")
    phone.locator("[name=worry-words]").fill("Often late in the morning.")
    send(phone, "Tell the City")
    expect(phone.locator("main")).to_contain_text("Told of a worry")
    work_on_the_case(page, selam, "Extend")
    day(page, "planned_last_on", EXTENDED)
    choose(page, "ground", "no-experience")
    send(page, "Record the extension")
    expect(page.locator("#internships")).to_contain_text("Extended from")
    move_to(NEAR_THE_END)
    page.goto(reverse("case", args=[selam.public_id]))
    expect(page.locator("main")).to_contain_text("Next step decided")


def both_sides_look_back(page: Page, phone: Page, selam: Case, address: str, console: list[str]) -> None:
    work_on_the_case(page, selam, "Decide what comes next")
    page.locator("[name=next_step]").fill("A job in the same bakery.")
    quick(page, "next_step_on")
    page.locator(".panel--form button[type=submit]").click()
    move_to(END)
    work_on_the_case(page, selam, "Record the end")
    choose(page, "ending", "completed")
    quick(page, "last_on")
    page.locator(".panel--form button[type=submit]").click()
    phone.goto(address)
    answer(phone, "evaluate-")
    keep(phone, "host-evaluate")
    assert_good(phone, console)
    phone.set_viewport_size({"width": 390, "height": 844})
    answer(phone, "evaluate-")
    send(phone, "Send the evaluation")
    expect(phone.locator("main")).to_contain_text("Evaluated")
    work_on_the_case(page, selam, "Record an evaluation")
    answer(page, "")
    quick(page, "evaluated_on")
    send(page, "Record the evaluation")
    expect(page.locator("#internships")).to_contain_text("The person")
    keep(page, "case-after")


def answer(page: Page, prefix: str) -> None:
    for name in ("tasks", "punctuality", "language"):
        choose(page, f"{prefix}{name}", "well")
    choose(page, f"{prefix}again", "yes")


def keep(page: Page, name: str) -> None:
    """What it looks like."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
