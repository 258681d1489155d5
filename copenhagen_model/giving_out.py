"""Giving out the cases that nobody works on, or those of one colleague: a suggestion with reasons, any of it changed,
all of it in one step."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from copenhagen_model.my_team import ColleagueRow, team
from copenhagen_model.suggestions import loads_with, rows_for
from refugees.giving_out import NEW_CASE_MONTHS, NEW_CASE_WEIGHT
from refugees.handing_over import in_hand
from refugees.models import Case, CaseQuerySet, GivenOutMeanwhile, TeamMember
from refugees.parts import Part

AT_MOST = 400
"""How many cases one step gives out, those with the earliest takeover first: a form and a transaction have an end."""

CHOICE = "case-"
"""What the choice of a case is called in the form, before the case's public id."""


class GiveOutForm(forms.Form):
    """One choice a case: a colleague, or nobody for now."""

    def __init__(self, data=None, *, cases: Iterable[Case], colleagues: Sequence[ColleagueRow], initial=None):
        super().__init__(data, initial=initial)
        choices = [("", _("Not now"))] + [(str(row.user.pk), _name(row)) for row in colleagues]
        for case in cases:
            label = _("Caseworker for %(name)s") % {"name": case.person.name}
            self.fields[field_name(case)] = forms.ChoiceField(choices=choices, required=False, label=label)


def field_name(case: Case) -> str:
    """What the case's choice is called in the form."""
    return f"{CHOICE}{case.public_id}"


def _name(row: ColleagueRow) -> str:
    return _("%(name)s (away today)") % {"name": row.user.name} if row.is_away else row.user.name


@require_http_methods(["GET", "POST"])
@require_permission(Permission.GIVE_OUT_CASES)
@once
def give_out(request: HttpRequest, colleague_id: UUID | None = None) -> HttpResponse:
    """The suggestion for every case without a caseworker, or for the cases of a colleague that others take over.

    Sent back, each case gets the colleague chosen.
    """
    of = _colleague(request, colleague_id)
    if request.method == "GET":
        return _page(request, of)
    cases = _posted_cases(request)
    colleagues = _takers(request, of)
    form = GiveOutForm(request.POST, cases=cases, colleagues=colleagues)
    if not form.is_valid():
        return _page(request, of, problem=_("Choose among the caseworkers of the unit."), status=422)
    users = {str(row.user.pk): row.user for row in colleagues}
    chosen = {case.pk: users[key] for case in cases if (key := form.cleaned_data[field_name(case)])}
    try:
        TeamMember.objects.give_out(chosen, on=request.today, by=request.user, of=of)
    except GivenOutMeanwhile as meanwhile:
        return _page(request, of, gone=meanwhile.cases, status=409)
    except ValidationError as error:
        return _page(request, of, problem=" ".join(error.messages), status=422)
    messages.success(request, _given_out(list(chosen.values())))
    if of and chosen:
        return redirect("mentoring:hand_over_letters", of.public_id, request.today.isoformat())
    return redirect("my_team")


def _colleague(request: HttpRequest, colleague_id: UUID | None) -> User | None:
    """Whose cases others take over; None if it is about the cases that nobody works on."""
    if colleague_id is None:
        return None
    colleagues = User.objects.caseworkers_of(request.user.case_unit_ids())
    return get_object_or_404(colleagues, public_id=colleague_id)


def _takers(request: HttpRequest, of: User | None) -> list[ColleagueRow]:
    """Who can get the cases: nobody takes over from themselves."""
    return [row for row in team(request.user, request.today) if row.user != of]


def _posted_cases(request: HttpRequest) -> list[Case]:
    """The cases of the list that was sent; 404 if one of them is none of this person's."""
    posted = [key.removeprefix(CHOICE) for key in request.POST if key.startswith(CHOICE)]
    try:
        wanted = {UUID(public_id) for public_id in posted}
    except ValueError:
        raise Http404 from None
    cases = Case.objects.visible_to(request.user).filter(public_id__in=wanted).select_related("person")
    if len(cases) < len(wanted):
        raise Http404
    return list(cases)


