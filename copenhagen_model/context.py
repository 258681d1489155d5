"""What every page shows around its own content: the navigation of the role, the day, the last check."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.day import today
from accounts.permissions import Permission

# The main navigation, in the order of the pages. An item stands here once its page exists.
NAVIGATION = [
    (Permission.SEE_OWN_ACCOUNT, "styleguide", _("Style guide")),
]


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One link of the main navigation."""

    url: str
    label: str
    current: bool


class Page:
    """The frame of a page. Each part is worked out when a template asks, so a fragment pays for none."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.user = getattr(request, "user", None)

    @cached_property
    def signed_in(self) -> bool:
        """Whether anybody is signed in."""
        return bool(self.user and self.user.is_authenticated)

    @cached_property
    def today(self) -> date:
        """The day of this request; on a demo, the day that was chosen."""
        return today()

    @cached_property
    def navigation(self) -> list[NavigationItem]:
        """The pages this person's role may open; the deepest one that holds this address is current."""
        if not self.signed_in:
            return []
        open_to_me = [(reverse(name), label) for need, name, label in NAVIGATION if self.user.can(need)]
        here = [url for url, _label in open_to_me if self._is_at(url)]
        deepest = max(here, key=len, default=None)
        return [NavigationItem(url, label, url == deepest) for url, label in open_to_me]

    def _is_at(self, url: str) -> bool:
        # "/" holds every address, so the front page is current on itself alone.
        return self.request.path == url or (url != "/" and self.request.path.startswith(url))

    @cached_property
    def may_search(self) -> bool:
        """Whether the search box is shown at all."""
        return self.signed_in and self.user.can(Permission.SEARCH_CASES)

    @cached_property
    def uses_shortcuts(self) -> bool:
        """One-key shortcuts are each person's own choice."""
        return self.signed_in and self.user.uses_shortcuts

    @cached_property
    def session_seconds(self) -> int:
        """How long an idle session lasts; the page warns five minutes before."""
        return settings.SESSION_COOKIE_AGE

    @cached_property
    def is_demo(self) -> bool:
        """Invented people, and a day that can be moved."""
        return settings.DEMO


def page(request: HttpRequest) -> dict:
    """Context processor: `page` in every template."""
    return {"page": Page(request)}
