"""How long a measure may last, who may begin an IGU: each case with the source that says so."""

from datetime import date

import pytest

from internships import igu, maxima
from internships.igu import Beginning
from internships.maxima import Ground, Stay

MONDAY = date(2026, 3, 2)
READY, EXEMPT = {"is_job_ready": True}, {"is_job_ready": False}
SECTION_23_B = "Integrationsloven § 23 b, stk. 4-6"
LONGER = {"grounds": frozenset({Ground.NO_EXPERIENCE})}
CONCRETE = {"grounds": frozenset({Ground.NO_EXPERIENCE, Ground.CONCRETE})}
TALKED = {"representative_on": date(2026, 5, 20)}


def stay(last_on, kind="internship", **facts):
    return Stay(kind=kind, started_on=MONDAY, last_on=last_on, **facts)


# The last day in time, and the day after it: 4, 13 and 26 weeks from Monday 2 March 2026, and a year.
LAST_DAYS = [
    ("internship", READY, date(2026, 3, 29), "internship-job-ready", SECTION_23_B),
    ("internship", LONGER, date(2026, 5, 31), "internship-thirteen-weeks", SECTION_23_B),
    ("internship", EXEMPT, date(2026, 5, 31), "internship-thirteen-weeks", SECTION_23_B),
    ("internship", CONCRETE | TALKED, date(2026, 8, 30), "internship-twenty-six-weeks", SECTION_23_B),
    ("internship", CONCRETE, date(2026, 5, 31), "staff-representative", "LAB § 63, stk. 2"),
    ("community-work", READY, date(2026, 5, 31), "community-work", "Integrationsloven § 23 g"),
    ("wage-subsidy", READY, date(2027, 3, 1), "wage-subsidy", "Integrationsloven § 23 c"),
]


@pytest.mark.parametrize(("kind", "facts", "last_day", "rule", "source"), LAST_DAYS)
def test_the_last_day_is_in_time_and_the_next_breaks_the_rule_of_that_source(
    kind, facts, last_day, rule, source
):
    assert maxima.findings(stay(last_day, kind, **facts)) == []

    found = maxima.findings(stay(last_day + maxima.ONE_DAY, kind, **facts))

    assert (rule, source) in {(each.rule.key, each.rule.source) for each in found}
    assert all(each.rule.source in each.sentence for each in found)


@pytest.mark.parametrize("ground", sorted(maxima.LONGER_KIND))
def test_each_ground_of_the_law_makes_four_weeks_thirteen(ground):
    """§ 23 b: no work experience, long unemployment, or hard to place with subsidy."""
    assert maxima.longest(stay(MONDAY, grounds=frozenset({ground}))) == date(2026, 5, 31)
    assert maxima.findings(stay(date(2026, 5, 31), grounds=frozenset({ground}))) == []


def test_concrete_grounds_alone_make_no_longer_kind_of_a_short_internship():
    """§ 23 b: the kinds of 13 weeks may be extended, the one of 4 weeks is none of them."""
    found = maxima.findings(stay(date(2026, 4, 30), grounds=frozenset({Ground.CONCRETE})))

    assert [(each.rule.key, each.refuses) for each in found] == [("internship-job-ready", True)]


def test_beyond_twenty_six_weeks_is_warned_of_on_concrete_grounds_and_refused_without():
    """§ 23 b: 26 weeks and beyond, on concrete grounds."""
    long = date(2026, 9, 30)

    [warned] = maxima.findings(stay(long, **CONCRETE, **TALKED))
    [refused] = maxima.findings(stay(long, **LONGER, **TALKED))

    assert (warned.rule.key, warned.refuses) == ("internship-twenty-six-weeks", False)
    assert (refused.rule.key, refused.refuses) == ("internship-twenty-six-weeks", True)


@pytest.mark.parametrize(
    ("started_on", "minutes", "count", "source"),
    [
        (MONDAY, 37 * 60, 0, "BEK 208/2026 § 26"),
        (MONDAY, 37 * 60 + 1, 1, "BEK 208/2026 § 26"),
        (date(2026, 1, 30), 38 * 60, 0, "the order is in force from 1 February 2026"),
        (MONDAY, None, 0, "hours that nobody knows break no rule"),
    ],
)
def test_a_measure_is_never_above_full_time(started_on, minutes, count, source):
    found = maxima.findings(
        Stay(kind="internship", started_on=started_on, last_on=started_on, minutes_a_week=minutes)
    )

    assert len(found) == count, source
    assert all(each.rule.source == source for each in found)


@pytest.mark.parametrize("kind", ["job", "igu", "education"])
def test_no_rule_of_these_limits_work_and_education(kind):
    assert maxima.longest(stay(date(2030, 1, 1), kind)) is None
    assert maxima.findings(stay(date(2030, 1, 1), kind)) == []


