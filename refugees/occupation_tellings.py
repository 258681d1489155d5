"""What the facts of occupations add to the lines of a case's history: where it was, and the reasons given."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from refugees.hours import in_hours
from refugees.models import CaseLine, Occupation
from refugees.occupation_kinds import GivesSu
from refugees.occupation_verbs import OccupationVerb
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling


def hours(minutes: int) -> str:
    """Minutes in a line, as hours."""
    return in_hours(minutes) if minutes else _("not known")


def su(gives_su: str) -> str:
    """Whether an education gives SU, within a line."""
    return {
        GivesSu.YES: _("gives SU"),
        GivesSu.NO: _("gives no SU"),
    }.get(gives_su, _("not known whether it gives SU"))


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """Where, and why, in two queries at most."""
    ours = [line for line in lines if line.verb in OccupationVerb and "occupation" in line.details]
    if not ours:
        return {}
    rows = {line.details["occupation"] for line in ours}
    places = dict(Occupation.objects.filter(pk__in=rows).values_list("pk", "place"))
    events = events_behind(Occupation, ours, "occupation")
    found = {}
    for line in ours:
        row = line.details["occupation"]
        found[line.pk] = Telling(text=places.get(row, ""), reason=_reason(line, events[row]))
    return found


def _reason(line: CaseLine, events: list[Any]) -> str:
    """As it was given then: the row itself keeps only the last one."""
    if line.verb == OccupationVerb.STARTED:
        return events[0].late_reason if events else ""
    if line.verb == OccupationVerb.ENDED:
        event = nearest(events, line, lambda event: event.last_on is not None)
        return event.ending_words if event else ""
    if line.verb == OccupationVerb.START_CORRECTED:
        event = nearest(events, line, lambda event: event.started_on.isoformat() == line.details["date"])
        return event.correction_reason if event else ""
    if line.verb == OccupationVerb.TAKEN_BACK:
        event = nearest(events, line, lambda event: event.taken_back_at is not None)
        return event.correction_reason if event else ""
    if "corrected" in line.details:
        event = nearest(events, line, lambda event: _says(event, line))
        return event.correction_reason if event else ""
    if line.verb == OccupationVerb.NEXT_TAKEN_BACK:
        return reason_given(nearest(events, line, lambda event: event.next_step_on is None))
    return ""


def _says(event: Any, line: CaseLine) -> bool:
    """Whether the row stood then as the line of a correction says: the hours, or the agreed last day."""
    if line.verb == OccupationVerb.HOURS_STATED:
        return (event.minutes_a_week or 0) == line.details["minutes"]
    return str(event.planned_last_on or "") == line.details.get("date", "")
