"""Company and person look back on a measure; what is missing is chased by a promise of its own."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock, State
from internships.evaluated import EVALUATED
from internships.models import Evaluation, Placement
from refugees.closing import CloseReason
from tests.factories import TODAY, CompanyFactory
from tests.forms import on
from tests.internships.recording import today, url

pytestmark = pytest.mark.django_db

LAST, DUE = date(2026, 11, 20), date(2026, 12, 4)
FORM = {
    "side": "person",
    "tasks": "well",
    "punctuality": "partly",
    "language": "badly",
    "again": "maybe",
    "words": "I learned to bake.",
} | today("evaluated_on")


@pytest.fixture
def ended(occupation, caseworker):
    """Over since Friday, as agreed."""
    occupation.end(on=LAST, ending="completed", today=TODAY, by=caseworker)
    return occupation


def clock(case, day=TODAY):
    return Clock.objects.at(day).get(case=case, goal=EVALUATED)


def give(occupation, side, day=TODAY, **answers):
    facts = {"tasks": "well", "punctuality": "well", "language": "well", "again": "yes"} | answers
    return Evaluation.objects.give(occupation=occupation, side=side, on=day, today=TODAY, by=None, **facts)


def test_the_caseworker_writes_down_what_the_person_says(lise, case, ended, caseworker):
    response = lise.post(url("evaluate", case, ended), FORM)

    assertRedirects(response, reverse("case", args=[case.public_id]))
    row = Evaluation.objects.get()
    said = (row.side, row.tasks, row.punctuality, row.language, row.again, row.recorded_by)
    assert said == ("person", "well", "partly", "badly", "maybe", caseworker)
    page = lise.get(reverse("case", args=[case.public_id]))
    assertContains(page, "I learned to bake.")
    assertContains(page, "Not evaluated by both sides yet")


def test_the_promise_runs_from_the_end_and_is_kept_by_both_sides(case, ended):
    standing = clock(case)
    assert (standing.standard, standing.due_on, standing.met_on) == ("internal", DUE, None)
    assert standing.occurrence == f"occupation:{ended.pk}"

    give(ended, "company")
    assert clock(case).met_on is None
    give(ended, "person")

    assert (clock(case).met_on, clock(case).state) == (TODAY, State.MET_IN_TIME)


def test_what_was_said_before_the_end_counts_from_the_end(case, occupation, caseworker):
    give(occupation, "company", day=date(2026, 11, 18))
    give(occupation, "person", day=date(2026, 11, 19))

    occupation.end(on=LAST, ending="completed", today=TODAY, by=caseworker)

    assert clock(case).met_on == LAST


def test_a_missing_one_is_over_by_itself_whatever_ran_meanwhile(case, ended):
    assert clock(case, DUE).state == State.DUE_SOON
    assert clock(case, DUE + timedelta(days=1)).state == State.OVER
    assert clock(case).version.source.startswith("Internal default")


def test_each_placement_has_a_promise_of_its_own(case, ended, caseworker):
    placement = Placement.objects.start(
        case=case, company=CompanyFactory(), kind="internship", on=LAST, today=TODAY, by=caseworker
    )
    placement.occupation.end(on=TODAY, ending="completed", today=TODAY, by=caseworker)

    assert Clock.objects.filter(case=case, goal=EVALUATED).count() == 2


def test_what_was_broken_off_on_its_first_day_never_really_ran(case, occupation, caseworker):
    occupation.end(on=occupation.started_on, ending="broken-off-person", today=TODAY, by=caseworker)

    assert (clock(case).void_on, clock(case).void_reason) == (occupation.started_on, "broken-off")


def test_nobody_is_chased_for_a_closed_case(case, ended, caseworker):
    case.close(on=TODAY, reason=CloseReason.choices[0][0], by=caseworker)

    assert clock(case).void_on == TODAY


def test_a_job_that_ends_asks_for_no_evaluation(case, caseworker):
    placement = Placement.objects.start(
        case=case, company=CompanyFactory(), kind="job", on=date(2026, 11, 9), today=TODAY, by=caseworker
    )
    placement.occupation.end(on=LAST, ending="completed", today=TODAY, by=caseworker)

    assert not Clock.objects.filter(case=case, goal=EVALUATED).exists()


def test_a_second_time_the_answers_are_changed_and_the_history_keeps_the_first(lise, case, ended):
    give(ended, "person", words="At first so.")
    form = reverse("internships:evaluate", args=[case.public_id, ended.public_id]) + "?side=person"
    assertContains(lise.get(form), "At first so.")

    lise.post(form, FORM)

    assert Evaluation.objects.get().words == "I learned to bake."
    events = Evaluation.pgh_event_model.objects.order_by("pgh_id")
    assert [event.words for event in events] == ["At first so.", "I learned to bake."]


def test_two_who_write_down_the_same_side_are_told(lise, case, ended):
    page = lise.get(url("evaluate", case, ended))
    give(ended, "person", words="A colleague was faster.")

    response = lise.post(url("evaluate", case, ended), FORM | {"version": ""})

    assert page.status_code == 200
    assertContains(response, "A colleague was faster.", status_code=409)
    assertContains(response, "I learned to bake.", status_code=409)
    assert Evaluation.objects.get().words == "A colleague was faster."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"side": ""}, "Choose who says so."),
        ({"tasks": ""}, "Choose one."),
        (on("evaluated_on", date(2026, 11, 24)), "An evaluation is recorded on the day or later."),
        (on("evaluated_on", date(2026, 11, 15)), "It had not started on that day."),
    ],
)
def test_a_form_that_is_not_in_order_loses_nothing(lise, case, ended, typed, sentence):
    response = lise.post(url("evaluate", case, ended), FORM | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "I learned to bake.", status_code=422)
    assert not Evaluation.objects.exists()


def test_when_both_have_spoken_nothing_is_awaited(lise, case, ended):
    give(ended, "company")
    give(ended, "person")

    page = lise.get(reverse("case", args=[case.public_id]))

    assertNotContains(page, "Not evaluated by both sides yet")
