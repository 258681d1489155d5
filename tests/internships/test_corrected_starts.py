"""A corrected first day: the rules about how long it may last, and about an IGU, are asked again."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from internships.models import PlacementExtension
from refugees.models import Occupation
from tests.factories import TODAY
from tests.forms import on
from tests.internships.recording import url

pytestmark = pytest.mark.django_db


def planned(occupation, last_on):
    Occupation.objects.filter(pk=occupation.pk).update(planned_last_on=last_on)


def test_a_corrected_start_by_which_it_lasts_too_long_is_refused_as_its_extension_is(lise, case, occupation):
    planned(occupation, date(2026, 12, 13))  # four weeks from Monday the 16th
    typed = on("started_on", date(2026, 11, 13)) | {"reason": "The diary."}

    response = lise.post(url("correct_start", case, occupation), typed | {"is_meant": "on"})

    assertContains(response, "the last day without further grounds", status_code=422)
    assertContains(response, "Integrationsloven § 23 b", status_code=422)
    assertContains(response, "Take the agreed last day away first", status_code=422)
    assertContains(response, "The diary.", status_code=422)
    occupation.refresh_from_db()
    assert occupation.started_on == date(2026, 11, 16)


def test_with_its_ground_recorded_the_start_is_corrected(lise, case, occupation, caseworker):
    planned(occupation, date(2026, 12, 13))
    PlacementExtension.objects.agree(
        occupation=Occupation.objects.get(),
        to_on=date(2026, 12, 14),
        ground="no-experience",
        today=TODAY,
        by=caseworker,
    )
    typed = on("started_on", date(2026, 11, 13)) | {"reason": "The diary."}

    lise.post(url("correct_start", case, occupation), typed)

    occupation.refresh_from_db()
    assert occupation.started_on == date(2026, 11, 13)


@pytest.mark.parametrize("last_on", [date(2026, 12, 13), date(2026, 12, 20)])
def test_a_later_start_is_warned_of_at_most_because_the_stay_gets_shorter(lise, case, occupation, last_on):
    planned(occupation, last_on)
    typed = on("started_on", date(2026, 11, 17)) | {"reason": "The diary."}

    response = lise.post(url("correct_start", case, occupation), typed)
    if last_on == date(2026, 12, 20):
        assertContains(response, "It is right all the same", status_code=422)
        lise.post(url("correct_start", case, occupation), typed | {"is_meant": "on"})

    occupation.refresh_from_db()
    assert occupation.started_on == date(2026, 11, 17)


def test_of_what_has_ended_a_stay_that_was_too_long_is_warned_of_and_kept(lise, case, occupation, caseworker):
    Occupation.objects.filter(pk=occupation.pk).update(started_on=date(2026, 10, 26))
    occupation.refresh_from_db()
    occupation.end(on=date(2026, 11, 22), ending="completed", today=TODAY, by=caseworker)
    typed = on("started_on", date(2026, 10, 23)) | on("consented_on", date(2026, 10, 1))
    typed |= {"reason": "The diary."}

    warned = lise.post(url("correct_start", case, occupation), typed)
    lise.post(url("correct_start", case, occupation), typed | {"is_meant": "on"})

    assertContains(warned, "the last day without further grounds", status_code=422)
    occupation.refresh_from_db()
    assert occupation.started_on == date(2026, 10, 23)


def test_a_corrected_start_of_an_igu_asks_its_conditions_and_does_not_count_itself(lise, case):
    """BEK 1825/2023: whoever begins an IGU is at least 18 years old."""
    case.person.born_on = date(2008, 11, 14)
    case.person.save()
    begun = Occupation.objects.create(case=case, kind="igu", place="Hall", started_on=date(2026, 11, 16))
    typed = {"reason": "The diary.", "is_meant": "on"}

    young = lise.post(url("correct_start", case, begun), typed | on("started_on", date(2026, 11, 13)))
    lise.post(url("correct_start", case, begun), typed | on("started_on", date(2026, 11, 17)))

    assertContains(young, "The age at the start does not fit.", status_code=422)
    assertNotContains(young, "This person has had one.", status_code=422)
    begun.refresh_from_db()
    assert begun.started_on == date(2026, 11, 17)
