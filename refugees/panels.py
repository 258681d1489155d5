"""What an app shows on the overview of a case. The case page asks each provider, and places what it gets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from accounts.models import User
from refugees.models import Case


@dataclass(frozen=True, slots=True)
class Panel:
    """A box on the case page: its template, and what that reads as `panel.holds`.

    It stands above the promises (`is_first`), below them, or beside them (`is_aside`).
    """

    template: str
    holds: dict[str, Any] = field(default_factory=dict)
    is_aside: bool = False
    is_first: bool = False


# (the case, who looks, the day) -> a panel, or None where there is nothing to show.
Provider = Callable[[Case, User, date], Panel | None]
