"""What can be chosen about an interview: which, how, with whom, and what became of it."""

from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

from refugees.languages import in_sentence
from refugees.verbs import small

LATER_DAY = _("It is planned for a later day. Move it to the day on which it was held first.")


class InterviewKind(models.TextChoices):
    """Which of the two interviews that the City promises every refugee."""

    FIRST = "first", _("First interview")
    SECOND = "second", _("Second interview")


class Outcome(models.TextChoices):
    """What became of an interview that was planned."""

    OPEN = "", _("Planned")
    HELD = "held", _("Held")
    NOT_HELD = "not-held", _("Not held")
    MOVED = "moved", _("Moved to another time")


class WhoseDoing(models.TextChoices):
    """Who or what kept an interview from being held as planned."""

    PERSON = "person", _("the person")
    CITY = "city", _("the City")
    INTERPRETER = "interpreter", _("the interpreter")
    CENTRE = "centre", _("the asylum centre")
    OTHER = "other", _("something else")


class Interpreting(models.TextChoices):
    """How an interpreter takes part."""

    NONE = "", _("No interpreter")
    IN_PERSON = "in-person", _("In person")
    PHONE = "phone", _("By telephone")
    VIDEO = "video", _("By video")


class Present(models.TextChoices):
    """Who takes part beside the person, the interviewer and the interpreter."""

    PARTNER = "partner", _("Wife, husband or partner")
    RELATIVE = "relative", _("Another relative")
    REPRESENTATIVE = "representative", _("The person's representative")
    CENTRE = "centre", _("Staff of the asylum centre")
    COLLEAGUE = "colleague", _("A colleague")
    OTHER = "other", _("Somebody else")


def present_words(present: Sequence[str]) -> str:
    """Who takes part, in one line."""
    words = [str(Present(each).label) for each in present]
    return ", ".join(words[:1] + [small(each) for each in words[1:]])


def interpreter_words(language: str, kind: str) -> str:
    """Ukrainian, in person: as it stands in the middle of a line."""
    return f"{in_sentence(language)}, {small(str(Interpreting(kind).label))}"
