"""The managers' scoreboard: whose figures it shows, and that each number opens its people."""

import random
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from accounts.permissions import Role
from goals import jobs
from goals.models import Clock, GoalVersion
from internships.models import Placement
from refugees.models import OccupationKind
from refugees.takeover import PermitGround
from tests.factories import TODAY, CaseFactory, CompanyFactory, UserFactory
from tests.goals.board import BOARD, LIST, Numbers, people_listed
from tests.goals.many import many_cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(case, caseworker):
    """The case of the cast, whose internship started in time."""
    Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.INTERNSHIP,
        on=date(2026, 11, 20),
        today=TODAY,
        by=caseworker,
    )
    return case


def test_a_manager_begins_the_day_on_it(signed_in, manager):
    response = signed_in(manager).get("/")

    assert (response.status_code, response.url) == (302, BOARD)


def test_a_manager_sees_the_figures_of_the_units_managed(signed_in, manager, kept):
    response = signed_in(manager).get(BOARD)

    assertContains(response, "People taken over from Mon 24 Nov 2025 to Mon 23 Nov 2026.")
    assertContains(response, '1 <span class="score__words">in time</span>')
    assertContains(response, '<b class="whose">City goal</b> 1 calendar month from takeover')


@pytest.mark.parametrize("person", ["caseworker", "colleague", "team_lead"])
def test_caseworkers_see_the_figures_of_their_own_unit(request, signed_in, person, kept):
    client = signed_in(request.getfixturevalue(person))

    assertContains(client.get(BOARD), "in time</span>")
    assertContains(client.get(f"{LIST}?goal=internship-started&standard=city&state=in_time"), kept.number)


def test_another_unit_is_neither_counted_nor_listed(signed_in, stranger, kept):
    client = signed_in(stranger)

    assertNotContains(client.get(BOARD), "score__words")
    html = client.get(f"{LIST}?goal=internship-started&standard=city&state=everybody&arrived=always")
    assertNotContains(html, kept.person.name)
    assertNotContains(html, kept.number)


@pytest.mark.parametrize(
    "role",
    [
        Role.MENTOR,
        Role.MENTOR_COORDINATOR,
        Role.HEALTH_TEAM,
        Role.HOUSING_OFFICER,
        Role.WELCOME_HOUSE,
        Role.ADMINISTRATOR,
    ],
)
def test_other_roles_have_no_figures(signed_in, unit, role):
    client = signed_in(UserFactory(role=role, unit=unit))

    for url in (BOARD, f"{BOARD}figures.csv", f"{LIST}?goal=internship-started&standard=city&state=late"):
        assert client.get(url).status_code == 403
    assert not AccessLog.objects.exists()


@pytest.fixture
def city(unit, other_unit, manager):
    """Thirty people in every state of every promise, in two units."""
    chance = random.Random(7)
    manager.managed_units.add(other_unit)
    for _ in range(30):
        case = CaseFactory(
            unit=chance.choice([unit, other_unit]),
            permit_ground=chance.choice([PermitGround.CONVENTION, PermitGround.UKRAINE]),
            taken_over_on=chance.choice([date(2025, 3, 3), date(2026, 2, 2), date(2026, 11, 2)]),
            on_benefit=chance.random() < 0.7,
        )
        for clock in Clock.objects.filter(case=case):
            Clock.objects.filter(pk=clock.pk).update(**any_dates(chance))
        version = GoalVersion.objects.get(goal="internship-started", standard="city")
        if chance.random() < 0.3:
            facts = {"unit": case.unit, "permit_ground": case.permit_ground, "version": version}
            Clock.objects.create(
                case=case,
                goal="internship-started",
                standard="city",
                occurrence="readiness:1",
                **facts,
                **any_dates(chance),
            )


def any_dates(chance):
    """Dates of a clock in any state."""
    starts = TODAY + timedelta(days=chance.randrange(-120, 20))
    due = starts + timedelta(days=30)
    dates = {"starts_on": starts, "due_on": due, "warn_on": due - timedelta(days=7)}
    dates |= {"met_on": None, "void_on": None, "void_reason": ""}
    match chance.randrange(5):
        case 0 | 1:
            dates["met_on"] = starts + timedelta(days=chance.randrange(60))
        case 2:
            dates |= {"void_on": starts + timedelta(days=chance.randrange(60)), "void_reason": "closed"}
        case 3:
            dates |= {"due_on": None, "warn_on": None, "paused": [(starts, None)]}
    return dates


