"""The Danish classes that people attend, for whoever asks what they attend (refugees/attended.py)."""

from collections.abc import Iterator, Sequence

from refugees.attended import Attended, AttendedKind
from screening.models import DanishReferral


def classes(case_ids: Sequence[int]) -> Iterator[Attended]:
    """The classes of these cases, in one query: from the first lesson, or the referral while that is not known."""
    rows = DanishReferral.objects.standing().filter(case__any_of=case_ids).order_by("referred_on", "pk")
    for row in rows:
        yield Attended(
            case_id=row.case_id,
            key=row.public_id,
            kind=AttendedKind.DANISH,
            name=row.provider,
            starts_on=row.starts_on or row.referred_on,
            ends_on=row.ended_on,
            minutes_a_week=row.minutes_a_week,
        )
