"""What this pillar adds to the lines of a case's history: what was said then, and why something was mended."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import Truncator

from mentoring.models import (
    ChecklistMark,
    Concern,
    Contact,
    HolisticOffer,
    MentorExtension,
    MentorOffer,
    Promise,
    RetentionOffer,
    RetentionTalk,
    Visit,
)
from mentoring.verbs import Verb
from refugees.models import CaseLine
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling

WITH_A_REASON = {Verb.CORRECTED, Verb.TAKEN_BACK}


VISITS = {Verb.CAME, Verb.ENDED, Verb.CORRECTED, Verb.TAKEN_BACK}
CONTACTS = {Verb.CONTACT_LOGGED, Verb.CONTACT_CORRECTED, Verb.CONTACT_TAKEN_BACK}
PROMISES = {Verb.PROMISED, Verb.PROMISE_KEPT, Verb.PROMISE_DROPPED, Verb.PROMISE_OPEN_AGAIN}
CONCERNS = {Verb.CONCERN_RAISED, Verb.CONCERN_ANSWERED, Verb.CONCERN_TAKEN_BACK}
# A long note is read on the page of the contacts.
MOST_CHARACTERS = 600


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """What was said, as it was written then. One query for each kind of thing that the lines name."""
    told = _visits([line for line in lines if line.verb in VISITS])
    told |= _contacts([line for line in lines if line.verb in CONTACTS])
    told |= _promises([line for line in lines if line.verb in PROMISES])
    told |= _concerns([line for line in lines if line.verb in CONCERNS])
    for kind in (HolisticOffer, RetentionOffer):
        told |= _offers(kind, [line for line in lines if kind.KEY_IN_LINES in line.details])
    told |= _extensions([line for line in lines if line.verb == Verb.MENTOR_EXTENDED])
    told |= _marks([line for line in lines if "checklist_mark" in line.details])
    told |= _views([line for line in lines if line.verb == Verb.VIEWS_CORRECTED])
    return told


def _contacts(lines: list[CaseLine]) -> dict[int, Telling]:
    """The note as it was written then, and where all of them stand; where it was mended, why."""
    if not lines:
        return {}
    events = Contact.pgh_event_model.objects.filter(
        pgh_obj_id__in={line.details["contact"] for line in lines}
    )
    said = {(event.pgh_obj_id, event.version): event for event in events.order_by("-pgh_id")}
    told = {}
    for line in lines:
        if event := said.get((line.details["contact"], line.details["version"])):
            text = (
                "" if line.verb == Verb.CONTACT_TAKEN_BACK else Truncator(event.note).chars(MOST_CHARACTERS)
            )
            told[line.pk] = Telling(text=text, reason=event.correction_reason)
    return told


def _promises(lines: list[CaseLine]) -> dict[int, Telling]:
    """What was promised; where it was dropped, why, as it was said then."""
    events = events_behind(Promise, lines, "promise")
    found = {line.pk: nearest(events[line.details["promise"]], line) for line in lines}
    return {pk: Telling(text=event.words, reason=event.reason) for pk, event in found.items() if event}


def _concerns(lines: list[CaseLine]) -> dict[int, Telling]:
    """What a mentor worried about, what was answered, why it was taken back."""
    if not lines:
        return {}
    rows = Concern.objects.in_bulk({line.details["concern"] for line in lines})
    told = {}
    for line in lines:
        if row := rows.get(line.details["concern"]):
            text = {Verb.CONCERN_RAISED: row.words, Verb.CONCERN_ANSWERED: row.answer}.get(line.verb, "")
            reason = row.taken_back_reason if line.verb == Verb.CONCERN_TAKEN_BACK else ""
            told[line.pk] = Telling(text=text, reason=reason)
    return told


def _offers(kind: type[MentorOffer], lines: list[CaseLine]) -> dict[int, Telling]:
    """Why somebody wanted no mentor of that kind, and why that was corrected or taken back: as it was said then."""
    behind = events_behind(kind, lines, kind.KEY_IN_LINES)
    told = {}
    for line in lines:
        if event := _as_it_was(behind[line.details[kind.KEY_IN_LINES]], line, kind):
            text = event.reason if line.verb in (kind.ANSWERED, kind.ANSWER_CORRECTED) else ""
            reason = event.correction_reason if line.verb != kind.ANSWERED else ""
            told[line.pk] = Telling(text=text, reason=reason)
    return told


def _as_it_was(events: list[Any], line: CaseLine, kind: type[MentorOffer]) -> Any | None:
    """The text of an offer that a line is about: by its version, which older lines do not name, else by the moment."""

    def fits(event: Any) -> bool:
        is_same = bool(event.taken_back_at) == (line.verb == kind.TAKEN_BACK)
        said = event.answer == line.details[kind.ANSWER_IN_LINES]
        return is_same and said and event.version == line.details.get("version", event.version)

    return nearest(events, line, fits)


def _marks(lines: list[CaseLine]) -> dict[int, Telling]:
    """Why something on the checklist is not relevant, and why it was corrected, as it was said then."""
    if not lines:
        return {}
    rows = {line.details["checklist_mark"] for line in lines}
    events = ChecklistMark.pgh_event_model.objects.filter(pgh_obj_id__in=rows).order_by("-pgh_id")
    said = {(event.pgh_obj_id, event.version): event for event in events}
    found = {line.pk: said.get((line.details["checklist_mark"], line.details["version"])) for line in lines}
    return {
        pk: Telling(text=event.reason, reason=event.correction_reason) for pk, event in found.items() if event
    }


def _extensions(lines: list[CaseLine]) -> dict[int, Telling]:
    """Why a mentor stays longer."""
    if not lines:
        return {}
    rows = MentorExtension.objects.in_bulk({line.details["mentor_extension"] for line in lines})
    named = [(line.pk, rows.get(line.details["mentor_extension"])) for line in lines]
    return {pk: Telling(reason=row.reason) for pk, row in named if row}


def _views(lines: list[CaseLine]) -> dict[int, Telling]:
    """Why what was said in a retention talk was put right."""
    events = events_behind(RetentionTalk, lines, "retention_talk")
    told = {}
    for line in lines:
        event = nearest(
            events[line.details["retention_talk"]], line, lambda event: event.pgh_label == "update"
        )
        if event:
            told[line.pk] = Telling(reason=event.correction_reason)
    return told


def _visits(ours: list[CaseLine]) -> dict[int, Telling]:
    """What was said in open counselling. One query."""
    events = events_behind(Visit, ours, "visit")
    found = {}
    for line in ours:
        event = nearest(events[line.details["visit"]], line)
        text = (event.note if line.verb == Verb.CAME else event.said) if event else ""
        found[line.pk] = Telling(text=text, reason=reason_given(event) if line.verb in WITH_A_REASON else "")
    return found
