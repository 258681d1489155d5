"""Interviews as the tests plan and hold them."""

import uuid
from datetime import date, time

from accounts.models import User
from refugees.models import Case
from screening.models import Answer, Given, Interview
from tests.factories import TODAY


def plan(case: Case, by: User, *, kind: str = "first", on: date = TODAY, **facts: object) -> Interview:
    """An hour at the asylum centre, with an interpreter in the room."""
    usual = {
        "planned_on": on,
        "starts": time(10),
        "ends": time(11),
        "form": "in-person",
        "place": "Invented",
        "interviewer": by,
        "interpreter_kind": "in-person",
        "interpreter": "ar",
        "participants": ["centre"],
    }
    return Interview.objects.plan(case=case, kind=kind, by=by, **usual | facts)


def hold(case: Case, by: User, *, kind: str = "first", on: date = TODAY, **answers: object) -> Interview:
    """One that was held on that day, with these answers."""
    interview = plan(case, by, kind=kind, on=on)
    say(interview, by, **answers)
    interview.hold(on=on, today=TODAY, by=by)
    return interview


def say(interview: Interview, by: User, *, skipped: bool = False, **answers: object) -> None:
    """These answers, under the keys of their questions with an underscore for each hyphen."""
    given = [
        Given(
            question=name.replace("_", "-"),
            value=None if skipped else value,
            skipped=value if skipped else "",
            client=uuid.uuid4(),
            sequence=1,
            seen=0,
        )
        for name, value in answers.items()
    ]
    Answer.objects.keep(interview=interview, given=given, by=by)
