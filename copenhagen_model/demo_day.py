"""The day of a demo: an administrator moves today and sees promises turn due, over, flagged; also with the worker
stopped, which bin/demo does when it is asked here.

It stands in the highest layer, because moving the day (accounts) has deadlines checked (goals).
"""

import contextlib
from datetime import date, timedelta
from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST
from kombu.exceptions import OperationalError

from accounts.models import DemoDay
from accounts.once import once
from accounts.permissions import Permission, require_permission
from accounts.views import safe_next
from goals.tasks import sweep
from refugees.case_forms import saved

# So many days forward at a press.
STEPS = (1, 2, 7)


class DayForm(forms.Form):
    """Which day the demo shows: some days on, a date, or the real one."""

    day = forms.DateField(
        label=gettext_lazy("Show as today"),
        error_messages={"required": gettext_lazy("Write the day to show, for example 28-11-2026.")},
    )
    days = forms.TypedChoiceField(choices=[(n, n) for n in STEPS], coerce=int, empty_value=0, required=False)
    real = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict | None = None, **options: object) -> None:
        super().__init__(data, **options)
        self.fields["day"].required = not {"days", "real"} & set(self.data)

    def day_after(self, today: date) -> date | None:
        """The day that was chosen; None for the real one."""
        if self.cleaned_data["real"]:
            return None
        return self.cleaned_data["day"] or today + timedelta(days=self.cleaned_data["days"])


@require_GET
@require_permission(Permission.MOVE_THE_DAY)
def demo_day(request: HttpRequest) -> HttpResponse:
    """Which day the demo shows, and moving it."""
    if not settings.DEMO:
        raise Http404
    return _render(request, DayForm(initial={"day": request.today}))


@require_POST
@require_permission(Permission.MOVE_THE_DAY)
@once
def move_day(request: HttpRequest) -> HttpResponse:
    """Show another day as today. Deadlines are then checked at once; the move stands even if nobody can be woken."""
    form = DayForm(request.POST)
    day = form.day_after(request.today) if form.is_valid() else None
    if not saved(form, lambda: DemoDay.objects.move_to(day)):
        return _render(request, form, status=422)
    transaction.on_commit(lambda: _have_deadlines_checked(request, day))
    return redirect(safe_next(request) if "next" in request.POST else "demo_day")


@require_POST
@require_permission(Permission.MOVE_THE_DAY)
@once
def switch_worker(request: HttpRequest) -> HttpResponse:
    """Have bin/demo stop its worker, or start it again. There is no such switch anywhere else."""
    switch = worker_switch()
    if switch is None:
        raise Http404
    if request.POST.get("worker") == "stop":
        switch.touch()
        messages.success(
            request, _("The worker stops within seconds. Nobody checks deadlines until it is started.")
        )
    else:
        switch.unlink(missing_ok=True)
        messages.success(request, _("The worker starts within seconds, and checks deadlines at once."))
        transaction.on_commit(_ask_for_a_sweep)
    return redirect("demo_day")


def worker_switch() -> Path | None:
    """The file that keeps the worker stopped while it exists; None where bin/demo does not watch one."""
    is_there = settings.DEMO and settings.DEMO_WORKER_SWITCH
    return Path(settings.DEMO_WORKER_SWITCH) if is_there else None


def _is_worker_stopped() -> bool:
    switch = worker_switch()
    return switch is not None and switch.exists()


def _ask_for_a_sweep() -> None:
    with contextlib.suppress(OperationalError):
        sweep.apply_async(retry=False)


def _have_deadlines_checked(request: HttpRequest, day: date | None) -> None:
    """Wake a worker, and say so. The message is a wake-up call: without it the next that beat sends will do."""
    said = _("Today is %(day)s.") % {"day": date_format(day)} if day else _("Today is the real day again.")
    try:
        # One attempt, within the socket's few seconds: somebody is waiting for the page.
        sweep.apply_async(retry=False)
    except OperationalError:
        nobody = _(
            "The queue does not answer, so deadlines are checked as soon as it does and a worker runs."
        )
        messages.warning(request, f"{said} {nobody}")
    else:
        if _is_worker_stopped():
            stopped = _("The worker is stopped: deadlines are checked once it is started again.")
            messages.warning(request, f"{said} {stopped}")
        else:
            messages.success(request, f"{said} {_('Deadlines are being checked.')}")


def _render(request: HttpRequest, form: DayForm, status: int = 200) -> HttpResponse:
    steps = [
        {"days": n, "label": ngettext("%(days)d day on", "%(days)d days on", n) % {"days": n}} for n in STEPS
    ]
    context = {"form": form, "steps": steps, "may_go_real": request.today <= timezone.localdate()}
    context |= {"has_switch": worker_switch() is not None, "is_stopped": _is_worker_stopped()}
    return render(request, "demo/day.html", context, status=status)
