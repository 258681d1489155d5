"""What the facts of this app add to the lines of a case's history: why something was corrected or decided."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import models

from refugees.models import BenefitPeriod, Case, CaseLine, CountedActivity, HoursCut, JobReadiness, KeyDate
from refugees.models.case_period import CasePeriod
from refugees.verbs import Telling, Verb
from refugees.week_kinds import WeekVerb

# Whose corrections are told: the model, where a line names its row, the verbs of the lines.
PERIODS = [
    (JobReadiness, "decision", {Verb.READINESS_CORRECTED, Verb.READINESS_WITHDRAWN}),
    (BenefitPeriod, "period", {Verb.BENEFIT_CORRECTED, Verb.BENEFIT_WITHDRAWN}),
    (CountedActivity, "counted", {WeekVerb.COUNTED_CORRECTED, WeekVerb.COUNTED_WITHDRAWN}),
    (HoursCut, "cut", {WeekVerb.CUT_CORRECTED, WeekVerb.CUT_WITHDRAWN}),
]


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """The reasons behind these lines, in eight queries at most."""
    reasons: dict[int, str] = {}
    corrected = lines_of(lines, Verb.DATE_CORRECTED, "key_date")
    reasons |= dict(KeyDate.objects.filter(pk__in=corrected).values_list("pk", "reason"))
    found = {line.pk: reasons.get(key, "") for key, line in corrected.items()}
    found |= _withdrawn(lines_of(lines, Verb.DATE_WITHDRAWN, "key_date"))
    found |= _decided(lines_of(lines, Verb.READINESS, "decision"))
    for model, key, verbs in PERIODS:
        found |= _put_right(model, key, [line for line in lines if line.verb in verbs])
    found |= _changed_ground([line for line in lines if line.verb == Verb.GROUND_CHANGED])
    return {pk: Telling(reason=reason) for pk, reason in found.items() if reason}


def lines_of(lines: Iterable[CaseLine], verb: str, key: str) -> dict[int, CaseLine]:
    """The lines of one verb by the row that they name; older lines may name none."""
    return {line.details[key]: line for line in lines if line.verb == verb and key in line.details}


def events_behind(model: type[models.Model], lines: Iterable[CaseLine], key: str) -> dict[int, list[Any]]:
    """The history of the rows that these lines name, by row, the oldest first. One query; none without lines."""
    rows = {line.details[key] for line in lines}
    found = defaultdict(list)
    for event in model.pgh_event_model.objects.filter(pgh_obj_id__in=rows).order_by("pgh_id"):
        found[event.pgh_obj_id].append(event)
    return found


def nearest(events: Iterable[Any], line: CaseLine, fits: Callable[[Any], bool] = bool) -> Any | None:
    """The event of the history that was written with a line: of those that fit, the one nearest in time."""
    return min(
        (event for event in events if fits(event)),
        key=lambda event: (abs(event.pgh_created_at - line.at), -event.pgh_id),
        default=None,
    )


def reason_given(event: Any | None) -> str:
    """The reason that stood in the transaction of this event."""
    return (event.pgh_context or {}).get("reason", "") if event else ""


def _withdrawn(lines: dict[int, CaseLine]) -> dict[int, str]:
    events = KeyDate.pgh_event_model.objects.filter(pgh_obj_id__in=lines, superseded_at__isnull=False)
    return {lines[event.pgh_obj_id].pk: reason_given(event) for event in events}


def _decided(lines: dict[int, CaseLine]) -> dict[int, str]:
    # From the history: what was decided then, whatever it was corrected to.
    events = JobReadiness.pgh_event_model.objects.filter(pgh_obj_id__in=lines, pgh_label="insert")
    return {lines[event.pgh_obj_id].pk: event.reason for event in events}


def _put_right(model: type[CasePeriod], key: str, lines: list[CaseLine]) -> dict[int, str]:
    """Why periods were corrected or withdrawn: as it was given then, with the version that it made."""
    if not lines:
        return {}
    events = model.pgh_event_model.objects.filter(pgh_obj_id__in={line.details[key] for line in lines})
    given = dict.fromkeys(events.values_list("pgh_obj_id", "version", "correction_reason"))
    reasons = {(row, version): reason for row, version, reason in given}
    return {line.pk: reasons.get((line.details[key], line.details["version"]), "") for line in lines}


def _changed_ground(lines: list[CaseLine]) -> dict[int, str]:
    if not lines:
        return {}
    events = list(
        Case.pgh_event_model.objects.filter(
            pgh_obj_id__in={line.case_id for line in lines}, pgh_label="update"
        )
    )
    return {
        line.pk: reason_given(
            nearest(events, line, lambda event: event.permit_ground == line.details["ground"])  # noqa: B023
        )
        for line in lines
    }
