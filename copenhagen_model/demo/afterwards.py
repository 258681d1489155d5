"""After the first start: the internship ends, a job may follow, the City's responsibility ends one day."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from accounts.models import User
from copenhagen_model.demo import words
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.further import completed, goes_on
from copenhagen_model.demo.homes import is_here
from copenhagen_model.demo.household import Family, Life
from copenhagen_model.demo.staying import offered, staying
from internships.models import Again, Evaluation, Rating, Side
from refugees.models import (
    BenefitKind,
    BenefitPeriod,
    CloseReason,
    JobReadiness,
    Occupation,
    OccupationEnding,
    OccupationKind,
    TeamMember,
)
from refugees.occupation_kinds import NOT_AS_AGREED
from refugees.parts import Part

PROGRAMME_YEARS = 5
# Measures are looked back on since then; not yet those that ended on such a day of the month.
ASKED_SINCE, NOT_YET_EACH = date(2026, 1, 1), 6
MOST_MEASURES = 3
# One of so many measures that follow is community work, at a place of the City (INVENTED).
YARD_EACH, YARD = 3, "Opfundet Genbrugsplads"
# INVENTED shares of how measures end.
ENDINGS = {
    OccupationEnding.COMPLETED: 58,
    OccupationEnding.JOB: 20,
    OccupationEnding.BROKEN_OFF_PERSON: 10,
    OccupationEnding.BROKEN_OFF_COMPANY: 7,
    OccupationEnding.OTHER: 5,
}
# INVENTED, of the last of them.
OTHER_REASONS = (
    "Barnets skole flyttede, og køreturen blev for lang (opfundet)",
    "Virksomheden holdt lukket i en periode (opfundet)",
    "Rejste til begravelse i familien (opfundet)",
)
# INVENTED shares of how cases end; what is left over ends with the programme.
CLOSINGS = {
    CloseReason.MOVED: 12,
    CloseReason.LEFT_DENMARK: 3,
    CloseReason.REPATRIATED: 3,
    CloseReason.PERMIT_ENDED: 2,
    CloseReason.DIED: 1,
    CloseReason.PROGRAMME_ENDED: 79,
}


def after_start(life: Life, measure: Occupation, *, number: int = 1) -> Story:
    """The internship ends as agreed, early, or in a job; mostly another follows, or a job, within weeks."""
    weeks = life.rng.choice([4, 4, 8, 13, 13]) if measure.kind == OccupationKind.INTERNSHIP else 26
    ending = life.rng.choices(list(ENDINGS), weights=ENDINGS.values())[0]
    early = timedelta(weeks=life.rng.randint(1, 3) if ending in NOT_AS_AGREED else 0)
    agreed_on = measure.started_on + timedelta(weeks=weeks, days=-1)
    last_on = agreed_on - early
    if life.family.is_detailed:
        yield from _decided_in_time(life, measure, agreed_on, last_on)
    recorded_on = life.day(last_on + timedelta(days=1))
    by = yield Turn(recorded_on, life.caseworker)
    words = OTHER_REASONS[measure.pk % len(OTHER_REASONS)] if ending == OccupationEnding.OTHER else ""
    measure.end(on=last_on, ending=ending, words=words, today=recorded_on, by=by)
    look_back(measure, ending, recorded_on, by)
    if ending == OccupationEnding.JOB:
        job = life.begin(by=by, on=recorded_on, company=measure.placement.company)
    elif life.rng.random() < 0.7:
        on = life.day(recorded_on + timedelta(days=life.rng.randint(6, 44)))
        by = yield Turn(on, life.caseworker)
        if life.family.is_detailed and number < MOST_MEASURES and life.rng.random() < 0.5:
            if next(life.city.measures) % YARD_EACH:
                following = life.begin(by=by, on=on, kind=OccupationKind.INTERNSHIP)
                yield from after_start(life, following, number=number + 1)
                return
            on, by = yield from _community_work(life, on, by)
            if not is_here(life.case):
                return
        job = goes_on(life, on, by)
    else:
        yield from _cannot_go_on(life, recorded_on)
        return
    yield from in_job(life, job)
    yield from completed(life, job)


def _community_work(life: Life, on: date, by: User) -> Story:
    """Six weeks at a place of the City. Returns the day on which they are over, and who works on the case then."""
    agreed_on = on + timedelta(weeks=6, days=-1)
    work = Occupation.objects.start(
        case=life.case,
        kind=OccupationKind.COMMUNITY_WORK,
        place=YARD,
        on=on,
        today=on,
        by=by,
        minutes_a_week=life.minutes_of(OccupationKind.COMMUNITY_WORK),
    )
    yield from _decided_in_time(life, work, agreed_on, agreed_on)
    day = life.day(agreed_on + timedelta(days=1))
    by = yield Turn(day, life.caseworker)
    if is_here(life.case):
        work.end(on=agreed_on, ending=OccupationEnding.COMPLETED, today=day, by=by)
        look_back(work, OccupationEnding.COMPLETED, day, by)
    return day, by


def look_back(measure: Occupation, ending: str, day: date, by: User | None) -> None:
    """Both sides say how it went, since that is asked; of some nobody has got to it yet."""
    if measure.last_on < ASKED_SINCE or measure.last_on.day % NOT_YET_EACH == 0:
        return
    went = Rating.PARTLY if ending in NOT_AS_AGREED else Rating.WELL
    again = Again.MAYBE if ending in NOT_AS_AGREED else Again.YES
    for side, text in ((Side.COMPANY, words.SAID_BY_THE_COMPANY), (Side.PERSON, words.SAID_BY_THE_PERSON)):
        Evaluation.objects.give(
            occupation=measure,
            side=side,
            on=day,
            today=day,
            by=by,
            tasks=went,
            punctuality=Rating.WELL,
            language=Rating.PARTLY,
            again=again,
            words=text if went == Rating.WELL else "",
        )


def _decided_in_time(life: Life, measure: Occupation, agreed_on: date, last_on: date) -> Story:
    """The end is agreed at the start; what comes next is decided before it, now and then too late."""
    by = life.caseworker()
    measure.plan_end(on=agreed_on, today=measure.started_on, by=by)
    day = life.day(agreed_on - timedelta(days=life.rng.randint(12, 24)))
    if day > measure.started_on and day < last_on:
        by = yield Turn(day, life.caseworker)
        measure.decide_next(text=life.rng.choice(words.WHAT_COMES_NEXT), on=day, today=day, by=by)


def _cannot_go_on(life: Life, since: date) -> Story:
    """Most who get no further cannot take part any more; for a few nothing is found."""
    if life.rng.random() < 0.15:
        return
    on = life.day(since + timedelta(days=life.rng.randint(5, 35)))
    by = yield Turn(on, life.caseworker)
    reason = life.rng.choice(words.EXEMPT)
    JobReadiness.objects.decide(case=life.case, is_ready=False, on=on, reason=reason, by=by)


def in_job(life: Life, job: Occupation) -> Story:
    """Off the benefit, and for most with a mentor who helps to stay in the job."""
    if life.family.is_long_ago:
        return
    by = life.caseworker()
    if life.way != "self-supporting":
        BenefitPeriod.objects.begin(
            case=life.case, kind=BenefitKind.SELF_SUPPORTING, on=job.started_on, by=by
        )
    if life.rng.random() < 0.15:
        offered(life, job.started_on, is_wanted=False)
        return
    on = life.day(job.started_on + timedelta(days=life.rng.randint(4, 25)))
    by = yield Turn(on, lambda: life.city.staff["mentor-coordinator"])
    offered(life, on, is_wanted=True)
    roster = life.city.retention_mentors
    chosen, until = roster.choose(1, on), on + relativedelta(years=1)
    TeamMember.objects.assign(
        case=life.case, user=chosen, part=Part.RETENTION_MENTOR, on=on, until=until, by=by
    )
    roster.take(chosen, life.case, group=life.family.arrival.key, until=until)
    life.city.diary.begin(staying(life, job, on), life)


def closing(family: Family) -> Story:
    """The day on which the City's responsibility for a family ends, and why."""
    rng, start = family.rng, family.taken_over_on
    reason = rng.choices(list(CLOSINGS), weights=CLOSINGS.values())[0]
    if reason == CloseReason.PROGRAMME_ENDED:
        months = rng.choices([rng.randint(14, 30), rng.randint(31, 48), 12 * PROGRAMME_YEARS], [45, 35, 20])[
            0
        ]
    else:
        months = rng.randint(2, 40)
    on = family.city.office_day(start + relativedelta(months=months) + timedelta(days=rng.randint(0, 27)))
    by = yield Turn(on, family.caseworker)
    leaving = [life for life in family.lives if not life.is_over]
    for life in leaving[:1] if reason == CloseReason.DIED else leaving:
        close(life, on, reason, by)
    if not family.is_over:
        on = family.city.office_day(on + relativedelta(months=rng.randint(6, 30)))
        by = yield Turn(on, family.caseworker)
        for life in leaving[1:]:
            close(life, on, CloseReason.PROGRAMME_ENDED, by)


def close(life: Life, on: date, reason: str, by: User) -> None:
    """Close a case; whoever mentored the person then has no more access to it."""
    for member in life.case.team.mentors().on(on):
        member.leave(on=on, by=by)
    life.case.close(on=on, reason=reason, by=by)
    life.family.close(life)
