"""One cell's text read as a date, a sex, a ground … Pure. Each reader gives the value or raises `Unreadable`."""

import re
from datetime import date

from django.core.exceptions import ValidationError

from accounts.day import ONE_DAY
from refugees.identifiers import PersonalNumber, read_personal_number
from refugees.languages import SPELLINGS, SpokenLanguage
from refugees.names import plain
from refugees.takeover import PermitGround

OLDEST_BIRTH = 1900
# Excel counts days from here (its leap year 1900 never was).
EXCEL_ZERO = date(1899, 12, 30)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4}|\d{2})")
YEAR_MONTH_DAY = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
IN_WORDS = re.compile(r"(?:d(?:en)?\.?\s+)?(\d{1,2})\.?\s+([a-z]+)\.?,?\s+(\d{4})")
TIME_OF_DAY = re.compile(r"[t ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$")

YES = {"ja", "j", "yes", "y", "x", "1", "true", "sand", "v", "beskyttet", "protected"}
NO = {"nej", "n", "no", "0", "false", "falsk", "-", "ingen", "none", "nej tak", "ikke"}
# What people write where they know nothing.
NOTHING = {"-", "–", "—", "?", "n/a", "na", "ukendt", "unknown", "ikke oplyst", "ingen oplysning", "mangler"}
FEMALE = {"k", "kvinde", "f", "female", "woman", "w", "pige", "girl"}
MALE = {"m", "mand", "male", "man", "dreng", "boy"}
# Words of a ground as `ground_key` leaves them. The paragraphs are those of the Aliens Act, as the lists write them.
GROUNDS = {
    word: ground
    for ground, words in {
        PermitGround.CONVENTION: "convention konvention konventionsflygtning konventionsstatus conventionrefugee"
        " flygtning refugee 7stk1 71",
        PermitGround.PROTECTION: "protection beskyttelsesstatus protectionstatus defacto defactoflygtning 7stk2 72",
        PermitGround.TEMPORARY: "temporary midlertidigbeskyttelsesstatus midlertidigbeskyttelse"
        " temporaryprotection midlertidig 7stk3 73",
        PermitGround.QUOTA: "quota kvote kvoteflygtning quotarefugee genbosat resettled 8",
        PermitGround.FAMILY: "family familie familiesammenfort familiesammenforing"
        " familiesammenforttilflygtning familiesammenfortmedflygtning familyreunified familyreunification"
        " familyreunifiedwitharefugee 9",
        PermitGround.UKRAINE: "ukraine ukrainer saerlov saerloven ukrainesaerlov fordrevet fordrevetfraukraine"
        " displacedfromukraine ukrainian",
        PermitGround.HUMANITARIAN: "humanitarian humanitaer humanitaeropholdstilladelse humanitaeregrunde"
        " humanitariangrounds 9b",
    }.items()
    for word in words.split()
}
BENEFIT = {
    "benefit": "benefit ydelse onbenefit ja yes sh-ydelse shydelse integrationsydelse kontanthjaelp"
    " selvforsorgelsesoghjemrejseydelse overgangsydelse paydelse offentligforsorgelse",
    "self-supporting": "selvforsorgende selfsupporting self-supporting selvforsorget nej no ingen none"
    " ingenydelse arbejde job",
}
BENEFITS = {word: kind for kind, words in BENEFIT.items() for word in words.split()}
LANGUAGE_CODES = (
    {code: code for code in SpokenLanguage.values}
    | {plain(name.replace("_", " ")): SpokenLanguage[name].value for name in SpokenLanguage.names}
    | SPELLINGS
)


class Unreadable(Exception):
    """The text is not, or not all, what its column asks for: the code of the sentence that says so, and what is."""

    def __init__(self, code: str, **kept: object) -> None:
        super().__init__(code)
        self.code = code
        self.kept = kept


