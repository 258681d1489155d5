"""The mentor of the first year on a case: offered, answered, taken back; and a mentor who stays longer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.answers import AnswerHolisticForm
from mentoring.forms.mentors import (
    ExtendMentorForm,
    GiveMentorForm,
    OfferHolisticForm,
    TakeOfferBackForm,
)
from mentoring.mentors import suggested, who_leaves
from mentoring.models import HolisticOffer, MentorExtension
from mentoring.panels import holistic_of
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, TeamMember, version_of
from refugees.parts import Part

BACK = "mentoring:holistic"
# What whoever was overtaken by a colleague is told of the offer, or of the mentor's time, as it stands.
TELLS = (
    "offered_on",
    "wished_sex",
    "district",
    "wish",
    "answer",
    "answered_on",
    "reason",
    "replaced_at",
    "correction_reason",
    "taken_back_at",
)
TIME_TELLS = ("user", "part", "during")


@require_GET
@require_permission(Permission.SEE_CASE)
def holistic(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything about the mentor of the first year."""
    case = open_case(request, public_id)
    context = case_frame(request, case, tab=BACK) | holistic_of(case, request.user, request.today)
    return render(request, "mentors/holistic.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def offer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A holistic mentor was offered, and what the person wishes of one."""
    case = open_case(request, public_id)
    form = OfferHolisticForm(
        request.POST or None,
        today=request.today,
        is_protected=case.person.is_protected,
        initial={"on": request.today},
    )

    def write() -> None:
        HolisticOffer.objects.make(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        return _done(request, case, _("The offer is recorded."))
    about = CaseForm(title=_("A holistic mentor was offered"), submit=_("Record the offer"), back=BACK)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def answer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """What the person said to it."""
    case, found = _with_offer(request, public_id, offer_id)
    known = {"answer": found.answer, "on": found.answered_on or request.today, "reason": found.reason}
    form = AnswerHolisticForm(
        request.POST or None,
        today=request.today,
        mentor=found.mentors(request.today).first(),
        is_correction=bool(found.answer),
        is_overtaken=seen(request, TELLS).version != version_of(found, TELLS),
        initial=known,
    )

    def write() -> None:
        version = seen(request, TELLS)
        found.record_answer(today=request.today, by=request.user, version=version, **form.cleaned_data)

    if saved_as_seen(form, write):
        return _done(request, case, _("The answer is recorded."))
    about = _about(
        found,
        TELLS,
        text=_("What was answered before stays readable.") if found.answer else "",
        title=_("Answer to the offer of a holistic mentor"),
        submit=_("Save"),
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """There was no such offer."""
    case, found = _with_offer(request, public_id, offer_id)
    form = TakeOfferBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason, version = form.cleaned_data["reason"], seen(request, TELLS)
        found.take_back(reason=reason, on=request.today, by=request.user, version=version)

    if saved_as_seen(form, strike):
        return _done(request, case, _("The offer is taken back. Its promise runs again."))
    about = _about(
        found,
        TELLS,
        title=_("Take the offer back"),
        text=_("There was no such offer. The record stays in the history, and the promise runs again."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ARRANGE_MENTORS)
@once
def extend(request: HttpRequest, public_id: UUID, member_id: UUID) -> HttpResponse:
    """The mentor stays longer than was agreed, because."""
    case = open_case(request, public_id)
    rows = case.team.mentors().select_related("case", "user")
    standing = rows.on(request.today).filter(during__upper_inf=False)
    member = get_object_or_404(findable(request, rows, standing), public_id=member_id)
    form = ExtendMentorForm(request.POST or None, today=request.today)

    def write() -> None:
        MentorExtension.objects.grant(
            member=member,
            today=request.today,
            by=request.user,
            version=seen(request, TIME_TELLS),
            **form.cleaned_data,
        )

    if saved_as_seen(form, write):
        return _done(request, case, _("%(name)s stays longer.") % {"name": member.user.name})
    about = _about(
        member,
        TIME_TELLS,
        title=_("%(name)s stays longer") % {"name": member.user.name},
        text=_("A year is the rule. The reason stays beside the longer time."),
        submit=_("Extend the time"),
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.ARRANGE_MENTORS)
@once
def assign_retention_mentor(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A retention mentor from a day on: the suggestion with its reasons; whoever was it before leaves on that day.

    A holistic mentor is given from the offer (views/mentors.py), where the person's answer stands.
    """
    case = open_case(request, public_id)
    wishes = case.holistic_offers.standing().newest_first().first()
    choices = suggested(case, wishes, request.today, part=Part.RETENTION_MENTOR)
    form = GiveMentorForm(
        request.POST or None, today=request.today, suggested=choices, initial={"on": request.today}
    )

    def assign() -> None:
        TeamMember.objects.assign(
            case=case,
            part=Part.RETENTION_MENTOR,
            by=request.user,
            version=seen(request, TIME_TELLS),
            **form.cleaned_data,
        )

    if saved_as_seen(form, assign):
        words = _("%(name)s is now a mentor on the case.") % {"name": form.cleaned_data["user"].name}
        return _done(request, case, words)
    text = _(
        "From that day the mentor sees how to reach the person, and what is due next, until somebody ends it."
    )
    about = _about(
        TeamMember.objects.last_to_join(case, part=Part.RETENTION_MENTOR),
        TIME_TELLS,
        title=_("Assign a retention mentor"),
        text=" ".join(filter(None, [text, who_leaves(case, Part.RETENTION_MENTOR, request.today)])),
        submit=_("Assign the mentor"),
    )
    return render_case_form(request, case, form, about)


def _with_offer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> tuple[Case, HolisticOffer]:
    case = open_case(request, public_id)
    rows = case.holistic_offers.select_related("case")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=offer_id)


def _about(row: models.Model | None, tells: tuple[str, ...], **words: Any) -> CaseForm:
    return CaseForm(back=BACK, version=version_of(row, tells), tells=tells, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
