"""The slip of an appointment, to be printed and given to the person."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from refugees.case_frame import open_case
from refugees.models import AppointmentKind
from refugees.slip import DANISH, language_for, languages, slip


@require_GET
@require_permission(Permission.SEE_CASE)
def appointment_slip(request: HttpRequest, public_id: UUID, appointment_id: UUID) -> HttpResponse:
    """In the person's language, or another one that is chosen, and in Danish below it."""
    case = open_case(request, public_id)
    meetings = case.appointments.standing().exclude(kind=AppointmentKind.ELSEWHERE)
    meeting = get_object_or_404(meetings.select_related("case__person"), public_id=appointment_id)
    chosen = language_for(case.person, request.GET.get("language", ""))
    context = {
        "case": case,
        "slips": [slip(meeting, code) for code in dict.fromkeys([chosen.language, DANISH])],
        "chosen": chosen,
        "languages": languages(),
        "phone": settings.RECEPTION_PHONE,
    }
    return render(request, "appointments/slip.html", context)
