"""After the first start: the internship ends, a job may follow, the City's responsibility ends one day."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from accounts.models import User
from copenhagen_model.demo import words
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Family, Life
from internships.models import Ending, Kind, Placement
from refugees.models import BenefitKind, BenefitPeriod, CloseReason, JobReadiness, TeamMember
from refugees.parts import Part

PROGRAMME_YEARS = 5
MOST_MEASURES = 3
# INVENTED shares of how cases end; what is left over ends with the programme.
CLOSINGS = {
    CloseReason.MOVED: 12,
    CloseReason.LEFT_DENMARK: 3,
    CloseReason.REPATRIATED: 3,
    CloseReason.PERMIT_ENDED: 2,
    CloseReason.DIED: 1,
    CloseReason.PROGRAMME_ENDED: 79,
}


def after_start(life: Life, placement: Placement, *, number: int = 1) -> Story:
    """The internship ends as agreed, early, or in a job; mostly another follows, or a job, within weeks."""
    weeks = life.rng.choice([4, 4, 8, 13, 13]) if placement.kind == Kind.INTERNSHIP else 26
    ending = life.rng.choices(
        [Ending.COMPLETED, Ending.JOB, Ending.BROKEN_OFF_PERSON, Ending.BROKEN_OFF_COMPANY, Ending.OTHER],
        weights=[58, 20, 10, 7, 5],
    )[0]
    early = timedelta(weeks=0 if ending in {Ending.COMPLETED, Ending.JOB} else life.rng.randint(1, 3))
    agreed_on = placement.started_on + timedelta(weeks=weeks, days=-1)
    last_on = agreed_on - early
    if life.family.is_detailed:
        yield from _decided_in_time(life, placement, agreed_on, last_on)
    recorded_on = life.day(last_on + timedelta(days=1))
    by = yield Turn(recorded_on, life.caseworker)
    placement.end(on=last_on, ending=ending, today=recorded_on, by=by)
    if ending == Ending.JOB:
        job = life.take_job(by=by, on=recorded_on, company=placement.company)
    elif life.rng.random() < 0.7:
        on = life.day(recorded_on + timedelta(days=life.rng.randint(6, 44)))
        by = yield Turn(on, life.caseworker)
        if life.family.is_detailed and number < MOST_MEASURES and life.rng.random() < 0.5:
            following = _another(life, on, by)
            yield from after_start(life, following, number=number + 1)
            return
        job = life.take_job(by=by, on=on)
    else:
        yield from _cannot_go_on(life, recorded_on)
        return
    yield from in_job(life, job)


def _decided_in_time(life: Life, placement: Placement, agreed_on: date, last_on: date) -> Story:
    """The end is agreed at the start; what comes next is decided before it, now and then too late."""
    by = life.caseworker()
    placement.plan_end(on=agreed_on, today=placement.started_on, by=by)
    day = life.day(agreed_on - timedelta(days=life.rng.randint(12, 24)))
    if day > placement.started_on and day < last_on:
        by = yield Turn(day, life.caseworker)
        placement.decide_next(text=life.rng.choice(words.WHAT_COMES_NEXT), on=day, today=day, by=by)


def _another(life: Life, on: date, by: User) -> Placement:
    """The next internship, at another company."""
    return Placement.objects.start(
        case=life.case,
        company=life.rng.choice(life.city.companies),
        kind=Kind.INTERNSHIP,
        on=on,
        today=on,
        by=by,
    )


def _cannot_go_on(life: Life, since: date) -> Story:
    """Most who get no further cannot take part any more; for a few nothing is found."""
    if life.rng.random() < 0.15:
        return
    on = life.day(since + timedelta(days=life.rng.randint(5, 35)))
    by = yield Turn(on, life.caseworker)
    reason = life.rng.choice(words.EXEMPT)
    JobReadiness.objects.decide(case=life.case, is_ready=False, on=on, reason=reason, by=by)


def in_job(life: Life, job: Placement) -> Story:
    """Off the benefit, and for most with a mentor who helps to stay in the job."""
    if life.family.is_long_ago:
        return
    by = life.caseworker()
    if life.way != "self-supporting":
        BenefitPeriod.objects.begin(
            case=life.case, kind=BenefitKind.SELF_SUPPORTING, on=job.started_on, by=by
        )
    if life.rng.random() < 0.15:
        return
    on = life.day(job.started_on + timedelta(days=life.rng.randint(4, 25)))
    by = yield Turn(on, lambda: life.city.staff["mentor-coordinator"])
    roster = life.city.retention_mentors
    chosen, until = roster.choose(1, on), on + relativedelta(years=1)
    TeamMember.objects.assign(
        case=life.case, user=chosen, part=Part.RETENTION_MENTOR, on=on, until=until, by=by
    )
    roster.take(chosen, life.case, group=life.family.arrival.key, until=until)


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
