"""What a team lead reported to the state some days ago: what has changed since then stands beside it."""

from datetime import timedelta
from typing import TYPE_CHECKING

from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.showcase import working_day
from refugees.models import StateBatch
from refugees.reporting import rows_of

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

SINCE = timedelta(days=5)


def told_the_state(city: "City") -> Story:
    """All that there was until that day, gathered and confirmed as sent."""
    day = working_day(city.today - SINCE)
    by = yield Turn(day, lambda: city.staff["team-lead"])
    rows = rows_of(by.unit, day)
    StateBatch.objects.gather(unit=by.unit, rows=rows, by=by).confirm_sent(on=day, by=by)
