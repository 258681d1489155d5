"""The open breaches, and the conversation on each: who must answer, why it happened, what comes next."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.forms import BreachFilter, ReplyForm
from goals.models import Breach, Clock, Conversation, Reply, Turn
from goals.views.paging import beside
from refugees.case_forms import saved
from refugees.case_frame import case_frame, log_opening
from refugees.models import Draft, TeamMember

PAGE_SIZE = 100
# What the form sends besides what somebody wrote.
NOT_WRITTEN = {"csrfmiddlewaretoken", "once"}
# The group of a list, as its mark: what waits for an answer is red, what came back amber.
MARKS = {Turn.UNANSWERED: "over", Turn.CAME_BACK: "due_soon", Turn.ANSWERED: "answered"}


@require_GET
@require_permission(Permission.SEE_GOALS)
def breaches(request: HttpRequest) -> HttpResponse:
    """What is over and not kept, one item a conversation; whoever waits for an answer first."""
    mine = Conversation.objects.visible_to(request.user)
    chosen = BreachFilter(request.GET, user=request.user)
    is_valid = chosen.is_valid()
    context: dict[str, Any] = {"form": chosen, "counts": mine.counts(request.today)}
    if is_valid:
        found = chosen.of(mine.for_answering(request.today), request.today)
        context |= _listed(found, chosen, request)
    template = "goals/_breaches.html" if request.htmx else "goals/breaches.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _listed(found: QuerySet, chosen: BreachFilter, request: HttpRequest) -> dict[str, Any]:
    """One page of the list, in groups."""
    found = found.select_related("case__person").prefetch_related(_open_breaches(request.today))
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    number = page.paginator.count
    return {
        "count": ngettext("%(number)d item", "%(number)d items", number) % {"number": number},
        "groups": _groups(page, request.today),
        "is_filtered": bool(chosen.chosen),
        **beside(page, chosen.chosen),
    }


def _open_breaches(day: date) -> Prefetch:
    breaches = Breach.objects.open().order_by("over_since", "pk")
    return Prefetch("breaches", breaches.prefetch_related(_clocks(day)), to_attr="still_open")


def _clocks(day: date) -> Prefetch:
    return Prefetch("clock", Clock.objects.at(day).select_related("version"))


def _groups(page: Page, day: date) -> list[dict]:
    """Who must be answered, who came back, who waits for the next step."""
    caseworkers = TeamMember.objects.caseworker_names([talk.case_id for talk in page], day)
    groups = []
    for turn in Turn:
        rows = [
            {"talk": talk, "case": talk.case, "caseworker": caseworkers.get(talk.case_id, "")}
            for talk in page
            if talk.turn == turn
        ]
        if rows:
            groups.append({"key": MARKS[turn], "title": turn.label, "count": len(rows), "rows": rows})
    return groups


@require_GET
@require_permission(Permission.ANSWER_BREACH, hides=True)
def conversation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was promised and not kept in time, what was said about it, and the answer."""
    talk = _talk(request, public_id)
    form = ReplyForm(today=request.today)
    draft = Draft.objects.of(by=request.user, case=talk.case, form=_draft_of(talk))
    if draft:
        form.restore(draft.fields)
    return _render(request, talk, form, draft=draft)


@require_POST
@require_permission(Permission.ANSWER_BREACH, hides=True)
@once
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say why, and what happens next by when. It is kept even if the breach has ended meanwhile."""
    talk = _talk(request, public_id)
    form = ReplyForm(request.POST, today=request.today)
    if not saved(form, lambda: talk.reply(by=request.user, on=request.today, **form.facts)):
        return _render(request, talk, form, status=422)
    Draft.objects.drop(by=request.user, case=talk.case, form=_draft_of(talk))
    day = date_format(form.cleaned_data["next_on"], "DATE_FORMAT")
    messages.success(
        request, _("Answered. If it is still over after %(day)s, it comes back by itself.") % {"day": day}
    )
    return redirect("goals:conversation", public_id)


@require_POST
@require_permission(Permission.ANSWER_BREACH, hides=True)
def keep_draft(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep the answer that is being written, for its author alone; forget it when its text is emptied."""
    talk = _talk(request, public_id)
    written = {name: value for name, value in request.POST.items() if name not in NOT_WRITTEN}
    draft = Draft.objects.keep(
        by=request.user,
        case=talk.case,
        form=_draft_of(talk),
        once=_key(request),
        fields=written,
        main="explanation",
    )
    saved_at = draft.saved_at if draft else None
    context = {"note_id": "answer", "saved_at": saved_at, "today": request.today}
    return render(request, "ui/draft_line.html", context)


def _draft_of(talk: Conversation) -> str:
    """Under which name a draft of an answer is kept; each conversation has its own."""
    return f"breach:{talk.pk}"


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("once", ""))
    except ValueError:
        return None


def _talk(request: HttpRequest, public_id: UUID) -> Conversation:
    talks = Conversation.objects.visible_to(request.user).with_latest()
    talks = talks.select_related("case__person", "case__household", "case__unit")
    talk = get_object_or_404(talks, public_id=public_id)
    log_opening(request, talk.case)
    return talk


def _render(
    request: HttpRequest, talk: Conversation, form: ReplyForm, draft: Draft | None = None, status: int = 200
) -> HttpResponse:
    """The whole conversation: its breaches, the ended ones too; its replies, the first one first."""
    today = request.today
    breaches = talk.breaches.order_by("over_since", "pk").prefetch_related(_clocks(today))
    replies = talk.replies.select_related("by").order_by("pk")
    context = case_frame(request, talk.case, tab="goals:conversation") | {
        "talk": talk,
        "state": _state(talk, today),
        "breaches": breaches,
        "said": [_said(reply, today) for reply in replies],
        "caseworker": TeamMember.objects.caseworker_names([talk.case_id], today).get(talk.case_id, ""),
        "form": form,
        "saved_at": draft.saved_at if draft else None,
    }
    return render(request, "goals/conversation.html", context, status=status)


def _state(talk: Conversation, today: date) -> str:
    """Where the conversation stands, in words."""
    if talk.closed_at:
        return _("Closed: nothing in it is over any more")
    if talk.answered_at is None:
        return Turn.UNANSWERED.label
    return (Turn.CAME_BACK if talk.next_on < today else Turn.ANSWERED).label


def _said(reply: Reply, today: date) -> dict:
    """A reply as an item of a timeline."""
    day = date_format(
        reply.next_on, "MONTH_DAY_FORMAT" if reply.next_on.year == today.year else "DATE_FORMAT"
    )
    step = _("Next: %(step)s, by %(day)s") % {"step": reply.next_step, "day": day}
    return {
        "icon": "chat",
        "title": reply.get_cause_display(),
        "text": f"{reply.explanation}\n{step}",
        "at": reply.at,
        "by": reply.by.name,
    }
