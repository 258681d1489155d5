"""My work: a caseworker's cases, most urgent first, and who has such a list."""

from datetime import date, timedelta

import pytest

from goals.models import Breach, Pause
from internships.models import Offer, OfferKind, Placement
from refugees.models import Task, TeamMember
from refugees.parts import Part
from tests.copenhagen_model.work_list import OVER, RUNNING, SOON, URL, groups, propose, row_of, wait_for
from tests.factories import TODAY, CompanyFactory

pytestmark = pytest.mark.django_db


def test_cases_stand_in_groups_of_urgency_and_in_them_the_most_urgent_first(signed_in, caseworker, case_of):
    on_track, soon, late, later = case_of(RUNNING), case_of(SOON), case_of(OVER), case_of(date(2026, 10, 20))
    waiting, nothing = case_of(date(2026, 11, 12)), case_of()
    wait_for(waiting, caseworker, date(2026, 11, 30))

    page = signed_in(caseworker).get(URL)

    assert groups(page) == {
        "over": [late, later],
        "due_soon": [soon],
        "waiting": [waiting],
        "on_track": [on_track],
        "no_goal": [nothing],
    }


def test_the_title_and_the_sentence_count_what_is_over_and_what_will_be(signed_in, caseworker, case_of):
    case_of(OVER), case_of(OVER), case_of(SOON), case_of(RUNNING)

    text = signed_in(caseworker).get(URL).content.decode()

    assert "<title>(2 over) My work" in text
    assert "2 cases are over a deadline" in text
    assert "and 1 more needs you soon." in text


def test_without_anything_over_the_title_counts_nothing(signed_in, caseworker, case_of):
    case_of(RUNNING)

    text = signed_in(caseworker).get(URL).content.decode()

    assert "<title>My work" in text
    assert "No case is over a deadline" in text


def test_a_plan_beyond_the_deadline_is_trouble_today(signed_in, caseworker, case_of):
    case = case_of(RUNNING)
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(name="Invented Café"),
        kind=OfferKind.INTERNSHIP,
        offered_on=TODAY,
        planned_start_on=date(2026, 12, 18),
        today=TODAY,
        by=caseworker,
    )
    offer.record_answer(answer="accepted", on=TODAY, today=TODAY, by=caseworker)

    page = signed_in(caseworker).get(URL)

    assert groups(page) == {"due_soon": [case]}
    text = " ".join(page.content.decode().split())
    assert "Invented Café, planned start Fri 18 Dec is 2 days late" in text
    assert "Planned 2 days late" in text


def accepted_for(case, by, day):
    """An offer made and accepted on 16 November, with a start planned."""
    on = date(2026, 11, 16)
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(name="Invented Café"),
        kind=OfferKind.INTERNSHIP,
        offered_on=on,
        planned_start_on=day,
        today=on,
        by=by,
    )
    offer.record_answer(answer="accepted", on=on, today=on, by=by)


@pytest.mark.parametrize(("days", "group"), [(0, "on_track"), (1, "due_soon"), (3, "due_soon")])
def test_a_plan_whose_day_has_passed_calms_no_case(signed_in, caseworker, case_of, days, group):
    case = case_of(RUNNING)
    accepted_for(case, caseworker, TODAY - timedelta(days=days))

    page = signed_in(caseworker).get(URL)

    assert groups(page) == {group: [case]}
    text = " ".join(page.content.decode().split())
    day = f"{TODAY - timedelta(days=3):%a %-d %b}"
    assert (f"Invented Café, planned start {day} passed 3 days ago" in text) == (days == 3)
    assert ("The planned day passed 3 days ago" in text) == (days == 3)


def test_a_start_that_is_recorded_leaves_the_group_at_once(signed_in, caseworker, case_of):
    case = case_of(OVER)
    browser = signed_in(caseworker)
    assert groups(browser.get(URL)) == {"over": [case]}

    Placement.objects.start(
        case=case, company=CompanyFactory(), kind="internship", on=TODAY, today=TODAY, by=caseworker
    )

    assert groups(browser.get(URL)) == {"on_track": [case]}


def test_a_takeover_is_confirmed_from_a_week_before(signed_in, caseworker, case_of):
    near, far = case_of(), case_of()
    propose(near, TODAY + timedelta(days=7))
    propose(far, TODAY + timedelta(days=8))

    page = signed_in(caseworker).get(URL)

    assert groups(page) == {"due_soon": [near], "no_goal": [far]}
    assert row_of(page, near).step.words == "Confirm the takeover date"


