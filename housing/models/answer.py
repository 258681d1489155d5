"""What may become of an offer of a home, and what follows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HomeAnswer(models.TextChoices):
    """What became of an offer."""

    OPEN = "", _("Not answered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined by the household")
    NO_ANSWER = "no-answer", _("No answer in time")
    WITHDRAWN = "withdrawn", _("Withdrawn by the provider")


ANSWERED = [answer.value for answer in HomeAnswer if answer != HomeAnswer.OPEN]


class DeclineReason(models.TextChoices):
    """Why a household said no. A closed list; what is said beside it stands in words."""

    TOO_SMALL = "too-small", _("Too small")
    TOO_DEAR = "too-dear", _("Too dear")
    NEEDS = "needs", _("Does not have what the household needs")
    DISTRICT = "district", _("Too far from school, job or family")
    OWN_HOME = "own-home", _("Finds a home of their own")
    NOT_WANTED = "not-wanted", _("Does not want it")
    OTHER = "other", _("Another reason")


REASSESS = _("What the household needs is looked at again before the next offer.")
TALK = _("The caseworker talks with the household before the next offer.")
NEXT = _("The household is offered the next home that fits.")
# The City's practice, for it to confirm: no source gives these consequences. None of them is decided by the system.
CONSEQUENCES = {
    DeclineReason.TOO_SMALL: REASSESS,
    DeclineReason.TOO_DEAR: REASSESS,
    DeclineReason.NEEDS: REASSESS,
    DeclineReason.DISTRICT: REASSESS,
    DeclineReason.OWN_HOME: _(
        "Record the home of their own once it is found; until then the search goes on."
    ),
    DeclineReason.NOT_WANTED: TALK,
    DeclineReason.OTHER: TALK,
    HomeAnswer.NO_ANSWER: TALK,
    HomeAnswer.WITHDRAWN: NEXT,
}


class MoveOutReason(models.TextChoices):
    """Why a household moved out of the home that was offered to it."""

    OWN_CHOICE = "own-choice", _("Found another home themselves")
    AWAY = "away", _("Moved away from Copenhagen")
    TOO_DEAR = "too-dear", _("Could not pay the rent")
    NOT_FIT = "not-fit", _("The home did not fit the household")
    SPLIT = "split", _("The household lives apart now")
    ENDED = "ended", _("The landlord ended the contract")
    OTHER = "other", _("Another reason")


class Basis(models.TextChoices):
    """Why a home may be offered, as far as excluded areas go. The database writes it."""

    OUTSIDE = "outside", _("Outside every excluded area")
    RULES = "rules", _("The rules for Ukraine make an exception")
    EXCEPTION = "exception", _("By a manager's exception")


# What the database says where a home may not be offered, in words.
REFUSED = {
    "no-list": _("The list of excluded areas of that day is not confirmed. Enter and confirm it first."),
    "unchecked": _("The home has not been checked against the list of excluded areas of that day."),
    "inside": _("The home lies inside an excluded area. Only a manager's exception allows the offer."),
}
