"""The promises to whoever is in a job, an IGU or an education: a retention mentor offered, and contact kept.

The booklet's "retention initiative" names both and gives no number, so their versions are internal defaults. Both read
the occupations of the case (goals/occupied.py), and end with them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext_lazy as _

from accounts.day import ONE_DAY
from accounts.lookups import Question
from goals.cases import OPENED, Cases, opened
from goals.evidence import recorded
from goals.occupied import OCCUPATION, OCCUPIED, Occupied, occupied
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from mentoring.models import Contact, RetentionOffer
from refugees.models import Occupation, Talk, TalkKind, TeamMember
from refugees.occupation_kinds import WORK_AND_EDUCATION
from refugees.parts import Part

MENTOR_OFFERED, CONTACT = "retention-mentor-offered", "retention-contact"


class Touch(NamedTuple):
    """A talk or a contact that keeps the promise of contact, named as an occurrence names it; in order."""

    on: date
    occurrence: str


class Stretch(NamedTuple):
    """Days, without a gap, in which the person is in a job, an IGU or an education; `last_on` None: still is."""

    start: date
    last_on: date | None

    def holds(self, day: date) -> bool:
        """Whether that day is one of them."""
        return self.start <= day and (self.last_on is None or day <= self.last_on)


@dataclass(slots=True)
class Known:
    """What is known of one person who is, or was, in a job or an education."""

    closed_on: date | None
    occupations: list[Occupied] = field(default_factory=list)  # as they began
    offered: list[date] = field(default_factory=list)
    mentored: list[DateRange] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)


OFFERED = Question(
    lambda cases: (
        RetentionOffer.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by("offered_on", "pk")
        .values_list("case_id", "offered_on")
    )
)
MENTORED = Question(
    lambda cases: (
        TeamMember.objects.filter(case_id__any_of=cases, part=Part.RETENTION_MENTOR)
        .order_by("during")
        .values_list("case_id", "during")
    )
)
TALKS = Question(
    lambda cases: (
        Talk.objects.held()
        .filter(case_id__any_of=cases, kind=TalkKind.RETENTION)
        .order_by("on", "pk")
        .values_list("case_id", "pk", "on")
    )
)
CONTACTS = Question(
    lambda cases: (
        Contact.objects.reached()
        .of_mentors()
        .filter(case_id__any_of=cases)
        .order_by("on", "pk")
        .values_list("case_id", "pk", "on")
    )
)
READS = (OPENED, OCCUPIED, OFFERED, MENTORED, TALKS, CONTACTS)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, from six questions."""
    for case_id, known in _read(case_ids).items():
        yield from _mentor_offered(case_id, known)
        yield from _contact(case_id, known)


def _read(case_ids: Sequence[int]) -> dict[int, Known]:
    cases = Cases.of(case_ids)
    rows = cases.once(opened)
    found = {}
    for case_id, occupations in cases.once(occupied).items():
        if aims := [each for each in occupations if each.kind in WORK_AND_EDUCATION]:
            found[case_id] = Known(rows[case_id].closed_on, aims)
    for case_id, on in cases.answer(OFFERED):
        if case_id in found:
            found[case_id].offered.append(on)
    for case_id, during in cases.answer(MENTORED):
        if case_id in found:
            found[case_id].mentored.append(during)
    for case_id, touches in _touches(cases).items():
        if case_id in found:
            found[case_id].touches = touches
    return found


def _touches(cases: Cases) -> dict[int, list[Touch]]:
    found = defaultdict(list)
    for name, question in (("talk", TALKS), ("contact", CONTACTS)):
        for case_id, pk, on in cases.answer(question):
            found[case_id].append((on, pk, f"{name}:{pk}"))
    return {
        case_id: [Touch(on, occurrence) for on, _pk, occurrence in sorted(rows)]
        for case_id, rows in found.items()
    }


def _mentor_offered(case_id: int, known: Known) -> Iterator[Facts]:
    """One clock from the start of each occupation to the offer of a retention mentor."""
    for occupation in known.occupations:
        offered = [on for on in known.offered if _is_for(on, occupation, known.occupations)]
        # Whoever has a retention mentor has been offered one, even where nobody recorded the offer.
        has_one = [
            max(during.lower, occupation.started_on)
            for during in known.mentored
            if during.upper is None or during.upper > occupation.started_on
        ]
        void_on, reason = _fell_away(occupation.last_on, known.closed_on)
        yield Facts(
            case_id=case_id,
            goal=MENTOR_OFFERED,
            occurrence=f"{OCCUPATION}{occupation.pk}",
            starts_on=occupation.started_on,
            met_on=min(offered + has_one, default=None),
            void_on=void_on,
            void_reason=reason,
        )


