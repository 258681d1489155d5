"""What is being written in a form about pauses or more time, kept for its author alone."""

from typing import TypedDict
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require_permission
from refugees import drafting
from refugees.case_frame import open_case
from refugees.models import Case, Draft

PAUSE = "pause"
CORRECT_PAUSE = "correct-pause"
WITHDRAW_PAUSE = "withdraw-pause"
ASK = "more-time"
DECIDE = "decide-more-time"
FORMS = {PAUSE, CORRECT_PAUSE, WITHDRAW_PAUSE, ASK, DECIDE}


class Kept(TypedDict):
    """What a `CaseForm` needs to know of it."""

    draft: str
    draft_url: str


@require_POST
@require_permission(Permission.WRITE_CASE)
def keep_draft(request: HttpRequest, public_id: UUID, form: str) -> HttpResponse:
    """Keep what is being written; forget it when every field is emptied."""
    case = open_case(request, public_id)
    if form.partition(":")[0] not in FORMS:
        raise Http404
    return drafting.say_kept(request, drafting.keep(request, case, form), note_id="case-form")


def kept_as(case: Case, form: str) -> Kept:
    """Under which name, and where it is sent."""
    return {"draft": form, "draft_url": reverse("case_time:keep_draft", args=[case.public_id, form])}


def forget(request: HttpRequest, case: Case, form: str) -> None:
    """It was sent."""
    Draft.objects.drop(by=request.user, case=case, form=form)
