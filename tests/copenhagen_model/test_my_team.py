"""My team: cases to give out, who carries what, breaches without an answer, who is away."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Absence
from goals.models import Breach, Cause, Conversation
from refugees.models import TeamMember
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db
URL = "/my-team/"


@pytest.fixture
def overdue(unit, caseworker):
    """A case whose month ran out a week ago."""
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 10, 15), caseworker=caseworker, on_benefit=True)
    Breach.objects.flag(TODAY)
    return case


def test_the_team_lead_sees_the_unit(signed_in, team_lead, unit, overdue, caseworker, colleague):
    waiting = CaseFactory(unit=unit)

    page = signed_in(team_lead).get(URL)

    text = page.content.decode()
    assert page.status_code == 200
    assert "<title>(1 to give out) My team" in text
    assert waiting.person.name in text
    assert overdue.person.name in text
    assert [row.user for row in page.context["colleagues"]] == [colleague, caseworker]
    assert [row.load.cases for row in page.context["colleagues"]] == [0, 1]


def test_the_manager_looks_and_gives_out_nothing(signed_in, manager, unit, caseworker):
    CaseFactory(unit=unit)
    browser = signed_in(manager)

    page = browser.get(URL)

    assert page.status_code == 200
    assert "Give out" not in page.content.decode()
    assert browser.get("/my-team/give-out/").status_code == 403
    refused = browser.post("/my-team/absences/", {"colleague": caseworker.pk, "first_on": "2026-11-23"})
    assert refused.status_code == 403
    assert not Absence.objects.exists()


@pytest.mark.parametrize("who", ["caseworker", "mentor", "administrator"])
def test_nobody_else_may_open_it(signed_in, request, who):
    assert signed_in(request.getfixturevalue(who)).get(URL).status_code == 403


def test_another_unit_is_not_on_the_page(signed_in, team_lead, other_unit, stranger):
    waiting = CaseFactory(unit=other_unit)
    late = CaseFactory(unit=other_unit, taken_over_on=date(2026, 10, 15), on_benefit=True)
    Breach.objects.flag(TODAY)
    Absence.objects.record(user=stranger, first_on=TODAY)

    text = signed_in(team_lead).get(URL).content.decode()

    for hidden in (waiting.person.name, late.person.name, stranger.name):
        assert hidden not in text


def test_a_breach_leaves_the_list_when_answered_and_returns_when_its_step_passes(
    signed_in, team_lead, caseworker, overdue
):
    talk = Conversation.objects.get(case=overdue)
    browser = signed_in(team_lead)
    assert browser.get(URL).context["talks_count"] == 1

    talk.reply(
        by=caseworker,
        on=TODAY,
        cause=Cause.PARTNER,
        explanation="The company moved.",
        next_step="Ask another",
        next_on=date(2026, 11, 24),
    )

    assert browser.get(URL).context["talks_count"] == 0
    talk.replies.update(next_on=date(2026, 11, 22))
    assert "The next step was due Sun 22 Nov" in browser.get(URL).content.decode()


def test_an_absence_is_noted_and_removed(signed_in, team_lead, caseworker):
    browser = signed_in(team_lead)

    noted = browser.post(
        "/my-team/absences/",
        {"colleague": caseworker.pk, "first_on": "23-11-2026", "back_on": "30-11-2026"},
        follow=True,
    )

    absence = Absence.objects.get()
    assert (absence.user, absence.last_on) == (caseworker, date(2026, 11, 29))
    assert "1 colleague is away today." in noted.content.decode()
    browser.post(f"/my-team/absences/{absence.public_id}/remove/")
    assert not Absence.objects.standing().exists()
    assert Absence.objects.get().withdrawn_by == team_lead


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"first_on": "23-11-2026"}, "Choose who is away."),
        ({"first_on": ""}, "Write the first day away."),
        ({"first_on": "23-11-2026", "back_on": "1-11-2026"}, "The first day back comes after"),
        ({"first_on": "24-11-2026"}, "already away"),
    ],
)
def test_an_absence_that_cannot_be_says_why(signed_in, team_lead, caseworker, fields, words):
    Absence.objects.record(user=caseworker, first_on=date(2026, 11, 24))
    who = {} if words == "Choose who is away." else {"colleague": caseworker.pk}

    answer = signed_in(team_lead).post("/my-team/absences/", who | fields)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Absence.objects.count() == 1


def test_absences_of_another_unit_are_neither_made_nor_removed(signed_in, team_lead, stranger):
    absence = Absence.objects.record(user=stranger, first_on=TODAY)
    browser = signed_in(team_lead)

    made = browser.post("/my-team/absences/", {"colleague": stranger.pk, "first_on": "1-1-2027"})
    removed = browser.post(f"/my-team/absences/{absence.public_id}/remove/")

    assert (made.status_code, removed.status_code) == (422, 404)
    assert Absence.objects.standing().get() == absence


def queries_of(browser):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert browser.get(URL).status_code == 200
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_the_cases(signed_in, team_lead, unit, caseworker, overdue):
    CaseFactory(unit=unit)
    browser = signed_in(team_lead)
    few = queries_of(browser)

    for _ in range(12):
        CaseFactory(unit=unit)
        CaseFactory(unit=unit, taken_over_on=date(2026, 10, 15), caseworker=caseworker, on_benefit=True)
    Breach.objects.flag(TODAY)

    assert queries_of(browser) == few
    assert TeamMember.objects.loads(TODAY)[caseworker.pk].cases == 13


def test_every_page_tells_the_team_lead_how_many_cases_wait(signed_in, team_lead, caseworker, unit):
    CaseFactory(unit=unit)

    assert "1 case to give out" in signed_in(team_lead).get("/account/settings/").content.decode()
    assert "to give out" not in signed_in(caseworker).get("/account/settings/").content.decode()


def test_both_pages_are_read_in_danish(signed_in, team_lead, unit, overdue):
    team_lead.choose_language("da")
    CaseFactory(unit=unit)
    browser = signed_in(team_lead)

    assert [browser.get(url).status_code for url in (URL, "/my-team/give-out/")] == [200, 200]
