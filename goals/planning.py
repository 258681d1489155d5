"""The last safe day in words: what usually takes how long from here, and who says so."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goals.models import Clock


def last_safe_words(clock: Clock) -> str:
    """Last safe day was Tue 3 Nov: 12 days are usually needed from here (median of 34 cases in this unit).

    Empty where nobody knows it, where nothing runs any more, and where a start is planned.
    """
    last = getattr(clock, "last_safe_on", None)
    if last is None or not clock.is_open or clock.planned_on or clock.state == "paused":
        return ""
    days = (clock.due_on - last).days
    needed = ngettext(
        "%(days)d day is usually needed from here", "%(days)d days are usually needed from here", days
    ) % {"days": days}
    words = {"day": date_format(last, "DATE_FORMAT"), "needed": needed, "basis": _basis(clock.ahead)}
    if last < clock.day:
        return _("Last safe day was %(day)s: %(needed)s (%(basis)s)") % words
    return _("Last safe day is %(day)s: %(needed)s (%(basis)s)") % words


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
