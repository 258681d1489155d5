"""Drafting a version, trying it out on every case, and putting it in force by a second person."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals import wordings
from goals.models import GoalVersion, Recalculation, Standard, TrialLine, VersionDraft
from goals.models.trial_line import Effect
from goals.models.version_draft import OUTDATED
from goals.tasks import wake
from goals.version_forms import VersionForm, initial_of
from goals.views.paging import beside
from goals.views.versions import find_goal, find_standard, progress_of
from refugees.case_forms import saved
from refugees.models.person import StaleEdit

PAGE_SIZE = 50


@require_http_methods(["GET", "POST"])
@require_permission(Permission.DRAFT_VERSION)
@once
def new(request: HttpRequest, goal: str, standard: str) -> HttpResponse:
    """Draft the next wording of a promise, beginning with the one in force."""
    declared = find_goal(goal)
    whose = find_standard(standard)
    current = GoalVersion.objects.of(goal, whose).last()
    form = VersionForm(
        request.POST or None, goal=goal, standard=whose, today=request.today, initial=initial_of(current)
    )
    written = []
    if saved(form, lambda: written.append(VersionDraft.objects.write(by=request.user, **form.facts))):
        messages.success(request, _("The draft is saved. Try it out to see what it would do."))
        return redirect("goals:draft", written[0].public_id)
    context = {"goal": declared, "standard": whose, "cancel_url": reverse("goals:promise", args=[goal])}
    return _form(request, form, context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.DRAFT_VERSION)
@once
def edit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say it otherwise; 409 with both texts if a colleague saved meanwhile."""
    draft = _pending(public_id)
    form = VersionForm(
        request.POST or None,
        goal=draft.goal,
        standard=draft.standard,
        today=request.today,
        initial=initial_of(draft),
    )
    edition = _number(request.POST.get("edition")) or draft.edition
    context = {
        "goal": find_goal(draft.goal),
        "standard": Standard(draft.standard),
        "draft": draft,
        "cancel_url": reverse("goals:draft", args=[draft.public_id]),
    }
    try:
        is_saved = saved(form, lambda: draft.edit(edition=edition, by=request.user, **form.facts))
    except StaleEdit as stale:
        return _conflict(request, form, stale.current, context)
    if is_saved:
        messages.success(request, _("The draft is saved. It has to be tried out again."))
        return redirect("goals:draft", draft.public_id)
    return _form(request, form, context)


@require_GET
@require_permission(Permission.SEE_GOALS)
def draft(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A draft beside what is in force, what it would do, and what stands in the way of putting it in force."""
    return _show(request, _find(public_id))


@require_POST
@require_permission(Permission.DRAFT_VERSION)
@once
def try_out(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Let workers find out what it would do to every deadline."""
    found = _pending(public_id)
    wake(found.try_out(by=request.user))
    return redirect("goals:draft", found.public_id)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.DRAFT_VERSION)
@once
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a draft up; it stays to be read."""
    found = _pending(public_id)
    if request.method == "POST":
        found.withdraw(by=request.user)
        messages.success(request, _("The draft is withdrawn."))
        return redirect("goals:promise", found.goal)
    context = {
        "title": _("Withdraw this draft?"),
        "text": _("It can be read afterwards, and not be put in force."),
        "confirm_label": _("Withdraw the draft"),
        "action": request.path,
        "cancel_url": reverse("goals:draft", args=[found.public_id]),
    }
    return render(request, "ui/confirm_page.html", context)


@require_POST
@require_permission(Permission.ACTIVATE_VERSION)
@once
def activate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Put it in force; every clock is then counted again. What stands in the way is said, and nothing happens."""
    found = _pending(public_id)
    edition = _number(request.POST.get("edition"))
    try:
        found.activate(edition=edition, by=request.user)
    except ValidationError as error:
        return _show(request, found, refusals=error.messages, status=422)
    except StaleEdit:
        changed = _("The draft was changed while you were reading it. Read it again, and try it out.")
        return _show(request, _find(public_id), refusals=[changed], status=409)
    for run in found.recalculations.unfinished():
        wake(run)
    messages.success(request, _("The version is in force. Deadlines are being counted again."))
    return redirect("goals:draft", found.public_id)


