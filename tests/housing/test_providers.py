"""Who lets homes: found without knowing one of their homes, with how many of each state."""

from datetime import timedelta

import pytest
from django.urls import reverse

from housing.models import Provider
from tests.factories import TODAY
from tests.housing import homes, stays
from tests.housing.households import offer
from tests.housing.test_dwellings import BOARD

pytestmark = pytest.mark.django_db
PAGE = reverse("housing:providers")


def of(provider, state=""):
    """The homes of a provider on the board, as an address stands in a page."""
    return f"{BOARD}?provider={provider.public_id}" + (f"&amp;state={state}" if state else "")


def test_a_provider_is_found_from_every_page_about_homes_with_its_homes_by_state(rikke, household, outside):
    provider = outside.provider
    homes.home("Opfundet Vej 8, 2500 Valby")
    homes.home("Opfundet Vej 9, 2500 Valby", available_from=TODAY + timedelta(9))
    offer(household, outside)
    other = homes.provider("Nobody's Homes")
    stays.place(provider=other)

    page = rikke.get(PAGE).content.decode()

    for state, words in (("free", "Free: 1"), ("offered", "Offered: 1"), ("coming", "Not yet available: 1")):
        assert f'<a href="{of(provider, state)}">{words}' in page
    assert "2 providers" in page
    assert reverse("housing:change_provider", args=[other.public_id]) in page
    assert PAGE in rikke.get(BOARD).content.decode()
    assert of(provider) in rikke.get(reverse("housing:dwelling", args=[outside.public_id])).content.decode()


def test_the_board_shows_the_homes_of_one_provider(rikke):
    homes.home("Opfundet Vej 1, 2500 Valby")
    other = homes.provider("Another Invented Association")
    homes.home("Opfundet Vej 2, 2500 Valby", provider=other)

    page = rikke.get(BOARD, {"provider": other.public_id, "state": "free"}).content.decode()

    assert "1 home" in page
    assert "Opfundet Vej 2" in page
    assert "Opfundet Vej 1" not in page
    assert rikke.get(BOARD, {"provider": "nobody"}).status_code == 200


def test_a_caseworker_looks_and_registers_nobody(lise):
    homes.home()

    page = lise.get(PAGE).content.decode()

    assert "Invented Housing Association" in page
    assert reverse("housing:add_provider") not in page
    assert lise.post(reverse("housing:add_provider"), {"name": "Mine", "kind": "other"}).status_code == 403
    assert Provider.objects.count() == 1


@pytest.mark.parametrize("number", [3, 30])
def test_the_page_asks_the_same_however_many_there_are(rikke, number, django_assert_num_queries):
    for each in range(number):
        homes.home(f"Opfundet Vej {each + 1}, 2500 Valby", provider=homes.provider(f"Provider {each}"))
    rikke.get(PAGE)  # beside the one that every home has by default

    with django_assert_num_queries(16):
        assert f"{number + 1} providers" in rikke.get(PAGE).content.decode()
