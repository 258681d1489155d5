"""What people begin after their first measures: mostly a job, by turns an IGU or an education. INVENTED shares."""

from datetime import date

from dateutil.relativedelta import relativedelta

from accounts.day import ONE_DAY
from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.homes import is_here
from copenhagen_model.demo.household import Life
from internships import igu
from internships.models import IguRegistration
from refugees.models import Occupation, OccupationEnding, OccupationKind
from refugees.occupation_kinds import GivesSu

# Of so many who go on, one begins an IGU and one an education.
TURNS = 8
SCHOOLS = ("Opfundet Erhvervsskole", "Opdigtet Voksenskole")
# Whether they give SU, by turns: INVENTED.
SU_BY_TURNS = (GivesSu.NO, GivesSu.YES, GivesSu.UNKNOWN, GivesSu.YES)
LASTS = {OccupationKind.IGU: relativedelta(years=2), OccupationKind.EDUCATION: relativedelta(months=18)}


def goes_on(life: Life, on: date, by: User) -> Occupation:
    """The person begins a job, or what it is their turn for. An IGU waits for the next who may begin one."""
    turn = next(life.city.going_on) % TURNS
    life.city.igu_places += turn == 0
    life.city.school_places += turn == 1
    if life.city.igu_places and _may_begin_igu(life, on):
        life.city.igu_places -= 1
        return _begins_igu(life, on, by)
    if life.city.school_places:
        life.city.school_places -= 1
        return _at_school(life, on, by)
    return life.begin(by=by, on=on)


def _begins_igu(life: Life, on: date, by: User) -> Occupation:
    """On an offer of that day, for two years, registered with the state; the teaching plan is still asked for."""
    offer = life.offer(by=by, on=on, kind=OccupationKind.IGU)
    begun = life.start(offer, by=by, on=on)
    begun.plan_end(on=on + LASTS[OccupationKind.IGU] - ONE_DAY, today=on, by=by)
    IguRegistration.objects.record(case=life.case, registered_on=on, teaching_plan_on=None, today=on, by=by)
    return begun


def _at_school(life: Life, on: date, by: User) -> Occupation:
    """An education; of some nobody has asked yet whether it gives SU."""
    education = Occupation.objects.start(
        case=life.case,
        kind=OccupationKind.EDUCATION,
        place=life.rng.choice(SCHOOLS),
        on=on,
        today=on,
        by=by,
        planned_last_on=on + LASTS[OccupationKind.EDUCATION] - ONE_DAY,
    )
    life.city.educations += 1
    if gives_su := SU_BY_TURNS[life.city.educations % len(SU_BY_TURNS)]:
        education.state_su(gives_su=gives_su, on=on, today=on, by=by)
    return education


def _may_begin_igu(life: Life, on: date) -> bool:
    """As far as the age says; all of them have come within these years."""
    start = igu.Beginning(started_on=on, born_on=life.newcomer.born_on)
    return not any(finding.refuses for finding in igu.findings(start))


def completed(life: Life, begun: Occupation) -> Story:
    """The IGU or education is over, and a job begins; unless the place was lost or the person has moved away."""
    if begun.planned_last_on is None:
        return
    day = life.day(begun.planned_last_on + ONE_DAY)
    by = yield Turn(day, life.caseworker)
    begun.refresh_from_db()
    if begun.last_on or not is_here(life.case):
        return
    begun.end(on=begun.planned_last_on, ending=OccupationEnding.COMPLETED, today=day, by=by)
    life.begin(by=by, on=day)
