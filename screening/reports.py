"""Contracts in the fields of the state's reporting (refugees/reporting.py)."""

from collections.abc import Iterator, Sequence

from refugees.reporting import TAKEN_BACK, Reported, ReportRow, in_iso
from screening.models import Contract


def contracts(case_ids: Sequence[int]) -> Iterator[ReportRow]:
    """Each version that was concluded: version, status, goal (DFG § 40). Drafts are not told. One query."""
    rows = Contract.objects.filter(case__any_of=case_ids, concluded_on__isnull=False)
    for row in rows.select_related("recorded_by").order_by("pk"):
        yield ReportRow(
            Reported.CONTRACT,
            row.public_id,
            row.case_id,
            {
                "event_on": in_iso(row.concluded_on),
                "registered_on": in_iso(row.recorded_at),
                "registering_caseworker": row.recorded_by.name if row.recorded_by else "",
                "version": row.number,
                "contract_status": "withdrawn" if row.withdrawn_at else "in-force",
                "goal": row.goal,
                "status": TAKEN_BACK if row.withdrawn_at else "",
                "status_reason": row.withdrawal_reason,
            },
        )
