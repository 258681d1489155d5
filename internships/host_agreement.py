"""What a company signs when it confirms on its page: the whole agreement, in words for whoever is no colleague.

Nobody signs what they have not read, so nothing of the content (`CONTENT`) is left out, and nothing is added to it.
That the company reads it stands beside the fields of the form in which it is written.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from internships.models.placement_agreement import PlacementAgreement
from internships.printing import terms_of
from refugees.hours import in_hours


@dataclass(frozen=True, slots=True)
class Agreed:
    """The agreement as the company reads it: what it says, line by line, and what holds of every such one."""

    lines: list[tuple[str, str]]
    terms: list[Promise]


def agreed(agreement: PlacementAgreement | None) -> Agreed | None:
    """What stands there; None where nothing was written down yet."""
    if agreement is None:
        return None
    lines = [
        (_("What it is for"), agreement.purpose),
        (_("Tasks"), agreement.tasks),
        (_("First day"), _day(agreement.from_on)),
        (_("Last day"), _last_day(agreement)),
        (_("Hours a week"), in_hours(agreement.minutes_a_week)),
        (_("Of these at work"), agreement.get_practice_minutes_display()),
        (_("Weeks of school"), str(agreement.school_weeks or "")),
        (_("Who looks after the person"), agreement.supervisor),
        (_("Insurance"), agreement.insurance),
        (_("Talked about with the staff's representative"), _talk(agreement)),
        (_("Written down"), _day(agreement.drawn_up_on)),
    ]
    return Agreed([(label, words) for label, words in lines if words], terms_of(agreement))


def _last_day(agreement: PlacementAgreement) -> str:
    if agreement.until_on is None:
        return _("None is agreed")
    weeks = ngettext("%(weeks)d week", "%(weeks)d weeks", agreement.weeks) % {"weeks": agreement.weeks}
    return f"{_day(agreement.until_on)} ({weeks})"


def _talk(agreement: PlacementAgreement) -> str:
    if agreement.staff_talk_on is None:
        return ""
    return f"{_day(agreement.staff_talk_on)}, {agreement.staff_talk_with}"


def _day(day: date) -> str:
    """With its year: what is signed is read later too."""
    return date_format(day, "DATE_FORMAT")
