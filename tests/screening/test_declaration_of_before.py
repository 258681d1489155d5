"""Contracts that were concluded before anybody was asked about the declaration say just that."""

import pytest
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from screening.models import Contract
from tests.factories import CaseFactory
from tests.people import arranging
from tests.screening.test_contract import TAKEOVER, signed

KEY = ("screening", "0012_declaration_or_why_not")
UNSIGNED = """
ALTER TABLE screening_contract DISABLE TRIGGER USER;
UPDATE screening_contract SET declaration_signed_on = NULL WHERE number = 2;
ALTER TABLE screening_contract ENABLE TRIGGER USER;
"""


@pytest.mark.slow
def test_a_contract_of_before_says_that_nobody_was_asked(committed_db, unit, caseworker):
    with arranging():
        case = CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=TAKEOVER, contract_on=None)
        signed(case, number=1)
        signed(case, number=2)
    owner = connections["owner"]
    loader = MigrationLoader(owner)
    migration, before = loader.get_migration(*KEY), loader.project_state(KEY, at_end=False)

    with owner.schema_editor(atomic=True) as editor:
        migration.unapply(before.clone(), editor)
    with owner.cursor() as cursor:
        cursor.execute(UNSIGNED)
    with owner.schema_editor(atomic=True) as editor:
        migration.apply(before.clone(), editor)
    owner.close()

    with arranging():
        found = dict(Contract.objects.values_list("number", "declaration_missing"))
        assert found == {1: "", 2: "unrecorded"}
        assert Contract.objects.get(number=2).get_declaration_missing_display() == "Not recorded at the time"