def _is_for(offered_on: date, occupation: Occupied, all_of_them: Sequence[Occupied]) -> bool:
    """Whether an offer counts for it: made since it began, or ahead of it while the person was in no other."""
    if offered_on >= occupation.started_on:
        return True
    ahead = [each for each in all_of_them if each.goes_on_after(offered_on - ONE_DAY)]
    return bool(ahead) and min(each.started_on for each in ahead) == occupation.started_on


def _contact(case_id: int, known: Known) -> Iterator[Facts]:
    """One clock from the start of each occupation, and from each contact meanwhile, to the one that follows."""
    for occupation in known.occupations:
        first = next((touch.on for touch in known.touches if touch.on >= occupation.started_on), None)
        yield _to_the_next(
            case_id,
            known,
            occurrence=f"{OCCUPATION}{occupation.pk}",
            starts_on=occupation.started_on,
            met_on=first,
            last_on=occupation.last_on,
        )
    stretches = stretches_of(known.occupations)
    for number, touch in enumerate(known.touches):
        stretch = next((each for each in stretches if each.holds(touch.on)), None)
        if stretch is None:
            continue
        following = known.touches[number + 1 :]
        yield _to_the_next(
            case_id,
            known,
            occurrence=touch.occurrence,
            starts_on=touch.on,
            met_on=following[0].on if following else None,
            last_on=stretch.last_on,
        )


def _to_the_next(
    case_id: int,
    known: Known,
    *,
    occurrence: str,
    starts_on: date,
    met_on: date | None,
    last_on: date | None,
) -> Facts:
    void_on, reason = _fell_away(last_on, known.closed_on)
    return Facts(
        case_id=case_id,
        goal=CONTACT,
        occurrence=occurrence,
        starts_on=starts_on,
        met_on=met_on,
        void_on=void_on,
        void_reason=reason,
    )


def stretches_of(occupations: Sequence[Occupied]) -> list[Stretch]:
    """Occupations that overlap, or follow each other from one day to the next, are one stretch."""
    found: list[Stretch] = []
    for each in occupations:
        last = found[-1] if found else None
        if last is None or (last.last_on is not None and each.started_on > last.last_on + ONE_DAY):
            found.append(Stretch(each.started_on, each.last_on))
        elif last.last_on is not None and (each.last_on is None or each.last_on > last.last_on):
            found[-1] = Stretch(last.start, each.last_on)
    return found


def _fell_away(last_on: date | None, closed_on: date | None) -> tuple[date | None, Fell | None]:
    ends = [(last_on, Fell.ENDED), (closed_on, Fell.CLOSED)]
    return min(((on, why) for on, why in ends if on), default=(None, None))


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The occupation, the talk or the contact that started this clock: for its receipt."""
    kind, _colon, pk = occurrence.partition(":")
    if kind == "talk":
        talk = Talk.objects.select_related("recorded_by").get(pk=pk)
        return [recorded(talk, _("Retention talk"), talk.on, note=talk.correction_reason)]
    if kind == "contact":
        contact = Contact.objects.select_related("author").get(pk=pk)
        by, at = contact.author.name, contact.written_at
        return [Evidence(what=_("Contact with the mentor"), on=contact.on, by=by, recorded_at=at)]
    row = Occupation.objects.select_related("recorded_by").get(pk=pk)
    told = [recorded(row, row.get_kind_display(), row.started_on, note=row.correction_reason)]
    if row.last_on:
        told.append(Evidence(what=_("Last day"), on=row.last_on))
    return told


def began(occurrence: str) -> object:
    """What started this clock, in a word or two for a label."""
    words = {"talk": _("the last talk"), "contact": _("the last contact")}
    return words.get(occurrence.partition(":")[0], _("job or education started"))


GOALS = [
    Goal(
        key=MENTOR_OFFERED,
        promise=_("Whoever starts in a job, an IGU or an education is offered a retention mentor."),
        label=_("Retention mentor offered"),
        starts=_("the start of a job, an IGU or an education"),
        met_by=_("a retention mentor offered"),
        subject="retention-mentor",
        area=Area.MENTOR,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Offer a retention mentor"),
        began=began,
    ),
    Goal(
        key=CONTACT,
        promise=_("Whoever is in a job, an IGU or an education hears from us every month."),
        label=_("Retention contact"),
        starts=_("the start of a job, an IGU or an education, or the latest contact"),
        met_by=_("a retention talk or a contact with the mentor"),
        subject="retention-contact",
        area=Area.MENTOR,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Hold a retention talk"),
        began=began,
    ),
]
