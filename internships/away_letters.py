"""The two letters about days away, in Danish and English: the hearing, and the decision with its complaint guide.

What a caseworker wrote stands as it was written; what the product says itself is kept lazy until the template says it
in both languages. Law: FVL §§ 19, 22-25; RSL §§ 66-67; BEK 861/2025 § 11; Integration Act § 53 (domain facts 4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from internships.models import Consequence, Law, StayedAway, StayedAwayDecision
from internships.printing import Line, in_figures
from refugees.attended import AttendedKind

HEARING_TERMS = [
    _("We have not decided anything yet. Before we do, you can tell us what you think about this."),
    _(
        "Tell us if the days, or what we write here, are wrong, and why you stayed away. You can answer in writing, by"
        " telephone or at the office, and somebody may help you."
    ),
    _("If we hear nothing by that day, we may decide on what we know."),
    _("The right to be heard stands in the Public Administration Act § 19."),
]
COMPLAINT_GUIDE = [
    _("You can complain about this decision. You have four weeks from the day on which you got this letter."),
    _(
        "Send the complaint to the City, in writing or by telling us. The City then looks at the decision again within"
        " four weeks."
    ),
    _(
        "If the City stands by the decision, it sends the complaint on to the Social Appeals Board's employment"
        " committee (Ankestyrelsens Beskæftigelsesudvalg)."
    ),
    _(
        "The rules of complaints stand in RSL §§ 66-67 and in order 861/2025 § 11, those of reasons and complaint guide"
        " in the Public Administration Act §§ 22-25."
    ),
]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is printed."""

    title: Promise
    lines: Sequence[Line]
    about_title: Promise
    about: str
    laws: Sequence[Promise]
    terms_title: Promise
    terms: Sequence[Promise]
    signed: Sequence[Line]
    law_text: str = ""


def hearing_letter(away: StayedAway, decision: StayedAwayDecision) -> Letter:
    """What the City means to rest a decision on, and until when the person may answer."""
    return Letter(
        title=_("Before we decide: what do you say?"),
        lines=[
            *_about_days(away, decision.heard_on),
            Line(_("Answer by"), in_figures(decision.answer_by)),
        ],
        about_title=_("What the decision may rest on"),
        about=decision.heard_about,
        laws=[],
        terms_title=_("What you can do"),
        terms=HEARING_TERMS,
        signed=[Line(_("For the City"), _signature(away, decision.heard_by))],
    )


def decision_letter(away: StayedAway, decision: StayedAwayDecision) -> Letter:
    """The decision, its reasons and law, and how to complain."""
    answer = [Line(_("Your answer"), decision.answer)] if decision.answer else []
    if not decision.answer:
        answer = [Line(_("Your answer"), in_both=_("We have got no answer from you."))]
    return Letter(
        title=_("Decision about days away"),
        lines=[
            *_about_days(away, decision.decided_on),
            *answer,
            Line(_("Decision"), in_both=Consequence(decision.consequence).label),
        ],
        about_title=_("Reasons"),
        about=decision.reasons,
        laws=[Law(each).label for each in decision.laws],
        law_text=decision.law_text,
        terms_title=_("How to complain"),
        terms=COMPLAINT_GUIDE,
        signed=[Line(_("Decided for the City by"), _signature(away, decision.decided_by))],
    )


def _about_days(away: StayedAway, written_on: date) -> list[Line]:
    days = in_figures(away.first_on)
    if away.last_on != away.first_on:
        days = f"{days} – {in_figures(away.last_on)}"
    return [
        Line(_("Case number"), away.case.number),
        Line(_("Date"), in_figures(written_on)),
        Line(_("Days away"), days),
        Line(_("From what"), away.attended_name, AttendedKind(away.attended_kind).label),
    ]


def _signature(away: StayedAway, by: User) -> str:
    return f"{by.name}, {away.case.unit.name}"
