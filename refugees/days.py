"""What somebody did is recorded on the day or later, never before."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


def refuse_days_to_come(today: date, **days: date | None) -> None:
    """Raise a ValidationError at each of these fields whose day has not come yet."""
    to_come = [name for name, day in days.items() if day and day > today]
    if to_come:
        raise ValidationError({name: _("This day has not come yet.") for name in to_come})


def never_before(first: str, *names: str) -> Q:
    """For a constraint: none of these days, if it is known, lies before the first."""
    rule = Q()
    for name in names:
        rule &= Q((name, None)) | Q((f"{name}__isnull", False), (f"{name}__gte", F(first)))
    return rule
