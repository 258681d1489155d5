"""Doubts about availability on the overview of a case, and what the history adds to their lines."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from internships.doubt_verbs import DoubtVerb
from internships.models import AvailabilityDoubt
from refugees.models import Case, CaseLine
from refugees.panels import Panel
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling

WITH_A_REASON = {DoubtVerb.CORRECTED, DoubtVerb.TAKEN_BACK}


def doubts_panel(case: Case, user: User, today: date) -> Panel | None:
    """What was received after a control, and when. One query; nothing before the first."""
    rows = list(AvailabilityDoubt.objects.standing().filter(case=case).latest_first())
    if not rows:
        return None
    holds = {"rows": rows, "may_write": user.can(Permission.WRITE_CASE)}
    return Panel("internships/_doubts.html", holds, is_aside=True)


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """What was received, as it was written then, and why something was mended. One query."""
    ours = [line for line in lines if line.verb in DoubtVerb and "doubt" in line.details]
    events = events_behind(AvailabilityDoubt, ours, "doubt")
    found = {}
    for line in ours:
        event = nearest(events[line.details["doubt"]], line)
        said = "" if event is None else event.received
        if event and line.verb == DoubtVerb.SENT_BACK:
            said = event.sent_back_to
        reason = reason_given(event) if line.verb in WITH_A_REASON else ""
        found[line.pk] = Telling(text=said, reason=reason)
    return found
