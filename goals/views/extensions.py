"""More time for one promise: asking, taking the request back, deciding."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.fields import DatedForm
from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.models import Clock, Decision, Extension
from goals.time_forms import AskForm, DecideForm
from goals.views.drafts_of_time import ASK, DECIDE, forget, kept_as
from refugees.case_forms import CaseForm, render_case_form, saved
from refugees.case_frame import open_case
from refugees.models import Case

BACK = "case_time:pauses"


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def ask_extension(
    request: HttpRequest, public_id: UUID, goal: str, standard: str, number: int
) -> HttpResponse:
    """Ask for more time for one promise; a team lead decides."""
    case = open_case(request, public_id)
    clocks = case.clocks.at(request.today).numbered().select_related("version", "case")
    clock = get_object_or_404(clocks, goal=goal, standard=standard, number=number)
    form = AskForm(request.POST or None, today=request.today)

    def ask() -> None:
        given = form.cleaned_data
        Extension.objects.ask(
            clock=clock, days=given["days"], reason=given["reason"], by=request.user, today=request.today
        )

    draft = f"{ASK}:{goal}:{standard}:{number}"
    if saved(form, ask):
        forget(request, case, draft)
        messages.success(request, _("A team lead decides. Until then the deadline stays."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Ask for more time"),
        text=_about(clock),
        submit=_("Ask for it"),
        back=BACK,
        **kept_as(case, draft),
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw_extension(request: HttpRequest, public_id: UUID, extension_id: UUID) -> HttpResponse:
    """The time is not needed any more."""
    case, extension = _with_request(request, public_id, extension_id)
    form = DatedForm(request.POST if request.method == "POST" else None, today=request.today)

    def withdraw() -> None:
        extension.withdraw(by=request.user, today=request.today)

    if saved(form, withdraw):
        messages.success(request, _("The request is withdrawn."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Withdraw the request"),
        text=_asked(extension),
        submit=_("Withdraw the request"),
        back=BACK,
        is_final=True,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.DECIDE_EXTENSION)
@once
def decide_extension(request: HttpRequest, public_id: UUID, extension_id: UUID) -> HttpResponse:
    """Grant more time, or deny it and say what to do instead."""
    case, extension = _with_request(request, public_id, extension_id)
    form = DecideForm(request.POST or None, today=request.today)

    def decide() -> None:
        given = form.cleaned_data
        if given["decision"] == Decision.GRANTED:
            extension.grant(by=request.user, today=request.today)
        else:
            extension.deny(
                reason=given["reason"], actions=given["actions"], by=request.user, today=request.today
            )

    draft = f"{DECIDE}:{extension.public_id}"
    if saved(form, decide):
        forget(request, case, draft)
        messages.success(request, _("It is decided, and %(name)s is told.") % _names(extension))
        return redirect("my_team")
    about = CaseForm(
        title=_("Decide on more time"),
        text=_asked(extension),
        submit=_("Decide"),
        back=BACK,
        **kept_as(case, draft),
    )
    return render_case_form(request, case, form, about)


def _with_request(request: HttpRequest, public_id: UUID, extension_id: UUID) -> tuple[Case, Extension]:
    case = open_case(request, public_id)
    # One that was decided meanwhile is found, too: the verb says so, and what was typed stays on the form.
    asked = case.extensions.select_related("requested_by")
    return case, get_object_or_404(asked, public_id=extension_id)


def _names(extension: Extension) -> dict[str, str]:
    return {"name": extension.requested_by.name}


def _about(clock: Clock) -> str:
    """Which promise, its last day, and how many days can still be asked for."""
    left = Extension.objects.days_left(clock)
    day = date_format(clock.due_on, "DATE_FORMAT") if clock.due_on else _("not known")
    words = {"goal": clock.label, "standard": clock.standard_words, "day": day, "left": left}
    about = _("%(goal)s (%(standard)s), last day in time: %(day)s.") % words
    room = ngettext("The rules allow %(left)d day more.", "The rules allow %(left)d days more.", left)
    return f"{about} {room % words}"


def _asked(extension: Extension) -> str:
    """Who asked for how much, for which promise, and why."""
    words = {
        "name": extension.requested_by.name,
        "days": extension.days,
        "goal": extension.label,
        "why": extension.reason,
    }
    line = ngettext(
        "%(name)s asks for %(days)d day more for “%(goal)s”: %(why)s",
        "%(name)s asks for %(days)d days more for “%(goal)s”: %(why)s",
        extension.days,
    )
    return line % words
