"""One row of a list: its words, what is wrong with them, whom it may be about, and what somebody decides."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.both_texts import last_saved
from refugees.forms.intake import RowForm
from refugees.intake.lines import choices_for, lines
from refugees.intake.staging import correct
from refugees.models import IntakeList, IntakeRow, ListStatus, Outcome, StaleEdit

OVER = gettext_lazy("The list was carried out or given up meanwhile")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@require_permission(Permission.IMPORT_LIST)
@once
def row(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Look at a row and correct it in place. What is typed is kept, also where something is still wrong."""
    if discarded := _discarded(request, public_id, number):
        return discarded
    found = _find(request, public_id, number)
    if request.method == "GET":
        form = RowForm(row=found)
        form.is_valid()
        form.say_what_is_wrong(request.today)
        return _page(request, found, form)
    form = RowForm(request.POST, row=found)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        correct(
            found,
            form.cells,
            by=request.user,
            today=request.today,
            version=form.cleaned_data["version"],
        )
    except StaleEdit as stale:
        return _conflict(request, found, stale.current, form)
    form.say_what_is_wrong(request.today)
    if form.errors:
        return _page(request, found, form, status=422)
    messages.success(request, _("Row %(number)s is saved.") % {"number": number})
    return redirect(_next(found))


@require_POST
@require_permission(Permission.IMPORT_LIST)
@once
def decide(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say whom a row is about, leave it out, or take that back."""
    if discarded := _discarded(request, public_id, number):
        return discarded
    found = _find(request, public_id, number)
    decision = request.POST.get("decision", "")
    if decision and decision not in dict(choices_for(found)):
        raise Http404
    try:
        found.decide(decision, by=request.user)
    except StaleEdit:
        messages.warning(request, str(OVER))
        return redirect("refugees:intake_list", public_id)
    except ValidationError as error:
        # Whom it could be was corrected away meanwhile.
        messages.warning(request, error.messages[0])
        return redirect(_own(found))
    messages.success(
        request, _("Row %(number)s is decided.") % {"number": number} if decision else _("Taken back.")
    )
    return redirect(_next(found) if decision else _own(found))


def _discarded(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse | None:
    """If somebody gave the list up meanwhile: who, when, and where to go on. Its rows are forgotten."""
    lists = IntakeList.objects.visible_to(request.user).filter(status=ListStatus.DISCARDED)
    found = lists.filter(public_id=public_id).first()
    if found is None:
        return None
    by, at = last_saved(found)
    context = {"list": found, "number": number, "by": by, "at": at, "today": request.today}
    return render(request, "refugees/intake_discarded.html", context, status=410)


def _find(request: HttpRequest, public_id: UUID, number: int) -> IntakeRow:
    """A row of a list of the user's unit, as long as it can be changed.

    What is sent about one that was carried out meanwhile is shown with that, not lost.
    """
    lists = IntakeList.objects.visible_to(request.user).filter(public_id=public_id)
    rows = IntakeRow.objects.filter(intake_list__in=lists)
    if request.method == "GET":
        rows = rows.pending().filter(intake_list__status=ListStatus.CHECKING)
    return get_object_or_404(rows.select_related("intake_list", "match", "case"), number=number)


def _own(found: IntakeRow) -> str:
    return reverse("refugees:intake_row", args=[found.intake_list.public_id, found.number])


def _next(found: IntakeRow) -> str:
    """The next row that waits for somebody, or the list once none does."""
    waiting = found.intake_list.rows.waiting().filter(number__gt=found.number).order_by("number").first()
    if waiting:
        return reverse("refugees:intake_row", args=[found.intake_list.public_id, waiting.number])
    return reverse("refugees:intake_list", args=[found.intake_list.public_id])


def _page(
    request: HttpRequest, found: IntakeRow, form: RowForm, status: int = 200, **more: Any
) -> HttpResponse:
    [line] = lines([found])
    context = {
        "form": form,
        "line": line,
        "row": found,
        "list": found.intake_list,
        "needs_decision": found.outcome == Outcome.DECIDE and not found.decision,
        "choices": choices_for(found),
        "today": request.today,
    } | more
    return render(request, "refugees/intake_row.html", context, status=status)


def _conflict(
    request: HttpRequest, found: IntakeRow, current: IntakeRow | None, form: RowForm
) -> HttpResponse:
    """Somebody else saved the row, or carried it out: both texts, and the form with what was typed."""
    theirs, yours = [], []
    for name, field in form.fields.items():
        stored, typed = current.cells.get(name, "") if current else "", form.cells.get(name, "")
        if name != "version" and stored != typed:
            theirs.append(f"{field.label}: {stored or '–'}")
            yours.append(f"{field.label}: {typed or '–'}")
    by, at = last_saved(current)
    typed_again = request.POST.copy()
    typed_again["version"] = current.version if current else ""
    return _page(
        request,
        current or found,
        RowForm(typed_again, row=current or found),
        status=409,
        is_conflict=True,
        is_gone=current is None,
        gone=OVER,
        by=by,
        at=at,
        theirs="\n".join(theirs),
        yours="\n".join(yours),
    )
