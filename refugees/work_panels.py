"""The boxes of what is written on a case: messages, notes, documents, tasks, waiting, appointments.

Each takes a fixed number of queries, however much is written. On the overview of a case they show what is open;
`whole=True` is the box on its own page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from refugees import drafting
from refugees.forms.work import NoteForm
from refugees.models import (
    Case,
    Draft,
    InterpreterBooking,
    Message,
    MessageKind,
    Note,
    NoteKind,
    Task,
    WarningSign,
)
from refugees.models.draft import NEW_NOTE
from refugees.panels import Panel

MOST_ON_OVERVIEW = 4
MOST_PAST = 20
# Where a message leads; without a page of its own, to the case.
MESSAGE_PAGES: dict[str, str] = {
    MessageKind.NEW_NOTE: "refugees:notes",
    MessageKind.TASK_GIVEN: "refugees:tasks",
    MessageKind.WARNING_SIGN: "refugees:signs",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing with a day: the thing, and the state under whose shape its day is shown."""

    thing: Any
    state: str


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message and the page that it is about."""

    message: Message
    url: str


def message_rows(messages: Iterable[Message]) -> list[MessageRow]:
    """Messages, each with the page that it leads to."""
    return [MessageRow(message, _leads_to(message)) for message in messages]


def _leads_to(message: Message) -> str:
    page = reverse(MESSAGE_PAGES.get(message.kind, "case"), args=[message.case.public_id])
    thing, _colon, name = message.about.partition(":")
    # One from before things were named by their public ids names a key, which has no place in an address.
    return page if message.kind not in MESSAGE_PAGES or name.isdecimal() else f"{page}#{thing}-{name}"


def messages_panel(case: Case, user: User, today: date) -> Panel | None:
    """What this reader has not seen yet on this case. One query."""
    unseen = case.messages.filter(to_user=user).unseen().newest_first()
    rows = message_rows(unseen)
    return _messages(rows, today, is_on_case=True)


def told(user: User, today: date) -> Panel | None:
    """What this reader has not seen yet on any case. One query."""
    rows = message_rows(Message.objects.visible_to(user).unseen().newest_first())
    return _messages(rows, today, is_on_case=False)


def _messages(rows: list[MessageRow], today: date, *, is_on_case: bool) -> Panel | None:
    if not rows:
        return None
    holds = {"rows": rows, "today": today, "is_on_case": is_on_case}
    return Panel("work/_messages.html", holds, is_first=True)


def note_form(case: Case, user: User, today: date) -> tuple[NoteForm, Draft | None]:
    """The box to write in, with what this person had begun to write. One query."""
    form = NoteForm(today=today, initial={"happened_on": today, "kind": NoteKind.NOTE})
    return form, drafting.begun(form, by=user, case=case, name=NEW_NOTE)


def note_box_panel(case: Case, user: User, today: date) -> Panel | None:
    """The box to write a note in, above the timeline that shows the notes. One query."""
    if not user.can(Permission.WRITE_NOTE):
        return None
    form, draft = note_form(case, user, today)
    holds = {
        "form": form,
        "case": case,
        "today": today,
        "draft": draft,
        "next": f"{reverse('case', args=[case.public_id])}#timeline",
    }
    return Panel("work/_note_box.html", holds)


def notes_of(case: Case, user: User, *, page: int, size: int) -> tuple[list[Note], bool]:
    """A page of the notes that this person may read, and whether there is another one. Two queries."""
    first = (page - 1) * size
    found = list(
        Note.objects.visible_to(user)
        .filter(case=case)
        .with_earlier()
        .newest_first()[first : first + size + 1]
    )
    return found[:size], len(found) > size


def documents_panel(case: Case, user: User, today: date, *, whole: bool = False) -> Panel:
    """The documents, the latest first; on its own page also those that were withdrawn. One query."""
    documents = case.documents.newest_first() if whole else case.documents.standing().newest_first()
    return _box("work/_documents.html", case, user, today, rows=documents, whole=whole)


def tasks_panel(case: Case, user: User, today: date, *, whole: bool = False) -> Panel:
    """What is to be done on the case, soonest first; on its own page also what was done."""
    tasks = case.tasks.by_date()
    done = tasks.filter(done_at__isnull=False).order_by("-done_at", "-id")
    return _box(
        "work/_tasks.html", case, user, today, rows=task_rows(tasks.open(), today), past=done, whole=whole
    )


def task_rows(tasks: Iterable[Task], today: date) -> list[Row]:
    """Open tasks, each under the shape of how near its day is."""
    return [Row(task, _state(task.days_left(today))) for task in tasks]


def _state(days: int) -> str:
    """Over its day, on or just before it, or with time left."""
    if days < 0:
        return "over"
    return "due_soon" if days <= 1 else "running"


def waiting_panel(case: Case, user: User, today: date, *, whole: bool = False) -> Panel:
    """For whom the case waits, soonest to ask again first; on its own page also what became of it."""
    waitings = case.waitings.by_chase()
    ended = waitings.filter(ended_on__isnull=False).order_by("-ended_on", "-id")
    rows = [Row(each, "due_soon" if each.is_to_chase(today) else "paused") for each in waitings.open()]
    return _box("work/_waiting.html", case, user, today, rows=rows, past=ended, whole=whole)


def appointments_panel(case: Case, user: User, today: date, *, whole: bool = False) -> Panel:
    """What is agreed from today on; on its own page also what was, and what was cancelled."""
    appointments = case.appointments.by_time().prefetch_related(
        Prefetch("interpreters", InterpreterBooking.objects.standing(), to_attr="booked")
    )
    coming = appointments.standing().from_day(today)
    past = appointments.exclude(pk__in=case.appointments.standing().from_day(today).values("pk"))
    return _box(
        "work/_appointments.html",
        case,
        user,
        today,
        rows=coming,
        past=past.order_by("-starts_at", "-id"),
        whole=whole,
    )


def talks_panel(case: Case, user: User, today: date, *, whole: bool = False) -> Panel:
    """The talks, the latest first, held or not. One query."""
    return _box("work/_talks.html", case, user, today, rows=case.talks.standing().latest_first(), whole=whole)


def signs_panel(case: Case, user: User, today: date) -> Panel | None:
    """The early-warning signs on which nothing was done yet, above everything else; nothing without one. One query."""
    rows = list(WarningSign.objects.open().filter(case=case).for_a_list())
    holds = {"rows": rows, "may_act": user.can(Permission.WRITE_CASE)}
    return Panel("signs/_panel.html", holds, is_first=True) if rows else None


def _box(
    template: str,
    case: Case,
    user: User,
    today: date,
    *,
    rows: Iterable[Any],
    past: QuerySet | tuple = (),
    whole: bool,
) -> Panel:
    """A box beside the overview with the first few, or the whole of it on its own page."""
    rows = list(rows)
    shown = rows if whole else rows[:MOST_ON_OVERVIEW]
    holds = {
        "case": case,
        "today": today,
        "may_write": user.can(Permission.WRITE_CASE),
        "is_whole": whole,
        "rows": shown,
        "more": len(rows) - len(shown),
        "past": list(past[:MOST_PAST]) if whole else [],
    }
    return Panel(template, holds, is_aside=not whole)
