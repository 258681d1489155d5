"""How a form about a company is shown and sent: one page for all of them, as refugees/case_forms.py does for cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.fields import DatedForm
from internships.company_page import company_frame
from internships.models import Company
from refugees import drafting
from refugees.both_texts import both_texts
from refugees.case_forms import seen
from refugees.models import version_of


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """What stands around the fields. `row` and `tells`: what the form changes, and which of its facts."""

    title: str
    submit: str
    text: str = ""
    is_final: bool = False
    row: Model | None = None
    tells: Sequence[str] = ()
    # Where what is being written is kept, and under which name; without them nothing is kept.
    draft_url: str = ""
    draft: str = ""


def open_company(company_id: UUID) -> Company:
    """A company, or 404. Companies are the whole City's; who may see them, the view's permission says."""
    return get_object_or_404(Company, public_id=company_id)


def render_company_form(
    request: HttpRequest, company: Company, form: DatedForm, about: CompanyPage
) -> HttpResponse:
    """The form as a page. A refused one answers 422 and keeps what was typed; an overtaken one 409, with both texts."""
    shown = version_of(about.row, about.tells)
    context: dict[str, Any] = company_frame(request, company) | {
        "form": form,
        "about": about,
        "action": request.get_full_path(),
        "cancel_url": reverse("companies:company", args=[company.public_id]),
        # A form that comes back to be mended is still made from what its reader saw.
        "version": seen(request, about.tells).version if form.is_bound else shown,
    }
    if about.draft:
        draft = drafting.begun(form, by=request.user, case=None, name=about.draft)
        context["saved_at"] = draft and draft.saved_at
    if overtaken_by := getattr(form, "overtaken_by", None):
        context |= both_texts(form, overtaken_by.current, about.tells)
        return render(request, "internships/company_form.html", context | {"is_overtaken": True}, status=409)
    return render(request, "internships/company_form.html", context, status=422 if form.is_bound else 200)


def done(request: HttpRequest, company: Company, words: str, *, part: str = "") -> HttpResponse:
    """Say that it is saved, on the page of the company, where that part of it stands."""
    messages.success(request, words)
    url = reverse("companies:company", args=[company.public_id])
    return redirect(f"{url}#{part}" if part else url)
