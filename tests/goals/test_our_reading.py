"""That the law's rule on the next step applies to these measures is our reading: wherever "Law" stands, it says so."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from goals import jobs, registry
from goals.models import GoalVersion, Standard
from goals.models.wording import standard_words
from internships.models import Placement
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.goals.digests import at, to, write_and_send
from tests.people import arranging

pytestmark = pytest.mark.django_db

LAW, READING = "Law", "Law (our reading, to be confirmed)"
BEGAN, LAST = date(2026, 11, 2), date(2026, 11, 27)


def begin(case):
    """An internship whose end is agreed, and nobody says what comes next."""
    facts = {"kind": "internship", "on": BEGAN, "planned_last_on": LAST, "today": TODAY, "by": None}
    Placement.objects.start(case=case, company=CompanyFactory(), **facts)


@pytest.fixture
def case(unit, caseworker):
    """The internship ends on Friday: what comes next was to be decided two weeks before."""
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 10, 1), on_benefit=True, caseworker=caseworker)
    with arranging(TODAY):
        begin(case)
        jobs.sweep()
    return case


def test_only_this_promise_is_a_reading_and_its_source_says_so():
    readings = {(goal.key, standard) for goal in registry.all_goals() for standard in goal.our_reading}

    assert readings == {("next-step", "law")}
    for goal, standard in readings:
        for version in GoalVersion.objects.of(goal, standard):
            assert "our reading" in version.source
    assert standard_words("next-step", Standard.LAW) == READING
    assert standard_words("offer-gap", Standard.LAW) == LAW
    assert standard_words("next-step", Standard.CITY) == "City goal"


@pytest.mark.parametrize(
    "address",
    [
        "/goals/",
        "/goals/versions/",
        "/goals/versions/promises/next-step/",
        "/goals/open/",
        "/goals/open/list/?goal=next-step&standard=law&state=waiting&arrived=always",
        "/goals/breaches/",
    ],
)
def test_managers_read_it_beside_the_figures_versions_and_breaches(case, signed_in, manager, address):
    assertContains(signed_in(manager).get(address), READING)


def test_caseworkers_read_it_on_the_case_and_in_how_the_date_was_counted(lise, case):
    page = lise.get(reverse("case", args=[case.public_id]))
    receipt = lise.get(reverse("case_receipt", args=[case.public_id, "next-step", "law", 1]))
    then = lise.get(reverse("goals:case_then", args=[case.public_id]), {"known": TODAY.isoformat()})

    assertContains(page, "Our reading, to be confirmed", count=1)
    assertContains(receipt, f"{READING}: What comes after a measure is decided")
    assertContains(then, READING, count=1)


def test_what_no_reading_is_about_says_law_alone(lise, case):
    receipt = lise.get(reverse("case_receipt", args=[case.public_id, "contract-signed", "law", 1]))

    assertContains(receipt, "Law: ")
    assertNotContains(receipt, "our reading")


@pytest.mark.usefixtures("addresses")
def test_the_weeks_mail_adds_up_its_breaches_apart_from_the_laws(unit, manager, settings):
    settings.SMALL_GROUP_LIMIT = 2
    with arranging(TODAY):
        for number in range(3):
            facts = {"taken_over_on": date(2026, 10, 1), "on_benefit": True, "contract_on": None}
            each = CaseFactory(unit=unit, **facts)
            if number:
                begin(each)
    with at(TODAY):
        jobs.sweep()

    [mail] = to(write_and_send(date(2026, 11, 30)), "manager")

    assert f"- {READING}: 2" in mail.body
    assert "- Law: 3" in mail.body
    assert f"\n{READING} (1)\n" in mail.body  # a section of its own, with one goal in it
