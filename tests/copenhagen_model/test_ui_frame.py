"""What stands around every page: navigation by role, the search box, notices, the live region."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from accounts.day import now
from accounts.models import DemoDay
from accounts.permissions import Permission
from copenhagen_model import context
from goals.models import JobRun
from goals.models.job_run import Job
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

GUIDE = "/styleguide/"
STALE = "Deadlines last checked"


@pytest.fixture
def checked():
    """Deadlines were checked a moment ago."""
    run = JobRun.objects.begin(Job.SWEEP, as_of=TODAY)
    run.finish()
    return run


def frame(user, path="/"):
    request = RequestFactory().get(path)
    request.user = user
    return context.Page(request)


def test_the_navigation_is_what_the_role_may_open(monkeypatch, caseworker, mentor):
    monkeypatch.setattr(
        context,
        "NAVIGATION",
        [
            (Permission.SEARCH_CASES, "styleguide", "Cases"),
            (Permission.SEE_MY_PEOPLE, "accounts:settings", "My people"),
        ],
    )

    assert [item.label for item in frame(caseworker).navigation] == ["Cases"]
    assert [item.label for item in frame(mentor).navigation] == ["My people"]


def test_every_page_of_the_navigation_exists():
    assert all(reverse(name) for _need, name, _label in context.NAVIGATION)


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", ["Home"]),
        ("/account/settings/", ["Settings"]),
        ("/account/settings/more/", ["Settings"]),
        ("/else/", []),
    ],
)
def test_one_item_at_most_is_current_the_deepest_that_holds_the_address(
    monkeypatch, caseworker, path, current
):
    everybody = Permission.SEE_OWN_ACCOUNT
    monkeypatch.setattr(
        context, "NAVIGATION", [(everybody, "home", "Home"), (everybody, "accounts:settings", "Settings")]
    )

    assert [item.label for item in frame(caseworker, path).navigation if item.current] == current


def test_only_those_who_may_search_get_the_search_box(caseworker, mentor):
    assert frame(caseworker).may_search
    assert not frame(mentor).may_search


def test_a_fresh_check_is_named_at_the_foot_and_no_banner_is_shown(signed_in, caseworker, checked):
    response = signed_in(caseworker).get(GUIDE)

    assertContains(response, "Deadlines checked")
    assertNotContains(response, 'aria-label="Notices"')


@pytest.mark.parametrize("role", ["caseworker", "mentor", "manager", "administrator"])
def test_everybody_is_told_when_the_last_check_is_too_old(signed_in, request, settings, checked, role):
    user = request.getfixturevalue(role)
    settings.DEMO = False
    client = signed_in(user)

    JobRun.objects.update(
        finished_at=now() - timedelta(hours=settings.DEADLINE_CHECK_MAX_AGE_HOURS, minutes=-5)
    )
    assertNotContains(client.get(reverse("accounts:settings")), STALE)

    JobRun.objects.update(
        finished_at=now() - timedelta(hours=settings.DEADLINE_CHECK_MAX_AGE_HOURS, minutes=5)
    )
    assertContains(client.get(reverse("accounts:settings")), STALE)


def test_a_check_that_never_ran_is_said_too(signed_in, caseworker):
    assertContains(signed_in(caseworker).get(GUIDE), "Deadlines have not been checked yet.")


def test_the_frame_asks_once_whether_deadlines_were_checked(
    signed_in, caseworker, checked, django_assert_max_num_queries
):
    client = signed_in(caseworker)
    client.get(GUIDE)

    with django_assert_max_num_queries(30) as captured:
        client.get(GUIDE)

    assert sum("goals_jobrun" in query["sql"] for query in captured.captured_queries) == 1


def test_on_a_demo_the_administrator_moves_the_day_and_others_are_told(
    signed_in, settings, caseworker, administrator, checked
):
    settings.DEMO = True
    DemoDay.objects.move_to(TODAY)

    assertContains(signed_in(administrator).get(GUIDE), 'name="day"')
    told = signed_in(caseworker).get(GUIDE)
    assertContains(told, "Demo with invented people.")
    assertNotContains(told, 'name="day"')


def test_outside_a_demo_nothing_speaks_of_one(signed_in, settings, administrator, checked):
    settings.DEMO = False

    response = signed_in(administrator).get(reverse("accounts:settings"))

    assertNotContains(response, "Invented data")
    assertNotContains(response, 'name="day"')


def test_the_live_region_stands_outside_what_is_swapped(signed_in, caseworker, checked):
    page = signed_in(caseworker).get(GUIDE).content.decode()

    assert page.count('role="status"') == 1
    assert page.index('id="live"') > page.index("</main>")


def test_shortcuts_are_each_persons_own_choice(signed_in, caseworker, checked):
    client = signed_in(caseworker)
    assertContains(client.get(GUIDE), 'data-shortcuts="on"')

    caseworker.switch_shortcuts(on=False)

    assertContains(client.get(GUIDE), 'data-shortcuts="off"')


def test_signing_out_is_a_post(signed_in, caseworker, checked):
    assertContains(
        signed_in(caseworker).get(GUIDE), f'<form method="post" action="{reverse("accounts:sign_out")}">'
    )


def test_the_style_guide_is_behind_sign_in_and_open_to_every_role(client, signed_in, mentor, checked):
    assert client.get(GUIDE).status_code == 302
    assert signed_in(mentor).get(GUIDE).status_code == 200


def test_the_style_guide_speaks_danish_too(signed_in, caseworker, checked):
    caseworker.choose_language("da")

    response = signed_in(caseworker).get(GUIDE)

    assertContains(response, '<html lang="da"')


def test_anybody_reads_the_accessibility_statement(client):
    assertContains(client.get("/accessibility/"), "WCAG 2.2")


def test_sign_in_has_no_navigation_and_two_languages(client):
    page = client.get(reverse("accounts:sign_in"))

    assertNotContains(page, "<nav")
    assertContains(page, 'name="language" value="da"')
    assertContains(page, 'name="language" value="en"')


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("400", "could not be read"),
        ("403", "Your role"),
        ("403_csrf", "open too long"),
        ("500", "Something went"),
    ],
)
def test_a_refusal_says_what_to_do_and_needs_nobody_signed_in(name, title, client):
    with translation.override("en"):
        page = render_to_string(f"{name}.html")

    assert title in page
    assert '<a class="button button-primary" href="/">' in page


def test_what_is_not_known_is_not_found(signed_in, caseworker, checked):
    assertContains(signed_in(caseworker).get("/cases/unknown/"), "Page not found", status_code=404)


def test_after_too_many_wrong_passwords_the_page_says_how_long_to_wait(client, caseworker, settings):
    wrong = {"username": caseworker.username, "password": "not this one"}

    for _try in range(settings.AXES_FAILURE_LIMIT):
        response = client.post(reverse("accounts:sign_in"), wrong, HTTP_ACCEPT_LANGUAGE="en")

    assert response.status_code == 429
    assertTemplateUsed(response, "accounts/locked.html")
    assert "15 minut" in response.content.decode()


def test_a_form_that_stood_open_too_long_is_refused_in_words(caseworker):
    client = Client(enforce_csrf_checks=True)
    client.force_login(caseworker, backend="django.contrib.auth.backends.ModelBackend")

    response = client.post(reverse("accounts:settings"), {"language": "da"})

    assertContains(response, "The page stood open too long", status_code=403)
    caseworker.refresh_from_db()
    assert caseworker.language == "en"
