"""What the facts of this app add to the lines of a case's history: the company, and the reasons given."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from internships.models import Offer, Placement
from internships.verbs import Verb
from refugees.models import CaseLine
from refugees.tellings import nearest, reason_given
from refugees.verbs import Telling


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """At which company, and why, in four queries at most."""
    found = {}
    for model, key in ((Offer, "offer"), (Placement, "placement")):
        ours = [line for line in lines if line.verb in Verb and key in line.details]
        rows = {line.details[key] for line in ours}
        companies = dict(model.objects.filter(pk__in=rows).values_list("pk", "company__name"))
        events = _by_row(model.pgh_event_model.objects.filter(pgh_obj_id__in=rows).order_by("pgh_id"))
        for line in ours:
            row = line.details[key]
            found[line.pk] = Telling(text=companies.get(row, ""), reason=_reason(line, events[row]))
    return found


def _by_row(events: Iterable[Any]) -> dict[int, list[Any]]:
    found = defaultdict(list)
    for event in events:
        found[event.pgh_obj_id].append(event)
    return found


def _reason(line: CaseLine, events: list[Any]) -> str:
    """As it was given then: the row itself keeps only the last one."""
    if line.verb == Verb.ANSWERED:
        event = nearest(events, line, lambda event: event.answer == line.details["answer"])
        return event.answer_reason if event else ""
    if line.verb == Verb.START_CORRECTED:
        event = nearest(events, line, lambda event: event.started_on.isoformat() == line.details["date"])
        return event.correction_reason if event else ""
    if line.verb == Verb.TAKEN_BACK:
        event = nearest(events, line, lambda event: event.taken_back_at is not None)
        return event.correction_reason if event else ""
    if line.verb == Verb.NEXT_TAKEN_BACK:
        return reason_given(nearest(events, line, lambda event: event.next_step_on is None))
    return ""
