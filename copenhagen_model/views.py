"""The front door."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission

# Where each person's day begins: the first of these that the role may open.
LANDING = [
    (Permission.SEE_MY_PEOPLE, "my_people"),
    (Permission.SEE_HEALTH, "health:work_list"),
    (Permission.WRITE_HOUSING, "housing:today"),
    (Permission.GIVE_OUT_CASES, "my_team"),
    (Permission.SEE_MY_WORK, "my_work"),
    (Permission.SEE_GOALS, "goals:scoreboard"),
    (Permission.ARRANGE_MENTORS, "mentoring:mentors"),
]


@require_GET
@require_permission(Permission.SEE_OWN_ACCOUNT)
def home(request: HttpRequest) -> HttpResponse:
    """Send everybody to the page their work begins on."""
    mine = (name for need, name in LANDING if request.user.can(need))
    return redirect(next(mine, "accounts:settings"))


@login_not_required
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement; open to all, as the law asks."""
    return render(request, "accessibility.html")
