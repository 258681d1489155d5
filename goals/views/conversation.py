"""The conversation on a breach: taken, answered, kept as a draft; on its own page, or in place in a list."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals import talks
from goals.models import Clock, Conversation, Reply
from goals.reply_form import ReplyForm
from goals.verbs import Verb
from refugees import drafting
from refugees.case_forms import saved
from refugees.case_frame import case_frame, log_opening
from refugees.going_back import back_to
from refugees.models import CaseLine, Draft, StaleEdit


@require_GET
@require_permission(Permission.ANSWER_BREACH)
def conversation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was promised and not kept in time, what was said about it, and the answer."""
    talk = _talk(request, public_id)
    return _render(request, talk, *_begun(request, talk))


@require_GET
@require_permission(Permission.ANSWER_BREACH)
def line(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The conversation as a row of a list, its form closed."""
    talk = _talk(request, public_id)
    if not request.htmx:
        return redirect("goals:conversation", public_id)
    return _render_row(request, talk)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ANSWER_BREACH)
@once
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say why, and what happens next by when: in place in a list, or on the page of the conversation.

    The answer is kept even if the breach has ended meanwhile.
    """
    talk = _talk(request, public_id)
    if request.method == "GET":
        return _open_form(request, talk)
    form = ReplyForm(request.POST, today=request.today, auto_id=_ids(request, talk))
    try:
        is_saved = saved(form, lambda: talk.reply(by=request.user, on=request.today, **_said(form)))
    except StaleEdit as stale:
        return _render_conflict(request, stale.current)
    if not is_saved:
        return _render(request, talk, form, status=422)
    Draft.objects.drop(by=request.user, case=talk.case, form=_draft_of(talk))
    day = date_format(form.cleaned_data["next_on"], "DATE_FORMAT")
    done = _("Answered. If it is still over after %(day)s, it comes back by itself.") % {"day": day}
    if request.htmx:
        return _render_row(request, _talk(request, public_id), done=done)
    messages.success(request, done)
    return redirect("goals:conversation", public_id)


@require_POST
@require_permission(Permission.ANSWER_BREACH)
def acknowledge(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """I have seen this and take it. Whoever comes second is shown who was first."""
    talk = _talk(request, public_id)
    is_taken = talk.acknowledge(by=request.user, on=request.today)
    done = _("You have taken it.") if is_taken else _("Somebody has taken or answered it already.")
    if request.htmx:
        return _render_row(request, _talk(request, public_id), done=done)
    messages.add_message(request, messages.SUCCESS if is_taken else messages.INFO, done)
    return redirect(back_to(request, reverse("goals:conversation", args=[public_id])))


@require_POST
@require_permission(Permission.ANSWER_BREACH)
def keep_draft(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep the answer that is being written, for its author alone; forget it when its text is emptied."""
    talk = _talk(request, public_id)
    return draft_kept(request, talk, _draft_of(talk), note_id=f"answer-{talk.pk}")


def draft_kept(request: HttpRequest, talk: Conversation, form: str, *, note_id: str) -> HttpResponse:
    """Keep what stands in the form as a draft on the case of this conversation; say so."""
    draft = drafting.keep(request, talk.case, form, main="explanation")
    return drafting.say_kept(request, draft, note_id=note_id)


def _draft_of(talk: Conversation) -> str:
    """Under which name a draft of an answer is kept; each conversation has its own."""
    return f"breach:{talk.pk}"


def _talk(request: HttpRequest, public_id: UUID) -> Conversation:
    found = talks.listed(Conversation.objects.visible_to(request.user).with_latest(), request.today)
    found = found.select_related("case__household", "case__unit")
    return get_object_or_404(found, public_id=public_id)


def _ids(request: HttpRequest, talk: Conversation) -> str:
    """In a list several forms may be open at once, so the fields of each have ids of their own."""
    return f"id_{talk.pk}_%s" if request.htmx else "id_%s"


def _begun(request: HttpRequest, talk: Conversation) -> tuple[ReplyForm, Draft | None]:
    """The form, with what its reader had begun to write."""
    form = ReplyForm(today=request.today, auto_id=_ids(request, talk), initial={"version": talk.version})
    return form, drafting.begun(form, by=request.user, case=talk.case, name=_draft_of(talk))


def _said(form: ReplyForm) -> dict[str, object]:
    return form.facts | {"version": form.cleaned_data["version"]}


def _open_form(request: HttpRequest, talk: Conversation) -> HttpResponse:
    """The row with its form, for htmx; a browser finds the form on the page of the conversation."""
    if not request.htmx:
        page = reverse("goals:conversation", args=[talk.public_id])
        return redirect(f"{page}#answer-title")
    return _render(request, talk, *_begun(request, talk))


def _render_conflict(request: HttpRequest, theirs: Reply) -> HttpResponse:
    """Both texts; sent again, the answer goes below the one that came first, knowingly."""
    talk = _talk(request, theirs.conversation.public_id)
    sent = request.POST.copy()
    sent["version"] = str(talk.version)
    form = ReplyForm(sent, today=request.today, auto_id=_ids(request, talk))
    conflict = {
        "by": theirs.by.name,
        "at": theirs.at,
        "theirs": theirs.explanation,
        "yours": sent.get("explanation", ""),
    }
    return _render(request, talk, form, conflict=conflict, status=409)


def _render_row(request: HttpRequest, talk: Conversation, done: str = "") -> HttpResponse:
    """The row as it stands now, with what was just done."""
    log_opening(request, talk.case)
    [row] = talks.rows([talk], request.today)
    response = render(request, "goals/_breach_row.html", {"row": row, "done": done, "today": request.today})
    patch_vary_headers(response, ["HX-Request"])
    return response


def _render(
    request: HttpRequest,
    talk: Conversation,
    form: ReplyForm,
    draft: Draft | None = None,
    conflict: dict | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form with what it is about: its row in a list for htmx, the whole conversation for a browser."""
    log_opening(request, talk.case)
    context = {
        "talk": talk,
        "form": form,
        "note_id": f"answer-{talk.pk}",
        "saved_at": draft.saved_at if draft else None,
        "conflict": conflict,
        "today": request.today,
    }
    [context["row"]] = talks.rows([talk], request.today)
    if request.htmx:
        response = render(request, "goals/_answer_row.html", context, status=status)
    else:
        context |= case_frame(request, talk.case, tab="goals:conversation") | _whole(talk, request.today)
        response = render(request, "goals/conversation.html", context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _whole(talk: Conversation, today: date) -> dict[str, object]:
    """Its breaches, the ended ones too; who took it and what was said, the first first."""
    clocks = Prefetch("clock", Clock.objects.at(today).numbered().select_related("version"))
    return {
        "state": _state(talk, today),
        "breaches": talk.breaches.order_by("over_since", "pk").prefetch_related(clocks),
        "said": sorted([*_takings(talk), *_replies(talk, today)], key=lambda item: item["at"]),
    }


def _state(talk: Conversation, today: date) -> str:
    """Where the conversation stands, in words."""
    if talk.closed_at:
        return _("Closed: nothing in it is over any more")
    return talk.turn_on(today).label


def _takings(talk: Conversation) -> list[dict]:
    """Who said that they take it, each time, as items of a timeline."""
    lines = CaseLine.objects.filter(
        case=talk.case_id, verb=Verb.BREACH_ACKNOWLEDGED, details__conversation=talk.pk
    )
    return [
        {"icon": taken.icon, "title": _("Seen and taken"), "at": taken.at, "by": taken.by.name}
        for taken in lines.select_related("by")
    ]


def _replies(talk: Conversation, today: date) -> list[dict]:
    """The replies as items of a timeline."""
    return [_item(reply, today) for reply in talk.replies.select_related("by").order_by("pk")]


def _item(reply: Reply, today: date) -> dict:
    day = date_format(
        reply.next_on, "MONTH_DAY_FORMAT" if reply.next_on.year == today.year else "DATE_FORMAT"
    )
    step = _("Next: %(step)s, by %(day)s") % {"step": reply.next_step, "day": day}
    reason = [reply.get_reason_display()] if reply.reason else []
    return {
        "icon": "chat",
        "title": reply.get_cause_display(),
        "text": "\n".join([*reason, reply.explanation, step]),
        "at": reply.at,
        "by": reply.by.name,
    }
