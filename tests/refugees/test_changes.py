"""One change of a case is one thing: what it wrote can be found again by its id."""

from datetime import date

import pytest

from refugees.models import Case, CaseLine
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


def test_the_lines_of_one_change_carry_its_id_and_those_of_the_next_another(unit):
    case = CaseFactory(unit=unit)
    with Case.changing([case], by=None):
        case.write_line("household", by=None, on=date(2026, 11, 2))
        with Case.changing([case], by=None):
            case.write_line("household", by=None, on=date(2026, 11, 3))
    case.join_household(None, on=date(2026, 11, 4), by=None)

    first, second, third = CaseLine.objects.filter(case=case, verb="household").order_by("pk")

    assert first.change == second.change
    assert first.change is not None
    assert third.change not in {None, first.change}


def test_a_line_outside_a_change_names_none(unit):
    case = CaseFactory(unit=unit)

    assert case.write_line("household", by=None, on=date(2026, 11, 2)).change is None
