"""My team: the team lead's own page. Cases nobody works on, who carries what, unanswered breaches, who is away.

Colleagues stand in the order of the alphabet, never in one of figures: the page shares out work, it ranks nobody.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from accounts.models import Absence, User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from copenhagen_model.my_work import PAGE_SIZE
from copenhagen_model.unplanned import without_next_step
from copenhagen_model.work_rows import grouped, rows_for
from copenhagen_model.worklist import View, places, stretch
from goals import talks
from goals.models import Conversation, Extension, Turn
from mentoring.models import Concern
from refugees.giving_out import NEW_CASE_MONTHS, NEW_CASE_WEIGHT
from refugees.models import Case, Load, TeamMember

ABSENCES_AHEAD = timedelta(days=14)
# More than that is a day's work elsewhere: the pages of the goals and of giving out show them all.
SHOWN_TO_GIVE_OUT = 8
SHOWN_BREACHES = 50
SHOWN_EXTENSIONS = 50


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """One caseworker: what they carry, and when they are away."""

    user: User
    load: Load
    absences: list[Absence]
    is_away: bool
    without_step: int = 0


class AbsenceForm(forms.Form):
    """Who is away, and from when to when."""

    colleague = forms.ModelChoiceField(
        label=gettext_lazy("Colleague"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Choose a colleague"),
        error_messages={"required": gettext_lazy("Choose who is away.")},
    )
    first_on = forms.DateField(
        label=gettext_lazy("First day away"),
        error_messages={
            "required": gettext_lazy("Write the first day away."),
            "invalid": gettext_lazy("Write the first day away, for example 28-11-2026."),
        },
    )
    back_on = forms.DateField(
        label=gettext_lazy("First day back"),
        required=False,
        help_text=gettext_lazy("Leave it empty while nobody knows."),
        error_messages={"invalid": gettext_lazy("Write the first day back, for example 5-12-2026.")},
    )

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = User.objects.caseworkers_of(user.case_unit_ids())
        self.fields["colleague"].label_from_instance = lambda colleague: colleague.name


@require_GET
@require_permission(Permission.SEE_TEAM)
def my_team(request: HttpRequest) -> HttpResponse:
    """Where a team lead's day begins."""
    return _page(request, AbsenceForm(user=request.user))


@require_POST
@require_permission(Permission.ARRANGE_COVER)
@once
def record_absence(request: HttpRequest) -> HttpResponse:
    """A colleague is away: their cases need cover, and no new ones are proposed to them."""
    form = AbsenceForm(request.POST, user=request.user)
    if form.is_valid():
        absent = form.cleaned_data
        try:
            Absence.objects.record(
                user=absent["colleague"], first_on=absent["first_on"], back_on=absent["back_on"]
            )
        except ValidationError as error:
            _put_on(form, error)
    if form.errors:
        return _page(request, form, status=422)
    messages.success(request, _("%(name)s is noted as away.") % {"name": absent["colleague"].name})
    return redirect("my_team")


