"""The mentors as they are on a day: profile, load, absence; and who could be somebody's, with reasons in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Absence, User
from mentoring.matching import DAYS_AHEAD, Candidate, Proposal, Speaks, Wanted, here_next, propose
from mentoring.models import HolisticOffer, MentorLoad, MentorProfile, Promise
from mentoring.models.mentor_profile import USUAL_PEOPLE
from refugees.districts import District
from refugees.languages import label_of, spoken
from refugees.models import Case, TeamMember
from refugees.parts import Part


@dataclass(frozen=True, slots=True)
class MentorRow:
    """One mentor as they are today: what is known, what they carry, when they are away."""

    user: User
    profile: MentorProfile | None
    load: MentorLoad
    absences: list[Absence]
    today: date

    @property
    def is_away(self) -> bool:
        """Whether they are away today."""
        return any(self.today in absence for absence in self.absences)

    @property
    def next_absence(self) -> Absence | None:
        """The next days away that are still to come."""
        return next((absence for absence in self.absences if absence.during.lower > self.today), None)

    @property
    def here_on(self) -> date | None:
        """The next day on which they work; None for none in the next weeks."""
        away = [(absence.during.lower, absence.during.upper) for absence in self.absences]
        return here_next(self.today, self.profile.weekdays if self.profile else (), away)

    @property
    def languages(self) -> str:
        """What they speak, in words."""
        return spoken(self.user.speaks)

    @property
    def districts(self) -> str:
        """Where in the City they are at home, in words."""
        return ", ".join(str(District(each).label) for each in self.profile.districts) if self.profile else ""

    @property
    def weekdays(self) -> str:
        """On which days they work, in words."""
        days = sorted(self.profile.weekdays) if self.profile else []
        return ", ".join(str(WEEKDAYS_ABBR[day]) for day in days)

    @property
    def room(self) -> int:
        """For how many people more there is room."""
        return max(self.capacity - self.load.people, 0)

    @property
    def capacity(self) -> int:
        """For how many people there is room at a time: as their profile says, else as is usual."""
        return self.profile.capacity if self.profile else USUAL_PEOPLE

    @property
    def as_candidate(self) -> Candidate:
        """As far as a suggestion asks."""
        profile = self.profile
        return Candidate(
            user_id=self.user.pk,
            languages=frozenset(self.user.speaks),
            sex=profile.sex if profile else "",
            districts=frozenset(profile.districts if profile else ()),
            people=self.load.people,
            weight=self.load.weight,
            capacity=self.capacity,
            is_away=self.is_away,
            is_away_soon=self.next_absence is not None,
            has_working_days=bool(profile and profile.weekdays),
            days_until_here=self.here_on and (self.here_on - self.today).days,
        )


@dataclass(frozen=True, slots=True)
class Suggested:
    """A mentor who could be somebody's, and why."""

    row: MentorRow
    proposal: Proposal

    @property
    def reasons(self) -> list[str]:
        """Why, and why not, in words; what they carry at the end."""
        return reasons_of(self.row, self.proposal)


def mentors(today: date) -> list[MentorRow]:
    """Every mentor who works here, by the alphabet. Three queries."""
    users = list(User.objects.mentors().select_related("mentor_profile"))
    loads = MentorProfile.objects.loads(today)
    absences: dict[int, list[Absence]] = {}
    soon = Absence.objects.between(today, today + timedelta(days=DAYS_AHEAD)).filter(user__in=users)
    for absence in soon.order_by("during"):
        absences.setdefault(absence.user_id, []).append(absence)
    return [
        MentorRow(
            user=user,
            profile=getattr(user, "mentor_profile", None),
            load=loads.get(user.pk, MentorLoad()),
            absences=absences.get(user.pk, []),
            today=today,
        )
        for user in users
    ]


