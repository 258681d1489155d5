"""The offer or occupation that a form is about, and the way back to its case. For the views of this pillar."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from internships.models import Offer
from refugees.case_forms import CaseForm, findable
from refugees.case_frame import open_case
from refugees.models import Case, Occupation, version_of


def with_offer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> tuple[Case, Offer]:
    """The case and one of its offers."""
    case = open_case(request, public_id)
    offers = Offer.objects.filter(case=case).select_related("company", "opening", "case")
    return case, get_object_or_404(offers, public_id=offer_id)


def with_occupation(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> tuple[Case, Occupation]:
    """The case and one of its occupations, with the company's side of it."""
    case = open_case(request, public_id)
    rows = findable(request, Occupation.objects.all(), Occupation.objects.standing())
    rows = rows.filter(case=case).select_related("placement__company", "case")
    return case, get_object_or_404(rows, public_id=occupation_id)


def where(row: Offer | Occupation) -> str:
    """The company with its number, or the place that has none."""
    side = row if isinstance(row, Offer) else getattr(row, "placement", None)
    return f"{side.company.name} ({side.company.cvr})" if side else row.place


def form_of(row: Offer | Occupation, tells: Sequence[str], *, text: str = "", **words: Any) -> CaseForm:
    """A form that changes an offer or an occupation: where, and what it was made from."""
    return CaseForm(text=text or where(row), version=version_of(row, tells), tells=tells, **words)


def done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    """Say that it is recorded, on the page of the case."""
    messages.success(request, words)
    return redirect("case", case.public_id)