BORN = date(2000, 6, 15)
IGU = [
    # Act 623/2016: 18 to 39 years, an address for less than 5 years.
    ({"started_on": date(2018, 6, 14)}, "igu-age-Lov 623/2016", True),
    ({"started_on": date(2018, 6, 15), "address_since": date(2013, 6, 16)}, None, False),
    (
        {"started_on": date(2018, 6, 15), "address_since": date(2013, 6, 15)},
        "igu-address-Lov 623/2016",
        True,
    ),
    (
        {"started_on": date(2018, 3, 2), "born_on": date(1978, 3, 2)},
        "igu-age-Lov 623/2016",
        True,
    ),
    # L 202: from 1 May 2021 an address for less than 10 years.
    ({"started_on": date(2021, 5, 1), "address_since": date(2011, 5, 2)}, None, False),
    (
        {"started_on": date(2021, 5, 1), "address_since": date(2011, 5, 1)},
        "igu-address-L 202",
        True,
    ),
    ({"started_on": date(2023, 12, 31), "born_on": date(1983, 12, 31)}, "igu-age-L 202", True),
    # Order 1825/2023: from 2024 to 2027, 18 to 49 years, an address for at most 20 years.
    ({"started_on": date(2024, 1, 1), "born_on": date(1974, 1, 2)}, None, False),
    ({"started_on": date(2024, 1, 1), "born_on": date(1974, 1, 1)}, "igu-age-BEK 1825/2023", True),
    ({"started_on": date(2026, 3, 2), "address_since": date(2006, 3, 2)}, None, False),
    ({"started_on": date(2026, 3, 3), "address_since": date(2006, 3, 2)}, "igu-address-BEK 1825/2023", True),
    ({"had_one": True}, "igu-only-one", True),
    ({"job_here_until": date(2025, 12, 2)}, "igu-after-a-job", True),
    ({"job_here_until": date(2025, 12, 1)}, None, False),
    ({"signed_on": date(2026, 1, 31), "registered_on": date(2026, 2, 28)}, None, False),
    ({"signed_on": date(2026, 1, 31), "registered_on": date(2026, 3, 1)}, "igu-registered", False),
    # Not seen in a source: a warning, never a refusal.
    ({"practice_minutes": 24 * 60, "all_minutes": 37 * 60}, "igu-hours", False),
    ({"practice_minutes": 25 * 60, "all_minutes": 31 * 60}, "igu-hours", False),
    ({"practice_minutes": 25 * 60, "all_minutes": 32 * 60}, None, False),
    # Not known: to be checked by whoever knows.
    ({"born_on": None}, "igu-age-BEK 1825/2023", False),
    ({"address_since": None}, "igu-address-BEK 1825/2023", False),
    ({"started_on": date(2027, 12, 31)}, None, False),
    ({"started_on": date(2028, 1, 1)}, "igu-no-rule", False),
]


@pytest.mark.parametrize(("facts", "rule", "refuses"), IGU)
def test_who_may_begin_an_igu_by_the_day_it_starts(facts, rule, refuses):
    facts = {"started_on": date(2026, 3, 2), "born_on": BORN, "address_since": date(2014, 3, 2)} | facts

    found = igu.findings(Beginning(**facts))

    assert [(each.rule.key, each.refuses) for each in found] == ([(rule, refuses)] if rule else [])


@pytest.mark.parametrize(
    ("day", "weeks"),
    [
        (date(2017, 1, 1), 20),  # Act 623/2016
        (date(2021, 4, 30), 20),
        (date(2021, 5, 1), 23),  # L 202
        (date(2024, 1, 1), 23),  # order 1825/2023
    ],
)
def test_the_weeks_of_school_of_an_igu(day, weeks):
    assert igu.conditions_on(day).school_weeks == weeks


def test_an_agreement_on_an_igu_is_registered_within_a_month():
    """Order 1825/2023."""
    assert igu.registered_by(date(2026, 1, 31)) == date(2026, 2, 28)


def test_what_nobody_has_verified_says_so_and_refuses_nothing():
    unverified = [rule for rule in (*maxima.RULES, *igu.RULES) if not rule.is_verified]

    assert {rule.key for rule in unverified} == {"igu-hours", "igu-no-rule"}
    for rule in unverified:
        assert rule.sentence.startswith("Not verified, no rule of law: ")
    [found] = igu.findings(
        Beginning(MONDAY, born_on=BORN, address_since=date(2020, 1, 1), practice_minutes=60)
    )
    assert (found.rule.is_verified, found.refuses) == (False, False)


def test_every_rule_names_its_source_and_has_a_key_of_its_own():
    rules = [*maxima.RULES, *igu.RULES]

    assert len({rule.key for rule in rules}) == len(rules)
    assert all(rule.source and rule.since or rule.until for rule in rules)
