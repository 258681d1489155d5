"""The link by which a company acts on one offer without an account: made and revoked on the case."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.host import LinkForm, RevokeForm
from internships.models import ContactPerson, HostLink
from internships.models.host_link import suggested_end
from internships.rows import done, with_offer
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Occupation, version_of

REVOKED = ("revoked_at",)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def make_link(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Make a link for somebody at the company. The answer shows it, this once."""
    case, offered = with_offer(request, public_id, offer_id)
    people = ContactPerson.objects.visible_to(request.user).on(request.today).filter(company=offered.company)
    began = Occupation.objects.standing().filter(placement__offer=offered).first()
    known = {
        "valid_until": suggested_end(offered, began and began.planned_last_on, request.today),
        "call_name": request.user.name,
    }
    form = LinkForm(request.POST or None, today=request.today, people=list(people), initial=known)
    made: list[tuple[HostLink, str]] = []

    def make() -> None:
        made.append(HostLink.objects.make(offer=offered, today=request.today, by=request.user, **form.facts))

    if saved(form, make):
        [(link, secret)] = made
        address = request.build_absolute_uri(reverse("host:page", args=[secret]))
        context = case_frame(request, case, tab="case") | {
            "link": link,
            "address": address,
            "email": form.email,
        }
        return render(request, "internships/host_link.html", context)
    about = CaseForm(
        title=_("Link for the company"),
        text=_(
            "One page about this offer, without an account: the company confirms the agreement, tells of the start or"
            " that nobody came, notices when it may not last, and looks back. It reads first name, days, hours, tasks"
            " and whom to call, and nothing else. A new link replaces the one before."
        ),
        submit=_("Make the link"),
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def revoke_link(request: HttpRequest, public_id: UUID, link_id: UUID) -> HttpResponse:
    """The link leads nowhere from now on."""
    case = open_case(request, public_id)
    links = HostLink.objects.visible_to(request.user).filter(case=case).select_related("case")
    link = get_object_or_404(links, public_id=link_id)
    form = RevokeForm(request.POST or None, today=request.today)

    def revoke() -> None:
        link.revoke(on=request.today, by=request.user, version=seen(request, REVOKED))

    if saved_as_seen(form, revoke):
        return done(request, case, _("The link is revoked. Whoever opens it reads whom to call."))
    about = CaseForm(
        title=_("Revoke the link"),
        text=_("%(name)s, valid until %(date)s. Whoever opens it reads whom to call, and nothing else.")
        % {"name": link.contact_name, "date": link.valid_until},
        submit=_("Revoke the link"),
        is_final=True,
        version=version_of(link, REVOKED),
        tells=REVOKED,
    )
    return render_case_form(request, case, form, about)
