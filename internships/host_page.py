"""What a company reads on its page, and what it may tell there: first name, days, hours, what is agreed, whom to call.

Everything else that is known of the person, and every other offer of theirs, stays out: the page is made of these words
alone, and of no row. Until it began, days and hours are those that are agreed, and stand there once.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from internships.host_agreement import Agreed, agreed
from internships.models import HostLink, HostReport, Told
from internships.models.placement_agreement import PlacementAgreement
from refugees.hours import in_hours
from refugees.models import Occupation

# How long before the agreed last day a company may look back already.
BEFORE_THE_END = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class TheirWord:
    """What the company told before, so that nobody tells it twice."""

    what: str
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class HostPage:
    """The page in words, and which of its forms are open."""

    company: str
    kind: str
    first_name: str
    first_on: date | None
    has_begun: bool
    last_on: date | None
    hours: str
    tasks: str  # of the opening, while nothing is agreed
    agreed: Agreed | None
    call_name: str
    call_phone: str
    contact_name: str
    read: str  # a word for what is agreed, as it stands here
    told: list[TheirWord]
    may_confirm: bool
    confirms_late: bool
    may_tell_start: bool
    may_tell_sign: bool
    may_evaluate: bool

    @property
    def shows_days(self) -> bool:
        """Whether days and hours stand above what is agreed: they are in it, until it began."""
        return self.has_begun or self.agreed is None

    @property
    def call_url(self) -> str:
        """The number as a link that calls."""
        return "tel:" + "".join(sign for sign in self.call_phone if sign.isdigit() or sign == "+")


def host_page(link: HostLink, today: date) -> HostPage:
    """What this link shows today, in five queries."""
    occupation, agreement = link.occupation(), link.agreement()
    reports = list(link.reports.order_by("told_at"))
    return HostPage(
        company=link.offer.company.name,
        kind=link.offer.get_kind_display(),
        first_name=_first_name(link),
        first_on=_first_day(link, occupation, agreement),
        has_begun=occupation is not None,
        last_on=_last_day(occupation, agreement),
        hours=_hours(link, occupation, agreement),
        tasks=link.offer.opening.tasks if link.offer.opening and not agreement else "",
        agreed=agreed(agreement),
        call_name=link.call_name,
        call_phone=link.call_phone,
        contact_name=link.contact_name,
        read=link.word_for(agreement),
        told=[TheirWord(each.get_told_display(), each.name, each.on) for each in reports],
        **_open_forms(link, occupation, agreement, reports, today),
    )


def _open_forms(
    link: HostLink,
    occupation: Occupation | None,
    agreement: PlacementAgreement | None,
    reports: list[HostReport],
    today: date,
) -> dict[str, bool]:
    confirmed = any(each.told == Told.CONFIRMED for each in reports)
    if agreement:
        confirmed = agreement.company_signed_on is not None
    # Of a start that waits for the caseworker, nobody is asked again.
    waits = any(each.told == Told.STARTED and each.hindrance for each in reports)
    begins = occupation is None and not link.offer.is_gone and not waits
    goes_on = occupation is not None and occupation.last_on is None
    return {
        "may_confirm": not confirmed and not link.offer.is_gone,
        "confirms_late": bool(agreement and agreement.from_on < today),
        "may_tell_start": begins,
        "may_tell_sign": goes_on,
        "may_evaluate": occupation is not None and _is_near_its_end(occupation, today),
    }


def _is_near_its_end(occupation: Occupation, today: date) -> bool:
    planned = occupation.planned_last_on
    return occupation.last_on is not None or bool(planned and today >= planned - BEFORE_THE_END)


def _first_name(link: HostLink) -> str:
    """As the person is called; of whoever's name is protected, no name stands where others may read it."""
    person = link.case.person
    return _("the person we have agreed on") if person.is_protected else person.given_name


def _first_day(
    link: HostLink, occupation: Occupation | None, agreement: PlacementAgreement | None
) -> date | None:
    if occupation:
        return occupation.started_on
    return agreement.from_on if agreement else link.offer.planned_start_on


def _last_day(occupation: Occupation | None, agreement: PlacementAgreement | None) -> date | None:
    if occupation and (occupation.last_on or occupation.planned_last_on):
        return occupation.last_on or occupation.planned_last_on
    return agreement.until_on if agreement else None


def _hours(link: HostLink, occupation: Occupation | None, agreement: PlacementAgreement | None) -> str:
    opening = link.offer.opening
    sources = [occupation and occupation.minutes_a_week, agreement and agreement.minutes_a_week]
    minutes = next((each for each in [*sources, opening and opening.minutes_a_week] if each), None)
    return in_hours(minutes) if minutes else ""
