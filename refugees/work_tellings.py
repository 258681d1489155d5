"""What notes, documents, tasks, waiting and appointments add to the lines of a case's history: their words."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from refugees.models import (
    Appointment,
    CaseLine,
    Document,
    InterpreterBooking,
    Note,
    Talk,
    Task,
    Waiting,
    WarningSign,
)
from refugees.verbs import Telling, Verb

# The whole of a long note stands on its own page.
MOST_CHARACTERS = 600

NOTE_VERBS = {Verb.NOTED, Verb.NOTE_CORRECTED}
TASK_VERBS = {Verb.TASK_ADDED, Verb.TASK_DONE, Verb.TASK_REOPENED}
WAITING_VERBS = {Verb.WAITING_BEGUN, Verb.WAITING_CHASED, Verb.WAITING_ENDED}
APPOINTMENT_VERBS = {Verb.APPOINTMENT_MADE, Verb.APPOINTMENT_CANCELLED}
TALK_VERBS = {Verb.TALK_HELD, Verb.TALK_NOT_HELD, Verb.TALK_CORRECTED, Verb.TALK_TAKEN_BACK}
SIGN_VERBS = {Verb.SIGN_NOTED, Verb.SIGN_ANSWERED, Verb.SIGN_TAKEN_BACK}
BOOKING_VERBS = {Verb.INTERPRETER_CANCELLED}
DOCUMENT_VERBS = {Verb.DOCUMENT_ADDED, Verb.DOCUMENT_WITHDRAWN}


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """The words behind these lines: one query for each kind of thing that they name, two for notes."""
    told = _notes(_naming(lines, NOTE_VERBS, "note"))
    told |= _documents(_naming(lines, DOCUMENT_VERBS, "document"))
    told |= _tasks(_naming(lines, TASK_VERBS, "task"))
    told |= _waitings(_naming(lines, WAITING_VERBS, "waiting"))
    told |= _talks(_naming(lines, TALK_VERBS, "talk"))
    told |= _appointments(_naming(lines, APPOINTMENT_VERBS, "appointment"))
    told |= _signs(_naming(lines, SIGN_VERBS, "sign"))
    told |= _bookings(_naming(lines, BOOKING_VERBS, "booking"))
    return told


def _naming(lines: Iterable[CaseLine], verbs: set[Verb], key: str) -> list[tuple[CaseLine, int]]:
    """Lines of these verbs, each with the thing that it names."""
    return [(line, line.details[key]) for line in lines if line.verb in verbs and key in line.details]


def _notes(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    if not lines:
        return {}
    notes = {
        note.pk: note
        for note in Note.objects.filter(pk__in=[key for _line, key in lines])
        .select_related("case")
        .prefetch_related("events")
    }
    return {line.pk: _note(line, notes[key]) for line, key in lines if key in notes}


def _note(line: CaseLine, note: Note) -> Telling:
    """Where it was written, its words as they stand now; where it was corrected, why."""
    url = f"{reverse('refugees:notes', args=[note.case.public_id])}#note-{note.public_id}"
    versions = {event.version: event for event in note.events.all()}
    if line.verb == Verb.NOTE_CORRECTED:
        correction = versions.get(line.details.get("version"))
        return Telling(url=url, reason=correction.correction_reason if correction else "")
    text = Truncator(note.text).chars(MOST_CHARACTERS)
    if note.version == 1:
        return Telling(text=text, url=url)
    return Telling(text=text, url=url, before=versions[1].text, reason=note.correction_reason)


def _documents(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    found = _by_key(Document, lines)
    told = {}
    for line, key in lines:
        if document := found.get(key):
            url = f"{reverse('refugees:documents', args=[document.case.public_id])}#document-{document.public_id}"
            is_withdrawn = line.verb == Verb.DOCUMENT_WITHDRAWN
            reason = document.withdrawn_reason if is_withdrawn else ""
            told[line.pk] = Telling(text=document.title, url=url, reason=reason)
    return told


def _tasks(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    found = _by_key(Task, lines)
    return {line.pk: Telling(text=found[key].title) for line, key in lines if key in found}


def _waitings(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    found = _by_key(Waiting, lines)
    told = {}
    for line, key in lines:
        if waiting := found.get(key):
            words = _("%(whom)s: %(what)s") % {"whom": waiting.whom, "what": waiting.what}
            outcome = waiting.outcome if line.verb == Verb.WAITING_ENDED else ""
            told[line.pk] = Telling(text="\n".join(part for part in (words, outcome) if part))
    return told


def _appointments(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    found = _by_key(Appointment, lines)
    told = {}
    for line, key in lines:
        if appointment := found.get(key):
            is_cancelled = line.verb == Verb.APPOINTMENT_CANCELLED
            reason = appointment.cancel_reason if is_cancelled else ""
            told[line.pk] = Telling(text=appointment.about, reason=reason)
    return told


def _talks(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    """What was agreed, or why it was not held, as it was said then; where it was mended, why."""
    if not lines:
        return {}
    events = Talk.pgh_event_model.objects.filter(pgh_obj_id__in={key for _line, key in lines})
    said = {(event.pgh_obj_id, event.version): event for event in events.order_by("-pgh_id")}
    told = {}
    for line, key in lines:
        version = line.details.get("version", 1)
        if event := said.get((key, version)):
            told[line.pk] = _talk(line, event, said.get((key, version - 1)))
    return told


def _talk(line: CaseLine, event: Any, before: Any | None) -> Telling:
    """One telling: a correction says anew only what it changed."""
    if line.verb == Verb.TALK_TAKEN_BACK:
        return Telling(reason=event.correction_reason)
    text = event.agreement or event.why_not
    if before and text == (before.agreement or before.why_not):
        text = ""
    return Telling(text=text, reason=event.correction_reason)


def _signs(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    """What was noticed; what was done about it; why it was taken back."""
    found = _of(WarningSign, lines)
    told = {}
    for line, key in lines:
        if sign := found.get(key):
            text = {Verb.SIGN_NOTED: sign.words, Verb.SIGN_ANSWERED: sign.action}.get(line.verb, "")
            reason = sign.correction_reason if line.verb == Verb.SIGN_TAKEN_BACK else ""
            told[line.pk] = Telling(text=text, reason=reason)
    return told


def _bookings(lines: list[tuple[CaseLine, int]]) -> dict[int, Telling]:
    found = _of(InterpreterBooking, lines)
    return {line.pk: Telling(reason=found[key].cancel_reason) for line, key in lines if key in found}


def _of(model: type, lines: list[tuple[CaseLine, int]]) -> dict:
    keys = {key for _line, key in lines}
    return model.objects.in_bulk(keys) if keys else {}


def _by_key(model: type, lines: list[tuple[CaseLine, int]]) -> dict:
    keys = {key for _line, key in lines}
    return model.objects.select_related("case").in_bulk(keys) if keys else {}
