"""Lead times of a goal, and the clock that counts with them."""

from goals.models import Clock, LeadTime
from tests.factories import TODAY

GOAL = "internship-started"


def lead_time(unit, position, **facts):
    """A step of the goal in that unit."""
    return LeadTime.objects.create(unit=unit, goal=GOAL, step=f"step{position}", position=position, **facts)


def clock_of(case, day=TODAY):
    """The promise of that goal, as it stands that day."""
    return Clock.objects.with_urgency(day).get(case=case, goal=GOAL)
