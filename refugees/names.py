"""How names are compared: without accents and case, and by how they sound. Pure."""

import re
import unicodedata


def plain(text: str) -> str:
    """Lower case, no accents, single spaces: what names are searched by."""
    decomposed = unicodedata.normalize(
        "NFKD", text.casefold().replace("ø", "o").replace("æ", "ae").replace("ı", "i")
    )
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def sounds(text: str) -> list[str]:
    """How the words sound, roughly: consonants only, doubles once. Mohamed and Muhammad are both "mhmd"."""
    words = []
    for word in re.sub(r"[^a-z ]", " ", plain(text)).split():
        consonants = re.sub(r"[aeiouyw]", "", word[1:])
        first = re.sub(r"[eiouyw]", "a", word[0]) if word[0] in "aeiou" else word[0]
        words.append(re.sub(r"(.)\1+", r"\1", first + consonants))
    return sorted(set(words))
