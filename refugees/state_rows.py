"""What rows from the City's system of record have in common: whose case it is, which day, what is wrong in words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from refugees.identifiers import search_hash
from refugees.intake.columns import squeeze
from refugees.intake.values import Unreadable, read_event_day, read_number
from refugees.models import Case
from refugees.staged import Change

# Lists are written in either, whoever reads the page.
LANGUAGES = ("da", "en")
LONGEST_KEY = 80


def cases_of(rows: Sequence[Mapping[str, str]], by: User) -> list[Case | None]:
    """The open case that each row names by its number or by the person's; only of those the reader sees. One query.

    A row that gives both must mean the same case by both: otherwise it names none, and `why_no_case` says so.
    """
    numbers = {row.get("case_number", "").strip() for row in rows} - {""}
    hashes = {key for row in rows if (key := _person_key(row))}
    wanted = Q(number__in=numbers) | Q(person__number_hash__in=hashes)
    found = list(Case.objects.whole_for(by).open().filter(wanted).select_related("person"))
    by_number = {case.number: case for case in found}
    by_person = {bytes(case.person.number_hash): case for case in found if case.person.number_hash}
    named = []
    for row in rows:
        case, other = by_number.get(row.get("case_number", "").strip()), by_person.get(_person_key(row))
        named.append(_same(row, case, other) if _names_both(row) else case or other)
    return named


def why_no_case(row: Mapping[str, str]) -> str:
    """Why a row names no case; the same words whether it is closed, of another unit, or does not exist."""
    if _names_both(row):
        return _(
            "The case number and the CPR or replacement number do not name the same open case of your unit."
        )
    return _("No open case of your unit has this number.")


def _names_both(row: Mapping[str, str]) -> bool:
    return bool(row.get("case_number", "").strip() and row.get("person_number", "").strip())


def _same(row: Mapping[str, str], case: Case | None, other: Case | None) -> Case | None:
    """The case, unless the person number is another person's. Where the case has none yet, it must be nobody else's."""
    if case is None:
        return None
    hashed = case.person.number_hash
    is_same = bytes(hashed) == _person_key(row) if hashed else other is None and bool(_person_key(row))
    return case if is_same else None


def _person_key(row: Mapping[str, str]) -> bytes:
    try:
        return search_hash(read_number(row["person_number"]).digits)
    except (KeyError, Unreadable):
        return b""


def day_in(row: Mapping[str, str], name: str, today: date, *, years_ahead: int = 1) -> date | None:
    """A day of the row; None where it says none. ValidationError for what is no day."""
    if not row.get(name, "").strip():
        return None
    try:
        return read_event_day(row[name], today=today, years_ahead=years_ahead)
    except Unreadable:
        raise ValidationError(
            _("“%(text)s” is no day. Write it as 24-12-2025.") % {"text": row[name]}
        ) from None


def key_in(row: Mapping[str, str], name: str, *, is_needed: bool = False) -> str:
    """The key of the row in the system of record: by it the row is known again."""
    key = " ".join(row.get(name, "").split())
    if len(key) > LONGEST_KEY or (is_needed and not key):
        raise ValidationError(_("The key is missing or too long: without it the row is not known again."))
    return key


def choice_in(row: Mapping[str, str], name: str, choices: type[TextChoices]) -> str:
    """One of the choices by its key or its word in Danish or English; ValidationError for another word."""
    wanted = squeeze(row.get(name, ""))
    for language in LANGUAGES:
        with override(language):
            for each in choices:
                if each.value and wanted in {squeeze(each.value), squeeze(str(each.label))}:
                    return each.value
    known = ", ".join(str(each.label) for each in choices if each.value)
    raise ValidationError(
        _("“%(text)s” is not known here. Write one of: %(known)s.")
        % {"text": row.get(name, ""), "known": known}
    )


def choices_in(text: str, choices: type[TextChoices]) -> list[str]:
    """Several choices, with commas between them."""
    parts = [part for part in re.split(r"[,;/]", text) if part.strip()]
    return [choice_in({"one": part}, "one", choices) for part in parts]


def sentences(errors: Iterable[ValidationError]) -> list[str]:
    """All that these errors say."""
    return [message for error in errors for message in error.messages]


def contested_words(changes: Iterable[Change]) -> list[str]:
    """What was changed here and in the list: somebody has to judge."""
    words = _(
        "%(field)s was changed both here (%(ours)s) and in the list (%(told)s). Correct the case or the list."
    )
    return [words % {"field": each.label, "ours": each.was, "told": each.becomes} for each in changes]


def in_figures(day: str) -> str:
    """A day of the state's fields as people here write it."""
    return f"{date.fromisoformat(day):%d-%m-%Y}" if day else ""
