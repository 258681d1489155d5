"""What the checklist says, in its versions: drafted by a few, in force from a day on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.checklists import InForceForm, ItemForm
from mentoring.models import Audience, ChecklistVersion
from refugees.both_texts import both_texts
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.models import StaleEdit, version_of

FACTS = ("danish", "english", "audience", "blocked_by", "url")


@require_GET
@require_permission(Permission.SET_CHECKLISTS)
def versions(request: HttpRequest) -> HttpResponse:
    """The version in force, those to come, drafts, and what was in force before."""
    found = ChecklistVersion.objects.select_related("written_by", "decided_by", "withdrawn_by").with_items()
    rows = list(found.order_by("-number"))
    current = ChecklistVersion.objects.begun_by(request.today).values_list("pk", flat=True).first()
    context = {
        "current": next((row for row in rows if row.pk == current), None),
        "others": [row for row in rows if row.pk != current],
        "draft": next((row for row in rows if row.is_draft), None),
        "today": request.today,
    }
    return render(request, "checklists/versions.html", context)


@require_POST
@require_permission(Permission.SET_CHECKLISTS)
@once
def draft(request: HttpRequest) -> HttpResponse:
    """Begin the next version with what the one in force says."""
    drafted = ChecklistVersion.objects.draft(today=request.today, by=request.user)
    return redirect("mentoring:checklist_version", drafted.public_id)


@require_GET
@require_permission(Permission.SET_CHECKLISTS)
def version(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One version: what stands on it, for whom, what waits for what."""
    return _show(request, _find(public_id))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SET_CHECKLISTS)
@once
def add_item(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One more thing on the list."""
    found = _find(public_id)
    form = ItemForm(request.POST or None, others=found.lines, initial={"audience": Audience.EVERYBODY})
    if saved(form, lambda: found.add(by=request.user, **form.facts)):
        messages.success(request, _("It stands on the draft."))
        return redirect("mentoring:checklist_version", found.public_id)
    return _form(request, found, form, title=_("One more thing on the list"), submit=_("Add it"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SET_CHECKLISTS)
@once
def reword(request: HttpRequest, public_id: UUID, thing: str) -> HttpResponse:
    """Say it otherwise; 409 with both texts if a colleague did meanwhile."""
    found = _find(public_id)
    item = next((each for each in found.lines if each.key == thing), None)
    if item is None and request.method == "GET":
        return redirect("mentoring:checklist_version", found.public_id)
    others = [each for each in found.lines if each.key != thing]
    initial = {name: getattr(item, name) for name in FACTS} if item else {}
    form = ItemForm(request.POST or None, others=others, initial=initial)
    form.overtaken_by = None
    if saved_as_seen(
        form, lambda: found.reword(thing, by=request.user, version=seen(request, FACTS), **form.facts)
    ):
        messages.success(request, _("The draft says so now."))
        return redirect("mentoring:checklist_version", found.public_id)
    context: dict[str, Any] = {"version": request.POST.get("version", version_of(item, FACTS))}
    if form.overtaken_by:
        context |= both_texts(form, form.overtaken_by.current, FACTS)
    title = item.words if item else _("Taken off the list meanwhile")
    return _form(request, found, form, title=title, submit=_("Save"), **context)


@require_POST
@require_permission(Permission.SET_CHECKLISTS)
@once
def remove(request: HttpRequest, public_id: UUID, thing: str) -> HttpResponse:
    """Take it off the draft."""
    found = _find(public_id)
    try:
        if found.remove(thing, by=request.user):
            messages.success(request, _("It no longer stands on the draft. Nothing waits for it any more."))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("mentoring:checklist_version", found.public_id)


@require_POST
@require_permission(Permission.SET_CHECKLISTS)
@once
def move_up(request: HttpRequest, public_id: UUID, thing: str) -> HttpResponse:
    """Let it change places with what stands above it."""
    found = _find(public_id)
    try:
        found.move_up(thing, by=request.user)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect(f"{reverse('mentoring:checklist_version', args=[found.public_id])}#item-{thing}")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SET_CHECKLISTS)
@once
def put_in_force(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Lists begin with it from that day on. Those that have begun keep theirs until somebody brings them up to it."""
    found = _find(public_id)
    form = InForceForm(request.POST or None, today=request.today, initial={"on": request.today})
    edition = request.POST.get("version", "")
    number = int(edition) if edition.isdecimal() else 0

    def decide() -> None:
        day = form.cleaned_data["on"]
        found.put_in_force(on=day, edition=number, today=request.today, by=request.user)

    try:
        if saved(form, decide):
            messages.success(request, _("The version is decided."))
            return redirect("mentoring:checklist_version", found.public_id)
    except StaleEdit:
        messages.warning(request, _("The draft was changed while you were reading it. Read it again."))
        return redirect("mentoring:checklist_version", found.public_id)
    text = _("Lists that begin from that day on begin with it. Those that have begun keep their version.")
    context = {"title": _("Put the list in force"), "submit": _("Put it in force"), "text": text}
    return _form(request, found, form, version=edition or str(found.edition), **context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SET_CHECKLISTS)
@once
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give it up before any list has begun with it."""
    found = _find(public_id)
    if request.method == "POST":
        if found.withdraw(today=request.today, by=request.user):
            messages.success(request, _("The version is withdrawn."))
        else:
            messages.info(request, _("It is in force, or withdrawn already. Nothing has changed."))
        return redirect("mentoring:checklist_versions")
    context = {
        "title": _("Withdraw this version?"),
        "text": _("It can be read afterwards, and not be put in force."),
        "confirm_label": _("Withdraw the version"),
        "action": request.path,
        "cancel_url": reverse("mentoring:checklist_version", args=[found.public_id]),
    }
    return render(request, "ui/confirm_page.html", context)


def _find(public_id: UUID) -> ChecklistVersion:
    rows = ChecklistVersion.objects.select_related("written_by", "decided_by", "withdrawn_by").with_items()
    return get_object_or_404(rows, public_id=public_id)


def _show(request: HttpRequest, found: ChecklistVersion) -> HttpResponse:
    words = {item.key: item.words for item in found.lines}
    context = {
        "version": found,
        "rows": [(item, [words[key] for key in item.blocked_by]) for item in found.lines],
        "can_be_withdrawn": found.can_be_withdrawn(request.today),
        "today": request.today,
    }
    return render(request, "checklists/version.html", context)


def _form(
    request: HttpRequest, found: ChecklistVersion, form: Any, *, title: str, submit: str, **context: Any
) -> HttpResponse:
    """A form about a draft, with both texts above it for whoever was overtaken."""
    context |= {
        "form": form,
        "title": title,
        "submit": submit,
        "number": found.number,
        "today": request.today,
        "cancel_url": reverse("mentoring:checklist_version", args=[found.public_id]),
    }
    status = 409 if "theirs" in context else 422 if form.is_bound else 200
    return render(request, "checklists/form.html", context, status=status)
