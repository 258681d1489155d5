"""Who may begin a basic integration education (IGU), and how it is shaped, by the day it starts. Pure.

Source: domain facts 1.4 (act 623/2016; L 202; order 1825/2023). The hours a week there are a reading, not seen: they
are marked so here, warn, and never refuse.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.reckoning import ONE_DAY, plus_months
from internships.maxima import Finding, Rule

ACT_2016, ACT_2021, ORDER_2023 = "Lov 623/2016", "L 202", "BEK 1825/2023"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is asked of those who start from `since` to `until`: years of age, years of address, weeks of school."""

    since: date | None
    until: date
    youngest: int
    oldest: int
    address_years: int
    last_day_counts: bool  # "at most so many years", not "less than so many"
    school_weeks: int
    age: Rule
    address: Rule
    school: Rule

    def holds_on(self, day: date) -> bool:
        """Whether a start on that day falls under them."""
        return (self.since is None or self.since <= day) and day <= self.until


def _conditions(
    *,
    since: date | None,
    until: date,
    ages: tuple[int, int],
    years: int,
    last_day_counts: bool,
    weeks: int,
    source: str,
    address_words: object,
) -> Conditions:
    words = AGES_OF_2016 if ages == (18, 39) else AGES_OF_2024
    age = Rule(f"igu-age-{source}", words, source, since, until)
    address = Rule(f"igu-address-{source}", address_words, source, since, until)
    school = Rule(f"igu-school-{source}", SCHOOL_OF[weeks], source, since, until)
    return Conditions(since, until, *ages, years, last_day_counts, weeks, age, address, school)


AGES_OF_2016 = gettext_lazy("Whoever begins an IGU is between 18 and 39 years old.")
AGES_OF_2024 = gettext_lazy("Whoever begins an IGU is between 18 and 49 years old.")
SCHOOL_OF = {
    20: gettext_lazy("An IGU has 20 weeks of school."),
    23: gettext_lazy("An IGU has 23 weeks of school."),
}

