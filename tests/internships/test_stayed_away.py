"""Days away from a measure or a class: told, judged, heard, decided by a caseworker; and what is never allowed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from internships import away_deadlines
from internships.away_steps import deadlines, next_steps, stage, waits_for_us
from internships.models import StayedAway, StayedAwayDecision
from refugees.attended import AttendedKind, attended
from refugees.models import CaseLine, Seen, StaleEdit, version_of
from refugees.timeline import timeline
from screening.models import DanishReferral
from tests.factories import TODAY
from tests.internships.away import ANSWER_BY, DECISION, FIRST, HEARD, decided, heard, judged, told

pytestmark = pytest.mark.django_db


def create_away(occupation, **facts):
    stated = {"first_on": FIRST, "last_on": FIRST, "told_by": "company", "told_on": FIRST}
    stated |= {"attended": occupation.public_id, "attended_kind": "internship", "attended_name": "Bakery"}
    return StayedAway.objects.create(case=occupation.case, **(stated | facts))


def create_decision(occupation, by, **facts):
    stated = {"heard_on": HEARD, "heard_about": "Both days.", "answer_by": ANSWER_BY, "heard_by": by}
    away = create_away(occupation)
    return StayedAwayDecision.objects.create(case=occupation.case, away=away, **(stated | facts))


MADE = {"consequence": "nothing", "decided_on": TODAY}
RULES_OF_DAYS = {
    "stayed_away_from_something_known": {"attended_name": ""},
    "stayed_away_last_day_after_first": {"last_on": date(2026, 11, 1)},
    "stayed_away_told_by_somebody": {"told_by": "rumour"},
    "ground_is_judged_by_somebody_with_reasons": {"ground": "none"},
    "taking_back_days_away_says_why": {"taken_back_at": "2026-11-20T10:00:00+01:00"},
}
RULES_OF_DECISION = {
    "hearing_letter_says_what_about": {"answer_by": HEARD},
    "told_beforehand_says_how": {"informed_on": FIRST},
    "answer_comes_after_the_hearing_letter": {"answered_on": date(2026, 11, 1), "answer": "No"},
    "decision_is_made_by_a_caseworker": {"consequence": "nothing", "decided_on": TODAY},
    "no_burdening_decision_without_hearing_and_reasons": {"consequence": "deduction", "decided_on": TODAY},
    "decision_cites_laws_that_are_listed": {"laws": ["made-up"]},
    "letter_and_complaint_come_after_the_decision": {"arrived_on": HEARD, "by": True, **MADE},
    "complaint_is_about_a_decision": {"complained_on": TODAY, "complaint": "I was there."},
    "looking_again_follows_a_complaint": {"reassessment": "stands", "reassessed_on": TODAY},
    "complaint_is_sent_on_after_looking_again": {"sent_on": TODAY},
}


@pytest.mark.parametrize("constraint", RULES_OF_DAYS)
def test_the_database_refuses_days(occupation, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        create_away(occupation, **RULES_OF_DAYS[constraint])


@pytest.mark.parametrize("constraint", RULES_OF_DECISION)
def test_the_database_refuses_decisions(occupation, caseworker, constraint):
    facts = dict(RULES_OF_DECISION[constraint])
    if facts.pop("by", None) or facts.get("consequence") == "deduction":
        facts["decided_by"] = caseworker
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        create_decision(occupation, caseworker, **facts)


def test_every_rule_is_tested_here():
    def named(model):
        return {rule.name for rule in model._meta.constraints if isinstance(rule, models.CheckConstraint)}

    assert named(StayedAway) == set(RULES_OF_DAYS)
    assert named(StayedAwayDecision) == set(RULES_OF_DECISION)


ALL_THERE = {
    "informed_on": date(2026, 11, 10),
    "informed_by": "contract",
    "reasons": "Two days.",
    "laws": ["akl-35-40a"],
    "law_text": "As cited",
}


@pytest.mark.parametrize(
    "lacking",
    [
        {"informed_on": None, "informed_by": ""},
        {"reasons": ""},
        {"laws": []},
        {"law_text": ""},
        # The time to answer is not over, and nobody answered.
        {"answer_by": TODAY},
        # The answer came after the decision.
        {"answer_by": date(2026, 12, 1), "answered_on": date(2026, 11, 25), "answer": "No"},
    ],
)
@pytest.mark.parametrize("consequence", ["deduction", "other"])
def test_nothing_burdens_a_person_without_notice_hearing_reasons_and_law(
    occupation, caseworker, consequence, lacking
):
    """FVL §§ 19, 22 and 24; AKL §§ 35-40 a: only if the person was told in writing first."""
    made = {"consequence": consequence, "decided_on": TODAY, "decided_by": caseworker} | ALL_THERE
    with transaction.atomic():
        create_decision(occupation, caseworker, **made)
        transaction.set_rollback(True)

    with (
        pytest.raises(IntegrityError, match="no_burdening_decision_without_hearing_and_reasons"),
        transaction.atomic(),
    ):
        create_decision(occupation, caseworker, **(made | lacking))


def test_the_verb_says_it_in_words(occupation, case, caseworker):
    decision = heard(case, caseworker)

    with pytest.raises(ValidationError, match="was told in writing beforehand"):
        decision.decide(today=TODAY, by=caseworker, **DECISION)
    assert StayedAwayDecision.objects.get().decided_on is None


def test_beforehand_is_before_the_days(occupation, case, caseworker):
    decision = heard(case, caseworker)

    with pytest.raises(ValidationError, match="Beforehand means"):
        decision.inform(informed_on=TODAY, informed_by="letter", today=TODAY, by=caseworker)


# Source of each: RSL §§ 66-67 (LBK 354/2025) and BEK 861/2025 § 11 as in the domain facts, 4; days counted as in 1.3:
# the day of receipt does not count, so four weeks later it is the same day of the week.
DEADLINES = [
    (
        "RSL §§ 66-67: four weeks to complain",
        away_deadlines.complaint,
        date(2026, 11, 23),
        date(2026, 12, 21),
    ),
    ("RSL §§ 66-67: from a Sunday too", away_deadlines.complaint, date(2026, 11, 29), date(2026, 12, 27)),
    (
        "RSL §§ 66-67: over the turn of the year",
        away_deadlines.complaint,
        date(2026, 12, 10),
        date(2027, 1, 7),
    ),
    ("BEK 861/2025 § 11: four weeks to look again", away_deadlines.looking_again, TODAY, date(2026, 12, 21)),
    ("FVL § 19 names no days: the letter does", away_deadlines.answer_to_hearing, TODAY, TODAY),
]


@pytest.mark.parametrize(("source", "rule", "start", "last_on"), DEADLINES)
def test_the_deadlines_of_the_law(source, rule, start, last_on):
    assert rule(start).last_on == last_on, source
    assert not rule(start).is_over(last_on)
    assert rule(start).is_over(date.fromordinal(last_on.toordinal() + 1))


def test_a_weekend_or_holiday_is_told_beside_the_day_and_moves_nothing():
    deadline = away_deadlines.complaint(date(2026, 11, 27))

    assert (deadline.last_on, deadline.weekday_on) == (date(2026, 12, 25), date(2026, 12, 28))
    assert away_deadlines.complaint(date(2026, 11, 23)).weekday_on is None


def test_a_reasonable_ground_closes_the_matter(occupation, case, caseworker):
    away = judged(case, caseworker, ground="reasonable")

    assert str(stage(away)) == "Closed: there was a reasonable ground"
    assert not waits_for_us(away, TODAY)
    with pytest.raises(ValidationError, match="no reasonable ground"):
        StayedAwayDecision.objects.hear(
            away=away,
            heard_on=TODAY,
            heard_about="x",
            answer_by=date(2026, 12, 1),
            today=TODAY,
            by=caseworker,
        )
    assert not StayedAwayDecision.objects.exists()


def test_from_the_telling_to_the_appeals_board_each_step_has_its_line(occupation, case, caseworker):
    decision = decided(case, caseworker)
    decision.arrive(arrived_on=TODAY, today=TODAY, by=caseworker)
    decision.complain(complained_on=TODAY, complaint="I was there.", today=TODAY, by=caseworker)
    decision.reassess(
        reassessment="stands", reassessment_reasons="No.", reassessed_on=TODAY, today=TODAY, by=caseworker
    )
    decision.send_on(sent_on=TODAY, today=TODAY, by=caseworker)

    away = StayedAway.objects.latest_first().get()
    assert [step.name for step in next_steps(away)] == ["arrive"]
    assert [deadline.last_on for deadline in deadlines(away)] == [
        ANSWER_BY,
        date(2026, 12, 21),
        date(2026, 12, 21),
    ]
    lines = CaseLine.objects.filter(case=case, verb__startswith="stayed-away").order_by("pk")
    assert [line.verb.removeprefix("stayed-away-") for line in lines] == [
        "told", "judged", "heard", "informed", "decided", "arrived", "complained", "reassessed", "sent-on",
    ]  # fmt: skip
    assert (
        lines[4].sentence
        == "Decided about days away from Tue 17 Nov 2026: deduction in the benefit for the days"
    )


def test_what_is_judged_is_judged_again_until_the_hearing_begins(occupation, case, caseworker):
    decision = heard(case, caseworker)
    away = StayedAway.objects.get()

    with pytest.raises(ValidationError, match="hearing has begun"):
        away.judge(ground="reasonable", ground_reason="x", judged_on=TODAY, today=TODAY, by=caseworker)
    with pytest.raises(ValidationError, match="hearing has begun"):
        away.take_back(reason="x", today=TODAY, by=caseworker)
    assert decision.away.ground == "none"


def test_a_decision_is_put_right_until_it_has_reached_the_person(occupation, case, caseworker):
    decision = decided(case, caseworker)
    decision.decide(today=TODAY, by=caseworker, **(DECISION | {"reasons": "Other words."}))
    decision.arrive(arrived_on=TODAY, today=TODAY, by=caseworker)

    with pytest.raises(ValidationError, match="has reached the person"):
        decision.decide(today=TODAY, by=caseworker, **DECISION)
    assert StayedAwayDecision.objects.get().reasons == "Other words."
    events = StayedAwayDecision.pgh_event_model.objects.filter(pgh_obj=decision, reasons=DECISION["reasons"])
    assert events.exists()


def test_days_outside_the_measure_and_days_to_come_are_refused(occupation, case, caseworker):
    with pytest.raises(ValidationError, match="did not attend it on those days"):
        told(case, caseworker, first_on=date(2026, 11, 2), last_on=None)
    with pytest.raises(ValidationError, match="has not come yet"):
        told(case, caseworker, last_on=date(2026, 11, 30))
    assert not StayedAway.objects.exists()


def test_a_danish_class_can_be_stayed_away_from(case, caseworker):
    DanishReferral.objects.update(taken_back_at="2026-11-20T10:00:00+01:00", correction_reason="x")
    DanishReferral.objects.refer(
        case=case, provider="Invented School", referred_on=date(2026, 11, 3), today=TODAY, by=caseworker
    )

    away = told(case, caseworker)

    assert (away.attended_kind, away.attended_name) == (AttendedKind.DANISH, "Invented School")


def test_a_correction_keeps_what_stood_there_and_says_why(occupation, case, caseworker):
    away = told(case, caseworker)
    facts = {"attended": _measure(case), "first_on": LAST_ALONE, "last_on": None, "told_by": "person"}

    away.correct(reason="Only one day.", told_on=TODAY, explanation="", today=TODAY, by=caseworker, **facts)

    line = timeline(case).items[0]
    assert "Reason: Only one day." in line.text
    events = StayedAway.pgh_event_model.objects.filter(pgh_obj=away).order_by("pgh_id")
    assert [event.first_on for event in events] == [FIRST, LAST_ALONE]


LAST_ALONE = date(2026, 11, 18)


def _measure(case):
    return attended([case.pk])[0]


def test_the_second_of_two_who_decide_is_told(occupation, case, caseworker):
    decision = decided(case, caseworker)
    seen = Seen(("reasons",), version_of(decision, ("reasons",)))
    decision.decide(today=TODAY, by=caseworker, **(DECISION | {"reasons": "Other words."}))

    with pytest.raises(StaleEdit):
        decision.decide(today=TODAY, by=caseworker, version=seen, **DECISION)
    assert StayedAwayDecision.objects.get().reasons == "Other words."


def test_what_was_sent_on_is_not_looked_at_again_here(occupation, case, caseworker):
    decision = decided(case, caseworker)
    said = {"today": TODAY, "by": caseworker}
    looked = {"reassessment": "stands", "reassessed_on": TODAY} | said
    decision.complain(complained_on=TODAY, complaint="I was there.", **said)
    decision.reassess(reassessment_reasons="No.", **looked)
    decision.send_on(sent_on=TODAY, **said)

    with pytest.raises(ValidationError, match="sent on meanwhile"):
        decision.reassess(reassessment_reasons="Another reason.", **looked)

    decision.refresh_from_db()
    assert decision.reassessment_reasons == "No."
