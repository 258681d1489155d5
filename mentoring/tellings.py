"""What open counselling adds to the lines of a case's history: what was said then, and why something was mended."""

from collections import defaultdict
from collections.abc import Sequence

from mentoring.models import Visit
from mentoring.verbs import Verb
from refugees.models import CaseLine
from refugees.tellings import nearest, reason_given
from refugees.verbs import Telling

WITH_A_REASON = {Verb.CORRECTED, Verb.TAKEN_BACK}


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """What was said, as it was written then. One query."""
    ours = [line for line in lines if line.verb in Verb]
    events = defaultdict(list)
    rows = {line.details["visit"] for line in ours}
    for event in Visit.pgh_event_model.objects.filter(pgh_obj_id__in=rows).order_by("pgh_id"):
        events[event.pgh_obj_id].append(event)
    found = {}
    for line in ours:
        event = nearest(events[line.details["visit"]], line)
        text = (event.note if line.verb == Verb.CAME else event.said) if event else ""
        found[line.pk] = Telling(text=text, reason=reason_given(event) if line.verb in WITH_A_REASON else "")
    return found
