"""How names are compared: in Latin letters, without accents and case, and by how they sound. Pure."""

import re
import unicodedata

from anyascii import anyascii

# Letters that the library writes otherwise than the Latin names people bring: Ukrainian as passports have it (Serhii,
# Olha), and the Arabic letters that it leaves silent (Ahmad, Ali, Fatima).
AS_ON_PASSPORTS = str.maketrans({"г": "h", "и": "y", "є": "ye", "ا": "a", "ع": "a", "ة": "a"})
ARTICLE = re.compile(r"(?<!\w)ال(?!له\b)(?=\w\w)")


def plain(text: str) -> str:
    """Latin letters, lower case, no accents, single spaces: what names are searched by."""
    decomposed = unicodedata.normalize(
        "NFKD", text.casefold().replace("ø", "o").replace("æ", "ae").replace("ı", "i")
    )
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join((bare if bare.isascii() else _in_latin(bare)).split())


def _in_latin(text: str) -> str:
    """Letters of other scripts, and the last odd Latin ones, by those of a to z; signs stay as they are."""
    # The article is a word of its own, as in Al-Hassan.
    known = ARTICLE.sub("al ", text).translate(AS_ON_PASSPORTS)
    return "".join(_letter(c) if c.isalpha() and not c.isascii() else c for c in known)


def _letter(letter: str) -> str:
    return re.sub(r"[^a-z]", "", anyascii(letter).lower())


def sounds(text: str) -> list[str]:
    """How the words sound, roughly: consonants only, doubles once. Mohamed and Muhammad are both "mhmd"."""
    words = []
    for word in re.sub(r"[^a-z ]", " ", plain(text)).split():
        consonants = re.sub(r"[aeiouyw]", "", word[1:])
        first = re.sub(r"[eiouyw]", "a", word[0]) if word[0] in "aeiou" else word[0]
        words.append(re.sub(r"(.)\1+", r"\1", first + consonants))
    return sorted(set(words))
