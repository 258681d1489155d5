"""The boxes of a case about its time: what pauses it, and what more of it was asked for.

Each takes a fixed number of queries. On the overview of a case they show what holds today; `whole=True` is the box on
its own page, with everything that was corrected, withdrawn or denied.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from goals.models import Clock, Extension, Pause, State
from refugees.models import Case
from refugees.panels import Panel


@dataclass(frozen=True, slots=True)
class PauseRow:
    """One pause as somebody may see it: its days for all, its ground, reason and document for few."""

    pause: Pause
    state: str = ""
    words: str = ""
    became: str = ""
    why: str = ""


def pauses_panel(case: Case, user: User, today: date, *, whole: bool = False) -> Panel | None:
    """What pauses the case now or will; on its own page also what did, and what was corrected. One query."""
    pauses = case.pauses.told_to(user, today).select_related(
        "document", "recorded_by", "ended_by", "withdrawn_by", "replaced_by__recorded_by"
    )
    pauses = list(pauses.order_by("-during", "-pk"))
    told = {pause.pk for pause in pauses if pause.tells_ground}
    standing = [_standing(pause, today) for pause in pauses if pause.superseded_at is None]
    rows = standing if whole else [row for row in standing if row.state]
    if not rows and not whole:
        return None
    holds = {
        "rows": rows,
        "past": [_superseded(pause, told) for pause in pauses if pause.superseded_at] if whole else [],
        "whole": whole,
        "may_write": user.can(Permission.WRITE_CASE),
        "today": today,
    }
    return Panel("goals/_pauses.html", holds, is_aside=True)


def _standing(pause: Pause, today: date) -> PauseRow:
    """A pause that is believed, and where it stands today."""
    if pause.during.lower > today:
        return PauseRow(pause, State.NOT_STARTED, _("Not begun"))
    if pause.last_on is None or pause.last_on >= today:
        return PauseRow(pause, State.PAUSED, _("Paused"))
    return PauseRow(pause)


def _superseded(pause: Pause, told: set[int]) -> PauseRow:
    """A pause that is believed no more: who changed it, and for those who may read it why."""
    new = getattr(pause, "replaced_by", None)
    if new is None:
        by = pause.withdrawn_by.name if pause.withdrawn_by else _("the system")
        why = pause.withdrawn_reason if pause.tells_ground else ""
        return PauseRow(pause, became=_("Withdrawn by %(name)s") % {"name": by}, why=why)
    by = new.recorded_by.name if new.recorded_by else _("the system")
    why = new.reason if new.pk in told else ""
    return PauseRow(pause, became=_("Corrected by %(name)s") % {"name": by}, why=why)


def extensions_panel(case: Case, user: User, today: date) -> Panel | None:
    """Every request for more time on this case, what nobody decided yet first. One query."""
    rows = case.extensions.select_related("requested_by", "decided_by").order_by("-pk")
    holds = {
        "rows": sorted(rows, key=lambda extension: not extension.is_pending),
        "may_write": user.can(Permission.WRITE_CASE),
        "may_decide": user.can(Permission.DECIDE_EXTENSION),
        "user": user,
        "today": today,
    }
    return Panel("goals/_extensions.html", holds, is_aside=False)


def pending_by_clock(case: Case) -> dict[tuple[str, str, str], Extension]:
    """The requests of a case that nobody has decided, by the key of their clock. One query."""
    return {(e.goal, e.standard, e.occurrence): e for e in case.extensions.pending()}


def ask_url(case: Case, clock: Clock, user: User, extensions: Sequence[Extension]) -> str:
    """Where this person can ask for more time for this clock; empty if they cannot, or none is left. No query."""
    granted = sum(extension.days for extension in extensions if extension.decision == "granted")
    may_ask = user.can(Permission.WRITE_CASE) and not case.closed_on and clock.is_open
    has_room = granted < clock.version.max_extension_days
    if not may_ask or not has_room or any(extension.is_pending for extension in extensions):
        return ""
    return reverse("case_time:ask_extension", args=[case.public_id, *clock.address])
