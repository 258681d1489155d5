"""The registration of an IGU with the state, on the page of a case."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships import igu
from internships.forms.igu import IguRegistrationForm
from internships.models import IguRegistration
from internships.models.igu_registration import DAYS
from internships.rows import done
from refugees.case_forms import CaseForm, render_case_form, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import version_of


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def register(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record when the IGU was registered with the state, and when its teaching plan was ready."""
    case = open_case(request, public_id)
    row = IguRegistration.objects.filter(case=case).first()
    known = {name: getattr(row, name) for name in DAYS} if row else {}
    form = IguRegistrationForm(request.POST or None, today=request.today, initial=known)

    def record() -> None:
        IguRegistration.objects.record(
            case=case, today=request.today, by=request.user, version=seen(request, DAYS), **form.cleaned_data
        )

    if saved_as_seen(form, record):
        return done(request, case, _("The registration of the IGU is recorded."))
    about = CaseForm(
        title=_("Registration of the IGU"),
        text=_("For starts from %(first)s to %(last)s: %(rules)s")
        % {
            "first": date_format(igu.FROM_2024),
            "last": date_format(igu.TO_2027),
            "rules": f"{igu.REGISTERED.sentence} {igu.TEACHING_PLAN.sentence}",
        },
        submit=_("Save the registration"),
        version=version_of(row, DAYS),
        tells=DAYS,
    )
    return render_case_form(request, case, form, about)
