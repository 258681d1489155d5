"""The deadlines of a decision about days away: pure. Only those that the law gives; each with its source."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from refugees.takeover import next_weekday

# RSL §§ 66-67, LBK 354/2025; BEK 861/2025 § 11 (domain facts 4).
COMPLAINT, LOOK_AGAIN = timedelta(weeks=4), timedelta(weeks=4)
# Order 208/2026 on contract and programme, in force from this day: § 25 asks to tell of illness on its first day.
ILLNESS_SINCE = date(2026, 2, 1)
# So long before its last day a second look stands in My work. The product's choice, no law's.
NEAR = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day, what is to happen by it, and why it is that day."""

    last_on: date
    what: Promise
    why: Promise
    kept_on: date | None = None
    # The next weekday where the last day is none: information, never another deadline.
    weekday_on: date | None = None

    def is_over(self, today: date) -> bool:
        """Whether the day has passed and nothing came."""
        return self.kept_on is None and self.last_on < today


def answer_to_hearing(answer_by: date, *, answered_on: date | None = None) -> Deadline:
    """Until when the person may answer the hearing letter. The law names no number of days: the letter does."""
    why = _("The day that the letter names. The law gives none (FVL § 19).")
    return _deadline(answer_by, _("Answer to the hearing"), why, answered_on)


def complaint(arrived_on: date, *, complained_on: date | None = None) -> Deadline:
    """Until when the person may complain: four weeks; the day on which the letter came does not count."""
    why = _("Four weeks from the day on which the letter came, which does not count (RSL §§ 66-67).")
    return _deadline(arrived_on + COMPLAINT, _("Complaint"), why, complained_on)


def looking_again(complained_on: date, *, reassessed_on: date | None = None) -> Deadline:
    """Until when the City looks at its decision again after a complaint."""
    why = _("Four weeks from the day on which the complaint came (RSL §§ 66-67, BEK 861/2025 § 11).")
    return _deadline(
        complained_on + LOOK_AGAIN, _("The City looks at its decision again"), why, reassessed_on
    )


def _deadline(last_on: date, what: Promise, why: Promise, kept_on: date | None) -> Deadline:
    weekday = next_weekday(last_on)
    return Deadline(last_on, what, why, kept_on, weekday if weekday != last_on else None)


def told_of_illness(first_on: date, told_on: date) -> str:
    """What the order says where the City heard later than on the first day; nothing where it heard in time.

    Whether it was illness stands nowhere here, and whether it could be told then a caseworker judges: it reminds.
    """
    if first_on < ILLNESS_SINCE or told_on <= first_on:
        return ""
    days = (told_on - first_on).days
    words = ngettext(
        "Told %(days)d day after the first one. Illness is told to the City and the company on its first day"
        " (BEK 208/2026 § 25); whether that was so and could be done, you judge.",
        "Told %(days)d days after the first one. Illness is told to the City and the company on its first day"
        " (BEK 208/2026 § 25); whether that was so and could be done, you judge.",
        days,
    )
    return words % {"days": days}
