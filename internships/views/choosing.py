"""Choosing a company, within the forms of a case."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from internships.forms.choosing import MOST_MATCHES, CompanyForm, choices_of
from internships.models import Company
from refugees.models import Case

COMPANY_PART = "internships/_company_fields.html"


@require_GET
@require_permission(Permission.WRITE_CASE)
def companies(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The companies that match what is being typed: a part of the forms below."""
    get_object_or_404(Case.objects.whole_for(request.user), public_id=public_id)
    text = request.GET.get("company_search", "").strip()
    companies = Company.objects.find(text)[:MOST_MATCHES] if len(text) > 1 else []
    matches = choices_of(companies, request.today)
    return render(request, "internships/_matches.html", {"matches": matches, "text": text})


def company_form(kind: type[CompanyForm], request: HttpRequest, case: Case, /, **options: Any) -> CompanyForm:
    """A form that asks for the company, with the address where matches are found while somebody types."""
    find_url = reverse("internships:companies", args=[case.public_id])
    return kind(request.POST or None, today=request.today, find_url=find_url, **options)
