"""The health assessment of everybody who comes: offered, answered, and for the newest told to its end."""

from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings

from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Family, Life
from health.models import (
    Assessment,
    Clinic,
    Consent,
    Decider,
    HealthAnswer,
    HealthAppointment,
    HealthOffer,
    Interpreter,
    OnwardReferral,
    OnwardStatus,
    Outcome,
    Purpose,
    Referral,
    Way,
)
from health.models.base import DECIDES_FROM_AGE
from refugees.models import FunctionalConclusion, HousingNeed
from refugees.takeover import PermitGround

# Of those who came longer ago only the offer is told: what promises are read from.
TOLD_IN_FULL = timedelta(days=150)
# INVENTED, and of no real person.
FINDINGS = [
    "Rask. To vaccinationer mangler og bliver givet.",
    "Sover dårligt efter rejsen. Ønsker ingen behandling nu; ved, hvor der er hjælp.",
    "En gammel knæskade. Fysioterapi foreslås.",
]
LIMITED = {"ability": "with-limits", "limits": ["lifting", "standing"], "week_hours": 25}


def offered(family: Family) -> Story:
    """Everybody is offered an assessment by the health team of the unit; now and then somebody late."""
    city, arrival = family.city, family.arrival
    rng = city.rng(arrival.key, "health")
    if arrival.ground == PermitGround.FAMILY and rng.random() < 0.5:
        return
    days = rng.randint(5, 26)
    if not arrival.is_showcase and family.is_detailed and (chance := rng.random()) < 0.08:
        days = rng.randint(195, 230) if chance < 0.01 else rng.randint(34, 80)
    on = city.office_day(family.taken_over_on + timedelta(days=days))
    by = yield Turn(on, partial(city.staff.health_team_of, arrival.unit))
    for number, life in enumerate(family.lives):
        if life.is_over:
            continue
        offer = HealthOffer.objects.make(
            case=life.case, offered_on=on, way=Way.IN_PERSON, today=on, by=by, **_interpreter(life)
        )
        if family.taken_over_on > city.today - TOLD_IN_FULL:
            city.diary.begin(_answered(life, offer, city.rng(arrival.key, "health", number)), life)


def _answered(life: Life, offer: HealthOffer, rng: Random) -> Story:
    """Most say yes, some no, some have not answered yet."""
    on = life.day(offer.offered_on + timedelta(days=rng.randint(0, 16)))
    by = yield _turn(life, on)
    age = life.case.person.age_on(on)
    decided_by = Decider.CUSTODY if age is not None and age < DECIDES_FROM_AGE else Decider.SELF
    answer = HealthAnswer.DECLINED if rng.random() < 0.15 else HealthAnswer.ACCEPTED
    offer.record_answer(answer=answer, decided_by=decided_by, on=on, today=on, by=by)
    if answer == HealthAnswer.ACCEPTED:
        yield from _at_the_clinic(life, offer, decided_by, rng)


def _at_the_clinic(life: Life, offer: HealthOffer, decided_by: str, rng: Random) -> Story:
    on = life.day(offer.answered_on + timedelta(days=rng.randint(1, 6)))
    by = yield _turn(life, on)
    Consent.objects.give(
        case=life.case, purpose=Purpose.TO_TEAM, given_on=on, decided_by=decided_by, today=on, by=by
    )
    clinic = Clinic.objects.in_order().first()
    referral = Referral.objects.send(offer=offer, clinic=clinic, sent_on=on, today=on, by=by)
    on = life.day(on + timedelta(days=rng.randint(3, 9)))
    by = yield _turn(life, on)
    referral.receive(on=on, today=on, by=by)
    appointment = _invite(life, referral, on + timedelta(days=rng.randint(12, 35)), by, rng)
    by = yield _turn(life, appointment.day)
    if rng.random() < 0.15:
        appointment.record_outcome(outcome=Outcome.NO_SHOW, today=appointment.day, by=by)
        appointment = _invite(life, referral, appointment.day + timedelta(days=21), by, rng)
        by = yield _turn(life, appointment.day)
    appointment.record_outcome(outcome=Outcome.KEPT, today=appointment.day, by=by)
    yield from _assessed(life, referral, appointment.day, rng)


def _invite(life: Life, referral: Referral, on: date, by: User, rng: Random) -> HealthAppointment:
    at = datetime.combine(life.day(on), time(9 + rng.randrange(6)), tzinfo=ZoneInfo(settings.TIME_ZONE))
    return HealthAppointment.objects.agree(
        referral=referral, starts_at=at, ends_at=at + timedelta(hours=1), by=by, **_interpreter(life)
    )


def _assessed(life: Life, referral: Referral, done_on: date, rng: Random) -> Story:
    """The result comes a week later; what work and home must take into account is said to the others."""
    on = life.day(done_on + timedelta(days=7))
    by = yield _turn(life, on)
    findings = rng.choice(FINDINGS)
    assessment = Assessment.objects.record(
        referral=referral, done_on=done_on, findings=findings, today=on, by=by
    )
    is_limited = findings == FINDINGS[-1]
    if is_limited:
        onward = OnwardReferral.objects.send(
            assessment=assessment, to_whom="Fysioterapeut", reason="Knæet", sent_on=on, today=on, by=by
        )
        onward.follow(status=OnwardStatus.WAITING, on=on, today=on, by=by)
        HousingNeed.objects.state(case=life.case, on=on, by=by, needs=["lift", "no-steps"])
    if life.newcomer.is_adult and rng.random() < 0.8:
        said = LIMITED if is_limited else {"ability": "can"}
        FunctionalConclusion.objects.state(case=life.case, on=on, by=by, **said)


def _turn(life: Life, on: date) -> Turn:
    return Turn(on, partial(life.city.staff.health_team_of, life.family.arrival.unit))


def _interpreter(life: Life) -> dict[str, object]:
    """An interpreter where the person needs one; never a relative."""
    if life.newcomer.interpreter:
        return {"interpreter": Interpreter.REMOTE, "is_not_family": True}
    return {"interpreter": Interpreter.NONE, "is_not_family": False}
