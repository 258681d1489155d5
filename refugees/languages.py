"""The languages people speak: their codes, their names, and the ways lists spell them.

Codes are ISO 639-1 where there is one, else 639-3. A person's languages, an interpreter's language and
what a caseworker speaks are kept as codes.
"""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from refugees.verbs import small


class SpokenLanguage(TextChoices):
    """A language that an interpreter can be ordered for."""

    ALBANIAN = "sq", _("Albanian")
    AMHARIC = "am", _("Amharic")
    ARABIC = "ar", _("Arabic")
    ARMENIAN = "hy", _("Armenian")
    BENGALI = "bn", _("Bengali")
    BOSNIAN = "bs", _("Bosnian")
    BURMESE = "my", _("Burmese")
    CHECHEN = "ce", _("Chechen")
    DANISH = "da", _("Danish")
    DARI = "prs", _("Dari")
    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    GERMAN = "de", _("German")
    KINYARWANDA = "rw", _("Kinyarwanda")
    KIRUNDI = "rn", _("Kirundi")
    KURMANJI = "kmr", _("Kurdish (Kurmanji)")
    LINGALA = "ln", _("Lingala")
    NEPALI = "ne", _("Nepali")
    OROMO = "om", _("Oromo")
    PASHTO = "ps", _("Pashto")
    PERSIAN = "fa", _("Persian (Farsi)")
    POLISH = "pl", _("Polish")
    PORTUGUESE = "pt", _("Portuguese")
    ROMANI = "rom", _("Romani")
    RUSSIAN = "ru", _("Russian")
    SERBIAN = "sr", _("Serbian")
    SOMALI = "so", _("Somali")
    SORANI = "ckb", _("Kurdish (Sorani)")
    SPANISH = "es", _("Spanish")
    SWAHILI = "sw", _("Swahili")
    TAMIL = "ta", _("Tamil")
    TIGRE = "tig", _("Tigre")
    TIGRINYA = "ti", _("Tigrinya")
    TURKISH = "tr", _("Turkish")
    UIGHUR = "ug", _("Uighur")
    UKRAINIAN = "uk", _("Ukrainian")
    URDU = "ur", _("Urdu")
    UZBEK = "uz", _("Uzbek")
    VIETNAMESE = "vi", _("Vietnamese")


# Spellings found in Danish and English lists, as `plain` leaves them. Codes and the names above need not stand here.
SPELLINGS: dict[str, str] = {
    "albansk": "sq",
    "amharisk": "am",
    "arabisk": "ar",
    "armensk": "hy",
    "bengali": "bn",
    "bosnisk": "bs",
    "burmesisk": "my",
    "tjetjensk": "ce",
    "dansk": "da",
    "engelsk": "en",
    "fransk": "fr",
    "tysk": "de",
    "kirundi": "rn",
    "kurdisk kurmanji": "kmr",
    "kurdisk (kurmanji)": "kmr",
    "kurdish kurmanji": "kmr",
    "kurmanji": "kmr",
    "kurmanci": "kmr",
    "badini": "kmr",
    "kurdisk sorani": "ckb",
    "kurdisk (sorani)": "ckb",
    "kurdish sorani": "ckb",
    "sorani": "ckb",
    "nepalesisk": "ne",
    "pashtu": "ps",
    "pashtun": "ps",
    "farsi": "fa",
    "persisk": "fa",
    "persian": "fa",
    "polsk": "pl",
    "portugisisk": "pt",
    "romani": "rom",
    "russisk": "ru",
    "serbisk": "sr",
    "somalisk": "so",
    "spansk": "es",
    "kiswahili": "sw",
    "tamilsk": "ta",
    "tigrinja": "ti",
    "tyrkisk": "tr",
    "uigurisk": "ug",
    "uyghur": "ug",
    "ukrainsk": "uk",
    "usbekisk": "uz",
    "vietnamesisk": "vi",
    # Languages by their short codes, where lists use the code of the wider language.
    "ku": "kmr",
}


def label_of(code: str) -> str:
    """The language's name in the reader's language; an unknown code as itself."""
    return str(SpokenLanguage(code).label) if code in SpokenLanguage.values else code


def spoken(codes: Iterable[str]) -> str:
    """Languages in words, each once, in their order: Tigrinya, Arabic."""
    return ", ".join(map(label_of, dict.fromkeys(filter(None, codes))))


def in_sentence(code: str) -> str:
    """A language in the middle of a line: Danish writes it small, English does not."""
    return small(label_of(code)) if get_language() == "da" else label_of(code)
