"""Two rows of the deadline table of the domain facts (1.4) that begin with a recorded fact: the CV on Jobnet within
three weeks of the registration, and talk and offer after a public control raised doubt about availability.

Each row names the source that the version must name. None: the rule set has no such rule, or none that is verified.
"""

from datetime import date, timedelta

import pytest

from goals.models import Clock
from internships.models import AvailabilityDoubt
from refugees.models import JobReadiness, Talk
from refugees.takeover import RuleSet, rule_set
from screening.models import JobSeeking
from tests.factories import CaseFactory
from tests.internships.test_deadline_table import TAKEN_OVER
from tests.people import arranging

pytestmark = pytest.mark.django_db

# What is registered or received twenty-eight days after the takeover; the talk is held three days later.
SINCE, TALK = timedelta(days=28), timedelta(days=31)
CV_LAW = "Integrationsloven § 26 b, stk. 4"
TALK_LAW, OFFER_LAW = "Integrationsloven § 27, stk. 1", "Integrationsloven § 27, stk. 2"

TABLE = [
    # CV on Jobnet: registration as a job-seeker + 3 weeks.
    ("cv-on-jobnet", RuleSet.RS_2016, date(2018, 8, 20), CV_LAW),
    ("cv-on-jobnet", RuleSet.RS_2019, date(2020, 4, 20), CV_LAW),
    ("cv-on-jobnet", RuleSet.RS_UA, date(2022, 6, 20), CV_LAW),
    ("cv-on-jobnet", RuleSet.RS_2025, None, "unverified"),
    ("cv-on-jobnet", RuleSet.RS_2026, None, "unverified"),
    # Doubt about availability: information received + 1 week for the talk, the talk + 2 weeks for the offer.
    ("availability-talk", RuleSet.RS_2016, None, "no such rule"),
    ("availability-talk", RuleSet.RS_2019, date(2020, 4, 6), TALK_LAW),
    ("availability-talk", RuleSet.RS_UA, date(2022, 6, 6), TALK_LAW),
    ("availability-talk", RuleSet.RS_2025, None, "unverified"),
    ("availability-talk", RuleSet.RS_2026, None, "unverified"),
    ("availability-offer", RuleSet.RS_2016, None, "no such rule"),
    ("availability-offer", RuleSet.RS_2019, date(2020, 4, 16), OFFER_LAW),
    ("availability-offer", RuleSet.RS_UA, date(2022, 6, 16), OFFER_LAW),
    ("availability-offer", RuleSet.RS_2025, None, "unverified"),
    ("availability-offer", RuleSet.RS_2026, None, "unverified"),
]


def story(rules, *, is_ready=True):
    """Somebody on a benefit under these rules: registered as a job-seeker, doubted after a control, talked with."""
    takeover = TAKEN_OVER[rules]
    ground = "ukraine" if rules == RuleSet.RS_UA else "convention"
    case = CaseFactory(taken_over_on=takeover, permit_ground=ground, on_benefit=True, opened_on=takeover)
    assert rule_set(takeover, ground) == rules
    day = takeover + TALK
    with arranging(day):
        if not is_ready:
            facts = {"is_ready": False, "on": takeover, "reason": "Obviously unable", "by": None}
            JobReadiness.objects.decide(case=case, **facts)
        since, about = takeover + SINCE, {"case": case, "today": day, "by": None}
        JobSeeking.objects.register(registered_on=since, **about)
        AvailabilityDoubt.objects.record(received_on=since, received="A control.", **about)
        Talk.objects.record(kind="follow-up", on=day, form="in-person", **about)
    return case


@pytest.mark.parametrize(("goal", "rules", "due_on", "source"), TABLE)
def test_the_deadline_of_the_table_with_its_source(goal, rules, due_on, source):
    """Integrationsloven § 26 b(4) and § 27 (LBK 1146/2020)."""
    clocks = Clock.objects.filter(case=story(rules), goal=goal, void_on=None)

    assert [(clock.standard, clock.due_on) for clock in clocks] == ([("law", due_on)] if due_on else []), (
        source
    )
    assert all(source in clock.version.source for clock in clocks)


def test_each_of_them_is_asked_in_every_rule_set():
    for goal in ("cv-on-jobnet", "availability-talk", "availability-offer"):
        assert {rules for each, rules, _due, _source in TABLE if each == goal} == set(RuleSet)


# § 26 b(4) is about the job-ready; of the others § 26 b(5) says "as soon as possible", without a number.
@pytest.mark.parametrize(
    ("is_ready", "is_promised", "source"),
    [(True, True, "§ 26 b(4): the job-ready"), (False, False, "§ 26 b(5): no number for the others")],
)
@pytest.mark.parametrize("rules", [RuleSet.RS_2016, RuleSet.RS_2019, RuleSet.RS_UA])
def test_the_three_weeks_are_for_the_job_ready(rules, is_ready, is_promised, source):
    case = story(rules, is_ready=is_ready)

    assert Clock.objects.filter(case=case, goal="cv-on-jobnet", void_on=None).exists() == is_promised, source
