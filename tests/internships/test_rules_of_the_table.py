"""Rules of the domain facts that are no deadline of one promise: whom a duty covers, what meets it, hours a week.

Each row names the source that says so. Which rule is held by which test stands in test_list_of_rules.py.
"""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from goals.models import Clock, GoalVersion
from internships.models import Answer, Offer, Placement, Whose
from refugees.models import BenefitPeriod, CountedActivity, HoursCut, JobReadiness, Occupation
from refugees.takeover import RuleSet, rule_set
from refugees.week_hours import SOURCES, Asks
from refugees.weeks import weeks_of
from tests.factories import CaseFactory, CompanyFactory
from tests.internships.test_deadline_table import OFFER_LAW, TAKEN_OVER
from tests.people import arranging

pytestmark = pytest.mark.django_db

WEEK = timedelta(weeks=1)
OLD_RULES = (RuleSet.RS_2016, RuleSet.RS_2019, RuleSet.RS_UA)


def newcomer(rules, *, on_benefit=True, **facts):
    takeover = TAKEN_OVER[rules]
    ground = "ukraine" if rules == RuleSet.RS_UA else "convention"
    assert rule_set(takeover, ground) == rules
    return CaseFactory(
        taken_over_on=takeover, permit_ground=ground, on_benefit=on_benefit, opened_on=takeover, **facts
    )


# The offer: as soon as possible and within two weeks, one month at the latest. The two weeks are aimed at.
@pytest.mark.parametrize(
    ("rules", "due_on", "warned_on"),
    [
        (RuleSet.RS_2016, date(2018, 8, 2), date(2018, 7, 19)),
        (RuleSet.RS_2019, date(2020, 4, 2), date(2020, 3, 19)),
        (RuleSet.RS_UA, date(2022, 6, 2), date(2022, 5, 19)),
    ],
)
def test_two_weeks_are_aimed_at_and_the_month_is_warned_of_a_fortnight_before(rules, due_on, warned_on):
    """BEK 1208/2016 § 19; BEK 1307/2020 § 22."""
    clock = Clock.objects.get(case=newcomer(rules), goal="internship-offered", standard="law")

    assert (clock.due_on, clock.warn_on) == (due_on, warned_on)
    assert (clock.version.aim, clock.version.source) == ("2 weeks", OFFER_LAW)


# Whom the law's duties cover: § 23(6), offers are owed to those on a benefit; § 17 a(1), the gap to the job-ready.
COVERED = [
    ("internship-offered", "law", {}, True, "§ 23(6): people on a benefit"),
    ("internship-offered", "law", {"on_benefit": False}, False, "§ 23(6): others on request"),
    ("internship-started", "city", {"on_benefit": False}, True, "the City's goal covers everybody"),
    ("offer-gap", "law", {}, True, "§ 17 a(1): job-ready people on a benefit"),
    ("offer-gap", "law", {"on_benefit": False}, False, "§ 17 a(1) with § 23(6)"),
    ("offer-gap", "law", {"is_ready": False}, False, "§ 17 a(1): not of the activity-ready"),
]


@pytest.mark.parametrize("rules", OLD_RULES)
@pytest.mark.parametrize(("goal", "standard", "who", "is_covered", "source"), COVERED)
def test_whom_a_duty_covers(rules, goal, standard, who, is_covered, source):
    case = newcomer(rules, on_benefit=who.get("on_benefit", True))
    takeover = TAKEN_OVER[rules]
    day = takeover + 5 * WEEK
    with arranging(day):
        if not who.get("on_benefit", True):
            BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=takeover, by=None)
        if goal == "offer-gap":
            facts = {"kind": "internship", "on": takeover, "today": day, "by": None}
            placement = Placement.objects.start(case=case, company=CompanyFactory(), **facts)
            placement.occupation.end(on=day, ending="completed", today=day, by=None)
        if not who.get("is_ready", True):
            facts = {"is_ready": False, "on": takeover, "reason": "Obviously unable", "by": None}
            JobReadiness.objects.decide(case=case, **facts)

    running = Clock.objects.filter(case=case, goal=goal, standard=standard, void_on=None)

    assert running.exists() == is_covered, source


