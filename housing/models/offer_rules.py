"""What always holds of an offer of a home and of what comes after it, whoever writes."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from housing.models.answer import ANSWERED, Basis, DeclineReason, HomeAnswer, MoveOutReason
from housing.models.dwelling import Dwelling
from housing.verbs import Verb
from refugees.models import Case, read_again

LIVE = ["", HomeAnswer.ACCEPTED]
# What may have happened after the answer, the last first, and the line that takes it back.
TAKEN_BACK = (
    ("moved_out_on", Verb.MOVED_OUT_TAKEN_BACK),
    ("moved_in_on", Verb.MOVED_TAKEN_BACK),
    ("signed_on", Verb.SIGNED_TAKEN_BACK),
)


def rules() -> list[models.BaseConstraint]:
    """Of the offer and its answer; then of the contract, the move and the leaving."""
    return [
        models.UniqueConstraint(
            name="one_open_offer_per_household",
            fields=["household"],
            condition=Q(answer="", taken_back_at=None),
            violation_error_message=_("The last offer to this household has not been answered yet."),
        ),
        models.UniqueConstraint(
            name="one_live_offer_per_home",
            fields=["dwelling"],
            condition=Q(answer__in=LIVE, taken_back_at=None, moved_out_on=None),
            violation_error_message=_("This home has been offered to another household meanwhile."),
        ),
        models.CheckConstraint(name="home_offer_basis_is_known", condition=Q(basis__in=Basis.values)),
        models.CheckConstraint(
            name="home_offer_gives_time_to_answer",
            condition=Q(answer_by__gte=F("offered_on")),
            violation_error_message=_("The answer cannot be due before the offer is given."),
        ),
        models.CheckConstraint(
            name="home_is_viewed_after_it_was_offered",
            condition=Q(viewing_on=None) | Q(viewing_on__isnull=False, viewing_on__gte=F("offered_on")),
            violation_error_message=_("The viewing cannot lie before the offer."),
        ),
        models.CheckConstraint(
            name="home_answer_has_a_day",
            condition=Q(answer="", answered_on=None)
            | Q(answer__in=ANSWERED, answered_on__isnull=False, answered_on__gte=F("offered_on")),
            violation_error_message=_("An answer has a day, not before the offer was given."),
        ),
        models.CheckConstraint(
            name="home_decline_says_why",
            condition=~Q(answer=HomeAnswer.DECLINED) & Q(decline_reason="")
            | Q(answer=HomeAnswer.DECLINED, decline_reason__in=DeclineReason.values),
            violation_error_message=_("Choose why the household declined."),
        ),
        models.CheckConstraint(
            name="home_without_answer_waited_until_then",
            condition=~Q(answer=HomeAnswer.NO_ANSWER)
            | Q(answered_on__isnull=False, answered_on__gt=F("answer_by")),
            violation_error_message=_("There is still time to answer."),
        ),
        models.CheckConstraint(
            name="who_moves_in_has_accepted",
            condition=Q(moved_in_on=None)
            | Q(moved_in_on__isnull=False, answer=HomeAnswer.ACCEPTED, moved_in_on__gte=F("answered_on")),
            violation_error_message=_("Nobody moves in before the offer is accepted."),
        ),
        models.CheckConstraint(
            name="home_offer_is_taken_back_for_a_reason",
            condition=Q(taken_back_at=None, taken_back_reason="")
            | Q(taken_back_at__isnull=False) & ~Q(taken_back_reason=""),
            violation_error_message=_("Say why the offer is taken back."),
        ),
        models.CheckConstraint(
            name="contract_of_a_home_that_was_accepted",
            condition=Q(signed_on=None)
            | Q(signed_on__isnull=False, answer=HomeAnswer.ACCEPTED, signed_on__gte=F("offered_on")),
            violation_error_message=_(
                "A contract is signed for a home that was accepted, not before it was offered."
            ),
        ),
        models.CheckConstraint(
            name="who_moves_out_has_moved_in",
            condition=Q(moved_out_on=None)
            | Q(moved_out_on__isnull=False, moved_in_on__isnull=False, moved_out_on__gte=F("moved_in_on")),
            violation_error_message=_("Nobody moves out before they moved in."),
        ),
        models.CheckConstraint(
            name="moving_out_says_why_and_what_next",
            condition=Q(moved_out_on=None, left_reason="", left_words="", needs_another=None)
            | Q(
                moved_out_on__isnull=False, left_reason__in=MoveOutReason.values, needs_another__isnull=False
            ),
            violation_error_message=_("Choose why they moved out, and whether we look for another home."),
        ),
    ]


def refuse_another_size(cases: Sequence[Case], members: models.QuerySet, persons: int) -> None:
    """Who joined or left since the offerer looked may need another home."""
    size = members.count()
    if size != persons or size != len(cases):
        words = gettext(
            "The household has changed meanwhile: it has %(number)d people now. Look at it again before you offer."
        )
        raise ValidationError(words % {"number": size})


def refuse_taken(dwelling: Dwelling, on: date) -> None:
    """Of two who offer one home at once, the second reads so. The home is locked until the first is done."""
    dwelling.hold()
    read_again(dwelling)
    if dwelling.held:
        raise ValidationError(gettext("This home has been offered to another household meanwhile."))
    if dwelling.gone_on or (dwelling.available_until and dwelling.available_until < on):
        raise ValidationError(gettext("This home is no longer available."))


def refuse_to_come(field: str, on: date, today: date) -> None:
    """What happened is told once it has."""
    if on > today:
        raise ValidationError({field: gettext("That day is still to come.")})
