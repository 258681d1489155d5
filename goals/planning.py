"""The last safe day in words: what usually takes how long from here, and who says so."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goals.models import Clock, ClockBelief


@dataclass(frozen=True, slots=True)
class LastSafe:
    """What is said of the last safe day, in few words, and what stands behind it."""

    said: str
    because: str


def last_safe(clock: Clock | ClockBelief) -> LastSafe | None:
    """Last safe day was Tue 3 Nov; 12 days are usually needed from here (median of 34 cases in this unit).

    None where nobody knows it, where nothing runs any more, and where a start is planned that can still come. A page
    of then has none: what lay ahead of a case is not kept with what was known of its clock.
    """
    if isinstance(clock, ClockBelief):
        return None
    last = clock.last_safe_on
    if last is None or not clock.is_open or clock.is_planned or clock.state == "paused":
        return None
    days = (clock.due_on - last).days
    needed = ngettext(
        "%(days)d day is usually needed from here", "%(days)d days are usually needed from here", days
    ) % {"days": days}
    day = {"day": date_format(last, "MONTH_DAY_FORMAT" if last.year == clock.day.year else "DATE_FORMAT")}
    said = _("Last safe day was %(day)s") if last < clock.day else _("Last safe day is %(day)s")
    return LastSafe(said % day, f"{needed} ({_basis(clock.ahead)})")


def last_safe_words(clock: Clock) -> str:
    """The same in one sentence; empty where there is nothing to say."""
    safe = last_safe(clock)
    return f"{safe.said}: {safe.because}." if safe else ""


def _basis(ahead: dict[str, int]) -> str:
    if ahead["medians"] == ahead["known"]:
        cases = {"cases": ahead["cases"]}
        if ahead["known"] == 1:
            return _("median of %(cases)d cases in this unit") % cases
        return _("medians of at least %(cases)d cases in this unit") % cases
    if ahead["overrides"] == ahead["known"]:
        return _("set by the team lead")
    if ahead["defaults"] == ahead["known"]:
        return _("default of the team; too few cases are measured")
    return _("partly measured in this unit, partly set by the team")
