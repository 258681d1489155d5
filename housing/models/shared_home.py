"""What always holds of a room in a shared home: for whom it is, and that somebody looks at who shares it.

Where singles share, age, sex and vulnerability are looked at (order on housing 550/2022 § 19); of vulnerability only
what health asks of the home is known here.
"""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from housing.addresses import ROOM_NUMBER
from refugees.models import Case
from refugees.models.person import Sex

SHARED = "shared"
LEAST_AGE, MOST_AGE = 15, 99


class SharedBy(models.TextChoices):
    """Of which sex those are who share a home."""

    ANYBODY = "", _("Women and men")
    WOMEN = "women", _("Women")
    MEN = "men", _("Men")


SEX_OF = {SharedBy.WOMEN: Sex.FEMALE, SharedBy.MEN: Sex.MALE}
REFUSED_BY_SEX = {
    SharedBy.WOMEN: _("This shared home is for women. Whether they are one is recorded with the person."),
    SharedBy.MEN: _("This shared home is for men. Whether they are one is recorded with the person."),
}


def shared_home_rules() -> list[models.BaseConstraint]:
    """Of the home itself."""
    plausible = (LEAST_AGE, MOST_AGE)
    return [
        models.CheckConstraint(
            name="home_room_is_a_number", condition=Q(room="") | Q(room__regex=ROOM_NUMBER)
        ),
        models.CheckConstraint(name="shared_by_is_known", condition=Q(shared_by__in=SharedBy.values)),
        models.CheckConstraint(
            name="only_a_shared_home_says_who_shares_it",
            condition=Q(kind=SHARED) | Q(room="", shared_by="", age_from=None, age_to=None, sharers=""),
            violation_error_message=_(
                "A room number, and who shares the home, are said of a room in a shared home alone."
            ),
        ),
        models.CheckConstraint(
            name="shared_home_ages_are_plausible",
            condition=(Q(age_from=None) | Q(age_from__isnull=False, age_from__range=plausible))
            & (Q(age_to=None) | Q(age_to__isnull=False, age_to__range=plausible))
            & (Q(age_from=None) | Q(age_to=None) | Q(age_to__isnull=False, age_to__gte=F("age_from"))),
            violation_error_message=_("The ages go from 15 to 99, the lower first."),
        ),
    ]


def ages_in_words(least: int | None, most: int | None) -> str:
    """From 18 years, to 30 years; nothing where neither is said."""
    words = [(least, gettext("from %(years)d years")), (most, gettext("to %(years)d years"))]
    return ", ".join(text % {"years": years} for years, text in words if years)


def refuse_sharing(kind: str, shared_by: str, cases: Sequence[Case], *, is_looked_at: bool) -> None:
    """In clear words what the database refuses all the same when a room in a shared home is offered."""
    if kind != SHARED:
        return
    if len(cases) != 1:
        raise ValidationError({"dwelling": gettext("A room in a shared home is for one person.")})
    if shared_by and cases[0].person.sex != SEX_OF[shared_by]:
        raise ValidationError({"dwelling": str(REFUSED_BY_SEX[shared_by])})
    if not is_looked_at:
        raise ValidationError(gettext("Look at who shares the home, and say that they can."))
