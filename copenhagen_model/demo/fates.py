"""What happens seldom, and must be there: corrections, reopenings, a death, a second time in Copenhagen.

Each fate befalls one person from the plan, the first who fits; it is told beside the rest of their story.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from copenhagen_model.demo import words
from copenhagen_model.demo.afterwards import close
from copenhagen_model.demo.arrivals import Arrival
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Life
from goals.models import Ground, Pause
from refugees.events import KeyEvent, Source
from refugees.models import BenefitKind, BenefitPeriod, Case, CloseReason, KeyDate, Occupation, TeamMember
from refugees.parts import Part
from refugees.takeover import PermitGround, next_weekday


@dataclass(frozen=True, slots=True)
class Fate:
    """A rare story, in which year somebody meets it, and the way into work that leaves room for it."""

    year: int
    tell: Callable[[Life], Story]
    way: str = "prompt"
    follows_the_rule: bool = False


def assigned(arrivals: list[Arrival]) -> dict[str, Fate]:
    """Whom each fate befalls: by the key of the arrival, people on their own only."""
    found: dict[str, Fate] = {}
    for fate in FATES:
        for arrival in arrivals:
            if arrival.key not in found and _fits(fate, arrival):
                found[arrival.key] = fate
                break
    return found


def _fits(fate: Fate, arrival: Arrival) -> bool:
    return (
        arrival.taken_over_on.year == fate.year
        # Corrections move the takeover by a month; the year's count stays what it is.
        and arrival.taken_over_on.month <= 10
        and not arrival.is_showcase
        and len(arrival.members) == 1
        and arrival.members[0].is_adult
        and (arrival.follows_the_rule or not fate.follows_the_rule)
    )


def _takeover(life: Life) -> KeyDate:
    return KeyDate.objects.current().get(case=life.case, event=KeyEvent.TAKEOVER)


def corrected_after_a_breach(life: Life) -> Story:
    """Taken over a month later than confirmed: the breach that was raised is withdrawn, not deleted."""
    day = life.day(life.due_on + timedelta(days=2))
    by = yield Turn(day, life.caseworker)
    right = next_weekday(life.family.taken_over_on.replace(day=1) + relativedelta(months=1))
    _takeover(life).correct(on=right, reason=words.CORRECTED[2], by=by)
    offered_on = life.day(day + timedelta(days=3))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on)
    begun_on = life.day(offered_on + timedelta(days=9))
    by = yield Turn(begun_on, life.caseworker)
    life.start(offer, by=by, on=begun_on)


def corrected_in_time(life: Life) -> Story:
    """A day typed wrong and put right within the week."""
    day = life.day(life.family.taken_over_on + timedelta(days=5))
    by = yield Turn(day, life.caseworker)
    right = life.family.taken_over_on + timedelta(days=1)
    _takeover(life).correct(on=right, reason=words.CORRECTED[1], by=by)


def never_taken_over(life: Life) -> Story:
    """Taken over by another municipality after all: the date is withdrawn, and the case was opened by mistake."""
    day = life.day(life.family.taken_over_on + timedelta(days=6))
    by = yield Turn(day, life.caseworker)
    _takeover(life).withdraw(reason=words.ELSEWHERE, by=by)
    day = life.day(day + timedelta(days=8))
    by = yield Turn(day, life.caseworker)
    close(life, day, CloseReason.OPENED_BY_MISTAKE, by)


def moved_at_once(life: Life) -> Story:
    """Moved to another municipality before anything was offered: the promise fell away with the case."""
    yield from _closed(life, life.family.taken_over_on + timedelta(days=15), CloseReason.MOVED)


def moved_too_late(life: Life) -> Story:
    """Moved only after the month had passed without an offer: the promise stays broken."""
    yield from _closed(life, life.due_on + timedelta(days=20), CloseReason.MOVED)


def died(life: Life) -> Story:
    """Died. What is open falls away; nothing counts as kept."""
    yield from _closed(life, life.family.taken_over_on + timedelta(days=190), CloseReason.DIED)


def _closed(life: Life, on: date, reason: CloseReason) -> Story:
    day = life.day(on)
    by = yield Turn(day, life.caseworker)
    close(life, day, reason, by)


def reopened(life: Life) -> Story:
    """Closed by mistake, and the closing taken back a week later."""
    day = life.day(life.family.taken_over_on + timedelta(days=100))
    by = yield Turn(day, life.caseworker)
    life.case.close(on=day, reason=CloseReason.LEFT_DENMARK, by=by)
    again = life.day(day + timedelta(days=7))
    by = yield Turn(again, life.caseworker)
    life.case.reopen(on=again, by=by)


def came_back(life: Life) -> Story:
    """Moved away after half a year, and back: a second case of the same person, with a takeover of its own."""
    case, unit = life.case, life.city.staff.units[life.family.arrival.unit]
    day = life.day(life.family.taken_over_on + timedelta(days=170))
    by = yield Turn(day, life.caseworker)
    case.close(on=day, reason=CloseReason.MOVED, by=by)
    again = next_weekday(day + timedelta(days=240))
    by = yield Turn(again, life.caseworker)
    life.case = Case.objects.open_for(
        person=case.person, unit=unit, permit_ground=case.permit_ground, opened_on=again, by=by
    )
    KeyDate.objects.record(case=life.case, event=KeyEvent.TAKEOVER, on=again, source=Source.CITY, by=by)
    TeamMember.objects.assign(case=life.case, user=by, part=Part.CASEWORKER, on=again, by=by)
    roster = life.city.caseworkers[life.family.arrival.unit]
    if by in roster.colleagues:
        roster.take(by, life.case, group=life.family.arrival.key)
    BenefitPeriod.objects.begin(case=life.case, kind=BenefitKind.BENEFIT, on=again, by=by)
    job_on = life.day(again + timedelta(days=20))
    by = yield Turn(job_on, life.caseworker)
    life.begin(by=by, on=job_on)


def another_ground(life: Life) -> Story:
    """The decision shows another permit ground than the list did; the rules that hold follow it."""
    day = life.day(life.family.taken_over_on + timedelta(days=4))
    by = yield Turn(day, life.caseworker)
    other = (
        PermitGround.TEMPORARY
        if life.case.permit_ground != PermitGround.TEMPORARY
        else PermitGround.PROTECTION
    )
    life.case.change_ground(permit_ground=other, reason=words.GROUND_CORRECTED, on=day, by=by)


def pause_told_late(life: Life) -> Story:
    """Over, until the City hears that weeks of that month do not count: the deadline moves and the breach ends."""
    day = life.day(life.due_on + timedelta(days=3))
    by = yield Turn(day, life.caseworker)
    begins = life.family.taken_over_on + timedelta(days=6)
    until = day + timedelta(days=1)
    Pause.objects.begin(
        case=life.case,
        ground=Ground.AWAY,
        from_on=begins,
        until=until,
        reason=words.TOLD_LATE,
        by=by,
        today=day,
    )


def start_taken_back(life: Life) -> Story:
    """A start recorded by mistake for somebody else: taken back, and the real one two weeks later."""
    day = life.day(life.family.taken_over_on + timedelta(days=33))
    by = yield Turn(day, life.caseworker)
    for occupation in Occupation.objects.standing().filter(case=life.case):
        company = occupation.placement.company
        occupation.take_back(reason=words.WRONG_PERSON, on=day, by=by)
        begun_on = life.day(day + timedelta(days=10))
        by = yield Turn(begun_on, life.caseworker)
        life.begin(by=by, on=begun_on, company=company)


def start_corrected(life: Life) -> Story:
    """The first day was two days later than recorded."""
    day = life.day(life.family.taken_over_on + timedelta(days=36))
    by = yield Turn(day, life.caseworker)
    for occupation in Occupation.objects.standing().filter(case=life.case):
        right = occupation.started_on + timedelta(days=2)
        occupation.correct_start(on=right, reason=words.START_CORRECTED, today=day, by=by)


def relocation_withdrawn(life: Life) -> Story:
    """Declared ready to relocate, and not after all."""
    day = life.day(life.family.taken_over_on + timedelta(days=330))
    by = yield Turn(day, life.caseworker)
    for row in KeyDate.objects.current().filter(case=life.case, event=KeyEvent.READY_TO_RELOCATE):
        row.withdraw(reason=words.NOT_READY_TO_MOVE, by=by)


FATES = (
    Fate(2017, corrected_after_a_breach, way="", follows_the_rule=True),
    Fate(2016, corrected_in_time, follows_the_rule=True),
    Fate(2016, moved_at_once, way=""),
    Fate(2018, moved_at_once, way=""),
    Fate(2022, moved_at_once, way=""),
    Fate(2017, moved_too_late, way=""),
    Fate(2024, moved_too_late, way=""),
    Fate(2018, died),
    Fate(2025, died),
    Fate(2017, reopened),
    Fate(2025, reopened),
    Fate(2018, never_taken_over, way=""),
    Fate(2024, never_taken_over, way=""),
    Fate(2022, came_back, way="quick-start"),
    Fate(2018, another_ground),
    Fate(2025, another_ground),
    Fate(2017, pause_told_late, way="late-start"),
    Fate(2024, pause_told_late, way="late-start"),
    Fate(2025, start_taken_back, way="quick-start"),
    Fate(2025, start_corrected, way="quick-start"),
    Fate(2024, relocation_withdrawn),
)
