"""What a load balancer or container engine asks: can this process serve? And a watchdog: are deadlines checked?

A middleware before all others: it is asked without HTTPS, under any host name, and must answer when the
database does not, while every page needs a transaction to begin with. The answers tell nothing about
anybody, so they ask for no sign-in.
"""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.scope import system_scope
from goals import mailing
from goals.models import JobRun


class HealthMiddleware:
    """Answers at the addresses of ANSWERS and nowhere else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take the question out of the way of everything else."""
        if request.path not in ANSWERS:
            return self.get_response(request)
        try:
            words, is_well = ANSWERS[request.path]()
        except DatabaseError:
            words, is_well = "the database does not answer", False
        headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        status = 200 if is_well else 503
        return HttpResponse(f"{words}\n", status=status, content_type="text/plain", headers=headers)


def serves() -> tuple[str, bool]:
    """Whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok", True


def checks_deadlines() -> tuple[str, bool]:
    """Whether deadlines are checked and every clock compared often enough, and nothing differed.

    Beside, or instead of, the banner on every page.
    """
    with system_scope("health"):
        run = JobRun.objects.last_good()
        if run is None:
            return "deadlines have not been checked yet", False
        checked = f"deadlines checked {timezone.localtime(run.finished_at).isoformat(timespec='minutes')}"
        if run.is_stale:
            return checked, False
        comparison = JobRun.objects.comparison()
        if comparison.drift:
            return f"{checked}; the clocks of {comparison.drift} cases differed from their facts", False
        if comparison.is_stale:
            return f"{checked}; clocks were not compared with their facts in time", False
        return checked, True


def delivers_mail() -> tuple[str, bool]:
    """Whether the post goes out: nothing given up, nothing that has waited for hours."""
    post = mailing.standing()
    return f"{post.waiting} e-mails wait, {len(post.given_up)} given up", not post.is_stuck


ANSWERS: dict[str, Callable[[], tuple[str, bool]]] = {
    "/healthz/": serves,
    "/healthz/deadlines/": checks_deadlines,
    "/healthz/mail/": delivers_mail,
}
