"""The lines that this pillar leaves in a case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What happened on the way to a home."""

    OFFERED = "home-offered", _("Permanent home offered")
    ANSWERED = "home-answered", _("Offer of a home: %(home_answer)s")
    OFFER_TAKEN_BACK = "home-offer-taken-back", _("Offer of a home of %(date)s taken back")
    VIEWING = "home-viewing", _("Viewing of the home agreed for %(date)s")
    MOVED = "home-moved", _("Moved into the permanent home on %(date)s")
    SIGNED = "home-signed", _("Contract of the home signed on %(date)s")
    SIGNED_TAKEN_BACK = "home-signed-taken-back", _("Signing of the contract on %(date)s taken back")
    MOVED_TAKEN_BACK = "home-moved-taken-back", _("Move into the permanent home on %(date)s taken back")
    MOVED_OUT = "home-moved-out", _("Moved out of the permanent home on %(date)s")
    MOVED_OUT_TAKEN_BACK = "home-moved-out-taken-back", _("Moving out on %(date)s taken back")
    STILL_THERE = "home-still-there", _("Still living there %(mark)s after the move")
    STILL_THERE_TAKEN_BACK = (
        "home-still-there-taken-back",
        _("Still living there %(mark)s after the move: taken back"),
    )
    NEED = "home-need", _("What the home must be, from %(date)s")
    EXCEPTION = "home-exception", _("Exception from the excluded areas decided")
    EXCEPTION_WITHDRAWN = "home-exception-withdrawn", _("Exception from the excluded areas withdrawn")
    OWN_HOME = "own-home", _("Found a home of their own on %(date)s")
    OWN_HOME_TAKEN_BACK = "own-home-taken-back", _("Home of their own of %(date)s taken back")
    STAY_BEGAN = "stay-began", _("Temporary stay from %(date)s")
    STAY_MOVED = "stay-moved", _("Another bed or temporary place from %(date)s")
    STAY_LEFT = "stay-left", _("Temporary stay ends on %(date)s: %(left_reason)s")
    STAY_AGAIN = "stay-again", _("Temporary stay from %(date)s goes on: the move into a home is taken back")
    STAY_TAKEN_BACK = "stay-taken-back", _("Temporary stay from %(date)s taken back")
    STAY_PAYMENT = "stay-payment", _("Payment for the temporary place recorded, from %(date)s")


ICONS = {
    Verb.OFFERED: "home",
    Verb.ANSWERED: "home",
    Verb.OFFER_TAKEN_BACK: "close",
    Verb.VIEWING: "calendar-month",
    Verb.MOVED: "home",
    Verb.SIGNED: "document",
    Verb.SIGNED_TAKEN_BACK: "close",
    Verb.MOVED_TAKEN_BACK: "close",
    Verb.MOVED_OUT: "home",
    Verb.MOVED_OUT_TAKEN_BACK: "close",
    Verb.STILL_THERE: "success",
    Verb.STILL_THERE_TAKEN_BACK: "close",
    Verb.NEED: "home",
    Verb.EXCEPTION: "warning",
    Verb.EXCEPTION_WITHDRAWN: "close",
    Verb.OWN_HOME: "home",
    Verb.OWN_HOME_TAKEN_BACK: "close",
    Verb.STAY_BEGAN: "home",
    Verb.STAY_MOVED: "home",
    Verb.STAY_LEFT: "home",
    Verb.STAY_AGAIN: "home",
    Verb.STAY_TAKEN_BACK: "close",
    Verb.STAY_PAYMENT: "payments",
}
