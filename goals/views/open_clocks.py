"""What is open: one mark a person on the days that are left, and the list behind each number."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals.open_clocks import rows


@require_GET
@require_permission(Permission.SEE_GOALS)
def open_clocks(request: HttpRequest) -> HttpResponse:
    """How many days each open promise has left, or is over."""
    return render(request, "goals/open.html", {"rows": rows(request.user, request.today)})