@pytest.mark.parametrize(
    ("turn", "choice"),
    [
        (0, {}),
        (1, {"arrived": "always"}),
        (2, {"arrived": "2026"}),
        (0, {"arrived": "2025", "ground": "ukraine"}),
        (1, {"arrived": "always", "rules": "RS-UA"}),
        (2, {"since": "1-1-2026", "until": "30-6-2026"}),
        (0, {"since": "1-3-2026"}),
        (1, {"arrived": "always", "unit": "other"}),
    ],
)
def test_each_number_opens_exactly_the_people_it_counts(signed_in, manager, city, other_unit, turn, choice):
    """Under each choice every third number, in turn: a page each. test_figures.py asks for all of them."""
    if choice.get("unit"):
        choice = choice | {"unit": other_unit.public_id}
    client = signed_in(manager)

    numbers = Numbers(client.get(f"{BOARD}?{urlencode(choice)}").content.decode()).found

    assert len(numbers) >= 3 * 9
    assert sum(number for number, _url in numbers) > 0
    for number, url in numbers[turn::3]:
        listed = people_listed(client, url)
        assert len(listed) == number, url
        assert len(set(listed)) == number, url


def test_the_outcomes_of_a_line_add_up_to_everybody(signed_in, manager, city):
    html = signed_in(manager).get(f"{BOARD}?arrived=always").content.decode()

    for row in html.split('aria-label="Numbers behind the bars"')[1].split("<tr>")[2:]:
        *outcomes, everybody = [number for number, _url in Numbers(row).found]
        assert sum(outcomes) == everybody


def test_a_long_list_has_pages_that_together_hold_everybody(signed_in, manager, unit, caseworker):
    many_cases(230, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 9, 1))

    listed = people_listed(signed_in(manager), f"{LIST}?goal=internship-started&standard=city&state=waiting")

    assert len(set(listed)) == len(listed) == 230


@pytest.mark.parametrize(
    "query",
    [
        "goal=internship-started",
        "goal=internship-started&standard=city&state=happy",
        "goal=internship-started&standard=moral&state=late",
        "goal=wealth&standard=city&state=late",
        "goal=internship-started&standard=city&state=late&arrived=1066",
        "goal=internship-started&standard=city&state=late&since=soon",
    ],
)
def test_an_address_that_names_no_number_is_no_page(signed_in, manager, query):
    assert signed_in(manager).get(f"{LIST}?{query}").status_code == 404


def test_a_unit_of_others_cannot_be_chosen(signed_in, manager, other_unit, kept):
    manager.managed_units.add(UserFactory().unit)

    response = signed_in(manager).get(f"{BOARD}?unit={other_unit.public_id}")

    assert response.status_code == 422
    assertNotContains(response, "score__words", status_code=422)


@pytest.mark.parametrize("choice", ["since=soon", "since=1-6-2026&until=31-5-2026", "arrived=1066"])
def test_a_filter_that_makes_no_sense_is_said_so_and_shows_no_figure(signed_in, manager, kept, choice):
    response = signed_in(manager).get(f"{BOARD}?{choice}")

    assertContains(response, "There is 1 problem", status_code=422)
    assertContains(response, "Mend the filter to see the figures.", status_code=422)


def test_htmx_gets_the_figures_alone(signed_in, manager, kept, django_assert_max_num_queries):
    client = signed_in(manager)
    client.get(BOARD)

    with django_assert_max_num_queries(25) as captured:
        response = client.get(BOARD, headers={"hx-request": "true"})

    assertNotContains(response, "<html")
    assertContains(response, "Are the promises kept?")
    assert "HX-Request" in response["Vary"]
    assert not any("goals_jobrun" in query["sql"] for query in captured.captured_queries)


def test_looking_at_lists_is_no_opening_of_a_case(signed_in, manager, kept):
    client = signed_in(manager)

    client.get(BOARD)
    client.get(f"{LIST}?goal=internship-started&standard=city&state=everybody")

    assert not AccessLog.objects.exists()


def queries_of(client, url, captures):
    with captures() as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_pages_take_as_many_queries_at_a_thousand_cases_as_at_ten(
    signed_in, manager, unit, caseworker, django_assert_max_num_queries
):
    pages = [
        BOARD,
        f"{BOARD}?arrived=2026",
        f"{LIST}?goal=internship-started&standard=city&state=waiting",
        reverse("goals:breaches"),
    ]
    client = signed_in(manager)
    client.get(BOARD)
    facts = {"unit": unit, "caseworker": caseworker, "taken_over_on": date(2026, 9, 1)}
    counts = []
    for number in (10, 990):
        many_cases(number, **facts)
        jobs.sweep()
        counts.append([queries_of(client, url, lambda: django_assert_max_num_queries(40)) for url in pages])

    assert counts[0] == counts[1]
