"""Measures with their company, and absences, in the fields of the state's reporting (refugees/reporting.py)."""

from collections.abc import Iterator, Sequence

from internships.models import Ground, Placement, StayedAway
from refugees.models import Occupation
from refugees.reporting import TAKEN_BACK, Reported, ReportRow, in_iso
from refugees.reports import measure_row


def measures(case_ids: Sequence[int]) -> Iterator[ReportRow]:
    """Every occupation; of those at a company its CVR, P-number and tasks. Two queries."""
    placed = Placement.objects.filter(occupation__case__any_of=case_ids).select_related(
        "company", "unit", "offer__opening"
    )
    by_occupation = {placement.occupation_id: placement for placement in placed}
    rows = Occupation.objects.filter(case__any_of=case_ids).select_related("recorded_by").order_by("pk")
    for row in rows:
        placement = by_occupation.get(row.pk)
        if placement is None:
            yield measure_row(row)
            continue
        opening = placement.offer.opening if placement.offer else None
        yield measure_row(
            row,
            title=opening.tasks if opening else "",
            cvr=placement.company.cvr,
            p_number=placement.unit.p_number if placement.unit else "",
        )


def absences(case_ids: Sequence[int]) -> Iterator[ReportRow]:
    """Days away from measures and classes, with what was judged and decided. What was said stays here. One query."""
    rows = StayedAway.objects.filter(case__any_of=case_ids).select_related("recorded_by", "decision")
    for away in rows.order_by("pk"):
        yield away_row(away)


def away_row(away: StayedAway) -> ReportRow:
    """One such absence."""
    decision = getattr(away, "decision", None)
    return ReportRow(
        Reported.ABSENCE,
        away.public_id,
        away.case_id,
        {
            "event_on": in_iso(away.first_on),
            "registered_on": in_iso(away.recorded_at),
            "registering_caseworker": away.recorded_by.name if away.recorded_by else "",
            "from_key": str(away.attended),
            "type": away.attended_kind,
            "first_on": in_iso(away.first_on),
            "last_on": in_iso(away.last_on),
            "told_by": away.told_by,
            "told_on": in_iso(away.told_on),
            "ground": away.ground if away.ground != Ground.OPEN else "not-judged",
            "decision": decision.consequence if decision else "",
            "decided_on": in_iso(decision.decided_on) if decision else "",
            "status": TAKEN_BACK if away.taken_back_at else "",
            "status_reason": away.correction_reason if away.taken_back_at else "",
            "correction_reason": "" if away.taken_back_at else away.correction_reason,
        },
    )
