"""What the facts of this app add to the lines of a case's history: the provider, and the reasons given."""

from collections.abc import Sequence

from refugees.models import CaseLine
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling
from screening.models import Contract, DanishReferral, Expectations
from screening.profile import tellings as profile
from screening.verbs import Verb

WITH_A_REASON = {Verb.DANISH_CORRECTED, Verb.DANISH_TAKEN_BACK}


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """To which provider, as it was written then, and why something was mended. Two queries."""
    ours = [line for line in lines if line.verb in Verb and "danish" in line.details]
    events = events_behind(DanishReferral, ours, "danish")
    found = {}
    for line in ours:
        event = nearest(events[line.details["danish"]], line)
        reason = reason_given(event) if line.verb in WITH_A_REASON else ""
        found[line.pk] = Telling(text=event.provider if event else "", reason=reason)
    return found | _withdrawn_contracts(lines) | _withdrawn_expectations(lines) | profile.tell(lines)


def _withdrawn_contracts(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """Why a version was withdrawn: said once, so the row still knows it."""
    ours = {line.details["contract"]: line for line in lines if line.verb == Verb.CONTRACT_WITHDRAWN}
    reasons = Contract.objects.filter(pk__in=ours).values_list("pk", "withdrawal_reason")
    return {ours[pk].pk: Telling(reason=reason) for pk, reason in reasons}


def _withdrawn_expectations(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """The same of expectations."""
    ours = {line.details["expectations"]: line for line in lines if line.verb == Verb.EXPECTATIONS_WITHDRAWN}
    reasons = Expectations.objects.filter(pk__in=ours).values_list("pk", "withdrawal_reason")
    return {ours[pk].pk: Telling(reason=reason) for pk, reason in reasons}
