"""Keys by the thousand in one parameter."""

import pytest
from django.db.models import Count

from accounts.lookups import Keys, Question, ask
from refugees.models import Case, KeyDate
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db


def test_any_of_finds_what_in_finds():
    cases = [CaseFactory(taken_over_on=TODAY) for _ in range(3)]
    some = [case.pk for case in cases[:2]] + [2**40]

    assert (
        set(Case.objects.filter(pk__any_of=some)) == set(Case.objects.filter(pk__in=some)) == set(cases[:2])
    )
    dates = KeyDate.objects.filter(case_id__any_of=some)
    assert dates and set(dates) == set(KeyDate.objects.filter(case__in=cases[:2]))


def test_of_no_keys_nothing_is_found():
    CaseFactory()

    assert not Case.objects.filter(pk__any_of=[]).exists()


def test_however_many_keys_it_is_one_parameter():
    statement, parameters = KeyDate.objects.filter(case_id__any_of=range(5_000)).query.sql_with_params()

    assert statement.endswith('"refugees_keydate"."case_id" = ANY (%s::bigint[])')
    assert parameters == ("{" + ",".join(map(str, range(5_000))) + "}",)


def test_keys_are_put_into_words_once_and_say_the_same_as_a_list():
    cases = [CaseFactory(taken_over_on=TODAY) for _ in range(3)]
    keys = Keys(case.pk for case in cases)

    assert list(keys) == [case.pk for case in cases]
    assert (len(keys), keys[0], keys[1:]) == (3, cases[0].pk, [cases[1].pk, cases[2].pk])
    assert set(Case.objects.filter(pk__any_of=keys)) == set(cases)
    assert keys.as_array is keys.as_array


def test_a_question_is_answered_like_its_queryset_and_put_into_sql_once():
    cases = [CaseFactory(taken_over_on=TODAY) for _ in range(3)]
    made = []

    def rows(keys):
        made.append(keys)
        return KeyDate.objects.filter(case_id__any_of=keys).order_by("pk").values_list("case_id", "on")

    question = Question(rows)

    for some in (cases[:1], cases):
        keys = Keys(case.pk for case in some)
        assert ask([question], keys)[question] == list(
            KeyDate.objects.filter(case__in=some).values_list("case_id", "on").order_by("pk")
        )
    assert len(made) == 1


def test_several_questions_are_one_round_trip(django_assert_num_queries):
    case = CaseFactory(taken_over_on=TODAY)
    how_many = Question(
        lambda keys: KeyDate.objects.filter(case_id__any_of=keys).values_list("case_id").annotate(Count("pk"))
    )
    # A per cent sign, a quotation mark and what the database keeps otherwise than Python does come through.
    numbers = Question(
        lambda keys: (
            Case.objects.filter(pk__any_of=keys).exclude(number="100 %'s").values_list("number", "public_id")
        )
    )
    keys = Keys([case.pk])

    with django_assert_num_queries(1):
        found = ask([how_many, numbers], keys)

    assert found == {
        how_many: [(case.pk, case.key_dates.count())],
        numbers: [(case.number, case.public_id)],
    }
    assert ask([], keys) == {}
