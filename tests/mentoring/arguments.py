"""What stands in the addresses of this pillar in the permission matrix: what hangs on the case of tests/scene.py."""

from typing import Any

from mentoring.models import ChecklistVersion, OpeningHours, WalkIn
from refugees.models import Case, TeamMember
from tests.factories import TODAY
from tests.permission_arguments import the_case


def mentor_of(case: Case) -> TeamMember:
    """Who is the mentor of the case today."""
    return case.team.mentors().on(TODAY).get()


def with_opening_hours(case: Case) -> dict[str, Any]:
    """When the unit of the own case counsels; they name no case."""
    return {"public_id": OpeningHours.objects.get().public_id}


def with_walk_in(case: Case) -> dict[str, Any]:
    """Somebody without a case who was at the counselling of the unit; it names no case."""
    return {"public_id": WalkIn.objects.get().public_id}


def with_visit(case: Case) -> dict[str, Any]:
    """The case and a visit to open counselling."""
    return the_case(case) | {"visit_id": case.counselling_visits.get().public_id}


def with_contact(case: Case) -> dict[str, Any]:
    """The case and a contact that its mentor had."""
    return the_case(case) | {"contact_id": case.contacts.get().public_id}


def with_concern(case: Case) -> dict[str, Any]:
    """The case and a concern that its mentor raised."""
    return the_case(case) | {"concern_id": case.concerns.get().public_id}


def with_promise(case: Case) -> dict[str, Any]:
    """The case and what its mentor promised the person."""
    return the_case(case) | {"promise_id": case.promises.get().public_id}


def with_retention_offer(case: Case) -> dict[str, Any]:
    """The case and the offer of a retention mentor."""
    return the_case(case) | {"offer_id": case.retention_offers.get().public_id}


def with_retention_talk(case: Case) -> dict[str, Any]:
    """The case and its retention talk."""
    return the_case(case) | {"talk_id": case.talks.get(kind="retention").retention.public_id}


def with_check(case: Case) -> dict[str, Any]:
    """The case and what was ticked on its checklist."""
    return the_case(case) | {"thing": case.checklist_marks.get().key}


def with_open_check(case: Case) -> dict[str, Any]:
    """The case and something on its checklist that is still to be done."""
    return the_case(case) | {"thing": "doctor"}


def with_draft(case: Case) -> dict[str, Any]:
    """The draft of the next checklist; it names no case."""
    return {"public_id": ChecklistVersion.objects.drafts().get().public_id}


def with_item(case: Case) -> dict[str, Any]:
    """Something on that draft."""
    return with_draft(case) | {"thing": "doctor"}


def with_holistic_offer(case: Case) -> dict[str, Any]:
    """The case and the offer of a holistic mentor."""
    return the_case(case) | with_offer_alone(case)


def with_offer_alone(case: Case) -> dict[str, Any]:
    """The offer of a holistic mentor, where the address does not name its case."""
    return {"offer_id": case.holistic_offers.get().public_id}


def with_mentors_time(case: Case) -> dict[str, Any]:
    """The case and its mentor, whose time has a last day."""
    return the_case(case) | {"member_id": mentor_of(case).public_id}


def with_mentor(case: Case) -> dict[str, Any]:
    """The mentor of the case; they name no case."""
    return {"mentor_id": mentor_of(case).user.public_id}


def with_former_mentor(case: Case) -> dict[str, Any]:
    """Who had the case's person before, and on which day they handed over; they name no case."""
    row = case.hand_overs.get()
    return {"user_id": row.former.public_id, "on": row.on.isoformat()}


def with_hand_over(case: Case) -> dict[str, Any]:
    """The case and who was handed over to whom."""
    return the_case(case) | {"hand_over_id": case.hand_overs.get().public_id}


def with_mentors_absence(case: Case) -> dict[str, Any]:
    """Days on which the mentor of the case is away; they name no case."""
    return {"absence_id": mentor_of(case).user.absences.get().public_id}
