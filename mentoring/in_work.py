"""Following up whoever is in work or education and lives on no benefit: the next talk within twelve months.

Source: Integration Act § 20(1) (domain facts 1.4: in ordinary job or education off the benefit, twelve months from the
last talk; rules of 2016, of 2019 and Ukraine). For those of 2025 and 2026 the number is unverified: no version. IGU is
paid employment without a benefit meanwhile (Act 623/2016), so it is followed like a job. Our readings: of talks held
before, another rule was the measure, so the months run from the day on which this one begins to hold; and while a leave
lasts, its own rule holds, as for the other talks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from accounts.day import ONE_DAY
from goals.cases import OPENED, PAUSES, Cases, opened
from goals.derivation import BENEFITS
from goals.evidence import recorded
from goals.occupied import OCCUPATION, OCCUPIED, Occupied, occupied
from goals.reckoning import Facts, Fell, Period
from goals.registry import Area, Evidence, Goal
from mentoring.goals import TALKS, leaves
from mentoring.goals import evidence as talk_evidence
from refugees.models import BenefitKind, BenefitPeriod, Occupation
from refugees.occupation_kinds import WORK_AND_EDUCATION

IN_WORK = "follow-up-in-work"
BENEFIT, PAUSE = "benefit:", "pause:"
READS = (OPENED, PAUSES, OCCUPIED, BENEFITS, TALKS)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in work or education on own means, named by the row with which they began."""

    start: date
    end: date | None  # the first day on which they are over
    occurrence: str


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from five questions."""
    cases = Cases.of(case_ids)
    own_means: dict[int, list[tuple[int, Period]]] = {}
    for case_id, during, kind, pk in cases.answer(BENEFITS):
        if kind == BenefitKind.SELF_SUPPORTING:
            own_means.setdefault(case_id, []).append((pk, Period(during.lower, during.upper)))
    held: dict[int, list[tuple[int, date]]] = {}
    for case_id, pk, on, was_held in cases.answer(TALKS):
        if was_held:
            held.setdefault(case_id, []).append((pk, on))
    on_leave: dict[int, list[tuple[int, Period]]] = {}
    for case_id, first, leave in leaves(cases):
        on_leave.setdefault(case_id, []).append((first, leave))
    rows, occupations = cases.once(opened), cases.once(occupied)
    for case_id, periods in own_means.items():
        ends = [(rows[case_id].closed_on, Fell.CLOSED)]
        for whole in stretches(occupations[case_id], periods):
            for stretch in without_leaves(whole, on_leave.get(case_id, ())):
                yield from _clocks(
                    case_id, stretch, held.get(case_id, ()), [*ends, (stretch.end, Fell.OTHER_RULE)]
                )


def stretches(occupations: Sequence[Occupied], own_means: Sequence[tuple[int, Period]]) -> Iterator[Stretch]:
    """The days in work or education that no benefit covers, in order.

    What follows without a day between is one stretch.
    """
    settled = [each for each in occupations if each.kind in WORK_AND_EDUCATION]
    runs: list[tuple[int, date, date | None]] = []
    for each in settled:
        over_on = each.last_on + ONE_DAY if each.last_on else None
        if runs and (runs[-1][2] is None or each.started_on <= runs[-1][2]):
            pk, start, end = runs[-1]
            runs[-1] = (pk, start, max(end, over_on) if end and over_on else None)
        else:
            runs.append((each.pk, each.started_on, over_on))
    for pk, start, end in runs:
        for period_pk, period in own_means:
            ends = [on for on in (end, period.end) if on]
            since, until = max(start, period.start), min(ends, default=None)
            if until is None or since < until:
                is_by_benefit = period.start > start
                yield Stretch(since, until, f"{BENEFIT}{period_pk}" if is_by_benefit else f"{OCCUPATION}{pk}")


def without_leaves(stretch: Stretch, on_leave: Sequence[tuple[int, Period]]) -> Iterator[Stretch]:
    """What is left of it: while a leave lasts, its own rule holds, and the months begin anew after it."""
    start, occurrence = stretch.start, stretch.occurrence
    for pk, leave in on_leave:
        if leave.end and leave.end <= start:
            continue
        if stretch.end and leave.start >= stretch.end:
            break
        if leave.start > start:
            yield Stretch(start, leave.start, occurrence)
        if leave.end is None:
            return
        start, occurrence = leave.end, f"{PAUSE}{pk}"
    if stretch.end is None or start < stretch.end:
        yield Stretch(start, stretch.end, occurrence)


def _clocks(
    case_id: int,
    stretch: Stretch,
    held: Sequence[tuple[int, date]],
    ends: Sequence[tuple[date | None, Fell]],
) -> Iterator[Facts]:
    """One clock from the beginning of the stretch, and from each talk in it, to the talk that follows."""
    within = [
        (pk, on) for pk, on in held if on >= stretch.start and (stretch.end is None or on < stretch.end)
    ]
    starts = [(stretch.start, 0, stretch.occurrence), *((on, pk, f"talk:{pk}") for pk, on in within)]
    for start, own, occurrence in starts:
        void_on, reason = min(((on, why) for on, why in ends if on), default=(None, None))
        yield Facts(
            case_id=case_id,
            goal=IN_WORK,
            occurrence=occurrence,
            starts_on=start,
            met_on=next((on for pk, on in held if (on, pk) > (start, own)), None),
            void_on=void_on,
            void_reason=reason,
        )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """Which row started this clock: for its receipt."""
    if occurrence.startswith(OCCUPATION):
        row = Occupation.objects.select_related("recorded_by").get(pk=occurrence.removeprefix(OCCUPATION))
        return [recorded(row, row.get_kind_display(), row.started_on)]
    if occurrence.startswith(BENEFIT):
        row = BenefitPeriod.objects.select_related("recorded_by").get(pk=occurrence.removeprefix(BENEFIT))
        return [recorded(row, row.what, row.during.lower)]
    return talk_evidence(case_id, occurrence)


def began(occurrence: str) -> object:
    """What started this clock, in a word or two for a label."""
    words = {"talk": _("the last talk"), "pause": _("a pause ended")}
    return words.get(occurrence.partition(":")[0], _("in work or education"))


GOALS = [
    Goal(
        key=IN_WORK,
        promise=_("Whoever is in work or education on own means is followed up within twelve months."),
        label=_("Follow-up in work"),
        starts=_("in work or education and on no benefit, or the last talk since then"),
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
