"""What a load balancer or container engine asks: can this process serve?

A middleware before all others: it is asked without HTTPS, under any host name, and must answer when the
database does not, while every page needs a transaction to begin with.
"""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

ADDRESS = "/healthz/"


class HealthMiddleware:
    """Answers at /healthz/ and nowhere else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take the question out of the way of everything else."""
        return answer() if request.path == ADDRESS else self.get_response(request)


def answer() -> HttpResponse:
    """200 if the database answers, 503 if not. It tells nothing about anybody, so it asks for no sign-in."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        words, status = "the database does not answer\n", 503
    else:
        words, status = "ok\n", 200
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(words, status=status, content_type="text/plain", headers=headers)
