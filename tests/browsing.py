"""What every test in a real browser begins with."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from accounts.models import User
from tests.factories import PASSWORD
from tests.people import arranging

BACKEND = "django.contrib.auth.backends.ModelBackend"


def sign_in(page: Page, username: str, then: str = "/account/settings/") -> None:
    """Come with the session that the sign-in page gives, and go to an address; test_main_path signs in by hand."""
    client = Client()
    with arranging():
        client.force_login(User.objects.get(username=username), backend=BACKEND)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": session.key, "value": session.value, "domain": "127.0.0.1", "path": "/", "httpOnly": True}]
    )
    page.goto(then)


def sign_in_by_hand(page: Page, username: str, then: str = "/account/settings/") -> None:
    """Sign in through the page, as people do, and go on to an address."""
    page.goto(f"/account/sign-in/?next={then}")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


@contextmanager
def refused(page: Page, console: list[str]) -> Iterator[None]:
    """Around a click whose form comes back with errors: the browser tells of the 422, and of nothing else.

    The message arrives when it likes, so it is waited for; otherwise it could come after the console was read.
    """
    with page.expect_console_message(lambda message: "422" in message.text):
        yield
    assert [message for message in console if "422" not in message] == []
    console.clear()
