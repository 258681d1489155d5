"""A child's place on the overview of its case, and what the history adds to its lines."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from refugees.models import Case, CaseLine
from refugees.panels import Panel
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling
from screening.child_place_verbs import ChildPlaceVerb
from screening.models import ChildPlace

WITH_A_REASON = {ChildPlaceVerb.CORRECTED, ChildPlaceVerb.TAKEN_BACK}


def child_panel(case: Case, user: User, today: date) -> Panel | None:
    """Where the child spends the day. One query; nothing before the first."""
    rows = list(ChildPlace.objects.standing().filter(case=case).latest_first())
    if not rows:
        return None
    return Panel(
        "screening/_child_place.html",
        {"rows": rows, "may_write": user.can(Permission.WRITE_CASE)},
        is_aside=True,
    )


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """Where the place is or why none is wanted, as it was written then, and why something was mended. One query."""
    ours = [line for line in lines if line.verb in ChildPlaceVerb and "child_place" in line.details]
    events = events_behind(ChildPlace, ours, "child_place")
    found = {}
    for line in ours:
        event = nearest(events[line.details["child_place"]], line)
        reason = reason_given(event) if line.verb in WITH_A_REASON else ""
        found[line.pk] = Telling(text=(event.where or event.why) if event else "", reason=reason)
    return found
