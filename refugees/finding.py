"""What somebody types to find a person, read as what it can be: names, a birthday, a number, a case. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from refugees.identifiers import read_personal_number
from refugees.intake.values import Unreadable, read_birthday

LONGEST = 200
CASE_NUMBER = re.compile(r"(?:km[\s-]*)?(\d{2})[\s-](\d{4,6})", re.IGNORECASE)
PERSONAL_NUMBER = re.compile(r"(?<!\d)(\d{6})[\s\u2010-\u2015-]?(\d{4})(?!\d)")
DAY = re.compile(r"(?<!\d)(?:\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Criterion:
    """Whom somebody is looking for. Each part may be absent."""

    name: str = ""
    born_on: date | None = None
    number: str = ""  # ten digits
    immigration_id: str = ""
    case_number: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing to look for."""
        return self == Criterion()

    @property
    def masked(self) -> str:
        """The criterion as the log keeps it: what was looked for, but no whole CPR number."""
        parts = [
            self.case_number,
            self.name,
            self.born_on.isoformat() if self.born_on else "",
            f"{self.number[:6]}-****" if self.number else "",
            f"#{self.immigration_id}" if self.immigration_id else "",
        ]
        return " · ".join(part for part in parts if part)


def read_criterion(text: str, *, today: date) -> Criterion:
    """Names in any order, a birthday in any form, a CPR or replacement number, an immigration number, a case."""
    words = " ".join(text[:LONGEST].split())
    if match := CASE_NUMBER.fullmatch(words):
        return Criterion(case_number=f"KM-{match[1]}-{match[2]}")
    words, number = _take_number(words)
    words, born_on = _take_birthday(words, today)
    rest = words.split()
    # One word with a digit in it is no name: the Immigration Service's number.
    numbers = [word.strip("#,;") for word in rest if any(map(str.isdigit, word))]
    names = [word.strip(",;") for word in rest if not any(map(str.isdigit, word))]
    return Criterion(
        name=" ".join(names), born_on=born_on, number=number, immigration_id=numbers[0] if numbers else ""
    )


def _take_number(words: str) -> tuple[str, str]:
    match = PERSONAL_NUMBER.search(words)
    if not match:
        return words, ""
    try:
        number = read_personal_number(match[1] + match[2])
    except ValidationError:
        return words, ""
    return words.replace(match[0], " "), number.digits


def _take_birthday(words: str, today: date) -> tuple[str, date | None]:
    match = DAY.search(words)
    if not match:
        return words, None
    try:
        return words.replace(match[0], " "), read_birthday(match[0], today=today)
    except Unreadable:
        return words, None
