"""Who starts in a job, an IGU or an education is offered a retention mentor, and is heard from every month."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from goals.models import Clock, GoalVersion, State
from goals.occupied import Occupied
from mentoring.models import Contact, RetentionOffer, RetentionTalk
from mentoring.retention_goals import Stretch, evidence, read_facts, stretches_of
from refugees.models import Occupation, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory

STARTED = date(2026, 9, 1)
OFFERED, CONTACT = "retention-mentor-offered", "retention-contact"


@pytest.fixture
def case(unit, caseworker, mentor):
    return CaseFactory(
        unit=unit,
        taken_over_on=date(2026, 3, 2),
        opened_on=date(2026, 3, 2),
        caseworker=caseworker,
        mentor=mentor,
    )


def start(case, on=STARTED, kind="job", **facts):
    facts = {"place": "The harbour", "today": TODAY, "by": None, "late_reason": "From the register"} | facts
    return Occupation.objects.start(case=case, kind=kind, on=on, **facts)


def end(occupation, on):
    occupation.end(on=on, ending="broken-off-person", today=TODAY, by=None)


def contact(case, on, by, kind="met"):
    return Contact.objects.log(case=case, kind=kind, on=on, today=TODAY, by=by)


def talk(case, on):
    said = {"business_says": "Good", "education_says": "", "person_says": "Good", "outlook": "stays"}
    facts = {"form": "phone", "participants": [], "agreement": "", "today": TODAY, "by": None}
    return RetentionTalk.objects.hold(case=case, on=on, **said, **facts).talk


def offer(case, on):
    return RetentionOffer.objects.make(case=case, on=on, today=TODAY, by=None)


def clocks(case, goal, day=TODAY):
    return list(Clock.objects.at(day).filter(case=case, goal=goal).order_by("starts_on", "pk"))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["job", "igu", "education"])
def test_the_start_starts_both_with_a_month(case, kind):
    job = start(case, kind=kind)

    for goal in (OFFERED, CONTACT):
        [clock] = clocks(case, goal)
        assert (clock.standard, clock.occurrence) == ("internal", f"occupation:{job.pk}")
        assert (clock.starts_on, clock.due_on) == (STARTED, date(2026, 10, 1))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["internship", "wage-subsidy", "community-work"])
def test_a_measure_starts_neither(case, kind):
    start(case, kind=kind, planned_last_on=date(2026, 11, 1))

    assert not clocks(case, OFFERED)
    assert not clocks(case, CONTACT)


@pytest.mark.django_db
@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 20), date(2026, 8, 1)])
def test_an_offer_on_any_day_since_or_ahead_of_the_start_keeps_it(case, day):
    start(case)
    offer(case, day)

    [clock] = clocks(case, OFFERED)
    assert clock.met_on == day
    assert clock.state == (State.MET_IN_TIME if day <= date(2026, 10, 1) else State.MET_LATE)


@pytest.mark.django_db
def test_an_offer_of_an_earlier_job_keeps_nothing_of_a_later_one(case):
    first = start(case, date(2026, 4, 1))
    offer(case, date(2026, 4, 10))
    end(first, date(2026, 6, 30))
    start(case, STARTED)

    assert [clock.met_on for clock in clocks(case, OFFERED)] == [date(2026, 4, 10), None]


@pytest.mark.django_db
def test_a_declined_offer_was_made_and_one_taken_back_was_not(case):
    start(case)
    made = offer(case, date(2026, 9, 5))
    made.record_answer(answer="declined", on=date(2026, 9, 6), today=TODAY, by=None, reason="Not now")
    assert clocks(case, OFFERED)[0].met_on == date(2026, 9, 5)

    made.take_back(reason="Another person", on=TODAY, by=None)
    assert clocks(case, OFFERED)[0].state == State.OVER


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("since", "until", "met_on"),
    [
        (date(2026, 9, 10), None, date(2026, 9, 10)),
        (date(2026, 4, 1), None, STARTED),
        (date(2026, 4, 1), date(2026, 9, 1), None),
    ],
)
def test_whoever_has_a_retention_mentor_was_offered_one(case, mentor, since, until, met_on):
    facts = {"part": Part.RETENTION_MENTOR, "on": since, "until": until, "by": None}
    TeamMember.objects.assign(case=case, user=mentor, **facts)
    start(case)

    assert clocks(case, OFFERED)[0].met_on == met_on


@pytest.mark.django_db
def test_each_contact_meets_one_clock_and_starts_the_next(case, mentor):
    job = start(case)
    met = contact(case, date(2026, 9, 20), mentor)
    held = talk(case, date(2026, 11, 2))

    assert [(c.occurrence, c.met_on, c.due_on) for c in clocks(case, CONTACT)] == [
        (f"occupation:{job.pk}", met.on, date(2026, 10, 1)),
        (f"contact:{met.pk}", held.on, date(2026, 10, 20)),
        (f"talk:{held.pk}", None, date(2026, 12, 2)),
    ]
    assert [c.state for c in clocks(case, CONTACT)] == [State.MET_IN_TIME, State.MET_LATE, State.RUNNING]


@pytest.mark.django_db
def test_of_two_on_one_day_the_later_follows_and_the_first_day_counts(case, mentor):
    start(case)
    for _number in range(2):
        contact(case, STARTED, mentor)

    assert [clock.met_on for clock in clocks(case, CONTACT)] == [STARTED, STARTED, None]


@pytest.mark.django_db
def test_who_was_not_reached_or_spoke_with_the_caseworker_was_not_heard_from(case, mentor, caseworker):
    start(case)
    contact(case, date(2026, 9, 20), mentor, kind="not-reached")
    contact(case, date(2026, 9, 21), caseworker)
    contact(case, date(2026, 8, 21), mentor)

    [clock] = clocks(case, CONTACT)
    assert clock.met_on is None


@pytest.mark.django_db
def test_when_the_job_ends_both_fall_away_and_a_corrected_end_brings_them_back(case, mentor):
    job = start(case)
    contact(case, date(2026, 9, 20), mentor)
    end(job, date(2026, 10, 10))

    assert [(c.void_on, c.void_reason) for c in clocks(case, CONTACT) if not c.met_on] == [
        (date(2026, 10, 10), "ended")
    ]
    [offered] = clocks(case, OFFERED)
    assert (offered.void_on, offered.void_reason, offered.state) == (
        date(2026, 10, 10),
        "ended",
        State.MISSED,
    )

    job.take_back(reason="Another person", on=TODAY, by=None)
    assert {clock.state for goal in (OFFERED, CONTACT) for clock in clocks(case, goal)} == {State.VOID}
    assert {clock.void_reason for clock in clocks(case, OFFERED)} == {"withdrawn"}


@pytest.mark.django_db
def test_from_one_job_to_the_next_without_a_gap_the_contact_runs_on(case, mentor):
    first = start(case)
    met = contact(case, date(2026, 10, 20), mentor)
    end(first, date(2026, 10, 31))
    start(case, date(2026, 11, 1))

    [of_the_contact] = [c for c in clocks(case, CONTACT) if c.occurrence == f"contact:{met.pk}"]
    assert of_the_contact.void_on is None


@pytest.mark.django_db
def test_a_closed_case_ends_both(case):
    start(case)
    case.close(on=date(2026, 9, 15), reason="moved", by=None)

    for goal in (OFFERED, CONTACT):
        [clock] = clocks(case, goal)
        assert (clock.void_on, clock.void_reason) == (date(2026, 9, 15), "closed")


@pytest.mark.django_db
def test_a_contact_that_is_corrected_moves_the_clock_and_keeps_its_name(case, mentor):
    start(case)
    row = contact(case, date(2026, 9, 20), mentor)
    facts = {"kind": "met", "on": date(2026, 9, 27), "minutes": None, "topics": [], "note": ""}
    row.correct(reason="The 27th", today=TODAY, by=mentor, **facts)

    after = clocks(case, CONTACT)[1]
    assert (after.occurrence, after.starts_on) == (f"contact:{row.pk}", date(2026, 9, 27))
    row.take_back(reason="Another person", today=TODAY, by=mentor)
    before, after = clocks(case, CONTACT)
    assert (before.met_on, after.void_reason) == (None, "withdrawn")


@pytest.mark.django_db
def test_the_receipt_names_what_started_it(case, mentor):
    job = start(case)
    met = contact(case, date(2026, 9, 20), mentor)
    held = talk(case, date(2026, 11, 2))

    told = {
        name: evidence(case.pk, name)
        for name in (f"occupation:{job.pk}", f"contact:{met.pk}", f"talk:{held.pk}")
    }
    assert [[str(each.what), each.on] for [each] in told.values()] == [
        ["Ordinary job", STARTED],
        ["Contact with the mentor", date(2026, 9, 20)],
        ["Retention talk", date(2026, 11, 2)],
    ]
    assert told[f"contact:{met.pk}"][0].by == mentor.name
    end(job, date(2026, 11, 10))
    assert [each.on for each in evidence(case.pk, f"occupation:{job.pk}")] == [STARTED, date(2026, 11, 10)]


@pytest.mark.django_db
def test_what_started_before_the_launch_has_no_clock(case):
    start(case, date(2025, 12, 31))

    assert not clocks(case, OFFERED)
    assert {version.valid for version in GoalVersion.objects.filter(goal__in=[OFFERED, CONTACT])} == {
        DateRange(date(2026, 1, 1), None)
    }


@pytest.mark.django_db
def test_any_number_of_cases_takes_the_same_queries(unit, case, mentor, django_assert_num_queries):
    start(case)
    others = CaseFactory.create_batch(3, unit=unit)
    for other in others:
        start(other)
    contact(case, date(2026, 9, 20), mentor)

    for cases in ([case.pk], [case.pk, *(other.pk for other in others)]):
        with django_assert_num_queries(6):
            facts = list(read_facts(cases))
    assert len(facts) == 9


def occupied(*days):
    return [Occupied(pk, "job", first, last, "", None, None) for pk, (first, last) in enumerate(days)]


def january(day):
    return date(2027, 1, day)


@pytest.mark.parametrize(
    ("days", "stretches"),
    [
        ([], []),
        ([(1, 5)], [(1, 5)]),
        ([(1, 5), (6, 9)], [(1, 9)]),
        ([(1, 5), (7, 9)], [(1, 5), (7, 9)]),
        ([(1, 9), (3, 5)], [(1, 9)]),
        ([(1, 5), (3, 9), (9, 12)], [(1, 12)]),
        ([(1, None), (3, 5), (20, None)], [(1, None)]),
        ([(1, 5), (3, None), (20, 25)], [(1, None)]),
    ],
)
def test_what_overlaps_or_follows_at_once_is_one_stretch(days, stretches):
    def dated(pair):
        return january(pair[0]), pair[1] and january(pair[1])

    assert stretches_of(occupied(*map(dated, days))) == [Stretch(*dated(pair)) for pair in stretches]
