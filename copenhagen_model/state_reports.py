"""Reporting to the state: what is new or corrected, gathered into batches, taken out as CSV or JSON, confirmed."""

import csv
import io
import json
from collections import Counter
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import AccessLog
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.forms.dates import reason_field
from refugees.models import StateBatch, StillUnsent, compared
from refugees.reporting import DEFINED, FIELDS, Reported, rows_of
from refugees.reporting_labels import LABELS, in_words

SHOWN_BATCHES = 30


@require_GET
@require_permission(Permission.REPORT_TO_STATE)
def state_reports(request: HttpRequest) -> HttpResponse:
    """The unit's latest batches; how much is new, corrected and reported already, if that is asked for.

    To count is to read every case of the unit, once: so nobody does it by merely passing by.
    """
    batches = StateBatch.objects.visible_to(request.user).select_related("made_by", "sent_by", "discarded_by")
    context = {
        "is_counted": "count" in request.GET,
        "unsent": batches.unsent().first(),
        "batches": batches.order_by("-pk")[:SHOWN_BATCHES],
        "source": DEFINED["source"],
        "today": request.today,
    }
    if context["is_counted"]:
        news = compared(rows_of(request.user.unit, request.today))
        context |= {
            "counts": _counts(news),
            "to_tell": sum(each.is_to_tell for each in news),
            "waiting": sum(each.is_waiting for each in news),
        }
    return render(request, "state/reports.html", context)


def _counts(news: list[Any]) -> list[dict[str, Any]]:
    """By kind, how many rows are new, corrections, waiting in a batch, reported already."""
    states = Counter((each.row.kind, _state(each)) for each in news)
    return [
        {
            "label": kind.label,
            "new": states[kind, "new"],
            "corrections": states[kind, "correction"],
            "waiting": states[kind, "waiting"],
            "reported": states[kind, "reported"],
        }
        for kind in Reported
    ]


def _state(each: Any) -> str:
    if each.is_reported:
        return "reported"
    if each.is_waiting:
        return "waiting"
    return "correction" if each.is_correction else "new"


@require_POST
@require_permission(Permission.REPORT_TO_STATE)
@once
def gather(request: HttpRequest) -> HttpResponse:
    """Keep what is new or corrected as a batch. While an unsent one stands, this leads to it."""
    unit = request.user.unit
    try:
        batch = StateBatch.objects.gather(unit=unit, rows=rows_of(unit, request.today), by=request.user)
    except StillUnsent as error:
        messages.info(request, error.messages[0])
        return redirect("state_batch", error.batch.public_id)
    except ValidationError as error:
        messages.info(request, error.messages[0])
        return redirect("state_reports")
    return redirect("state_batch", batch.public_id)


