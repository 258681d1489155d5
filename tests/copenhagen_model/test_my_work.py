"""My work: a caseworker's cases, most urgent first, and what stands over them."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from copenhagen_model import my_work
from goals.models import Breach, Clock, Pause
from internships.models import Offer, OfferKind, Placement
from refugees.events import KeyEvent, Source
from refugees.models import Appointment, KeyDate, Note, Task, TeamMember, Waiting
from refugees.parts import Part
from tests.crowd import crowd
from tests.factories import TODAY, CaseFactory, CompanyFactory, HouseholdFactory

pytestmark = pytest.mark.django_db
URL = "/my-work/"
OVER, SOON, RUNNING = date(2026, 10, 15), date(2026, 10, 26), date(2026, 11, 16)


@pytest.fixture
def case_of(unit, caseworker):
    """`case_of(day)`: one of the caseworker's cases, taken over that day."""

    def make(taken_over_on=None, **facts):
        return CaseFactory(unit=unit, taken_over_on=taken_over_on, caseworker=caseworker, **facts)

    return make


def groups(page):
    """The cases on the page, by group, in their order."""
    return {group.key.value: [row.case for row in group.rows] for group in page.context["groups"]}


def row_of(page, case):
    """What the page says of one case."""
    [row] = [row for group in page.context["groups"] for row in group.rows if row.case == case]
    return row


def wait_for(case, by, chase_on):
    """Wait for an invented company."""
    return Waiting.objects.begin(
        case=case,
        kind="company",
        whom="Invented Bakery",
        what="a start date",
        since_on=TODAY,
        chase_on=chase_on,
        by=by,
        today=TODAY,
    )


def propose(case, on):
    """Let the rule propose a takeover date that nobody has confirmed."""
    row = KeyDate(case=case, event=KeyEvent.TAKEOVER, on=on, source=Source.RULE, is_proposed=True)
    row.save()


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


def test_a_row_says_who_how_long_and_with_whom(signed_in, caseworker, unit, case_of, mentor):
    household = HouseholdFactory(unit=unit)
    case = case_of(date(2026, 11, 2), household=household, mentor=mentor)
    CaseFactory(unit=unit, household=household)

    page = signed_in(caseworker).get(URL)

    text = page.content.decode()
    assert row_of(page, case).sub == f"{case.number} · day 21 · 2 people"
    assert mentor.name in text
    assert "since Mon 2 Nov" in text
    assert "Wed 2 Dec" in text
    assert "City goal" in text


def test_a_case_without_a_mentor_says_so(signed_in, caseworker, case_of):
    case_of(RUNNING)

    assert "No mentor yet" in signed_in(caseworker).get(URL).content.decode()


def test_whose_mentor_left_within_the_year_needs_another(signed_in, caseworker, case_of, mentor):
    case = case_of(RUNNING, mentor=mentor)
    case.team.mentors().get().leave(on=TODAY, by=None)

    text = signed_in(caseworker).get(URL).content.decode()

    assert '<span class="nobody">No mentor since Mon 23 Nov</span>' in text


@pytest.mark.parametrize("had_one", [True, False])
def test_once_the_year_of_a_mentor_is_over_nobody_is_missed(signed_in, caseworker, case_of, mentor, had_one):
    case = case_of(date(2025, 11, 20), mentor=mentor if had_one else None)
    if had_one:
        case.team.mentors().get().leave(on=date(2026, 11, 20), by=None)

    text = signed_in(caseworker).get(URL).content.decode()

    assert "Mentor year ended" in text
    assert 'class="nobody"' not in text


def test_each_area_has_one_mark_and_law_and_city_share_it(signed_in, caseworker, case_of):
    case = case_of(RUNNING, permit_ground="ukraine", on_benefit=True)

    marks = row_of(signed_in(caseworker).get(URL), case).marks

    assert [clock.area.label for clock in marks] == ["Talks", "Work"]
    assert [clock.goal for clock in marks] == ["categorised", "internship-started"]
    assert Clock.objects.filter(case=case, goal="internship-offered").count() == 2


def test_the_views_have_addresses_and_counts(signed_in, caseworker, case_of):
    case_of(OVER), case_of(RUNNING), case_of(date(2026, 6, 1))
    waiting = case_of(date(2026, 11, 12))
    wait_for(waiting, caseworker, date(2026, 11, 30))
    browser = signed_in(caseworker)

    tabs = browser.get(URL).context["tabs"]

    assert [(tab["url"], tab["count"]) for tab in tabs] == [
        ("/my-work/?view=attention", 2),
        ("/my-work/", 4),
        ("/my-work/?view=arrivals", 2),
        ("/my-work/?view=waiting", 1),
    ]
    for tab in tabs:
        page = browser.get(tab["url"])
        assert sum(group.count for group in page.context["groups"]) == tab["count"]
        assert [other["current"] for other in page.context["tabs"]].count(True) == 1


def test_filters_stand_in_the_address_and_are_kept_by_the_form(signed_in, caseworker, case_of):
    late, soon = case_of(OVER), case_of(SOON)
    Offer.objects.make(
        case=soon,
        company=CompanyFactory(),
        kind=OfferKind.INTERNSHIP,
        offered_on=TODAY,
        today=TODAY,
        by=caseworker,
    )
    browser = signed_in(caseworker)

    page = browser.get(f"{URL}?goal=internship-offered")

    assert groups(page) == {"over": [late]}
    assert '<option value="internship-offered" selected' in page.content.decode()
    assert "1 case matches the filter." in page.content.decode()
    assert groups(browser.get(f"{URL}?state=due_soon")) == {"due_soon": [soon]}
    assert "No cases match" in browser.get(f"{URL}?state=no_goal").content.decode()


