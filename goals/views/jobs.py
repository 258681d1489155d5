"""What runs by itself, and what could not be delivered: for whoever looks after the system."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals import mailing
from goals.mailing import SHOWN
from goals.models import JobRun, RecalculationChunk


@require_GET
@require_permission(Permission.SEE_MAILING)
def jobs(request: HttpRequest) -> HttpResponse:
    """When each job last ran and how it ended; the cases and the mails that were given up; the mail that waits."""
    context = {
        "runs": JobRun.objects.latest_of_each(),
        "stuck": RecalculationChunk.objects.given_up()
        .select_related("run")
        .order_by("run", "number")[:SHOWN],
        "post": mailing.standing(),
        "today": request.today,
    }
    return render(request, "goals/jobs.html", context)


@require_POST
@require_permission(Permission.SEE_MAILING)
@once
def try_again(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What kept a mail from going out is mended: it starts anew."""
    if not mailing.try_again(public_id):
        raise Http404
    messages.success(request, _("The e-mail is tried again within five minutes."))
    return redirect("goals:jobs")