CONDITIONS = (
    _conditions(
        since=None,
        until=date(2021, 4, 30),
        ages=(18, 39),
        years=5,
        last_day_counts=False,
        weeks=20,
        source=ACT_2016,
        address_words=gettext_lazy(
            "Whoever begins an IGU has had an address in Denmark for less than 5 years."
        ),
    ),
    _conditions(
        since=date(2021, 5, 1),
        until=date(2023, 12, 31),
        ages=(18, 39),
        years=10,
        last_day_counts=False,
        weeks=23,
        source=ACT_2021,
        address_words=gettext_lazy(
            "Whoever begins an IGU has had an address in Denmark for less than 10 years."
        ),
    ),
    _conditions(
        since=date(2024, 1, 1),
        until=date(2027, 12, 31),
        ages=(18, 49),
        years=20,
        last_day_counts=True,
        weeks=23,
        source=ORDER_2023,
        address_words=gettext_lazy(
            "Whoever begins an IGU has had an address in Denmark for at most 20 years."
        ),
    ),
)
FROM_2024, TO_2027 = date(2024, 1, 1), date(2027, 12, 31)
ONLY_ONE = Rule("igu-only-one", gettext_lazy("A person has one IGU only."), ORDER_2023, FROM_2024, TO_2027)
AFTER_A_JOB = Rule(
    "igu-after-a-job",
    gettext_lazy("Between an ordinary job and an IGU at the same production unit lie 3 months."),
    ORDER_2023,
    FROM_2024,
    TO_2027,
)
REGISTERED = Rule(
    "igu-registered",
    gettext_lazy("The agreement is registered in VITAS within a month of its signature."),
    ORDER_2023,
    FROM_2024,
    TO_2027,
)
# Refused is neither of them: what became of an IGU that lasts longer or shorter, no source that we saw says.
TWO_YEARS = Rule("igu-two-years", gettext_lazy("An IGU lasts two years."), ORDER_2023, FROM_2024, TO_2027)
TEACHING_PLAN = Rule(
    "igu-teaching-plan",
    gettext_lazy("The teaching plan is ready by the end of the first month."),
    ORDER_2023,
    FROM_2024,
    TO_2027,
)
HOURS = Rule(
    "igu-hours",
    gettext_lazy("An IGU has 32 to 37 hours a week in all, of which 25 or more are practice."),
    ORDER_2023,
    FROM_2024,
    TO_2027,
    is_verified=False,
)
NO_RULE = Rule(
    "igu-no-rule",
    gettext_lazy("No rule is known for an IGU that starts on this day."),
    "domain facts 1.4",
    date(2028, 1, 1),
    is_verified=False,
)
RULES = (
    *(rule for each in CONDITIONS for rule in (each.age, each.address, each.school)),
    *(ONLY_ONE, AFTER_A_JOB, REGISTERED, TEACHING_PLAN, TWO_YEARS, HOURS, NO_RULE),
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """An IGU that is to begin, and what is known of whoever begins it. None: not known."""

    started_on: date
    born_on: date | None = None
    address_since: date | None = None
    had_one: bool = False
    job_here_until: date | None = None  # the last day of an ordinary job at the same production unit
    signed_on: date | None = None
    registered_on: date | None = None
    practice_minutes: int | None = None
    all_minutes: int | None = None
    last_on: date | None = None
    school_weeks: int | None = None
    teaching_plan_on: date | None = None


def conditions_on(day: date) -> Conditions | None:
    """What is asked of whoever starts on that day, if it is known."""
    return next((each for each in CONDITIONS if each.holds_on(day)), None)


def registered_by(signed_on: date) -> date:
    """The last day on which the agreement is registered in VITAS in time."""
    return plus_months(signed_on, 1)


def last_day_of(started_on: date) -> date:
    """The last day of the two years."""
    return plus_months(started_on, 24) - ONE_DAY


def plan_ready_by(started_on: date) -> date:
    """The last day on which the teaching plan is ready in time."""
    return plus_months(started_on, 1) - ONE_DAY


def findings(start: Beginning) -> list[Finding]:
    """What the rules say against this start, the gravest first; nothing if all is well."""
    found = [each for each in _findings(start) if each.rule.holds_on(start.started_on)]
    return sorted(found, key=lambda each: not each.refuses)


def _findings(start: Beginning) -> Iterator[Finding]:
    conditions = conditions_on(start.started_on)
    if conditions is None:
        yield Finding(NO_RULE, _("Ask the City's lawyers."), refuses=False)
        return
    yield from _of_age(start, conditions)
    yield from _of_address(start, conditions)
    if start.had_one:
        yield Finding(ONLY_ONE, _("This person has had one."), refuses=True)
    if start.job_here_until and start.started_on <= plus_months(start.job_here_until, 3):
        yield Finding(AFTER_A_JOB, _("There was an ordinary job here too short ago."), refuses=True)
    if start.signed_on and start.registered_on and start.registered_on > registered_by(start.signed_on):
        yield Finding(REGISTERED, _("The registration comes too late."), refuses=False)
    if start.teaching_plan_on and start.teaching_plan_on > plan_ready_by(start.started_on):
        yield Finding(TEACHING_PLAN, _("The teaching plan comes too late."), refuses=False)
    yield from _of_length(start, conditions)
    yield from _of_hours(start)


def _of_age(start: Beginning, conditions: Conditions) -> Iterator[Finding]:
    if start.born_on is None:
        yield Finding(conditions.age, _("The birthday is not known: check the age."), refuses=False)
        return
    first = plus_months(start.born_on, 12 * conditions.youngest)
    last = plus_months(start.born_on, 12 * (conditions.oldest + 1)) - ONE_DAY
    if not first <= start.started_on <= last:
        yield Finding(conditions.age, _("The age at the start does not fit."), refuses=True)


def _of_address(start: Beginning, conditions: Conditions) -> Iterator[Finding]:
    if start.address_since is None:
        words = _("Since when there is an address in Denmark is not known: check it.")
        yield Finding(conditions.address, words, refuses=False)
        return
    end = plus_months(start.address_since, 12 * conditions.address_years)
    if start.started_on > end or (start.started_on == end and not conditions.last_day_counts):
        yield Finding(conditions.address, _("The address in Denmark is too old at the start."), refuses=True)


def _of_length(start: Beginning, conditions: Conditions) -> Iterator[Finding]:
    last_on = last_day_of(start.started_on)
    if start.last_on and start.last_on != last_on:
        words = _("Two years from the first day end on %(date)s.") % {"date": date_format(last_on)}
        yield Finding(TWO_YEARS, words, refuses=False)
    if start.school_weeks is not None and start.school_weeks != conditions.school_weeks:
        yield Finding(conditions.school, _("The weeks of school are others."), refuses=False)


def _of_hours(start: Beginning) -> Iterator[Finding]:
    few = start.practice_minutes is not None and start.practice_minutes < 25 * 60
    outside = start.all_minutes is not None and not 32 * 60 <= start.all_minutes <= 37 * 60
    if few or outside:
        yield Finding(HOURS, _("The hours a week do not fit."), refuses=False)