def _show(
    request: HttpRequest, found: VersionDraft, *, refusals: list[str] | None = None, status: int = 200
) -> HttpResponse:
    """The page of a draft."""
    trial = found.trial()
    is_outdated = bool(found.is_pending and trial and trial.finished_at and trial.is_outdated)
    replaced = found.replaces() if found.is_pending else None
    context = {
        "draft": found,
        "goal": find_goal(found.goal),
        "lines": wordings.side_by_side(_compared_with(found), found),
        "replaced": replaced,
        "replaced_until": wordings.day(found.valid_from) if replaced else "",
        "trial": trial,
        "refusals": refusals or [],
        "outdated": OUTDATED if is_outdated else "",
        "obstacles": [line for lines in found.obstacles().values() for line in lines]
        if found.is_pending
        else [],
        "is_own": request.user.pk in found.authors,
        "may_draft": request.user.can(Permission.DRAFT_VERSION),
        "may_activate": request.user.can(Permission.ACTIVATE_VERSION),
        "progress": _progress(found, trial),
    }
    if trial and trial.finished_at:
        context |= _result(request, found, trial)
    return render(request, "goals/version_draft.html", context, status=status)


def _compared_with(found: VersionDraft) -> GoalVersion | None:
    """What is in force; of a draft that was put in force, what it replaced."""
    versions = GoalVersion.objects.of(found.goal, found.standard)
    if found.version:
        versions = versions.filter(valid__startswith__lt=found.valid_from)
    return versions.last()


def _progress(found: VersionDraft, trial: Recalculation | None) -> dict[str, Any] | None:
    """A dry run, or new rules that are being put to work, while workers are at it."""
    run = trial if found.is_pending else found.recalculations.filter(purpose="rules").last()
    return progress_of(run) if run and run.is_working else None


def _result(request: HttpRequest, found: VersionDraft, trial: Recalculation) -> dict[str, Any]:
    """What the dry run found: numbers over the whole City, and the lines of the reader's own units."""
    numbers = trial.numbers
    mine = TrialLine.objects.filter(run=trial).visible_to(request.user)
    show = request.GET.get("show", "")
    effect = show if show in Effect.values else ""
    chosen = mine.with_effect(effect) if effect else mine
    page = Paginator(chosen.most_severe_first().select_related("case__person", "unit"), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    url = reverse("goals:draft", args=[found.public_id])
    counted = mine.counts()
    tabs = [{"url": url, "label": _("All that changes"), "current": not effect, "count": counted["all"]}]
    tabs += [
        {"url": f"{url}?show={one}", "label": one.label, "current": one == effect, "count": counted[one]}
        for one in Effect
        if counted[one]
    ]
    return {
        "numbers": numbers,
        "tabs": tabs,
        "page_of": page,
        "elsewhere": numbers["changed"] - counted["all"],
        **beside(page, {"show": effect} if effect else {}),
    }


def _form(request: HttpRequest, form: VersionForm, context: dict[str, Any]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "goals/version_form.html", context | {"form": form}, status=status)


def _conflict(
    request: HttpRequest, form: VersionForm, current: VersionDraft, context: dict[str, Any]
) -> HttpResponse:
    """Both wordings, and the form with what was typed, to be saved upon the newer one."""
    yours = VersionDraft(**form.facts)
    context |= {
        "form": form,
        "draft": current,
        "by": current.edited_by.name,
        "at": current.edited_at,
        "theirs": _in_words(current),
        "yours": _in_words(yours),
        "today": request.today,
    }
    return render(request, "goals/version_form.html", context, status=409)


def _in_words(said: VersionDraft) -> str:
    parts = [f"{label}: {words}" for label, words in wordings.lines(said)]
    return " · ".join([*parts, wordings.day(said.valid_from), said.reason])


def _find(public_id: UUID) -> VersionDraft:
    people = ("written_by", "edited_by", "withdrawn_by", "activated_by", "version")
    return get_object_or_404(VersionDraft.objects.select_related(*people), public_id=public_id)


def _pending(public_id: UUID) -> VersionDraft:
    """One that is neither in force nor withdrawn."""
    return get_object_or_404(VersionDraft.objects.pending(), public_id=public_id)


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 9 else 0
