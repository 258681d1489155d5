"""How a form about homes, areas or households is shown and sent: one page for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.fields import DatedForm
from accounts.permissions import Permission
from refugees.both_texts import both_texts
from refugees.case_forms import seen
from refugees.models import version_of


@dataclass(frozen=True, slots=True)
class HousingPage:
    """What stands around the fields. `row` (or several: `rows`) and `tells`: what the form changes, and which facts.

    `back_url` and `back_label` lead to where the form was opened; `facts` are told above the fields.
    """

    title: str
    submit: str
    back_url: str
    back_label: str
    text: str = ""
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)
    is_final: bool = False
    row: Model | None = None
    rows: Sequence[Model] = ()
    tells: Sequence[str] = ()


def render_housing_form(request: HttpRequest, form: DatedForm, about: HousingPage) -> HttpResponse:
    """The form as a page. A refused one answers 422 and keeps what was typed; an overtaken one 409, with both texts."""
    shown = "_".join(version_of(row, about.tells) for row in about.rows or [about.row])
    context: dict[str, Any] = {
        "form": form,
        "about": about,
        "action": request.get_full_path(),
        "cancel_url": about.back_url,
        "today": request.today,
        # A form that comes back to be mended is still made from what its reader saw.
        "version": seen(request, about.tells).version if form.is_bound else shown,
    }
    if overtaken_by := getattr(form, "overtaken_by", None):
        context |= both_texts(form, overtaken_by.current, about.tells) | {"is_overtaken": True}
        if about.rows:
            context["version"] = shown
        return render(request, "housing/form.html", context, status=409)
    return render(request, "housing/form.html", context, status=422 if form.is_bound else 200)


def done(request: HttpRequest, words: str, url: str) -> HttpResponse:
    """Say that it is saved, where it can be seen."""
    messages.success(request, words)
    return redirect(url)


def may_write(request: HttpRequest) -> bool:
    """Whether this person keeps homes, areas and offers."""
    return bool(request.user.can(Permission.WRITE_HOUSING))
