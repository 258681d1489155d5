"""Who is on a case, and what is good to know about the person: short lists for the side of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.day import ONE_DAY
from refugees.languages import label_of
from refugees.models import Address, Case, KeyDate, TeamMember
from refugees.parts import Part


@dataclass(frozen=True, slots=True)
class PersonOnCase:
    """A colleague or mentor on the case: the part, until when if that is known, how to reach them."""

    name: str
    initials: str
    part: str
    email: str
    until: date | None
    has_left: bool = False


def people_on(case: Case, today: date) -> list[PersonOnCase]:
    """The team of that day, the caseworker first."""
    members = case.team.on(today).select_related("user")
    order = list(Part)
    return [_on_case(member) for member in sorted(members, key=lambda member: order.index(member.part))]


def _on_case(member: TeamMember) -> PersonOnCase:
    until = member.during.upper
    return PersonOnCase(
        name=member.user.name,
        initials=member.user.initials,
        part=member.get_part_display(),
        email=member.user.email,
        until=until - ONE_DAY if until else None,
    )


def about_person(case: Case, takeover: KeyDate | None, today: date) -> list[tuple[str, str]]:
    """What is good to know, as label and value. Only for those who see the whole case."""
    person = case.person
    readiness = case.readiness.standing().filter(during__contains=today).first()
    benefit = case.benefits.standing().filter(during__contains=today).first()
    address = Address.objects.filter(person=person).first()
    facts = [
        (_("Job-ready"), _readiness_words(readiness)),
        (_("Lives on"), benefit.get_kind_display() if benefit else ""),
        (_("Speaks"), _languages(person.speaks)),
        (_("Telephone"), person.phone),
        (_("Lives at"), _address_words(address)),
        (_("Comes from"), person.country),
    ]
    return [(label, value) for label, value in facts if value]


def _readiness_words(readiness: object) -> str:
    """Without a decision a person counts as job-ready (Integration Act § 17(1)); it says that nobody decided."""
    if readiness is None:
        return _("Yes, by default: nobody has decided otherwise")
    words = _("Yes, since %(day)s") if readiness.is_ready else _("No, since %(day)s")
    return words % {"day": date_format(readiness.during.lower, "DATE_FORMAT")}


def _languages(codes: Iterable[str]) -> str:
    return ", ".join(label_of(code) for code in codes)


def _address_words(address: Address | None) -> str:
    if address is None:
        return ""
    return _("%(address)s (temporary)") % {"address": address.text} if address.is_temporary else address.text
