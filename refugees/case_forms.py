"""How a form on a case is shown and sent: one page for all of them, or the form alone where htmx asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from refugees.case_frame import case_frame
from refugees.models import Case


@dataclass(frozen=True, slots=True)
class CaseForm:
    """What stands around the fields. `back` is the view to return to; `part` shows the fields its own way."""

    title: str
    submit: str
    text: str = ""
    back: str = "case"
    part: str = "case/_fields.html"
    is_final: bool = False


def saved(form: BaseForm, verb: Callable[[], object]) -> bool:
    """Whether the form was in order and the verb did it. What the verb refuses goes on the form; nothing is kept."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            verb()
    except ValidationError as error:
        _put_on(form, error)
        return False
    return True


def _put_on(form: BaseForm, error: ValidationError) -> None:
    """Each sentence at its field; at the top of the form where the form has no such field."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


def render_case_form(
    request: HttpRequest, case: Case, form: BaseForm, about: CaseForm, **context: Any
) -> HttpResponse:
    """The form: as a page, or as the part that opens in place. A refused one answers 422 and keeps what was typed."""
    context |= {
        "case": case,
        "form": form,
        "about": about,
        "action": request.get_full_path(),
        "cancel_url": reverse(about.back, args=[case.public_id]),
    }
    if request.htmx:
        return render(request, "case/_form.html", context)
    context |= case_frame(request, case, tab=about.back)
    return render(request, "case/form.html", context, status=422 if form.is_bound else 200)
