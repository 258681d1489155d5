"""Who is on a case: another caseworker, the end of a mentor's time; and with whom the person lives."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.forms.team import CaseworkerForm, EndPartForm, HouseholdForm
from refugees.models import Case, TeamMember, version_of
from refugees.parts import Part

BACK = "refugees:dates"
# What whoever was overtaken by a colleague is told of the team, or of the household, as it stands.
TELLS = ("user", "part", "during")
HOUSEHOLD = ("household",)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.GIVE_OUT_CASES)
@once
def change_caseworker(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Another caseworker from a day on. What the former one left open on the case passes on."""
    case = open_case(request, public_id)
    member = case.team.on(request.today).filter(part=Part.CASEWORKER).select_related("user").first()
    choices = User.objects.caseworkers_of([case.unit_id]).exclude(pk=member and member.user_id)
    form = CaseworkerForm(
        request.POST or None, today=request.today, choices=choices, initial={"on": request.today}
    )

    def hand_over() -> None:
        TeamMember.objects.assign(
            case=case,
            part=Part.CASEWORKER,
            by=request.user,
            version=seen(request, TELLS),
            **form.cleaned_data,
        )

    if saved_as_seen(form, hand_over):
        words = _("%(name)s now works on the case.") % {"name": form.cleaned_data["user"].name}
        return _done(request, case, words)
    about = CaseForm(
        title=_("Change caseworker") if member else _("Give the case to a caseworker"),
        text=_(
            "%(name)s works on the case now. Open tasks and unseen messages pass on; who had it stays in the history."
        )
        % {"name": member.user.name}
        if member
        else "",
        submit=_("Change caseworker") if member else _("Give out the case"),
        back=BACK,
        version=version_of(TeamMember.objects.last_to_join(case, part=Part.CASEWORKER), TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.GIVE_OUT_CASES)
@once
def end_mentor(request: HttpRequest, public_id: UUID, member_id: UUID) -> HttpResponse:
    """A mentor is on the case no longer; what they see of it ends with that day."""
    case = open_case(request, public_id)
    member = _mentor(request, case, member_id)
    form = EndPartForm(request.POST or None, today=request.today, initial={"on": request.today})

    def end() -> None:
        member.leave(on=form.cleaned_data["on"], by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, end):
        words = _("%(name)s is no longer a mentor on the case.") % {"name": member.user.name}
        return _done(request, case, words)
    about = CaseForm(
        title=_("End: %(part)s, %(name)s") % {"part": member.get_part_display(), "name": member.user.name},
        text=_("The mentor's time on the case stays in its history."),
        submit=_("End the mentor's time"),
        back=BACK,
        version=version_of(member, TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def change_household(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """With whom the person lives from a day on."""
    case = open_case(request, public_id)
    others = Case.objects.whole_for(request.user).open().filter(unit=case.unit_id).exclude(pk=case.pk)
    form = HouseholdForm(
        request.POST or None, today=request.today, cases=others, initial={"on": request.today}
    )

    def move() -> None:
        given = form.cleaned_data
        if given["other"]:
            case.move_in_with(
                given["other"], on=given["on"], by=request.user, version=seen(request, HOUSEHOLD)
            )
        else:
            case.join_household(None, on=given["on"], by=request.user, version=seen(request, HOUSEHOLD))

    if saved_as_seen(form, move):
        return _done(request, case, _("The household is changed."))
    about = CaseForm(
        title=_("Change the household"),
        text=_("People who are housed together. Each keeps a case and deadlines of their own."),
        submit=_("Change the household"),
        back=BACK,
        version=version_of(case, HOUSEHOLD),
        tells=HOUSEHOLD,
    )
    return render_case_form(request, case, form, about)


def _mentor(request: HttpRequest, case: Case, member_id: UUID) -> TeamMember:
    """A mentor on the case; what is sent about one who was taken out whole meanwhile is not lost either."""
    mentors = findable(request, case.team.mentors(), case.team.mentors().on(request.today))
    member = mentors.select_related("user", "case").filter(public_id=member_id).first()
    if member is None and request.method == "POST":
        member = TeamMember.objects.as_they_were(case, member_id)
    if member is None:
        raise Http404
    return member


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
