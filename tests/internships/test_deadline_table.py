"""The deadline table of the domain facts (1.4), as far as this pillar keeps it: through the goal versions in force.

Each row names the source that the version must name. None: the rule set has no such rule, or none that is verified.
"""

from datetime import date, timedelta

import pytest

from goals.models import Clock
from internships.models import Placement
from refugees.events import KeyEvent, Source
from refugees.models import KeyDate
from refugees.takeover import RuleSet, rule_set
from tests.factories import CaseFactory, CompanyFactory
from tests.people import arranging

pytestmark = pytest.mark.django_db

TAKEN_OVER = {
    RuleSet.RS_2016: date(2018, 7, 2),
    RuleSet.RS_2019: date(2020, 3, 2),
    RuleSet.RS_UA: date(2022, 5, 2),
    RuleSet.RS_2025: date(2025, 3, 3),
    RuleSet.RS_2026: date(2026, 3, 2),
}
BOOKLET = "City of Copenhagen, Integration initiative for refugees (booklet)"
OFFER_LAW = "BEK 1208/2016 § 19; BEK 1307/2020 § 22"
GAP_LAW = "Integrationsloven § 17 a, stk. 1"
NEXT_LAW = "RSL § 7 a (that it applies to these measures is our reading"
# Days of one story, counted from the takeover: a measure of four weeks, categorised after three months.
BEGAN, ENDS, CATEGORISED = timedelta(days=14), timedelta(days=41), timedelta(days=91)

TABLE = [
    # Company offer given: E2 + 1 month.
    ("internship-offered", "law", RuleSet.RS_2016, date(2018, 8, 2), OFFER_LAW),
    ("internship-offered", "law", RuleSet.RS_2019, date(2020, 4, 2), OFFER_LAW),
    ("internship-offered", "law", RuleSet.RS_UA, date(2022, 6, 2), OFFER_LAW),
    ("internship-offered", "law", RuleSet.RS_2025, None, "not in K25"),
    ("internship-offered", "law", RuleSet.RS_2026, None, "not in K26"),
    ("internship-offered", "city", RuleSet.RS_2016, date(2018, 8, 2), BOOKLET),
    ("internship-offered", "city", RuleSet.RS_2026, date(2026, 4, 2), BOOKLET),
    # Company offer started: the City's goal, E2 + 1 month.
    ("internship-started", "city", RuleSet.RS_2016, date(2018, 8, 2), BOOKLET),
    ("internship-started", "city", RuleSet.RS_2019, date(2020, 4, 2), BOOKLET),
    ("internship-started", "city", RuleSet.RS_UA, date(2022, 6, 2), BOOKLET),
    ("internship-started", "city", RuleSet.RS_2025, date(2025, 4, 3), BOOKLET),
    ("internship-started", "city", RuleSet.RS_2026, date(2026, 4, 2), BOOKLET),
    ("internship-started", "law", RuleSet.RS_2016, None, "the law's duty is the offer"),
    # Gap between company offers: the end of the offer + 6 weeks.
    ("offer-gap", "law", RuleSet.RS_2016, date(2018, 9, 23), GAP_LAW),
    ("offer-gap", "law", RuleSet.RS_2019, date(2020, 5, 24), GAP_LAW),
    ("offer-gap", "law", RuleSet.RS_UA, date(2022, 7, 24), GAP_LAW),
    ("offer-gap", "law", RuleSet.RS_2025, None, "superseded (a reading)"),
    ("offer-gap", "law", RuleSet.RS_2026, None, "superseded (a reading)"),
    # Next step decided: 2 weeks before the agreed last day.
    ("next-step", "law", RuleSet.RS_2016, date(2018, 7, 29), NEXT_LAW),
    ("next-step", "law", RuleSet.RS_2019, date(2020, 3, 29), NEXT_LAW),
    ("next-step", "law", RuleSet.RS_UA, date(2022, 5, 29), NEXT_LAW),
    ("next-step", "law", RuleSet.RS_2025, date(2025, 3, 30), NEXT_LAW),
    ("next-step", "law", RuleSet.RS_2026, date(2026, 3, 29), NEXT_LAW),
    # Follow-up, ordinary: four talks from E6, in 12 months, in the first 6 in the texts from 2020.
    ("follow-up-law", "law", RuleSet.RS_2016, date(2019, 10, 1), "BEK 1208/2016 § 16"),
    ("follow-up-law", "law", RuleSet.RS_2019, date(2020, 12, 1), "BEK 1307/2020 § 19"),
    ("follow-up-law", "law", RuleSet.RS_UA, date(2023, 2, 1), "BEK 1307/2020 § 19"),
    ("follow-up-law", "law", RuleSet.RS_2025, None, "number unverified"),
    ("follow-up-law", "law", RuleSet.RS_2026, None, "number unverified"),
]


def story(rules):
    """Somebody on a benefit under these rules, whose first measure ended as agreed."""
    takeover = TAKEN_OVER[rules]
    ground = "ukraine" if rules == RuleSet.RS_UA else "convention"
    case = CaseFactory(taken_over_on=takeover, permit_ground=ground, on_benefit=True, opened_on=takeover)
    assert rule_set(takeover, ground) == rules
    day = takeover + CATEGORISED
    with arranging(day):
        placement = Placement.objects.start(
            case=case,
            company=CompanyFactory(),
            kind="internship",
            on=takeover + BEGAN,
            today=takeover + BEGAN,
            planned_last_on=takeover + ENDS,
            by=None,
        )
        placement.occupation.end(on=takeover + ENDS, ending="completed", today=day, by=None)
        KeyDate.objects.record(case=case, event=KeyEvent.CATEGORISED, on=day, source=Source.CITY, by=None)
    return case


@pytest.mark.parametrize(("goal", "standard", "rules", "due_on", "source"), TABLE)
def test_the_deadline_of_the_table_with_its_source(goal, standard, rules, due_on, source):
    case = story(rules)

    clocks = Clock.objects.filter(case=case, goal=goal, standard=standard, void_on=None)

    assert [clock.due_on for clock in clocks] == ([due_on] if due_on else []), source
    assert all(source in clock.version.source for clock in clocks)


def test_every_promise_of_the_table_is_asked_in_every_rule_set_that_it_names():
    asked = {(goal, rules) for goal, standard, rules, _due, _source in TABLE if standard == "law"}

    for goal in ("internship-offered", "offer-gap", "next-step", "follow-up-law"):
        assert {rules for each, rules in asked if each == goal} == set(RuleSet)
