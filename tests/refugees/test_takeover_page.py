"""The takeover on the screen: what the rule proposes, and what the City confirms."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.events import Source
from refugees.models import (
    KeyDate,
)
from tests.forms import no_day
from tests.refugees.pages import current, url

pytestmark = pytest.mark.django_db


class TestTakeover:
    def propose(self, case, allocated_on):
        KeyDate.objects.record(case=case, event="E1", on=allocated_on, source=Source.CITY, by=None)

    def test_the_proposed_date_is_confirmed(self, lise, fresh):
        self.propose(fresh, date(2026, 10, 9))

        lise.post(url(fresh, "confirm_takeover"), {"choice": "2026-12-01"} | no_day("on"))

        row = current(fresh, "E2")
        assert (row.on, row.is_proposed) == (date(2026, 12, 1), False)

    def test_another_day_is_confirmed(self, lise, fresh):
        self.propose(fresh, date(2026, 10, 9))

        lise.post(
            url(fresh, "confirm_takeover"),
            {"choice": "another", "on_day": "16", "on_month": "11", "on_year": "2026"},
        )

        assert current(fresh, "E2").on == date(2026, 11, 16)

    def test_an_allocation_on_the_first_of_a_month_offers_both_readings(self, lise, fresh):
        self.propose(fresh, date(2026, 10, 1))

        response = lise.get(url(fresh, "confirm_takeover"))

        assertContains(response, "Mon 2 Nov 2026")
        assertContains(response, "Tue 1 Dec 2026")
        assertContains(response, "somebody who knows the decision has to choose")
        assertNotContains(response, 'value="2026-11-02" required id="id_choice_0" checked')

        lise.post(url(fresh, "confirm_takeover"), {"choice": "2026-11-02"} | no_day("on"))
        assert current(fresh, "E2").on == date(2026, 11, 2)

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"choice": ""}, "Choose the takeover date."),
            ({"choice": "another"}, "Write the other day."),
            ({"choice": "2026-11-30"}, "Select a valid choice"),
        ],
    )
    def test_no_choice_confirms_nothing(self, lise, fresh, typed, sentence):
        self.propose(fresh, date(2026, 10, 9))

        response = lise.post(url(fresh, "confirm_takeover"), no_day("on") | typed)

        assertContains(response, sentence, status_code=422)
        assert current(fresh, "E2").is_proposed

    def test_a_confirmed_date_is_corrected_instead(self, lise, case):
        response = lise.get(url(case, "confirm_takeover"))
        assertRedirects(response, url(case, "correct_date", "E2"))

        refused = lise.post(
            url(case, "confirm_takeover"),
            {"choice": "another", "on_day": "3", "on_month": "11", "on_year": "2026"},
        )
        assertContains(refused, "Somebody else saved this while you were writing", status_code=409)
        assert current(case, "E2").on == date(2026, 11, 2)


def test_a_confirmation_is_stored_as_a_key_and_told_in_words(lise, fresh, caseworker):
    KeyDate.objects.record(case=fresh, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=caseworker)
    confirmed = KeyDate.objects.confirm_takeover(case=fresh, by=caseworker)

    assert confirmed.reason == "confirmed"
    assertContains(lise.get(url(fresh)), "Confirmed by the City.")


def test_a_proposal_confirmed_as_it_stood_is_no_earlier_value(lise, fresh, caseworker):
    KeyDate.objects.record(case=fresh, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=caseworker)
    KeyDate.objects.confirm_takeover(case=fresh, by=caseworker)

    assertNotContains(lise.get(url(fresh)), "believed until")


def test_a_proposal_that_the_city_did_not_follow_stays_readable(lise, fresh, caseworker):
    KeyDate.objects.record(case=fresh, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=caseworker)
    KeyDate.objects.confirm_takeover(case=fresh, by=caseworker, on=date(2026, 11, 30))

    assertContains(lise.get(url(fresh)), "believed until")
