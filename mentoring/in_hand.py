"""What passes on with a person beside meetings and tasks: what was promised and is still to be kept."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import ngettext

from accounts.models import User
from mentoring.models import Promise
from refugees.handing_over import InHand
from refugees.in_hand import by_case
from refugees.models import Case
from refugees.parts import Part


def _promises(case_ids: Sequence[int], user: User, today: date) -> dict[int, int]:
    return by_case(Promise.objects.open().filter(holder=user), case_ids)


def _pass_promises(*, case: Case, former: User, to: User, by: User | None, on: date) -> int:
    return Promise.objects.pass_on(case=case, former=former, to=to, by=by)


KINDS = [
    InHand(
        "promises",
        lambda count: ngettext("%(count)d open promise", "%(count)d open promises", count) % {"count": count},
        _promises,
        _pass_promises,
        frozenset(Part),
    )
]
