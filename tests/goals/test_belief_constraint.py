"""What must hold of beliefs, whoever writes: here the owner of the tables, on whom no right is lost."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from goals.models import ClockBelief


def test_no_two_beliefs_of_a_clock_for_one_time_not_even_by_the_owner(committed_db):
    values = {"clock_id": 1, "case_id": 1, "unit_id": 1, "version_id": 1, "starts_on": date(2026, 11, 2)}
    monday, tuesday, wednesday = (datetime(2026, 11, day, tzinfo=UTC) for day in (2, 3, 4))

    with (
        pytest.raises(IntegrityError, match="one_belief_of_a_clock_at_a_time"),
        transaction.atomic(using="owner"),
    ):
        for since, until in ((monday, tuesday), (tuesday, wednesday), (monday, wednesday)):
            ClockBelief.objects.using("owner").create(known=DateTimeTZRange(since, until), **values)
