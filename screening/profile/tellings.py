"""What the rows of a profile add to the lines of a case's history: what was written, and what stood there before."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from refugees.models import CaseLine
from refugees.tellings import events_behind, nearest
from refugees.verbs import Telling
from screening.profile.parts import PARTS
from screening.verbs import Verb

# Which event of a row's history each line was written with.
OURS: dict[str, Callable[[Any], bool]] = {
    Verb.PROFILE_ADDED: lambda event: event.pgh_label == "insert",
    Verb.PROFILE_CORRECTED: lambda event: event.pgh_label == "update" and event.removed_at is None,
    Verb.PROFILE_REMOVED: lambda event: event.removed_at is not None,
}


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """The words of each row as they stood then; of a correction those before it too. One query a section at most."""
    by_section = defaultdict(list)
    for line in lines:
        if line.verb in OURS:
            by_section[line.details["section"]].append(line)
    found: dict[int, Telling] = {}
    for section, ours in by_section.items():
        found |= _told(section, ours)
    return found


def _told(section: str, lines: Sequence[CaseLine]) -> dict[int, Telling]:
    model = PARTS[section].model
    events = events_behind(model, lines, "entry")
    found = {}
    for line in lines:
        known = events[line.details["entry"]]
        event = nearest(known, line, OURS[line.verb])
        if event is None:
            continue
        place = known.index(event)
        before = model.told(known[place - 1]) if line.verb == Verb.PROFILE_CORRECTED and place else ""
        found[line.pk] = Telling(text=model.told(event), before=before)
    return found
