"""The sheets that a person takes home, as rows of labels in two languages and what stands there.

What a caseworker wrote is shown as it was written; only what the product says itself is said in both languages, so it
is kept lazy until the template says it (templatetags/bilingual.py).
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from screening.hours import week_words
from screening.models import (
    Activity,
    ActivityKind,
    Contract,
    DeclarationMissing,
    Expectations,
    Missing,
    Topic,
)

# What every contract says (order 208/2026 §§ 3-16; complaint: RSL §§ 66-67, BEK 861/2025 § 11; domain facts 1.4 and 4).
TERMS = [
    _(
        "The contract says what the person and the City have agreed on the way to work or education. It holds until"
        " the person has a permanent residence permit, and is looked at again within a year if the person is not in"
        " work."
    ),
    _(
        "Whoever stays away from an activity, or says no to an offer, without a reasonable ground can get less of the"
        " benefit. The person is told so in writing before it happens."
    ),
    _(
        "A decision of the City can be complained about within four weeks, to the City. The City then looks at it"
        " again within four weeks, and sends the complaint on if it stands by the decision."
    ),
    _(
        "The residence and self-support declaration is signed together with the contract, on a sheet of its own."
    ),
]
lazy_week = lazy(week_words, str)


@dataclass(frozen=True, slots=True)
class Line:
    """One label and what stands there; `in_both` is something that the product says, in both languages."""

    label: Promise
    value: str = ""
    in_both: Promise | str = ""


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One activity: its kind and hours in both languages, what it is as it was written."""

    kind: Promise
    what: str
    days: str
    hours: Promise | str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contract as it is printed."""

    title: Promise
    draft: Promise
    lines: list[Line]
    activities_title: Promise
    activities: list[ActivityLine]
    terms: list[Promise]
    signatures: list[Line]


def contract_sheet(version: Contract) -> Sheet:
    """What stands on the sheet of one version. Its activities were read with it."""
    lines = [
        Line(_("Case number"), version.case.number),
        Line(_("Version"), str(version.number)),
        Line(_("Drawn up"), in_figures(version.drawn_up_on)),
        Line(_("Programme starts"), in_figures(version.programme_from)),
        Line(_("Goal for work or education"), version.goal),
        Line(_("Danish and the other activities"), version.ratio),
        Line(_("Coordinating administration"), version.administration),
        Line(_("The City fixed the content, because"), version.fixed_because),
    ]
    return Sheet(
        title=_("Contract"),
        draft=_("Draft: nobody has signed this version yet."),
        lines=[line for line in lines if line.value],
        activities_title=_("What the person does"),
        activities=[_activity_line(activity) for activity in version.activities.all()],
        terms=TERMS,
        signatures=_signatures(version),
    )


def _signatures(version: Contract) -> list[Line]:
    """Who signed when, or why the person has not; empty lines to sign on while it is a draft."""
    person = Line(_("Signed by the person"), in_figures(version.person_signed_on))
    if version.person_missing:
        person = Line(_("Signed by the person"), in_both=Missing(version.person_missing).label)
    declaration = Line(_("Declaration signed"), in_figures(version.declaration_signed_on))
    if version.declaration_missing:
        declaration = Line(
            _("Declaration signed"), in_both=DeclarationMissing(version.declaration_missing).label
        )
    return [
        person,
        declaration,
        Line(_("Signed for the City"), in_figures(version.city_signed_on)),
    ]


def _activity_line(activity: Activity) -> ActivityLine:
    days = [in_figures(day) for day in (activity.begins_on, activity.ends_on)]
    return ActivityLine(
        kind=ActivityKind(activity.kind).label,
        what=activity.what,
        days="–".join(days) if any(days) else "",
        hours=lazy_week(activity.minutes_a_week) if activity.minutes_a_week else "",
    )


@dataclass(frozen=True, slots=True)
class ExpectationsSheet:
    """What was said about expectations, as it is printed."""

    title: Promise
    explained_title: Promise
    explained: list[Promise]
    lines: list[Line]
    signatures: list[Line]


def expectations_sheet(row: Expectations) -> ExpectationsSheet:
    """What stands on the sheet that both sign: no case number, for the person keeps it."""
    person = Line(_("Signed by the person"), in_figures(row.person_signed_on))
    if row.person_missing:
        person = Line(_("Signed by the person"), in_both=Missing(row.person_missing).label)
    lines = [
        Line(_("More that was explained"), row.explained_text),
        Line(_("What the person expects"), row.expects),
        Line(_("What we have agreed"), row.agreed),
    ]
    return ExpectationsSheet(
        title=_("Matching of expectations"),
        explained_title=_("What the City has explained that it expects"),
        explained=[topic.label for topic in Topic if topic in row.explained],
        lines=[line for line in lines if line.value],
        signatures=[person, Line(_("Signed for the City"), in_figures(row.city_signed_on))],
    )


def in_figures(day: date | None) -> str:
    """A day as figures, which need no language: 02.12.2026."""
    return day.strftime("%d.%m.%Y") if day else ""
