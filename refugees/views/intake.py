"""Intake from a list: upload, look, confirm. A worker reads and carries out long lists; the page shows how far."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.both_texts import last_saved
from refugees.forms.intake import ConfirmForm, UploadForm, in_words
from refugees.intake.carrying_out import carry_out
from refugees.intake.lines import lines
from refugees.intake.staging import CHUNK, stage
from refugees.models import FirstOfMonth, IntakeList, IntakeRow, ListStatus, Outcome, Result
from refugees.takeover import first_of_month_choices
from refugees.tasks import wake

CONFIRMED = gettext_lazy("The list was confirmed already; nothing happened twice.")
GIVEN_UP = gettext_lazy("The list was discarded meanwhile; nothing happened.")
SHOWN_LISTS = 30
SHOWN_ROWS = 50
# The tabs in the order of the work: what waits for somebody comes first.
PENDING = [Outcome.DECIDE, Outcome.CANNOT, Outcome.CREATE, Outcome.UPDATE, Outcome.KNOWN]
DONE = [Result.CREATED, Result.UPDATED, Result.UNCHANGED, Result.LEFT_OUT, Result.REFUSED]


@require_GET
@require_permission(Permission.IMPORT_LIST)
def overview(request: HttpRequest) -> HttpResponse:
    """Upload a list, and the unit's latest ones."""
    return _overview(request, UploadForm())


@require_POST
@require_permission(Permission.IMPORT_LIST)
@once
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file in. A short list is read at once, a long one by a worker."""
    data, files = request.POST, request.FILES  # reading them counts the bytes
    form = UploadForm(data, files, was_cut=getattr(request, "upload_was_cut", False))
    if not form.is_valid():
        return _overview(request, form, status=422)
    name = form.cleaned_data["file"].name
    found = IntakeList.objects.take_in(
        unit=request.user.unit, by=request.user, file_name=name, content=form.content
    )
    if form.sheet.has_more_than(CHUNK):
        wake(found)
    else:
        stage(found.pk)
    return redirect("refugees:intake_list", found.public_id)


def _overview(request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    lists = IntakeList.objects.visible_to(request.user).select_related("uploaded_by").order_by("-pk")
    context = {"form": form, "lists": lists[:SHOWN_LISTS], "today": request.today}
    return render(request, "refugees/intake.html", context, status=status)


@require_GET
@require_permission(Permission.IMPORT_LIST)
def intake_list(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The rows of a list in groups: what happens, what is wrong, what somebody has to decide."""
    return _show(request, _find(request, public_id))


