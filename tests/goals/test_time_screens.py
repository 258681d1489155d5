"""Pauses and extensions on the screen: who may, who may look, who must not know; and who reads the ground."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock, Extension, GoalVersion, Pause
from refugees.models import CaseLine
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

KEY = ("internship-started", "city", "takeover")
GROUND = ("Illness", "hospital")
MY_TEAM_QUERIES, PAUSES_QUERIES = 26, 21


def url(case, name, *args):
    return reverse(f"case_time:{name}", args=[case.public_id, *args])


def day(name, on):
    """A day in three boxes, as the browser sends it."""
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def pausing(**changes):
    facts = {"ground": "illness", "from_on_when": "yesterday", "reason": "The hospital wrote late"}
    return facts | day("last_on", date(2026, 11, 25)) | changes


@pytest.fixture
def pause(case, caseworker):
    """An open pause, entered a day late by the case's own caseworker."""
    return Pause.objects.begin(
        case=case,
        ground="illness",
        from_on=TODAY - timedelta(days=1),
        until=None,
        reason="The hospital wrote late",
        by=caseworker,
        today=TODAY,
    )


@pytest.fixture
def extendable(case):
    """The City's promise to start allows 14 days more."""
    GoalVersion.objects.filter(goal="internship-started", standard="city").update(max_extension_days=14)
    return Clock.objects.select_related("version", "case").get(case=case, goal="internship-started")


@pytest.fixture
def extension(extendable, caseworker):
    """Seven days, asked for by the caseworker."""
    return Extension.objects.ask(
        clock=extendable, days=7, reason="The bakery opens late", by=caseworker, today=TODAY
    )


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


def test_who_comes_second_is_told_so_and_loses_nothing(
    signed_in, caseworker, case, pause, extension, team_lead
):
    client = signed_in(caseworker)
    pause.withdraw(reason="Another person", by=caseworker, today=TODAY)
    extension.withdraw(by=caseworker, today=TODAY)

    corrected = client.post(url(case, "correct_pause", pause.public_id), pausing(reason="A second look"))
    denied = signed_in(team_lead).post(
        url(case, "decide_extension", extension.public_id),
        {"decision": "denied", "reason": "Two places are free", "actions": "Visit both"},
    )

    for response, typed in ((corrected, "A second look"), (denied, "Two places are free")):
        assertContains(response, "meanwhile", status_code=422)
        assertContains(response, typed, status_code=422)
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


@pytest.mark.parametrize("role", ["stranger", "manager", "mentor", "administrator"])
def test_to_whoever_may_not_write_the_forms_do_not_exist_and_nothing_changes(
    role, request, signed_in, case, pause, extension
):
    client = signed_in(request.getfixturevalue(role))
    before = list(Pause.objects.values()), list(Extension.objects.values())
    addresses = [
        url(case, "begin_pause"),
        url(case, "end_pause", pause.public_id),
        url(case, "correct_pause", pause.public_id),
        url(case, "withdraw_pause", pause.public_id),
        url(case, "ask_extension", *KEY),
        url(case, "withdraw_extension", extension.public_id),
    ]

    for address in addresses:
        sent = pausing() | {"last_on_when": "today", "days": "3"}
        assert client.post(address, sent).status_code == 404, address

    assert (list(Pause.objects.values()), list(Extension.objects.values())) == before


def test_only_who_knows_the_ground_finds_the_forms_that_show_it(signed_in, colleague, case, pause):
    client = signed_in(colleague)

    for name in ("correct_pause", "withdraw_pause"):
        assert client.get(url(case, name, pause.public_id)).status_code == 404
        assert client.post(url(case, name, pause.public_id), pausing()).status_code == 404
    assert Pause.objects.standing().get() == pause


def test_more_time_is_asked_for_where_the_date_is_explained(signed_in, caseworker, case, extendable):
    client = signed_in(caseworker)
    ask = url(case, "ask_extension", *KEY)
    receipt = reverse("case_receipt", args=[case.public_id, *KEY])
    assertContains(client.get(receipt), ask)
    assertContains(client.get(ask), "The rules allow 14 days more.")

    response = client.post(ask, {"days": "7", "reason": "The bakery opens late"})

    assertRedirects(response, url(case, "pauses"))
    assertContains(client.get(url(case, "pauses")), "The bakery opens late")
    assertContains(client.get(reverse("case", args=[case.public_id])), "Extension asked for: 7 days")
    assertNotContains(client.get(receipt), ask)
    assertContains(client.get(receipt), "Nobody has decided yet")