@require_POST
@require_permission(Permission.ARRANGE_COVER)
@once
def withdraw_absence(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """They are not away after all, or are back already."""
    absences = Absence.objects.visible_to(request.user).select_related("user")
    absence = get_object_or_404(absences, public_id=absence_id)
    absence.withdraw(by=request.user)
    messages.success(request, _("%(name)s is no longer noted as away.") % {"name": absence.user.name})
    return redirect("my_team")


@require_GET
@require_permission(Permission.SEE_TEAM)
def without_step(request: HttpRequest, colleague_id: UUID) -> HttpResponse:
    """The people of one caseworker for whom nothing is planned: those behind the number on My team."""
    user, today = request.user, request.today
    colleagues = User.objects.caseworkers_of(user.case_unit_ids())
    colleague = get_object_or_404(colleagues, public_id=colleague_id)
    found = [place for place in places(user, today, of=colleague) if place.is_in(View.UNPLANNED)]
    part = stretch(found, start=request.GET.get("from", ""), size=PAGE_SIZE)
    words = ngettext("%(count)d person", "%(count)d people", len(found)) % {"count": len(found)}
    context = {
        "colleague": colleague,
        "groups": grouped(rows_for(part.places, today), found),
        "columns": [_("Person"), _("Next deadline"), _("Goals"), _("Mentor")],
        "today": today,
        "count_words": words,
        "previous_url": f"{request.path}?{urlencode({'from': part.before})}" if part.before else "",
        "next_url": f"{request.path}?{urlencode({'from': part.after})}" if part.after else "",
    }
    return render(request, "my_team/without_step.html", context)


def _put_on(form: forms.Form, error: ValidationError) -> None:
    """The domain's sentences, each at its field if the form has it."""
    for field, sentences in getattr(error, "error_dict", {None: [error]}).items():
        form.add_error(field if field in form.fields else None, sentences)


def _page(request: HttpRequest, form: AbsenceForm, status: int = 200) -> HttpResponse:
    user, today = request.user, request.today
    waiting = Case.objects.visible_to(user).without_caseworker(today).with_takeover()
    waiting = waiting.select_related("person").order_by("takeover_on", "pk")
    unanswered = Conversation.objects.visible_to(user).for_answering(today).filter(turn__lt=Turn.ANSWERED)
    asked = Extension.objects.visible_to(user).pending().select_related("case__person", "requested_by")
    asked = asked.order_by("requested_on", "pk")
    concerns = Concern.objects.visible_to(user).for_the_lead(today).for_a_list()
    unplanned = without_step_by_caseworker(user, today)
    colleagues = [replace(row, without_step=unplanned.get(row.user.pk, 0)) for row in team(user, today)]
    away = [row for row in colleagues if row.is_away]
    context = {
        "to_give_out": waiting[:SHOWN_TO_GIVE_OUT],
        "to_give_out_count": waiting.count(),
        "groups": talks.groups(talks.listed(unanswered, today)[:SHOWN_BREACHES], today),
        "talks_count": unanswered.count(),
        "talks_shown": SHOWN_BREACHES,
        "here": request.get_full_path(),
        "extensions": asked[:SHOWN_EXTENSIONS],
        "extensions_count": asked.count(),
        "concerns": list(concerns),
        "may_answer": user.can(Permission.WRITE_CASE),
        "may_decide": user.can(Permission.DECIDE_EXTENSION),
        "colleagues": colleagues,
        "away_count": len(away),
        "absences": [(row.user, absence) for row in colleagues for absence in row.absences],
        "has_units": len({row.user.unit_id for row in colleagues}) > 1,
        "form": form,
        "today": today,
        "weight": NEW_CASE_WEIGHT,
        "new_case_months": NEW_CASE_MONTHS,
        "may_give_out": user.can(Permission.GIVE_OUT_CASES),
        "may_arrange_cover": user.can(Permission.ARRANGE_COVER),
    }
    return render(request, "my_team/my_team.html", context, status=status)


def without_step_by_caseworker(user: User, today: date) -> dict[int, int]:
    """For how many people of each caseworker nothing is planned, by user, as far as this person sees the cases."""
    cases = without_next_step(Case.objects.whole_for(user), today)
    members = TeamMember.objects.on(today).caseworkers().filter(case__in=cases)
    return dict(members.values("user").annotate(count=Count("pk")).values_list("user", "count"))


def team(user: User, today: date) -> list[ColleagueRow]:
    """The caseworkers of this person's units, what they carry, and who is away now and in the next two weeks."""
    absences: dict[int, list[Absence]] = {}
    soon = Absence.objects.visible_to(user).between(today, today + ABSENCES_AHEAD)
    for absence in soon.order_by("during"):
        absences.setdefault(absence.user_id, []).append(absence)
    units = user.case_unit_ids()
    loads = TeamMember.objects.filter(user__unit_id__in=units).loads(today)
    return [
        ColleagueRow(
            user=colleague,
            load=loads.get(colleague.pk, Load()),
            absences=absences.get(colleague.pk, []),
            is_away=any(today in absence for absence in absences.get(colleague.pk, [])),
        )
        for colleague in User.objects.caseworkers_of(units).select_related("unit")
    ]
