"""The notes of a case: reading, writing with a draft, correcting without losing what stood there."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees import drafting
from refugees.case_forms import saved
from refugees.case_frame import frame_for, open_visible
from refugees.forms.work import CorrectNoteForm, NoteForm
from refugees.going_back import back_to
from refugees.models import Case, Draft, Note, StaleEdit
from refugees.models.draft import NEW_NOTE, correction_of
from refugees.models.note import NoteQuerySet
from refugees.paging import page_number
from refugees.work_panels import note_form, notes_of

PAGE_SIZE = 20


@require_GET
@require_permission(Permission.SEE_CASE)
def notes(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The notes, the latest first, under the box to write one in. A mentor reads those of their own hand."""
    case = open_visible(request, public_id)
    form, draft = note_form(case, request.user, request.today)
    return _render_notes(request, case, form, draft)


@require_POST
@require_permission(Permission.WRITE_NOTE)
@once
def write(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Write a note."""
    case = open_visible(request, public_id)
    form = NoteForm(request.POST, today=request.today)

    def keep() -> None:
        Note.objects.write(case=case, by=request.user, today=request.today, **form.facts)

    if not saved(form, keep):
        return _render_notes(request, case, form, status=422)
    messages.success(request, _("The note is written."))
    return redirect(back_to(request, reverse("refugees:notes", args=[case.public_id])))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_NOTE)
@once
def correct(request: HttpRequest, public_id: UUID, note_id: UUID) -> HttpResponse:
    """Correct a note and say why. If somebody corrected it meanwhile, both texts are shown."""
    case = open_visible(request, public_id)
    note = get_object_or_404(_notes(request, case).with_earlier(), public_id=note_id)
    form, draft = _correction_form(request, case, note)

    def keep() -> None:
        given = form.cleaned_data
        note.correct(
            by=request.user,
            version=given["version"],
            reason=given["reason"],
            today=request.today,
            **form.facts,
        )

    try:
        done = request.method == "POST" and saved(form, keep)
    except StaleEdit as stale:
        return _render_conflict(request, case, stale.current)
    if done:
        messages.success(request, _("The note is corrected. What stood there before can still be read."))
        return redirect(f"{reverse('refugees:notes', args=[case.public_id])}#note-{note.public_id}")
    return _render_correction(request, case, note, form, draft=draft, status=422 if form.is_bound else 200)


@require_POST
@require_permission(Permission.WRITE_NOTE)
def keep_draft(request: HttpRequest, public_id: UUID, note_id: UUID | None = None) -> HttpResponse:
    """Keep what is being written, for its author alone; forget it when nothing is left of it."""
    case = open_visible(request, public_id)
    form = NEW_NOTE
    if note_id:
        form = correction_of(get_object_or_404(_notes(request, case), public_id=note_id))
    draft = drafting.keep(request, case, form, main="text")
    if request.htmx:
        return drafting.say_kept(request, draft)
    messages.success(request, _("Your draft is saved. Only you can see it."))
    return redirect(back_to(request, reverse("refugees:notes", args=[case.public_id])))


def _notes(request: HttpRequest, case: Case) -> NoteQuerySet:
    """The notes of the case that this person may read."""
    return Note.objects.visible_to(request.user).filter(case=case)


def _render_notes(
    request: HttpRequest, case: Case, form: NoteForm, draft: Draft | None = None, status: int = 200
) -> HttpResponse:
    """The whole page for a browser, only the list and its box for htmx."""
    number = page_number(request)
    found, has_more = notes_of(case, request.user, page=number, size=PAGE_SIZE)
    url = reverse("refugees:notes", args=[case.public_id])
    context = {
        "case": case,
        "form": form,
        "draft": draft,
        "notes": found,
        "today": request.today,
        "may_write": request.user.can(Permission.WRITE_NOTE),
        "previous_url": f"{url}?page={number - 1}" if number > 1 else "",
        "next_url": f"{url}?page={number + 1}" if has_more else "",
    }
    if request.htmx:
        return render(request, "work/_notes.html", context, status=status)
    return render(
        request, "work/notes.html", frame_for(request, case, tab="refugees:notes") | context, status=status
    )


def _correction_form(request: HttpRequest, case: Case, note: Note) -> tuple[CorrectNoteForm, Draft | None]:
    if request.method == "POST":
        return CorrectNoteForm(request.POST, today=request.today), None
    facts = {
        name: getattr(note, name) for name in ("text", "kind", "happened_on", "happened_time", "version")
    }
    form = CorrectNoteForm(today=request.today, initial=facts)
    return form, drafting.begun(form, by=request.user, case=case, name=correction_of(note))


def _render_conflict(request: HttpRequest, case: Case, current: Note) -> HttpResponse:
    """Both texts; saved again, the form replaces the one that is stored now, knowingly."""
    sent = request.POST.copy()
    sent["version"] = str(current.version)
    conflict = {
        "by": (current.corrected_by or current.author).name,
        "at": current.corrected_at or current.written_at,
        "theirs": current.text,
        "yours": sent.get("text", ""),
    }
    form = CorrectNoteForm(sent, today=request.today)
    return _render_correction(request, case, current, form, conflict=conflict, status=409)


def _render_correction(
    request: HttpRequest, case: Case, note: Note, form: CorrectNoteForm, status: int, **context: object
) -> HttpResponse:
    context |= {"note": note, "form": form} | frame_for(request, case, tab="refugees:notes")
    return render(request, "work/correct_note.html", context, status=status)