def test_more_than_the_rules_allow_is_refused_in_words(signed_in, caseworker, case, extendable):
    response = signed_in(caseworker).post(
        url(case, "ask_extension", *KEY), {"days": "15", "reason": "The bakery opens late"}
    )

    assertContains(response, "The rules allow 14 days in all; 14 are left.", status_code=422)
    assertContains(response, "The bakery opens late", status_code=422)
    assert not Extension.objects.exists()


def test_a_promise_that_cannot_be_extended_offers_nothing(signed_in, caseworker, case):
    receipt = signed_in(caseworker).get(reverse("case_receipt", args=[case.public_id, *KEY]))

    assertNotContains(receipt, "Ask for more time")


def test_a_team_lead_decides_from_my_team_and_the_caseworker_is_told(
    signed_in, caseworker, team_lead, case, extension
):
    client = signed_in(team_lead)
    decide = url(case, "decide_extension", extension.public_id)
    assertContains(client.get("/my-team/"), decide)
    assertContains(client.get(decide, headers={"HX-Request": "true"}), "The bakery opens late")

    response = client.post(decide, {"decision": "granted"})

    assertRedirects(response, "/my-team/")
    assert Clock.objects.get(case=case, goal="internship-started").due_on == date(2026, 12, 9)
    assertContains(signed_in(caseworker).get("/my-work/"), "your request for more time was granted")
    receipt = client.get(reverse("case_receipt", args=[case.public_id, *KEY]))
    assertContains(receipt, "Extended by 7 days, granted by Mette Invented on Mon 23 Nov 2026.")


def test_a_denial_says_why_and_what_instead(signed_in, caseworker, team_lead, case, extension):
    client = signed_in(team_lead)
    decide = url(case, "decide_extension", extension.public_id)

    refused = client.post(decide, {"decision": "denied", "reason": "Three places are free"})
    assertContains(refused, "Say what should be done instead.", status_code=422)
    assertContains(refused, "Three places are free", status_code=422)
    client.post(decide, {"decision": "denied", "reason": "Three places are free", "actions": "Visit two"})

    page = signed_in(caseworker).get(url(case, "pauses"))
    for words in ("Denied by Mette Invented", "Three places are free", "Visit two"):
        assertContains(page, words)


def test_nobody_decides_on_their_own_request(signed_in, team_lead, case, extendable):
    own = Extension.objects.ask(clock=extendable, days=7, reason="x", by=team_lead, today=TODAY)
    client = signed_in(team_lead)

    response = client.post(url(case, "decide_extension", own.public_id), {"decision": "granted"})

    assertContains(response, "Somebody else decides", status_code=422)
    assertContains(client.get("/my-team/"), "somebody else decides")
    assert Extension.objects.get().is_pending


@pytest.mark.parametrize("role", ["caseworker", "manager", "mentor", "stranger"])
def test_only_a_team_lead_decides(role, request, signed_in, case, extension):
    client = signed_in(request.getfixturevalue(role))

    response = client.post(url(case, "decide_extension", extension.public_id), {"decision": "granted"})

    assert response.status_code == 404
    assert Extension.objects.get().is_pending


def test_the_caseworker_takes_the_request_back(signed_in, caseworker, case, extension):
    client = signed_in(caseworker)
    assertContains(client.get(url(case, "withdraw_extension", extension.public_id)), "7 days more")

    client.post(url(case, "withdraw_extension", extension.public_id))

    assertContains(client.get(url(case, "pauses")), "Withdrawn by Lise Invented")


@pytest.mark.parametrize("count", [3, 30])
def test_the_pages_take_the_same_number_of_queries_at_any_size(
    count, signed_in, team_lead, caseworker, unit, django_assert_num_queries, case, extendable
):
    for number in range(count):
        other = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker)
        clock = other.clocks.select_related("version", "case").get(goal="internship-started")
        Extension.objects.ask(clock=clock, days=1, reason=f"{number}", by=caseworker, today=TODAY)
        first = TODAY + timedelta(days=2 * number)
        Pause.objects.begin(
            case=case,
            ground="away",
            from_on=first,
            until=first + timedelta(days=1),
            by=caseworker,
            today=TODAY,
        )
    client = signed_in(team_lead)
    client.get("/my-team/")

    with django_assert_num_queries(MY_TEAM_QUERIES):
        client.get("/my-team/")
    with django_assert_num_queries(PAUSES_QUERIES):
        client.get(url(case, "pauses"))
