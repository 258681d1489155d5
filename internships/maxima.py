"""How long a measure may last, and for whom. Pure: dates and facts in, findings out; no database, no clock on the wall.

Source: domain facts 1.4 (Integration Act §§ 23 b, 23 c and 23 g, in the texts of 2017 and 2020; act on active
employment efforts § 63(2); order 208/2026 § 26). What was not seen in a source is marked so, warns and never refuses.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.reckoning import ONE_DAY, plus_months
from refugees.occupation_kinds import MEASURES

INTERNSHIP, WAGE_SUBSIDY, COMMUNITY_WORK = "internship", "wage-subsidy", "community-work"
FULL_TIME = 37 * 60
OTHERWISE = ""


class Ground(TextChoices):
    """Why a measure may last so long: by itself, or on one of the law's grounds (Integration Act § 23 b(4)-(6))."""

    WITHIN = "within", gettext_lazy("Within the time that the rule allows by itself")
    NO_EXPERIENCE = "no-experience", gettext_lazy("No work experience yet")
    LONG_UNEMPLOYED = "long-unemployed", gettext_lazy("Without work for long")
    HARD_TO_PLACE = "hard-to-place", gettext_lazy("Hard to place in a wage-subsidy job")
    CONCRETE = "concrete", gettext_lazy("Concrete grounds, an internship of more than 13 weeks")


# With one of these an internship of a job-ready person may last as long as that of an activity-ready one.
LONGER_KIND = frozenset({Ground.NO_EXPERIENCE, Ground.LONG_UNEMPLOYED, Ground.HARD_TO_PLACE})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule in words: where it stands, for starts from when to when it holds, and whether we have seen it."""

    key: str
    words: Promise
    source: str
    since: date | None = None
    until: date | None = None
    is_verified: bool = True

    def holds_on(self, day: date) -> bool:
        """Whether what starts on that day falls under it."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def sentence(self) -> str:
        """The rule with its source; one that nobody has verified says so and is not called law."""
        if self.is_verified:
            return _("%(rule)s (%(source)s)") % {"rule": self.words, "source": self.source}
        return _("Not verified, no rule of law: %(rule)s (%(source)s)") % {
            "rule": self.words,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a plan. Only a verified rule refuses."""

    rule: Rule
    words: str
    refuses: bool
    field: str = OTHERWISE

    @property
    def sentence(self) -> str:
        """What is the matter, and the rule that says so."""
        return f"{self.words} {self.rule.sentence}"


SINCE = date(2016, 1, 1)
SECTION_23_B = "Integrationsloven § 23 b, stk. 4-6"

JOB_READY = Rule(
    "internship-job-ready",
    gettext_lazy(
        "An internship of a job-ready person lasts 4 weeks at most, and 13 with no work experience, long without work"
        " or hard to place with wage subsidy."
    ),
    SECTION_23_B,
    SINCE,
)
THIRTEEN = Rule(
    "internship-thirteen-weeks",
    gettext_lazy("An internship lasts 13 weeks at most; on concrete grounds it may be extended to 26."),
    SECTION_23_B,
    SINCE,
)
TWENTY_SIX = Rule(
    "internship-twenty-six-weeks",
    gettext_lazy("An internship goes on after 26 weeks only on concrete grounds."),
    SECTION_23_B,
    SINCE,
)
REPRESENTATIVE = Rule(
    "staff-representative",
    gettext_lazy("Before an internship of more than 13 weeks the staff representative has been talked with."),
    "LAB § 63, stk. 2",
    SINCE,
)
COMMUNITY = Rule(
    "community-work",
    gettext_lazy("Community work lasts 13 weeks at most."),
    "Integrationsloven § 23 g",
    SINCE,
)
SUBSIDY = Rule(
    "wage-subsidy",
    gettext_lazy("A wage-subsidy job lasts one year at most."),
    "Integrationsloven § 23 c",
    SINCE,
)
HOURS = Rule(
    "full-time",
    gettext_lazy("A measure lies within normal working hours and never above full time, 37 hours a week."),
    "BEK 208/2026 § 26",
    date(2026, 2, 1),
)
RULES = (JOB_READY, THIRTEEN, TWENTY_SIX, REPRESENTATIVE, COMMUNITY, SUBSIDY, HOURS)


@dataclass(frozen=True, slots=True)
class Stay:
    """What is planned: from when to when somebody is where, on what grounds."""

    kind: str
    started_on: date
    last_on: date
    is_job_ready: bool = True
    grounds: frozenset[str] = frozenset()
    representative_on: date | None = None
    minutes_a_week: int | None = None

    def is_longer_than(self, weeks: int) -> bool:
        """Whether its last day lies beyond so many weeks from its first."""
        return self.last_on > last_day_of(self.started_on, weeks)


def last_day_of(started_on: date, weeks: int) -> date:
    """The last day of so many weeks: four weeks from a Monday end on a Sunday."""
    return started_on + timedelta(weeks=weeks) - ONE_DAY


def longest(stay: Stay) -> date | None:
    """The last day that the rules allow without grounds that are not given; None where none limits it."""
    if stay.kind == INTERNSHIP:
        weeks = 13 if not stay.is_job_ready or stay.grounds & LONGER_KIND else 4
        return last_day_of(stay.started_on, weeks)
    if stay.kind == COMMUNITY_WORK:
        return last_day_of(stay.started_on, 13)
    return plus_months(stay.started_on, 12) - ONE_DAY if stay.kind == WAGE_SUBSIDY else None


def findings(stay: Stay) -> list[Finding]:
    """What the rules say against the plan, the gravest first; nothing if all is well."""
    found = [each for each in _findings(stay) if each.rule.holds_on(stay.started_on)]
    return sorted(found, key=lambda each: not each.refuses)


def _findings(stay: Stay) -> Iterator[Finding]:
    last = longest(stay)
    if stay.kind == INTERNSHIP:
        yield from _of_internship(stay)
    elif stay.kind == COMMUNITY_WORK and stay.last_on > last:
        yield _too_long(COMMUNITY, last)
    elif stay.kind == WAGE_SUBSIDY and stay.last_on > last:
        yield _too_long(SUBSIDY, last)
    if stay.kind in MEASURES and stay.minutes_a_week and stay.minutes_a_week > FULL_TIME:
        yield Finding(HOURS, _("So many hours a week are too many."), refuses=True, field="minutes_a_week")


def _of_internship(stay: Stay) -> Iterator[Finding]:
    if stay.is_job_ready and not stay.grounds & LONGER_KIND and stay.is_longer_than(4):
        yield _too_long(JOB_READY, last_day_of(stay.started_on, 4), field="ground")
    if not stay.is_longer_than(13):
        return
    if Ground.CONCRETE not in stay.grounds:
        rule = TWENTY_SIX if stay.is_longer_than(26) else THIRTEEN
        yield _too_long(rule, last_day_of(stay.started_on, 13), field="ground")
    elif stay.is_longer_than(26):
        words = _("This is beyond %(date)s.") % {"date": date_format(last_day_of(stay.started_on, 26))}
        yield Finding(TWENTY_SIX, words, refuses=False)
    if stay.representative_on is None:
        words = _("Say when the staff representative was talked with.")
        yield Finding(REPRESENTATIVE, words, refuses=True, field="representative_on")


def _too_long(rule: Rule, last: date, field: str = "") -> Finding:
    words = _("That is too long: %(date)s is the last day without further grounds.")
    if field == "":
        words = _("That is too long: %(date)s is the last day.")
    return Finding(rule, words % {"date": date_format(last)}, refuses=True, field=field or "planned_last_on")