def suggested(
    case: Case, offer: HolisticOffer | None, today: date, *, part: Part = Part.HOLISTIC_MENTOR
) -> list[Suggested]:
    """Who could be this person's mentor of that kind, whoever fits best first. Three queries."""
    rows = {row.user.pk: row for row in mentors(today) if row.profile is None or row.profile.is_of(part)}
    found = propose(wanted(case, offer), [row.as_candidate for row in rows.values()])
    return [Suggested(rows[each.candidate.user_id], each) for each in found]


def reasons_of(row: MentorRow, proposal: Proposal) -> list[str]:
    """Why a mentor is proposed, and why not, in words; what they carry at the end."""
    words = _words(proposal) | _words_about_days(row)
    return [words[reason] for reason in proposal.reasons] + [carried(row)]


def who_leaves(case: Case, part: Part, today: date) -> str:
    """Who is the person's mentor of that kind, and what ends for them when another becomes it; nothing for nobody."""
    members = TeamMember.objects.filter(case=case, part=part, during__overlap=DateRange(today, None))
    member = members.select_related("user").order_by("during").first()
    if member is None:
        return ""
    held = Promise.objects.open().filter(case=case, holder=member.user).count()
    promises = ngettext("%(count)d open promise passes on.", "%(count)d open promises pass on.", held) % {
        "count": held
    }
    words = _(
        "%(name)s is the person's mentor now and leaves on that day. From then on they see nothing of the person, not"
        " what they wrote themselves either; the new mentor sees nothing of it. %(promises)s"
    )
    return words % {"name": member.user.name, "promises": promises}


def wanted(case: Case, offer: HolisticOffer | None) -> Wanted:
    """What a suggestion asks of a person: what they speak and wish, and where they live."""
    person = case.person
    return Wanted(
        languages=frozenset(filter(None, [person.interpreter, *person.speaks])),
        sex=offer.wished_sex if offer else "",
        district=(offer.known_district or "") if offer else "",
    )


def carried(row: MentorRow) -> str:
    """What a mentor carries: people, of how many, and what they weigh."""
    people = ngettext("%(count)d person", "%(count)d people", row.load.people) % {"count": row.load.people}
    said = {"people": people, "weight": row.load.weight, "capacity": row.capacity}
    if row.profile is None:
        return _("%(people)s of at most %(capacity)d (internal default), weight %(weight)d") % said
    return _("%(people)s of at most %(capacity)d, weight %(weight)d") % said


def _words(proposal: Proposal) -> dict[Speaks, str]:
    shared = _in_order(proposal.languages)
    return {
        Speaks.DISTRICT: _("at home in the person's district"),
        Speaks.FULL: _("no room left"),
        Speaks.LANGUAGE: _("speaks %(languages)s") % {"languages": shared},
        Speaks.LIGHTEST: _("lowest load of those here"),
        Speaks.NO_LANGUAGE: _("no language in common"),
        Speaks.NOT_THE_WISH: _("not as the person wishes"),
        Speaks.WISH: _("as the person wishes"),
        Speaks.WISH_NOT_KNOWN: _("whether as the person wishes is not known"),
    }


def _words_about_days(row: MentorRow) -> dict[Speaks, str]:
    """What days away and working days mean for somebody new."""
    words = {Speaks.AWAY: _("away today"), Speaks.NOT_HERE: _("not here in the next weeks")}
    if absence := row.next_absence:
        days = {"first": _short(absence.during.lower), "last": _short(absence.last_on)}
        until = _("away from %(first)s until %(last)s") if absence.last_on else _("away from %(first)s")
        words[Speaks.AWAY_SOON] = until % days
    if row.here_on:
        said = {"days": row.weekdays, "day": _short(row.here_on)}
        words[Speaks.WORKS] = _("works %(days)s, next on %(day)s") % said
    return words


def _short(day: date | None) -> str:
    return date_format(day, "MONTH_DAY_FORMAT") if day else ""


def _in_order(codes: Sequence[str] | frozenset[str]) -> str:
    return ", ".join(sorted(map(label_of, codes)))
