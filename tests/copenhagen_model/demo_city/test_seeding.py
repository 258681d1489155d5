"""The command that builds the demo city: where it is refused, and that it builds once."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from refugees.models import (
    Case,
)


def test_seeding_is_refused_where_demo_is_off():
    with pytest.raises(CommandError, match="DEMO is off"):
        call_command("seed_demo")


def test_seeding_again_does_nothing_and_asks_once(city, demo):
    before = Case.objects.count()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        call_command("seed_demo")

    assert (len(queries), Case.objects.count()) == (1, before)
