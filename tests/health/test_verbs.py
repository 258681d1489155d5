"""What happens to an assessment, from the offer to the treatment, and what is refused on the way."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange

from health.models import Clinic, Decider, HealthAnswer, HealthOffer, OnwardStatus, Outcome, Referral
from refugees.models import Appointment, FunctionalConclusion, HousingNeed, Seen, StaleEdit, version_of
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.health import scene

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def new(unit):
    """A person to whom nothing was offered yet."""
    return CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), health_offered_on=None)


def child(unit, born_on):
    return CaseFactory(unit=unit, person=PersonFactory(unit=unit, born_on=born_on), health_offered_on=None)


def test_an_offer_is_not_made_in_the_future(new):
    with pytest.raises(ValidationError, match="still to come"):
        scene.offered(new, on=TOMORROW)

    assert not HealthOffer.objects.filter(case=new).exists()


def test_an_interpreter_is_not_close_family(new):
    with pytest.raises(ValidationError, match="Close family may not interpret"):
        scene.offered(new, interpreter="in-person", is_not_family=False)

    assert scene.offered(new, interpreter="in-person", is_not_family=True).is_not_family


def test_an_answer_comes_once_and_not_before_the_offer(new):
    offer = scene.offered(new)
    with pytest.raises(ValidationError, match="not before the offer"):
        scene.answered(offer, on=YESTERDAY)
    offer.refresh_from_db()
    scene.answered(offer)

    with pytest.raises(ValidationError, match="answered already"):
        scene.answered(offer, answer=HealthAnswer.DECLINED)


def test_an_offer_that_was_not_made_after_all_cannot_be_answered(new):
    offer = scene.offered(new)
    offer.take_back(reason="Another person", by=None)

    with pytest.raises(ValidationError, match="nothing to answer"):
        scene.answered(offer)


@pytest.mark.parametrize(
    ("born_on", "right"),
    [
        (date(2011, 11, 23), Decider.SELF),  # 15 today
        (date(2011, 11, 24), Decider.CUSTODY),  # 15 tomorrow
        (date(2011, 11, 24), Decider.TEMPORARY_CUSTODY),
    ],
)
def test_from_fifteen_years_on_the_person_decides_below_it_who_has_custody(unit, born_on, right):
    case = child(unit, born_on)
    offer = scene.offered(case)
    wrong = Decider.CUSTODY if right == Decider.SELF else Decider.SELF

    with pytest.raises(ValidationError, match="15 years"):
        scene.answered(offer, decided_by=wrong)
    offer.refresh_from_db()
    scene.answered(offer, decided_by=right)

    assert offer.decided_by == right


def test_a_decline_can_be_withdrawn_for_five_years_and_then_no_more(new):
    declined_on = date(2021, 11, 22)
    offer = HealthOffer.objects.create(
        case=new,
        offered_on=declined_on,
        way="letter",
        interpreter="none",
        answer="declined",
        answered_on=declined_on,
        decided_by="self",
    )

    with pytest.raises(ValidationError, match="within five years"):
        offer.withdraw_decline(on=TODAY, today=TODAY, by=None)
    offer.refresh_from_db()
    offer.withdraw_decline(on=date(2026, 11, 22), today=TODAY, by=None)

    assert offer.is_accepted


def test_nobody_is_referred_who_did_not_say_yes(new):
    offer = scene.answered(scene.offered(new), answer=HealthAnswer.DECLINED)
    facts = {"offer": offer, "clinic": Clinic.objects.get(), "sent_on": TODAY, "today": TODAY, "by": None}

    with pytest.raises(ValidationError, match="against their will"):
        Referral.objects.send(**facts)
    offer.withdraw_decline(on=TODAY, today=TODAY, by=None)

    assert Referral.objects.send(**facts).clinic.name == "Indvandrermedicinsk Klinik"


def test_a_clinic_is_known_by_its_name_once():
    first = Clinic.objects.known_as("Invented Clinic")

    assert Clinic.objects.known_as(" invented clinic ") == first


def test_an_appointment_blocks_the_time_and_a_cancelled_one_gives_it_free(new, nurse):
    appointment = scene.invited(scene.referred(new), nurse, place="Room 3")
    in_the_way = Appointment.objects.in_the_way(case=new, starts_at=scene.TEN, ends_at=scene.ELEVEN)
    assert list(in_the_way) == [appointment.busy]

    appointment.record_outcome(outcome=Outcome.CANCELLED, reason="Ill", today=TODAY, by=nurse)

    assert not in_the_way.all().exists()
    assert Appointment.objects.get(pk=appointment.busy_id).cancel_reason == "The time is free again"


def test_whether_somebody_came_is_not_known_before(new, nurse):
    appointment = scene.invited(scene.referred(new), nurse)

    with pytest.raises(ValidationError, match="still to come"):
        appointment.record_outcome(outcome=Outcome.NO_SHOW, today=TODAY, by=nurse)
    appointment.refresh_from_db()
    appointment.record_outcome(outcome=Outcome.NO_SHOW, today=scene.TEN.date(), by=nurse)
    with pytest.raises(ValidationError, match="recorded already"):
        appointment.record_outcome(outcome=Outcome.KEPT, today=scene.TEN.date(), by=nurse)

    # Whoever did not come was expected: the time stays what it was.
    assert Appointment.objects.standing().filter(pk=appointment.busy_id).exists()


def test_an_appointment_ends_after_it_starts(new, nurse):
    referral = scene.referred(new)

    with pytest.raises(ValidationError, match="after the start"):
        scene.invited(referral, nurse, ends_at=datetime(2026, 11, 27, 9, tzinfo=scene.COPENHAGEN))

    assert not Appointment.objects.filter(case=new).exists()


def test_treatment_is_followed_and_findings_are_corrected(new, nurse):
    referral = scene.referred(new)
    referral.receive(on=TODAY, today=TODAY, by=nurse)
    assessment = scene.assessed(referral)
    assessment.correct(done_on=YESTERDAY, findings="Something", today=TODAY, by=nurse)
    onward = scene.sent_on(assessment)
    onward.follow(status=OnwardStatus.UNDER_WAY, on=TODAY, today=TODAY, by=nurse)

    assert (assessment.findings, onward.status) == ("Something", "under-way")
    history = [event.findings for event in assessment.events.order_by("pgh_id")]
    assert history == ["Nothing special", "Something"]


def test_a_consent_is_given_once_to_each_purpose_and_can_be_withdrawn(new):
    consent = scene.consented(new)
    with pytest.raises(ValidationError, match="already"):
        scene.consented(new)
    consent.withdraw(on=TODAY, today=TODAY, by=None)

    with pytest.raises(ValidationError, match="withdrawn already"):
        consent.withdraw(on=TODAY, today=TODAY, by=None)
    assert scene.consented(new).withdrawn_on is None


def test_whoever_comes_second_is_told(new, nurse):
    offer = scene.offered(new)
    seen = Seen(("answer",), version_of(offer, ("answer",)))
    scene.answered(HealthOffer.objects.get(pk=offer.pk))

    with pytest.raises(StaleEdit):
        scene.answered(offer, version=seen)


def test_nothing_of_it_leaves_a_line_on_the_case_but_that_the_person_is_busy(new, nurse):
    before = new.lines.count()
    referral = scene.referred(new, nurse, about="x")
    scene.sent_on(scene.assessed(referral, nurse), nurse)
    scene.consented(new, nurse)
    assert new.lines.count() == before

    scene.invited(referral, nurse)

    assert new.lines.latest("pk").sentence == "Busy elsewhere agreed for Fri 27 Nov 2026"


def test_what_work_must_take_into_account_changes_from_a_day_on(new, nurse):
    facts = {"case": new, "by": nurse}
    first = FunctionalConclusion.objects.state(
        **facts, on=YESTERDAY, ability="not-before", not_before=date(2027, 2, 1)
    )
    second = FunctionalConclusion.objects.state(
        **facts, on=TODAY, ability="with-limits", limits=["nights", "lifting"], week_hours=20
    )

    first.refresh_from_db()
    assert first.during == DateRange(YESTERDAY, TODAY)
    assert first.what == "Cannot work before Mon 1 Feb 2027"
    assert second.limit_words == ["At most 20 hours a week", "No heavy lifting", "No night work"]
    assert new.lines.latest("pk").sentence == "What work must take into account, from Mon 23 Nov 2026"

    second.correct(
        during=second.during, why="Wrong list", by=nurse, ability="can", limits=[], week_hours=None
    )
    assert second.what == "Can work"
    second.withdraw(why="Another person", on=TODAY, by=nurse)
    first.refresh_from_db()
    assert first.during.upper is None


def test_the_needs_of_the_home_are_said_without_a_cause(new, nurse):
    need = HousingNeed.objects.state(case=new, on=TODAY, by=nurse, needs=["own-bathroom", "lift"])

    assert need.what == "Lift, own bathroom"
    assert HousingNeed.what_in(HousingNeed(needs=[])) == "Nothing special"
