"""Days before and after the takeover of the case of the cast, and an exemption between them."""

from datetime import date

from refugees.models import JobReadiness

# The case of the cast lives on a benefit from its takeover, 2 November 2026.
SEPTEMBER, TAKEOVER, TENTH, LATER = (
    date(2026, 9, 1),
    date(2026, 11, 2),
    date(2026, 11, 10),
    date(2026, 11, 17),
)


def exempt(case, by, start, end=None):
    """Obviously unable to take part from that day; until another, if it ended."""
    row = JobReadiness.objects.decide(case=case, is_ready=False, on=start, reason="In hospital.", by=by)
    if end:
        JobReadiness.objects.decide(case=case, is_ready=True, on=end, reason="", by=by)
    return row
