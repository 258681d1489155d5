"""The secret address of somebody's own calendar: made, renewed, withdrawn. The feed itself knows the appointments."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import CalendarAddress
from accounts.once import once
from accounts.permissions import Permission, require_permission

# The address that shows the feed stands with the appointments, a layer above this one.
FEED = "refugees:calendar"


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SEE_OWN_ACCOUNT)
@once
def make_calendar_address(request: HttpRequest) -> HttpResponse:
    """Make an address, or a new one in place of the old. The answer shows it, this once; asked again it leads back."""
    if request.method == "GET":
        return redirect(f"{reverse('accounts:settings')}#calendar")
    secret = CalendarAddress.objects.make(by=request.user)
    address = request.build_absolute_uri(reverse(FEED, args=[secret]))
    return render(request, "accounts/calendar_address.html", {"address": address})


@require_POST
@require_permission(Permission.SEE_OWN_ACCOUNT)
@once
def withdraw_calendar_address(request: HttpRequest) -> HttpResponse:
    """The address leads nowhere from now on."""
    if CalendarAddress.objects.withdraw(by=request.user):
        messages.success(request, _("The address is withdrawn. Calendars that use it get nothing more."))
    return redirect(f"{reverse('accounts:settings')}#calendar")
