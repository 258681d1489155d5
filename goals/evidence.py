"""Which recorded dates speak for a clock: what most pillars put on a receipt first."""

from django.utils.translation import gettext_lazy as _

from goals.registry import Evidence, Words
from refugees.events import KeyEvent
from refugees.models import KeyDate


def key_date_evidence(case_id: int, event: KeyEvent) -> list[Evidence]:
    """Every value that was ever recorded of one dated event of a case, the earlier ones first."""
    rows = KeyDate.objects.filter(case_id=case_id, event=event).select_related("recorded_by")
    return [
        Evidence(
            what=KeyEvent(event).label,
            on=row.on,
            source=row.get_source_display(),
            by=row.recorded_by.name if row.recorded_by else "",
            recorded_at=row.recorded_at,
            note=_note(row),
        )
        for row in rows.order_by("-superseded_at", "-pk").reverse()
    ]


def _note(row: KeyDate) -> Words:
    if row.superseded_at:
        return _("was believed until it was replaced")
    if row.is_proposed:
        return _("proposed by the rule, not yet confirmed")
    return row.reason_words
