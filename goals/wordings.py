"""A promise's wording in words, line by line; and two wordings side by side. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.day import ONE_DAY
from goals.models import GoalVersion, Ground, VersionDraft
from goals.models.wording import Wording
from refugees.takeover import PermitGround, RuleSet


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a wording says, as it is in force and as it is drafted."""

    label: str
    now: str
    then: str

    @property
    def is_changed(self) -> bool:
        """Whether the draft says something else."""
        return self.now != self.then


def lines(said: Wording) -> list[tuple[str, str]]:
    """What a wording says: pairs of label and words, always the same ones in the same order."""
    return [
        (_("Time"), said.words.capitalize()),
        (_("Aim within the time"), said.aim_words or _("None")),
        (_("Warning"), _days_before(said.warning_days)),
        (_("Rules"), _all_or(said.rule_sets, RuleSet, _("All rules"))),
        (_("Permit grounds"), _all_or(said.permit_grounds, PermitGround, _("All grounds"))),
        (_("Whom"), whom(said)),
        (_("Stopped by"), _all_or(said.pausing_grounds, Ground, _("No pause"))),
        (_("Extension"), _extension(said.max_extension_days)),
        (_("Source"), said.source_words),
    ]


def whom(said: Wording) -> str:
    """Of which age, and living on what."""
    age = _("Those 18 at takeover") if said.adults_only else _("Everybody, children too")
    return _("%(age)s, while on a benefit") % {"age": age} if said.benefit_only else age


def covers(said: Wording) -> str:
    """Whom it covers, in one line."""
    parts = [whom(said)]
    if said.rule_sets:
        parts.append(_all_or(said.rule_sets, RuleSet, ""))
    if said.permit_grounds:
        parts.append(_all_or(said.permit_grounds, PermitGround, ""))
    return "; ".join(parts)


def side_by_side(current: GoalVersion | None, draft: VersionDraft) -> list[Line]:
    """What is in force beside what is drafted, for each thing they say."""
    then = lines(draft)
    now = lines(current) if current else [(label, _("Nothing yet")) for label, _words in then]
    return [Line(label, before, after) for (label, before), (_label, after) in zip(now, then, strict=True)]


def in_force(version: GoalVersion) -> str:
    """Of which clocks it speaks: those that start from a day on, or between two."""
    first, until = version.valid.lower, version.valid.upper
    if until is None:
        return _("from %(first)s") % {"first": day(first)}
    return _("%(first)s to %(last)s") % {"first": day(first), "last": day(until - ONE_DAY)}


def day(on: date) -> str:
    """A day as it stands in running text."""
    return date_format(on, "DATE_FORMAT")


def _all_or(chosen: Sequence[str], choices: type, everything: str) -> str:
    if not chosen:
        return everything
    known = dict(choices.choices)
    return ", ".join(str(known.get(one, one)) for one in chosen)


def _days_before(days: int) -> str:
    return ngettext("%(days)d day before", "%(days)d days before", days) % {"days": days}


def _extension(days: int) -> str:
    if not days:
        return _("Cannot be extended")
    return ngettext("At most %(days)d day in all", "At most %(days)d days in all", days) % {"days": days}
