"""What stands in the addresses of this pillar in the permission matrix: what hangs on the case of tests/scene.py."""

from typing import Any

from goals.models import LeadTime, Mail, Recalculation, Report, Suspension, VersionDraft
from refugees.models import Case
from tests.permission_arguments import the_case


def a_promise(case: Case) -> dict[str, Any]:
    """One promise."""
    return {"goal": "internship-started"}


def a_standard(case: Case) -> dict[str, Any]:
    """One promise by one standard."""
    return {"goal": "internship-started", "standard": "city"}


def with_draft(case: Case) -> dict[str, Any]:
    """The draft that `cases` in tests/scene.py made; it names no case."""
    return {"public_id": VersionDraft.objects.get().public_id}


def with_report(case: Case) -> dict[str, Any]:
    """The report that was frozen of the unit of the case."""
    return {"public_id": Report.objects.get(units=[case.unit_id]).public_id}


def with_form_of_time(case: Case) -> dict[str, Any]:
    """The form in which a pause of the case is recorded."""
    return the_case(case) | {"form": "pause"}


def the_first_edition(case: Case) -> dict[str, Any]:
    """The text that was read and tried out."""
    return {"edition": 1}


def with_recalculation(case: Case) -> dict[str, Any]:
    """The dry run of that draft."""
    return {"public_id": Recalculation.objects.filter(purpose="trial").first().public_id}


def with_suspension(case: Case) -> dict[str, Any]:
    """The suspension that was recorded there."""
    return {"public_id": Suspension.objects.get().public_id}


def with_clock(case: Case) -> dict[str, Any]:
    """The case and one of its clocks."""
    return the_case(case) | {"goal": "internship-started", "standard": "city", "number": 1}


def with_conversation(case: Case) -> dict[str, Any]:
    """The conversation on the breach of the case."""
    return {"public_id": case.conversations.get().public_id}


def with_open_pause(case: Case) -> dict[str, Any]:
    """The case and its pause, which has no end."""
    return the_case(case) | {"pause_id": case.pauses.get().public_id}


def with_extension(case: Case) -> dict[str, Any]:
    """The case and a request for more time."""
    return the_case(case) | {"extension_id": case.extensions.get().public_id}


def chosen_conversations(case: Case) -> dict[str, Any]:
    """The conversation on the breach of the case, chosen in a list where nobody had answered it."""
    key = str(case.conversations.get().public_id)
    return {"talk": [key], "seen": [f"{key}/0"]}


def given_up_mail(case: Case) -> dict[str, Any]:
    """The mail that the server never took."""
    return {"public_id": Mail.objects.get().public_id}


def with_lead_time(case: Case) -> dict[str, Any]:
    """What one step usually takes in the unit of the case."""
    return {"public_id": LeadTime.objects.get(unit=case.unit, position=1).public_id}
