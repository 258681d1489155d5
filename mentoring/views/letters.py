"""A photographed letter on its way from the person's mailbox to the caseworker. It never comes back from here."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.letters import LetterForm
from mentoring.models import Letter
from mentoring.models.concern_kinds import CLOSED
from mentoring.views.log import words_come_back
from refugees.case_forms import saved
from refugees.case_frame import frame_for, open_visible

SHOWN = 20


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SEE_MY_PEOPLE)
@once
@words_come_back
def send(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take a photo, say in a line what it is, send. Below stands what this mentor sent before, never what it shows."""
    case = open_visible(request, public_id)
    was_cut = getattr(request, "upload_was_cut", False)
    form = LetterForm(request.POST or None, request.FILES or None, today=request.today, was_cut=was_cut)

    def write() -> None:
        Letter.objects.send(case=case, today=request.today, by=request.user, **form.facts)

    if saved(form, write):
        messages.success(request, _("Sent. It stands on the case, and the caseworker has a task to read it."))
        return redirect("mentoring:send_letter", case.public_id)
    letters = Letter.objects.visible_to(request.user).filter(case=case).order_by("-sent_at", "-pk")
    context = frame_for(request, case, tab="mentoring:contacts") | {
        "form": form,
        "letters": list(letters[:SHOWN]),
        "closed_words": CLOSED if case.closed_on else "",
        "back_to": reverse("my_people"),
    }
    return render(request, "letters/letter.html", context, status=422 if form.is_bound else 200)
