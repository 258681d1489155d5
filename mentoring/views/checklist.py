"""A person's checklist: what is in place, what waits for what, ticked with one tap."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.checklists import Line, Progress, progress_of
from mentoring.forms.checklists import MarkForm
from mentoring.models import Checklist, ChecklistMark, MarkState
from mentoring.models.checklist_mark import SAID, SAYS, StillBlocked
from refugees.both_texts import told
from refugees.case_forms import CaseForm, render_case_form, saved_as_seen, seen
from refugees.case_frame import frame_for, open_visible
from refugees.going_back import back_to
from refugees.models import Case, Seen, StaleEdit, version_of

BACK = "mentoring:checklist"


@require_GET
@require_permission(Permission.SEE_CASE)
def checklist(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What can be done now, what waits for something else, what is done, what is not relevant."""
    case = open_visible(request, public_id)
    context = frame_for(request, case, tab=BACK) | {
        "progress": _progress(request, case),
        "may_mark": request.user.can(Permission.WRITE_NOTE) and not case.closed_on,
        "here": request.path,
    }
    return render(request, "checklists/checklist.html", context)


@require_POST
@require_permission(Permission.WRITE_NOTE)
@once
def tick(request: HttpRequest, public_id: UUID, thing: str) -> HttpResponse:
    """Done today: one tap, and the message offers to undo it. What waits for something else is asked about first."""
    case = open_visible(request, public_id)
    line = _line(request, case, thing)
    back = back_to(request, reverse(BACK, args=[case.public_id]))
    try:
        ticked = ChecklistMark.objects.tick(case=case, key=thing, today=request.today, by=request.user)
    except StillBlocked as blocked:
        messages.warning(request, blocked.messages[0])
        return redirect("mentoring:say_check", case.public_id, thing)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect(back)
    if ticked:
        undo = reverse("mentoring:open_check", args=[case.public_id, thing])
        words = _("Done: %(item)s") % {"item": line.item.words}
        of = urlencode({"next": back, "version": version_of(ticked, SAID)})
        messages.success(request, words, extra_tags=f"{undo}?{of}")
    else:
        messages.info(request, _("Somebody had done this already."))
    return redirect(back)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_NOTE)
@once
def say(request: HttpRequest, public_id: UUID, thing: str) -> HttpResponse:
    """Done on another day, not relevant because, or otherwise than it was said before."""
    case = open_visible(request, public_id)
    line = _line(request, case, thing)
    form = MarkForm(
        request.POST or None,
        today=request.today,
        waits_for=line.waits_for,
        is_correction=not line.is_open,
        is_overtaken=seen(request, SAYS).version != version_of(line.mark, SAYS),
        initial=_known(line),
    )

    def take_down() -> None:
        ChecklistMark.objects.say(
            case=case,
            key=thing,
            today=request.today,
            by=request.user,
            version=seen(request, SAYS),
            **form.facts,
        )

    if saved_as_seen(form, take_down):
        messages.success(request, _("Saved: %(item)s") % {"item": line.item.words})
        return redirect(back_to(request, reverse(BACK, args=[case.public_id])))
    about = CaseForm(
        title=line.item.words,
        text="" if line.is_open else _("What was said before stays readable."),
        submit=_("Save"),
        back=BACK,
        frame=frame_for,
        version=version_of(line.mark, SAYS),
        tells=SAYS,
    )
    return render_case_form(request, case, form, about)


@require_POST
@require_permission(Permission.WRITE_NOTE)
def open_again(request: HttpRequest, public_id: UUID, thing: str) -> HttpResponse:
    """That it was done, or not relevant, was a mistake. Of what somebody said since, nothing is taken back."""
    case = open_visible(request, public_id)
    marks = ChecklistMark.objects.visible_to(request.user).filter(case=case)
    mark = get_object_or_404(marks.select_related("case__person"), key=thing)
    # An undo in a message has no fields: what it was made from stands in its address.
    made_from = request.POST.get("version") or request.GET.get("version", "")
    try:
        if mark.open_again(today=request.today, by=request.user, version=Seen(SAID, made_from)):
            messages.info(request, _("Open again: %(item)s") % {"item": mark.item.words})
    except StaleEdit as stale:
        return _said_since(request, case, stale.current)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect(back_to(request, reverse(BACK, args=[case.public_id])))


def _said_since(request: HttpRequest, case: Case, mark: ChecklistMark) -> HttpResponse:
    """Nothing is taken back: what stands now, and who said it, on the page where it can be corrected knowingly."""
    words = _(
        "Nothing was taken back: %(name)s has said something else of it since then. It stands: %(said)s. Correct it"
        " here if that is wrong."
    )
    said = " · ".join(told(mark, ("state", "on", "reason")))
    messages.warning(request, words % {"name": mark.said_by.name, "said": said})
    return redirect("mentoring:say_check", case.public_id, mark.key)


@require_POST
@require_permission(Permission.WRITE_NOTE)
@once
def bring_up_to_date(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Follow the version in force; what was said stays."""
    case = open_visible(request, public_id)
    found = get_object_or_404(Checklist.objects.visible_to(request.user).select_related("case"), case=case)
    try:
        if found.bring_up_to_date(today=request.today, by=request.user):
            messages.success(request, _("The list follows the version in force. What was done is kept."))
        else:
            messages.info(request, _("The list follows the version in force already."))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect(BACK, case.public_id)


def _progress(request: HttpRequest, case: Case) -> Progress | None:
    """The list with what was said before."""
    marks = ChecklistMark.objects.visible_to(request.user).filter(case=case).with_earlier()
    return progress_of([case], request.user, request.today, marks=marks).get(case.pk)


def _line(request: HttpRequest, case: Case, key: str) -> Line:
    """One thing on this person's list, or 404."""
    progress = progress_of([case], request.user, request.today).get(case.pk)
    for line in [*progress.lines, *progress.left_over] if progress else []:
        if line.item.key == key:
            return line
    raise Http404


def _known(line: Line) -> dict[str, object]:
    """What the form begins with: what was said, or done."""
    if line.is_open or not line.mark:
        return {"state": MarkState.DONE}
    return {"state": line.mark.state, "on": line.mark.on, "reason": line.mark.reason}
