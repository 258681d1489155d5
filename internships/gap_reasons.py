"""What the days are about on which somebody has no occupation: pauses, exemptions and Danish classes of a case."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from accounts.day import ONE_DAY
from accounts.models import User
from goals.models import Pause
from internships.weekdays import Why
from refugees.attended import AttendedKind, attended
from refugees.hours import in_hours
from refugees.models import Case, JobReadiness


def gap_reasons(case: Case, user: User, today: date) -> list[Why]:
    """What this person may read of them, in three queries. The ground of a pause is not for everybody."""
    return [*_pauses(case, user, today), *_exemptions(case), *_classes(case)]


def _pauses(case: Case, user: User, today: date) -> Iterator[Why]:
    for pause in Pause.objects.standing().filter(case=case).told_to(user, today):
        words = _("Paused")
        if pause.tells_ground:
            words = _("Paused: %(ground)s") % {"ground": pause.get_ground_display()}
        yield Why(words, pause.during.lower, _last_day(pause.during.upper))


def _exemptions(case: Case) -> Iterator[Why]:
    """Days for which somebody was decided not to be job-ready: no offer is due in them."""
    for row in JobReadiness.objects.standing().filter(case=case, is_ready=False):
        yield Why(_("Exempt from offers: not job-ready"), row.during.lower, _last_day(row.during.upper))


def _classes(case: Case) -> Iterator[Why]:
    for each in attended([case.pk]):
        if each.kind != AttendedKind.DANISH or each.starts_on is None:
            continue
        words = _("Danish education at %(provider)s") % {"provider": each.name}
        if each.minutes_a_week:
            hours = _("%(hours)s a week") % {"hours": in_hours(each.minutes_a_week)}
            words = f"{words}, {hours}"
        yield Why(words, each.starts_on, each.ends_on)


def _last_day(upper: date | None) -> date | None:
    """A period in the database ends before its upper day."""
    return upper - ONE_DAY if upper else None
