"""What stands in the addresses of this pillar in the permission matrix: what hangs on the case of tests/scene.py."""

from typing import Any

from accounts.models import User
from accounts.permissions import Role
from internships.models import Offer, Opening
from refugees.models import Case
from tests.internships.hosts import link_to
from tests.permission_arguments import the_case
from tests.permission_rows import Build


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


def with_offer(case: Case) -> dict[str, Any]:
    """The case and its offer of an internship."""
    return the_case(case) | {"offer_id": case.internship_offers.get().public_id}


def with_link(case: Case) -> dict[str, Any]:
    """The case and the link for the company of its offer."""
    return the_case(case) | {"link_id": case.host_links.earliest("pk").public_id}


def with_secret_of_link(case: Case) -> dict[str, Any]:
    """What stands in the address of the company's page: a new link, whose secret is known here."""
    by = User.objects.filter(unit=case.unit, role=Role.CASEWORKER).earliest("pk")
    return {"token": link_to(case.internship_offers.get(), by)}


def with_place(case: Case) -> dict[str, Any]:
    """The case and an opening, of whatever company."""
    return the_case(case) | {"opening_id": Opening.objects.earliest("pk").public_id}


def with_agreement(case: Case) -> dict[str, Any]:
    """The case and the agreement about its offer."""
    return the_case(case) | {"agreement_id": case.placement_agreements.get().public_id}


def with_occupation(case: Case) -> dict[str, Any]:
    """The case and what was begun on the offer."""
    return the_case(case) | {"occupation_id": case.occupations.get().public_id}


def with_away(case: Case) -> dict[str, Any]:
    """The case and days on which the person stayed away from a measure."""
    return the_case(case) | {"away_id": case.stayed_away.get().public_id}


def with_doubt(case: Case) -> dict[str, Any]:
    """The case and the doubt about availability that was received."""
    return the_case(case) | {"doubt_id": case.availability_doubts.get().public_id}


def with_away_step(case: Case) -> dict[str, Any]:
    """… and the step that is taken next."""
    return with_away(case) | {"step": "answer"}


def with_away_letter(case: Case) -> dict[str, Any]:
    """… and the letter that was written."""
    return with_away(case) | {"letter": "hearing"}
