"""Giving out the cases nobody works on: the suggestion on the page, and the one step that gives out the list."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Absence
from refugees.models import Case, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, HouseholdFactory, PersonFactory

pytestmark = pytest.mark.django_db
URL = "/my-team/give-out/"


def choices(page):
    """What the form would send if the suggestion were taken as it is."""
    return {field.html_name: field.value() for _, field, _holds in page.context["rows"]}


def caseworkers():
    return dict(TeamMember.objects.caseworkers().values_list("case", "user"))


def test_the_suggestion_is_given_out_as_it_stands(signed_in, team_lead, unit, caseworker, colleague):
    cases = [CaseFactory(unit=unit) for _ in range(5)]
    browser = signed_in(team_lead)

    answer = browser.post(URL, choices(browser.get(URL)), follow=True)

    assert answer.redirect_chain == [("/my-team/", 302)]
    assert f"5 cases are given out: {colleague.name} 2, {caseworker.name} 3." in answer.content.decode()
    assert set(caseworkers()) == {case.pk for case in cases}


def test_the_team_lead_chooses_otherwise_and_leaves_one_for_later(
    signed_in, team_lead, unit, caseworker, colleague
):
    first, second, third = (CaseFactory(unit=unit) for _ in range(3))
    mine = {
        f"case-{first.public_id}": caseworker.pk,
        f"case-{second.public_id}": caseworker.pk,
        f"case-{third.public_id}": "",
    }

    signed_in(team_lead).post(URL, mine)

    assert caseworkers() == {first.pk: caseworker.pk, second.pk: caseworker.pk}


def test_the_reasons_are_told_in_words(signed_in, team_lead, unit, caseworker, colleague):
    colleague.speaks = ["ti"]
    colleague.save(update_fields=["speaks"])
    household = HouseholdFactory(unit=unit)
    CaseFactory(unit=unit, household=household, caseworker=caseworker)
    for _ in range(2):
        CaseFactory(unit=unit, household=household)
    CaseFactory(unit=unit, person=PersonFactory(unit=unit, interpreter="ti"))

    text = signed_in(team_lead).get(URL).content.decode()

    assert "has the rest of the household · together with " in text
    assert "speaks Tigrinya · lowest load of those here" in text


def test_whoever_is_away_is_not_proposed_but_may_be_chosen(signed_in, team_lead, unit, caseworker, colleague):
    Absence.objects.record(user=caseworker, first_on=TODAY)
    case = CaseFactory(unit=unit)
    browser = signed_in(team_lead)

    page = browser.get(URL)

    assert choices(page) == {f"case-{case.public_id}": str(colleague.pk)}
    assert f"{caseworker.name} (away today)" in page.content.decode()
    browser.post(URL, {f"case-{case.public_id}": caseworker.pk})
    assert caseworkers() == {case.pk: caseworker.pk}


def test_with_everybody_away_there_is_no_suggestion_and_the_page_says_so(
    signed_in, team_lead, unit, caseworker
):
    Absence.objects.record(user=caseworker, first_on=TODAY)
    case = CaseFactory(unit=unit)

    page = signed_in(team_lead).get(URL)

    assert choices(page) == {f"case-{case.public_id}": ""}
    assert "No suggestion: everybody is away" in page.content.decode()


def test_a_list_that_changed_meanwhile_gives_out_nothing_and_keeps_the_other_choices(
    signed_in, team_lead, unit, caseworker, colleague
):
    first, second = CaseFactory(unit=unit), CaseFactory(unit=unit)
    browser = signed_in(team_lead)
    mine = {f"case-{first.public_id}": caseworker.pk, f"case-{second.public_id}": caseworker.pk}
    TeamMember.objects.assign(case=first, user=colleague, part=Part.CASEWORKER, on=TODAY, by=None)

    answer = browser.post(URL, mine)

    text = answer.content.decode()
    assert answer.status_code == 409
    assert f"{first.person.name} ({first.number}) was given to {colleague.name} meanwhile." in text
    assert choices(answer) == {f"case-{second.public_id}": str(caseworker.pk)}
    assert caseworkers() == {first.pk: colleague.pk}


def test_a_case_closed_meanwhile_is_told_as_closed(signed_in, team_lead, unit, caseworker):
    case = CaseFactory(unit=unit)
    case.close(on=TODAY, reason="moved", by=None)

    answer = signed_in(team_lead).post(URL, {f"case-{case.public_id}": caseworker.pk})

    assert answer.status_code == 409
    assert "the case was closed meanwhile" in answer.content.decode()
    assert "Every open case has a caseworker." in answer.content.decode()


def test_sent_twice_it_is_given_out_once(signed_in, team_lead, unit, caseworker):
    case = CaseFactory(unit=unit)
    browser = signed_in(team_lead)
    sent = {f"case-{case.public_id}": caseworker.pk, "once": "01936b2e-0000-7000-8000-000000000001"}

    answers = [browser.post(URL, sent) for _ in range(2)]

    assert [answer.url for answer in answers] == ["/my-team/", "/my-team/"]
    assert case.lines.filter(verb="joined-team").count() == 1


@pytest.mark.parametrize("who", ["caseworker", "manager", "mentor", "administrator"])
def test_nobody_but_the_team_lead_gives_out_cases(signed_in, request, unit, who):
    user = request.getfixturevalue(who)
    case = CaseFactory(unit=unit)
    browser = signed_in(user)

    answers = [browser.get(URL), browser.post(URL, {f"case-{case.public_id}": user.pk})]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert caseworkers() == {}


def test_a_case_of_another_unit_does_not_exist(signed_in, team_lead, other_unit, caseworker, unit):
    mine, hidden = CaseFactory(unit=unit), CaseFactory(unit=other_unit)
    browser = signed_in(team_lead)

    answer = browser.post(URL, {f"case-{case.public_id}": caseworker.pk for case in (mine, hidden)})

    assert hidden.person.name not in browser.get(URL).content.decode()
    assert answer.status_code == 404
    assert caseworkers() == {}


def test_a_colleague_of_another_unit_is_no_choice(signed_in, team_lead, unit, stranger):
    case = CaseFactory(unit=unit)

    answer = signed_in(team_lead).post(URL, {f"case-{case.public_id}": stranger.pk})

    assert answer.status_code == 422
    assert "Choose among the caseworkers of the unit." in answer.content.decode()
    assert caseworkers() == {}


def test_a_year_of_arrivals_is_given_out_in_one_step(signed_in, team_lead, unit, caseworker, colleague):
    households = [HouseholdFactory(unit=unit) for _ in range(40)]
    for number in range(169):
        CaseFactory(unit=unit, household=households[number % 40] if number < 120 else None)
    browser = signed_in(team_lead)

    browser.post(URL, choices(browser.get(URL)))

    assert not Case.objects.without_caseworker(TODAY).exists()
    for household in households:
        members = TeamMember.objects.caseworkers().filter(case__household=household)
        assert members.values("user").distinct().count() == 1


def test_the_loads_follow_what_is_chosen_and_nothing_is_given_out(
    signed_in, team_lead, unit, caseworker, colleague
):
    first, second = CaseFactory(unit=unit), CaseFactory(unit=unit)
    sent = {f"case-{first.public_id}": caseworker.pk, f"case-{second.public_id}": caseworker.pk}

    answer = signed_in(team_lead).post(f"{URL}loads/", sent)

    rows = [(row.name, row.now, row.cases, row.then) for row in answer.context["loads"]]
    assert rows == [(colleague.name, 0, 0, 0), (caseworker.name, 0, 2, 4)]
    assert caseworkers() == {}


def queries_of(browser):
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(URL).status_code == 200
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_the_list(signed_in, team_lead, unit, caseworker):
    CaseFactory(unit=unit, household=HouseholdFactory(unit=unit))
    browser = signed_in(team_lead)
    few = queries_of(browser)

    for _ in range(25):
        CaseFactory(unit=unit, household=HouseholdFactory(unit=unit), taken_over_on=date(2026, 11, 2))

    assert queries_of(browser) == few


def test_a_list_too_long_for_one_step_says_what_is_left(signed_in, team_lead, unit, caseworker, monkeypatch):
    monkeypatch.setattr("copenhagen_model.giving_out.AT_MOST", 2)
    for _ in range(5):
        CaseFactory(unit=unit)

    page = signed_in(team_lead).get(URL)

    assert len(page.context["rows"]) == 2
    assert "3 more cases wait; they follow in the next list." in page.content.decode()


class TestTakingOver:
    """The cases of one colleague, given to others."""

    def test_the_cases_of_somebody_away_go_to_who_is_here(
        self, signed_in, team_lead, unit, caseworker, colleague
    ):
        Absence.objects.record(user=caseworker, first_on=TODAY)
        cases = [CaseFactory(unit=unit, caseworker=caseworker) for _ in range(3)]
        CaseFactory(unit=unit)
        browser = signed_in(team_lead)
        url = f"/my-team/take-over/{caseworker.public_id}/"
        assert url in browser.get("/my-team/").content.decode()

        page = browser.get(url)
        answer = browser.post(url, choices(page), follow=True)

        assert f"Take over the cases of {caseworker.name}" in page.content.decode()
        assert set(choices(page)) == {f"case-{case.public_id}" for case in cases}
        assert f"3 cases are given out: {colleague.name} 3." in answer.content.decode()
        now = TeamMember.objects.on(TODAY).caseworkers()
        assert dict(now.values_list("case", "user")) == {case.pk: colleague.pk for case in cases}

    def test_a_case_that_stays_is_left_out_and_one_that_went_elsewhere_is_told(
        self, signed_in, team_lead, unit, caseworker, colleague
    ):
        stays, gone = (CaseFactory(unit=unit, caseworker=caseworker) for _ in range(2))
        browser = signed_in(team_lead)
        url = f"/my-team/take-over/{caseworker.public_id}/"
        mine = {f"case-{stays.public_id}": "", f"case-{gone.public_id}": colleague.pk}

        browser.post(url, mine)
        again = browser.post(url, mine)

        assert again.status_code == 409
        assert f"was given to {colleague.name} meanwhile" in again.content.decode()
        names = TeamMember.objects.caseworker_names([stays.pk, gone.pk], TODAY)
        assert names == {stays.pk: caseworker.name, gone.pk: colleague.name}

    def test_nobody_takes_over_from_themselves(self, signed_in, team_lead, unit, caseworker, colleague):
        case = CaseFactory(unit=unit, caseworker=caseworker)

        answer = signed_in(team_lead).post(
            f"/my-team/take-over/{caseworker.public_id}/", {f"case-{case.public_id}": caseworker.pk}
        )

        assert answer.status_code == 422

    def test_the_load_of_the_takers_is_counted_for_the_list(
        self, signed_in, team_lead, unit, caseworker, colleague
    ):
        case = CaseFactory(unit=unit, caseworker=caseworker)

        part = signed_in(team_lead).post(
            f"/my-team/take-over/{caseworker.public_id}/loads/", {f"case-{case.public_id}": colleague.pk}
        )

        assert [(row.name, row.cases, row.then) for row in part.context["loads"]] == [(colleague.name, 1, 2)]

    def test_a_colleague_of_another_unit_does_not_exist(self, signed_in, team_lead, stranger):
        assert signed_in(team_lead).get(f"/my-team/take-over/{stranger.public_id}/").status_code == 404
