"""What every test in a real browser begins with."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.factories import PASSWORD


def sign_in(page: Page, username: str, then: str = "/account/settings/") -> None:
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
