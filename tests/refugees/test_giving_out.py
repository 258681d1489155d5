"""The proposal of who could take which case: pure, so it is tested by its properties."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from refugees.giving_out import LANGUAGE_WORTH, CaseToGive, Colleague, Reason, suggest

languages = st.frozensets(st.sampled_from(["ar", "ti", "so", "uk", "en"]), max_size=3)
households = st.integers(min_value=1, max_value=6)


@st.composite
def case_lists(draw):
    count = draw(st.integers(min_value=0, max_value=25))
    return [
        CaseToGive(
            case_id=number,
            household_id=draw(st.none() | households),
            languages=draw(languages),
            weight=draw(st.integers(min_value=1, max_value=2)),
        )
        for number in range(count)
    ]


@st.composite
def teams(draw):
    count = draw(st.integers(min_value=0, max_value=6))
    return [
        Colleague(
            user_id=number,
            load=draw(st.integers(min_value=0, max_value=60)),
            languages=draw(languages),
            households=draw(st.frozensets(households, max_size=3)),
            is_away=draw(st.booleans()),
        )
        for number in range(count)
    ]


@given(case_lists(), teams())
def test_every_case_gets_exactly_one_colleague_who_is_here(cases, team):
    suggestions = suggest(cases, team)

    here = {colleague.user_id for colleague in team if not colleague.is_away}
    assert [s.case_id for s in suggestions] == ([case.case_id for case in cases] if here else [])
    assert {s.user_id for s in suggestions} <= here


@given(case_lists(), teams())
def test_a_household_goes_to_one_colleague(cases, team):
    given_to = {s.case_id: s.user_id for s in suggest(cases, team)}

    for household in {case.household_id for case in cases} - {None}:
        members = [case for case in cases if case.household_id == household]
        assert len({given_to.get(case.case_id) for case in members}) == 1


@given(case_lists(), teams())
def test_whoever_knows_the_household_and_is_here_gets_the_rest_of_it(cases, team):
    given_to = {s.case_id: s.user_id for s in suggest(cases, team)}

    for case in cases:
        knows = {c.user_id for c in team if not c.is_away and case.household_id in c.households}
        if knows:
            assert given_to[case.case_id] in knows


@given(case_lists(), teams(), st.randoms())
def test_the_order_of_the_list_does_not_matter(cases, team, random: Random):
    proposed = {s.case_id: s for s in suggest(cases, team)}
    random.shuffle(cases)
    random.shuffle(team)

    assert {s.case_id: s for s in suggest(cases, team)} == proposed


@given(case_lists(), teams())
def test_every_suggestion_has_a_reason_and_starts_from_a_true_load(cases, team):
    suggestions = suggest(cases, team)

    before = {colleague.user_id: colleague.load for colleague in team}
    given_weight = Counter()
    for case, suggestion in zip(cases, suggestions, strict=bool(suggestions)):
        assert suggestion.reasons
        assert before[suggestion.user_id] <= suggestion.load
        assert suggestion.lightest <= suggestion.load
        assert (Reason.LOAD in suggestion.reasons) == (suggestion.load == suggestion.lightest)
        given_weight[suggestion.user_id] += case.weight
    for suggestion in suggestions:
        assert suggestion.load < before[suggestion.user_id] + given_weight[suggestion.user_id]


@given(st.integers(min_value=1, max_value=200), st.integers(min_value=1, max_value=8))
def test_equal_cases_are_spread_evenly(count, size):
    cases = [CaseToGive(case_id=number) for number in range(count)]

    given_to = Counter(s.user_id for s in suggest(cases, [Colleague(user_id=n) for n in range(size)]))

    assert max(given_to.values()) - min(given_to.get(n, 0) for n in range(size)) <= 1


def test_the_language_outweighs_a_little_load_and_no_more():
    somali = CaseToGive(case_id=1, languages=frozenset({"so"}))
    speaker = Colleague(user_id=2, load=LANGUAGE_WORTH - 1, languages=frozenset({"so", "en"}))
    light = Colleague(user_id=1, load=0)
    busier = Colleague(user_id=2, load=LANGUAGE_WORTH, languages=frozenset({"so"}))

    near = suggest([somali], [light, speaker])[0]
    far = suggest([somali], [light, busier])[0]

    assert (near.user_id, near.reasons, near.languages) == (2, (Reason.LANGUAGE,), {"so"})
    assert (far.user_id, far.reasons) == (1, (Reason.LOAD,))


def test_the_household_of_somebody_away_is_given_to_another_and_says_so():
    case = CaseToGive(case_id=1, household_id=7)
    away = Colleague(user_id=1, households=frozenset({7}), is_away=True)

    suggestion = suggest([case], [away, Colleague(user_id=2)])[0]

    assert (suggestion.user_id, suggestion.reasons) == (2, (Reason.HOUSEHOLD_AWAY, Reason.LOAD))


def test_a_household_that_somebody_here_knows_stays_with_them_however_much_they_carry():
    case = CaseToGive(case_id=1, household_id=7)
    busy = Colleague(user_id=1, load=60, households=frozenset({7}))

    suggestion = suggest([case], [busy, Colleague(user_id=2)])[0]

    assert (suggestion.user_id, suggestion.reasons) == (1, (Reason.HOUSEHOLD_KNOWN,))
    assert (suggestion.load, suggestion.lightest) == (60, 0)
