"""What is being written in a form is kept meanwhile, for its author alone. `case` is None for one about no case."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.fields import DatedForm
from accounts.models import User
from refugees.models import Case, Draft

# What a form sends besides what somebody wrote.
NOT_WRITTEN = {"csrfmiddlewaretoken", "once", "next"}


def begun(form: DatedForm, *, by: User, case: Case | None, name: str) -> Draft | None:
    """Show in a new form what this person had begun to write in it."""
    draft = None if form.is_bound else Draft.objects.of(by=by, case=case, form=name)
    if draft:
        form.restore(draft.fields)
    return draft


def keep(request: HttpRequest, case: Case | None, name: str, *, main: str = "") -> Draft | None:
    """Keep what stands in the form now; nothing, if its main field (or, without one, every field) is empty."""
    written = {
        field: values if len(values) > 1 else values[-1]
        for field, values in request.POST.lists()
        if field not in NOT_WRITTEN
    }
    return Draft.objects.keep(
        by=request.user, case=case, form=name, once=_key(request), fields=written, main=main
    )


def say_kept(request: HttpRequest, draft: Draft | None, *, note_id: str = "") -> HttpResponse:
    """The line under the form that says when it was saved."""
    context = {"note_id": note_id, "saved_at": draft and draft.saved_at, "today": request.today}
    return render(request, "ui/draft_line.html", context)


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("once", ""))
    except ValueError:
        return None
