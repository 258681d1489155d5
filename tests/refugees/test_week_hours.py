"""Hours of a week against what the rules ask: each case with the source that says so. Pure: no database."""

from datetime import date

import pytest

from refugees.attended import AttendedKind
from refugees.takeover import RuleSet
from refugees.week_hours import Asks, Reading, Segment, Situation, Verdict, asked_of, week_of
from refugees.week_kinds import CountedKind

TAKEOVER = date(2025, 3, 3)
DAY = date(2025, 10, 15)  # a Wednesday; its Monday is the 13th
DUTY = RuleSet.RS_2025


def who(rules=DUTY, takeover_on=TAKEOVER, benefit="benefit", **facts):
    return Situation(rules=rules, takeover_on=takeover_on, benefit=benefit, **facts)


def takes(kind, hours, starts_on=TAKEOVER, ends_on=None):
    minutes = None if hours is None else round(hours * 60)
    return Segment(kind, str(kind), starts_on, ends_on, minutes)


ASKED = [
    # The work duty: Integration Act § 20 d(1) (act 1654/2024), whatever the category of the person.
    (who(), DAY, 37, Asks.WORK_DUTY, "Integration Act § 20 d(1)"),
    (who(RuleSet.RS_2026), DAY, 37, Asks.WORK_DUTY, "Integration Act § 20 d(1)"),
    (who(is_ready=False), DAY, 37, Asks.WORK_DUTY, "Integration Act § 20 d(1)"),
    # Cut for health: § 20 d(2).
    (who(cut_to=20 * 60), DAY, 20, Asks.CUT, "Integration Act § 20 d(2)"),
    (who(cut_to=0), DAY, 0, Asks.CUT, "Integration Act § 20 d(2)"),
    # 15 hours of offers of a job-ready person on average: LBK 1127/2017 § 17 a(2); others by assessment.
    (who(RuleSet.RS_2016), DAY, 15, Asks.OFFERS, "Integration Act § 17 a(2)"),
    (who(RuleSet.RS_2019), DAY, 15, Asks.OFFERS, "Integration Act § 17 a(2)"),
    (who(RuleSet.RS_2019, is_ready=False), DAY, None, Asks.ASSESSED, "Integration Act § 17 a(2)"),
    # The act's cut is of the work duty: it does not touch the 15 hours.
    (who(RuleSet.RS_2019, cut_to=60), DAY, 15, Asks.OFFERS, "Integration Act § 17 a(2)"),
    # No work duty for the displaced from Ukraine: act 1654/2024; what else is asked is not verified.
    (who(RuleSet.RS_UA), DAY, None, Asks.UKRAINE, "Act no. 1654/2024, LAB § 105 a(1)"),
    # Offers are owed to those on a benefit: § 23 (domain facts 0.5).
    (who(benefit="self-supporting"), DAY, None, Asks.SELF_SUPPORTING, "Integration Act § 23"),
    (who(benefit=""), DAY, None, Asks.BENEFIT_UNKNOWN, "Integration Act § 23"),
    # The programme is owed to those 18 at the takeover, and lasts five years at most: § 16(1), (7), (8).
    (who(was_adult=False), DAY, None, Asks.NOT_ADULT, "Integration Act § 16(1)"),
    (who(), date(2030, 3, 2), 37, Asks.WORK_DUTY, "Integration Act § 20 d(1)"),
    (who(), date(2030, 3, 3), None, Asks.OVER, "Integration Act § 16(7)-(8)"),
    # Responsibility begins with the takeover: § 4(2).
    (who(), date(2025, 3, 2), None, Asks.NOT_YET, "Integration Act § 4(2)"),
    (who(rules=None, takeover_on=None), DAY, None, Asks.NOT_YET, "Integration Act § 4(2)"),
]


@pytest.mark.parametrize(("situation", "day", "hours", "why", "source"), ASKED)
def test_so_many_hours_are_asked_and_the_source_says_so(situation, day, hours, why, source):
    assert asked_of(situation, day) == (why, None if hours is None else hours * 60)
    assert week_of(situation, [], day).source == source


