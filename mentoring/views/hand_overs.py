"""A mentor's people get other mentors in one step; and the letters that tell people who follows whom."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from accounts.models import User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.hand_over import AgreedForm, HandOverForm
from mentoring.hand_over_letter import letter_of
from mentoring.handing_over import before, letters_of, list_of
from mentoring.models import HandOver
from refugees.case_forms import CaseForm, render_case_form, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import GivenOutMeanwhile, version_of

BACK = "mentoring:holistic"
# What whoever was overtaken by a colleague is told of what a person agreed to.
TELLS = ("agreed",)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ARRANGE_MENTORS)
@once
def hand_over(request: HttpRequest, mentor_id: UUID) -> HttpResponse:
    """Everything a leaving or absent mentor has in hand, a choice for each person, all of it or nothing."""
    mentor = get_object_or_404(User.objects.mentors(), public_id=mentor_id)
    found = list_of(mentor, request.user, request.today)
    form = HandOverForm(request.POST or None, found=found)
    if not form.is_bound:
        return _page(request, mentor, form)
    if form.left_the_list:
        return _page(
            request, mentor, form, problem=_("The list has changed since you opened it."), status=409
        )
    if not form.is_valid():
        return _page(request, mentor, form, problem=_("Choose among the mentors of the list."), status=422)
    try:
        done = HandOver.objects.carry_out(form.choices, today=request.today, by=request.user)
    except GivenOutMeanwhile as meanwhile:
        names = ", ".join(case.number for case in meanwhile.cases)
        words = _("Somebody else has changed who is the mentor meanwhile: %(cases)s.") % {"cases": names}
        return _page(request, mentor, form, problem=words, status=409)
    except ValidationError as error:
        return _page(request, mentor, form, problem=" ".join(error.messages), status=422)
    words = ngettext("%(count)d person is handed over.", "%(count)d people are handed over.", len(done))
    messages.success(request, words % {"count": len(done)})
    if done and request.user.can(Permission.GIVE_OUT_CASES):
        return redirect("mentoring:hand_over_letters", mentor.public_id, request.today.isoformat())
    return redirect("mentoring:mentors")


@require_GET
@require_permission(Permission.GIVE_OUT_CASES)
def letters(request: HttpRequest, user_id: UUID, on: str) -> HttpResponse:
    """The letters to everybody whom a colleague handed over on a day, each on a sheet of its own."""
    former = get_object_or_404(User, public_id=user_id)
    members = list(letters_of(former, _day(on), request.user))
    if not members:
        raise Http404
    context = {"letters": [letter_of(member, former) for member in members], "former": former}
    return render(request, "mentors/letters.html", context | {"phone": settings.RECEPTION_PHONE})


@require_GET
@require_permission(Permission.SEE_CASE)
def letter(request: HttpRequest, public_id: UUID, member_id: UUID) -> HttpResponse:
    """The letter to one person: who is theirs now instead of whom."""
    case = open_case(request, public_id)
    member = get_object_or_404(case.team.select_related("case__person", "user"), public_id=member_id)
    context = {"letters": [letter_of(member, before(member))], "case": case}
    return render(request, "mentors/letters.html", context | {"phone": settings.RECEPTION_PHONE})


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def agreed(request: HttpRequest, public_id: UUID, hand_over_id: UUID) -> HttpResponse:
    """The person has changed their mind about what their mentor may read of the mentor before."""
    case = open_case(request, public_id)
    rows = case.hand_overs.select_related("case", "former", "to")
    found = get_object_or_404(rows, public_id=hand_over_id)
    form = AgreedForm(request.POST or None, today=request.today, initial={"agreed": found.agreed})

    def change() -> None:
        said = form.cleaned_data["agreed"]
        found.change_agreed(agreed=said, today=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, change):
        messages.success(request, _("It is changed, and counts from now on."))
        return redirect(BACK, case.public_id)
    names = {"name": found.to.name, "former": found.former.name}
    about = CaseForm(
        title=_("What %(name)s may read of %(former)s") % names,
        text=_("What the person agrees to. It can be changed at any time."),
        submit=_("Save"),
        back=BACK,
        version=version_of(found, TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Http404 from None


def _page(
    request: HttpRequest, mentor: User, form: HandOverForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    """The list as it stands now; what was chosen for somebody who is still on it stays chosen."""
    context = {
        "mentor": mentor,
        "lines": list(form.lines()),
        "elsewhere": form.found.elsewhere,
        "may_see_cases": request.user.sees_whole_cases(),
        "problem": problem,
        "today": request.today,
    }
    return render(request, "mentors/hand_over.html", context, status=status)
