"""The sentences of a case's history. Each app declares its verbs and their sentence in one place.

A line of history holds the verb and details without personal data; the sentence is made when it is read,
in the reader's language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_verbs: dict[str, str] = {}
_icons: dict[str, str] = {}
_words: dict[str, Callable[[str], str]] = {}
_topics: dict[str, "Topic"] = {}
_tellers: list["Teller"] = []


class Topic(StrEnum):
    """What a reader can narrow the history down to."""

    GOALS = "goals"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Telling:
    """What the fact behind a line adds to its sentence. It stays with the fact: the line holds no personal data.

    `before` is a text that stood there earlier, shown on demand.
    """

    text: str = ""
    url: str = ""
    reason: str = ""
    before: str = ""


# From lines of one case to what their facts add, by the key of the line, in a fixed number of queries.
Teller = Callable[[Sequence[Any]], dict[int, Telling]]


class Verb(TextChoices):
    """What happened to a case, in words a colleague can read."""

    OPENED = "case-opened", gettext_lazy("Case opened")
    CLOSED = "case-closed", gettext_lazy("Case closed: %(reason)s")
    REOPENED = "case-reopened", gettext_lazy("Case reopened")
    DATE_RECORDED = "date-recorded", gettext_lazy("%(event)s recorded: %(date)s")
    DATE_PROPOSED = "date-proposed", gettext_lazy("%(event)s proposed by the rule: %(date)s")
    DATE_CONFIRMED = "date-confirmed", gettext_lazy("%(event)s confirmed: %(date)s")
    DATE_CORRECTED = "date-corrected", gettext_lazy("%(event)s corrected from %(was)s to %(date)s")
    DATE_WITHDRAWN = "date-withdrawn", gettext_lazy("%(event)s withdrawn, was %(was)s")
    DETAILS_CHANGED = "details-changed", gettext_lazy("Details of the person changed")
    GROUND_CHANGED = "ground-changed", gettext_lazy("Permit ground changed from %(was_ground)s to %(ground)s")
    JOINED_TEAM = "joined-team", gettext_lazy("%(part)s from %(date)s: %(user)s")
    LEFT_TEAM = "left-team", gettext_lazy("%(part)s until %(date)s: %(user)s")
    # How it was said until meetings and promises passed on as well.
    PASSED_ON = (
        "passed-on",
        gettext_lazy("Passed on to %(user)s: open tasks %(open_tasks)s, unseen messages %(unseen)s"),
    )
    HANDED_ON = "handed-on", gettext_lazy("Passed on to %(user)s: %(passed)s")
    READINESS = "readiness", gettext_lazy("%(readiness)s from %(date)s")
    BENEFIT = "benefit", gettext_lazy("%(benefit)s from %(date)s")
    READINESS_CORRECTED = (
        "readiness-corrected",
        gettext_lazy("Corrected: %(readiness)s from %(date)s; was %(was_readiness)s from %(was)s"),
    )
    READINESS_WITHDRAWN = "readiness-withdrawn", gettext_lazy("Withdrawn: %(readiness)s from %(was)s")
    BENEFIT_CORRECTED = (
        "benefit-corrected",
        gettext_lazy("Corrected: %(benefit)s from %(date)s; was %(was_benefit)s from %(was)s"),
    )
    BENEFIT_WITHDRAWN = "benefit-withdrawn", gettext_lazy("Withdrawn: %(benefit)s from %(was)s")
    HOUSEHOLD = "household", gettext_lazy("Household changed")
    NOTED = "noted", gettext_lazy("%(note_kind)s written")
    NOTE_CORRECTED = "note-corrected", gettext_lazy("%(note_kind)s of %(date)s corrected")
    DOCUMENT_ADDED = "document-added", gettext_lazy("Document added: %(document_kind)s, %(direction)s")
    DOCUMENT_WITHDRAWN = "document-withdrawn", gettext_lazy("Document withdrawn: %(document_kind)s")
    TASK_ADDED = "task-added", gettext_lazy("Task for %(user)s by %(date)s")
    TASK_DONE = "task-done", gettext_lazy("Task of %(user)s done, was due %(date)s")
    TASK_REOPENED = "task-reopened", gettext_lazy("Task of %(user)s to do again by %(date)s")
    WAITING_BEGUN = "waiting-begun", gettext_lazy("Waiting for %(awaited)s, chase on %(date)s")
    WAITING_CHASED = "waiting-chased", gettext_lazy("Still waiting for %(awaited)s, chase on %(date)s")
    WAITING_ENDED = "waiting-ended", gettext_lazy("No longer waiting for %(awaited)s")
    APPOINTMENT_MADE = "appointment-made", gettext_lazy("%(appointment_kind)s agreed for %(date)s")
    TALK_HELD = "talk-held", gettext_lazy("%(talk_kind)s held on %(date)s")
    TALK_NOT_HELD = "talk-not-held", gettext_lazy("%(talk_kind)s of %(date)s not held")
    TALK_CORRECTED = "talk-corrected", gettext_lazy("%(talk_kind)s of %(was)s corrected: %(date)s")
    TALK_TAKEN_BACK = "talk-taken-back", gettext_lazy("%(talk_kind)s of %(date)s taken back")
    APPOINTMENT_CANCELLED = (
        "appointment-cancelled",
        gettext_lazy("%(appointment_kind)s of %(date)s cancelled"),
    )
    INTERPRETER_ORDERED = (
        "interpreter-ordered",
        gettext_lazy("Interpreter ordered for %(date)s: %(interpreter)s"),
    )
    INTERPRETER_CONFIRMED = (
        "interpreter-confirmed",
        gettext_lazy("Interpreter for %(date)s confirmed: %(interpreter)s"),
    )
    INTERPRETER_CANCELLED = (
        "interpreter-cancelled",
        gettext_lazy("Interpreter for %(date)s cancelled: %(interpreter)s"),
    )
    SIGN_NOTED = "sign-noted", gettext_lazy("Early-warning sign of %(date)s: %(sign_kind)s")
    SIGN_ANSWERED = (
        "sign-answered",
        gettext_lazy("Something was done about the sign of %(date)s: %(sign_kind)s"),
    )
    SIGN_TAKEN_BACK = (
        "sign-taken-back",
        gettext_lazy("Early-warning sign of %(date)s taken back: %(sign_kind)s"),
    )
    CONCLUSION_STATED = "conclusion-stated", gettext_lazy("What work must take into account, from %(date)s")
    CONCLUSION_CORRECTED = (
        "conclusion-corrected",
        gettext_lazy("What work must take into account from %(date)s, corrected"),
    )
    CONCLUSION_WITHDRAWN = (
        "conclusion-withdrawn",
        gettext_lazy("What work must take into account from %(date)s, withdrawn"),
    )
    HOUSING_NEED_STATED = "housing-need-stated", gettext_lazy("What the home must have, from %(date)s")
    HOUSING_NEED_CORRECTED = (
        "housing-need-corrected",
        gettext_lazy("What the home must have from %(date)s, corrected"),
    )
    HOUSING_NEED_WITHDRAWN = (
        "housing-need-withdrawn",
        gettext_lazy("What the home must have from %(date)s, withdrawn"),
    )


ICONS = {
    Verb.OPENED: "flag",
    Verb.CLOSED: "lock",
    Verb.REOPENED: "flag",
    Verb.DATE_RECORDED: "calendar-month",
    Verb.DATE_PROPOSED: "calculator",
    Verb.DATE_CONFIRMED: "calendar-month",
    Verb.DATE_CORRECTED: "edit",
    Verb.DATE_WITHDRAWN: "close",
    Verb.DETAILS_CHANGED: "contact-card",
    Verb.GROUND_CHANGED: "document",
    Verb.READINESS: "how-to-reg",
    Verb.BENEFIT: "payments",
    Verb.READINESS_CORRECTED: "edit",
    Verb.READINESS_WITHDRAWN: "close",
    Verb.BENEFIT_CORRECTED: "edit",
    Verb.BENEFIT_WITHDRAWN: "close",
    Verb.HOUSEHOLD: "home",
    Verb.JOINED_TEAM: "person",
    Verb.LEFT_TEAM: "person",
    Verb.PASSED_ON: "person",
    Verb.HANDED_ON: "person",
    Verb.NOTED: "edit",
    Verb.NOTE_CORRECTED: "edit",
    Verb.DOCUMENT_ADDED: "file",
    Verb.DOCUMENT_WITHDRAWN: "file",
    Verb.TASK_ADDED: "check",
    Verb.TASK_DONE: "success",
    Verb.TASK_REOPENED: "check",
    Verb.WAITING_BEGUN: "hourglass",
    Verb.WAITING_CHASED: "hourglass",
    Verb.WAITING_ENDED: "hourglass",
    Verb.APPOINTMENT_MADE: "calendar-month",
    Verb.APPOINTMENT_CANCELLED: "calendar-month",
    Verb.TALK_HELD: "chat",
    Verb.TALK_NOT_HELD: "chat",
    Verb.TALK_CORRECTED: "edit",
    Verb.TALK_TAKEN_BACK: "close",
    Verb.INTERPRETER_ORDERED: "chat",
    Verb.INTERPRETER_CONFIRMED: "chat",
    Verb.INTERPRETER_CANCELLED: "close",
    Verb.SIGN_NOTED: "warning",
    Verb.SIGN_ANSWERED: "success",
    Verb.SIGN_TAKEN_BACK: "close",
    Verb.CONCLUSION_STATED: "how-to-reg",
    Verb.CONCLUSION_CORRECTED: "edit",
    Verb.CONCLUSION_WITHDRAWN: "close",
    Verb.HOUSING_NEED_STATED: "home",
    Verb.HOUSING_NEED_CORRECTED: "edit",
    Verb.HOUSING_NEED_WITHDRAWN: "close",
}


# What starts, keeps or voids a promise, and what says that it was otherwise.
MOVE_A_PROMISE = [
    Verb.READINESS,
    Verb.READINESS_CORRECTED,
    Verb.READINESS_WITHDRAWN,
    Verb.BENEFIT,
    Verb.BENEFIT_CORRECTED,
    Verb.BENEFIT_WITHDRAWN,
    Verb.TALK_HELD,
    Verb.TALK_NOT_HELD,
    Verb.TALK_CORRECTED,
    Verb.TALK_TAKEN_BACK,
]


def register(
    verbs: type[TextChoices],
    *,
    icons: dict[str, str] | None = None,
    words: dict[str, Callable[[str], str]] | None = None,
    topics: dict[str, Topic] | None = None,
    teller: Teller | None = None,
) -> None:
    """Make an app's verbs readable on the case.

    `words` says how a detail that holds a key is shown in the reader's language; `topics`, by which filter a line is
    found; `teller`, what the facts behind the lines add to them.
    """
    _verbs.update(dict(verbs.choices))
    _icons.update(icons or {})
    _words.update(words or {})
    _topics.update(topics or {})
    if teller and teller not in _tellers:
        _tellers.append(teller)


def verbs_of(topic: str) -> list[str]:
    """The verbs of the lines that a filter leaves."""
    return [verb for verb, its_topic in _topics.items() if its_topic == topic]


def tell(lines: Sequence[Any]) -> dict[int, Telling]:
    """What the facts behind these lines add to them."""
    told: dict[int, Telling] = {}
    for teller in _tellers:
        told |= teller(lines)
    return told


def label_of(choices: type[TextChoices]) -> Callable[[str], str]:
    """Show a key of these choices by its label; an unknown key as itself."""
    labels = dict(choices.choices)
    return lambda key: str(labels.get(key, key))


def within(words: Callable[[str], str]) -> Callable[[str], str]:
    """The same words inside a sentence: with a small first letter."""

    return lambda key: small(words(key))


def small(text: str) -> str:
    """A label in the middle of a line: with a small first letter."""
    return text[:1].lower() + text[1:]


def sentence(verb: str, details: dict) -> str:
    """The line as the reader sees it. An unknown verb shows as itself: history never disappears."""
    text = str(_verbs.get(verb, verb))
    return text % _Details(details) if "%(" in text else text


def icon(verb: str) -> str:
    """The mark beside the line."""
    return _icons.get(verb, "info")


class _Details(dict):
    """The details of a line as words: keys of choices, ISO dates; what an older line lacks is "not known"."""

    def __getitem__(self, name: str) -> str:
        value = super().__getitem__(name)
        if name in _words:
            return _words[name](value)
        try:
            return date_format(date.fromisoformat(value), "DATE_FORMAT")
        except (TypeError, ValueError):
            return value

    def __missing__(self, name: str) -> str:
        return _("not known")
