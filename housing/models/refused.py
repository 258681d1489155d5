"""What the database refuses about temporary stays and homes, in words: said where it is asked, whoever tried it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

GIVEN_TWICE = {
    "home_is_given_once": _("A home at this address is registered already."),
    "home_dar_id_is_given_once": _("A home with this DAR identifier is registered already."),
}
# By the name of the rule; where a rule refuses for several causes, by the name and the cause.
WORDS = {
    "stay_has_days": _("The day of leaving must lie after the day of moving in."),
    "stay_one_a_bed_and_day": _("Somebody sleeps in this bed on some of these days. Choose another."),
    "stay_one_a_person_and_day": _(
        "They have another bed on some of these days. Record a move, or end that stay first."
    ),
    "stay_lies_within_the_days_of_its_bed": _(
        "This bed is not there on all of these days. Choose another, or write until when they stay."
    ),
    "stay_begins_at_the_takeover": _("Nobody moves in before the City has taken over."),
    "room_takes_whom_it_is_kept_for: women": _(
        "This room is kept for women. Whether they are one is recorded with the person."
    ),
    "room_takes_whom_it_is_kept_for: men": _(
        "This room is kept for men. Whether they are one is recorded with the person."
    ),
    "family_room_takes_one_household": _("Another household sleeps in this room on some of these days."),
    "who_shares_is_looked_at": _("Look at who shares the room, and say that they can."),
    "stay_begins_outside_excluded_areas: no-list": _(
        "The list of excluded areas of that day is not confirmed. Enter and confirm it first."
    ),
    "stay_begins_outside_excluded_areas: unchecked": _(
        "The place has not been checked against the list of excluded areas of that day."
    ),
    "stay_begins_outside_excluded_areas: inside": _(
        "The place lies inside an excluded area: nobody moves in whom the rules for Ukraine do not allow to."
    ),
    "stay_payment_is_no_higher_than_the_maximum": _("That is above the maximum of that year."),
    "stay_payment_without_maximum_says_why": _(
        "No maximum of that year is entered. Say how you know that the amount is not too high."
    ),
    "bed_is_there_while_somebody_sleeps_in_it": _(
        "Somebody sleeps in this bed on days that you take away. Record their move first."
    ),
    "bed_lies_within_the_days_of_its_place": _("The City does not have the place on all of these days."),
    "place_is_there_while_it_has_beds": _("There are beds on days that you take away. End the beds first."),
    **GIVEN_TWICE,
    "room_changes_when_nobody_sleeps_in_it": _(
        "Somebody sleeps in this room, or is to. Record their move before it is kept for others."
    ),
}


@contextmanager
def in_words(field: str = NON_FIELD_ERRORS) -> Iterator[None]:
    """Let what the database refuses be a sentence at that field. What has none is a mistake of ours, and is raised."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        told = error.__cause__.diag
        words = WORDS.get(told.message_primary) or WORDS.get(told.constraint_name)
        if words is None:
            raise
        raise ValidationError({field: ValidationError(words, code=told.constraint_name)}) from error
