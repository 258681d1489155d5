"""What the facts of this app add to the lines of a case's history: the company, and the reasons given."""

from collections.abc import Sequence
from typing import Any

from internships.models import Offer, PlacementAgreement
from internships.verbs import Verb
from refugees.models import CaseLine
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """At which company, and why, in three queries at most."""
    ours = [line for line in lines if line.verb in Verb and "offer" in line.details]
    rows = {line.details["offer"] for line in ours}
    if not rows:
        return {}
    withdrawn = _why_withdrawn(ours)
    companies = dict(Offer.objects.filter(pk__in=rows).values_list("pk", "company__name"))
    events = events_behind(Offer, ours, "offer")
    found = {}
    for line in ours:
        row = line.details["offer"]
        reason = _reason(line, events[row]) or withdrawn.get(line.pk, "")
        found[line.pk] = Telling(text=companies.get(row, ""), reason=reason)
    return found


def _why_withdrawn(lines: Sequence[CaseLine]) -> dict[int, str]:
    """Why agreements with companies were withdrawn, by the line that says so."""
    about = {line.pk: line.details["agreement"] for line in lines if line.verb == Verb.AGREEMENT_WITHDRAWN}
    rows = PlacementAgreement.objects.filter(pk__in=about.values())
    reasons = dict(rows.values_list("pk", "withdrawal_reason"))
    return {line: reasons.get(row, "") for line, row in about.items()}


def _reason(line: CaseLine, events: list[Any]) -> str:
    """As it was given then: the row itself keeps only the last one."""
    if line.verb == Verb.ANSWERED:
        event = nearest(events, line, lambda event: event.answer == line.details["answer"])
        return event.answer_reason if event else ""
    if line.verb == Verb.NOT_STARTED:
        event = nearest(events, line, lambda event: event.not_started_on is not None)
        return event.not_started_reason if event else ""
    if line.verb == Verb.MAY_STILL_START:
        return reason_given(nearest(events, line, lambda event: event.not_started_on is None))
    return ""
