"""What was promised to a person in a contact: kept, no longer needed, open again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.log import DropPromiseForm
from mentoring.models import Promise
from mentoring.models.promise import SAYS
from refugees.case_forms import CaseForm, findable, render_case_form, saved_as_seen, seen
from refugees.case_frame import frame_for, open_visible
from refugees.going_back import back_to
from refugees.models import Case, version_of

BACK = "mentoring:contacts"


@require_POST
@require_permission(Permission.WRITE_NOTE)
def keep(request: HttpRequest, public_id: UUID, promise_id: UUID) -> HttpResponse:
    """It is done as promised: one tap, and the message offers to undo it."""
    case, promise = _with_promise(request, public_id, promise_id)
    back = back_to(request, reverse(BACK, args=[case.public_id]))
    if promise.keep(today=request.today, by=request.user):
        undo = reverse("mentoring:open_promise", args=[case.public_id, promise.public_id])
        words = _("Kept: %(promise)s") % {"promise": promise.words}
        messages.success(request, words, extra_tags=f"{undo}?{urlencode({'next': back})}")
    else:
        messages.info(request, _("Somebody had done this already."))
    return redirect(back)


@require_POST
@require_permission(Permission.WRITE_NOTE)
def open_again(request: HttpRequest, public_id: UUID, promise_id: UUID) -> HttpResponse:
    """That it was kept, or no longer needed, was a mistake."""
    case, promise = _with_promise(request, public_id, promise_id)
    if promise.open_again(today=request.today, by=request.user):
        messages.info(request, _("Still to be kept: %(promise)s") % {"promise": promise.words})
    return redirect(back_to(request, reverse(BACK, args=[case.public_id])))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_NOTE)
@once
def drop(request: HttpRequest, public_id: UUID, promise_id: UUID) -> HttpResponse:
    """It is no longer needed, because."""
    case, promise = _with_promise(request, public_id, promise_id)
    form = DropPromiseForm(request.POST or None, today=request.today)

    def settle() -> None:
        reason = form.cleaned_data["reason"]
        promise.drop(reason=reason, today=request.today, by=request.user, version=seen(request, SAYS))

    if saved_as_seen(form, settle):
        messages.success(request, _("Noted as no longer needed."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("No longer needed"),
        text=promise.words,
        submit=_("Save"),
        back=BACK,
        frame=frame_for,
        version=version_of(promise, SAYS),
        tells=SAYS,
    )
    return render_case_form(request, case, form, about)


def _with_promise(request: HttpRequest, public_id: UUID, promise_id: UUID) -> tuple[Case, Promise]:
    case = open_visible(request, public_id)
    rows = Promise.objects.visible_to(request.user).standing().filter(case=case)
    rows = rows.select_related("case", "holder", "settled_by")
    return case, get_object_or_404(findable(request, rows, rows.filter(outcome="")), public_id=promise_id)
