"""When the City takes responsibility (E2), and which rules then hold. Pure: dates in, dates out.

Source: domain facts 1.1 and 1.2 (Integration Act § 4; Ukraine Act § 30), and the public guidance's
example 15 May -> 1 July. The date computed here is a proposal; the confirmed date is the truth.
"""

from datetime import date
from enum import StrEnum
from functools import lru_cache

import holidays
from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.day import ONE_DAY

UKRAINE_DAYS = 4
UKRAINE_ACT_FROM = date(2022, 3, 17)


class PermitGround(TextChoices):
    """On what ground the residence permit rests. With the takeover date it decides the rule set."""

    CONVENTION = "convention", _("Convention refugee")
    PROTECTION = "protection", _("Protection status")
    TEMPORARY = "temporary", _("Temporary protection")
    QUOTA = "quota", _("Quota refugee")
    FAMILY = "family", _("Family-reunified with a refugee")
    UKRAINE = "ukraine", _("Displaced from Ukraine")
    HUMANITARIAN = "humanitarian", _("Humanitarian grounds")


# Their takeover is the day of registration, or of the permit if applied for in Denmark (Integration Act § 4(3)).
AT_REGISTRATION = {PermitGround.QUOTA, PermitGround.FAMILY}


class RuleSet(TextChoices):
    """Which text of the law a case follows (domain facts 1.1)."""

    RS_2016 = "RS-2016", _("Rules of 2016 (integration programme)")
    RS_2019 = "RS-2019", _("Rules of 2019 (self-support and return programme)")
    RS_2025 = "RS-2025", _("Rules of 2025 (introduction programme, work duty)")
    RS_2026 = "RS-2026", _("Rules of February 2026")
    RS_UA = "RS-UA", _("Act on displaced persons from Ukraine")


class Ambiguity(StrEnum):
    """Why no takeover date can be proposed: somebody has to say it."""

    FIRST_OF_MONTH = "first-of-month"
    WAITS_FOR_REGISTRATION = "waits-for-registration"


# The sheet gives the change of 2019 only as a year, with a first effect from 1 March 2019 (domain facts
# 1.1, RS-2019). That day is used here and is unverified; the City's lawyers must sign off every rule set.
RULE_SET_FROM = (
    (date(2026, 2, 1), RuleSet.RS_2026),
    (date(2025, 1, 1), RuleSet.RS_2025),
    (date(2019, 3, 1), RuleSet.RS_2019),
    (date(2016, 1, 1), RuleSet.RS_2016),
)


def rule_set(takeover_on: date | None, permit_ground: str) -> RuleSet | None:
    """The rules a case follows, by takeover date and permit ground; None before there is a date."""
    if takeover_on is None:
        return None
    if permit_ground == PermitGround.UKRAINE and takeover_on >= UKRAINE_ACT_FROM:
        return RuleSet.RS_UA
    return next((rules for start, rules in RULE_SET_FROM if takeover_on >= start), RuleSet.RS_2016)


def propose_takeover(
    permit_ground: str,
    *,
    allocated_on: date | None,
    registered_on: date | None = None,
    permit_on: date | None = None,
    applied_in_denmark: bool = False,
) -> date | Ambiguity:
    """The takeover date that the rule gives, or why it cannot be given.

    Quota refugees and family-reunified people: the day of registration in the municipality, or of the permit if
    applied for in Denmark. Ukraine: four days after allocation. Everybody else: the end of the first whole
    month after allocation. A date on a weekend or public holiday moves to the next weekday.
    """
    if permit_ground in AT_REGISTRATION:
        start = permit_on if applied_in_denmark else registered_on
        return start or Ambiguity.WAITS_FOR_REGISTRATION
    if allocated_on is None:
        return Ambiguity.WAITS_FOR_REGISTRATION
    if permit_ground == PermitGround.UKRAINE:
        return next_weekday(allocated_on + relativedelta(days=UKRAINE_DAYS))
    if allocated_on.day == 1:
        # Whether "the first whole month" is the month that begins that day is not settled: ask, do not guess.
        return Ambiguity.FIRST_OF_MONTH
    return next_weekday(allocated_on + relativedelta(day=1, months=2))


def first_of_month_choices(allocated_on: date) -> tuple[date, date]:
    """The two readings when the allocation fell on the first of a month."""
    return (
        next_weekday(allocated_on + relativedelta(day=1, months=1)),
        next_weekday(allocated_on + relativedelta(day=1, months=2)),
    )


def next_weekday(day: date) -> date:
    """That day, or the first day after it that is neither weekend nor Danish public holiday."""
    while is_day_off(day):
        day += ONE_DAY
    return day


def is_day_off(day: date) -> bool:
    """Weekend, public holiday, Constitution Day, 24 or 31 December (domain facts 1.3)."""
    return day.weekday() >= 5 or day in _public_holidays(day.year) or (day.month, day.day) in CLOSED_DAYS


CLOSED_DAYS = {(6, 5), (12, 24), (12, 31)}


@lru_cache(maxsize=64)
def _public_holidays(year: int) -> frozenset[date]:
    # By year and not for the life of the process: next year's calendar is asked for when it comes.
    return frozenset(holidays.country_holidays("DK", years=year))
