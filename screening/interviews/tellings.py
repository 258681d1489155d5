"""What the facts of this app add to the lines of a case's history: why an interview was not held, moved, reopened."""

from collections.abc import Sequence

from refugees.models import CaseLine
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling
from screening.interviews.verbs import Verb
from screening.models import Interview

NOT_AS_PLANNED = {Verb.NOT_HELD, Verb.MOVED}


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """The reasons behind these lines, in one query: as they were given then, whatever was recorded since."""
    ours = [line for line in lines if line.verb in {*NOT_AS_PLANNED, Verb.REOPENED} and "row" in line.details]
    events = events_behind(Interview, ours, "row")
    told = {}
    for line in ours:
        of_row = events[line.details["row"]]
        if line.verb == Verb.REOPENED:
            reason = reason_given(nearest(of_row, line, lambda event: not event.outcome))
        else:
            event = nearest(of_row, line, lambda event: bool(event.why_not))
            reason = event.why_not if event else ""
        told[line.pk] = Telling(reason=reason)
    return told
