"""The days away on the overview of a case, and what the history adds to their lines."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from internships.away_steps import stage, waits_for_us
from internships.away_verbs import AwayVerb
from internships.models import StayedAway
from refugees.models import Case, CaseLine
from refugees.panels import Panel
from refugees.verbs import Telling


def away_panel(case: Case, user: User, today: date) -> Panel | None:
    """Days away from measures and classes, and where each stands. One query; nothing before the first."""
    rows = list(StayedAway.objects.standing().filter(case=case).latest_first())
    if not rows:
        return None
    stories = [{"away": row, "stage": stage(row), "waits": waits_for_us(row, today)} for row in rows]
    return Panel("internships/_stayed_away_panel.html", {"stories": stories}, is_aside=True)


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """From what the person stayed away, with the reason of a correction. Two queries."""
    ours = [line for line in lines if line.verb in AwayVerb and "stayed_away" in line.details]
    if not ours:
        return {}
    keys = {line.details["stayed_away"] for line in ours}
    names = dict(StayedAway.objects.filter(pk__in=keys).values_list("pk", "attended_name"))
    events = StayedAway.pgh_event_model.objects.filter(pgh_obj_id__in=keys)
    given = {
        (row, version): why
        for row, version, why in events.values_list("pgh_obj_id", "version", "correction_reason")
    }
    told = {}
    for line in ours:
        key = line.details["stayed_away"]
        mended = line.verb in {AwayVerb.CORRECTED, AwayVerb.TAKEN_BACK}
        reason = given.get((key, line.details["version"]), "") if mended else ""
        told[line.pk] = Telling(text=names.get(key, ""), reason=reason)
    return told
