"""What people attend, measures and classes: told by the pillar that owns each, to those that must not import it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AttendedKind(TextChoices):
    """What somebody attends."""

    INTERNSHIP = "internship", _("Company internship")
    WAGE_SUBSIDY = "wage-subsidy", _("Wage-subsidy job")
    COMMUNITY_WORK = "community-work", _("Community work")
    JOB = "job", _("Ordinary job")
    IGU = "igu", _("Basic integration education (IGU)")
    EDUCATION = "education", _("Education")
    DANISH = "danish", _("Danish education")


@dataclass(frozen=True, slots=True)
class Attended:
    """One measure or class of one case: its name for addresses, what it is, where, when, how much a week."""

    case_id: int
    key: UUID
    kind: AttendedKind
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    minutes_a_week: int | None = None

    def lies_on(self, day: date) -> bool:
        """Whether the person was to attend it on that day, as far as its days are known."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


# For any number of cases, in a fixed number of queries.
Reader = Callable[[Sequence[int]], Iterable[Attended]]
_readers: list[Reader] = []


def register(reader: Reader) -> None:
    """Let a pillar tell what people attend by its facts."""
    if reader not in _readers:
        _readers.append(reader)


def attended(case_ids: Sequence[int]) -> list[Attended]:
    """All that people of these cases attend or attended, the latest first."""
    found = [each for reader in _readers for each in reader(case_ids)]
    return sorted(found, key=lambda each: (each.starts_on or date.min, str(each.key)), reverse=True)
