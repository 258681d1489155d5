"""What has happened on a case: its lines, newest first, with what the facts behind them add."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from refugees.models import Case, CaseLine
from refugees.verbs import Telling, Topic, tell, verbs_of

PAGE_SIZE = 25
# A shape of the timeline follows the mark of the line.
KINDS = {"error": "over", "success": "met"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line as the page shows it."""

    icon: str
    title: str
    at: datetime
    by: str
    kind: str = ""
    text: str = ""
    url: str = ""
    before: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of what has happened."""

    items: list[Item]
    page: int
    has_more: bool


def timeline(case: Case, *, topic: str = "", page: int = 1, size: int = PAGE_SIZE) -> Timeline:
    """A page of the history of a case; `topic` narrows it down."""
    lines = _lines(case, topic)
    first = (page - 1) * size
    # One more than shown tells whether there is a next page, without counting all.
    found = list(lines[first : first + size + 1])
    return Timeline(as_items(found[:size]), page, len(found) > size)


def _lines(case: Case, topic: str) -> QuerySet[CaseLine]:
    lines = case.lines.select_related("by", "about").order_by("-at", "-pk")
    return lines.filter(verb__in=verbs_of(topic)) if topic in list(Topic) else lines


def as_items(lines: Sequence[CaseLine]) -> list[Item]:
    """Lines as the page shows them."""
    told = tell(lines)
    return [_item(line, told.get(line.pk, Telling())) for line in lines]


def _item(line: CaseLine, told: Telling) -> Item:
    reason = _("Reason: %(reason)s") % {"reason": told.reason} if told.reason and not told.before else ""
    return Item(
        icon=line.icon,
        title=line.sentence,
        at=line.at,
        by=line.by.name if line.by else _("The system"),
        kind=KINDS.get(line.icon, "" if line.by else "system"),
        text="\n".join(part for part in (told.text, _happened(line), reason) if part),
        url=told.url,
        before=told.before,
        reason=told.reason,
    )


def _happened(line: CaseLine) -> str:
    """When it happened, where that is another day than it was recorded and the sentence does not say so."""
    is_said = line.details.get("date") == line.happened_on.isoformat()
    if is_said or timezone.localtime(line.at).date() == line.happened_on:
        return ""
    return _("On %(day)s") % {"day": date_format(line.happened_on, "DATE_FORMAT")}


def topic_links(url: str, current: str, *, anchor: str = "") -> list[dict[str, object]]:
    """The filter of the history, as links: what is shown stands in the address."""
    choices = [("", _("All")), (Topic.GOALS, _("Goals")), (Topic.NOTES, _("Notes"))]
    return [
        {
            "url": (f"{url}?show={value}" if value else url) + anchor,
            "label": label,
            "current": value == current,
        }
        for value, label in choices
    ]
