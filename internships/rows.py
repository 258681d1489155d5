"""The offer or placement that a form is about, and the way back to its case. For the views of this pillar."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from internships.models import Offer, Placement
from refugees.case_forms import CaseForm, findable
from refugees.case_frame import open_case
from refugees.models import Case, version_of


def with_offer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> tuple[Case, Offer]:
    """The case and one of its offers."""
    case = open_case(request, public_id)
    offers = Offer.objects.filter(case=case).select_related("company", "case")
    return case, get_object_or_404(offers, public_id=offer_id)


def with_placement(request: HttpRequest, public_id: UUID, placement_id: UUID) -> tuple[Case, Placement]:
    """The case and one of its placements."""
    case = open_case(request, public_id)
    placements = findable(request, Placement.objects.all(), Placement.objects.standing())
    placements = placements.filter(case=case).select_related("company", "case")
    return case, get_object_or_404(placements, public_id=placement_id)


def form_of(row: Offer | Placement, tells: Sequence[str], *, text: str = "", **words: Any) -> CaseForm:
    """A form that changes an offer or a placement: at which company, and what it was made from."""
    at_company = f"{row.company.name} ({row.company.cvr})"
    return CaseForm(text=text or at_company, version=version_of(row, tells), tells=tells, **words)


def done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    """Say that it is recorded, on the page of the case."""
    messages.success(request, words)
    return redirect("case", case.public_id)
