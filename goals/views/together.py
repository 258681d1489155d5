"""One answer to several breaches with one cause: who they are, the answer, and what became of it for each."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals import talks
from goals.models import Conversation, Together
from goals.reply_form import ReplyForm
from goals.views.conversation import draft_kept
from refugees.case_forms import saved
from refugees.going_back import back_to
from refugees.models import Draft

# As many as one page lists, and fewer than one change of cases may hold.
MOST = 100
DRAFT = "breaches"
NOTE_ID = "together"


@require_POST
@require_permission(Permission.ANSWER_BREACH)
def choose(request: HttpRequest) -> HttpResponse:
    """The chosen conversations by name, and the form for one answer to all of them. Nothing happens yet."""
    chosen = _chosen(request)
    if not chosen:
        messages.error(request, _("Choose at least one breach to answer."))
        return redirect(_back(request))
    form = ReplyForm(today=request.today)
    cases = [talk.case_id for talk in chosen]
    draft = Draft.objects.latest_of(by=request.user, cases=cases, form=DRAFT)
    if draft:
        form.restore(draft.fields)
    return _render(request, chosen, form, saved_at=draft and draft.saved_at)


@require_POST
@require_permission(Permission.ANSWER_BREACH)
@once
def answer_together(request: HttpRequest) -> HttpResponse:
    """Give the answer to each; tell apart by name what closed or was answered by somebody else meanwhile."""
    chosen = _chosen(request)
    form = ReplyForm(request.POST, today=request.today)
    told: list[Together] = []
    found = Conversation.objects.visible_to(request.user).filter(pk__in=[talk.pk for talk in chosen])
    seen = _versions(request, chosen)
    answered = saved(
        form,
        lambda: told.append(found.answer(versions=seen, by=request.user, on=request.today, **form.facts)),
    )
    if not answered:
        return _render(request, chosen, form, status=422)
    [outcome] = told
    if outcome.closed or outcome.overtaken:
        return _render_left(request, form, outcome)
    Draft.objects.drop_of(by=request.user, cases=[talk.case_id for talk in chosen], form=DRAFT)
    messages.success(request, _done(len(outcome.answered), form))
    return redirect(_back(request))


@require_POST
@require_permission(Permission.ANSWER_BREACH)
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keep the answer to several that is being written, on the first of their cases, for its author alone."""
    chosen = _chosen(request)
    if not chosen:
        raise Http404
    return draft_kept(request, chosen[0], DRAFT, note_id=NOTE_ID)


def _chosen(request: HttpRequest) -> list[Conversation]:
    """The conversations that were ticked. One that this person may not see does not exist for them."""
    try:
        wanted = {UUID(key) for key in request.POST.getlist("talk")}
    except ValueError:
        raise Http404 from None
    found = Conversation.objects.visible_to(request.user).filter(public_id__in=wanted).with_latest()
    chosen = list(talks.listed(found, request.today).order_by("pk"))
    if len(chosen) != len(wanted) or len(chosen) > MOST:
        raise Http404
    return chosen


def _versions(request: HttpRequest, chosen: list[Conversation]) -> dict[int, int]:
    """What had been said in each when the form was made."""
    seen = dict(pair.split("/") for pair in request.POST.getlist("seen") if pair.count("/") == 1)
    try:
        return {talk.pk: int(seen[str(talk.public_id)]) for talk in chosen}
    except (KeyError, ValueError):
        raise Http404 from None


def _back(request: HttpRequest) -> str:
    return back_to(request, reverse("goals:breaches"))


def _done(number: int, form: ReplyForm) -> str:
    day = date_format(form.cleaned_data["next_on"], "DATE_FORMAT")
    return ngettext(
        "%(number)d breach answered. If it is still over after %(day)s, it comes back by itself.",
        "%(number)d breaches answered. What is still over after %(day)s comes back by itself.",
        number,
    ) % {"number": number, "day": day}


def _render_left(request: HttpRequest, form: ReplyForm, outcome: Together) -> HttpResponse:
    """What was not answered and why, each by name; the words stay, to be sent again where they still fit."""
    keys = [talk.pk for talk in outcome.overtaken]
    found = Conversation.objects.visible_to(request.user).filter(pk__in=keys).with_latest()
    left = list(talks.listed(found, request.today).order_by("pk"))
    done = _done(len(outcome.answered), form) if outcome.answered else ""
    context = {"done": done, "closed": outcome.closed, "overtaken": left}
    return _render(request, left, form, status=409, **context)


def _render(
    request: HttpRequest, chosen: list[Conversation], form: ReplyForm, status: int = 200, **context: object
) -> HttpResponse:
    context |= {
        "form": form,
        "rows": talks.rows(chosen, request.today),
        "number": len(chosen),
        "back_url": _back(request),
        "note_id": NOTE_ID,
        "today": request.today,
    }
    return render(request, "goals/together.html", context, status=status)
