"""What stands in the addresses of this pillar in the permission matrix: what hangs on the case of tests/scene.py."""

from typing import Any

from refugees.models import Case, version_of
from screening.profile.parts import PARTS
from tests.permission_arguments import the_case


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


def with_referral(case: Case) -> dict[str, Any]:
    """The case and its referral to Danish education."""
    return the_case(case) | {"referral_id": case.danish_referrals.get().public_id}


def with_child_place(case: Case) -> dict[str, Any]:
    """The case and its place in day care or school."""
    return the_case(case) | {"place_id": case.child_places.get().public_id}


def with_registration(case: Case) -> dict[str, Any]:
    """The case and its registration as a job-seeker."""
    return the_case(case) | {"registration_id": case.job_seeking.get().public_id}


def with_interview(case: Case) -> dict[str, Any]:
    """The case and an interview that is planned."""
    planned = case.interviews.filter(outcome="").first() or case.interviews.get()
    return the_case(case) | {"interview_id": planned.public_id}


def with_held_interview(case: Case) -> dict[str, Any]:
    """The case and an interview that was held."""
    return the_case(case) | {"interview_id": case.interviews.get(outcome="held").public_id}
