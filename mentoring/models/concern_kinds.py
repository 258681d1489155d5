"""The words for a concern, and by when it is to be answered. The numbers of days are internal defaults."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.day import ONE_DAY
from refugees.takeover import is_day_off


class ConcernKind(models.TextChoices):
    """What it is about. Health is none of them: the person tells that to the health team, and nobody writes it here."""

    CONTACT = "contact", _("I cannot reach the person")
    ALONE = "alone", _("Alone, or left out")
    SAFETY = "safety", _("Does not feel safe")
    CHILDREN = "children", _("Family and children")
    HOME = "home", _("The home")
    MONEY = "money", _("Money")
    WORK = "work", _("Work, internship or school")
    TALK = "talk", _("Asks to talk with the caseworker")
    OTHER = "other", _("Something else")


class Urgency(models.TextChoices):
    """How soon the mentor needs an answer."""

    NEXT_DAY = "next-day", _("Urgent: an answer by the next working day")
    SOON = "soon", _("Soon: an answer within two working days")
    NO_HURRY = "no-hurry", _("No hurry: an answer within five working days")


CLOSED = _("The case is closed, so nobody works on it any more. Ring the unit if it cannot wait.")
"""What a mentor is told who raises a concern or sends a letter about somebody whose case was closed."""

WORKING_DAYS = {Urgency.NEXT_DAY: 1, Urgency.SOON: 2, Urgency.NO_HURRY: 5}


def working_days_after(day: date, number: int) -> date:
    """So many working days after that day: neither weekends nor public holidays count."""
    while number:
        day += ONE_DAY
        number -= not is_day_off(day)
    return day
