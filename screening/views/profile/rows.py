"""The rows of a profile: the page of all of them; add, correct and remove one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees import drafting
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, Draft, version_of
from screening.forms.profile import NothingForm
from screening.models import Answer, Entry
from screening.profile.page import sections_of
from screening.profile.parts import PARTS, Part
from screening.profile.said import answers_of, begin_with

BACK = "screening:profile"
# The button that searches the classification for a browser without JavaScript.
LOOK_UP = "look_up"


@require_GET
@require_permission(Permission.SEE_CASE)
def profile(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything that is known of what the person has learnt, done, speaks, can and wishes."""
    case = open_case(request, public_id)
    context = case_frame(request, case, tab=BACK) | {"sections": sections_of(case)}
    return render(request, "screening/profile/profile.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
def add(request: HttpRequest, public_id: UUID, section: str) -> HttpResponse:
    """Write a row; `from` names a question whose answer it writes down."""
    return (
        _look_up(request, public_id, section)
        if LOOK_UP in request.POST
        else _add(request, public_id, section)
    )


@once
def _add(request: HttpRequest, public_id: UUID, section: str) -> HttpResponse:
    case, part = open_case(request, public_id), _part(section)
    answer = _asked_for(request, case)
    begun = begin_with(part.section, answer) if answer else {}
    form = part.form(request.POST or None, today=request.today, initial=begun)

    def write() -> None:
        facts = {"today": request.today, "by": request.user, "answer": answer} | form.facts
        part.model.objects.add(case=case, **facts)

    if saved(form, write):
        return _done(request, case, section, section, _("It stands in the profile."))
    return render_case_form(request, case, form, _about(case, part, draft=section))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
def correct(request: HttpRequest, public_id: UUID, section: str, entry_id: UUID) -> HttpResponse:
    """Write a row differently."""
    if LOOK_UP in request.POST:
        return _look_up(request, public_id, section, entry_id)
    return _correct(request, public_id, section, entry_id)


@once
def _correct(request: HttpRequest, public_id: UUID, section: str, entry_id: UUID) -> HttpResponse:
    case, part = open_case(request, public_id), _part(section)
    entry = _entry(request, case, part, entry_id)
    form = part.form(request.POST or None, today=request.today, initial=_known(part, entry))

    def mend() -> None:
        version = seen(request, part.tells)
        entry.correct(today=request.today, by=request.user, version=version, **form.facts)

    draft = _form_of(section, entry)
    if saved_as_seen(form, mend):
        return _done(request, case, section, draft, _("It is corrected."))
    return render_case_form(request, case, form, _about(case, part, entry=entry, draft=draft))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def remove(request: HttpRequest, public_id: UUID, section: str, entry_id: UUID) -> HttpResponse:
    """Take a row out."""
    case, part = open_case(request, public_id), _part(section)
    entry = _entry(request, case, part, entry_id)
    form = NothingForm(request.POST or None, today=request.today)

    def take_out() -> None:
        entry.remove(on=request.today, by=request.user, version=seen(request, part.tells))

    if saved_as_seen(form, take_out):
        return _done(request, case, section, _form_of(section, entry), _("It is removed."))
    about = CaseForm(
        title=_("Remove from the profile"),
        text=_("“%(words)s” is taken out of the profile and the CV. The history of the case keeps it.")
        % {"words": entry.words},
        submit=_("Remove it"),
        is_final=True,
        back=BACK,
        version=version_of(entry, part.tells),
        tells=part.tells,
    )
    return render_case_form(request, case, form, about)


@require_POST
@require_permission(Permission.WRITE_CASE)
def keep_draft(request: HttpRequest, public_id: UUID, form: str) -> HttpResponse:
    """Keep what is being written in one of these forms; forget it when every field is emptied."""
    case = open_case(request, public_id)
    _part(form.partition(":")[0])
    return drafting.say_kept(request, drafting.keep(request, case, _draft_of(form)), note_id="case-form")


def _look_up(
    request: HttpRequest, public_id: UUID, section: str, entry_id: UUID | None = None
) -> HttpResponse:
    """The form again, with what the classification has; what was typed is kept as a draft, nothing is saved."""
    case, part = open_case(request, public_id), _part(section)
    entry = _entry(request, case, part, entry_id) if entry_id else None
    draft = _form_of(section, entry)
    drafting.keep(request, case, _draft_of(draft))
    form = part.form(today=request.today)
    version = request.POST.get("version", "")
    return render_case_form(
        request, case, form, _about(case, part, entry=entry, draft=draft, version=version)
    )


def _part(section: str) -> Part:
    if section not in PARTS:
        raise Http404
    return PARTS[section]


def _entry(request: HttpRequest, case: Case, part: Part, entry_id: UUID) -> Entry:
    rows = part.model.objects.filter(case=case).select_related("case")
    return get_object_or_404(findable(request, rows, rows.standing()), public_id=entry_id)


def _asked_for(request: HttpRequest, case: Case) -> Answer | None:
    question = request.GET.get("from", "")
    return answers_of(case).get(question) if question else None


def _known(part: Part, entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in part.fields}


def _form_of(section: str, entry: Entry | None) -> str:
    """What the form about a row is called in the address of its draft."""
    return f"{section}:{entry.public_id}" if entry else section


def _draft_of(form: str) -> str:
    return f"profile:{form}"


def _about(case: Case, part: Part, *, draft: str, entry: Entry | None = None, version: str = "") -> CaseForm:
    return CaseForm(
        title=part.correct if entry else part.add,
        submit=_("Save in the profile"),
        back=BACK,
        part="screening/profile/_fields.html",
        version=version or version_of(entry, part.tells),
        tells=part.tells,
        draft=_draft_of(draft),
        draft_url=reverse("screening:keep_profile_draft", args=[case.public_id, draft]),
    )


def _done(request: HttpRequest, case: Case, section: str, draft: str, words: str) -> HttpResponse:
    Draft.objects.drop(by=request.user, case=case, form=_draft_of(draft))
    messages.success(request, words)
    return redirect(f"{reverse(BACK, args=[case.public_id])}#{section}")
