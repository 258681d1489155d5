"""Who is in work or education on own means is followed up within twelve months of the last talk."""

from datetime import date, timedelta

import pytest

from goals.cases import Cases
from goals.models import Clock, Pause
from goals.occupied import Occupied
from goals.reckoning import Period
from mentoring.in_work import Stretch, evidence, read_facts, stretches, without_leaves
from refugees.models import BenefitPeriod, Occupation, Talk
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

BEGUN, OWN_MEANS = date(2026, 9, 1), date(2026, 9, 10)


@pytest.fixture
def case(unit, caseworker):
    return CaseFactory(
        unit=unit,
        taken_over_on=date(2026, 3, 2),
        permit_ground="ukraine",
        on_benefit=True,
        caseworker=caseworker,
    )


def begin(case, kind="job", on=BEGUN):
    return Occupation.objects.start(
        case=case, kind=kind, place="Invented Bakery", on=on, today=TODAY, by=None
    )


def off_the_benefit(case, on=OWN_MEANS):
    return BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=on, by=None)


def talk(case, on):
    return Talk.objects.record(case=case, kind="follow-up", form="phone", on=on, today=TODAY, by=None)


def clocks(case):
    rows = Clock.objects.at(TODAY).filter(case=case, goal="follow-up-in-work").order_by("starts_on")
    return [(row.occurrence, row.due_on, row.met_on, row.void_on) for row in rows]


@pytest.mark.parametrize("kind", ["job", "igu", "education"])
def test_the_months_run_from_the_day_on_which_nobody_pays_a_benefit_any_more(case, kind):
    talk(case, date(2026, 8, 3))
    begin(case, kind)
    period = off_the_benefit(case)

    assert clocks(case) == [(f"benefit:{period.pk}", date(2027, 9, 10), None, None)]
    [row] = Clock.objects.filter(case=case, goal="follow-up-in-work")
    assert (row.standard, row.version.source) == ("law", "Integrationsloven § 20, stk. 1")


def test_each_talk_held_meanwhile_keeps_it_and_starts_the_next(case):
    off_the_benefit(case, date(2026, 8, 1))
    begun = begin(case)
    held = talk(case, date(2026, 11, 2))

    assert clocks(case) == [
        (f"occupation:{begun.pk}", date(2027, 9, 1), held.on, None),
        (f"talk:{held.pk}", date(2027, 11, 2), None, None),
    ]


@pytest.mark.parametrize("kind", ["internship", "wage-subsidy", "community-work"])
def test_in_a_measure_or_on_a_benefit_another_rule_holds(case, kind):
    begin(case, kind)
    off_the_benefit(case)

    assert clocks(case) == []


def test_on_a_benefit_beside_the_job_another_rule_holds(case):
    begin(case)

    assert clocks(case) == []


def test_it_falls_away_when_the_job_ends_and_begins_anew_with_the_next(case):
    off_the_benefit(case)
    first = begin(case)
    first.end(on=date(2026, 10, 30), ending="completed", today=TODAY, by=None)
    second = begin(case, on=date(2026, 11, 16))

    assert [row[1:] for row in clocks(case)] == [
        (date(2027, 9, 10), None, date(2026, 10, 31)),
        (date(2027, 11, 16), None, None),
    ]
    assert clocks(case)[1][0] == f"occupation:{second.pk}"


def test_a_job_that_follows_without_a_day_between_goes_on(case):
    off_the_benefit(case)
    begin(case).end(on=date(2026, 10, 30), ending="completed", today=TODAY, by=None)
    begin(case, "education", on=date(2026, 10, 31))

    assert [row[3] for row in clocks(case)] == [None]


def test_while_a_leave_lasts_its_own_rule_holds(case):
    off_the_benefit(case)
    begin(case)
    leave = Pause.objects.begin(
        case=case,
        ground="maternity",
        from_on=date(2026, 10, 1),
        until=date(2026, 11, 9),
        by=None,
        today=TODAY,
        reason="Told late",
    )

    assert [row[3] for row in clocks(case)] == [date(2026, 10, 1), None]
    assert clocks(case)[1][:2] == (f"pause:{leave.pk}", date(2027, 11, 9))


def test_rules_of_2026_know_no_such_number(unit):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 9, 1), on_benefit=True)
    begin(case, on=date(2026, 10, 1))
    off_the_benefit(case, date(2026, 10, 1))

    assert clocks(case) == []


def test_the_receipt_names_what_began(case, caseworker):
    begun = begin(case)
    period = off_the_benefit(case)
    held = talk(case, TODAY)

    told = [evidence(case.pk, name) for name in (f"occupation:{begun.pk}", f"benefit:{period.pk}")]
    assert [(str(row.what), row.on) for [row] in told] == [
        ("Ordinary job", BEGUN),
        ("Self-supporting", OWN_MEANS),
    ]
    assert evidence(case.pk, f"talk:{held.pk}")[0].on == TODAY


def test_stretches_are_cut_by_what_a_benefit_covers_and_by_leaves():
    def day(number):
        return TODAY + timedelta(days=number)

    jobs = [
        Occupied(1, "job", day(0), day(9), "completed", None, None),
        Occupied(2, "education", day(5), day(19), "completed", None, None),
        Occupied(3, "internship", day(20), None, "", None, None),
        Occupied(4, "igu", day(40), None, "", None, None),
    ]
    own_means = [(7, Period(day(-30), day(3))), (8, Period(day(12), None))]

    found = list(stretches(jobs, own_means))

    assert found == [
        Stretch(day(0), day(3), "occupation:1"),
        Stretch(day(12), day(20), "benefit:8"),
        Stretch(day(40), None, "occupation:4"),
    ]
    leaves = [(5, Period(day(-9), day(-1))), (6, Period(day(44), day(50))), (9, Period(day(60), None))]
    assert list(without_leaves(found[2], leaves)) == [
        Stretch(day(40), day(44), "occupation:4"),
        Stretch(day(50), day(60), "pause:6"),
    ]
    assert list(without_leaves(found[0], leaves)) == [found[0]]


def test_the_facts_of_any_number_of_cases_take_five_queries(unit, django_assert_num_queries):
    for number in (1, 8):
        rows = CaseFactory.create_batch(number, unit=unit, taken_over_on=date(2026, 3, 2), on_benefit=True)
        for each in rows:
            begin(each)
            off_the_benefit(each)
        with django_assert_num_queries(5):
            assert len(list(read_facts(Cases.of([each.pk for each in rows])))) == number
