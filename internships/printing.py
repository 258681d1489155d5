"""The agreement that person, company and City sign, as rows of labels in two languages and what stands there.

What somebody wrote is shown as it was written; only what the product says itself is said in both languages, so it is
kept lazy until the template says it (templatetags/bilingual.py).
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from internships import igu, maxima
from internships.models import NoSignature, OfferKind, PlacementAgreement
from refugees.hours import in_hours

# Our own wording, to be approved by the City's lawyers. That interns are no employees and are covered by the rules on
# the working environment and against discrimination: Integration Act § 23 b and domain facts 1.4. It names no insurer
# and no policy, because no source that we could verify does.
SAFETY = [
    _(
        "The rules on the working environment and against discrimination protect the person like the company's own"
        " staff. The company instructs the person in working safely before the work begins."
    ),
    _(
        "An accident at work is told to the company and to the caseworker on the same day. Ask the City which"
        " insurance covers what before the first day if you are in doubt."
    ),
    _(
        "Whoever is ill, stays away or wants to change the hours tells the company and the caseworker. The City, the"
        " company and the person can end this before the last day; they tell each other why."
    ),
]
# Of what is a contract of employment between the two, the City's sheet says nothing that only such a contract can say.
EMPLOYED = [
    _(
        "The person is employed by the company and paid by it. This sheet is no contract of employment and takes the"
        " place of none."
    ),
    _(
        "Whoever sees that it may not last tells the others early: the person, the company and the caseworker look for"
        " a way together."
    ),
]
TERMS = {
    OfferKind.INTERNSHIP: [
        _("Whoever is in a company internship is not employed by the company and gets no wage from it."),
        *SAFETY,
    ],
    OfferKind.WAGE_SUBSIDY: [
        _("Whoever has a wage-subsidy job is employed by the company and gets a wage from it."),
        *SAFETY,
    ],
    OfferKind.COMMUNITY_WORK: [maxima.COMMUNITY.words, *SAFETY],
    OfferKind.JOB: EMPLOYED,
    OfferKind.IGU: [
        _("An IGU is paid employment with weeks of school. Whoever has one gets no benefit meanwhile."),
        *EMPLOYED,
    ],
}


def _weeks(weeks: int) -> str:
    return ngettext("%(weeks)d week", "%(weeks)d weeks", weeks) % {"weeks": weeks}


lazy_weeks, lazy_hours = lazy(_weeks, str), lazy(in_hours, str)


@dataclass(frozen=True, slots=True)
class Line:
    """One label and what stands there; `in_both` is something that the product says, in both languages."""

    label: Promise
    value: str = ""
    in_both: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An agreement as it is printed."""

    title: Promise
    person: Line
    marks: list[Promise]
    lines: list[Line]
    terms: list[Promise]
    signatures: list[Line]


def agreement_sheet(agreement: PlacementAgreement) -> Sheet:
    """What stands on the sheet of one version. Its offer, company and unit were read with it."""
    offer = agreement.offer
    lines = [
        Line(_("What it is"), in_both=OfferKind(agreement.kind).label),
        Line(_("Company"), f"{offer.company.name}, CVR {offer.company.cvr}"),
        Line(_("Workplace"), f"{offer.unit.words}, P {offer.unit.p_number}" if offer.unit else ""),
        Line(_("Purpose"), agreement.purpose),
        Line(_("Tasks"), agreement.tasks),
        *_days(agreement),
        Line(_("Hours a week"), in_both=lazy_hours(agreement.minutes_a_week)),
        *_of_an_igu(agreement),
        Line(_("Who looks after the person"), agreement.supervisor),
        Line(_("Talk with the staff's representative"), _talk(agreement)),
        Line(_("About insurance"), agreement.insurance),
        Line(_("Signed after the first day, because"), agreement.late_reason),
        Line(_("Version"), str(agreement.number)),
    ]
    return Sheet(
        title=_("Agreement between person, company and City"),
        person=_person(agreement),
        marks=_marks(agreement),
        lines=[line for line in lines if line.value or line.in_both],
        terms=terms_of(agreement),
        signatures=_signatures(agreement),
    )


def _days(agreement: PlacementAgreement) -> list[Line]:
    """From when to when; of a job that has no last day, the first one alone."""
    first = in_figures(agreement.from_on)
    if agreement.until_on is None:
        return [Line(_("First day"), first), Line(_("Last day"), in_both=_("None is agreed"))]
    days = Line(_("First and last day"), f"{first}–{in_figures(agreement.until_on)}")
    return [days, Line(_("Length"), in_both=lazy_weeks(agreement.weeks))]


def _of_an_igu(agreement: PlacementAgreement) -> list[Line]:
    if not agreement.practice_minutes:
        return []
    return [
        Line(_("Hours of practice a week"), in_both=lazy_hours(agreement.practice_minutes)),
        Line(_("School"), in_both=lazy_weeks(agreement.school_weeks)),
    ]


def terms_of(agreement: PlacementAgreement) -> list[Promise]:
    """What holds of this kind; of an IGU also what a source says of its registration for a start on that day."""
    terms = TERMS[agreement.kind]
    is_registered = agreement.kind == OfferKind.IGU and igu.REGISTERED.holds_on(agreement.from_on)
    return [*terms, igu.REGISTERED.words] if is_registered else terms


def _person(agreement: PlacementAgreement) -> Line:
    """Who it is about. The sheet stays at the company, so a name that is protected does not stand on it."""
    person = agreement.case.person
    if person.is_protected:
        return Line(_("Person"), in_both=_("The person we have agreed on"))
    return Line(_("Person"), person.name)


def _marks(agreement: PlacementAgreement) -> list[Promise]:
    if agreement.withdrawn_at:
        return [_("Withdrawn: this version does not hold.")]
    return [_("Draft: nobody has signed this version yet.")] if agreement.is_draft else []


def _talk(agreement: PlacementAgreement) -> str:
    return (
        f"{in_figures(agreement.staff_talk_on)}, {agreement.staff_talk_with}"
        if agreement.staff_talk_on
        else ""
    )


def _signatures(agreement: PlacementAgreement) -> list[Line]:
    """Who signed when; empty lines to sign on where a signature is still to come."""
    person = Line(_("Signed by the person"), in_figures(agreement.person_signed_on))
    if agreement.person_missing:
        person = Line(_("Signed by the person"), in_both=NoSignature(agreement.person_missing).label)
    company = [in_figures(agreement.company_signed_on), agreement.company_signed_by]
    city = [in_figures(agreement.city_signed_on), agreement.city_signed_by and agreement.city_signed_by.name]
    return [
        person,
        Line(_("Signed for the company"), ", ".join(filter(None, company))),
        Line(_("Signed for the City"), ", ".join(filter(None, city))),
    ]


def in_figures(day: date | None) -> str:
    """A day as figures, which need no language: 02.12.2026."""
    return day.strftime("%d.%m.%Y") if day else ""
