"""One's own week: appointments, tasks by their day, what is overdue, what came later, what was given to others."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.fields import DatedForm
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.both_texts import both_texts
from refugees.case_forms import findable, saved, saved_as_seen, seen
from refugees.forms.work import AppointmentForm, CancelForm, TaskForm
from refugees.models import Appointment, Task, version_of
from refugees.models.task import who_may_do
from refugees.views.appointments import TELLS
from refugees.work_panels import Row, task_rows, told

MINE = "refugees:my_tasks"
WEEKEND = 5
# Weeks further away are nobody's plan.
YEARS_BACK_AND_ON = 20


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week: its appointments by time and the tasks due on it."""

    day: date
    is_today: bool
    is_past: bool
    appointments: list[Appointment]
    tasks: list[Row]


@require_GET
@require_permission(Permission.SEE_MY_WORK)
def my_tasks(request: HttpRequest) -> HttpResponse:
    """The week; `week=2026-W48` names another one."""
    user, today = request.user, request.today
    monday = monday_of(request.GET.get("week", ""), today)
    sunday = monday + timedelta(days=6)
    open_tasks = Task.objects.visible_to(user).open().by_date()
    mine = task_rows(open_tasks.of(user), today)
    booked = Appointment.objects.visible_to(user).of(user).standing().between(monday, sunday).by_time()
    overdue = [row for row in mine if row.state == "over"]
    context = {
        "today": today,
        "may_write": user.can(Permission.WRITE_CASE),
        "overdue": overdue,
        "days": week(monday, today, list(booked), [row for row in mine if row.state != "over"]),
        "later": [row for row in mine if row.thing.due_on > sunday],
        "given": task_rows(open_tasks.filter(created_by=user).exclude(assigned_to=user), today),
        "told": told(user, today),
        "monday": monday,
        "sunday": sunday,
        "number": monday.isocalendar().week,
        "is_this_week": monday <= today <= sunday,
        "previous_url": week_url(monday - timedelta(days=7)),
        "next_url": week_url(monday + timedelta(days=7)),
        "here": request.get_full_path(),
    }
    return render(request, "work/my_tasks.html", context)


def week(monday: date, today: date, booked: list[Appointment], tasks: list[Row]) -> list[Day]:
    """The days from Monday to Friday, and those of the weekend that hold something."""
    days = []
    for number in range(7):
        day = monday + timedelta(days=number)
        on_day = [each for each in booked if _takes_place_on(each, day)]
        due = [row for row in tasks if row.thing.due_on == day]
        if number < WEEKEND or on_day or due or day == today:
            days.append(Day(day, day == today, day < today, on_day, due))
    return days


def _takes_place_on(appointment: Appointment, day: date) -> bool:
    first, last = timezone.localdate(appointment.starts_at), timezone.localdate(appointment.ends_at)
    return first <= day <= last


def monday_of(text: str, today: date) -> date:
    """The Monday of a week as ISO writes it, or of the week of today. Raises Http404 for what is no week."""
    if not text:
        return today - timedelta(days=today.weekday())
    try:
        year, number = (int(part) for part in text.split("-W"))
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise Http404 from None
    if not today.year - YEARS_BACK_AND_ON <= year <= today.year + YEARS_BACK_AND_ON:
        raise Http404
    return monday


def week_url(monday: date) -> str:
    """The address of another week."""
    year, number, _day = monday.isocalendar()
    return f"{reverse(MINE)}?week={year}-W{number:02d}"


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def add_task(request: HttpRequest) -> HttpResponse:
    """A task on no case, for oneself or a colleague."""
    form = TaskForm(
        request.POST or None,
        today=request.today,
        colleagues=who_may_do(request.user.unit_id),
        initial={"assigned_to": request.user},
    )
    if saved(form, lambda: Task.objects.add(by=request.user, today=request.today, **form.cleaned_data)):
        messages.success(request, _("The task is added."))
        return redirect(MINE)
    return _render_form(request, form, title=_("Add a task"), submit=_("Add the task"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def add_appointment(request: HttpRequest) -> HttpResponse:
    """An appointment on no case."""
    form = AppointmentForm(
        request.POST or None,
        today=request.today,
        colleagues=who_may_do(request.user.unit_id),
        initial={"staff": [request.user.pk]},
    )
    if saved(form, lambda: Appointment.objects.make(by=request.user, **form.facts)):
        messages.success(request, _("The appointment is made."))
        return redirect(MINE)
    return _render_form(
        request,
        form,
        title=_("Make an appointment"),
        submit=_("Make the appointment"),
        part="work/_appointment_fields.html",
    )


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def cancel_appointment(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    """Cancel an appointment that hangs on no case."""
    mine = Appointment.objects.visible_to(request.user).filter(case=None)
    found = get_object_or_404(findable(request, mine, mine.standing()), public_id=appointment_id)
    form = CancelForm(request.POST or None, today=request.today)

    def strike() -> None:
        found.cancel(reason=form.cleaned_data["reason"], by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        messages.success(request, _("The appointment is cancelled."))
        return redirect(MINE)
    title = _("Cancel the appointment")
    return _render_form(request, form, title=title, submit=title, text=found.title, made_from=found)


def _render_form(
    request: HttpRequest,
    form: DatedForm,
    *,
    title: str,
    submit: str,
    part: str = "case/_fields.html",
    text: str = "",
    made_from: Appointment | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "about": {"title": title, "submit": submit, "part": part, "text": text},
        "action": request.get_full_path(),
        "cancel_url": reverse(MINE),
        "today": request.today,
        "version": seen(request, TELLS).version if form.is_bound else version_of(made_from, TELLS),
    }
    if form.overtaken_by:
        context |= both_texts(form, form.overtaken_by.current, TELLS) | {"is_conflict": True}
        return render(request, "work/own_form.html", context, status=409)
    return render(request, "work/own_form.html", context, status=422 if form.is_bound else 200)