def test_what_is_no_choice_is_left_out(signed_in, caseworker, case_of):
    case_of(OVER)

    page = signed_in(caseworker).get(f"{URL}?view=x&goal=x&state=x&from=x")

    assert page.status_code == 200
    assert [tab["current"] for tab in page.context["tabs"]] == [False, True, False, False]
    assert sum(group.count for group in page.context["groups"]) == 1


def test_htmx_gets_the_list_alone_and_the_list_is_the_same(signed_in, caseworker, case_of):
    case_of(OVER)
    browser = signed_in(caseworker)

    part = browser.get(URL, headers={"HX-Request": "true"}).content.decode().strip()

    assert part.startswith('<div id="list">')
    assert "<h1>" not in part
    assert part in browser.get(URL).content.decode()


def test_it_is_read_in_danish_with_every_kind_of_row(signed_in, caseworker, unit, case_of, mentor):
    caseworker.choose_language("da")
    household = HouseholdFactory(unit=unit)
    for day in (OVER, SOON, RUNNING, TODAY):
        case_of(day, household=household, mentor=mentor)
    wait_for(case_of(date(2026, 11, 12)), caseworker, TODAY)
    wait_for(case_of(date(2026, 11, 12)), caseworker, TODAY + timedelta(days=3))
    propose(case_of(), TODAY + timedelta(days=3))

    page = signed_in(caseworker).get(URL)

    assert page.status_code == 200
    assert len(groups(page)) == 4
    assert "Mit arbejde" in page.content.decode()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("attention", "Nothing needs you today"),
        ("all", "You have no cases yet"),
        ("arrivals", "No new arrivals"),
        ("waiting", "You wait for nobody"),
    ],
)
def test_an_empty_view_says_why(signed_in, caseworker, view, words):
    assert words in signed_in(caseworker).get(f"{URL}?view={view}").content.decode()


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


def test_appointments_of_today_stand_over_the_list_and_the_rest_of_the_week_beside(
    signed_in, caseworker, colleague, case
):
    for title, day, staff in [
        ("Interview", TODAY, [caseworker]),
        ("Company visit", TODAY + timedelta(days=2), [caseworker]),
        ("Next week", TODAY + timedelta(days=7), [caseworker]),
        ("Of a colleague", TODAY, [colleague]),
    ]:
        start = timezone.make_aware(datetime(day.year, day.month, day.day, 9, 30))
        Appointment.objects.make(
            kind="interview",
            title=title,
            starts_at=start,
            ends_at=start + timedelta(hours=1),
            staff=staff,
            by=caseworker,
            case=case,
        )

    page = signed_in(caseworker).get(URL)

    assert [item["title"] for item in page.context["appointments"]] == [f"Interview, {case.person.name}"]
    assert [item["title"] for item in page.context["later"]] == [f"Company visit, {case.person.name}"]
    assert "<time>09.30</time>" in page.content.decode()


def test_tasks_of_the_week_are_listed_until_they_are_done(signed_in, caseworker, colleague, case):
    for title, days, user in [("Call", -1, caseworker), ("Write", 8, caseworker), ("Ask", 0, colleague)]:
        Task.objects.add(
            title=title,
            due_on=TODAY + timedelta(days=days),
            assigned_to=user,
            by=caseworker,
            today=TODAY - timedelta(days=2),
            case=case,
        )

    browser = signed_in(caseworker)

    page = browser.get(URL)

    assert [task.title for task in page.context["tasks"]] == ["Call"]
    assert "1 day over" in page.content.decode()
    done = browser.post(f"/tasks/{page.context['tasks'][0].public_id}/done/", {"next": URL}, follow=True)
    assert done.redirect_chain == [(URL, 302)]
    assert done.context["tasks"] == []


def test_what_a_colleague_wrote_is_news_until_it_is_seen(signed_in, caseworker, colleague, case):
    Note.objects.write(case=case, kind="call", happened_on=TODAY, text="Invented", by=colleague, today=TODAY)
    browser = signed_in(caseworker)

    page = browser.get(URL)

    assert "New on the case: Telephone call" in page.content.decode()
    message = page.context["news"][0]
    seen = browser.post(f"/messages/{message.pk}/seen/", {"next": URL}, follow=True)
    assert seen.redirect_chain == [(URL, 302)]
    assert seen.context["news"] == []


def test_more_than_a_page_of_cases_is_paged_by_urgency(signed_in, caseworker, unit, monkeypatch):
    monkeypatch.setattr(my_work, "PAGE_SIZE", 4)
    crowd(10, unit=unit, caseworker=caseworker)
    browser = signed_in(caseworker)
    everything = [place.case_id for place in my_work.places(caseworker, TODAY)]

    page, seen = browser.get(URL), []
    while True:
        seen += [row.case.pk for group in page.context["groups"] for row in group.rows]
        if not page.context["next_url"]:
            break
        page = browser.get(page.context["next_url"])

    assert seen == everything
    assert browser.get(page.context["previous_url"]).context["previous_url"]


def queries_of(browser):
    with CaptureQueriesContext(connection) as captured:
        page = browser.get(URL)
    assert page.status_code == 200
    return len(captured)


@pytest.mark.slow
def test_the_number_of_queries_is_the_same_at_10_and_at_1000_cases(signed_in, caseworker, unit, mentor):
    crowd(10, unit=unit, caseworker=caseworker, mentor=mentor)
    Breach.objects.flag(TODAY)
    browser = signed_in(caseworker)
    few = queries_of(browser)

    crowd(990, unit=unit, caseworker=caseworker, mentor=mentor)
    while Breach.objects.flag(TODAY):
        pass

    assert sum(group.count for group in browser.get(URL).context["groups"]) <= 1000
    assert queries_of(browser) == few
