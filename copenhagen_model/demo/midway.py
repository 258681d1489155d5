"""Scenes in the middle of something that takes several steps: days away, hours, an agreement. INVENTED throughout."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from copenhagen_model.demo import showcase as acts
from copenhagen_model.demo.afterwards import YARD
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Life
from copenhagen_model.demo.showcase import days_ago
from copenhagen_model.demo.work import draw_up
from internships.models import (
    AvailabilityDoubt,
    Consequence,
    Ground,
    InformedBy,
    Law,
    Offer,
    StayedAway,
    StayedAwayDecision,
    ToldBy,
)
from refugees.attended import attended
from refugees.models import CountedActivity, HoursCut, Occupation, OccupationKind, Talk, TalkForm, TalkKind
from refugees.week_kinds import CountedKind, CutGround
from screening.models import JobSeeking

ABOUT = "Udeblev en dag uden at melde afbud. Kommunen overvejer fradrag i ydelsen for dagen."
CONTROL = "Opdigtet kontrolaktion: set på arbejde på en byggeplads i skoletiden."
ANSWER = "Troede, at virksomheden holdt lukket."


def answered_hearing(life: Life) -> Story:
    """Begun in time; ill for a day, and away for another: the hearing is answered, and somebody has to decide."""
    yield from acts.begun_in_time(life)
    on = days_ago(life, 6)
    by = yield Turn(on, life.caseworker)
    ill = _away(life, on, by, told_by=ToldBy.PERSON, explanation="Mit barn var sygt.")
    ill.judge(
        ground=Ground.REASONABLE, ground_reason="Barnets første sygedag.", judged_on=on, today=on, by=by
    )
    on = days_ago(life, 5)
    by = yield Turn(on, life.caseworker)
    away = _away(life, on, by, told_by=ToldBy.COMPANY)
    decision = yield from _heard(life, away, days_ago(life, 4), life.city.today + timedelta(days=3))
    on = days_ago(life, 1)
    by = yield Turn(on, life.caseworker)
    decision.record_answer(answered_on=on, answer=ANSWER, today=on, by=by)
    # Told to the state as it was before: see to_the_state.py.
    Occupation.objects.get(case=life.case).state_hours(minutes=30 * 60, today=on, by=by)


def told_away(life: Life) -> Story:
    """Begun late, with guidance beside it; the company says that a day was missed, and nobody has judged it."""
    yield from acts.begun_late(life)
    on = days_ago(life, 3)
    by = yield Turn(on, life.caseworker)
    _counted(life, CountedKind.GUIDANCE, "Vejledning på Jobcentret", 4, on, by)
    on = days_ago(life, 2)
    by = yield Turn(on, life.caseworker)
    _away(life, on, by, told_by=ToldBy.COMPANY)


def complained(life: Life) -> Story:
    """A deduction was decided weeks ago; the person complains, and the City looks at it again."""
    yield from acts.noticed_late(life)
    on = days_ago(life, 20)
    by = yield Turn(on, life.caseworker)
    away = _away(life, on, by, told_by=ToldBy.COMPANY)
    decision = yield from _heard(life, away, days_ago(life, 18), days_ago(life, 10))
    on = days_ago(life, 12)
    by = yield Turn(on, life.caseworker)
    decision.record_answer(answered_on=on, answer=ANSWER, today=on, by=by)
    on = days_ago(life, 9)
    by = yield Turn(on, life.caseworker)
    decision.decide(
        consequence=Consequence.DEDUCTION,
        decided_on=on,
        today=on,
        by=by,
        reasons="Virksomheden holdt åbent og havde givet besked om mødetiden ugen før.",
        laws=[Law.BENEFITS],
        # No narrower than the list of the product says: which provision it would be, nobody has decided here.
        law_text="Lov om aktiv socialpolitik §§ 35-40 a (opdigtet sag)",
    )
    on = days_ago(life, 7)
    by = yield Turn(on, life.caseworker)
    decision.arrive(arrived_on=on, today=on, by=by)
    on = days_ago(life, 2)
    by = yield Turn(on, life.caseworker)
    decision.complain(complained_on=on, complaint="Jeg fik aldrig beskeden.", today=on, by=by)


def half_signed(life: Life) -> Story:
    """On track: the agreement is drawn up and the company has signed it; the person and the City have not."""
    offer = yield from acts.on_track(life)
    on = days_ago(life, 1)
    by = yield Turn(on, life.caseworker)
    agreement = draw_up(life, offer, offer.planned_start_on, on, by)
    agreement.sign(today=on, by=by, company_signed_on=on, company_signed_by=agreement.supervisor)


def doubted(life: Life) -> Story:
    """On track, registered and with a CV on Jobnet; a control raised doubt, and the talk about it was held."""
    yield from acts.on_track(life)
    on = days_ago(life, 1)
    by = yield Turn(on, life.caseworker)
    since, about = life.family.taken_over_on, {"case": life.case, "today": on, "by": by}
    JobSeeking.objects.register(registered_on=since, cv_on=life.day(since + timedelta(days=3)), **about)
    AvailabilityDoubt.objects.record(received_on=days_ago(life, 4), received=CONTROL, **about)
    Talk.objects.record(kind=TalkKind.JOB, on=on, form=TalkForm.IN_PERSON, **about)


def hours_cut(life: Life) -> Story:
    """Not job-ready: the hours are cut for now, until the health team has concluded."""
    yield from acts.exempt_from_the_start(life)
    on = days_ago(life, 3)
    by = yield Turn(on, life.caseworker)
    HoursCut.objects.decide(
        case=life.case, minutes_a_week=15 * 60, ground=CutGround.FOR_NOW, during=DateRange(on, None), by=by
    )


def community_work(life: Life) -> Story:
    """Job-ready again, and at community work until a company takes the person."""
    yield from acts.ready_again(life)
    on = days_ago(life, 5)
    by = yield Turn(on, life.caseworker)
    Occupation.objects.start(
        case=life.case,
        kind=OccupationKind.COMMUNITY_WORK,
        place=YARD,
        on=on,
        today=on,
        by=by,
        planned_last_on=on + timedelta(weeks=6, days=-1),
        minutes_a_week=life.minutes_of(OccupationKind.COMMUNITY_WORK),
    )
    _counted(life, CountedKind.JOB_SEARCH, "Søger plads i køkken", 3, on, by)


def _counted(life: Life, kind: CountedKind, about: str, hours: int, on: date, by: User) -> None:
    CountedActivity.objects.add(
        case=life.case, kind=kind, about=about, minutes_a_week=60 * hours, during=DateRange(on, None), by=by
    )


def _away(life: Life, on: date, by: User, *, told_by: ToldBy, explanation: str = "") -> StayedAway:
    """A day away from the internship, told on that day."""
    measure = next(each for each in attended([life.case.pk]) if each.kind == OccupationKind.INTERNSHIP)
    return StayedAway.objects.record(
        case=life.case,
        attended=measure,
        first_on=on,
        last_on=None,
        told_by=told_by,
        told_on=on,
        explanation=explanation,
        today=on,
        by=by,
    )


def _heard(life: Life, away: StayedAway, on: date, answer_by: date) -> Story:
    """No reasonable ground was found, and the hearing letter goes out. Returns what is to be decided."""
    by = yield Turn(on, life.caseworker)
    away.judge(ground=Ground.NONE, ground_reason="Meldte ikke afbud.", judged_on=on, today=on, by=by)
    decision = StayedAwayDecision.objects.hear(
        away=away, heard_on=on, heard_about=ABOUT, answer_by=answer_by, today=on, by=by
    )
    offered_on = Offer.objects.filter(case=life.case).earliest("offered_on").offered_on
    decision.inform(informed_on=offered_on, informed_by=InformedBy.OFFER, today=on, by=by)
    return decision
