"""What was changed on a list of excluded areas: who did it, when, and from what to what. Read from the history."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from housing.models import AreaList, ExcludedArea


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that was done to a list. `by`: nothing where it came with the system."""

    at: datetime
    by: str
    words: str


def changes_of(lists: Iterable[AreaList]) -> dict[int, list[Changed]]:
    """What was done to each of these lists, the latest first, by its key. Three queries."""
    keys = [each.pk for each in lists]
    of_lists = AreaList.pgh_event_model.objects.filter(pgh_obj_id__in=keys).order_by("pgh_obj_id", "pgh_id")
    of_areas = ExcludedArea.pgh_event_model.objects.filter(area_list_id__in=keys)
    of_areas = of_areas.order_by("pgh_obj_id", "pgh_id")
    told = [
        *((event.pgh_obj_id, event, words) for event, words in _steps(of_lists, _of_list)),
        *((event.area_list_id, event, words) for event, words in _steps(of_areas, _of_area)),
    ]
    users = {_user(event) for _key, event, _words in told} - {None}
    names = dict(User.objects.filter(pk__in=users).values_list("pk", "name"))
    found = defaultdict(list)
    for key, event, words in sorted(told, key=lambda row: row[1].pgh_created_at)[::-1]:
        found[key].append(Changed(event.pgh_created_at, names.get(_user(event), ""), words))
    return dict(found)


def _user(event: Any) -> int | None:
    return (event.pgh_context or {}).get("user")


def _steps(events: Iterable[Any], words_of: Any) -> Iterator[tuple[Any, str]]:
    """Each event of a row with what it changed, in words; what changed nothing that is told is left out."""
    for _key, of_row in groupby(events, key=attrgetter("pgh_obj_id")):
        for was, event in pairwise([None, *of_row]):
            for words in words_of(was, event):
                yield event, words


def _of_list(was: Any, event: Any) -> Iterator[str]:
    if was is None:
        yield _("The list was entered")
    elif event.confirmed_on and not was.confirmed_on:
        yield _("Edition %(number)d confirmed") % {"number": event.edition}
    elif was.confirmed_on and not event.confirmed_on:
        yield _("Opened again: %(reason)s") % {"reason": event.reopened_reason}


def _of_area(was: Any, event: Any) -> Iterator[str]:
    area = {"area": event.name}
    if was is None:
        yield _("%(area)s added") % area
        if event.streets:
            yield _("Streets of %(area)s: %(streets)s") % (area | {"streets": _in_line(event.streets)})
        return
    if event.name != was.name:
        yield _("Name: from “%(was)s” to “%(becomes)s”") % {"was": was.name, "becomes": event.name}
    if event.streets != was.streets:
        about = {"was": _in_line(was.streets), "becomes": _in_line(event.streets)}
        yield _("Streets of %(area)s: from “%(was)s” to “%(becomes)s”") % (area | about)
    if event.struck_on and not was.struck_on:
        yield _("%(area)s struck: %(reason)s") % (area | {"reason": event.struck_reason})


def _in_line(streets: str) -> str:
    return ", ".join(streets.split("\n")).replace("\r", "") or _("none")
