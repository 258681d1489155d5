"""Why promises were not kept in time: conversations counted by cause. THE NUMBER IS THE LIST.

Counted are conversations, by the first day on which a promise in it was over; so what law and City both promised and
one cause made late counts once. Internal defaults open none, and so are in no figure here. The cause is the one that
the latest answer names; without an answer it is counted as that, never left out.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.models import User
from goals.models import Breach, Cause, Control, Conversation, Reason
from goals.statistics import Margin, wilson

# Beside the causes: nobody has answered, and the breach is open; or it ended before anybody did.
UNANSWERED, ENDED = "no-answer", "ended-without"
# Whatever the cause; and all that is counted.
ANSWERED, EVERYTHING = "answered", "everything"
# A cause of which the answer says nothing more closely.
UNSAID = ":unsaid"


@dataclass(frozen=True, slots=True)
class Period:
    """Which conversations are counted. None, or empty, means all that the reader may see."""

    first: date | None = None
    last: date | None = None  # the last day that counts
    unit_id: int | None = None
    goal: str = ""
    standard: str = ""


def counted(user: User, period: Period) -> QuerySet[Conversation]:
    """What is counted, and what is listed: each with `began`, the first day over, and `why` and `closer`."""
    wanted = {"clock__goal": period.goal, "clock__standard": period.standard}
    over = Breach.objects.filter(
        conversation=OuterRef("pk"), **{name: value for name, value in wanted.items() if value}
    )
    talks = Conversation.objects.visible_to(user).with_latest()
    talks = talks.annotate(began=Subquery(over.order_by("over_since").values("over_since")[:1]))
    within = Q(began__isnull=False)
    if period.first:
        within &= Q(began__gte=period.first)
    if period.last:
        within &= Q(began__lte=period.last)
    if period.unit_id:
        within &= Q(unit=period.unit_id)
    silent = Case(When(closed_at=None, then=Value(UNANSWERED)), default=Value(ENDED))
    return talks.filter(within).annotate(why=Coalesce("cause", silent), closer=Coalesce("reason", Value("")))


def chosen(talks: QuerySet[Conversation], choice: str) -> QuerySet[Conversation]:
    """Only those that one number counts. KeyError for a word that is no number's."""
    if choice in {UNANSWERED, ENDED} or choice in Cause.values:
        return talks.filter(why=choice)
    if choice in Control.values:
        return talks.filter(why__in=[cause for cause in Cause if cause.control == choice])
    if choice in Reason.values:
        return talks.filter(closer=choice)
    if choice.removesuffix(UNSAID) in Cause.values:
        return talks.filter(why=choice.removesuffix(UNSAID), closer="")
    if choice == ANSWERED:
        return talks.filter(why__in=Cause.values)
    if choice == EVERYTHING:
        return talks
    raise KeyError(choice)


def words_of(choice: str) -> str:
    """What the conversations of one number have in common."""
    if choice in Cause.values:
        return Cause(choice).label
    if choice in Control.values:
        return Control(choice).label
    if choice in Reason.values:
        return Reason(choice).label
    fixed = {
        UNANSWERED: _("No answer yet"),
        ENDED: _("Ended before anybody answered"),
        ANSWERED: _("Breaches whose answer names a cause"),
        EVERYTHING: _("All breaches"),
    }
    return fixed.get(choice) or _("Something else")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many conversations each cause, each reason and each side has."""

    numbers: Mapping[str, int]

    def of(self, choice: str) -> int:
        """One number."""
        return self.numbers.get(choice, 0)

    @property
    def within(self) -> Margin | None:
        """The share within our control of those answered, with its 95 % margin."""
        return wilson(self.of(Control.WITHIN), self.of(ANSWERED))


def count(talks: QuerySet[Conversation]) -> Counts:
    """Every number at once, in one query."""
    numbers: Counter[str] = Counter()
    for why, closer, number in (
        talks.order_by().values_list("why", "closer").annotate(Count("pk", distinct=True))
    ):
        numbers[EVERYTHING] += number
        numbers[why] += number
        if why in Cause.values:
            numbers[ANSWERED] += number
            numbers[Cause(why).control] += number
            numbers[closer or f"{why}{UNSAID}"] += number
    return Counts(dict(numbers))


def finding(counts: Counts) -> str:
    """The title: a finding only where it survives its own margin, otherwise what is shown."""
    margin = counts.within
    if margin and margin.low > 0.5:
        return _("Most causes that were named lie within our control")
    if margin and margin.high < 0.5:
        return _("Most causes that were named lie outside our control")
    return _("The causes that were named, within and outside our control")
