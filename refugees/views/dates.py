"""The dated facts of a case, each with who said so and when; recording, confirming and correcting them."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.dated_facts import key_date_rows, periods_of, person_facts
from refugees.events import KeyEvent
from refugees.forms.dates import ConfirmTakeoverForm, CorrectDateForm, ReasonForm, RecordDateForm
from refugees.models import Case, KeyDate, version_of
from refugees.said_elsewhere import Elsewhere, elsewhere
from refugees.takeover import first_of_month_choices

BACK = "refugees:dates"
# What whoever was overtaken by a colleague is told of the date as it stands.
TELLS = ("on", "source", "reason", "superseded_at")


@require_GET
@require_permission(Permission.SEE_HISTORY)
def dates(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Dates and team: what is believed, what was believed before and why not any more, who is on the case."""
    case = open_case(request, public_id)
    context = case_frame(request, case, tab=BACK)
    context |= {
        "rows": key_date_rows(case),
        "person_facts": person_facts(case),
        **periods_of(case, request.today),
        "may_arrange": request.user.can(Permission.GIVE_OUT_CASES) and not case.closed_on,
    }
    return render(request, "refugees/dates.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record a date that is not known yet."""
    case = open_case(request, public_id)
    asked_for = request.POST.get("event") or request.GET.get("event", "")
    known = set(case.key_dates.current().values_list("event", flat=True))
    if asked_for not in known and (forms := elsewhere(asked_for)):
        return _lead(request, case, forms.say, forms)
    # The takeover has a form of its own, with what the rule proposes.
    missing = [event for event in KeyEvent if event not in known and event != KeyEvent.TAKEOVER]
    form = RecordDateForm(
        request.POST or None, today=request.today, missing=missing, initial={"event": asked_for}
    )

    def keep() -> None:
        given = form.cleaned_data
        KeyDate.objects.record(
            case=case, event=given["event"], on=given["on"], source=given["source"], by=request.user
        )

    if saved(form, keep):
        return _done(request, case, _("The date is recorded."))
    about = CaseForm(title=_("Record a date"), submit=_("Record the date"), back=BACK)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def confirm_takeover(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Make the proposed takeover date the truth, or choose where the rule leaves a choice."""
    case = open_case(request, public_id)
    known = case.key_dates.current().of(KeyEvent.TAKEOVER).first()
    if request.method == "GET" and known and not known.is_proposed:
        return redirect("refugees:correct_date", case.public_id, KeyEvent.TAKEOVER.value)
    proposals = _proposals(case, known)
    form = ConfirmTakeoverForm(request.POST or None, today=request.today, proposals=proposals)

    def confirm() -> None:
        on = form.cleaned_data["day"]
        KeyDate.objects.confirm_takeover(case=case, on=on, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, confirm):
        return _done(request, case, _("The takeover date is confirmed. The promises are counted from it."))
    about = CaseForm(
        title=_("Confirm the takeover date") if known else _("Choose the takeover date"),
        text=_takeover_words(known, proposals),
        submit=_("Confirm"),
        back=BACK,
        version=version_of(known, TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)


def _proposals(case: Case, known: KeyDate | None) -> list[date]:
    """What the rule proposes; both readings when the allocation fell on the first of a month."""
    if known:
        return [known.on]
    allocated_on = case.date_of(KeyEvent.ALLOCATION)
    if allocated_on and allocated_on.day == 1:
        return sorted(set(first_of_month_choices(allocated_on)))
    return []


def _takeover_words(known: KeyDate | None, proposals: list[date]) -> str:
    if known:
        return _("The rule proposes this day. Every deadline is counted from the day you confirm.")
    if proposals:
        return _(
            "The allocation fell on the first of a month. Whether that month counts as the first whole one is not"
            " settled, so somebody who knows the decision has to choose."
        )
    return _("The rule proposes no day yet. If the day is known, write it here.")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, event: str) -> HttpResponse:
    """Replace a date by another and say why. The old one stays visible."""
    case, row = _with_date(request, public_id, event)
    known = {"on": row.on}
    form = CorrectDateForm(request.POST or None, today=request.today, initial=known)

    def put_right() -> None:
        given = form.cleaned_data
        row.correct(
            on=given["on"],
            reason=given["reason"],
            source=given["source"],
            by=request.user,
            version=seen(request, TELLS),
        )

    if saved_as_seen(form, put_right):
        return _done(request, case, _("The date is corrected. What was counted from it is counted again."))
    about = CaseForm(
        title=_("Correct: %(event)s") % {"event": row.get_event_display()},
        text=_("The date that stands there now stays visible, with your reason."),
        submit=_("Correct the date"),
        back=BACK,
        version=version_of(row, TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw(request: HttpRequest, public_id: UUID, event: str) -> HttpResponse:
    """The event did not happen after all."""
    case, row = _with_date(request, public_id, event)
    if forms := elsewhere(event):
        return _lead(request, case, forms.take_back, forms)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        row.withdraw(reason=form.cleaned_data["reason"], by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The date is withdrawn."))
    about = CaseForm(
        title=_("Withdraw: %(event)s") % {"event": row.get_event_display()},
        text=_(
            "It did not happen after all. The date stays visible as withdrawn; what it started falls away."
        ),
        submit=_("Withdraw the date"),
        back=BACK,
        is_final=True,
        version=version_of(row, TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)


def _with_date(request: HttpRequest, public_id: UUID, event: str) -> tuple[Case, KeyDate]:
    """The case and the current date of the event; a date nobody confirmed is confirmed, not corrected."""
    case = open_case(request, public_id)
    if event not in KeyEvent.values:
        raise Http404
    rows = case.key_dates.filter(event=event, is_proposed=False).select_related("case")
    if request.method == "POST":
        # What is sent about a date that was withdrawn meanwhile is shown beside that, not lost.
        row = rows.order_by(F("superseded_at").desc(nulls_first=True), "-pk").first()
    else:
        row = rows.current().first()
    if row is None:
        raise Http404
    return case, row


def _lead(request: HttpRequest, case: Case, view: str, forms: Elsewhere) -> HttpResponse:
    """To the form that asks for this date; here nothing is recorded."""
    messages.info(request, forms.why)
    return redirect(view, case.public_id)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
