"""Asking the questions of an interview, and reading what was answered."""

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.kept import Writing, device_keys, kept, writings_of
from accounts.models import User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import saved
from refugees.case_frame import case_frame, open_case
from refugees.models import Case
from screening.interviews.answers_form import SEEN, AnswersForm
from screening.interviews.asking import Asked, AskedSection, asked_sections, in_words, one_asked, told
from screening.interviews.definitions import SkipReason
from screening.models import Answer, Interview, Outcome
from screening.models.answer import Kept

BACK = "interviews:interviews"


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def ask(request: HttpRequest, public_id: UUID, interview_id: UUID) -> HttpResponse:
    """The form of the interview. Sent whole it works without JavaScript; with it, each answer is kept at once."""
    case = open_case(request, public_id)
    interview = _interview(case, interview_id)
    sections = asked_sections(interview, request.today)
    form = _form(request, interview, sections, request.POST or None)
    results: dict[str, Kept] = {}

    def keep() -> None:
        given = form.touched(form.given(client=uuid.uuid4(), sequence=1))
        results.update(Answer.objects.keep(interview=interview, given=given, by=request.user))

    if saved(form, keep):
        overtaken = {key: each.answer for key, each in results.items() if each.is_conflict}
        if overtaken:
            form = _with_both(request, interview, sections, overtaken)
            return _render(request, case, interview, sections, form, status=409)
        messages.success(request, _("The answers are saved."))
        return redirect("interviews:answers", case.public_id, interview.public_id)
    return _render(request, case, interview, sections, form, status=422 if form.is_bound else 200)


@require_POST
@require_permission(Permission.WRITE_CASE)
@kept
def keep(request: HttpRequest, public_id: UUID, interview_id: UUID) -> dict[str, Any]:
    """Answers as they are written, from a device that may send them again."""
    case = get_object_or_404(Case.objects.whole_for(request.user), public_id=public_id)
    interview = _interview(case, interview_id)
    writings = writings_of(request)
    asked = one_asked(interview, {writing.name for writing in writings})
    return {
        writing.name: _kept(request, interview, asked[writing.name], writing)
        for writing in writings
        if writing.name in asked
    }


@require_GET
@require_permission(Permission.SEE_CASE)
def answers(request: HttpRequest, public_id: UUID, interview_id: UUID) -> HttpResponse:
    """What was answered, to be read."""
    case = open_case(request, public_id)
    rows = case.interviews.select_related("interviewer")
    interview = get_object_or_404(rows, public_id=interview_id)
    language = request.user.language
    context = case_frame(request, case, tab=BACK) | {
        "interview": interview,
        "page_title": interview.get_kind_display(),
        "sections": [
            (section.section.words.in_language(language), [_read(each, language) for each in section.asked])
            for section in asked_sections(interview, request.today)
            if section.asked
        ],
        "may_ask": request.user.can(Permission.WRITE_CASE) and interview.takes_answers and not case.closed_on,
    }
    return render(request, "interviews/answers.html", context)


def _read(each: Asked, language: str) -> dict[str, Any]:
    """A question and what was said to it."""
    own = each.own
    return {
        "question": each.question.words.in_language(language),
        "said": in_words(each.question, own.value, language) if own else [],
        "skipped": own.get_skipped_display() if own else "",
        "is_still_true": bool(own and own.confirms_id),
        "own": own,
    }


def _kept(request: HttpRequest, interview: Interview, each: Asked, writing: Writing) -> dict[str, Any]:
    """What becomes of one writing."""
    form = AnswersForm(
        writing.data, today=request.today, asked=[each], beside="en", language=request.user.language
    )
    if not form.is_valid():
        return {
            "state": "refused",
            "words": " ".join(error for errors in form.errors.values() for error in errors),
        }
    given = form.given(client=writing.client, sequence=writing.sequence)
    try:
        result = Answer.objects.keep(interview=interview, given=given, by=request.user)
    except ValidationError as error:
        return {"state": "refused", "words": " ".join(error.messages)}
    row = result[writing.name].answer
    state = {"state": "saved", "version": row.version if row else 0}
    if result[writing.name].is_conflict:
        by: User | None = row.answered_by
        state |= {
            "state": "conflict",
            "theirs": told(each.question, row, request.user.language),
            "by": by.name if by else "",
        }
    return state


def _interview(case: Case, interview_id: UUID) -> Interview:
    """An interview that takes answers."""
    rows = case.interviews.filter(outcome__in=[Outcome.OPEN, Outcome.HELD])
    return get_object_or_404(rows.select_related("case__person", "interviewer"), public_id=interview_id)


def _beside(request: HttpRequest, interview: Interview) -> str:
    """The language beside Danish: the one that was chosen, else the person's, else English."""
    written = interview.asked.languages
    chosen = request.GET.get("beside", ""), interview.interpreter, interview.case.person.interpreter
    return next((language for language in chosen if language in written and language != "da"), "en")


def _form(request: HttpRequest, interview: Interview, sections: list[AskedSection], data: Any) -> AnswersForm:
    return AnswersForm(
        data,
        today=request.today,
        asked=[each for section in sections for each in section.asked],
        beside=_beside(request, interview),
        language=request.user.language,
    )


def _with_both(
    request: HttpRequest, interview: Interview, sections: list[AskedSection], overtaken: dict[str, Answer]
) -> AnswersForm:
    """Both texts; sent again, the form replaces what stands there now, knowingly."""
    sent = request.POST.copy()
    for key, answer in overtaken.items():
        sent[SEEN + key] = str(answer.version)
    form = _form(request, interview, sections, sent)
    form.conflicts = overtaken
    return form


def _render(
    request: HttpRequest,
    case: Case,
    interview: Interview,
    sections: list[AskedSection],
    form: AnswersForm,
    *,
    status: int,
) -> HttpResponse:
    language = request.user.language
    blocks = [
        {
            "section": section.section,
            "words": section.section.words.beside(form.beside),
            "help": section.section.help.beside(form.beside) if section.section.help else (),
            "blocks": [form.block(each) for each in section.asked],
        }
        for section in sections
        if section.asked
    ]
    known = [_known(each, language) for section in sections for each in section.known if each.before]
    context = case_frame(request, case, tab=BACK) | {
        "interview": interview,
        "form": form,
        "sections": blocks,
        "known": known,
        "device": device_keys(request.user),
        "about": interview.first_planned.public_id,
        "page_title": interview.get_kind_display(),
    }
    return render(request, "interviews/ask.html", context, status=status)


def _known(each: Asked, language: str) -> dict[str, Any]:
    """A question that is not asked again, and why not."""
    return {
        "question": each.question.words.in_language(language),
        "said": in_words(each.question, each.before.value, language),
        "skipped": SkipReason(each.before.skipped).label if each.before.skipped else "",
    }
