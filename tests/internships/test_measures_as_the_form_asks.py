"""A list of measures is asked what the form of a start asks: consent, conditions of an IGU, SU, which other reason."""

from datetime import date

import pytest

from internships.measure_import import look
from internships.models import Placement
from refugees.models import Occupation
from refugees.staged import Prospect
from tests.factories import TODAY, CaseFactory
from tests.internships.relations import unit_of
from tests.internships.test_measures_taken_in import carried_out, cells, taken_in

pytestmark = pytest.mark.django_db

EARLY = {"first_on": "26-10-2026", "last_on": "20-11-2026", "ending": "completed"}
SCHOOL = {"type": "education", "place": "Invented School", "last_on": "", "hours": "", "minutes": ""}
IGU = {"type": "igu", "place": "Invented Hall", "last_on": "", "hours": "37", "minutes": ""}


@pytest.fixture
def arrived(unit, caseworker):
    """Taken over on 2 November."""
    return CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker)


def test_a_measure_before_the_takeover_asks_for_consent_at_its_row(arrived, caseworker):
    [seen] = look([cells(arrived, **EARLY)], caseworker, TODAY)
    found = taken_in(caseworker, cells(arrived, **EARLY))

    assert seen.prospect == Prospect.CANNOT
    assert "needs the person's consent" in seen.problems[0]
    assert found.carry_out(by=caseworker, today=TODAY) == 0
    assert found.rows.pending().count() == 1
    assert not Occupation.objects.exists()


def test_a_row_that_says_when_the_person_consented_is_taken_over_with_it(arrived, caseworker):
    assert carried_out(caseworker, cells(arrived, consented_on="19-10-2026", **EARLY)) == ["made"]

    assert Occupation.objects.get().consented_on == date(2026, 10, 19)


def test_consent_after_the_start_is_none(arrived, caseworker):
    [seen] = look([cells(arrived, consented_on="27-10-2026", **EARLY)], caseworker, TODAY)

    assert seen.problems == ["Consent is given before the start, or on its day."]


@pytest.mark.parametrize("kind", ["job", "education"])
def test_what_is_no_measure_asks_for_no_consent(arrived, caseworker, kind):
    told = EARLY | {"type": kind, "consented_on": "27-10-2026"}

    assert carried_out(caseworker, cells(arrived, **told)) == ["made"]
    assert Occupation.objects.get().consented_on is None


def test_an_igu_that_does_not_meet_its_conditions_is_warned_of_at_its_row(arrived, caseworker):
    """BEK 1825/2023: between 18 and 49 years old, and one only."""
    arrived.person.born_on = date(1950, 1, 1)
    arrived.person.save()
    Occupation.objects.create(
        case=arrived,
        kind="igu",
        place="Before",
        started_on=date(2026, 11, 3),
        last_on=date(2026, 11, 5),
        ending="completed",
    )

    [seen] = look([cells(arrived, **IGU)], caseworker, TODAY)

    assert seen.prospect == Prospect.NEW
    words = " ".join(seen.doubts)
    assert "The age at the start does not fit." in words
    assert "This person has had one." in words
    assert "taken over all the same" in seen.doubts[-1]
    assert carried_out(caseworker, cells(arrived, **IGU)) == ["made"]


def test_a_job_at_the_same_workplace_too_short_ago_is_warned_of(arrived, caseworker, company):
    unit = unit_of(company)
    Placement.objects.start(
        case=arrived,
        company=company,
        unit=unit,
        kind="job",
        on=date(2026, 11, 3),
        today=TODAY,
        by=caseworker,
    ).occupation.end(on=date(2026, 11, 6), ending="completed", today=TODAY, by=caseworker)
    told = IGU | {"place": "", "p_number": unit.p_number}

    [seen] = look([cells(arrived, **told)], caseworker, TODAY)

    assert any("ordinary job here too short ago" in doubt for doubt in seen.doubts)


def test_an_igu_known_here_is_not_doubted_again(arrived, caseworker):
    carried_out(caseworker, cells(arrived, **IGU))

    [seen] = look([cells(arrived, **IGU)], caseworker, TODAY)

    assert (seen.prospect, seen.doubts) == (Prospect.KNOWN, [])


@pytest.mark.parametrize(
    ("typed", "gives_su"), [("ja", "yes"), ("Giver SU", "yes"), ("nej", "no"), ("no", "no"), ("", "")]
)
def test_a_list_says_whether_an_education_gives_su(arrived, caseworker, typed, gives_su):
    assert carried_out(caseworker, cells(arrived, gives_su=typed, **SCHOOL)) == ["made"]

    education = Occupation.objects.get()
    assert (education.gives_su, education.su_known_on) == (gives_su, TODAY if gives_su else None)


def test_what_nobody_here_knew_is_taken_over_and_what_is_known_otherwise_is_for_a_person(arrived, caseworker):
    carried_out(caseworker, cells(arrived, **SCHOOL))

    assert carried_out(caseworker, cells(arrived, gives_su="ja", **SCHOOL)) == ["changed"]
    assert carried_out(caseworker, cells(arrived, gives_su="ja", **SCHOOL)) == ["unchanged"]
    [seen] = look([cells(arrived, gives_su="nej", **SCHOOL)], caseworker, TODAY)

    assert Occupation.objects.get().gives_su == "yes"
    assert "known otherwise whether it gives SU" in seen.problems[0]


@pytest.mark.parametrize(
    ("bent", "sentence"),
    [
        ({"gives_su": "ja"}, "Only of an education"),
        (SCHOOL | {"gives_su": "perhaps"}, "“perhaps” is not known here"),
        ({"last_on": "20-11-2026", "ending": "other"}, "Say which other reason it was"),
        ({"last_on": "20-11-2026", "ending": "other", "remark": "a" * 301}, "too long"),
    ],
)
def test_what_does_not_fit_is_said_at_its_row(arrived, caseworker, bent, sentence):
    [seen] = look([cells(arrived, **bent)], caseworker, TODAY)

    assert seen.prospect == Prospect.CANNOT
    assert any(sentence in problem for problem in seen.problems), seen.problems


def test_another_reason_of_an_end_is_kept_in_its_words_and_a_remark_on_any_other_is_not(arrived, caseworker):
    over = {"last_on": "20-11-2026", "ending": "another reason", "remark": "The shop closed."}
    fine = over | {"ending": "completed as agreed", "key": "FAG-2", "first_on": "17-11-2026"}

    assert carried_out(caseworker, cells(arrived, **over), cells(arrived, **fine)) == ["made", "made"]

    other, completed = Occupation.objects.in_order()
    assert (other.ending, other.ending_words) == ("other", "The shop closed.")
    assert (completed.ending, completed.ending_words) == ("completed", "")


def test_the_last_day_of_an_igu_lies_two_years_ahead(arrived, caseworker):
    assert carried_out(caseworker, cells(arrived, **IGU | {"last_on": "15-11-2028"})) == ["made"]
    assert Occupation.objects.get().planned_last_on == date(2028, 11, 15)

    [seen] = look([cells(arrived, key="FAG-2", **IGU | {"last_on": "15-11-2033"})], caseworker, TODAY)
    assert "is no day" in seen.problems[0]


@pytest.mark.parametrize("number", [3, 30])
def test_asking_costs_the_same_at_any_number(unit, number, caseworker, django_assert_num_queries):
    cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2)) for _ in range(number)]

    with django_assert_num_queries(5):
        looks = look([cells(case, **IGU) for case in cases], caseworker, TODAY)
    assert all(seen.doubts for seen in looks)
