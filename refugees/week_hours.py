"""How many hours a week the rules ask of somebody, and how many there are. Pure: dated facts in, lines out.

Sources: Integration Act (LBK 1127/2017) § 17 a(2): offers under §§ 23 b and 23 c, 15 hours a week on average, community
work not counted in the first year. Act 1654/2024, Integration Act § 20 d: 37 hours of Danish, offers and counted
activities, which the City may cut for health. The duties cover people on a benefit (§ 23; domain facts 0.5).
What is not known is said: hours that nobody wrote down are never nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from refugees.attended import AttendedKind
from refugees.hours import FULL_TIME
from refugees.takeover import RuleSet
from refugees.week_kinds import CountedKind

OFFERS_ON_AVERAGE = 15 * 60
MOST_JOB_SEARCH = 4 * 60
LONGEST_PROGRAMME = relativedelta(years=5)
WORKDAYS = 5
WORK_DUTY = {RuleSet.RS_2025, RuleSet.RS_2026}
BY_OFFERS = {RuleSet.RS_2016, RuleSet.RS_2019}
OFFERS = {AttendedKind.INTERNSHIP, AttendedKind.WAGE_SUBSIDY, AttendedKind.COMMUNITY_WORK}


class Asks(TextChoices):
    """Why so many hours are asked, or none. Where the sources do not say, that is what it says."""

    WORK_DUTY = "work-duty", _("The work duty asks 37 hours a week: Danish, offers and counted activities.")
    CUT = "cut", _("The City has cut the 37 hours of the work duty for health.")
    OFFERS = "offers", _("Offers of a job-ready person take 15 hours a week on average.")
    ASSESSED = "assessed", _("Not job-ready: the City sets the hours for each person, the rules name none.")
    UKRAINE = (
        "ukraine",
        _(
            "Displaced from Ukraine: there is no work duty. Whether 15 hours of offers are asked is not verified."
        ),
    )
    SELF_SUPPORTING = "self-supporting", _("Self-supporting: the rules cover people on a benefit only.")
    BENEFIT_UNKNOWN = (
        "benefit-unknown",
        _("Not known what the person lives on: the rules cover people on a benefit only."),
    )
    NOT_ADULT = "not-adult", _("Not 18 at the takeover: no programme is owed, and no hours are asked.")
    NOT_YET = "not-yet", _("The City has not taken responsibility yet.")
    OVER = "over", _("Five years after the takeover the programme has ended.")


SOURCES = {
    Asks.WORK_DUTY: _("Integration Act § 20 d(1)"),
    Asks.CUT: _("Integration Act § 20 d(2)"),
    Asks.OFFERS: _("Integration Act § 17 a(2)"),
    Asks.ASSESSED: _("Integration Act § 17 a(2)"),
    Asks.UKRAINE: _("Act no. 1654/2024, LAB § 105 a(1)"),
    Asks.SELF_SUPPORTING: _("Integration Act § 23"),
    Asks.BENEFIT_UNKNOWN: _("Integration Act § 23"),
    Asks.NOT_ADULT: _("Integration Act § 16(1)"),
    Asks.NOT_YET: _("Integration Act § 4(2)"),
    Asks.OVER: _("Integration Act § 16(7)-(8)"),
}


# Where a rule says less than is needed to count by it, how it is counted here.
NOTES = {
    Asks.OFFERS: _(
        "The 15 hours are an average, and no source says over how many weeks:"
        " here they are held against this week alone."
    ),
}


class Reading(TextChoices):
    """How one line of the week is read."""

    COUNTS = "counts", _("counts")
    UNKNOWN = "unknown", _("hours not known")
    UNSETTLED = "unsettled", _("whether it counts is not verified")
    OFFERS_ONLY = "offers-only", _("does not count: only offers at a company do")
    FIRST_YEAR = "first-year", _("does not count: community work in the first year")
    FOUR_HOURS = "four-hours", _("counts with 4 hours at most")
    NOT_ASKED = "not-asked", ""


# On what it rests that something counts towards the 37 hours.
COUNTS_BY = {
    AttendedKind.DANISH: _("§ 20 d(1) no. 1"),
    AttendedKind.INTERNSHIP: _("§ 20 d(1) no. 2"),
    AttendedKind.WAGE_SUBSIDY: _("§ 20 d(1) no. 2"),
    AttendedKind.COMMUNITY_WORK: _("§ 20 d(1) no. 2"),
    AttendedKind.JOB: _("§ 20 d(3)"),
    CountedKind.GUIDANCE: _("§ 20 d(1) no. 2"),
    CountedKind.TALKS: _("§ 20 d(3)"),
    CountedKind.FURTHERING: _("§ 20 d(3)"),
    CountedKind.SOCIAL_HEALTH: _("§ 20 d(3)"),
    CountedKind.JOB_SEARCH: _("§ 20 d(4)"),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """Something that takes hours of the week, from a day to a day. Minutes are None where nobody wrote them down."""

    kind: str
    words: str
    starts_on: date | None
    ends_on: date | None
    minutes_a_week: int | None


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides how many hours are asked of somebody."""

    rules: str | None
    takeover_on: date | None
    was_adult: bool = True
    benefit: str = ""  # "benefit", "self-supporting", or nothing where it is not known
    is_ready: bool = True
    cut_to: int | None = None  # minutes a week


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the week: how long it is, what of it counts, and by which reading."""

    segment: Segment
    minutes: int | None
    counted: int
    reading: Reading
    source: str = ""

    @property
    def is_open(self) -> bool:
        """Whether more may come of it than is counted."""
        return self.reading in {Reading.UNKNOWN, Reading.UNSETTLED}


class Verdict(TextChoices):
    """Whether the week has the hours that are asked."""

    NOT_ASKED = "not-asked", _("No hours asked")
    ENOUGH = "enough", _("As many as asked")
    BELOW = "below", _("Below the hours asked")
    UNKNOWN = "unknown", _("Not known: some hours are missing")


@dataclass(frozen=True, slots=True)
class Week:
    """The hours of a week against what is asked."""

    monday: date
    asks: Asks
    asked: int | None
    lines: Sequence[Line]

    @property
    def source(self) -> str:
        """Which rule says how many hours."""
        return SOURCES[self.asks]

    @property
    def note(self) -> str:
        """How it is counted where the rule leaves that open; mostly nothing."""
        return str(NOTES.get(self.asks, ""))

    @property
    def counted(self) -> int:
        """The minutes that are known to count."""
        return sum(line.counted for line in self.lines)

    @property
    def verdict(self) -> Verdict:
        """Enough, too few, or not known because a line is open."""
        if self.asked is None:
            return Verdict.NOT_ASKED
        if self.counted >= self.asked:
            return Verdict.ENOUGH
        return Verdict.UNKNOWN if any(line.is_open for line in self.lines) else Verdict.BELOW

    @property
    def missing(self) -> int:
        """The minutes that are asked beyond those that are known to count."""
        return max((self.asked or 0) - self.counted, 0)


def asked_of(who: Situation, day: date) -> tuple[Asks, int | None]:
    """How many minutes a week the rules ask of somebody on that day, and why."""
    if who.rules is None or who.takeover_on is None or day < who.takeover_on:
        return Asks.NOT_YET, None
    if not who.was_adult:
        return Asks.NOT_ADULT, None
    if day >= who.takeover_on + LONGEST_PROGRAMME:
        return Asks.OVER, None
    if who.benefit != "benefit":
        return (Asks.SELF_SUPPORTING if who.benefit else Asks.BENEFIT_UNKNOWN), None
    if who.rules in WORK_DUTY:
        return (Asks.WORK_DUTY, FULL_TIME) if who.cut_to is None else (Asks.CUT, who.cut_to)
    if who.rules in BY_OFFERS:
        return (Asks.OFFERS, OFFERS_ON_AVERAGE) if who.is_ready else (Asks.ASSESSED, None)
    return Asks.UKRAINE, None


def week_of(who: Situation, segments: Iterable[Segment], day: date) -> Week:
    """The week in which that day lies: what fills it, what of that counts, and what is asked."""
    monday = day - timedelta(days=day.weekday())
    asks, asked = asked_of(who, day)
    lines = []
    for segment in segments:
        days = _workdays(segment, monday)
        if days:
            lines.append(_line(segment, days, who, asked, day))
    return Week(monday, asks, asked, _four_hours_of_search(lines))


def _workdays(segment: Segment, monday: date) -> int:
    """On how many weekdays of the week it lies."""
    week = [monday + timedelta(days=number) for number in range(WORKDAYS)]
    return sum(
        (segment.starts_on is None or segment.starts_on <= day)
        and (segment.ends_on is None or day <= segment.ends_on)
        for day in week
    )


def _line(segment: Segment, days: int, who: Situation, asked: int | None, day: date) -> Line:
    minutes = None if segment.minutes_a_week is None else round(segment.minutes_a_week * days / WORKDAYS)
    reading, source = _read(segment, who, asked, day)
    if reading == Reading.COUNTS and minutes is None:
        reading = Reading.UNKNOWN
    return Line(segment, minutes, minutes or 0 if reading == Reading.COUNTS else 0, reading, source)


def _read(segment: Segment, who: Situation, asked: int | None, day: date) -> tuple[Reading, str]:
    """Whether something of this kind counts, and what says so."""
    if asked is None:
        return Reading.NOT_ASKED, ""
    if who.rules in WORK_DUTY:
        source = COUNTS_BY.get(segment.kind, "")
        # IGU and education: no benefit is paid meanwhile as a rule, and the act does not name them.
        return (Reading.COUNTS if source else Reading.UNSETTLED), source
    if segment.kind not in OFFERS:
        return Reading.OFFERS_ONLY, _("§ 17 a(2)")
    is_first_year = day < who.takeover_on + relativedelta(years=1)
    if segment.kind == AttendedKind.COMMUNITY_WORK and is_first_year:
        return Reading.FIRST_YEAR, _("§ 17 a(2)")
    return Reading.COUNTS, _("§ 17 a(2)")


def _four_hours_of_search(lines: Sequence[Line]) -> list[Line]:
    """Preparation and job search count with four hours a week in all (§ 20 d(4))."""
    left, found = MOST_JOB_SEARCH, []
    for line in lines:
        if line.segment.kind == CountedKind.JOB_SEARCH and line.counted:
            counted = min(line.counted, left)
            left -= counted
            if counted < line.counted:
                line = Line(line.segment, line.minutes, counted, Reading.FOUR_HOURS, line.source)
        found.append(line)
    return found
