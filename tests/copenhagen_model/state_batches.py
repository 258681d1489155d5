"""What is gathered for the state."""

from datetime import date

from refugees.models import StateBatch
from refugees.reporting import rows_of
from tests.factories import TODAY

BEGAN = date(2026, 11, 16)


def gathered(unit, by):
    """Everything of the unit that is new, in a batch."""
    return StateBatch.objects.gather(unit=unit, rows=rows_of(unit, TODAY), by=by)
