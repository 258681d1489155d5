"""Lists of any declared kind: uploaded, looked at, carried out by one button, or given up (refugees/staged.py)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.forms.staged import StagedUploadForm
from refugees.models import StagedList, StagedStatus, looks_at
from refugees.staged import ListKind, Prospect, kind_of

SHOWN_LISTS = 30


@require_GET
@require_permission(Permission.TAKE_IN_LIST)
def overview(request: HttpRequest, kind: str) -> HttpResponse:
    """Upload a list of this kind, and the unit's latest ones."""
    found = _kind(request, kind)
    return _overview(request, found, StagedUploadForm(kind=found))


@require_POST
@require_permission(Permission.TAKE_IN_LIST)
@once
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """Read a file into rows. Nothing else happens yet."""
    found = _kind(request, kind)
    data, files = request.POST, request.FILES  # reading them counts the bytes
    was_cut = getattr(request, "upload_was_cut", False)
    form = StagedUploadForm(data, files, kind=found, was_cut=was_cut)
    if not form.is_valid():
        return _overview(request, found, form, status=422)
    taken = StagedList.objects.take_in(
        kind=found,
        unit=request.user.unit,
        by=request.user,
        file_name=form.cleaned_data["file"].name,
        content=form.content,
        rows=form.rows,
        unknown_headings=form.sheet.heading.unknown,
    )
    return redirect("refugees:staged_list", found.key, taken.public_id)


def _overview(
    request: HttpRequest, kind: ListKind, form: StagedUploadForm, status: int = 200
) -> HttpResponse:
    lists = StagedList.objects.visible_to(request.user).filter(kind=kind.key).select_related("uploaded_by")
    context = {
        "kind": kind,
        "form": form,
        "lists": lists.order_by("-pk")[:SHOWN_LISTS],
        "today": request.today,
        "back_url": reverse(kind.back),
    }
    return render(request, "refugees/staged.html", context, status=status)


@require_GET
@require_permission(Permission.TAKE_IN_LIST)
def sample(request: HttpRequest, kind: str) -> HttpResponse:
    """A list of invented rows, to look at and to fill in."""
    found = _kind(request, kind)
    response = HttpResponse(found.sample.read_bytes(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.sample.name}"'
    return response


@require_GET
@require_permission(Permission.TAKE_IN_LIST)
def staged_list(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    """The rows of a list: what each would do, what is wrong with it, what was done."""
    found, taken = _kind(request, kind), _find(request, kind, public_id)
    pending = looks_at(list(taken.rows.pending()), found, request.user, request.today)
    context = {
        "kind": found,
        "list": taken,
        "groups": _groups(pending),
        "ready": sum(look.prospect != Prospect.CANNOT for _row, look in pending),
        "done": looks_at(list(taken.rows.dealt_with()), found, request.user, request.today),
        "may_change": taken.status == StagedStatus.CHECKING,
        "today": request.today,
    }
    return render(request, "refugees/staged_list.html", context)


def _groups(pending: list[tuple[Any, Any]]) -> list[dict[str, Any]]:
    """The rows by what would happen, what stops first."""
    return [
        {"key": prospect.value, "title": prospect.label, "rows": rows}
        for prospect in Prospect
        if (rows := [pair for pair in pending if pair[1].prospect == prospect])
    ]


@require_POST
@require_permission(Permission.TAKE_IN_LIST)
@once
def carry_out(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    """Let what the page shows happen; what cannot stays on the list."""
    taken = _find(request, kind, public_id)
    number = taken.carry_out(by=request.user, today=request.today)
    words = ngettext("%(number)d row is carried out.", "%(number)d rows are carried out.", number)
    messages.success(request, words % {"number": number})
    return redirect("refugees:staged_list", kind, public_id)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.TAKE_IN_LIST)
@once
def discard(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    """Give a list up, after asking: rows not carried out are forgotten."""
    taken = _find(request, kind, public_id)
    if request.method == "POST":
        taken.discard()
        messages.success(request, _("The list is discarded."))
        return redirect("refugees:staged", kind)
    context = {
        "title": _("Discard %(file)s?") % {"file": taken.file_name},
        "text": _("The rows that were not carried out are deleted. What was carried out stays."),
        "action": request.path,
        "cancel_url": reverse("refugees:staged_list", args=[kind, public_id]),
        "confirm_label": _("Discard the list"),
        "is_final": True,
    }
    return render(request, "ui/confirm_page.html", context)


def _kind(request: HttpRequest, key: str) -> ListKind:
    """A kind of list that this person takes in, or 404."""
    found = kind_of(key)
    if found is None or not request.user.can(found.needs):
        raise Http404
    return found


def _find(request: HttpRequest, kind: str, public_id: UUID) -> StagedList:
    lists = StagedList.objects.visible_to(request.user).select_related("uploaded_by", "carried_out_by")
    return get_object_or_404(lists, kind=_kind(request, kind).key, public_id=public_id)
