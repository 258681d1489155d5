"""Doubt about availability after a public control: received, talked about, answered by an offer; its promises."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.scope import user_scope
from goals.models import Clock, State
from goals.receipt import receipt
from internships.doubted import read_facts
from internships.models import AvailabilityDoubt, Offer
from internships.views.doubts import TELLS
from refugees.models import BenefitPeriod, Occupation, Seen, StaleEdit, Talk, TeamMember, version_of
from refugees.parts import Part
from refugees.timeline import timeline
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.doubts import RECEIVED, STATED, TAKEOVER, TALKED, create

pytestmark = pytest.mark.django_db

OFFERED = date(2026, 11, 20)


def talk(case, day=TALKED, **facts):
    usual = {"kind": "follow-up", "form": "in-person", "today": TODAY, "by": None}
    return Talk.objects.record(case=case, on=day, **usual | facts)


def offer(case, day=OFFERED, kind="internship"):
    facts = {"company": CompanyFactory(), "kind": kind, "offered_on": day, "today": TODAY, "by": None}
    return Offer.objects.make(case=case, **facts)


def clock(case, goal, day=TODAY):
    return Clock.objects.at(day).get(case=case, goal=goal)


def test_a_talk_within_a_week_and_an_offer_within_two_weeks_of_it(doubted, doubt):
    first = clock(doubted, "availability-talk")
    assert (first.due_on, first.state, first.occurrence) == (
        date(2026, 11, 16),
        State.OVER,
        f"doubt:{doubt.pk}",
    )
    assert not Clock.objects.filter(case=doubted, goal="availability-offer").exists()

    talk(doubted)
    assert clock(doubted, "availability-talk").met_on == TALKED
    assert clock(doubted, "availability-offer").due_on == date(2026, 11, 26)

    offer(doubted)
    assert clock(doubted, "availability-offer").state == State.MET_IN_TIME
    assert clock(doubted, "availability-offer").met_on == OFFERED


def test_a_talk_that_was_not_held_or_came_before_is_none(doubted, doubt):
    talk(doubted, was_held=False, why_not="Did not come")
    talk(doubted, date(2026, 11, 6))

    assert clock(doubted, "availability-talk").met_on is None


@pytest.mark.parametrize("kind", ["follow-up", "job", "cv"])
def test_a_talk_of_any_kind_is_a_talk(doubted, doubt, kind):
    talk(doubted, kind=kind)

    assert clock(doubted, "availability-talk").met_on == TALKED


@pytest.mark.parametrize(
    ("day", "kind", "met_on"),
    [
        (TALKED, "wage-subsidy", TALKED),
        (OFFERED, "community-work", OFFERED),
        # Before the talk, and no offer within the programme.
        (date(2026, 11, 10), "internship", None),
        (OFFERED, "job", None),
    ],
)
def test_which_offer_answers_the_doubt(doubted, doubt, day, kind, met_on):
    talk(doubted)
    if kind == "community-work":
        facts = {"kind": kind, "place": "Invented Park", "on": day, "today": TODAY, "by": None}
        Occupation.objects.start(case=doubted, planned_last_on=date(2026, 12, 18), **facts)
    else:
        offer(doubted, day, kind)

    assert clock(doubted, "availability-offer").met_on == met_on


def test_to_take_part_again_in_what_was_offered_before_answers_it_too(doubted, doubt, caseworker):
    talk(doubted)

    doubt.send_back(on=OFFERED, to="The course at the library", today=TODAY, by=caseworker)

    assert clock(doubted, "availability-offer").met_on == OFFERED


def test_a_corrected_talk_moves_the_day_of_the_offer(doubted, doubt, caseworker):
    held = talk(doubted)
    facts = {"form": "phone", "participants": [], "agreement": "", "was_held": True, "why_not": ""}
    held.correct(on=date(2026, 11, 16), reason="Another day", today=TODAY, by=caseworker, **facts)

    assert clock(doubted, "availability-talk").met_on == date(2026, 11, 16)
    assert clock(doubted, "availability-offer").due_on == date(2026, 11, 30)


def test_it_concerns_people_on_a_benefit(doubted, doubt):
    talk(doubted)
    BenefitPeriod.objects.begin(case=doubted, kind="self-supporting", on=date(2026, 11, 16), by=None)

    assert clock(doubted, "availability-talk").met_on == TALKED
    assert clock(doubted, "availability-offer").void_reason == "self-supporting"


def test_what_is_taken_back_promises_nothing(doubted, doubt, caseworker):
    doubt.take_back(reason="Another person", on=TODAY, by=caseworker)

    assert clock(doubted, "availability-talk").void_reason == "withdrawn"
    with pytest.raises(ValidationError, match="taken back meanwhile"):
        doubt.send_back(on=TODAY, to="x", today=TODAY, by=caseworker)


def test_a_correction_moves_the_clock_and_the_history_keeps_what_stood_there(doubted, doubt, caseworker):
    doubt.correct(
        received_on=TALKED, received="By another control.", reason="Wrong letter", today=TODAY, by=caseworker
    )

    assert clock(doubted, "availability-talk").starts_on == TALKED
    assert timeline(doubted).items[0].text == "By another control.\nReason: Wrong letter"
    events = AvailabilityDoubt.pgh_event_model.objects.filter(pgh_obj=doubt).order_by("pgh_id")
    assert [event.received for event in events] == [STATED["received"], "By another control."]


def test_closing_the_case_ends_both(doubted, doubt):
    talk(doubted)
    doubted.close(on=date(2026, 11, 20), reason="moved", by=None)

    assert clock(doubted, "availability-offer").void_reason == "closed"


def test_the_receipt_names_the_doubt_the_talk_and_the_offer(doubted, doubt):
    talk(doubted)
    offer(doubted)
    found = clock(doubted, "availability-offer")

    told = [(str(item.what), item.on) for item in found.declared.evidence(doubted.pk, found.occurrence)]

    assert told == [
        ("Doubt about availability received", RECEIVED),
        ("Talk held", TALKED),
        ("Company internship", OFFERED),
    ]
    assert receipt(found, found.declared.evidence(doubted.pk, found.occurrence))


def test_the_facts_of_any_number_of_cases_take_five_queries(unit, django_assert_num_queries):
    for number in (3, 30):
        cases = [CaseFactory(unit=unit, taken_over_on=TAKEOVER) for _ in range(number)]
        for case in cases:
            create(case)
        with django_assert_num_queries(5):
            assert len(list(read_facts([case.pk for case in cases]))) == number


def test_days_to_come_are_refused(doubted, doubt, caseworker):
    ahead = date(2026, 12, 1)
    with pytest.raises(ValidationError, match="has not come yet"):
        AvailabilityDoubt.objects.record(
            case=doubted, today=TODAY, by=caseworker, **STATED | {"received_on": ahead}
        )
    with pytest.raises(ValidationError, match="has not come yet"):
        doubt.send_back(on=ahead, to="x", today=TODAY, by=caseworker)


def test_the_second_of_two_who_write_is_told(doubt, caseworker):
    seen = Seen(TELLS, version_of(doubt, TELLS))
    doubt.send_back(on=OFFERED, to="The course", today=TODAY, by=caseworker)

    with pytest.raises(StaleEdit):
        doubt.take_back(reason="x", on=TODAY, by=caseworker, version=seen)
    assert AvailabilityDoubt.objects.get().taken_back_at is None


def test_the_walls(stranger, mentor, caseworker, doubted, doubt):
    TeamMember.objects.assign(case=doubted, user=mentor, part=Part.HOLISTIC_MENTOR, on=TODAY, by=caseworker)
    for user, count in ((stranger, 0), (mentor, 0), (caseworker, 1)):
        with user_scope(user):
            assert AvailabilityDoubt.objects.count() == count
            assert AvailabilityDoubt.objects.visible_to(user).count() == count
            assert AvailabilityDoubt.pgh_event_model.objects.count() == count
