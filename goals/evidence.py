"""Which recorded dates speak for a clock: what most pillars put on a receipt first."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from goals.registry import Evidence, Words
from refugees.events import KeyEvent
from refugees.models import KeyDate


def recorded(row: Any, what: Words, on: date | None, *, source: Words = "", note: Words = "") -> Evidence:
    """A row says so: with who recorded it and when."""
    by = row.recorded_by.name if row.recorded_by else ""
    return Evidence(what=what, on=on, source=source, by=by, recorded_at=row.recorded_at, note=note)


def key_date_evidence(case_id: int, event: KeyEvent) -> list[Evidence]:
    """Every value that was ever recorded of one dated event of a case, the earlier ones first."""
    rows = KeyDate.objects.filter(case_id=case_id, event=event).select_related("recorded_by")
    return [
        recorded(row, KeyEvent(event).label, row.on, source=row.get_source_display(), note=_note(row))
        for row in rows.order_by("-superseded_at", "-pk").reverse()
    ]


def _note(row: KeyDate) -> Words:
    if row.superseded_at:
        return _("was believed until it was replaced")
    if row.is_proposed:
        return _("proposed by the rule, not yet confirmed")
    return row.reason_words
