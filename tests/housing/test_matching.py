"""Reasons for and against, without a database: each in both languages, and when it is said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from housing.matching import Between, HomeFacts, HouseholdFacts, by_home, by_household, match
from housing.reasons import KINDS, SIGNS, STOPS, Reason, read
from refugees.districts import IN_THE_CITY
from refugees.models.conclusion import Need

DAY = date(2026, 11, 23)
ALONE = HouseholdFacts(key="a", persons=1, bedrooms=1, most_rent=6000, due_on=DAY + timedelta(12))
FLAT = HomeFacts(key="b", district="valby", rooms=2, rent=5100, list_year=2025)

SHARED = {"kind": "shared", "rooms": 1}

# What is changed of a household, a home and what is known of both; the key of the reason; in English; in Danish.
SAID = [
    ({"stopped": "not-ready"}, {}, {}, "not-ready", "Nobody in the household is ready to relocate",
     "Ingen i husstanden er klar til at flytte"),
    ({"stopped": "own-home"}, {}, {}, "own-home", "Has found a home of their own", "Har selv fundet en bolig"),
    ({"stopped": "has-offer"}, {}, {}, "has-offer", "Has an offer that is not answered yet",
     "Har et tilbud, der ikke er besvaret endnu"),
    ({"stopped": "has-accepted"}, {}, {}, "has-accepted", "Has accepted a home already",
     "Har allerede sagt ja til en bolig"),
    ({"stopped": "has-moved"}, {}, {}, "has-moved", "Has moved into a permanent home",
     "Er flyttet ind i en permanent bolig"),
    ({"stopped": "has-left"}, {}, {}, "has-left", "Has moved out, and looks for no other home with us",
     "Er flyttet ud og leder ikke efter en anden bolig hos os"),
    ({}, {"stopped": "gone"}, {}, "gone", "No longer available", "Ikke længere ledig"),
    ({}, {"available_until": DAY - timedelta(1)}, {}, "over", "Could be offered until Sun 22 Nov 2026",
     "Kunne tilbydes til og med søn 22. nov 2026"),
    ({}, {"stopped": "offered"}, {}, "offered", "Offered to somebody else", "Tilbudt til nogen anden"),
    ({}, {"pinned_by": "Bo, Unit B"}, {}, "pinned-elsewhere",
     "Pinned for a household of another unit: Bo, Unit B", "Fastlåst til en husstand i en anden enhed: Bo, Unit B"),
    ({}, {"stopped": "taken"}, {}, "taken", "Accepted by somebody else", "Nogen anden har sagt ja til den"),
    ({}, {"basis": "no-list"}, {}, "no-list", "The list of excluded areas of 2025 is not confirmed",
     "Listen over udelukkede områder fra 2025 er ikke bekræftet"),
    ({}, {"basis": "unchecked"}, {}, "unchecked", "Not checked against the list of excluded areas of 2025",
     "Ikke tjekket efter listen over udelukkede områder fra 2025"),
    ({}, {"basis": "inside", "area": "Opfundet Park", "list_year": 2018}, {}, "inside",
     "Excluded area 2018: Opfundet Park", "Udelukket område 2018: Opfundet Park"),
    ({"bedrooms": 2}, {}, {}, "bedrooms-short", "One bedroom short", "Et soveværelse for lidt"),
    ({"bedrooms": 3}, {}, {}, "bedrooms-short", "2 bedrooms short", "2 soveværelser for lidt"),
    ({"persons": 2}, {"kind": "shared", "rooms": 1}, {}, "shared", "A room in a shared home is for one person",
     "Et værelse i en delebolig er til én person"),
    ({"most_rent": 4200}, {}, {}, "rent-over", "Rent 900 kr. over the limit",
     "Huslejen er 900 kr. over grænsen"),
    ({}, {}, {"declined_on": DAY}, "declined", "The household declined this home on Mon 23 Nov 2026",
     "Husstanden sagde nej til denne bolig man 23. nov 2026"),
    ({}, {}, {"decision": "forbid", "why": "Too far"}, "forbidden", "Ruled out: Too far",
     "Udelukket i planen: Too far"),
    ({"needs": ["lift"]}, {}, {}, "need-lift", "No lift", "Ingen elevator"),
    ({"needs": ["ground-floor"]}, {"features": ["lift"]}, {}, "need-ground-floor", "Not on the ground floor",
     "Ikke i stueetagen"),
    ({"needs": ["no-steps"]}, {}, {}, "need-no-steps", "Steps inside the home", "Trin inde i boligen"),
    ({"needs": ["own-bathroom"]}, {}, {}, "need-own-bathroom", "No bathroom of its own",
     "Ikke eget badeværelse"),
    ({"needs": ["own-room"]}, {}, {}, "need-own-room", "No room of one's own to sleep in",
     "Ikke eget værelse at sove i"),
    ({"needs": ["wheelchair"]}, {}, {}, "need-wheelchair", "No room for a wheelchair",
     "Ikke plads til kørestol"),
    ({"needs": ["quiet"]}, {}, {}, "need-quiet", "Not known as a quiet place", "Ikke kendt som et roligt sted"),
    ({"needs": ["near-transport"]}, {}, {}, "need-near-transport", "Not known to be near public transport",
     "Ikke kendt for at ligge tæt på offentlig transport"),
    ({}, {"rooms": 3}, {}, "bedrooms-spare", "One bedroom more than needed",
     "Et soveværelse mere end nødvendigt"),
    ({}, {"rooms": 4}, {}, "bedrooms-spare", "2 bedrooms more than needed",
     "2 soveværelser mere end nødvendigt"),
    ({"districts": ["norrebro", "osterbro"]}, {}, {}, "not-tied",
     "Valby, but the household is tied to Nørrebro, Østerbro",
     "Valby, men husstanden er knyttet til Nørrebro, Østerbro"),
    ({}, {"available_from": DAY + timedelta(8)}, {}, "coming", "Not free before Tue 1 Dec 2026",
     "Ikke ledig før tir 1. dec 2026"),
    ({"due_on": DAY}, {"available_from": DAY + timedelta(8)}, {}, "coming-late",
     "Not free before Tue 1 Dec 2026, after the deadline of Mon 23 Nov 2026",
     "Ikke ledig før tir 1. dec 2026, efter fristen man 23. nov 2026"),
    ({"needs": ["lift"]}, {"features": ["ground-floor"]}, {}, "ask-lift",
     "No lift, but on the ground floor: ask whether that is enough",
     "Ingen elevator, men i stueetagen: spørg, om det er nok"),
    ({}, {"kind": "shared", "rooms": 1}, {}, "ask-shared",
     "A shared home: ask who lives there (sex, age, vulnerability)",
     "En delebolig: spørg, hvem der bor der (køn, alder, sårbarhed)"),
    ({"sex": "m"}, SHARED | {"shared_by": "women"}, {}, "shared-women", "A shared home for women",
     "En delebolig for kvinder"),
    ({"sex": "f"}, SHARED | {"shared_by": "men"}, {}, "shared-men", "A shared home for men",
     "En delebolig for mænd"),
    ({"sex": "f"}, SHARED | {"shared_by": "women"}, {}, "shared-theirs", "A shared home for people of their sex",
     "En delebolig for personer af deres køn"),
    ({"age": 24}, SHARED | {"age_from": 25}, {}, "age-below", "A shared home for people of 25 years or more",
     "En delebolig for personer på 25 år eller derover"),
    ({"age": 31}, SHARED | {"age_to": 30}, {}, "age-above", "A shared home for people of 30 years at most",
     "En delebolig for personer på højst 30 år"),
    ({"age": 30}, SHARED | {"age_from": 18, "age_to": 30}, {}, "shared-age",
     "A shared home for people of their age", "En delebolig for personer på deres alder"),
    ({"age": None}, SHARED | {"age_to": 30}, {}, "ask-age",
     "A shared home for people of some ages: their age is not recorded",
     "En delebolig for personer i bestemte aldre: deres alder er ikke registreret"),
    ({}, SHARED | {"sharers_need": ["quiet"]}, {}, "sharers-need", "Somebody in the shared home needs: Quiet place",
     "Nogen i deleboligen har brug for: Roligt sted"),
    ({}, SHARED | {"sharers": "Two men, 24 and 31"}, {}, "ask-sharers",
     "A shared home. Who lives there: Two men, 24 and 31", "En delebolig. Der bor: Two men, 24 and 31"),
    ({"most_rent": None}, {}, {}, "ask-rent", "What rent they can pay is not recorded",
     "Det er ikke registreret, hvilken husleje de kan betale"),
    ({"pets": "A cat"}, {}, {}, "ask-pets", "Ask whether pets are allowed: A cat",
     "Spørg, om husdyr er tilladt: A cat"),
    ({"due_on": None}, {}, {}, "no-deadline", "No deadline is known", "Ingen kendt frist"),
    ({}, {}, {}, "outside", "Outside the excluded areas of 2025", "Uden for de udelukkede områder fra 2025"),
    ({"is_under_rules": True}, {"basis": "inside"}, {}, "rules",
     "The rules for Ukraine make an exception from the excluded areas",
     "Reglerne for Ukraine gør en undtagelse fra de udelukkede områder"),
    ({}, {"basis": "inside"}, {"is_excepted": True}, "exception",
     "A manager made an exception from the excluded areas",
     "En leder har gjort en undtagelse fra de udelukkede områder"),
    ({}, {}, {}, "bedrooms", "One bedroom, as needed", "Et soveværelse, som nødvendigt"),
    ({"bedrooms": 2}, {"rooms": 3}, {}, "bedrooms", "2 bedrooms, as many as needed",
     "2 soveværelser, så mange som nødvendigt"),
    ({"needs": ["lift", "no-steps"]}, {"features": ["lift", "no-steps"]}, {}, "has",
     "It has what they need: Lift, no steps inside the home",
     "Den har, hvad de har brug for: Elevator, ingen trin inde i boligen"),
    ({}, {}, {}, "rent-within", "Rent 900 kr. below the limit", "Huslejen er 900 kr. under grænsen"),
    ({"districts": ["valby"]}, {}, {}, "tied", "Valby, where the household is tied",
     "Valby, som husstanden er knyttet til"),
    ({}, {}, {"decision": "pin", "why": "Her sister lives there"}, "pinned", "Pinned: Her sister lives there",
     "Fastlåst: Her sister lives there"),
    ({}, {}, {}, "days-left", "12 days left until the deadline", "12 dage til fristen"),
    ({"due_on": DAY + timedelta(1)}, {}, {}, "days-left", "1 day left until the deadline", "1 dag til fristen"),
    ({"due_on": DAY - timedelta(1)}, {}, {}, "days-over", "1 day over the deadline", "1 dag over fristen"),
    ({"due_on": DAY - timedelta(34)}, {}, {}, "days-over", "34 days over the deadline", "34 dage over fristen"),
]  # fmt: skip


@pytest.mark.parametrize(("household", "home", "both", "key", "english", "danish"), SAID)
def test_each_reason_is_said_in_both_languages(household, home, both, key, english, danish):
    found = match(replace(ALONE, **household), replace(FLAT, **home), DAY, Between(**both))

    [reason] = [reason for reason in found.reasons if reason.key == key]
    assert found.fits == (key not in STOPS)
    for language, words in (("en", english), ("da", danish)):
        with override(language):
            assert reason.words == words
            assert read(reason.kept()).words == words


def test_every_reason_is_in_that_table():
    assert {row[3] for row in SAID} == set(SIGNS)


def test_what_stands_in_the_way_of_many_is_named_without_numbers():
    assert set(KINDS) == set(STOPS)
    assert not [key for key, words in KINDS.items() if "%(" in str(words)]


@pytest.mark.parametrize("need", Need.values)
def test_every_need_of_the_closed_list_stops_what_does_not_have_it(need):
    assert not match(replace(ALONE, needs=[need]), FLAT, DAY).fits
    assert match(replace(ALONE, needs=[need]), replace(FLAT, features=[need]), DAY).fits


def test_who_has_a_room_in_a_shared_home_has_one_of_their_own_and_not_a_bathroom():
    home = replace(FLAT, **SHARED)

    assert match(replace(ALONE, needs=["own-room"]), home, DAY).fits
    assert not match(replace(ALONE, needs=["own-bathroom"]), home, DAY).fits


def test_of_a_family_nothing_is_said_about_sharing_but_that_they_are_too_many():
    found = match(replace(ALONE, persons=2), replace(FLAT, **SHARED, shared_by="men", age_to=30), DAY)

    assert [reason.key for reason in found.reasons if "shar" in reason.key or "age" in reason.key] == [
        "shared"
    ]


@pytest.mark.parametrize(
    ("kind", "rooms", "bedrooms"),
    [("flat", 1, 1), ("flat", 2, 1), ("house", 4, 3), ("shared", 1, 1), ("shared", 2, 2)],
)
def test_one_room_is_lived_in(kind, rooms, bedrooms):
    assert replace(FLAT, kind=kind, rooms=rooms).bedrooms == bedrooms


UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
FACTS = st.builds(
    HouseholdFacts,
    key=st.text("ab", min_size=1, max_size=3),
    persons=st.integers(1, 9),
    bedrooms=st.integers(1, 5),
    needs=st.lists(st.sampled_from(Need.values), unique=True),
    districts=st.lists(st.sampled_from([value for value, _label in IN_THE_CITY]), unique=True),
    most_rent=st.none() | st.integers(0, 9000),
    due_on=st.none() | st.dates(DAY - timedelta(99), DAY + timedelta(99)),
)
HOMES = st.builds(
    HomeFacts,
    key=st.text("ab", min_size=1, max_size=3),
    district=st.sampled_from([value for value, _label in IN_THE_CITY]),
    rooms=st.integers(1, 6),
    rent=st.integers(0, 9000),
    kind=st.sampled_from(["flat", "shared"]),
    features=st.lists(st.sampled_from(Need.values), unique=True),
    basis=st.sampled_from(["outside", "inside", "unchecked", "no-list"]),
    available_until=st.none() | st.dates(DAY - timedelta(5), DAY + timedelta(5)),
)


@UNHURRIED
@given(FACTS, HOMES)
def test_whoever_does_not_fit_is_told_why_and_every_reason_can_be_read(household, home):
    found = match(household, home, DAY)

    assert found.fits == (not found.stops)
    assert all(reason.words and "%(" not in reason.words for reason in found.reasons)
    assert len(found.reasons) == sum(map(len, (found.stops, found.against, found.unknown, found.in_favour)))


@UNHURRIED
@given(st.lists(FACTS, min_size=2), HOMES)
def test_whose_time_runs_out_first_is_first_of_those_who_fit(households, home):
    rows = sorted(((each, match(each, home, DAY)) for each in households), key=by_household)

    fitting = [household.due_on for household, found in rows if found.fits]
    assert [found.fits for _each, found in rows] == [True] * len(fitting) + [False] * (
        len(rows) - len(fitting)
    )
    assert fitting == sorted(fitting, key=lambda due: (due is None, due))


@UNHURRIED
@given(FACTS, st.lists(HOMES, min_size=2))
def test_of_homes_what_fits_is_first_and_what_nearly_fits_follows(household, homes):
    rows = sorted(((each, match(household, each, DAY)) for each in homes), key=by_home)

    assert [len(found.stops) for _each, found in rows] == sorted(len(found.stops) for _each, found in rows)


def test_a_reason_that_was_kept_is_read_in_the_language_of_the_reader():
    kept = Reason("coming", {"day": "2026-12-01"}).kept()

    with override("da"):
        assert read(kept).words == "Ikke ledig før tir 1. dec 2026"
