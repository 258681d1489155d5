"""The two interviews of those who came since interviews are kept here: planned, sometimes moved, held, answered."""

import uuid
from datetime import date, time, timedelta
from random import Random
from typing import Any

from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Life
from copenhagen_model.demo.profiling import write_profile
from refugees.takeover import PermitGround
from screening.models import Answer, Given, Interpreting, Interview, InterviewKind
from screening.versions import VERSIONS_OF_INTERVIEWS

# INVENTED, like everything that is said in the demo city.
CENTRES = ["Asylcentret, lokale 2", "Asylcentret, biblioteket", "Asylcentret, lokale 7"]
HOME = "Den midlertidige bolig, mødelokalet"
MOVED = [
    ("Tolken kunne ikke komme.", "interpreter"),
    ("Havde en aftale i banken den dag.", "person"),
]
SAID = {
    InterviewKind.FIRST: [
        {
            "good-at": "At bage brød og lære det fra mig.",
            "work-done": "Seks år i et bageri.",
            "school-years": 9,
        },
        {"good-at": "At reparere motorer.", "work-done": "Mit eget værksted.", "first-step": "job"},
        {
            "good-at": "At sy og reparere tøj.",
            "work-done": "Hjemme og for naboerne.",
            "first-step": "internship",
        },
        {
            "good-at": "At føre regnskab.",
            "work-done": "Kontoret på en skole.",
            "highest-education": "bachelor",
        },
    ],
    InterviewKind.SECOND: [
        {"branches": ["kitchen", "shop"], "welcome-house": ["language-cafe"], "mentor-wanted": "yes"},
        {"branches": ["building", "transport"], "volunteer": "later", "mentor-wanted": "later"},
        {"branches": ["care", "children"], "welcome-house": ["cafe", "evenings"], "mentor-wanted": "yes"},
    ],
}
AHEAD = timedelta(days=14)
KEPT_FROM, _always = VERSIONS_OF_INTERVIEWS[0]["valid"]  # nobody promised the interviews before


def screened(life: Life) -> Story:
    """Both interviews, most of them before the move; the second often at the temporary home, now and then late."""
    allocated_on = life.family.arrival.allocated_on
    if allocated_on < KEPT_FROM or life.family.arrival.ground == PermitGround.FAMILY:
        return
    rng = life.city.rng("interviews", life.case.number)  # its own dice: the other stories stay what they are
    told_until = life.case.opened_on  # nobody acts on a day that the diary has left behind
    for kind, day in _days(life, allocated_on, rng):
        day = life.day(max(day, told_until))
        if day - AHEAD >= life.city.today:
            return
        planned_on = max(told_until, min(day, life.day(min(day, life.city.today) - AHEAD)))
        by = yield Turn(planned_on, life.caseworker)
        interview = Interview.objects.plan(case=life.case, kind=kind, by=by, **_facts(life, day, by, rng))
        if rng.random() < 0.12 and not life.family.arrival.is_showcase:
            later = life.day(day + timedelta(days=2))
            by = yield Turn(day, life.caseworker)
            why, doing = rng.choice(MOVED)
            facts = _facts(life, later, by, rng)
            interview = interview.move(why=why, whose_doing=doing, today=day, by=by, **facts)
            day = later
        by = yield Turn(day, life.caseworker)
        said = _answer(interview, by, rng)
        interview.hold(on=day, today=day, by=by)
        if kind == InterviewKind.FIRST:
            write_profile(life, interview, said["good-at"], on=day, by=by)
        told_until = day


def _days(life: Life, allocated_on: date, rng: Random) -> list[tuple[InterviewKind, date]]:
    """On which days they are to be; whoever is taken over within days is met at the temporary home."""
    taken_over_on = life.family.taken_over_on
    between = (taken_over_on - allocated_on).days
    late = not life.family.arrival.is_showcase and rng.random() < 0.1
    first = taken_over_on + timedelta(days=6) if late else allocated_on + timedelta(days=between * 2 // 5)
    at_home = between < 15 or rng.random() < 0.35
    second = taken_over_on + timedelta(days=rng.randint(3, 11))
    if not (at_home or late):
        second = allocated_on + timedelta(days=between * 3 // 4)
    if life.family.arrival.is_showcase:
        # The scenes are about other promises: both are held before the move, if need be on one day.
        before = allocated_on + timedelta(days=between * 3 // 4)
        second = before if life.day(before) < taken_over_on else first
    return [(InterviewKind.FIRST, first), (InterviewKind.SECOND, second)]


def _facts(life: Life, on: date, by: User, rng: Random) -> dict[str, object]:
    starts = time(9 + rng.randrange(5))
    language = life.newcomer.interpreter or ""
    return {
        "planned_on": on,
        "starts": starts,
        "ends": starts.replace(hour=starts.hour + 1, minute=30),
        "form": "in-person",
        "place": rng.choice(CENTRES) if on < life.family.taken_over_on else HOME,
        "interviewer": by,
        "interpreter": language,
        "interpreter_kind": Interpreting.IN_PERSON if language else Interpreting.NONE,
        "participants": [],
    }


def _answer(interview: Interview, by: User, rng: Random) -> dict[str, Any]:
    client = uuid.UUID(int=rng.getrandbits(128))
    said = rng.choice(SAID[InterviewKind(interview.kind)])
    given = [
        Given(key, value, "", client, number, 0) for number, (key, value) in enumerate(said.items(), start=1)
    ]
    unasked = "mentor-who" if interview.kind == InterviewKind.SECOND else "papers"
    given.append(Given(unasked, None, "later", client, len(given) + 1, 0))
    Answer.objects.keep(interview=interview, given=given, by=by)
    return said
