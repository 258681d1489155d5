"""The mentors: who they are, what they carry, when they are away; and who waits for one and gets one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import Absence, User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.mentors import GiveMentorForm, MentorAwayForm, MentorProfileForm
from mentoring.mentors import carried, mentors, suggested, who_leaves
from mentoring.models import HolisticOffer, MentorProfile
from mentoring.models.mentor_profile import SPEAKS
from refugees.both_texts import NOTHING, both_texts, told
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.case_frame import log_opening
from refugees.languages import spoken
from refugees.models import TeamMember, version_of
from refugees.parts import MENTOR_MONTHS, Part

# What whoever was overtaken by a colleague is told of the profile, or of the team, as it stands.
PROFILE_TELLS = ("kinds", "capacity", "sex", "districts", "weekdays")
TEAM_TELLS = ("user", "part", "during")


@require_GET
@require_permission(Permission.ARRANGE_MENTORS)
def overview(request: HttpRequest) -> HttpResponse:
    """Who waits for a mentor, longest first; and the mentors by the alphabet, never by a figure."""
    waiting = HolisticOffer.objects.arranged_by(request.user).waiting(request.today).longest_first()
    rows = [(each, spoken([each.case.person.interpreter, *each.case.person.speaks])) for each in waiting]
    people = [(row, carried(row)) for row in mentors(request.today)]
    context = {"waiting": rows, "mentors": people, "today": request.today}
    return render(request, "mentors/overview.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ARRANGE_MENTORS)
@once
def give(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """The person gets a mentor: the suggestion with its reasons, and whoever is chosen from it."""
    offers = HolisticOffer.objects.arranged_by(request.user).standing().select_related("case__person")
    offer = get_object_or_404(offers.filter(case__closed_on=None), public_id=offer_id)
    log_opening(request, offer.case)
    choices = suggested(offer.case, offer, request.today)
    form = GiveMentorForm(
        request.POST or None, today=request.today, suggested=choices, initial={"on": request.today}
    )

    def accept() -> None:
        chosen, on = form.cleaned_data["user"], form.cleaned_data["on"]
        team = seen(request, TEAM_TELLS)
        offer.accept_with(mentor=chosen, on=on, today=request.today, by=request.user, team=team)

    if saved_as_seen(form, accept):
        names = {"name": form.cleaned_data["user"].name, "person": offer.case.person.name}
        messages.success(request, _("%(name)s is now the mentor of %(person)s.") % names)
        return redirect("mentoring:mentors")
    last = TeamMember.objects.last_to_join(offer.case, part=Part.HOLISTIC_MENTOR)
    context = {
        "offer": offer,
        "languages": spoken([offer.case.person.interpreter, *offer.case.person.speaks]),
        "months": MENTOR_MONTHS,
        "leaves": who_leaves(offer.case, Part.HOLISTIC_MENTOR, request.today),
    }
    if form.overtaken_by:
        context |= {"form": form, "today": request.today, "is_overtaken": True}
        context |= both_texts(form, form.overtaken_by.current, TEAM_TELLS)
        return render(request, "mentors/give.html", context, status=409)
    return _form_page(request, "mentors/give.html", form, version_of(last, TEAM_TELLS), context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ARRANGE_MENTORS)
@once
def profile(request: HttpRequest, mentor_id: UUID) -> HttpResponse:
    """What is known of a mentor."""
    mentor = get_object_or_404(User.objects.mentors(), public_id=mentor_id)
    row = MentorProfile.objects.visible_to(request.user).filter(user=mentor).first()
    known = {name: getattr(row, name) for name in PROFILE_TELLS} if row else {"kinds": [Part.HOLISTIC_MENTOR]}
    form = MentorProfileForm(
        request.POST or None, today=request.today, mentor=mentor, initial=known | {"speaks": mentor.speaks}
    )

    def write() -> None:
        version = seen(request, PROFILE_TELLS)
        MentorProfile.objects.write(mentor=mentor, version=version, **form.cleaned_data)

    if saved_as_seen(form, write):
        messages.success(request, _("The profile of %(name)s is saved.") % {"name": mentor.name})
        return redirect("mentoring:mentors")
    if form.overtaken_by:
        return _both_profiles(request, form, mentor)
    return _form_page(request, "mentors/profile.html", form, _made_from(row, mentor), {"mentor": mentor})


def _made_from(row: MentorProfile | None, mentor: User) -> str:
    """What a form about a mentor is made from: the profile, and the languages, which stand with the user."""
    return f"{version_of(row, PROFILE_TELLS)}_{version_of(mentor, SPEAKS)}"


def _both_profiles(request: HttpRequest, form: MentorProfileForm, mentor: User) -> HttpResponse:
    """Whichever of the two was changed meanwhile, both are told, as they stand now."""
    stands = User.objects.select_related("mentor_profile").get(pk=mentor.pk)
    row = getattr(stands, "mentor_profile", None)
    context = both_texts(
        form, form.overtaken_by.current, SPEAKS if form.overtaken_by.current == stands else PROFILE_TELLS
    )
    languages = _("Languages: %(languages)s") % {"languages": spoken(stands.speaks) or NOTHING}
    context["theirs"] = "\n".join([languages, *(told(row, PROFILE_TELLS) if row else [])])
    context |= {"form": form, "mentor": mentor, "version": _made_from(row, stands), "is_overtaken": True}
    return render(request, "mentors/profile.html", context | {"today": request.today}, status=409)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ARRANGE_MENTORS)
@once
def away(request: HttpRequest, mentor_id: UUID) -> HttpResponse:
    """A mentor is away: no new people are suggested for them."""
    mentor = get_object_or_404(User.objects.mentors(), public_id=mentor_id)
    form = MentorAwayForm(request.POST or None, today=request.today, initial={"first_on": request.today})
    if saved(form, lambda: Absence.objects.record(user=mentor, **form.cleaned_data)):
        messages.success(request, _("%(name)s is noted as away.") % {"name": mentor.name})
        return redirect("mentoring:mentors")
    context = {"form": form, "mentor": mentor}
    return render(request, "mentors/away.html", context, status=422 if form.is_bound else 200)


@require_POST
@require_permission(Permission.ARRANGE_MENTORS)
@once
def back(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """They are not away after all, or are back already."""
    absences = Absence.objects.filter(user__in=User.objects.mentors()).select_related("user")
    absence = get_object_or_404(absences, public_id=absence_id)
    absence.withdraw(by=request.user)
    messages.success(request, _("%(name)s is no longer noted as away.") % {"name": absence.user.name})
    return redirect("mentoring:mentors")


def _form_page(
    request: HttpRequest, template: str, form: Any, made_from: str, context: dict[str, Any]
) -> HttpResponse:
    """A page with a form; one that comes back to be mended is still made from what its reader saw."""
    version = request.POST.get("version", "") if form.is_bound else made_from
    context |= {"form": form, "today": request.today, "version": version}
    return render(request, template, context, status=422 if form.is_bound else 200)
