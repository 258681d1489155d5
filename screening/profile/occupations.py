"""Occupations by ISCO-08, the international classification: found by code, or by words in Danish or English.

The file beside this module holds them; isco08.md says where they come from.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from refugees.names import plain

FILE = Path(__file__).parent / "isco08.txt"
MOST_HITS = 8
# As people type them without a Danish keyboard, beside what `plain` makes of them.
TYPED_OTHERWISE = {"æ": "ae", "ø": "oe", "å": "aa"}


@dataclass(frozen=True, slots=True)
class Occupation:
    """A unit group of the classification, or one of its ten major groups."""

    code: str
    english: str
    danish: str
    also: frozenset[str]  # words by which it is found as well

    @property
    def title(self) -> str:
        """In the reader's language."""
        return self.danish if (get_language() or "").startswith("da") else self.english

    @property
    def major(self) -> "Occupation":
        """The major group to which it belongs."""
        return occupations()[self.code[0]]


@cache
def occupations() -> dict[str, Occupation]:
    """All of them by their code, the major groups too."""
    rows = (line.split("|") for line in FILE.read_text(encoding="utf-8").splitlines())
    return {
        code: Occupation(code, english, danish, frozenset(" ".join(also).split()))
        for code, english, danish, *also in rows
    }


def title_of(code: str) -> str:
    """The title of a unit group in the reader's language; nothing for a code that is none."""
    occupation = occupations().get(code) if len(code) == 4 else None
    return occupation.title if occupation else ""


def is_code(code: str) -> bool:
    """Whether it is the code of a unit group."""
    return len(code) == 4 and code in occupations()


def find(words: str, most: int = MOST_HITS) -> list[Occupation]:
    """The unit groups that fit what was typed, the best first: the beginning of a code, or every one of the words."""
    typed = words.strip()
    if not typed:
        return []
    if typed.isdecimal():
        return [each for each in unit_groups() if each.code.startswith(typed)][:most]
    wanted = _tokens(typed)
    ranked = [(rank, each.code) for each in unit_groups() if (rank := _fits(each, wanted)) is not None]
    return [occupations()[code] for _rank, code in sorted(ranked)[:most]]


@cache
def unit_groups() -> list[Occupation]:
    """Those that a person's work is put into."""
    return [each for code, each in occupations().items() if len(code) == 4]


def _fits(occupation: Occupation, wanted: list[frozenset[str]]) -> tuple[int, int] | None:
    """How well it fits, smaller is better; None if one of the words is not in it.

    Whole words first, then words that begin so, then words that hold it; what stands early in a title before what
    stands late, a title before the words by which it is found as well.
    """
    if not wanted:
        return None
    worst, places = 0, 0
    for spellings in wanted:
        best = min((_rank(word, spellings) for word, _place in _words_of(occupation.code)), default=3)
        if best == 3:
            return None
        worst = max(worst, best)
        places += min(place for word, place in _words_of(occupation.code) if _rank(word, spellings) == best)
    return worst, places


def _rank(word: str, spellings: frozenset[str]) -> int:
    """0: the word itself, or its plural; 1: begins so; 2: holds it; 3: neither."""
    if any(word == each or word in {f"{each}s", f"{each}e", f"{each}r", f"{each}er"} for each in spellings):
        return 0
    if any(word.startswith(each) for each in spellings):
        return 1
    return 2 if any(len(each) > 2 and each in word for each in spellings) else 3


@cache
def _words_of(code: str) -> list[tuple[str, int]]:
    """Every word by which a unit group is found, in each spelling, with its place."""
    occupation = occupations()[code]
    found = []
    for text in (occupation.danish, occupation.english):
        for place, spellings in enumerate(_tokens(text)):
            found += [(spelling, place) for spelling in spellings]
    for word in sorted(occupation.also):
        found += [(spelling, 1) for spellings in _tokens(word) for spelling in spellings]
    return found


def _tokens(text: str) -> list[frozenset[str]]:
    """The words of a text, each as `plain` leaves it and as it is typed without æ, ø and å."""
    words = re.findall(r"[^\W_]+", text.lower())
    return [frozenset(filter(None, (plain(word), plain(_typed_otherwise(word))))) for word in words]


def _typed_otherwise(word: str) -> str:
    return "".join(TYPED_OTHERWISE.get(letter, letter) for letter in word)
