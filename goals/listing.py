"""What the list of cases says of promises: by what it can be narrowed, and the most urgent one of each case."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from goals.models import Clock, Urgency
from refugees.case_list import Standing

STANDS = {"over": Urgency.OVER, "soon": Urgency.SOON}


def narrow(cases: QuerySet, state: str, day: date) -> QuerySet:
    """The cases with a promise that is over, or due soon, on that day."""
    clocks = Clock.objects.with_urgency(day).filter(case=OuterRef("pk"), urgency=STANDS[state])
    return cases.filter(Exists(clocks))


def most_urgent(case_ids: Sequence[int], day: date) -> dict[int, Clock]:
    """Of each case the promise that needs somebody first. One query."""
    clocks = Clock.objects.filter(case__in=case_ids).most_urgent(day)
    return {clock.case_id: clock for clock in clocks}


STANDING = Standing(
    choices=[("over", _("Over the deadline")), ("soon", _("Due soon"))],
    narrow=narrow,
    most_urgent=most_urgent,
)