@require_GET
@require_permission(Permission.IMPORT_LIST)
def progress(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """How far a worker is: the part that asks again until it is done."""
    context = {"progress": _progress(_find(request, public_id)), "public_id": public_id}
    return render(request, "refugees/_intake_progress.html", context)


@require_POST
@require_permission(Permission.IMPORT_LIST)
@once
def confirm(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Let the clear and the decided rows happen: up to a chunk at once, more of them by a worker."""
    found = _find(request, public_id)
    form = ConfirmForm(request.POST, readings=_readings(found))
    if not form.is_valid():
        return _show(request, found, form, status=422)
    rows = found.rows.ready().count()
    if not found.confirm(by=request.user, rows=rows, first_of_month=form.choice):
        is_discarded = found.status == ListStatus.DISCARDED
        messages.info(request, str(GIVEN_UP if is_discarded else CONFIRMED))
    elif rows > CHUNK:
        wake(found)
    else:
        carry_out(found.pk)
    return redirect("refugees:intake_list", found.public_id)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.IMPORT_LIST)
@once
def discard(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a list up, after asking: its rows are forgotten, cases that were opened stay."""
    found = _find(request, public_id)
    if request.method == "POST":
        found.discard()
        messages.success(request, _("The list is discarded."))
        return redirect("refugees:intake")
    context = {
        "title": _("Discard %(file)s?") % {"file": found.file_name},
        "text": _("The rows that were not carried out are deleted. Cases that were opened stay."),
        "action": reverse("refugees:discard_intake", args=[found.public_id]),
        "cancel_url": reverse("refugees:intake_list", args=[found.public_id]),
        "confirm_label": _("Discard the list"),
        "is_final": True,
    }
    return render(request, "ui/confirm_page.html", context)


def _find(request: HttpRequest, public_id: UUID) -> IntakeList:
    lists = IntakeList.objects.visible_to(request.user).select_related("uploaded_by", "unit", "confirmed_by")
    return get_object_or_404(lists, public_id=public_id)


def _show(
    request: HttpRequest, found: IntakeList, form: ConfirmForm | None = None, status: int = 200
) -> HttpResponse:
    counts = found.rows.counts()
    readings = _readings(found) if found.status == ListStatus.CHECKING else []
    context = {
        "list": found,
        "today": request.today,
        "progress": _progress(found),
        "ready": found.rows.ready().count() if found.status == ListStatus.CHECKING else 0,
        "waiting": found.rows.waiting().count() if found.status == ListStatus.CHECKING else 0,
        "created": counts.get(Result.CREATED, 0),
        "counts": counts,
        "has_readings": bool(readings),
        "may_give_out": request.user.can(Permission.GIVE_OUT_CASES),
        "form": form or ConfirmForm(readings=readings),
    } | _rows(request, found, counts)
    if found.status == ListStatus.DISCARDED:
        context["by"], context["at"] = last_saved(found)
    return render(request, "refugees/intake_list.html", context, status=status)


def _rows(request: HttpRequest, found: IntakeList, counts: dict[str, int]) -> dict[str, Any]:
    """One tab of rows, a page of it: after the row that the address names."""
    groups = [group for group in [*PENDING, *DONE] if counts.get(group)]
    show = request.GET.get("show") or (groups[0] if groups else "")
    after = request.GET.get("after", "0")
    if (show and show not in [*PENDING, *DONE]) or not after.isdecimal() or len(after) > 9:
        raise Http404
    rows = found.rows.filter(result=show) if show in DONE else found.rows.pending().filter(outcome=show)
    rows = rows.filter(number__gt=int(after)).order_by("number").select_related("case__person", "match")
    page = list(rows[: SHOWN_ROWS + 1])
    url = reverse("refugees:intake_list", args=[found.public_id])
    tabs = [
        {"url": f"{url}?show={group}", "label": group.label, "current": group == show, "count": counts[group]}
        for group in groups
    ]
    next_url = f"{url}?show={show}&after={page[SHOWN_ROWS - 1].number}" if len(page) > SHOWN_ROWS else ""
    first_url = f"{url}?show={show}" if int(after) else ""
    return {
        "show": show,
        "tabs": tabs,
        "lines": lines(page[:SHOWN_ROWS]),
        "next_url": next_url,
        "previous_url": first_url,
        "may_change": found.status == ListStatus.CHECKING,
    }


def _progress(found: IntakeList) -> dict[str, Any] | None:
    """What a worker does with the list; None where none is at it."""
    if not found.is_working:
        return None
    reading = found.status == ListStatus.READING
    done, total = (found.read, found.total or 0) if reading else (found.done, found.to_do)
    return {
        "title": _("The list is being read") if reading else _("The list is being carried out"),
        "text": _("%(done)s of %(total)s rows") % {"done": done, "total": total or "…"},
        "done": done,
        "total": total or 1,
        "url": reverse("refugees:intake_progress", args=[found.public_id]),
        "reload_url": reverse("refugees:intake_list", args=[found.public_id]),
    }


def _readings(found: IntakeList) -> list[tuple[str, str]]:
    """The two ways to take over those allocated on the first of a month, with their days; empty without such rows."""
    rows: list[IntakeRow] = list(found.rows.opening_cases().filter(is_on_first=True)[:SHOWN_ROWS])
    allocated = sorted({row.facts.allocated_on for row in rows})
    if not allocated:
        return []
    pairs = [first_of_month_choices(on) for on in allocated]
    readings = []
    for place, reading in enumerate((FirstOfMonth.EARLY, FirstOfMonth.LATE)):
        days = ", ".join(in_words("takeover", pair[place]) for pair in pairs)
        readings.append((str(reading), f"{days}: {reading.label.lower()}"))
    return readings
