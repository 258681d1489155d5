"""Reasons for and against a person and an opening: one row a rule. Pure, so no database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils.translation import override

from internships.kinships import are_neighbours, asks_for, districts_of, sectors_of, shared_words
from internships.matching import match
from internships.reasons import Known, OpeningFacts, PersonFacts, in_order
from refugees.models import Limit
from refugees.reasons import Sign
from tests.factories import TODAY

PERSON = PersonFacts()
OPENING = OpeningFacts(
    tasks="Bake bread.",
    requirements="",
    sector="food",
    sector_words="Kitchens",
    district="valby",
    district_words="Valby",
    minutes_a_week=20 * 60,
    languages=(),
    spoken_there=("da", "ar"),
    free=1,
    capacity=2,
    start_from=TODAY,
    start_until=None,
)
TOMORROW = TODAY + timedelta(days=1)
BAKER = Known("Baker", "7512")
WELDER = Known("Welder", "7212")


def said(person=None, opening=None):
    person, opening = replace(PERSON, **(person or {})), replace(OPENING, **(opening or {}))
    return {reason.words: reason.sign for reason in match(person, opening, TODAY).reasons}


@pytest.mark.parametrize(
    ("person", "opening", "sign", "words"),
    [
        ({}, {}, Sign.FOR, "1 of 2 places free"),
        ({}, {"free": 0}, Sign.STOPS, "Every place is taken"),
        ({}, {"is_closed": True}, Sign.STOPS, "The opening is closed"),
        ({}, {"barred_because": "Unsafe."}, Sign.STOPS, "The company is not to be used: Unsafe."),
        ({"is_exempt": True}, {}, Sign.STOPS, "Is exempt from offers now: not job-ready"),
        ({"has_offer": True}, {}, Sign.STOPS, "Has an offer that is not answered yet"),
        ({"is_engaged": True}, {}, Sign.AGAINST, "Is in an internship, job or education already"),
        ({}, {}, Sign.FOR, "Can start now"),
        ({}, {"start_from": TOMORROW}, Sign.FOR, "Can start from Tue 24 Nov 2026"),
        (
            {},
            {"start_until": TODAY - timedelta(days=1)},
            Sign.STOPS,
            "The time to start was over Sun 22 Nov 2026",
        ),
        (
            {"start_by": TODAY},
            {"start_from": TOMORROW},
            Sign.AGAINST,
            "Starts Tue 24 Nov 2026 at the earliest, after the deadline of Mon 23 Nov 2026",
        ),
        ({}, {}, Sign.UNKNOWN, "The profile says nothing of work or skills yet"),
        ({"done": [WELDER]}, {}, Sign.AGAINST, "Nothing in the profile speaks of this work"),
        (
            {"done": [BAKER]},
            {},
            Sign.FOR,
            "The same kind of work (Kitchens): has worked as Baker",
        ),
        (
            {"done": [Known("Welder", "7212", "Baked bread at home")]},
            {},
            Sign.FOR,
            "Has worked as Welder (the text says: bread)",
        ),
        (
            {"can": [Known("Breads of all kinds")]},
            {},
            Sign.FOR,
            "Can do this: Breads of all kinds (the text says: bread)",
        ),
        ({}, {}, Sign.UNKNOWN, "No wish for work is recorded"),
        ({"wishes": [BAKER]}, {}, Sign.FOR, "The same kind of work (Kitchens): wishes for: Baker"),
        ({"wishes": [WELDER]}, {}, Sign.AGAINST, "Wishes for something else: Welder"),
        (
            {},
            {"languages": ["da"]},
            Sign.STOPS,
            "Danish is needed; that the person speaks it is not known",
        ),
        (
            {"languages": {"da": ("a1", "A1: words")}},
            {"languages": ["da"]},
            Sign.AGAINST,
            "Danish is needed; the person speaks little: A1: words",
        ),
        (
            {"languages": {"da": ("a2", "A2: talk")}},
            {"languages": ["da"]},
            Sign.FOR,
            "Speaks Danish, which is needed (A2: talk)",
        ),
        (
            {"languages": {"da": ("", "")}},
            {"languages": ["da"]},
            Sign.UNKNOWN,
            "Speaks Danish, which is needed; how well is not known",
        ),
        ({"languages": {"ar": ("", "")}}, {}, Sign.FOR, "At work they speak Arabic, as the person does"),
        ({}, {}, Sign.UNKNOWN, "Valby; where the person lives is not known"),
        (
            {"districts": frozenset({"valby"})},
            {},
            Sign.FOR,
            "Valby, where the person lives, by the postal code",
        ),
        (
            {"districts": frozenset({"vanlose"})},
            {},
            Sign.FOR,
            "Valby, beside where the person lives, by the postal code",
        ),
        (
            {"districts": frozenset({"osterbro"})},
            {},
            Sign.AGAINST,
            "Valby, not where the person lives nor beside it",
        ),
        (
            {"most_minutes": 15 * 60},
            {},
            Sign.STOPS,
            "20 h a week; the conclusion about work says 15 h at most",
        ),
        (
            {"most_minutes": 20 * 60},
            {},
            Sign.FOR,
            "20 h a week, within the 20 h of the conclusion about work",
        ),
        (
            {"danish_minutes": 18 * 60},
            {},
            Sign.AGAINST,
            "20 h a week and 18 h of Danish classes are more than full time",
        ),
        (
            {"danish_minutes": 17 * 60},
            {},
            Sign.FOR,
            "20 h a week leave room for 17 h of Danish classes",
        ),
        ({"not_before": TOMORROW}, {}, Sign.AGAINST, "Cannot work before Tue 24 Nov 2026"),
        (
            {"not_before": date(2027, 1, 4)},
            {"start_until": date(2027, 1, 3)},
            Sign.STOPS,
            "Cannot work before Mon 4 Jan 2027; the time to start is over by then",
        ),
        (
            {"limits": ["lifting"]},
            {"requirements": "Kan løfte 15 kg."},
            Sign.STOPS,
            "The place asks for what cannot be: No heavy lifting",
        ),
        ({"limits": ["lifting"]}, {}, Sign.UNKNOWN, "Ask the company: No heavy lifting"),
        (
            {},
            {"requirements": "Kørekort"},
            Sign.AGAINST,
            "The place asks for a driving licence; none is in the profile",
        ),
        ({"has_licence": True}, {"requirements": "Driving licence"}, Sign.FOR, "Has a driving licence"),
    ],
)
def test_each_fact_is_a_reason_for_or_against(person, opening, sign, words):
    assert said(person, opening).get(words) == sign, said(person, opening)


def test_what_does_not_fit_stands_below_and_nothing_is_left_out():
    fine = match(replace(PERSON, done=[BAKER], wishes=[BAKER]), OPENING, TODAY)
    fair = match(PERSON, OPENING, TODAY)
    full = match(PERSON, replace(OPENING, free=0), TODAY)

    found = in_order([("full", full), ("fair", fair), ("fine", fine)])

    assert [name for name, _match in found] == ["fine", "fair", "full"]
    assert [match.fits for _name, match in found] == [True, True, False]
    assert [reason.words for reason in full.stops] == ["Every place is taken"]
    assert {*full.stops, *full.against, *full.in_favour, *full.unknown} == set(full.reasons)


@pytest.mark.parametrize(
    ("address", "districts"),
    [
        ("Opfundet Vej 1, 2500 Valby", {"valby"}),
        ("Opfundet Vej 1, 2300 København S", {"amager-ost", "amager-vest"}),
        ("Opfundet Vej 1234, 1150 København K", {"indre-by"}),
        ("Opfundet Vej 1, 2600 Glostrup", {"outside"}),
        ("Opfundet Vej 1", set()),
        ("", set()),
    ],
)
def test_the_postal_code_says_the_district(address, districts):
    assert districts_of(address) == districts


def test_likeness_is_coarse_and_works_both_ways():
    assert sectors_of("7512") == ("food",)
    assert sectors_of("") == sectors_of("0110") == ()
    assert shared_words("Hjælpe i bageriet", "bager") == ["bageriet"]
    assert shared_words("Hjælpe", "en to tre") == []
    assert are_neighbours("valby", "vanlose")
    assert are_neighbours("vanlose", "valby")
    assert not are_neighbours("valby", "amager-ost")
    assert asks_for("Arbejde om natten", Limit.NO_NIGHTS)
    assert not asks_for("Arbejde om dagen", Limit.NO_NIGHTS)


def test_in_danish_a_language_is_written_small_within_a_sentence():
    with override("da"):
        words = said({"languages": {"da": ("a2", "A2")}}, {"languages": ["da"]})

    assert "Taler dansk, som kræves (A2)" in words
