"""What is shown of the temporary stays of a household: who sleeps and slept where, how long, what they pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from housing.models import PaymentLimit, Stay, StayPayment
from housing.nights import nights
from refugees.models import Case


@dataclass(slots=True)
class Payment:
    """What is paid, and whether it lies above a maximum that was entered since."""

    row: StayPayment
    limit: PaymentLimit | None

    @property
    def is_above(self) -> bool:
        """Whether it is too high."""
        return self.limit is not None and self.row.amount > self.limit.amount


@dataclass(slots=True)
class Stays:
    """The stays of the people of a household. `now`: those that go on today or begin later."""

    case: Case
    now: list[Stay]
    past: list[Stay]
    days: int
    payments: list[Payment]
    waiting: list[Case]

    @property
    def payment(self) -> Payment | None:
        """What was said last."""
        return self.payments[0] if self.payments else None


def stays_of(members: Sequence[Case], user: User, today: date) -> Stays | None:
    """Of these people, as far as this person sees them; None of nobody. Three queries."""
    if not members:
        return None
    rows = list(
        Stay.objects.visible_to(user).filter(case__in=members).with_places().order_by("-during", "case")
    )
    counted = [row for row in rows if not row.taken_back_at]
    place = {case.pk: number for number, case in enumerate(members)}
    now = [row for row in counted if row.during.upper is None or row.during.upper > today]
    here = {row.case_id for row in now}
    limits = {(limit.year, limit.kind): limit for limit in PaymentLimit.objects.all()}
    paid = StayPayment.objects.visible_to(user).of(members[0]).select_related("recorded_by")
    return Stays(
        case=members[0],
        now=sorted(now, key=lambda row: (place[row.case_id], row.during.lower)),
        past=[row for row in rows if row not in now],
        days=nights([row.during for row in counted], today),
        payments=[Payment(row, limits.get((row.during.lower.year, row.kind))) for row in paid],
        waiting=[each for each in members if each.pk not in here],
    )
