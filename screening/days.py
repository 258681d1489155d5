"""What somebody did is recorded on the day or later, never before."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def refuse_days_to_come(today: date, **days: date | None) -> None:
    """Raise a ValidationError at each of these fields whose day has not come yet."""
    to_come = [name for name, day in days.items() if day and day > today]
    if to_come:
        raise ValidationError({name: _("This day has not come yet.") for name in to_come})
