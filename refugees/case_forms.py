"""How a form on a case is shown and sent: one page for all of them, or the form alone where htmx asks for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.fields import DatedForm
from refugees import drafting
from refugees.both_texts import both_texts
from refugees.case_frame import case_frame
from refugees.models import Case, Seen, StaleEdit


@dataclass(frozen=True, slots=True)
class CaseForm:
    """What stands around the fields. `back` is the view to return to; `part` shows the fields its own way.

    `frame` gives what stands around the page, for those who see another slice of the case.
    """

    title: str
    submit: str
    text: str = ""
    back: str = "case"
    part: str = "case/_fields.html"
    is_final: bool = False
    # What the form was made from, and which of its facts are told to whoever was overtaken.
    version: str = ""
    tells: Sequence[str] = ()
    # Where what is being written is kept, and under which name; without them nothing is kept.
    draft_url: str = ""
    draft: str = ""
    frame: Callable[..., dict[str, Any]] = case_frame


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


def saved_as_seen(form: DatedForm, verb: Callable[[], object]) -> bool:
    """`saved`, and False as well if what the form was made from has changed meanwhile; the page then shows both."""
    try:
        return saved(form, verb)
    except StaleEdit as stale:
        form.overtaken_by = stale
        return False


def seen(request: HttpRequest, names: Sequence[str]) -> Seen:
    """What a form about these facts was made from. One that does not say so was made from nothing that stands."""
    return Seen(names, request.POST.get("version", ""))


def as_seen(
    request: HttpRequest, verb: Callable[..., None], form: DatedForm, tells: Sequence[str], **usual: Any
) -> Callable[[], None]:
    """The verb, with what was typed, of what the form was made from; what the form does not ask for is as usual."""
    return lambda: verb(
        today=request.today, by=request.user, version=seen(request, tells), **usual | form.cleaned_data
    )


def findable(request: HttpRequest, everything: QuerySet, standing: QuerySet) -> QuerySet:
    """Which rows a form may be about: it is made for those that stand, and may be sent about any.

    What is sent about one that a colleague ended or took back meanwhile is shown beside that, not lost.
    """
    return everything if request.method == "POST" else standing


def _made_from(request: HttpRequest, form: BaseForm, about: CaseForm) -> str:
    """A form that comes back to be mended is still made from what its reader saw, not from what stands by now."""
    if "version" in form.fields:
        return ""
    return seen(request, about.tells).version if form.is_bound else about.version


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
        "version": _made_from(request, form, about),
    }
    if about.draft:
        draft = drafting.begun(form, by=request.user, case=case, name=about.draft)
        context["saved_at"] = draft and draft.saved_at
    overtaken_by = getattr(form, "overtaken_by", None)
    if overtaken_by:
        context |= both_texts(form, overtaken_by.current, about.tells) | about.frame(
            request, case, tab=about.back
        )
        return render(request, "refugees/conflict.html", context, status=409)
    if request.htmx:
        return render(request, "case/_form.html", context)
    context |= about.frame(request, case, tab=about.back)
    return render(request, "case/form.html", context, status=422 if form.is_bound else 200)
