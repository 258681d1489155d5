"""What a household pays for a temporary stay, through the browser: its maximum, and what is asked without one."""

import re
from datetime import date

import pytest
from django.urls import reverse

from housing.models import PaymentLimit, StayPayment
from tests.factories import TODAY, HouseholdFactory
from tests.forms import on
from tests.housing import stays
from tests.housing.pages import of, text
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db


def test_a_payment_above_the_maximum_is_refused_and_without_one_asked_about(rikke, unit, women):
    case = stays.single(unit)
    stays.move_in(case, women[0])
    said = {"kind": "single", "amount": "2758", "words": ""} | on("on", TODAY)

    answer = rikke.post(of("state_payment", case), said)
    assert answer.status_code == 422
    assert "Above the maximum of 2026 (Somebody alone): 2757 kr. a month." in text(answer)
    assert 'value="2758"' in text(answer)
    said |= {"amount": "2757"} | on("on", date(2025, 11, 1))
    answer = rikke.post(of("state_payment", case), said)
    assert "No maximum of 2025 for this kind of household" in text(answer)
    answer = rikke.post(of("state_payment", case), said | {"words": "The order of 2025"})
    assert answer.status_code == 302
    assert StayPayment.objects.get().amount == 2757

    rikke.post(
        reverse("housing:add_limit"),
        {"year": "2025", "kind": "single", "amount": "2700", "source": "An order"},
    )
    page = text(rikke.get(of("stays", case)))
    assert "Above the maximum of 2025, 2700 kr., which was entered since" in page
    limit = PaymentLimit.objects.get(year=2025)
    rikke.post(at("change_limit", limit), {"amount": "2757", "source": "The order itself"})
    assert "which was entered since" not in text(rikke.get(of("stays", case)))
    assert "The order itself" in text(rikke.get(reverse("housing:limits")))


def test_the_form_says_for_whom_no_maximum_is_entered(rikke, unit, women):
    household = HouseholdFactory(unit=unit)
    mother, _child = (stays.single(unit, household=household, age=age) for age in (34, 9))

    page = text(rikke.get(of("state_payment", mother)))

    rows = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", page))
    assert rows["Somebody alone"] == "at most 2757 kr. a month in 2026"
    assert rows["One parent with children"] == "no maximum of 2026 is entered: say how the amount is known"
    said = {"kind": "parent", "amount": "2000", "words": ""} | on("on", TODAY)
    answer = rikke.post(of("state_payment", mother), said)
    assert answer.status_code == 422
    assert "No maximum of 2026 for this kind of household (One parent with children) is entered." in text(
        answer
    )
    assert not StayPayment.objects.exists()
