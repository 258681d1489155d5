"""What every test in a real browser begins with."""

from playwright.sync_api import Page

from tests.factories import PASSWORD


def sign_in(page: Page, username: str, then: str = "/account/settings/") -> None:
    """Sign in through the page, as people do, and go on to an address."""
    page.goto(f"/account/sign-in/?next={then}")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
