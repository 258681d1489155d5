"""The command that builds the demo city: where it is refused, and that it builds once."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from copenhagen_model.demo.unasked import unasked
from internships.models import Company
from refugees.models import Case


def test_seeding_is_refused_where_demo_is_off():
    with pytest.raises(CommandError, match="DEMO is off"):
        call_command("seed_demo")


def test_seeding_again_does_nothing_and_asks_once(city, demo):
    before = Case.objects.count()

    with CaptureQueriesContext(connection) as queries:
        call_command("seed_demo")

    assert (len(queries), Case.objects.count()) == (1, before)


def test_what_cannot_be_is_refused_by_the_database_while_nobody_asks_and_in_words_afterwards(city):
    known = Company.objects.first()

    with pytest.raises(IntegrityError, match="cvr"), transaction.atomic(), unasked():
        Company.objects.register(name="Invented Twin", cvr_number=known.cvr)

    with pytest.raises(ValidationError, match="already registered"):
        Company.objects.register(name="Invented Twin", cvr_number=known.cvr)
    with transaction.atomic():
        assert connection.savepoint_ids[-1]
