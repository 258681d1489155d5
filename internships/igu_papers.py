"""What the state is told of an IGU, and what is asked for until it is there: for the page of a case. Pure."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from internships import igu
from internships.models import IguRegistration


def papers(row: IguRegistration | None, *, started_on: date, signed_on: date | None) -> Iterator[str]:
    """Each of the two days in a sentence: when it was, or that it is not recorded yet, and until when it is asked.

    `signed_on`: when the agreement was, if one is known. No day is named for a start that no source speaks of.
    """
    registered_on = row.registered_on if row else None
    plan_on = row.teaching_plan_on if row else None
    if registered_on:
        yield _("Registered in VITAS on %(day)s.") % {"day": _day(registered_on)}
    else:
        yield _("That the IGU is registered in VITAS is not recorded.") + _until(
            igu.REGISTERED, started_on, signed_on and igu.registered_by(signed_on)
        )
    if plan_on:
        yield _("Teaching plan ready on %(day)s.") % {"day": _day(plan_on)}
    else:
        yield _("That the teaching plan is ready is not recorded.") + _until(
            igu.TEACHING_PLAN, started_on, igu.plan_ready_by(started_on)
        )
    told = igu.Beginning(
        started_on, signed_on=signed_on, registered_on=registered_on, teaching_plan_on=plan_on
    )
    yield from (
        each.sentence for each in igu.findings(told) if each.rule in (igu.REGISTERED, igu.TEACHING_PLAN)
    )


def _until(rule: igu.Rule, started_on: date, last_on: date | None) -> str:
    """Until when, with the source; nothing where no source speaks of such a start."""
    if not rule.holds_on(started_on):
        return ""
    if last_on is None:
        return " " + rule.sentence
    words = _("It is asked for by %(day)s (%(source)s).")
    return " " + words % {"day": _day(last_on), "source": rule.source}


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
