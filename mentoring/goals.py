"""The promises of this pillar whose facts exist: follow-up talks, as the law counts them and as we remind of them.

The law counts talks in a period after the category (domain facts 0.7: not "every three months"); that each talk leads
to the next is a default of our own. Maternity and parental leave have a rule of their own, counted from the birth, for
which there is no fact yet: while they last both promises rest, and after them the reminder begins anew.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import KEY_DATES, OPENED, PAUSES, Cases, key_dates, opened, pauses
from goals.evidence import key_date_evidence, recorded
from goals.models import Ground, Pause
from goals.reckoning import Facts, Fell, Period
from goals.registry import Area, Evidence, Goal
from refugees.events import KeyEvent
from refugees.models import Appointment, AppointmentKind, Talk, TalkKind

BY_LAW, NEXT = "follow-up-law", "follow-up-next"
FROM_CATEGORY = "categorised"
TALKS_BY_LAW = 4


@dataclass(frozen=True, slots=True)
class Agreed:
    """An appointment for a talk: for which day, and since when."""

    on: date
    made_on: date


@dataclass(slots=True)
class Known:
    """What is known of following one person up."""

    categorised_on: date | None = None
    closed_on: date | None = None
    talks: list[tuple[date, int]] = field(default_factory=list)  # day and key, in order
    not_held: set[date] = field(default_factory=set)
    leaves: list[tuple[int, Period]] = field(default_factory=list)  # named by the row that first told of it
    agreed: list[Agreed] = field(default_factory=list)  # by their days


TALKS = Question(
    lambda cases: (
        Talk.objects.standing()
        .filter(case_id__any_of=cases, kind=TalkKind.FOLLOW_UP)
        .order_by("on", "pk")
        .values_list("case_id", "pk", "on", "was_held")
    )
)
AGREED = Question(
    lambda cases: (
        Appointment.objects.standing()
        .filter(case_id__any_of=cases, kind=AppointmentKind.FOLLOW_UP)
        .order_by("starts_at")
        .values_list("case_id", "starts_at", "created_at")
    )
)
READS = (KEY_DATES, OPENED, PAUSES, TALKS, AGREED)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, from five questions."""
    for case_id, known in _read(case_ids).items():
        if known.categorised_on:
            yield _by_law(case_id, known)
            yield from _next_ones(case_id, known)


def _read(case_ids: Sequence[int]) -> dict[int, Known]:
    cases = Cases.of(case_ids)
    dates = cases.once(key_dates)
    found = {
        pk: Known(dates[pk].get(KeyEvent.CATEGORISED), row.closed_on)
        for pk, row in cases.once(opened).items()
    }
    for case_id, pk, on, was_held in cases.answer(TALKS):
        if was_held:
            found[case_id].talks.append((on, pk))
        else:
            found[case_id].not_held.add(on)
    for case_id, first, leave in leaves(cases):
        found[case_id].leaves.append((first, leave))
    for case_id, *moments in cases.answer(AGREED):
        found[case_id].agreed.append(Agreed(*map(timezone.localdate, moments)))
    return found


def leaves(cases: Cases) -> Iterator[tuple[int, int, Period]]:
    """The leaves that stand, in order: of which case, and the row that first told of it, however often corrected."""
    for case_id, rows in cases.once(pauses).items():
        replaced = {row.pk: row.replaces for row in rows}
        for row in rows:
            if row.stands and row.ground == Ground.MATERNITY:
                first = row.pk
                while replaced[first]:
                    first = replaced[first]
                yield case_id, first, Period(row.during.lower, row.during.upper)


def _by_law(case_id: int, known: Known) -> Facts:
    """The fourth talk held since the category was decided."""
    since = known.categorised_on
    held = [on for on, _pk in known.talks if on >= since]
    void_on, reason = _fell_away(known, since)
    return Facts(
        case_id=case_id,
        goal=BY_LAW,
        occurrence=FROM_CATEGORY,
        starts_on=since,
        met_on=held[TALKS_BY_LAW - 1] if len(held) >= TALKS_BY_LAW else None,
        void_on=void_on,
        void_reason=reason,
    )


