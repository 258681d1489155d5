"""Why a promise was not kept in time: five causes, each with its reasons, and whether we could have done otherwise."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Cause(models.TextChoices):
    """Why the promise was not kept in time: the chart a head of department wants."""

    CITY = "city", _("The City: we did not get it done")
    PARTNER = "partner", _("A partner: company, clinic, provider")
    PERSON = "person", _("The person: declined, could not, wished otherwise")
    NOTHING_AVAILABLE = "nothing-available", _("Nothing suitable was available")
    DATA_ERROR = "data-error", _("A wrong date or a missing record")

    @property
    def control(self) -> "Control":
        """Whether the City could have done otherwise."""
        return CONTROL[self]

    @property
    def reasons(self) -> "list[Reason]":
        """What the cause can be said to be more closely."""
        return [reason for reason in Reason if reason.cause is self]


class Control(models.TextChoices):
    """Whether a cause lies within what the City itself decides.

    A decision, shown on the page of causes. Within: what the City did not get done, whichever of its units had to do
    it, and what it wrote down wrongly or not at all, because nobody else keeps its records. Outside: a partner's doing,
    the person's own choice or situation, and that nothing suitable was to be had. It follows from the cause alone, so
    that nobody chooses it together with the answer.
    """

    WITHIN = "within", _("Within our control")
    OUTSIDE = "outside", _("Outside our control")


CONTROL = {
    Cause.CITY: Control.WITHIN,
    Cause.DATA_ERROR: Control.WITHIN,
    Cause.PARTNER: Control.OUTSIDE,
    Cause.PERSON: Control.OUTSIDE,
    Cause.NOTHING_AVAILABLE: Control.OUTSIDE,
}


class Reason(models.TextChoices):
    """The cause more closely. Its key begins with the cause's. None is said of answers from before there were reasons.

    No reason tells about health: whoever could not take part could not, and the answer is read by the whole unit.
    """

    NO_TIME = "city:no-time", _("There was no time for it")
    NOT_FOLLOWED_UP = "city:not-followed-up", _("It was not followed up")
    OTHER_UNIT = "city:other-unit", _("It waited for another unit of the City")
    WITHDREW = "partner:withdrew", _("The partner said no or withdrew")
    QUEUE = "partner:queue", _("The partner's waiting time is longer than the deadline")
    NO_REPLY = "partner:no-reply", _("The partner did not answer")
    DECLINED = "person:declined", _("The person declined what was offered")
    COULD_NOT = "person:could-not", _("The person could not at that time")
    WISHED_OTHERWISE = "person:wished-otherwise", _("The person wished otherwise")
    NOT_REACHED = "person:not-reached", _("The person could not be reached")
    NONE_VACANT = "nothing-available:none-vacant", _("Nothing was vacant")
    NONE_FITTED = "nothing-available:none-fitted", _("What was vacant did not fit")
    WRONG_DATE = "data-error:wrong-date", _("A date was wrong")
    NOT_RECORDED = "data-error:not-recorded", _("It was done and not recorded")

    @property
    def cause(self) -> Cause:
        """The cause that it is a reason of."""
        return Cause(self.value.partition(":")[0])


def reasons_belong_to_their_cause() -> Q:
    """No reason, or one of the cause that is named."""
    belongs = Q(reason="")
    for cause in Cause:
        belongs |= Q(cause=cause, reason__in=[reason.value for reason in cause.reasons])
    return belongs
