"""Roles are code: what each role may do, reviewed like code and mappable from a sign-in claim."""

from collections.abc import Callable
from enum import StrEnum, auto
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

View = Callable[..., HttpResponse]


class Role(TextChoices):
    """What somebody is employed to do. One role a person; which cases it covers is `visible_to`."""

    CASEWORKER = "caseworker", _("Caseworker")
    TEAM_LEAD = "team_lead", _("Team lead")
    MENTOR_COORDINATOR = "mentor_coordinator", _("Mentor coordinator")
    MENTOR = "mentor", _("Mentor")
    HEALTH_TEAM = "health_team", _("Health team")
    HOUSING_OFFICER = "housing_officer", _("Housing officer")
    WELCOME_HOUSE = "welcome_house", _("Welcome House coordinator")
    MANAGER = "manager", _("Manager")
    ADMINISTRATOR = "administrator", _("Administrator")


class Permission(StrEnum):
    """One thing that a role may do. A view names exactly one of them."""

    ACTIVATE_VERSION = auto()
    ANSWER_BREACH = auto()
    ARRANGE_COVER = auto()
    ARRANGE_MENTORS = auto()
    CREATE_CASE = auto()
    DECIDE_EXCEPTION = auto()
    DECIDE_EXTENSION = auto()
    DRAFT_VERSION = auto()
    FREEZE_REPORT = auto()
    GIVE_OUT_CASES = auto()
    IMPORT_LIST = auto()
    MANAGE_USERS = auto()
    MOVE_THE_DAY = auto()
    REPORT_TO_STATE = auto()
    SEARCH_CASES = auto()
    SEE_ACCESS_LOG = auto()
    SEE_CASE = auto()
    SEE_COMPANIES = auto()
    SEE_GOALS = auto()
    SEE_HEALTH = auto()
    SEE_HISTORY = auto()
    SEE_HOUSING = auto()
    SEE_JOBS = auto()
    SEE_MAILING = auto()
    SEE_MY_PEOPLE = auto()
    SEE_MY_WORK = auto()
    SEE_OWN_ACCOUNT = auto()
    SEE_PAUSE_GROUND = auto()
    SEE_TEAM = auto()
    SET_CHECKLISTS = auto()
    SET_LEAD_TIMES = auto()
    SET_OPENING_HOURS = auto()
    TAKE_IN_LIST = auto()
    WRITE_CASE = auto()
    WRITE_COMPANIES = auto()
    WRITE_HEALTH = auto()
    WRITE_HOUSING = auto()
    WRITE_NOTE = auto()


EVERYBODY = {Permission.SEE_OWN_ACCOUNT}
CASEWORK = EVERYBODY | {
    Permission.ANSWER_BREACH,
    Permission.CREATE_CASE,
    Permission.IMPORT_LIST,
    Permission.SEARCH_CASES,
    Permission.SEE_ACCESS_LOG,
    Permission.SEE_CASE,
    Permission.SEE_COMPANIES,
    Permission.SEE_GOALS,
    Permission.SEE_HISTORY,
    Permission.SEE_HOUSING,
    Permission.SEE_MY_WORK,
    Permission.TAKE_IN_LIST,
    Permission.WRITE_CASE,
    Permission.WRITE_COMPANIES,
    Permission.WRITE_NOTE,
}

ROLE_PERMISSIONS: dict[str, set[Permission]] = {
    Role.CASEWORKER: CASEWORK,
    Role.TEAM_LEAD: CASEWORK
    | {
        Permission.ARRANGE_COVER,
        Permission.ARRANGE_MENTORS,
        Permission.DECIDE_EXTENSION,
        Permission.GIVE_OUT_CASES,
        Permission.REPORT_TO_STATE,
        Permission.SEE_TEAM,
        Permission.SET_CHECKLISTS,
        Permission.SET_LEAD_TIMES,
        Permission.SET_OPENING_HOURS,
    },
    # Of the cases only who wants a mentor and what they wish of one (HolisticOffer.objects.arranged_by).
    Role.MENTOR_COORDINATOR: EVERYBODY | {Permission.ARRANGE_MENTORS, Permission.SET_CHECKLISTS},
    # The case, but of it only the slice that `visible_to` without `whole_for` leaves, and the notes they wrote.
    Role.MENTOR: EVERYBODY | {Permission.SEE_CASE, Permission.SEE_MY_PEOPLE, Permission.WRITE_NOTE},
    # The compartment of health, and of its cases no more than who they are about (Case.objects.health_visible_to).
    # Why time was paused is health-like too: beside them only whoever entered it and the case's own caseworker read
    # it (Pause.told_to).
    Role.HEALTH_TEAM: EVERYBODY
    | {Permission.SEE_HEALTH, Permission.SEE_PAUSE_GROUND, Permission.WRITE_HEALTH},
    # Homes, and of the households to be housed a slice (Case.objects.housing_visible_to).
    Role.HOUSING_OFFICER: EVERYBODY
    | {Permission.SEE_HOUSING, Permission.TAKE_IN_LIST, Permission.WRITE_HOUSING},
    Role.WELCOME_HOUSE: EVERYBODY,
    Role.MANAGER: EVERYBODY
    | {
        Permission.ACTIVATE_VERSION,
        Permission.ANSWER_BREACH,
        Permission.DECIDE_EXCEPTION,
        Permission.DRAFT_VERSION,
        Permission.FREEZE_REPORT,
        Permission.SEARCH_CASES,
        Permission.SEE_ACCESS_LOG,
        Permission.SEE_CASE,
        Permission.SEE_COMPANIES,
        Permission.SEE_GOALS,
        Permission.SEE_HISTORY,
        Permission.SEE_HOUSING,
        Permission.SEE_JOBS,
        Permission.SEE_TEAM,
        Permission.SET_CHECKLISTS,
    },
    Role.ADMINISTRATOR: EVERYBODY
    | {Permission.MANAGE_USERS, Permission.MOVE_THE_DAY, Permission.SEE_JOBS, Permission.SEE_MAILING},
}


def require_permission(permission: Permission) -> Callable[[View], View]:
    """Guard a view. tests/test_architecture.py fails for a view without it.

    Whoever may not is told so (403), unless the address names a thing (a case, a task, a list): that is answered as
    if it did not exist (404), so that nobody learns what there is by asking.
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.can(permission):
                raise Http404 if kwargs else PermissionDenied
            return view(request, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return decorator