def read_day(text: str, *, latest: date) -> date:
    """A day as people, registers and Excel write it; a year of two digits is the last such year up to `latest`."""
    words = TIME_OF_DAY.sub("", plain(text))
    try:
        if match := YEAR_MONTH_DAY.fullmatch(words) or COMPACT.fullmatch(words):
            return date(*map(int, match.groups()))
        if match := DAY_MONTH_YEAR.fullmatch(words):
            day, month, year = match.groups()
            return date(_whole_year(year, int(month), int(day), latest), int(month), int(day))
        if (match := IN_WORDS.fullmatch(words)) and match[2] in MONTHS:
            return date(int(match[3]), MONTHS[match[2]], int(match[1]))
        # A day that Excel kept as a number, in a cell that is not formatted as a date.
        if re.fullmatch(r"[1-7]\d{4}", words):
            return EXCEL_ZERO + int(words) * ONE_DAY
    except ValueError:
        pass
    raise Unreadable("not_a_date")


def _whole_year(year: str, month: int, day: int, latest: date) -> int:
    if len(year) == 4:
        return int(year)
    whole = latest.year - latest.year % 100 + int(year)
    return whole if (whole, month, day) <= (latest.year, latest.month, latest.day) else whole - 100


def read_birthday(text: str, *, today: date) -> date:
    """A day of birth: past, and of somebody who can be alive."""
    day = read_day(text, latest=today)
    if not (day.year >= OLDEST_BIRTH and day <= today):
        raise Unreadable("impossible_birthday")
    return day


def read_event_day(text: str, *, today: date, years_ahead: int = 1) -> date:
    """A day of a permit, an allocation, a registration: not decades off."""
    latest = today.year + years_ahead
    day = read_day(text, latest=date(latest, 12, 31))
    if not 1980 <= day.year <= latest:
        raise Unreadable("impossible_date")
    return day


def read_number(text: str) -> PersonalNumber:
    """A CPR or replacement number. A spreadsheet that took it for a number has lost its first zero."""
    digits = re.sub(r"\s", "", text)
    try:
        return read_personal_number(digits.zfill(10) if re.fullmatch(r"[0-9]{9}", digits) else text)
    except ValidationError as error:
        raise Unreadable(error.code) from None


def read_sex(text: str) -> str:
    """f, m, or nothing."""
    word = plain(text).rstrip(".")
    if word in FEMALE:
        return "f"
    if word in MALE:
        return "m"
    raise Unreadable("not_a_sex")


def read_yes_or_no(text: str) -> bool:
    """Yes or no, in the many ways of a spreadsheet."""
    word = plain(text).rstrip(".")
    if word in YES | NO:
        return word in YES
    raise Unreadable("not_yes_or_no")


def read_ground(text: str) -> PermitGround:
    """The permit ground, by its name or by the paragraph it rests on, or by one with the other in brackets."""
    for part in (text, *re.split(r"[()]", text)):
        word = re.sub(r"[^a-z0-9]", "", plain(part))
        word = re.sub(r"^(?:udl(?:aendingelovens?)?|aliensact)", "", word)
        if ground := GROUNDS.get(word):
            return ground
    raise Unreadable("not_a_ground")


def read_benefit(text: str) -> str:
    """On a benefit, or self-supporting."""
    if kind := BENEFITS.get(re.sub(r"[^a-z0-9-]", "", plain(text))):
        return kind
    raise Unreadable("not_a_benefit")


def read_languages(text: str) -> tuple[str, ...]:
    """The codes of one or several languages, in their order. What is no language we know is left out and said so."""
    parts = [plain(part).strip(" .") for part in _split(text)]
    codes = tuple(dict.fromkeys(LANGUAGE_CODES[part] for part in parts if part in LANGUAGE_CODES))
    if len(parts) > sum(part in LANGUAGE_CODES for part in parts):
        raise Unreadable("unknown_language", speaks=codes)
    return codes


def read_language(text: str) -> str:
    """The code of one language."""
    if code := LANGUAGE_CODES.get(plain(text).strip(" .")):
        return code
    raise Unreadable("unknown_language")


def _split(text: str) -> list[str]:
    parts = re.split(r"[,;/+&]|\b(?:og|and)\b", text)
    return [part for part in parts if part.strip()]
