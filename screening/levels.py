"""How well somebody speaks a language, in the words of the Common European Framework (CEFR)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """From the first words to the mother tongue."""

    A1 = "a1", _("A1: single words and phrases")
    A2 = "a2", _("A2: simple everyday talk")
    B1 = "b1", _("B1: gets along at work and in shops")
    B2 = "b2", _("B2: takes part in discussions")
    C1 = "c1", _("C1: fluent")
    NATIVE = "native", _("Mother tongue")


def level_words(level: str) -> str:
    """The level in words; nothing for one that is not known."""
    return str(Level(level).label) if level in Level.values else ""
