"""What somebody does on weekdays: what the database refuses, what the verb asks for, what the history tells."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import override

from accounts.scope import user_scope
from refugees.hours import FULL_TIME
from refugees.models import CaseLine, Occupation, OccupationEnding, OccupationKind
from refugees.models.occupation_rules import RULES as DECLARED
from refugees.verbs import sentence, tell
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

BEGUN = date(2026, 11, 10)
EARLIER = BEGUN - timedelta(days=1)
NOW = "2026-11-20T10:00:00+01:00"


def row(case, **facts):
    facts = {"kind": OccupationKind.INTERNSHIP, "place": "Invented Bakery", "started_on": BEGUN} | facts
    return Occupation.objects.create(case=case, **facts)


def start(case, by=None, **facts):
    facts = {"kind": OccupationKind.JOB, "place": "Invented Bakery", "on": BEGUN} | facts
    return Occupation.objects.start(case=case, today=TODAY, by=by, **facts)


def twice_full_time(case):
    row(case, minutes_a_week=FULL_TIME, last_on=TODAY, ending=OccupationEnding.COMPLETED)
    row(case, minutes_a_week=FULL_TIME, started_on=TODAY)


RULES = {
    "occupation_kind_is_known": lambda case: row(case, kind="holiday"),
    "occupation_is_somewhere": lambda case: row(case, kind=OccupationKind.EDUCATION, place=""),
    "occupation_ending_and_last_day_go_together": lambda case: row(case, last_on=TODAY),
    "occupation_planned_end_after_start": lambda case: row(case, planned_last_on=EARLIER),
    "occupation_hours_fit_into_a_week": lambda case: row(
        case, kind=OccupationKind.JOB, minutes_a_week=7 * 24 * 60 + 1
    ),
    "measure_within_full_time": lambda case: row(
        case, kind=OccupationKind.COMMUNITY_WORK, minutes_a_week=FULL_TIME + 1
    ),
    "one_full_time_occupation_at_a_time": twice_full_time,
    "one_occupation_a_key_of_the_system_of_record": lambda case: [
        row(case, source_key="K1", started_on=EARLIER, last_on=EARLIER, ending="completed"),
        row(case, source_key="K1"),
    ],
    "only_an_education_gives_su": lambda case: row(case, gives_su="yes", su_known_on=TODAY),
    "su_and_the_day_it_is_known_go_together": lambda case: row(
        case, kind=OccupationKind.EDUCATION, gives_su="no"
    ),
    "occupation_next_step_and_date_go_together": lambda case: row(case, next_step_on=TODAY),
    "consent_before_the_start": lambda case: row(case, consented_on=TODAY),
    "another_ending_says_which": lambda case: row(case, last_on=TODAY, ending="other"),
    "taking_back_a_start_says_why": lambda case: row(case, taken_back_at=NOW),
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(case, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](case)


def test_every_rule_is_tested_here():
    assert {rule.name for rule in DECLARED} == set(RULES)
    assert all(isinstance(rule, models.constraints.BaseConstraint) for rule in DECLARED)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"ending": OccupationEnding.COMPLETED}, "occupation_ending_and_last_day_go_together"),
        ({"ending": "forgotten", "last_on": TODAY}, "occupation_ending_and_last_day_go_together"),
        (
            {"ending": OccupationEnding.COMPLETED, "last_on": EARLIER},
            "occupation_ending_and_last_day_go_together",
        ),
        (
            {"ending": "completed", "ending_words": "The shop closed.", "last_on": TODAY},
            "another_ending_says_which",
        ),
        ({"minutes_a_week": 0}, "occupation_hours_fit_into_a_week"),
        ({"kind": "education", "su_known_on": TODAY}, "su_and_the_day_it_is_known_go_together"),
        (
            {"kind": "education", "gives_su": "may", "su_known_on": TODAY},
            "su_and_the_day_it_is_known_go_together",
        ),
        ({"next_step": "A course"}, "occupation_next_step_and_date_go_together"),
    ],
)
def test_the_database_refuses_these_too(case, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row(case, **facts)


def test_full_weeks_may_follow_each_other_overlap_another_case_or_one_that_was_taken_back(case):
    row(case, minutes_a_week=FULL_TIME, last_on=EARLIER, started_on=EARLIER, ending="completed")
    row(case, minutes_a_week=FULL_TIME)
    row(CaseFactory(unit=case.unit), minutes_a_week=FULL_TIME)
    row(case, minutes_a_week=FULL_TIME, taken_back_at=NOW, correction_reason="Mistake.")
    row(case, minutes_a_week=FULL_TIME - 1)
    row(case)

    assert Occupation.objects.count() == 6


def test_an_ordinary_job_may_be_more_than_full_time(case):
    assert start(case, minutes_a_week=FULL_TIME + 180).minutes_a_week == FULL_TIME + 180


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"on": TODAY + timedelta(days=1)}, "started_on", "on the day or later, not before"),
        ({"on": TODAY - timedelta(days=91)}, "late_reason", "more than 90 days ago"),
        ({"place": " "}, "place", "cannot be blank"),
        ({"minutes_a_week": FULL_TIME + 1, "kind": "wage-subsidy"}, "__all__", "never more than full time"),
        ({"planned_last_on": EARLIER}, "__all__", "agreed last day is not before the first"),
    ],
)
def test_a_start_is_refused_in_words(case, facts, field, words):
    with override("en"), pytest.raises(ValidationError) as refused:
        start(case, **facts)

    assert words in " ".join(refused.value.message_dict[field])
    assert not Occupation.objects.exists()


def test_a_second_full_week_is_refused_in_words(case):
    start(case, minutes_a_week=FULL_TIME)

    with override("en"), pytest.raises(ValidationError, match="fills the whole week on the same days"):
        start(case, minutes_a_week=FULL_TIME, on=TODAY)


@pytest.mark.parametrize("kind", ["internship", "wage-subsidy", "community-work"])
def test_a_measure_before_the_takeover_needs_consent(case, kind):
    before = case.date_of("E2") - timedelta(days=1)

    with override("en"), pytest.raises(ValidationError, match="before the takeover"):
        start(case, kind=kind, on=before)

    assert start(case, kind=kind, on=before, consented_on=before).consented_on == before


@pytest.mark.parametrize("kind", ["job", "igu", "education"])
def test_what_people_find_themselves_needs_no_consent(case, kind):
    before = case.date_of("E2") - timedelta(days=1)

    assert start(case, kind=kind, on=before).consented_on is None


def test_a_start_that_is_corrected_to_before_the_takeover_needs_consent_too(case, caseworker):
    before = case.date_of("E2") - timedelta(days=1)
    begun = start(case, kind="internship")

    with override("en"), pytest.raises(ValidationError, match="before the takeover"):
        begun.correct_start(on=before, reason="The diary.", today=TODAY, by=caseworker)

    begun.correct_start(on=before, reason="The diary.", consented_on=before, today=TODAY, by=caseworker)
    begun.refresh_from_db()
    assert (begun.started_on, begun.consented_on) == (before, before)


def test_whoever_records_it_long_after_says_why_and_the_history_tells_it(case, caseworker):
    begun = start(case, caseworker, on=TODAY - timedelta(days=91), late_reason="The letter lay about.")

    line = CaseLine.objects.get(case=case, verb="occupation-started")
    assert begun.late_reason == "The letter lay about."
    assert "letter" not in str(line.details)
    told = tell([line])[line.pk]
    assert (told.text, told.reason) == ("Invented Bakery", "The letter lay about.")


def test_doubts_are_said_before_it_is_recorded(case):
    row(case, last_on=TODAY, ending="completed")
    row(case, place="Gone by then", last_on=EARLIER, started_on=EARLIER, ending="completed")

    with override("en"):
        found = Occupation.objects.doubts(case=case, kind="job", on=TODAY, minutes_a_week=FULL_TIME + 30)

    assert found == [
        "37 h 30 min a week is more than full time.",
        "It goes on at the same time as: Company internship, Invented Bakery, from Tue 10 Nov 2026.",
    ]
    assert not Occupation.objects.doubts(
        case=case, kind="job", on=TODAY + timedelta(days=1), minutes_a_week=60
    )


def test_another_reason_says_which_and_the_history_tells_it(case, caseworker):
    begun = row(case)
    with override("en"), pytest.raises(ValidationError, match="Say which other reason it was"):
        begun.end(on=TODAY, ending="other", today=TODAY, by=caseworker, words=" ")
    begun.refresh_from_db()
    assert (begun.last_on, begun.ending) == (None, "")

    begun.end(on=TODAY, ending="other", today=TODAY, by=caseworker, words=" The shop closed. ")

    line = CaseLine.objects.get(case=case, verb="occupation-ended")
    assert begun.ending_words == "The shop closed."
    assert tell([line])[line.pk].reason == "The shop closed."


def test_hours_are_stated_later_and_the_line_says_them(case, caseworker):
    begun = start(case, kind="igu")

    begun.state_hours(minutes=37 * 60, today=TODAY, by=caseworker)
    begun.state_hours(minutes=None, today=TODAY, by=caseworker)

    lines = CaseLine.objects.filter(case=case, verb="occupation-hours-stated").order_by("pk")
    with override("en"):
        assert [sentence(line.verb, line.details) for line in lines] == [
            "Hours a week of Basic integration education (IGU): 37 h",
            "Hours a week of Basic integration education (IGU): not known",
        ]


def test_only_whoever_sees_the_whole_case_sees_them_and_their_history(case, caseworker, mentor, stranger):
    start(case)
    history = Occupation.pgh_event_model.objects

    for user, seen in ((caseworker, 1), (mentor, 0), (stranger, 0)):
        with user_scope(user):
            assert Occupation.objects.count() == seen
            assert Occupation.objects.visible_to(user).count() == seen
            assert history.count() == seen


def test_what_goes_on_on_a_day(case):
    begun = start(case)
    begun.end(on=TODAY, ending="completed", today=TODAY, by=None)
    start(case, on=BEGUN).take_back(reason="Mistake.", on=TODAY, by=None)

    days = (EARLIER, BEGUN, TODAY, TODAY + timedelta(days=1))
    assert [list(Occupation.objects.going_on(day)) for day in days] == [[], [begun], [begun], []]
