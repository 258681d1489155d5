"""What somebody is told about cases, until they say that they have seen it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require_permission
from refugees.going_back import back_to
from refugees.models import Message


@require_POST
@require_permission(Permission.SEE_CASE)
def seen(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """This one is seen."""
    message = get_object_or_404(Message.objects.visible_to(request.user), public_id=message_id)
    message.seen(by=request.user)
    return redirect(back_to(request, reverse("home")))


@require_POST
@require_permission(Permission.SEE_CASE)
def all_seen(request: HttpRequest) -> HttpResponse:
    """All that were on the page are seen; one that came meanwhile is not."""
    shown = [int(key) for key in request.POST.getlist("message") if key.isdecimal()]
    Message.objects.visible_to(request.user).filter(pk__in=shown).all_seen(by=request.user)
    return redirect(back_to(request, reverse("home")))