def test_waiting_hides_no_deadline(signed_in, caseworker, case_of):
    late = case_of(OVER)
    wait_for(late, caseworker, date(2026, 11, 30))

    page = signed_in(caseworker).get(URL)

    assert groups(page) == {"over": [late]}
    assert "Waiting for Invented Bakery" in page.content.decode()


def test_who_is_to_be_chased_comes_back_by_itself(signed_in, caseworker, case_of):
    asleep, awake = case_of(date(2026, 11, 12)), case_of(date(2026, 11, 12))
    wait_for(asleep, caseworker, date(2026, 11, 24))
    wait_for(awake, caseworker, TODAY)

    page = signed_in(caseworker).get(f"{URL}?view=attention")

    assert groups(page) == {"due_soon": [awake]}
    assert "Chase Invented Bakery" in page.content.decode()
    assert groups(signed_in(caseworker).get(URL)) == {"due_soon": [awake], "waiting": [asleep]}


def test_a_case_with_a_task_whose_day_has_come_is_due(signed_in, caseworker, case_of):
    later, now = case_of(RUNNING), case_of(RUNNING)
    for case, day in ((later, TODAY + timedelta(days=1)), (now, TODAY)):
        Task.objects.add(
            title="Call the school", due_on=day, assigned_to=caseworker, by=caseworker, today=TODAY, case=case
        )

    page = signed_in(caseworker).get(URL)

    assert groups(page) == {"due_soon": [now], "on_track": [later]}
    assert row_of(page, now).step.words == "Call the school"
    assert "task for Lise Invented, by Mon 23 Nov" in " ".join(page.content.decode().split())


def test_my_work_and_the_page_of_the_case_name_the_same_step(signed_in, caseworker, case_of):
    cases = [case_of(), case_of(RUNNING), case_of(SOON), case_of(OVER), case_of(RUNNING), case_of(SOON)]
    propose(cases[0], TODAY)
    for case, days in ((cases[1], 7), (cases[2], 7), (cases[3], 0), (cases[4], 0), (case_of(RUNNING), 0)):
        wait_for(case, caseworker, TODAY + timedelta(days=days))
    Task.objects.add(
        title="Call", due_on=TODAY, assigned_to=caseworker, by=caseworker, today=TODAY, case=cases[5]
    )
    Breach.objects.flag(TODAY)
    browser = signed_in(caseworker)
    rows = [row for group in browser.get(URL).context["groups"] for row in group.rows]

    shown = {row.case: browser.get(f"/cases/{row.case.public_id}/").context["step"] for row in rows}

    assert len(rows) == 7
    assert {row.case: row.step for row in rows} == shown
    assert {step.words for step in shown.values()} == {
        "Confirm the takeover date",
        "Waiting for Invented Bakery",
        "Chase Invented Bakery",
        "Say why it is over and what happens next",
        "Offer an internship",
        "Call",
    }


def test_a_paused_case_is_on_track(signed_in, caseworker, case_of):
    case = case_of(RUNNING)
    Pause.objects.begin(case=case, ground="illness", from_on=TODAY, until=None, by=caseworker, today=TODAY)

    assert groups(signed_in(caseworker).get(URL)) == {"on_track": [case]}


def test_a_colleague_of_the_unit_has_a_list_of_their_own(signed_in, colleague, case):
    page = signed_in(colleague).get(URL)

    assert groups(page) == {}
    assert case.person.name not in page.content.decode()


def test_a_stranger_sees_nothing_of_it(signed_in, stranger, case):
    assert case.person.name not in signed_in(stranger).get(URL).content.decode()


@pytest.mark.parametrize("who", ["mentor", "manager", "administrator"])
def test_who_has_no_cases_has_no_such_page(signed_in, request, who):
    assert signed_in(request.getfixturevalue(who)).get(URL).status_code == 403


def test_a_case_given_to_somebody_else_is_theirs_from_that_day(signed_in, caseworker, colleague, case):
    TeamMember.objects.assign(case=case, user=colleague, part=Part.CASEWORKER, on=TODAY, by=None)

    assert groups(signed_in(caseworker).get(URL)) == {}
    assert groups(signed_in(colleague).get(URL)) == {"on_track": [case]}


def test_the_day_begins_here(signed_in, caseworker):
    assert signed_in(caseworker).get("/").url == URL