def _next_ones(case_id: int, known: Known) -> Iterator[Facts]:
    """One clock from the category, from each talk since, and from the end of each leave, to the talk that follows."""
    since = known.categorised_on
    starts = [(since, 0, FROM_CATEGORY)]
    starts += [(on, pk, f"talk:{pk}") for on, pk in known.talks if on >= since]
    starts += [(leave.end, 0, f"pause:{pk}") for pk, leave in known.leaves if leave.end and leave.end > since]
    for start, own, occurrence in starts:
        void_on, reason = _fell_away(known, start)
        # Of two talks on one day the later one follows the other.
        following = bisect_right(known.talks, (start, own))
        met_on = known.talks[following][0] if following < len(known.talks) else None
        yield Facts(
            case_id=case_id,
            goal=NEXT,
            occurrence=occurrence,
            starts_on=start,
            met_on=met_on,
            void_on=void_on,
            void_reason=reason,
            planned_on=None if met_on else _planned(known, start),
        )


def _planned(known: Known, start: date) -> date | None:
    """For which day the talk that is to keep it is agreed.

    What is told as not held is no plan any more, and neither is a day that had passed when somebody agreed on another
    one. Of several days ahead the first is the plan: the others are for the talks that follow.
    """
    ahead = [each for each in known.agreed if each.on > start and each.on not in known.not_held]
    if not ahead:
        return None
    last_made_on = max(each.made_on for each in ahead)
    return next((each.on for each in ahead if each.on >= last_made_on), ahead[-1].on)


def _fell_away(known: Known, start: date) -> tuple[date | None, Fell | None]:
    """When the case was closed or another rule began to hold; at once, if it held already."""
    if not known.leaves:
        return known.closed_on, Fell.CLOSED if known.closed_on else None
    ends = [(known.closed_on, Fell.CLOSED)]
    for _pk, leave in known.leaves:
        if leave.end is None or leave.end > start:
            ends.append((max(leave.start, start), Fell.OTHER_RULE))
    return min(((on, why) for on, why in ends if on), default=(None, None))


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """Which rows started this clock: for its receipt."""
    kind, _colon, pk = occurrence.partition(":")
    if kind == "talk":
        row = Talk.objects.select_related("recorded_by").get(pk=pk)
        return [recorded(row, _("Follow-up talk"), row.on, note=row.correction_reason)]
    if kind == "pause":
        row = _as_it_stands(Pause.objects.select_related("recorded_by").get(pk=pk))
        if row.superseded_at or row.during.upper is None:
            # There was none, or it has not ended after all: with it the clock fell away.
            return []
        return [recorded(row, _("Time runs again, after a pause"), row.during.upper)]
    return [*key_date_evidence(case_id, KeyEvent.CATEGORISED), *_talks_counted(case_id)]


def _as_it_stands(row: Pause) -> Pause:
    """What the last correction of a pause says."""
    while later := Pause.objects.select_related("recorded_by").filter(replaces=row).first():
        row = later
    return row


def _talks_counted(case_id: int) -> list[Evidence]:
    talks = Talk.objects.held().filter(case_id=case_id, kind=TalkKind.FOLLOW_UP).select_related("recorded_by")
    return [
        recorded(row, _("Follow-up talk"), row.on, note=row.correction_reason)
        for row in talks.order_by("on", "pk")
    ]


def began(occurrence: str) -> object:
    """What started this clock, in a word or two for a label."""
    words = {"talk": _("the last talk"), "pause": _("a pause ended")}
    return words.get(occurrence.partition(":")[0], _("category decided"))


GOALS = [
    Goal(
        key=BY_LAW,
        promise=_("Four follow-up talks are held in the first period after the category is decided."),
        label=_("Four follow-up talks"),
        starts=_("the decision on the category"),
        met_by=_("the fourth follow-up talk held"),
        subject="follow-up",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Hold a follow-up talk"),
        began=began,
    ),
    Goal(
        key=NEXT,
        promise=_("The next follow-up talk is held within three months."),
        label=_("Next follow-up talk"),
        starts=_("the decision on the category, or the latest talk"),
        met_by=_("the next follow-up talk held"),
        subject="follow-up",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Hold a follow-up talk"),
        began=began,
    ),
]