# What becomes of an offer: given is given, and nothing moves the day of the start (domain facts 6; K26 § 12(2)).
FATES = [
    ("not answered", None, "two dates; given counts as offered"),
    ("declined", lambda offer, facts: offer.record_answer(answer=Answer.DECLINED, **facts), "AKL §§ 35-40 a"),
    ("withdrawn", lambda offer, facts: offer.record_answer(answer=Answer.WITHDRAWN, **facts), "K26 § 12(2)"),
    ("no show", lambda offer, facts: offer.did_not_start(whose=Whose.COMPANY, **facts), "K26 § 12(2)"),
]


@pytest.mark.parametrize("rules", OLD_RULES)
@pytest.mark.parametrize(("fate", "happens", "source"), FATES)
def test_an_offer_given_is_given_and_resets_no_clock(rules, fate, happens, source):
    case, takeover = newcomer(rules), TAKEN_OVER[rules]
    given, answered = takeover + WEEK, takeover + 2 * WEEK
    with arranging(answered):
        facts = {"company": CompanyFactory(), "kind": "internship", "offered_on": given, "today": answered}
        offer = Offer.objects.make(case=case, by=None, **facts)
        if happens:
            happens(offer, {"on": answered, "today": answered, "reason": "Said so", "by": None})

    offered = Clock.objects.get(case=case, goal="internship-offered", standard="law")
    started = Clock.objects.get(case=case, goal="internship-started", standard="city")

    assert offered.met_on == given, source
    assert (started.met_on, started.due_on) == (None, offered.due_on), fate


# Hours a week, through the facts of a case.
HOURS = [
    (RuleSet.RS_2016, {}, 15, Asks.OFFERS, "§ 17 a(2)"),
    (RuleSet.RS_2019, {}, 15, Asks.OFFERS, "§ 17 a(2)"),
    (RuleSet.RS_2016, {"is_ready": False}, None, Asks.ASSESSED, "§ 17 a(2)"),
    # Not in the table: whether they hold for the displaced from Ukraine nobody has verified.
    (RuleSet.RS_UA, {}, None, Asks.UKRAINE, "LAB § 105 a(1)"),
    (RuleSet.RS_2025, {}, 37, Asks.WORK_DUTY, "§ 20 d(1)"),
    (RuleSet.RS_2026, {}, 37, Asks.WORK_DUTY, "§ 20 d(1)"),
    (RuleSet.RS_2026, {"is_ready": False}, 37, Asks.WORK_DUTY, "§ 20 d(1)"),
    (RuleSet.RS_2025, {"cut_to": 20}, 20, Asks.CUT, "§ 20 d(2)"),
    (RuleSet.RS_2026, {"cut_to": 20}, 20, Asks.CUT, "§ 20 d(2)"),
    (RuleSet.RS_2016, {"on_benefit": False}, None, Asks.BENEFIT_UNKNOWN, "§ 23"),
    (RuleSet.RS_2016, {"after_years": 5}, None, Asks.OVER, "§ 16(7)-(8)"),
]


@pytest.mark.parametrize(("rules", "who", "hours", "asks", "source"), HOURS)
def test_so_many_hours_a_week_are_asked_of_a_case(rules, who, hours, asks, source):
    case, takeover = newcomer(rules, on_benefit=who.get("on_benefit", True)), TAKEN_OVER[rules]
    day = takeover + WEEK if "after_years" not in who else takeover.replace(year=takeover.year + 5)
    with arranging(day):
        if not who.get("is_ready", True):
            facts = {"is_ready": False, "on": takeover, "reason": "Obviously unable", "by": None}
            JobReadiness.objects.decide(case=case, **facts)
        if "cut_to" in who:
            facts = {"minutes_a_week": who["cut_to"] * 60, "ground": "conclusion", "by": None}
            HoursCut.objects.decide(case=case, during=DateRange(takeover, None), **facts)

    week = weeks_of([case], day)[case.pk]

    assert (week.asks, week.asked) == (asks, hours and hours * 60)
    assert source in str(SOURCES[week.asks])


