"""Lead times, the last safe day and what comes next in a real browser: widths, axe, no message."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import User
from goals.models import LeadTime
from internships.models import Placement
from refugees.models import Case, Occupation
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, CompanyFactory, UnitFactory, UserFactory
from tests.people import arranging


@pytest.fixture
def case(site) -> Case:
    """A person past the last safe day of the start, whose unit sets one step itself and knows nothing of another."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        mette = UserFactory(username="mette", name="Mette Invented", role="team_lead", unit=unit)
        measured = {1: (10, 34), 2: (5, 21), 3: (2, 4)}
        for position, (days, cases) in measured.items():
            row = LeadTime.objects.create(
                unit=unit,
                goal="internship-started",
                step=f"step{position}",
                position=position,
                median_days=days,
                cases=cases,
            )
            if position == 2:
                row.override(days=8, reason="The port takes nobody in December.", by=mette)
            if position == 3:
                row.set_default(days=3, by=mette)
        return CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=lise)


@pytest.fixture
def measure(case) -> Occupation:
    """An internship with an agreed last day, after which the next step is decided."""
    with arranging():
        facts = {"today": TODAY, "by": User.objects.get(username="lise")}
        company = CompanyFactory()
        placement = Placement.objects.start(
            case=case,
            company=company,
            kind="internship",
            on=date(2026, 11, 9),
            planned_last_on=date(2026, 12, 4),
            **facts,
        )
        begun = placement.occupation
        begun.decide_next(text="Another four weeks in the kitchen, then a job talk.", on=TODAY, **facts)
        return begun


def test_lead_times_and_the_last_safe_day_fit_and_pass_axe_at_every_width(case, page: Page, console):
    with arranging():
        row = LeadTime.objects.get(position=2)
    sign_in(page, "mette")
    for address in (
        reverse("goals:lead_times"),
        reverse("goals:lead_time", args=[row.public_id]),
        reverse("case", args=[case.public_id]),
        reverse("case_receipt", args=[case.public_id, "internship-started", "city", 1]),
    ):
        page.goto(address)
        assert_good(page, console)


def test_my_work_says_the_last_safe_day_and_fits(case, page: Page, console):
    sign_in(page, "lise", then="/my-work/")
    page.goto(reverse("my_work"))

    expect(page.locator("main")).to_contain_text("Last safe day was")
    assert_good(page, console)


def test_what_comes_next_and_the_agreed_last_day_fit_and_pass_axe(measure, page: Page, console):
    sign_in(page, "lise")
    for name in ("plan_end", "state_hours", "decide_next", "take_next_back"):
        page.goto(reverse(f"internships:{name}", args=[measure.case.public_id, measure.public_id]))
        assert_good(page, console)
    page.goto(reverse("case", args=[measure.case.public_id]))
    assert_good(page, console)
