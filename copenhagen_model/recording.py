"""Where the fact is recorded that keeps a promise, and the words of the link. Looks across the pillars."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from goals.models import Clock
from goals.occupied import OCCUPATION
from refugees.events import KeyEvent
from refugees.models import Case, Occupation


@dataclass(frozen=True, slots=True)
class Recording:
    """The form for the fact that keeps a promise, and what the link to it says.

    `event`: which of the dated events the form is opened for. `interview`: which of the two it is about. `step_view`:
    where the next step towards it is taken, if that is another form (before a start comes an offer). `is_of_measure`:
    the form is about the measure that started the clock, not about the case alone. `needs`: what the form asks for;
    what casework may not record is no step of it.
    """

    view: str
    words: Promise
    event: KeyEvent | None = None
    step_view: str = ""
    interview: str = ""
    is_of_measure: bool = False
    needs: Permission = Permission.WRITE_CASE

    @property
    def query(self) -> str:
        """What follows the address of the form."""
        if self.interview:
            return f"?kind={self.interview}"
        return f"?event={self.event.value}" if self.event else ""

    def args(self, case: Case, clock: Clock, measures: dict[str, UUID]) -> tuple[UUID, ...]:
        """What the form is about: the case, or one measure of it."""
        here = (case.public_id,)
        return (*here, measures[clock.occurrence]) if self.is_of_measure else here


# A pillar adds its goals here when its form exists; tests/copenhagen_model/test_recording.py asks for each of them.
RECORDED = {
    "screening-1": Recording("interviews:plan", _("Plan or record it"), interview="first"),
    "screening-2": Recording("interviews:plan", _("Plan or record it"), interview="second"),
    "internship-offered": Recording("internships:offer", _("Record an offer")),
    "internship-started": Recording(
        "internships:start_elsewhere", _("Record a start"), step_view="internships:offer"
    ),
    "health-offered": Recording("health:offer", _("Record the offer"), needs=Permission.WRITE_HEALTH),
    "home-kept": Recording("housing:of_case", _("Ask, and record it"), needs=Permission.WRITE_HOUSING),
    "housing-offered": Recording("housing:of_case", _("Offer a home"), needs=Permission.WRITE_HOUSING),
    "next-step": Recording("internships:decide_next", _("Decide what comes next"), is_of_measure=True),
    "placement-evaluated": Recording("internships:evaluate", _("Record an evaluation"), is_of_measure=True),
    "offer-gap": Recording("internships:offer", _("Record an offer")),
    "contract-signed": Recording("screening:contract", _("Sign the contract")),
    "contract-revised": Recording("screening:contract", _("Revise the contract")),
    "categorised": Recording("refugees:decide_readiness", _("Decide the category"), KeyEvent.CATEGORISED),
    "danish-referred": Recording("screening:refer_to_danish", _("Refer to Danish education")),
    "children-placed": Recording("screening:record_child_place", _("Record the place")),
    "cv-on-jobnet": Recording("screening:find_cv", _("Record that the CV is there")),
    "availability-talk": Recording("refugees:record_talk", _("Record a talk")),
    "availability-offer": Recording("internships:offer", _("Record an offer")),
    "mentor-offered": Recording("mentoring:offer_holistic_mentor", _("Record the offer")),
    "retention-mentor-offered": Recording("mentoring:offer_retention_mentor", _("Record the offer")),
    "retention-contact": Recording("mentoring:hold_retention_talk", _("Record a talk")),
    "follow-up-law": Recording("refugees:record_talk", _("Record a talk")),
    "follow-up-next": Recording("refugees:record_talk", _("Record a talk")),
    "follow-up-in-work": Recording("refugees:record_talk", _("Record a talk")),
}


def measures_of(clocks: Iterable[Clock]) -> dict[str, UUID]:
    """The measure that started each of these clocks whose form is about it, by its occurrence. One query at most."""
    keys = {
        clock.occurrence.removeprefix(OCCUPATION)
        for clock in clocks
        if clock.goal in RECORDED and RECORDED[clock.goal].is_of_measure
    }
    rows = Occupation.objects.filter(pk__in=keys).values_list("pk", "public_id")
    return {f"{OCCUPATION}{pk}": public_id for pk, public_id in rows}
