"""How far the people of the demo's mentor have come with their checklists: one has hardly begun, one is nearly through.

INVENTED, like everything in the demo city.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from accounts.models import User
from accounts.scope import system_scope
from copenhagen_model.demo.diary import REASON
from mentoring.models import ChecklistMark, ChecklistVersion, MarkState
from refugees.models import Case

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# Of each of the mentor's people: what was ticked, and how many days ago. For the last, nothing has been said yet.
TICKED = [
    [
        ("cpr-letter", 16),
        ("travel-card", 16),
        ("doctor", 11),
        ("mitid", 9),
        ("bank", 6),
        ("danish-school", 3),
    ],
    [("travel-card", 8)],
    [("cpr-letter", 14), ("bank", 12), ("nemkonto", 8), ("mitid", 8), ("doctor", 8), ("travel-card", 7)],
]
# What is not relevant to the third of them, and a tick of the first that was wrong.
NOT_RELEVANT = ("first-day-at-work", "Er i gang med en uddannelse.")
WRONG = ("doctor", "Brevet om lægen kom først dagen efter.")
# What the team lead would like to add to the list.
WISHED = {"danish": "Lånerkort til biblioteket", "english": "Library card"}


def from_the_mentor(city: "City", by: User, day: date) -> None:
    """Ticked by the mentor who signs in on the demo; and the draft of another list, which waits for its day."""
    parts = by.team_parts.mentors().on(day).filter(case__closed_on=None).select_related("case__person")
    cases = [part.case for part in parts.order_by("-during", "pk")]
    for case, ticked in zip(cases, TICKED, strict=False):
        for key, ago in ticked:
            _say(case, key, by, day - timedelta(days=ago), state=MarkState.DONE)
    for case in cases[2:3]:
        _say(case, NOT_RELEVANT[0], by, day, state=MarkState.NOT_RELEVANT, reason=NOT_RELEVANT[1])
    for case in cases[:1]:
        _say(case, WRONG[0], by, day, state=MarkState.DONE, correction_reason=WRONG[1])
    lead = city.staff["team-lead"]
    with system_scope(REASON, by=lead):
        draft = ChecklistVersion.objects.draft(today=day, by=lead)
        draft.add(by=lead, audience="everybody", blocked_by=[], url="", **WISHED)


def _say(case: Case, key: str, by: User, on: date, **facts: object) -> None:
    """People do things in another order than the list: whoever ticked was asked."""
    ChecklistMark.objects.say(case=case, key=key, on=on, today=on, by=by, is_anyway=True, **facts)
