"""How far people have come with what is to be in place: read from what was said, for any number of cases."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from mentoring.models import Checklist, ChecklistItem, ChecklistMark, ChecklistVersion, MarkState
from mentoring.models.checklist_mark import SAID
from refugees.models import Case, version_of


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on a person's list: what was said of it, what it waits for, since when it could be done."""

    item: ChecklistItem
    mark: ChecklistMark | None = None
    waits_for: list[ChecklistItem] = field(default_factory=list)
    since: date | None = None

    @property
    def state(self) -> str:
        """How it stands; open until something is said."""
        return self.mark.state if self.mark else MarkState.OPEN

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.state == MarkState.OPEN

    @property
    def is_done(self) -> bool:
        """In place."""
        return self.state == MarkState.DONE

    @property
    def is_ready(self) -> bool:
        """Still to be done, and nothing stands in the way."""
        return self.is_open and not self.waits_for

    @property
    def is_blocked(self) -> bool:
        """Still to be done, after something else."""
        return self.is_open and bool(self.waits_for)

    @property
    def version(self) -> str:
        """What was said, in the word that a tap which takes it back was made from."""
        return version_of(self.mark, SAID)

    @property
    def is_corrected(self) -> bool:
        """Whether something else was said before; for those read with their earlier texts."""
        return bool(self.mark and self.mark.version > 1)


@dataclass(frozen=True, slots=True)
class Progress:
    """A person's list on one day. `left_over` is what was said of things that its version no longer names."""

    version: ChecklistVersion
    lines: list[Line]
    checklist: Checklist | None = None
    newest: ChecklistVersion | None = None
    left_over: list[Line] = field(default_factory=list)

    @property
    def done(self) -> list[Line]:
        """What is in place."""
        return [line for line in self.lines if line.is_done]

    @property
    def relevant(self) -> list[Line]:
        """What counts: what is not relevant to this person counts in neither number."""
        return [line for line in self.lines if line.state != MarkState.NOT_RELEVANT]

    @property
    def not_relevant(self) -> list[Line]:
        """What is not relevant to this person."""
        return [line for line in self.lines if line.state == MarkState.NOT_RELEVANT]

    @property
    def ready(self) -> list[Line]:
        """What can be done now, what could be done for longest first."""
        found = [line for line in self.lines if line.is_ready]
        return sorted(found, key=lambda line: line.since or date.max)

    @property
    def blocked(self) -> list[Line]:
        """What waits for something else."""
        return [line for line in self.lines if line.is_blocked]

    @property
    def held_up(self) -> list[tuple[ChecklistItem, list[ChecklistItem]]]:
        """What is still open and holds others up, and which."""
        items = {item.key: item for line in self.blocked for item in line.waits_for}
        waiting = defaultdict(list)
        for line in self.blocked:
            for item in line.waits_for:
                waiting[item.key].append(line.item)
        return [(items[key], held) for key, held in waiting.items()]

    @property
    def next(self) -> Line | None:
        """What could be done for longest."""
        return self.ready[0] if self.ready else None

    @property
    def is_complete(self) -> bool:
        """Nothing is open."""
        return not any(line.is_open for line in self.lines)

    @property
    def could_be_newer(self) -> bool:
        """The list has begun with a version that another one has replaced since."""
        return bool(self.checklist and self.newest and self.newest.pk != self.version.pk)


def progress_of(
    cases: Iterable[Case], user: User, today: date, *, marks: Iterable[ChecklistMark] | None = None
) -> dict[int, Progress]:
    """How far each of these cases has come, by its key; nothing while no version is in force.

    Four queries, and one more for each list of which something has left.

    A list that has not begun is shown as it would begin today.
    """
    cases = list(cases)
    keys = [case.pk for case in cases]
    begun = {row.case_id: row for row in Checklist.objects.visible_to(user).filter(case__in=keys)}
    said: dict[int, dict[str, ChecklistMark]] = defaultdict(dict)
    if marks is None:
        marks = ChecklistMark.objects.visible_to(user).filter(case__in=keys)
    for mark in marks:
        said[mark.case_id][mark.key] = mark
    in_force = ChecklistVersion.objects.begun_by(today).values("pk")[:1]
    named = {row.version_id for row in begun.values()}
    wanted = ChecklistVersion.objects.filter(Q(pk__in=named) | Q(pk__in=in_force)).with_items()
    versions = {version.pk: version for version in wanted}
    last = max(
        (each for each in versions.values() if each.in_force_from and each.in_force_from <= today),
        key=lambda each: each.in_force_from,
        default=None,
    )
    found = {}
    for case in cases:
        checklist = begun.get(case.pk)
        if version := versions[checklist.version_id] if checklist else last:
            lines = lines_of(case, version, said[case.pk], checklist, today)
            on_it = {line.item.key for line in lines}
            left = [mark for key, mark in said[case.pk].items() if key not in on_it and not mark.is_open]
            found[case.pk] = Progress(version, lines, checklist, last, _left_over(left))
    return found


def lines_of(
    case: Case,
    version: ChecklistVersion,
    said: dict[str, ChecklistMark],
    checklist: Checklist | None,
    today: date,
) -> list[Line]:
    """What stands on the list of this person, and what was said once they were younger. `version` has its items."""
    age = case.person.age_on(today)
    settled = {key for key, mark in said.items() if not mark.is_open}
    items = {item.key: item for item in version.lines if item.is_for(age) or item.key in settled}
    lines = []
    for item in items.values():
        before = [items[key] for key in item.blocked_by if key in items]
        open_before = [each for each in before if each.key not in settled]
        since = _could_be_done_since(checklist, [said[each.key] for each in before if each.key in settled])
        lines.append(Line(item, said.get(item.key), open_before, since))
    return lines


def _could_be_done_since(checklist: Checklist | None, before: list[ChecklistMark]) -> date | None:
    """Since the list began, or since the last of what it waited for was settled."""
    if checklist is None:
        return None
    days = [mark.on or timezone.localdate(mark.said_at) for mark in before]
    return max([checklist.begun_on, *days])


def _left_over(marks: list[ChecklistMark]) -> list[Line]:
    """What was said of things that the list no longer names, as the last version worded them that had them."""
    if not marks:
        return []
    known = ChecklistItem.objects.filter(
        key__in=[mark.key for mark in marks], version__in_force_from__isnull=False
    )
    words = {item.key: item for item in known.order_by("version__number")}
    return [Line(words[mark.key], mark) for mark in marks]
