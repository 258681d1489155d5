"""The promises and their wordings over time: read by everybody who reads the goals."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals import registry, wordings
from goals.models import GoalVersion, Purpose, Recalculation, Standard, Suspension, VersionDraft


@dataclass(frozen=True, slots=True)
class Wording:
    """One version as a line of a list: what it says, when, and who brought it about."""

    version: GoalVersion
    in_force: str
    covers: str
    is_current: bool
    draft: VersionDraft | None = None


@require_GET
@require_permission(Permission.SEE_GOALS)
def versions(request: HttpRequest) -> HttpResponse:
    """Every promise with the wording that starts clocks today; what is drafted; what is suspended."""
    current: dict[str, list[Wording]] = defaultdict(list)
    for version in GoalVersion.objects.order_by("standard", "valid"):
        if request.today in version.valid:
            current[version.goal].append(_wording(version, request))
    context = {
        "promises": [(goal, _by_standard(current[goal.key])) for goal in registry.all_goals()],
        "drafts": VersionDraft.objects.pending().select_related("written_by").order_by("-pk"),
        "suspensions": suspension_rows(),
        "progress": _running(),
        "may_suspend": request.user.can(Permission.ACTIVATE_VERSION),
    }
    return render(request, "goals/versions.html", context)


@require_GET
@require_permission(Permission.SEE_GOALS)
def promise(request: HttpRequest, goal: str) -> HttpResponse:
    """One promise and all its wordings, the latest first, with who wrote each, who put it in force, and why."""
    declared = find_goal(goal)
    found: dict[str, list[Wording]] = defaultdict(list)
    rows = GoalVersion.objects.filter(goal=goal).select_related("draft__written_by", "draft__activated_by")
    for version in rows.order_by("-valid"):
        found[version.standard].append(_wording(version, request))
    drafts = VersionDraft.objects.filter(goal=goal).select_related("written_by", "withdrawn_by")
    context = {
        "goal": declared,
        "standards": [(standard, found[standard.value], _new_url(goal, standard)) for standard in Standard],
        "drafts": drafts.pending().order_by("-pk"),
        "withdrawn": drafts.filter(withdrawn_at__isnull=False).order_by("-withdrawn_at"),
        "may_draft": request.user.can(Permission.DRAFT_VERSION),
    }
    return render(request, "goals/version_promise.html", context)


@require_GET
@require_permission(Permission.SEE_GOALS)
def recalculation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """How far workers are with a recalculation: the part that asks again until it is done."""
    run = get_object_or_404(Recalculation, public_id=public_id)
    return render(request, "goals/_version_progress.html", {"progress": progress_of(run)})


def find_goal(key: str) -> registry.Goal:
    """The promise in the address; an address that names none is no page."""
    try:
        return registry.get(key)
    except KeyError:
        raise Http404 from None


def find_standard(value: str) -> Standard:
    """Whose promise the address names; an address that names nobody's is no page."""
    if value not in Standard.values:
        raise Http404
    return Standard(value)


def progress_of(run: Recalculation) -> dict[str, Any]:
    """What the progress part shows of a recalculation, and where it leads once it is finished."""
    found = run.numbers
    back = reverse("goals:draft", args=[run.draft.public_id]) if run.draft else reverse("goals:versions")
    if run.is_working:
        text = _("%(done)s of %(total)s cases") % {"done": found["done"], "total": found["total"] or "…"}
    elif found["stuck"]:
        text = ngettext(
            "%(count)d case could not be counted; whoever looks after the system sees why.",
            "%(count)d cases could not be counted; whoever looks after the system sees why.",
            found["stuck"],
        ) % {"count": found["stuck"]}
    elif run.purpose == Purpose.TRIAL:
        text = _("Every case has been looked at.")
    else:
        text = _("Every deadline is counted by the new rules.")
    trial = run.purpose == Purpose.TRIAL
    return {
        "title": _("The draft is being tried out") if trial else _("Deadlines are being counted again"),
        "text": text,
        "done": found["done"],
        "total": found["total"] or 1,
        "url": reverse("goals:recalculation", args=[run.public_id]),
        "reload_url": back,
        "is_finished": not run.is_working,
    }


def suspension_rows() -> list[tuple[Suspension, str]]:
    """Every suspension, the latest first, with the promises it is about in words."""
    rows = Suspension.objects.select_related("recorded_by", "withdrawn_by").order_by("-during", "-pk")
    return [(row, ", ".join(map(registry.label, row.goals)) or _("All promises of the law")) for row in rows]


def _running() -> dict[str, Any] | None:
    """New rules that workers are putting to work at this moment."""
    run = Recalculation.objects.unfinished().filter(purpose=Purpose.RULES).order_by("-pk").first()
    return progress_of(run) | {"reload_url": reverse("goals:versions")} if run else None


def _by_standard(wordings_of_goal: list[Wording]) -> list[Wording]:
    order = list(Standard.values)
    return sorted(wordings_of_goal, key=lambda one: order.index(one.version.standard))


def _wording(version: GoalVersion, request: HttpRequest) -> Wording:
    return Wording(
        version,
        wordings.in_force(version),
        wordings.covers(version),
        request.today in version.valid,
        getattr(version, "draft", None) if "draft" in version._state.fields_cache else None,
    )


def _new_url(goal: str, standard: Standard) -> str:
    return reverse("goals:new_draft", args=[goal, standard.value])