COUNTS = [
    # § 20 d(1): Danish and offers; (3): ordinary work, talks, activities, efforts of other acts; (4): job search.
    (DUTY, AttendedKind.DANISH, Reading.COUNTS, "§ 20 d(1) no. 1"),
    (DUTY, AttendedKind.INTERNSHIP, Reading.COUNTS, "§ 20 d(1) no. 2"),
    (DUTY, AttendedKind.WAGE_SUBSIDY, Reading.COUNTS, "§ 20 d(1) no. 2"),
    (DUTY, AttendedKind.COMMUNITY_WORK, Reading.COUNTS, "§ 20 d(1) no. 2"),
    (DUTY, CountedKind.GUIDANCE, Reading.COUNTS, "§ 20 d(1) no. 2"),
    (DUTY, AttendedKind.JOB, Reading.COUNTS, "§ 20 d(3)"),
    (DUTY, CountedKind.TALKS, Reading.COUNTS, "§ 20 d(3)"),
    (DUTY, CountedKind.FURTHERING, Reading.COUNTS, "§ 20 d(3)"),
    (DUTY, CountedKind.SOCIAL_HEALTH, Reading.COUNTS, "§ 20 d(3)"),
    (DUTY, CountedKind.JOB_SEARCH, Reading.COUNTS, "§ 20 d(4)"),
    # The act names neither: not counted, and not said to be nothing.
    (DUTY, AttendedKind.IGU, Reading.UNSETTLED, ""),
    (DUTY, AttendedKind.EDUCATION, Reading.UNSETTLED, ""),
    # § 17 a(2): offers under §§ 23 b and 23 c alone; community work not in the first year.
    (RuleSet.RS_2019, AttendedKind.INTERNSHIP, Reading.COUNTS, "§ 17 a(2)"),
    (RuleSet.RS_2016, AttendedKind.WAGE_SUBSIDY, Reading.COUNTS, "§ 17 a(2)"),
    (RuleSet.RS_2019, AttendedKind.COMMUNITY_WORK, Reading.FIRST_YEAR, "§ 17 a(2)"),
    (RuleSet.RS_2016, AttendedKind.DANISH, Reading.OFFERS_ONLY, "§ 17 a(2)"),
    (RuleSet.RS_2016, CountedKind.TALKS, Reading.OFFERS_ONLY, "§ 17 a(2)"),
]


@pytest.mark.parametrize(("rules", "kind", "reading", "source"), COUNTS)
def test_what_counts_and_what_says_so(rules, kind, reading, source):
    [line] = week_of(who(rules), [takes(kind, 3)], DAY).lines

    assert (line.reading, line.source) == (reading, source)
    assert (line.minutes, line.counted) == (180, 180 if reading == Reading.COUNTS else 0)


def test_community_work_counts_towards_the_fifteen_hours_after_the_first_year():
    """§ 17 a(2): not in the first year of the programme."""
    work = takes(AttendedKind.COMMUNITY_WORK, 15)

    assert week_of(who(RuleSet.RS_2019), [work], date(2026, 3, 2)).counted == 0
    assert week_of(who(RuleSet.RS_2019), [work], date(2026, 3, 3)).counted == 15 * 60


def test_job_search_counts_with_four_hours_in_all():
    """§ 20 d(4): up to four hours a week in all."""
    search = [takes(CountedKind.JOB_SEARCH, 3), takes(CountedKind.JOB_SEARCH, 3)]

    week = week_of(who(), search, DAY)

    assert [line.counted for line in week.lines] == [180, 60]
    assert week.lines[1].reading == Reading.FOUR_HOURS


@pytest.mark.parametrize(
    ("segments", "counted", "verdict", "missing"),
    [
        ([takes("danish", 15), takes("internship", 7)], 22, Verdict.BELOW, 15),
        ([takes("danish", 15), takes("internship", 22)], 37, Verdict.ENOUGH, 0),
        ([takes("danish", 15), takes("internship", None)], 15, Verdict.UNKNOWN, 22),
        ([takes("internship", 37), takes("danish", None)], 37, Verdict.ENOUGH, 0),
        ([takes("igu", 30)], 0, Verdict.UNKNOWN, 37),
        ([], 0, Verdict.BELOW, 37),
    ],
)
def test_unknown_hours_are_not_known_and_never_nothing(segments, counted, verdict, missing):
    week = week_of(who(), segments, DAY)

    assert (week.counted, week.verdict, week.missing) == (counted * 60, verdict, missing * 60)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "hours"),
    [
        (date(2025, 10, 13), date(2025, 10, 17), 20),
        (date(2025, 10, 15), None, 12),
        (TAKEOVER, date(2025, 10, 13), 4),
        (date(2025, 10, 18), None, None),
        (TAKEOVER, date(2025, 10, 12), None),
    ],
)
def test_what_takes_part_of_the_week_takes_part_of_its_hours(starts_on, ends_on, hours):
    lines = week_of(who(), [takes("internship", 20, starts_on, ends_on)], DAY).lines

    assert [line.counted for line in lines] == ([] if hours is None else [hours * 60])


def test_nothing_is_counted_where_nothing_is_asked():
    week = week_of(who(benefit="self-supporting"), [takes("job", 37)], DAY)

    assert (week.verdict, week.lines[0].reading, week.lines[0].minutes) == (
        Verdict.NOT_ASKED,
        Reading.NOT_ASKED,
        37 * 60,
    )
