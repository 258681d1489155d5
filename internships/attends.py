"""The measures, jobs and educations that people attend, for whoever asks what they attend (refugees/attended.py)."""

from collections.abc import Iterator, Sequence

from refugees.attended import Attended, AttendedKind
from refugees.models import Occupation


def measures(case_ids: Sequence[int]) -> Iterator[Attended]:
    """What was begun on these cases, in one query."""
    for row in Occupation.objects.standing().filter(case__any_of=case_ids).in_order():
        yield Attended(
            case_id=row.case_id,
            key=row.public_id,
            kind=AttendedKind(row.kind),
            name=row.place,
            starts_on=row.started_on,
            ends_on=row.last_on,
            minutes_a_week=row.minutes_a_week,
        )
