"""Keys by the thousand in one parameter."""

import pytest

from accounts.lookups import Keys
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
