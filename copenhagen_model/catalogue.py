"""The Danish translation catalogue: gathered, checked and compiled with Babel, without GNU gettext."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale/da/LC_MESSAGES/django.po"
PLACES = (
    "accounts",
    "refugees",
    "goals",
    "screening",
    "health",
    "housing",
    "internships",
    "mentoring",
    "copenhagen_model",
    "templates",
)
KEYWORDS = {
    name + lazily: arguments
    for name, arguments in {
        "_": (1,),
        "gettext": (1,),
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for lazily in ("", "_lazy")
}
HEADER = """\
# Danish words of the Copenhagen model.
# Gathered by `manage.py messages --update`; the translations are written here by hand."""
# Babel's header lines that change with each run and tell nothing.
RESTLESS = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By'
    r"|Report-Msgid-Bugs-To|Project-Id-Version): .*\n",
    re.MULTILINE,
)
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdif]|\{\w*\}")


def marked_strings() -> Catalog:
    """Every string that is marked for translation in code and templates, in the order of the files."""
    catalogue = Catalog(locale="da", fuzzy=False, charset="utf-8")
    for file in source_files():
        for line, words, comments, context in strings_in(file):
            name = str(file.relative_to(ROOT))
            catalogue.add(words, locations=[(name, line)], auto_comments=comments, context=context)
    return catalogue


def source_files() -> Iterator[Path]:
    """Code and templates, without migrations: what they hold is shown to nobody."""
    for place in PLACES:
        for file in sorted((ROOT / place).rglob("*")):
            if file.suffix in {".py", ".html", ".txt"} and "migrations" not in file.parts:
                yield file


def strings_in(file: Path) -> Iterator[tuple]:
    """The marked strings of one file, as Babel gives them: line, words, comments, context."""
    text = file.read_text()
    if file.suffix != ".py":
        # Django turns a template into something like Python; Babel minds its indentation.
        text = "\n".join(line.lstrip() for line in templatize(text, origin=str(file)).splitlines())
    source = io.BytesIO(text.encode())
    yield from extract(
        "python", source, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )


def existing() -> Catalog:
    """The catalogue as it stands; empty before the first time."""
    if not CATALOGUE.exists():
        return Catalog(locale="da", fuzzy=False, charset="utf-8")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="da")


def updated() -> Catalog:
    """The catalogue with the strings of today: translations kept, new strings empty, old ones gone."""
    catalogue = existing()
    catalogue.update(marked_strings(), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = HEADER
    catalogue.fuzzy = False
    return catalogue


def as_text(catalogue: Catalog) -> str:
    """The catalogue as a file: sorted by place, without line numbers and dates, so that diffs show words."""
    output = io.BytesIO()
    write_po(output, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return RESTLESS.sub("", output.getvalue().decode())


def compile_catalogue() -> None:
    """Write what Django reads."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, existing())


def faults() -> list[str]:
    """What is wrong with the catalogue, one sentence each."""
    catalogue = existing()
    found = [] if CATALOGUE.exists() and CATALOGUE.read_text() == as_text(updated()) else [NOT_UP_TO_DATE]
    found += two_plurals()
    for message in catalogue:
        if message.id:
            found += (f"{words_of(message)!r}: {fault}" for fault in faults_of(message))
    return found


NOT_UP_TO_DATE = "The catalogue is not up to date; run `manage.py messages --update`."


def two_plurals() -> list[str]:
    """Singulars that stand beside two different plurals: gettext would give one of them the other's translation."""
    plurals: dict[tuple, set] = {}
    for file in source_files():
        for _line, words, _comments, context in strings_in(file):
            if isinstance(words, tuple):
                plurals.setdefault((context, words[0]), set()).add(words[1])
    return [
        f"{words!r} has two plurals: {sorted(forms)}"
        for (_context, words), forms in plurals.items()
        if len(forms) > 1
    ]


def words_of(message: Message) -> str:
    """The English string; of a plural the first form."""
    return message.id if isinstance(message.id, str) else message.id[0]


def placeholders(words: str) -> set[str]:
    """The values that a string leaves room for."""
    return set(PLACEHOLDER.findall(words.replace("%%", "")))


def faults_of(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    english = [message.id] if isinstance(message.id, str) else list(message.id)
    danish = [message.string] if isinstance(message.string, str) else list(message.string)
    if len(danish) != len(english) or not all(danish):
        yield "the Danish is missing"
        return
    if message.fuzzy:
        yield "the Danish is marked as uncertain (fuzzy)"
    for number, (theirs, ours) in enumerate(zip(english, danish, strict=True)):
        wanted, used = placeholders(english[-1]), placeholders(ours)
        # A singular may say "one" in words; every other form must show each value.
        is_singular = number < len(english) - 1
        if used - wanted or (wanted - used and not is_singular):
            yield f"the Danish has the placeholders {sorted(used)}, the English {sorted(wanted)}"
        if theirs.startswith("\n") != ours.startswith("\n") or theirs.endswith("\n") != ours.endswith("\n"):
            yield "one of the two begins or ends with a line break, the other does not"
