"""What goes on every month in both units: breaches are answered, loads evened out, colleagues come and go."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from accounts.models import User
from accounts.scope import system_scope
from copenhagen_model.demo import words
from copenhagen_model.demo.arrivals import FIRST_MONTH
from copenhagen_model.demo.diary import REASON, Story, Turn
from copenhagen_model.demo.roster import Roster
from copenhagen_model.demo.writing import read_messages
from goals.models import Cause, Conversation
from refugees.models import TeamMember
from refugees.parts import Part

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# A week after a promise went over, and again while it stays so.
ANSWERED_AFTER = (6, 34, 69)
# The last days' breaches are left for whoever looks at the demo.
LEFT_OPEN = timedelta(days=9)
LATELY = timedelta(days=400)
CAUSES = {
    Cause.CITY: 30,
    Cause.PARTNER: 25,
    Cause.PERSON: 20,
    Cause.NOTHING_AVAILABLE: 20,
    Cause.DATA_ERROR: 5,
}


def answering(city: "City", night: date) -> Story:
    """After a night in which promises went over, caseworkers say why, and what happens next."""
    for days in ANSWERED_AFTER:
        day = city.office_day(night + timedelta(days=days))
        if day >= city.today - LEFT_OPEN:
            return
        yield Turn(day)
        open_ones = Conversation.objects.open()
        if not open_ones.exists():
            return
        for conversation in open_ones.needs_answer(day).select_related("case").order_by("pk"):
            _answer(city, conversation, day)


def _answer(city: "City", conversation: Conversation, day: date) -> None:
    rng = city.rng(conversation.case.number, day)
    by = next((user for roster in city.caseworkers if (user := roster.holder(conversation.case))), None)
    # A scene answers for itself, or means to leave the question open.
    if by is None or city.is_scene(conversation.case):
        return
    if rng.random() < 0.2:
        with system_scope(REASON, by=by):
            conversation.acknowledge(by=by, on=day)  # taken, and not answered before the next round
        return
    cause = rng.choices(list(CAUSES), weights=CAUSES.values())[0]
    with system_scope(REASON, by=by):
        conversation.reply(
            by=by,
            on=day,
            cause=cause,
            explanation=rng.choice(words.EXPLANATIONS[cause]),
            next_step=rng.choice(words.NEXT_STEPS),
            next_on=day + timedelta(days=rng.randint(7, 35)),
            reason=rng.choice(["", *cause.reasons]),
        )


def reviewing(city: "City") -> Story:
    """Every quarter a colleague too many takes on other work; lately the leads even the loads out every month."""
    rosters = [
        (city.caseworkers[0], Part.CASEWORKER, "team-lead"),
        (city.caseworkers[1], Part.CASEWORKER, "team-lead-east"),
        (city.mentors, Part.HOLISTIC_MENTOR, "mentor-coordinator"),
        (city.retention_mentors, Part.RETENTION_MENTOR, "mentor-coordinator"),
    ]
    month = FIRST_MONTH
    while True:
        is_lately = month > city.today - LATELY
        day = city.office_day(month + timedelta(days=16))
        yield Turn(day)
        for roster, part, who in rosters:
            by = city.staff[who]
            with system_scope(REASON, by=by):
                _review(roster, part, day, by, evens_out=is_lately)
        read_messages(day)
        month += relativedelta(months=1 if is_lately else 3)


def _review(roster: Roster, part: Part, day: date, by: User, *, evens_out: bool) -> None:
    for step in roster.review(day, evens_out=evens_out):
        if isinstance(step, User):
            step.leave()
            continue
        held = step.held
        TeamMember.objects.assign(case=held.case, user=step.to, part=part, on=day, until=held.until, by=by)
