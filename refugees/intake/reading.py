"""One row of a list read as facts about a person, with what is wrong in it. Pure: text in, facts out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from functools import partial
from typing import Any

from refugees.identifiers import read_personal_number
from refugees.intake import values
from refugees.intake.columns import Field
from refugees.intake.values import Unreadable

# No text of a cell is longer; the person table holds less of most.
LONGEST_TEXT = 500
LONGEST = {Field.GIVEN_NAME: 120, Field.FAMILY_NAME: 120, Field.COUNTRY: 80, Field.PHONE: 40}
LONGEST_IMMIGRATION_ID = 20


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row says of one person. Empty or None where it says nothing, so that nothing known is wiped out."""

    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    number: str = ""
    immigration_id: str = ""
    sex: str = ""
    country: str = ""
    speaks: tuple[str, ...] = ()
    interpreter: str = ""
    phone: str = ""
    permit_ground: str = ""
    permit_on: date | None = None
    allocated_on: date | None = None
    registered_on: date | None = None
    applied_in_denmark: bool | None = None
    household: str = ""
    is_protected: bool | None = None
    benefit: str = ""

    @property
    def name(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one field, by the code of its sentence (problems.py). A warning does not stop the row."""

    field: str
    code: str

    @property
    def is_warning(self) -> bool:
        """Whether the row may become a case all the same."""
        return self.code in WARNINGS


WARNINGS = {
    "check_digit",
    "meanwhile",
    "birthday_differs",
    "no_birthday",
    "no_allocation",
    "allocation_before_permit",
    "unknown_language",
    "interpreter_needed",
}

DATES = ("born_on", "permit_on", "allocated_on", "registered_on")


def interpret(cells: Mapping[str, str], *, today: date) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts of a row and its problems. Never raises, whatever stands in the cells."""
    facts: dict[str, Any] = {}
    problems = []
    for name, text in cells.items():
        words = " ".join(text.split())
        if not words or values.plain(words) in values.NOTHING:
            continue
        try:
            facts |= _value(Field(name), words, today)
        except Unreadable as unreadable:
            facts |= unreadable.kept
            problems.append(Problem(name, unreadable.code))
    read = Facts(**facts)
    return read, (*problems, *_together(read, problems))


def _value(field: Field, text: str, today: date) -> dict[str, Any]:
    if text.startswith("="):
        raise Unreadable("formula")
    if text.startswith("#") and text.rstrip("!?").isupper():
        raise Unreadable("excel_error")
    if len(text) > LONGEST.get(field, LONGEST_TEXT):
        raise Unreadable("too_long")
    return READERS[field](text, today)


def _words(name: str, text: str, _today: date) -> dict[str, Any]:
    # Control characters come from broken exports and are nobody's name.
    if not text.isprintable():
        raise Unreadable("not_printable")
    return {name: text}


def _read(name: str, reader: Callable[[str], Any], text: str, _today: date) -> dict[str, Any]:
    return {name: reader(text)}


def _dated(name: str, reader: Callable[..., date], text: str, today: date) -> dict[str, Any]:
    return {name: reader(text, today=today)}


def _full_name(text: str, today: date) -> dict[str, Any]:
    """ "Hassan, Ahmad" has the family name first; without a comma the last word is it."""
    if "," in text:
        family, _, given = text.partition(",")
    else:
        given, _, family = text.rpartition(" ")
        given, family = (given, family) if given else (family, "")
    given, family = given.strip(), family.strip()
    if not given:
        given, family = family, ""
    for field, part in ((Field.GIVEN_NAME, given), (Field.FAMILY_NAME, family)):
        if len(part) > LONGEST[field]:
            raise Unreadable("too_long")
    return _words("given_name", given, today) | ({"family_name": family} if family else {})


def _number(text: str, _today: date) -> dict[str, Any]:
    return {"number": values.read_number(text).digits}


def _immigration_id(text: str, today: date) -> dict[str, Any]:
    joined = "".join(text.split())
    if len(joined) > LONGEST_IMMIGRATION_ID:
        raise Unreadable("too_long")
    return _words("immigration_id", joined, today)


def _interpreter(text: str, _today: date) -> dict[str, Any]:
    """A language; or only whether one is needed, as many lists have it."""
    word = values.plain(text).rstrip(".")
    if word in values.NO:
        return {}
    if word in values.YES:
        raise Unreadable("interpreter_needed")
    return {"interpreter": values.read_language(text)}


READERS: dict[Field, Callable[[str, date], dict[str, Any]]] = {
    Field.GIVEN_NAME: partial(_words, "given_name"),
    Field.FAMILY_NAME: partial(_words, "family_name"),
    Field.FULL_NAME: _full_name,
    Field.BORN_ON: partial(_dated, "born_on", values.read_birthday),
    Field.NUMBER: _number,
    Field.IMMIGRATION_ID: _immigration_id,
    Field.SEX: partial(_read, "sex", values.read_sex),
    Field.COUNTRY: partial(_words, "country"),
    Field.SPEAKS: partial(_read, "speaks", values.read_languages),
    Field.INTERPRETER: _interpreter,
    Field.PHONE: partial(_words, "phone"),
    Field.PERMIT_GROUND: partial(_read, "permit_ground", values.read_ground),
    Field.PERMIT_ON: partial(_dated, "permit_on", values.read_event_day),
    Field.ALLOCATED_ON: partial(_dated, "allocated_on", values.read_event_day),
    Field.REGISTERED_ON: partial(_dated, "registered_on", values.read_event_day),
    Field.APPLIED_IN_DENMARK: partial(_read, "applied_in_denmark", values.read_yes_or_no),
    Field.HOUSEHOLD: partial(_words, "household"),
    Field.IS_PROTECTED: partial(_read, "is_protected", values.read_yes_or_no),
    Field.BENEFIT: partial(_read, "benefit", values.read_benefit),
}


def _together(facts: Facts, problems: Iterable[Problem]) -> Iterable[Problem]:
    """What is missing, and what does not fit together."""
    wrong = {problem.field for problem in problems}
    if not facts.given_name and not wrong & {Field.GIVEN_NAME, Field.FULL_NAME}:
        yield Problem(Field.GIVEN_NAME, "no_name")
    if not facts.permit_ground and Field.PERMIT_GROUND not in wrong:
        yield Problem(Field.PERMIT_GROUND, "no_ground")
    if not facts.born_on and Field.BORN_ON not in wrong:
        yield Problem(Field.BORN_ON, "no_birthday")
    if not (facts.allocated_on or facts.registered_on) and not wrong & {
        Field.ALLOCATED_ON,
        Field.REGISTERED_ON,
    }:
        yield Problem(Field.ALLOCATED_ON, "no_allocation")
    if facts.permit_on and facts.allocated_on and facts.allocated_on < facts.permit_on:
        yield Problem(Field.ALLOCATED_ON, "allocation_before_permit")
    if facts.number:
        yield from _about_number(facts)


def _about_number(facts: Facts) -> Iterable[Problem]:
    number = read_personal_number(facts.number)
    if not number.check_digit_fits and number.kind == "cpr":
        yield Problem(Field.NUMBER, "check_digit")
    if facts.born_on and number.birthday_digits != facts.born_on.strftime("%d%m%y"):
        yield Problem(Field.NUMBER, "birthday_differs")


def pack(facts: Facts) -> dict[str, Any]:
    """The facts as JSON keeps them: only what is stated."""
    stated = {name: value for name, value in asdict(facts).items() if value not in ("", None, ())}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in stated.items()}


def unpack(packed: Mapping[str, Any]) -> Facts:
    """The facts again."""
    known = {field.name for field in fields(Facts)}
    found = {name: value for name, value in packed.items() if name in known}
    for name in DATES:
        if name in found:
            found[name] = date.fromisoformat(found[name])
    if "speaks" in found:
        found["speaks"] = tuple(found["speaks"])
    return Facts(**found)
