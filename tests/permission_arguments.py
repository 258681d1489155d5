"""What stands in the addresses of the permission matrix: the case of tests/scene.py, and what hangs on it."""

from typing import Any

from accounts.models import Absence, CalendarAddress, User
from accounts.permissions import Role
from goals.models import LeadTime, Mail, Recalculation, Report, Suspension, VersionDraft
from health.models import HealthOffer
from internships.models import Offer, Opening
from mentoring.models import OpeningHours
from refugees.models import Appointment, Case, IntakeList, version_of
from screening.profile.parts import PARTS
from tests.permission_rows import Build


def the_case(case: Case) -> dict[str, Any]:
    """The case in the address."""
    return {"public_id": case.public_id}


def the_company(case: Case) -> dict[str, Any]:
    """The company that offered the person of the case a place."""
    return {"company_id": Offer.objects.filter(case=case).earliest("pk").company.public_id}


def part_of_company(model: type, name: str) -> Build:
    """A part of that company, by its key in the address."""

    def build(case: Case) -> dict[str, Any]:
        company = the_company(case)
        path = "unit__company__public_id" if model is Opening else "company__public_id"
        part = model.objects.filter(**{path: company["company_id"]}).earliest("pk")
        return company | {name: part.public_id}

    return build


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


def with_event(case: Case) -> dict[str, Any]:
    """The case and one of its dated events."""
    return the_case(case) | {"event": "E2"}


def with_offer(case: Case) -> dict[str, Any]:
    """The case and its offer of an internship."""
    return the_case(case) | {"offer_id": case.internship_offers.get().public_id}


def with_placement(case: Case) -> dict[str, Any]:
    """The case and what was begun on the offer."""
    return the_case(case) | {"placement_id": case.placements.get().public_id}


def with_clock(case: Case) -> dict[str, Any]:
    """The case and one of its clocks."""
    return the_case(case) | {"goal": "internship-started", "standard": "city", "number": 1}


def with_absence(case: Case) -> dict[str, Any]:
    """Days on which a colleague of the case's unit is away."""
    return {"absence_id": Absence.objects.get(user__unit=case.unit).public_id}


def with_colleague(case: Case) -> dict[str, Any]:
    """A caseworker of the case's unit."""
    colleague = User.objects.filter(role=Role.CASEWORKER, unit=case.unit).earliest("pk")
    return {"colleague_id": colleague.public_id}


def with_list(case: Case) -> dict[str, Any]:
    """The list of the case's unit, read into rows."""
    return {"public_id": IntakeList.objects.get(unit=case.unit).public_id}


def with_row(case: Case) -> dict[str, Any]:
    """A row of such a list."""
    return with_list(case) | {"number": 2}


def the_rows_version(case: Case) -> dict[str, Any]:
    """The text of the row that a form was made of."""
    return {"version": IntakeList.objects.get(unit=case.unit).rows.get().version}


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


def with_readiness(case: Case) -> dict[str, Any]:
    """The case and a period of job-readiness."""
    return the_case(case) | {"period_id": case.readiness.get().public_id}


def with_benefit(case: Case) -> dict[str, Any]:
    """The case and what the person lives on."""
    return the_case(case) | {"period_id": case.benefits.get().public_id}


def given_up_mail(case: Case) -> dict[str, Any]:
    """The mail that the server never took."""
    return {"public_id": Mail.objects.get().public_id}


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
    return the_case(case) | {"talk_id": case.talks.get().public_id}


def with_contract(case: Case) -> dict[str, Any]:
    """The case and the draft of its contract."""
    return the_case(case) | {"contract_id": case.contracts.get().public_id}


def with_section(case: Case) -> dict[str, Any]:
    """The case and a section of its competence profile."""
    return the_case(case) | {"section": "skills"}


def with_entry(case: Case) -> dict[str, Any]:
    """The same with its row."""
    return with_section(case) | {"entry_id": case.profile_skill_rows.get().public_id}


def the_entrys_version(case: Case) -> dict[str, Any]:
    """What a form about that row was made from."""
    return {"version": version_of(case.profile_skill_rows.get(), PARTS["skills"].tells)}


def with_form_of_profile(case: Case) -> dict[str, Any]:
    """The form in which a row of that section is written."""
    return the_case(case) | {"form": "skills"}


def with_answer(case: Case) -> dict[str, Any]:
    """The case and a question that was answered at its interview."""
    return the_case(case) | {"question": "good-at"}


def with_expectations(case: Case) -> dict[str, Any]:
    """The case and what was said of expectations."""
    return the_case(case) | {"expectations_id": case.expectations.get().public_id}


def with_opening_hours(case: Case) -> dict[str, Any]:
    """When the unit of the own case counsels; they name no case."""
    return {"public_id": OpeningHours.objects.get().public_id}


def with_visit(case: Case) -> dict[str, Any]:
    """The case and a visit to open counselling."""
    return the_case(case) | {"visit_id": case.counselling_visits.get().public_id}


def with_referral(case: Case) -> dict[str, Any]:
    """The case and its referral to Danish education."""
    return the_case(case) | {"referral_id": case.danish_referrals.get().public_id}


def with_lead_time(case: Case) -> dict[str, Any]:
    """What one step usually takes in the unit of the case."""
    return {"public_id": LeadTime.objects.get(unit=case.unit, position=1).public_id}


def with_own_appointment(case: Case) -> dict[str, Any]:
    """An appointment on no case, of somebody in the case's unit."""
    return {"appointment_id": Appointment.objects.get(case=None, created_by__unit=case.unit).public_id}


def with_mentor(case: Case) -> dict[str, Any]:
    """The case and its mentor's time on it."""
    return the_case(case) | {"member_id": case.team.mentors().get().public_id}


def with_message(case: Case) -> dict[str, Any]:
    """What the caseworker of the case is told about it."""
    return {"message_id": case.messages.get().public_id}


def with_interview(case: Case) -> dict[str, Any]:
    """The case and an interview that is planned."""
    planned = case.interviews.filter(outcome="").first() or case.interviews.get()
    return the_case(case) | {"interview_id": planned.public_id}


def with_held_interview(case: Case) -> dict[str, Any]:
    """The case and an interview that was held."""
    return the_case(case) | {"interview_id": case.interviews.get(outcome="held").public_id}


def of_health(model: type, name: str) -> Build:
    """The case and the latest row of its compartment."""

    def build(case: Case) -> dict[str, Any]:
        row = model.objects.filter(case=case).order_by("pk").last()
        return the_case(case) | {name: row.public_id}

    return build


def with_unanswered_offer(case: Case) -> dict[str, Any]:
    """The case and the offer of an assessment that the factory made."""
    return the_case(case) | {"offer_id": HealthOffer.objects.filter(case=case).earliest("pk").public_id}


def with_calendar(case: Case) -> dict[str, Any]:
    """A secret that leads to the calendar of a caseworker of the unit."""
    owner = User.objects.filter(unit=case.unit, role=Role.CASEWORKER).earliest("pk")
    return {"secret": CalendarAddress.objects.make(by=owner)}
