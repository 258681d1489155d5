"""Which rule of the domain facts that concerns work and education is held by which parametrised test.

The deadline table is 1.4 of the domain facts; what is counted from, 1.2 and 1.3, is tested with the takeover and the
reckoning. Two of the table are said where they are broken and refuse nothing: illness told on the first day (K26
§ 25), because what is recorded is that somebody stayed away and never that they were ill; Danish for 15 hours a week
on average (§ 21(3)), because the provider decides the hours and the act names no weeks over which the average is taken.

One rule of the table the product rightly does not keep: three sanction units for a refused offer, at most once a
calendar month (AKL §§ 35-40 a). The system decides no sanction and counts none. Those that count for the month are
decided where the benefit is paid, also about what this product never hears of; a count of the few that stand here would
look like leave to decide one more.
"""

import inspect
from importlib import import_module

import pytest

TABLE = "tests.internships.test_deadline_table"
CONTROL = "tests.internships.test_rules_of_control"
RULES, MAXIMA = "tests.internships.test_rules_of_the_table", "tests.internships.test_maxima"
AWAY, WEEKS = "tests.internships.test_stayed_away", "tests.refugees.test_week_hours"
DEADLINES = "test_the_deadline_of_the_table_with_its_source"
LAST_DAY = "test_the_last_day_is_in_time_and_the_next_breaks_the_rule_of_that_source"
ASKED = "test_so_many_hours_are_asked_and_the_source_says_so"
# Rule, source as the test writes it, and the test that holds it.
HELD = [
    ("company offer given: one month", "BEK 1208/2016 § 19", TABLE, DEADLINES),
    (
        "company offer given: two weeks aimed at",
        "BEK 1307/2020 § 22",
        RULES,
        "test_two_weeks_are_aimed_at_and_the_month_is_warned_of_a_fortnight_before",
    ),
    ("company offer started: the City's month", "(booklet)", TABLE, DEADLINES),
    ("duties cover people on a benefit, the gap the job-ready", "§ 23(6)", RULES, "test_whom_a_duty_covers"),
    (
        "offer withdrawn, declined, not begun: no clock is reset",
        "K26 § 12(2)",
        RULES,
        "test_an_offer_given_is_given_and_resets_no_clock",
    ),
    ("gap between company offers: six weeks", "Integrationsloven § 17 a, stk. 1", TABLE, DEADLINES),
    ("next step: two weeks before the end", "RSL § 7 a", TABLE, DEADLINES),
    ("follow-up: four talks", "BEK 1208/2016 § 16", TABLE, DEADLINES),
    (
        "follow-up in work: twelve months",
        "Integrationsloven § 20, stk. 1",
        RULES,
        "test_whoever_is_in_work_on_own_means_is_followed_up_within_a_year",
    ),
    ("CV on Jobnet: three weeks", "Integrationsloven § 26 b, stk. 4", CONTROL, DEADLINES),
    (
        "CV on Jobnet: of the job-ready",
        "§ 26 b(4)",
        CONTROL,
        "test_the_three_weeks_are_for_the_job_ready",
    ),
    ("doubt after a control: talk, one week", "Integrationsloven § 27, stk. 1", CONTROL, DEADLINES),
    (
        "doubt after a control: offer, two weeks of the talk",
        "Integrationsloven § 27, stk. 2",
        CONTROL,
        DEADLINES,
    ),
    ("internship: 4, 13, 26 weeks", "Integrationsloven § 23 b, stk. 4-6", MAXIMA, LAST_DAY),
    ("wage subsidy: one year", "Integrationsloven § 23 c", MAXIMA, LAST_DAY),
    ("community work: 13 weeks", "Integrationsloven § 23 g", MAXIMA, LAST_DAY),
    ("talk with the staff's representative", "LAB § 63, stk. 2", MAXIMA, LAST_DAY),
    ("never above full time", "BEK 208/2026 § 26", MAXIMA, "test_a_measure_is_never_above_full_time"),
    (
        "who may begin an IGU, by the day it starts",
        "Order 1825/2023",
        MAXIMA,
        "test_who_may_begin_an_igu_by_the_day_it_starts",
    ),
    ("weeks of school of an IGU", "L 202", MAXIMA, "test_the_weeks_of_school_of_an_igu"),
    (
        "illness told on the first day",
        "BEK 208/2026 § 25",
        "tests.internships.test_illness_told",
        "test_illness_is_told_on_the_first_day_and_later_is_said_and_judged_by_nobody_but_a_caseworker",
    ),
    (
        "Danish: 15 hours a week on average at most",
        "§ 21(3)",
        "tests.screening.test_danish",
        "test_more_than_fifteen_hours_of_danish_a_week_are_said_with_their_source",
    ),
    ("hours asked: 15, 37, cut", "§ 20 d(2)", WEEKS, ASKED),
    ("hours asked, through a case", "§ 17 a(2)", RULES, "test_so_many_hours_a_week_are_asked_of_a_case"),
    ("what counts in the week", "§ 20 d(4)", WEEKS, "test_what_counts_and_what_says_so"),
    (
        "what counts in the week, through a case",
        "§ 20 d(4)",
        RULES,
        "test_what_a_case_does_counts_with_so_many_of_its_twelve_hours",
    ),
    ("programme: five years at most", "§ 16(7)-(8)", WEEKS, ASKED),
    ("hearing, complaint and second look", "BEK 861/2025 § 11", AWAY, "test_the_deadlines_of_the_law"),
    (
        "no burdening decision without notice, hearing, reasons, law",
        "FVL §§ 19, 22 and 24",
        AWAY,
        "test_nothing_burdens_a_person_without_notice_hearing_reasons_and_law",
    ),
    (
        "held for six months: job, education that gives SU",
        "Integration Act § 45(9)",
        "tests.internships.test_gives_su",
        "test_an_education_lasts_if_it_gives_su_and_is_told_apart_while_nobody_knows",
    ),
    (
        "retention, evaluation, next talk: no law",
        "Internal default",
        RULES,
        "test_what_the_product_asks_for_by_itself_is_called_no_law",
    ),
]


@pytest.mark.parametrize(("rule", "source", "module", "test"), HELD)
def test_every_rule_has_a_parametrised_test_that_cites_its_source(rule, source, module, test):
    found = import_module(module)
    marks = {mark.name for mark in getattr(found, test).pytestmark}

    assert "parametrize" in marks, rule
    assert source in inspect.getsource(found), rule