# What counts: community work in the first year not (§ 17 a(2)); towards the 37 from the first day (§ 20 d(1)).
COUNTED = [
    (RuleSet.RS_2016, "community-work", 0, "§ 17 a(2)"),
    (RuleSet.RS_2019, "community-work", 0, "§ 17 a(2)"),
    (RuleSet.RS_2019, "internship", 12, "§ 17 a(2)"),
    (RuleSet.RS_2019, "talks", 0, "§ 17 a(2)"),
    (RuleSet.RS_2025, "community-work", 12, "§ 20 d(1)"),
    (RuleSet.RS_2026, "internship", 12, "§ 20 d(1)"),
    (RuleSet.RS_2026, "talks", 12, "§ 20 d(3)"),
    (RuleSet.RS_2026, "job-search", 4, "§ 20 d(4)"),
]


@pytest.mark.parametrize(("rules", "kind", "hours", "source"), COUNTED)
def test_what_a_case_does_counts_with_so_many_of_its_twelve_hours(rules, kind, hours, source):
    case, day = newcomer(rules), TAKEN_OVER[rules] + 2 * WEEK
    since = TAKEN_OVER[rules] + WEEK
    with arranging(day):
        if kind in {"talks", "job-search"}:
            facts = {"kind": kind, "about": "", "minutes_a_week": 720, "during": DateRange(since, None)}
            CountedActivity.objects.add(case=case, by=None, **facts)
        else:
            facts = {"kind": kind, "on": since, "minutes_a_week": 720, "today": day, "by": None}
            Occupation.objects.start(case=case, place="Invented", **facts)

    week = weeks_of([case], day)[case.pk]

    [line] = [line for line in week.lines if line.minutes]
    assert line.counted == hours * 60
    assert source in line.source


# In work or education off the benefit: twelve months from the last talk (§ 20(1)); later no number is verified.
@pytest.mark.parametrize(
    ("rules", "due_on"),
    [
        (RuleSet.RS_2016, date(2019, 7, 9)),
        (RuleSet.RS_2019, date(2021, 3, 9)),
        (RuleSet.RS_UA, date(2023, 5, 9)),
        (RuleSet.RS_2025, None),
        (RuleSet.RS_2026, None),
    ],
)
def test_whoever_is_in_work_on_own_means_is_followed_up_within_a_year(rules, due_on):
    """Integrationsloven § 20, stk. 1."""
    case, begun = newcomer(rules), TAKEN_OVER[rules] + WEEK
    with arranging(begun):
        BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=begun, by=None)
        facts = {"kind": "job", "place": "Invented Bakery", "on": begun, "today": begun, "by": None}
        Occupation.objects.start(case=case, **facts)

    clocks = Clock.objects.filter(case=case, goal="follow-up-in-work", void_on=None)

    assert [clock.due_on for clock in clocks] == ([due_on] if due_on else [])
    assert all(clock.version.source == "Integrationsloven § 20, stk. 1" for clock in clocks)


# What no source gives a number for is an internal default, and says so.
@pytest.mark.parametrize(
    ("goal", "amount"),
    [
        ("mentor-offered", (14, "days")),
        ("retention-mentor-offered", (1, "months")),
        ("retention-contact", (1, "months")),
        ("placement-evaluated", (14, "days")),
        ("follow-up-next", (3, "months")),
    ],
)
def test_what_the_product_asks_for_by_itself_is_called_no_law(goal, amount):
    [version] = GoalVersion.objects.filter(goal=goal)

    assert (version.standard, (version.amount, version.unit)) == ("internal", amount)
    assert version.source.startswith("Internal default")
