"""Pauses on the screen: recorded, ended, put right; and who reads the ground."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Pause
from refugees.models import CaseLine
from tests.factories import TODAY
from tests.goals.case_time import KEY, day, pausing, url

pytestmark = pytest.mark.django_db

GROUND = ("Illness", "hospital")


def test_a_caseworker_records_a_pause(signed_in, caseworker, case):
    client = signed_in(caseworker)

    response = client.post(url(case, "begin_pause"), pausing())

    assertRedirects(response, url(case, "pauses"))
    found = Pause.objects.get()
    assert (found.during.lower, found.during.upper) == (date(2026, 11, 22), date(2026, 11, 26))
    assert (found.ground, found.recorded_by) == ("illness", caseworker)
    page = client.get(url(case, "pauses"))
    for words in (*GROUND, "4 days", "Paused", "Recorded by Lise Invented"):
        assertContains(page, words)
    assertContains(client.get(reverse("case", args=[case.public_id])), "Illness")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (day("last_on", date(2026, 11, 20)), "A pause cannot end before it starts."),
        ({"reason": ""}, "Say why the pause is entered after the day on which it began."),
        ({"from_on_when": "another"} | day("from_on", date(2026, 1, 5)), "at most 90 days after it began"),
        ({"ground": ""}, "Choose the ground."),
    ],
)
def test_bad_input_says_what_is_wrong_and_loses_nothing(signed_in, caseworker, case, changes, words):
    response = signed_in(caseworker).post(url(case, "begin_pause"), pausing() | changes)

    assertContains(response, words, status_code=422)
    assertContains(response, 'value="2026"', status_code=422)
    assert not Pause.objects.exists()


def test_a_pause_that_overlaps_another_is_refused_in_words(signed_in, caseworker, case, pause):
    response = signed_in(caseworker).post(url(case, "begin_pause"), pausing())

    assertContains(response, "Another pause overlaps these days.", status_code=422)
    assert Pause.objects.count() == 1


def test_a_colleague_ends_a_pause_without_reading_its_ground(signed_in, colleague, case, pause):
    client = signed_in(colleague)
    form = client.get(url(case, "end_pause", pause.public_id))

    response = client.post(url(case, "end_pause", pause.public_id), {"last_on_when": "today"})

    assertRedirects(response, url(case, "pauses"))
    pause.refresh_from_db()
    assert (pause.during.upper, pause.ended_by) == (TODAY + timedelta(days=1), colleague)
    for words in GROUND:
        assertNotContains(form, words)
    again = client.post(url(case, "end_pause", pause.public_id), {"last_on_when": "today"})
    assertContains(again, "has an end already", status_code=422)


def test_an_end_before_the_start_is_refused_in_words(signed_in, caseworker, case, pause):
    early = {"last_on_when": "another"} | day("last_on", date(2026, 11, 1))

    response = signed_in(caseworker).post(url(case, "end_pause", pause.public_id), early)

    assertContains(response, "A pause cannot end before it starts.", status_code=422)


def test_the_own_caseworker_corrects_and_withdraws_and_the_old_one_stays(signed_in, caseworker, case, pause):
    client = signed_in(caseworker)
    changes = {"ground": "away", "from_on_when": "today", "reason": "They were in Aarhus"}

    assertContains(client.get(url(case, "correct_pause", pause.public_id)), 'value="illness"')
    client.post(url(case, "correct_pause", pause.public_id), pausing() | changes)
    new = Pause.objects.standing().get()
    client.post(url(case, "withdraw_pause", new.public_id), {"reason": "Another person"})

    page = client.get(url(case, "pauses"))
    for words in (*GROUND, "Corrected by Lise Invented: They were in Aarhus", "Withdrawn by Lise Invented"):
        assertContains(page, words)
    assertContains(page, "Another person")
    assert not Pause.objects.standing().exists()


@pytest.mark.parametrize("role", ["colleague", "team_lead", "manager"])
def test_who_may_not_read_the_ground_reads_it_nowhere(role, request, signed_in, case, pause, caseworker):
    pause.correct(
        ground="illness",
        from_on=TODAY,
        until=None,
        reason="The hospital wrote again",
        by=caseworker,
        today=TODAY,
    )
    client = signed_in(request.getfixturevalue(role))
    shown = [
        reverse("case", args=[case.public_id]),
        reverse("case_receipt", args=[case.public_id, *KEY]),
        reverse("refugees:history", args=[case.public_id]),
        reverse("refugees:dates", args=[case.public_id]),
        url(case, "pauses"),
        reverse("goals:people") + "?goal=internship-started&standard=city&state=left_out",
    ]

    for address in shown:
        page = client.get(address).content.decode()
        assert [words for words in GROUND if words.lower() in page.lower()] == [], address

    assertContains(client.get(url(case, "pauses")), "no end known")
    lines = CaseLine.objects.filter(case=case, verb__contains="pause").values_list("details", flat=True)
    assert all(words not in str(list(lines)) for words in ("illness", "hospital"))


def test_only_who_knows_the_ground_finds_the_forms_that_show_it(signed_in, colleague, case, pause):
    client = signed_in(colleague)

    for name in ("correct_pause", "withdraw_pause"):
        assert client.get(url(case, name, pause.public_id)).status_code == 404
        assert client.post(url(case, name, pause.public_id), pausing()).status_code == 404
    assert Pause.objects.standing().get() == pause
