"""Scenes in which a plan misses the deadline by days, and more time is asked for."""

from datetime import date

from accounts.models import User
from copenhagen_model.demo import words
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Life
from copenhagen_model.demo.showcase import days_ago, planned_late
from goals.models import Clock, Extension, GoalVersion, Standard
from internships.goals import STARTED

# INVENTED: no source says by how much a goal of the City may be extended. Elsewhere managers set it, or leave it at 0.
MOST_DAYS = 14


def allow_more_time() -> None:
    """In the demo the City's own goals may be extended; the law's may not."""
    GoalVersion.objects.filter(standard=Standard.CITY, amount__isnull=False).update(
        max_extension_days=MOST_DAYS
    )


def more_time_asked(life: Life) -> Story:
    """The start is planned too late, and the team lead has yet to decide on a week more."""
    yield from planned_late(life)
    on = days_ago(life, 1)
    by = yield Turn(on, life.caseworker)
    _ask(life, by, on)


def more_time_granted(life: Life) -> Story:
    """The same, and the team lead has granted the week: the plan is in time."""
    yield from planned_late(life)
    on = days_ago(life, 4)
    by = yield Turn(on, life.caseworker)
    extension = _ask(life, by, on)
    on = days_ago(life, 2)
    by = yield Turn(on, lambda: life.city.staff["team-lead-east"])
    extension.grant(by=by, today=on)


def more_time_denied(life: Life) -> Story:
    """The same, and the team lead has said no, why, and what to do instead: the plan is still too late."""
    yield from planned_late(life)
    on = days_ago(life, 5)
    by = yield Turn(on, life.caseworker)
    extension = _ask(life, by, on)
    on = days_ago(life, 3)
    by = yield Turn(on, lambda: life.city.staff["team-lead"])
    extension.deny(reason=words.NO_MORE_TIME, actions=words.INSTEAD, by=by, today=on)


def _ask(life: Life, by: User, on: date) -> Extension:
    clock = Clock.objects.select_related("version", "case").get(
        case=life.case, goal=STARTED, standard=Standard.CITY
    )
    return Extension.objects.ask(clock=clock, days=7, reason=words.MORE_TIME, by=by, today=on)
