"""Tasks: on a case, or on none; done, and undone where done was a mistake."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, render_case_form, saved
from refugees.case_frame import case_frame, open_case
from refugees.forms.work import TaskForm
from refugees.going_back import back_to
from refugees.models import Case, Task
from refugees.models.task import who_may_do
from refugees.panels import Panel
from refugees.work_panels import appointments_panel, talks_panel, tasks_panel, waiting_panel

BACK = "refugees:tasks"


@require_GET
@require_permission(Permission.SEE_CASE)
def tasks(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What is to be done on a case; for htmx, the box of tasks alone."""
    case = open_case(request, public_id)
    if request.htmx:
        return render_panel(request, case, tasks_panel(case, request.user, request.today, whole=True))
    return render_plan(request, case)


def render_plan(request: HttpRequest, case: Case) -> HttpResponse:
    """The page that holds all that is planned: waiting, tasks, appointments, talks."""
    user, today = request.user, request.today
    context = case_frame(request, case, tab=BACK) | {
        "panels": [box(case, user, today, whole=True) for box in (tasks_panel, waiting_panel)],
        "beside": [box(case, user, today, whole=True) for box in (appointments_panel, talks_panel)],
        "page_title": _("Plan and tasks"),
    }
    return render(request, "work/page.html", context)


def render_panel(request: HttpRequest, case: Case, panel: Panel) -> HttpResponse:
    """One box, to be put in the place of the one that is on the page."""
    context = {"panel": panel, "case": case, "today": request.today, "is_swapped": True}
    return render(request, panel.template, context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def add(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a task on this case to oneself or to a colleague."""
    case = open_case(request, public_id)
    form = TaskForm(
        request.POST or None,
        today=request.today,
        colleagues=who_may_do(case.unit_id),
        initial={"assigned_to": request.user},
    )

    def give() -> None:
        Task.objects.add(case=case, by=request.user, today=request.today, **form.cleaned_data)

    if saved(form, give):
        messages.success(request, _("The task is added."))
        return redirect(f"{reverse(BACK, args=[case.public_id])}#tasks")
    return render_case_form(
        request, case, form, CaseForm(title=_("Add a task"), submit=_("Add the task"), back=BACK)
    )


@require_POST
@require_permission(Permission.WRITE_CASE)
def finish(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """It is done; the message offers to undo that."""
    task = get_object_or_404(Task.objects.visible_to(request.user), public_id=task_id)
    back = back_to(request, page_of(task))
    if task.finish(by=request.user, today=request.today):
        undo = f"{reverse('refugees:undo_task', args=[task.public_id])}?{urlencode({'next': back})}"
        messages.success(request, _("Done: %(title)s") % {"title": task.title}, extra_tags=undo)
    else:
        messages.info(request, _("Somebody had done this already."))
    return redirect(back)


@require_POST
@require_permission(Permission.WRITE_CASE)
def undo(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """It is to do again."""
    task = get_object_or_404(Task.objects.visible_to(request.user), public_id=task_id)
    if task.undo(by=request.user, today=request.today):
        messages.info(request, _("To do again: %(title)s") % {"title": task.title})
    return redirect(back_to(request, page_of(task)))


def page_of(task: Task) -> str:
    """Where a task is found: with its case, or among one's own."""
    return reverse(BACK, args=[task.case.public_id]) if task.case_id else reverse("refugees:my_tasks")
