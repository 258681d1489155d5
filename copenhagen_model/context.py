"""What every page shows around its own content: the navigation of the role, the day, the last check."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from accounts.day import today
from accounts.naming import lazy_sender
from accounts.permissions import Permission
from goals.models import JobRun
from goals.models.job_run import Comparison
from refugees.models import Case

# The main navigation, in the order of the pages. An item stands here once its page exists.
NAVIGATION = [
    (Permission.SEE_MY_WORK, "my_work", _("My work")),
    (Permission.SEE_MY_WORK, "refugees:my_tasks", _("My tasks")),
    (Permission.SEE_MY_WORK, "my_interviews", pgettext_lazy("navigation", "Interviews")),
    (Permission.SEE_MY_WORK, "mentoring:counselling", _("Open counselling")),
    (Permission.SEE_MY_PEOPLE, "my_people", _("My people")),
    (Permission.SEE_HEALTH, "health:work_list", _("Health")),
    (Permission.SEE_TEAM, "my_team", _("My team")),
    (Permission.ARRANGE_MENTORS, "mentoring:mentors", _("Mentors")),
    (Permission.SEARCH_CASES, "refugees:cases", _("Cases")),
    (Permission.SEE_COMPANIES, "companies:companies", _("Companies")),
    (Permission.SEE_HOUSING, "housing:households", pgettext_lazy("navigation", "Homes")),
    (Permission.IMPORT_LIST, "refugees:intake", _("Intake")),
    (Permission.REPORT_TO_STATE, "state_reports", _("Reporting")),
    (Permission.SET_CHECKLISTS, "mentoring:checklist_versions", _("Checklists")),
    (Permission.SEE_GOALS, "goals:scoreboard", _("Goals")),
    (Permission.SEE_GOALS, "outcomes:figures", _("Outcomes")),
    (Permission.SEE_MAILING, "goals:jobs", _("Jobs and e-mails")),
]
# So many of them stand beside the name of the product and the search, in Danish and on a desktop.
FITS_BESIDE_THE_SEARCH = 5
if settings.DEMO:
    NAVIGATION.append((Permission.MOVE_THE_DAY, "demo_day", _("Demo day")))


@dataclass(frozen=True, slots=True)
class DeadlineCheck:
    """The heartbeat: when deadlines were last checked, and whether that is too long ago to trust."""

    checked_at: datetime | None
    is_stale: bool


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One link of the main navigation."""

    url: str
    label: str
    current: bool
    count: int = 0
    count_words: str = ""


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
        counts = {reverse("my_team"): self.to_give_out}
        return [NavigationItem(url, label, url == deepest, *counts.get(url, ())) for url, label in open_to_me]

    @property
    def has_many_pages(self) -> bool:
        """Whether the navigation wants a row of its own."""
        return len(self.navigation) > FITS_BESIDE_THE_SEARCH

    @cached_property
    def to_give_out(self) -> tuple[int, str]:
        """How many cases nobody works on, for those who can change it: a number that every page shows them."""
        if not self.user.can(Permission.GIVE_OUT_CASES):
            return 0, ""
        count = Case.objects.visible_to(self.user).without_caseworker(self.today).count()
        return count, ngettext("%(count)d case to give out", "%(count)d cases to give out", count) % {
            "count": count
        }

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

    @property
    def sender(self) -> str:
        """The City and its unit, as the City calls them; a printed sheet says it in both languages."""
        return lazy_sender()

    @cached_property
    def session_seconds(self) -> int:
        """How long an idle session lasts; the page warns five minutes before."""
        return settings.SESSION_COOKIE_AGE

    @cached_property
    def deadline_check(self) -> DeadlineCheck | None:
        """The last good sweep; every page says so when it is too old. One query."""
        if not self.signed_in:
            return None
        run = JobRun.objects.last_good()
        return DeadlineCheck(run and run.finished_at, run is None or run.is_stale)

    @cached_property
    def comparison(self) -> Comparison | None:
        """How the nightly comparison of every clock stands, for those who must act if it fails. Two queries at most."""
        may_see = self.signed_in and self.user.can(Permission.SEE_JOBS)
        return JobRun.objects.comparison() if may_see else None

    @cached_property
    def is_demo(self) -> bool:
        """Invented people, and a day that can be moved."""
        return settings.DEMO

    @cached_property
    def may_move_day(self) -> bool:
        """Whether the bar of the demo's day has a form."""
        return self.is_demo and self.signed_in and self.user.can(Permission.MOVE_THE_DAY)

    @cached_property
    def day_is_moved(self) -> bool:
        """Whether the demo shows another day than the calendar on the wall: then everybody is told."""
        return self.is_demo and self.today != timezone.localdate()


def page(request: HttpRequest) -> dict:
    """Context processor: `page` in every template."""
    return {"page": Page(request)}