@require_GET
@require_permission(Permission.REPORT_TO_STATE)
def state_batch(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One batch: how many rows of each kind, the corrections with what changed, its files. Logged like a download."""
    batch = _find(request, public_id)
    rows = list(batch.rows.order_by("pk"))
    counts = Counter(row.kind for row in rows)
    corrections = [
        {
            "kind": Reported(row.kind).label,
            "case_number": row.facts["case_number"],
            "changes": [_change(name, was, row.facts.get(name)) for name, was in row.was.items()],
        }
        for row in rows
        if row.is_correction
    ]
    AccessLog.objects.exported(
        user=request.user,
        criterion=f"batch {batch.public_id}, shown",
        rows=len(corrections),
        page=request.resolver_match.view_name,
    )
    context = {
        "batch": batch,
        "kinds": [{"key": kind.value, "label": kind.label, "count": counts[kind]} for kind in Reported],
        "corrections": corrections,
        "today": request.today,
    }
    return render(request, "state/batch.html", context)


def _change(name: str, was: Any, becomes: Any) -> tuple[str, str, str]:
    """What a field is called here, what it held, and what it holds now."""
    return str(LABELS.get(name, name)), in_words(name, was), in_words(name, becomes)


@require_POST
@require_permission(Permission.REPORT_TO_STATE)
@once
def confirm_batch(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """It has been sent: its rows count as reported."""
    batch = _find(request, public_id)
    try:
        if batch.confirm_sent(on=request.today, by=request.user):
            messages.success(request, _("The batch is confirmed as sent."))
        else:
            messages.info(request, _("It was confirmed already; nothing happened twice."))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect("state_batch", public_id)


class DiscardBatchForm(forms.Form):
    """Why a batch will not be sent."""

    reason = reason_field(
        gettext_lazy("Why is it discarded?"),
        help_text=gettext_lazy("Team leads of the unit read it. Leave out names and numbers of people."),
    )


@require_http_methods(["GET", "POST"])
@require_permission(Permission.REPORT_TO_STATE)
@once
def discard_batch(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """It will not be sent, and why: it is kept and marked, its rows are still to be told."""
    batch = _find(request, public_id)
    form = DiscardBatchForm(request.POST or None)
    if form.is_valid():
        try:
            is_first = batch.discard(reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            words = _("The batch is discarded. Its rows can be gathered again.")
            messages.success(request, words if is_first else _("It was discarded already."))
            return redirect("state_batch", public_id)
    context = {
        "form": form,
        "title": _("Discard this batch?"),
        "text": _(
            "Only if its files were not sent: what stands in it comes with the next batch. The batch stays in the list,"
            " marked as discarded, with your name and your reason."
        ),
        "action": request.path,
        "cancel_url": reverse("state_batch", args=[public_id]),
        "confirm_label": _("Discard the batch"),
        "is_final": True,
    }
    return render(request, "ui/confirm_page.html", context, status=422 if form.is_bound else 200)


@require_GET
@require_permission(Permission.REPORT_TO_STATE)
def state_file(request: HttpRequest, public_id: UUID, kind: str) -> HttpResponse:
    """The batch as JSON (kind `all`), or one kind of its rows as CSV. Logged: it leaves the house."""
    batch = _find(request, public_id)
    if kind != "all" and kind not in FIELDS:
        raise Http404
    rows = [row for row in batch.rows.order_by("pk") if kind in {"all", row.kind}]
    is_json = kind == "all"
    content = _as_json(rows) if is_json else _as_csv(rows, FIELDS[kind])
    AccessLog.objects.exported(
        user=request.user,
        criterion=f"batch {batch.public_id}, {kind}",
        rows=len(rows),
        page=request.resolver_match.view_name,
    )
    response = HttpResponse(
        content, content_type="application/json" if is_json else "text/csv; charset=utf-8"
    )
    # Whoever finds the file later sees that it was not to be sent.
    prefix = "discarded-" if batch.discarded_at else ""
    name = f"{prefix}{kind}-{batch.made_at:%Y%m%d}.{'json' if is_json else 'csv'}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _as_json(rows: list[Any]) -> bytes:
    """Every row with its kind, whether it corrects what was sent, and its fields."""
    told = [{"kind": row.kind, "is_correction": row.is_correction, **row.facts} for row in rows]
    return json.dumps({"source": DEFINED["source"], "rows": told}, ensure_ascii=False, indent=1).encode()


def _as_csv(rows: list[Any], fields: list[str]) -> bytes:
    """One line a row, the fields in their order. A sign by which a spreadsheet would calculate is disarmed."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["is_correction", *fields])
    for row in rows:
        facts = row.facts
        writer.writerow(["yes" if row.is_correction else "no", *(_cell(facts.get(name)) for name in fields)])
    return "\ufeff".encode() + text.getvalue().encode()


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _find(request: HttpRequest, public_id: UUID) -> StateBatch:
    batches = StateBatch.objects.visible_to(request.user).select_related("made_by", "sent_by", "discarded_by")
    return get_object_or_404(batches, public_id=public_id)
