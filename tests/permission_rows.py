"""How a row of the permission matrix is written: who gets through one address, and what is a right answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from accounts.permissions import Role
from refugees.models import Case
from tests.permission_arguments import the_case

CASEWORK = frozenset({Role.CASEWORKER, Role.TEAM_LEAD})


READERS = CASEWORK | {Role.MANAGER}


LEADS = frozenset({Role.TEAM_LEAD})


MANAGERS = frozenset({Role.MANAGER})


MENTOR = frozenset({Role.MENTOR})


ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


EVERYBODY = frozenset(Role)


Build = Callable[[Case], dict[str, Any]]


DONE = {200, 302, 422}


def nothing(case: Case) -> dict[str, Any]:
    """No arguments, no data."""
    return {}


@dataclass(frozen=True)
class Row:
    """One address: who gets through, who is not told of it, how it is asked."""

    roles: frozenset[Role]
    untold: frozenset[Role] = frozenset()  # the role may, but this one thing is not told to them
    methods: tuple[str, ...] = ("get",)
    arguments: Build = nothing
    data: Build = nothing
    is_public: bool = False
    writers: frozenset[Role] | None = field(default=None)
    names_no_case: bool = False  # the arguments are about something else

    @property
    def hangs_on_a_case(self) -> bool:
        """Whether the address names a case, so that another unit's is asked for too."""
        return self.arguments is not nothing and not self.names_no_case

    def expected(self, role: Role, whose: str, method: str) -> set[int]:
        """The answers that are right."""
        allowed = self.writers if method == "post" and self.writers is not None else self.roles
        if role in self.untold:
            return {404}
        if role not in allowed:
            return {403} if self.arguments is nothing else {404}
        return {404} if whose == "foreign" else DONE


def page(roles: frozenset[Role], **more: Any) -> Row:
    """A page that is read."""
    return Row(roles, **more)


def action(roles: frozenset[Role], **more: Any) -> Row:
    """Something that is done."""
    return Row(roles, methods=("post",), **more)


def form(roles: frozenset[Role], **more: Any) -> Row:
    """A page with a form that posts to itself."""
    return Row(roles, methods=("get", "post"), **more)


# What caseworkers and team leads record on a case of their unit; to a manager of it: look, do not touch.
RECORD = form(CASEWORK, arguments=the_case)


# The same, by an address that has no page of its own.
DO = action(CASEWORK, arguments=the_case)


# What is written on a case: the unit reads it; to a mentor of the case it does not exist.
WRITTEN = page(READERS, arguments=the_case)
