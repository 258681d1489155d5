"""One row of a list: its words, what is wrong with them, whom it may be about, and what somebody decides."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.forms.intake import RowForm
from refugees.intake.lines import choices_for, lines
from refugees.intake.staging import correct
from refugees.models import IntakeList, IntakeRow, ListStatus, Outcome


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@require_permission(Permission.IMPORT_LIST)
@once
def row(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Look at a row and correct it in place. What is typed is kept, also where something is still wrong."""
    found = _find(request, public_id, number)
    if request.method == "GET":
        form = RowForm(row=found)
        form.is_valid()
        form.say_what_is_wrong(request.today)
        return _page(request, found, form)
    form = RowForm(request.POST, row=found)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    if form.cleaned_data["version"] != found.version:
        return _conflict(request, found, form)
    correct(found, form.cells, by=request.user, today=request.today)
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
    found = _find(request, public_id, number)
    decision = request.POST.get("decision", "")
    if decision and decision not in dict(choices_for(found)):
        raise Http404
    found.decide(decision, by=request.user)
    messages.success(
        request, _("Row %(number)s is decided.") % {"number": number} if decision else _("Taken back.")
    )
    return redirect(_next(found) if decision else _own(found))


def _find(request: HttpRequest, public_id: UUID, number: int) -> IntakeRow:
    """A row that can still be changed, of a list of the user's unit."""
    lists = IntakeList.objects.visible_to(request.user).filter(status=ListStatus.CHECKING)
    rows = IntakeRow.objects.pending().filter(intake_list__in=lists, intake_list__public_id=public_id)
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


def _conflict(request: HttpRequest, found: IntakeRow, form: RowForm) -> HttpResponse:
    """Somebody else saved the row: both texts, and the form with what was typed."""
    theirs, yours = [], []
    for name, field in form.fields.items():
        stored, typed = found.cells.get(name, ""), form.cells.get(name, "")
        if name != "version" and stored != typed:
            theirs.append(f"{field.label}: {stored or '–'}")
            yours.append(f"{field.label}: {typed or '–'}")
    last = found.events.order_by("-pgh_id").first()
    saved_by = User.objects.filter(pk=(last.pgh_context or {}).get("user")).first() if last else None
    typed_again = request.POST.copy()
    typed_again["version"] = found.version
    return _page(
        request,
        found,
        RowForm(typed_again, row=found),
        status=409,
        is_conflict=True,
        by=saved_by.name if saved_by else _("a colleague"),
        at=last.pgh_created_at if last else None,
        theirs="\n".join(theirs),
        yours="\n".join(yours),
    )