def _given_out(users: Sequence[User]) -> str:
    """What was done, in one sentence."""
    count = len(users)
    if not count:
        return _("No case was given out.")
    done = ngettext("%(count)d case is given out", "%(count)d cases are given out", count) % {"count": count}
    shares = Counter(user.name for user in users)
    return f"{done}: {', '.join(f'{name} {shares[name]}' for name in sorted(shares))}."


def _page(
    request: HttpRequest, of: User | None, *, problem: str = "", gone: Sequence[Case] = (), status: int = 200
) -> HttpResponse:
    """The list as it stands now. What was chosen for a case that is still on it stays chosen."""
    waiting = _waiting(request, of)
    cases, colleagues = list(waiting[:AT_MOST]), _takers(request, of)
    rows = rows_for(cases, colleagues, request.today)
    choice = {row.case.pk: _choice(request, row.case, row.proposed_id) for row in rows}
    holds = in_hand([case.pk for case in cases], of, request.today, part=Part.CASEWORKER) if of else {}
    initial = {field_name(case): choice[case.pk] for case in cases}
    form = GiveOutForm(cases=cases, colleagues=colleagues, initial=initial)
    context = {
        "rows": [(row, form[field_name(row.case)], holds.get(row.case.pk, [])) for row in rows],
        "left_out": waiting.count() - len(cases),
        "gone": _gone(gone, request.today),
        "problem": problem,
        "today": request.today,
        "of": of,
        "action": reverse("take_over", args=[of.public_id]) if of else reverse("give_out"),
        "loads_url": reverse("take_over_loads", args=[of.public_id]) if of else reverse("count_loads"),
    }
    context |= _loads(request, choice, cases, colleagues)
    return render(request, "my_team/give_out.html", context, status=status)


@require_POST
@require_permission(Permission.GIVE_OUT_CASES)
def count_loads(request: HttpRequest, colleague_id: UUID | None = None) -> HttpResponse:
    """What everybody would carry with the list as it is chosen at this moment. Changes nothing."""
    of = _colleague(request, colleague_id)
    cases = list(_waiting(request, of)[:AT_MOST])
    choice = {case.pk: _choice(request, case, None) for case in cases}
    context = _loads(request, choice, cases, _takers(request, of))
    return render(request, "my_team/_give_out_loads.html", context)


def _waiting(request: HttpRequest, of: User | None) -> CaseQuerySet:
    """The cases to give out, the earliest takeover first."""
    waiting = Case.objects.visible_to(request.user).to_give_out(request.today, of=of).with_takeover()
    ready = waiting.with_household_size().select_related("person")
    return ready.order_by(F("takeover_on").asc(nulls_last=True), "pk")


def _choice(request: HttpRequest, case: Case, proposed_id: int | None) -> str:
    """What was chosen in the form that came, else who is proposed."""
    return request.POST.get(field_name(case), str(proposed_id or ""))


def _loads(
    request: HttpRequest, choice: dict[int, str], cases: list[Case], colleagues: list[ColleagueRow]
) -> dict[str, object]:
    return {
        "loads": loads_with(choice, cases, colleagues, request.today),
        "weight": NEW_CASE_WEIGHT,
        "months": NEW_CASE_MONTHS,
    }


def _gone(cases: Sequence[Case], today: date) -> list[tuple[Case, str]]:
    """What became of cases that were on the list: who has each now; nobody if it was closed."""
    members = TeamMember.objects.caseworkers().filter(case__in=cases, during__overlap=DateRange(today, None))
    names = dict(members.order_by("during").values_list("case", "user__name"))
    rows = Case.objects.filter(pk__in=[case.pk for case in cases]).select_related("person").order_by("pk")
    return [(case, names.get(case.pk, "")) for case in rows]
