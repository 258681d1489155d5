"""What stands in the addresses of this pillar in the permission matrix: what hangs on the case of tests/scene.py."""

from typing import Any

from refugees.models import Appointment, Case, IntakeList, InterpreterBooking, StagedList, StateBatch
from tests.factories import TODAY
from tests.permission_arguments import the_case

# What the caseworker is told of a concern and of a sign, beside the message that is asked about.
OF_RETENTION = ["concern-message", "warning-sign"]


def with_event(case: Case) -> dict[str, Any]:
    """The case and one of its dated events."""
    return the_case(case) | {"event": "E2"}


def with_list(case: Case) -> dict[str, Any]:
    """The list of the case's unit, read into rows."""
    return {"public_id": IntakeList.objects.get(unit=case.unit).public_id}


def with_batch(case: Case) -> dict[str, Any]:
    """What was gathered for the state of the case's unit."""
    return {"public_id": StateBatch.objects.get(unit=case.unit).public_id}


def with_batch_file(case: Case) -> dict[str, Any]:
    """… as a file."""
    return with_batch(case) | {"kind": "all"}


def of_companies(case: Case) -> dict[str, Any]:
    """Lists of companies."""
    return {"kind": "companies"}


def with_staged_list(case: Case) -> dict[str, Any]:
    """A list of companies of the case's unit, staged."""
    return of_companies(case) | {"public_id": StagedList.objects.get(unit=case.unit).public_id}


def with_row(case: Case) -> dict[str, Any]:
    """A row of such a list."""
    return with_list(case) | {"number": 2}


def the_rows_version(case: Case) -> dict[str, Any]:
    """The text of the row that a form was made of."""
    return {"version": IntakeList.objects.get(unit=case.unit).rows.get().version}


def with_readiness(case: Case) -> dict[str, Any]:
    """The case and a period of job-readiness."""
    return the_case(case) | {"period_id": case.readiness.get().public_id}


def with_benefit(case: Case) -> dict[str, Any]:
    """The case and what the person lives on."""
    return the_case(case) | {"period_id": case.benefits.get().public_id}


def with_activity(case: Case) -> dict[str, Any]:
    """The case and an activity that counts in the week."""
    return the_case(case) | {"period_id": case.counted_activities.get().public_id}


def with_cut(case: Case) -> dict[str, Any]:
    """The case and a cut of its hours."""
    return the_case(case) | {"period_id": case.hours_cuts.get().public_id}


def with_note(case: Case) -> dict[str, Any]:
    """The case and its note."""
    return the_case(case) | {"note_id": case.notes.get().public_id}


def with_document(case: Case) -> dict[str, Any]:
    """The case and its document."""
    return the_case(case) | {"document_id": case.documents.get().public_id}


def with_task(case: Case) -> dict[str, Any]:
    """A task on the case."""
    return {"task_id": case.tasks.get().public_id}


def with_waiting(case: Case) -> dict[str, Any]:
    """The case and what it waits for."""
    return the_case(case) | {"waiting_id": case.waitings.get().public_id}


def with_appointment(case: Case) -> dict[str, Any]:
    """The case and its appointment."""
    agreed = case.appointments.exclude(kind="elsewhere")
    return the_case(case) | {"appointment_id": agreed.get().public_id}


def with_talk(case: Case) -> dict[str, Any]:
    """The case and a talk on it."""
    return the_case(case) | {"talk_id": case.talks.exclude(kind="retention").get().public_id}


def with_sign(case: Case) -> dict[str, Any]:
    """The case and an early-warning sign."""
    return the_case(case) | {"sign_id": case.warning_signs.get().public_id}


def with_booking(case: Case) -> dict[str, Any]:
    """The case and an interpreter booked for a meeting."""
    return the_case(case) | {"booking_id": InterpreterBooking.objects.get(appointment__case=case).public_id}


def with_own_appointment(case: Case) -> dict[str, Any]:
    """An appointment on no case, of somebody in the case's unit."""
    return {"appointment_id": Appointment.objects.get(case=None, created_by__unit=case.unit).public_id}


def with_mentor(case: Case) -> dict[str, Any]:
    """The case and its mentor's time on it."""
    return the_case(case) | {"member_id": case.team.mentors().on(TODAY).get().public_id}


def with_message(case: Case) -> dict[str, Any]:
    """What the caseworker of the case is told about it."""
    return {"message_id": case.messages.exclude(kind__in=OF_RETENTION).get().public_id}
