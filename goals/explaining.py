"""What led from one belief about a promise to another, in the words of the cases' own history."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.models import ClockBelief
from goals.models.belief import last_moment
from goals.models.clock_dates import ClockDates
from goals.verbs import Verb
from refugees.models import CaseLine
from refugees.verbs import tell

# What decides how a promise stands in the figures. (A plan, or the day on which a warning begins, does not.)
DECIDING = {
    "starts_on": gettext_lazy("Began"),
    "due_on": gettext_lazy("Last day in time"),
    "met_on": gettext_lazy("Kept"),
    "void_on": gettext_lazy("Fell away"),
    "paused": gettext_lazy("Pauses"),
    "taken_over_on": gettext_lazy("Taken over"),
    "permit_ground": gettext_lazy("Permit ground"),
    "rule_set": gettext_lazy("Rules"),
    "unit_id": gettext_lazy("Unit"),
    "version_id": gettext_lazy("Wording of the promise"),
}
DATES = ("starts_on", "due_on", "met_on", "void_on", "taken_over_on")


class Kind(TextChoices):
    """In what way something came to be known later."""

    CORRECTED = "corrected", gettext_lazy("Corrected")
    RECORDED_LATER = "later", gettext_lazy("Recorded later")
    WORDING = "wording", gettext_lazy("Other rules")
    UNIT = "unit", gettext_lazy("Other unit")


@dataclass(frozen=True, slots=True)
class Cause:
    """One recorded fact that explains a move: what, why, by whom, when."""

    kind: Kind
    what: str
    reason: str = ""
    by: str = ""
    at: datetime | None = None
    days_later: int = 0


@dataclass(slots=True)
class Story:
    """Of one person: which dates became others, and which recorded facts did it."""

    dates: list[str] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)


def explain(
    case_ids: Sequence[int], *, then: date | datetime, now: date | None, goal: str = "", standard: str = ""
) -> dict[int, Story]:
    """What was recorded between the two days that made these promises stand otherwise. Three queries or so."""
    stories: dict[int, Story] = {case_id: Story() for case_id in case_ids}
    changes: dict[UUID, None] = {}
    wordings: dict[int, list[Cause]] = defaultdict(list)
    for beliefs in _of_each_clock(case_ids, then, now, goal, standard):
        case_id = beliefs[-1].case_id
        was = beliefs[0] if beliefs[0].known.lower <= last_moment(then) else None
        stories[case_id].dates += changed_dates(was, beliefs[-1])
        for before, after in _steps(was, beliefs):
            changes |= dict.fromkeys(after.changes)
            wordings[case_id] += _wording(before, after)
    for case_id, causes in _causes(case_ids, list(changes)):
        stories[case_id].causes += causes
    for case_id, causes in wordings.items():
        told = {cause.kind for cause in stories[case_id].causes}
        stories[case_id].causes += [cause for cause in causes if cause.kind not in told]
    return stories


def _of_each_clock(
    case_ids: Sequence[int], then: date | datetime, now: date | None, goal: str, standard: str
) -> Iterator[list[ClockBelief]]:
    """What was believed of each clock from the one day to the other, in order."""
    beliefs = ClockBelief.objects.filter(case__in=case_ids).held_after(then).select_related("version", "unit")
    if goal:
        beliefs = beliefs.filter(goal=goal, standard=standard)
    if now:
        beliefs = beliefs.filter(known__startswith__lte=last_moment(now))
    found = defaultdict(list)
    for belief in beliefs.order_by("clock", "known"):
        found[belief.clock_id].append(belief)
    yield from found.values()


def _steps(
    was: ClockBelief | None, beliefs: list[ClockBelief]
) -> Iterator[tuple[ClockBelief | None, ClockBelief]]:
    """From each belief to the next, where that decided anything."""
    held = [was, *(beliefs[1:] if was else beliefs)]
    for before, after in zip(held, held[1:], strict=False):
        if before is None or any(getattr(before, name) != getattr(after, name) for name in DECIDING):
            yield before, after


def changed_dates(was: ClockDates | None, now: ClockDates) -> Iterator[str]:
    """Which dates of a promise became others."""
    for name in DATES:
        before, after = (getattr(was, name) if was else None), getattr(now, name)
        if before != after:
            words = {"what": DECIDING[name], "was": _day(before), "now": _day(after)}
            yield _("%(what)s: %(now)s (was: %(was)s)") % words


def _wording(before: ClockBelief | None, after: ClockBelief) -> Iterator[Cause]:
    """What stands on the beliefs themselves: another wording measures it, another unit has it."""
    if before and before.version_id != after.version_id:
        words = {"time": after.version.words, "source": after.version.source_words}
        yield Cause(
            Kind.WORDING,
            _("Measured by another wording: %(time)s (%(source)s)") % words,
            at=after.known.lower,
        )
    if before and before.unit_id != after.unit_id:
        words = {"was": before.unit.name, "now": after.unit.name}
        yield Cause(Kind.UNIT, _("The case moved from %(was)s to %(now)s") % words, at=after.known.lower)


def _causes(case_ids: Sequence[int], changes: Sequence[UUID]) -> Iterable[tuple[int, list[Cause]]]:
    """The lines of history that were written in these changes, as causes, by case."""
    lines = list(
        CaseLine.objects.filter(case__in=case_ids, change__in=changes)
        .select_related("by", "about")
        .order_by("at", "pk")
    )
    told = tell(lines) if lines else {}
    found = defaultdict(list)
    for line in lines:
        reason = told[line.pk].reason if line.pk in told else ""
        found[line.case_id].append(_cause(line, reason))
    return found.items()


def _cause(line: CaseLine, reason: str) -> Cause:
    recorded_on = timezone.localdate(line.at)
    is_correction = any(name.startswith("was") for name in line.details)
    kind = Kind.CORRECTED if is_correction else Kind.RECORDED_LATER
    if line.verb in (Verb.RULES_MOVED, Verb.RULES_CHANGED):
        kind = Kind.WORDING
    return Cause(
        kind=kind,
        what=line.sentence,
        reason=reason,
        by=line.by.name if line.by else _("the system"),
        at=line.at,
        days_later=max((recorded_on - line.happened_on).days, 0) if kind == Kind.RECORDED_LATER else 0,
    )


def _day(day: date | None) -> str:
    return date_format(day) if day else _("none")
