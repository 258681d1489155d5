"""From the takeover to contract and category: the law's month and its three months."""

from datetime import date

import pytest

from goals import jobs
from goals.models import Breach, Clock, Conversation, State
from goals.occupied import Occupied
from goals.reckoning import Fell
from refugees.events import KeyEvent, Source
from refugees.models import KeyDate
from screening.goals import read_facts, settled
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db

TAKEOVER = date(2026, 11, 2)
CONTRACT_DUE, CATEGORY_DUE = date(2026, 12, 2), date(2027, 2, 2)


@pytest.fixture
def unsigned(unit):
    return CaseFactory(unit=unit, taken_over_on=TAKEOVER, contract_on=None)


def clock(case, goal, day=TAKEOVER):
    return Clock.objects.at(day).get(case=case, goal=goal, standard="law")


def record(case, event, on):
    return KeyDate.objects.record(case=case, event=event, on=on, source=Source.CITY, by=None)


def test_the_takeover_starts_both(unsigned):
    assert clock(unsigned, "contract-signed").due_on == CONTRACT_DUE
    assert clock(unsigned, "categorised").due_on == CATEGORY_DUE


@pytest.mark.parametrize("ground", ["convention", "ukraine"])
@pytest.mark.parametrize("taken_over_on", [date(2018, 7, 2), date(2022, 5, 2), date(2025, 3, 3)])
def test_every_rule_set_has_the_contract_and_the_category(unit, taken_over_on, ground):
    case = CaseFactory(unit=unit, taken_over_on=taken_over_on, permit_ground=ground, contract_on=None)

    assert {clock(case, goal).standard for goal in ("contract-signed", "categorised")} == {"law"}


def test_a_child_is_promised_neither(unit):
    case = CaseFactory(unit=unit, taken_over_on=TAKEOVER, person__born_on=date(2015, 1, 1))

    assert not Clock.objects.filter(case=case, goal__in=["contract-signed", "categorised"]).exists()


def test_a_contract_signed_in_the_asylum_centre_is_signed_in_time(unsigned):
    record(unsigned, KeyEvent.CONTRACT, date(2026, 10, 20))

    assert clock(unsigned, "contract-signed").state == State.MET_IN_TIME


def test_a_date_that_is_withdrawn_lets_the_clock_run_again(unsigned):
    record(unsigned, KeyEvent.CATEGORISED, date(2026, 11, 20)).withdraw(reason="Another person", by=None)

    assert clock(unsigned, "categorised", date(2026, 11, 23)).state == State.RUNNING


@pytest.mark.day(date(2026, 12, 3))
def test_what_is_over_opens_its_own_conversation_and_a_signature_ends_it(unsigned):
    jobs.sweep(as_of=date(2026, 12, 3))
    breach = Breach.objects.get(clock__goal="contract-signed")
    assert breach.conversation != Breach.objects.filter(clock__goal="internship-started").get().conversation

    record(unsigned, KeyEvent.CONTRACT, date(2026, 12, 3))

    breach.refresh_from_db()
    assert breach.end_reason == "met-late"
    assert clock(unsigned, "contract-signed", date(2026, 12, 3)).state == State.MET_LATE


def test_closing_the_case_ends_both(unsigned):
    unsigned.close(on=date(2026, 11, 20), reason="moved", by=None)

    states = {clock(unsigned, goal, date(2026, 11, 20)).state for goal in ("contract-signed", "categorised")}
    assert states == {State.VOID}
    assert not Conversation.objects.exists()


def test_the_receipt_names_the_takeover_and_what_met_it(unsigned):
    record(unsigned, KeyEvent.CONTRACT, date(2026, 11, 12))
    told = clock(unsigned, "contract-signed").declared.evidence(unsigned.pk, "takeover")

    assert [(str(item.what), item.on) for item in told] == [
        ("Takeover of responsibility", TAKEOVER),
        ("Contract signed", date(2026, 11, 12)),
    ]


def test_the_facts_of_any_number_of_cases_take_five_queries(unit, django_assert_num_queries):
    for number in (1, 12):
        cases = [CaseFactory(unit=unit, taken_over_on=TAKEOVER).pk for _ in range(number)]
        with django_assert_num_queries(5):
            assert len(list(read_facts(cases))) == 3 * number


PROGRAMME = date(2026, 1, 5)
YEAR_OVER = date(2027, 1, 5)


@pytest.mark.parametrize("kind", ["job", "igu", "education"])
@pytest.mark.parametrize(
    ("first", "last", "void_on"),
    [
        (date(2026, 3, 2), None, date(2026, 3, 2)),
        (date(2026, 3, 2), YEAR_OVER, date(2026, 3, 2)),
        (date(2025, 12, 1), None, PROGRAMME),
        # Over before the year is: nothing is excused.
        (date(2026, 3, 2), date(2027, 1, 4), None),
        # Begun after it: too late to excuse.
        (date(2027, 1, 6), None, None),
    ],
)
def test_whoever_is_in_work_or_education_when_the_year_is_over_needs_no_revision(kind, first, last, void_on):
    occupations = [Occupied(1, kind, first, last, "completed" if last else "", None, None)]

    found = settled(occupations, PROGRAMME, {"void_on": None, "void_reason": None})

    assert found["void_on"] == void_on
    assert found["void_reason"] == (Fell.IN_WORK if void_on else None)


@pytest.mark.parametrize("kind", ["internship", "wage-subsidy", "community-work"])
def test_a_measure_excuses_no_revision(kind):
    occupations = [Occupied(1, kind, PROGRAMME, None, "", None, None)]

    assert settled(occupations, PROGRAMME, {"void_on": None, "void_reason": None})["void_on"] is None


def test_a_case_that_was_closed_before_the_job_stays_closed():
    fell = {"void_on": date(2026, 2, 1), "void_reason": Fell.CLOSED}
    occupations = [Occupied(1, "job", date(2026, 3, 2), None, "", None, None)]

    assert settled(occupations, PROGRAMME, fell) == fell
