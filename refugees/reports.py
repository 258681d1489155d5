"""Talks and measures in the fields of the state's reporting (refugees/reporting.py)."""

from collections.abc import Iterator, Sequence

from refugees.models import Occupation, Talk
from refugees.occupation_kinds import NOT_AS_AGREED
from refugees.reporting import BROKEN_OFF, NO, TAKEN_BACK, YES, Reported, ReportRow, hours_and_minutes, in_iso


def talks(case_ids: Sequence[int]) -> Iterator[ReportRow]:
    """The talks of these cases. One query."""
    for talk in Talk.objects.filter(case__any_of=case_ids).select_related("recorded_by").order_by("pk"):
        yield talk_row(talk)


def talk_row(talk: Talk) -> ReportRow:
    """One talk: date, type, form, agreement, participants with their role (DFG § 27)."""
    return ReportRow(
        Reported.TALK,
        talk.public_id,
        talk.case_id,
        {
            "event_on": in_iso(talk.on),
            "registered_on": in_iso(talk.recorded_at),
            "registering_caseworker": talk.recorded_by.name if talk.recorded_by else "",
            "type": talk.kind,
            "form": talk.form,
            "was_held": YES if talk.was_held else NO,
            "agreement": talk.agreement,
            "participants": ", ".join(talk.participants),
            "status": TAKEN_BACK if talk.taken_back_at else "",
            "status_reason": talk.correction_reason if talk.taken_back_at else "",
            "remark": talk.why_not,
            "correction_reason": "" if talk.taken_back_at else talk.correction_reason,
        },
    )


def measure_row(row: Occupation, *, title: str = "", cvr: str = "", p_number: str = "") -> ReportRow:
    """One occupation as a measure (DFG § 43); the pillar of companies knows title and numbers."""
    hours, minutes = hours_and_minutes(row.minutes_a_week)
    is_broken_off = row.ending in NOT_AS_AGREED
    status = TAKEN_BACK if row.taken_back_at else BROKEN_OFF if is_broken_off else ""
    reasons = {TAKEN_BACK: row.correction_reason, BROKEN_OFF: row.ending}
    return ReportRow(
        Reported.MEASURE,
        row.public_id,
        row.case_id,
        {
            "event_on": in_iso(row.started_on),
            "registered_on": in_iso(row.recorded_at),
            "registering_caseworker": row.recorded_by.name if row.recorded_by else "",
            "type": row.kind,
            "title": title,
            "starts_on": in_iso(row.started_on),
            "ends_on": in_iso(row.last_on or row.planned_last_on),
            "hours_a_week": hours,
            "minutes_a_week": minutes,
            "cvr": cvr,
            "p_number": p_number,
            "status": status,
            "status_reason": reasons.get(status, ""),
            "remark": " ".join(filter(None, [row.late_reason, row.ending_words])),
            "correction_reason": "" if row.taken_back_at else row.correction_reason,
        },
    )
