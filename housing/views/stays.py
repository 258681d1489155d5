"""Who of a household sleeps where: moving in, moving, leaving, what they pay. By any case of the household."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from housing.forms.stays import BedsForm, LeaveForm, PaymentForm
from housing.models import HouseholdKind, PaymentLimit, Stay, StayPayment
from housing.models.readiness import members_of
from housing.models.stay_payment import PAYMENT, kind_of
from housing.pages import HousingPage, done, may_write, render_housing_form
from housing.stays import stays_of
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.case_frame import log_opening
from refugees.forms.dates import ReasonForm
from refugees.models import Case

STAY = ("bed", "during", "left_reason", "taken_back_at")


@require_GET
@require_permission(Permission.SEE_HOUSING)
def of_people(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where they sleep, have slept and will, and what they pay; also of somebody alone without a household."""
    case, members = open_members(request, public_id)
    context = {
        "stays": stays_of(members, request.user, request.today),
        "names": _names(members),
        "identity": [(_("Household"), ", ".join(each.number for each in members))],
        "protection": _("Name and address are protected")
        if any(each.person.is_protected for each in members)
        else "",
        "today": request.today,
        "may_write": may_write(request),
        "back_url": reverse("housing:lodgings"),
    }
    return render(request, "housing/stays.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def move_in(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Those who have no bed sleep in one from a day on."""
    case, members = open_members(request, public_id)
    here = _with_a_bed(members, request)
    waiting = [each for each in members if each.pk not in here]
    if not waiting and request.method == "GET":
        return done(request, _("Everybody of them has a bed already. Let them move instead."), _url(case))
    form = _beds_form(request, waiting or members)

    def move() -> None:
        Stay.objects.move_in(by=request.user, **form.asked)

    if saved(form, move):
        return done(request, _("It is recorded who sleeps where."), _url(case))
    about = HousingPage(
        title=_("Move into a temporary place"),
        submit=_("Let them move in"),
        text=_(
            "A bed that somebody keeps is not shown. Rooms are kept for one household, for women or for men."
        ),
        **_back_to(case, members),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def move(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Those who have a bed sleep in another from a day on."""
    case, members = open_members(request, public_id)
    here = _with_a_bed(members, request)
    moving = [each for each in members if each.pk in here]
    if not moving and request.method == "GET":
        return done(request, _("Nobody of them has a bed yet. Let them move in first."), _url(case))
    form = _beds_form(request, moving or members)

    def change() -> None:
        Stay.objects.move(by=request.user, version=seen(request, STAY), **form.asked)

    if saved_as_seen(form, change):
        return done(request, _("It is recorded who sleeps where."), _url(case))
    about = HousingPage(
        title=_("Move to another bed or place"),
        submit=_("Let them move"),
        text=_("Whoever keeps the bed is left out. Two people can exchange their beds."),
        facts=[(here[each.pk].case.person.name, here[each.pk].bed_words) for each in moving],
        rows=_rows(members),
        tells=STAY,
        **_back_to(case, members),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def leave(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """They leave the temporary place, for another reason than a home that was offered."""
    case, members = open_members(request, public_id)
    here = _with_a_bed(members, request)
    leaving = [each for each in members if each.pk in here]
    if not leaving and request.method == "GET":
        return done(request, _("Nobody of them has a bed."), _url(case))
    # Whose case is closed leaves alone: the others are still here.
    going = [case] if case.closed_on else leaving
    begun = {"who": [each.number for each in going], "on": request.today}
    form = LeaveForm(request.POST or None, today=request.today, cases=leaving or members, initial=begun)

    def end() -> None:
        Stay.objects.leave(by=request.user, version=seen(request, STAY), **form.asked)

    if saved_as_seen(form, end):
        return done(request, _("The stay is ended, the bed is free."), _url(case))
    about = HousingPage(
        title=_("Leave the temporary place"),
        submit=_("End the stay"),
        rows=_rows(members),
        tells=STAY,
        **_back_to(case, members),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def take_back(request: HttpRequest, stay_id: UUID) -> HttpResponse:
    """Nobody slept there."""
    stays = Stay.objects.visible_to(request.user).with_places()
    row = get_object_or_404(stays, public_id=stay_id)
    log_opening(request, row.case, page="housing:stays")
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        row.take_back(reason=reason, today=request.today, by=request.user, version=seen(request, STAY))

    if saved_as_seen(form, strike):
        return done(request, _("The stay is taken back, the bed was free."), _url(row.case))
    about = HousingPage(
        title=_("Take the stay back"),
        submit=_("Take it back"),
        text=_("Nobody slept there. It stays visible as taken back, and no day of it counts."),
        facts=[(row.case.person.name, row.bed_words)],
        is_final=True,
        row=row,
        tells=STAY,
        **_back_to(row.case, [row.case]),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def state_payment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What they pay a month, from a day on."""
    case, members = open_members(request, public_id)
    last = StayPayment.objects.visible_to(request.user).of(case).first()
    begun: dict[str, Any] = {"on": request.today, "kind": kind_of(members, request.today)}
    if last:
        begun |= {"amount": last.amount, "kind": last.kind}
    form = PaymentForm(request.POST or None, today=request.today, initial=begun)

    def state() -> None:
        version = seen(request, PAYMENT)
        StayPayment.objects.state(case=case, by=request.user, version=version, **form.cleaned_data)

    if saved_as_seen(form, state):
        return done(request, _("The payment is recorded."), _url(case))
    about = HousingPage(
        title=_("What they pay for the temporary place"),
        submit=_("Record it"),
        facts=_limits(request.today.year),
        row=last,
        tells=PAYMENT,
        **_back_to(case, members),
    )
    return render_housing_form(request, form, about)


def _limits(year: int) -> list[tuple[str, str]]:
    """The maximum of that year for every kind of household; of which none is entered, it says so."""
    entered = {limit.kind: limit.amount for limit in PaymentLimit.objects.filter(year=year)}
    known, unknown = [], []
    for kind in HouseholdKind:
        told = {"amount": entered.get(kind), "year": year}
        if kind in entered:
            known.append((kind.label, _("at most %(amount)d kr. a month in %(year)d") % told))
        else:
            unknown.append(
                (kind.label, _("no maximum of %(year)d is entered: say how the amount is known") % told)
            )
    return known + unknown


def open_members(request: HttpRequest, public_id: UUID) -> tuple[Case, list[Case]]:
    """A case and everybody who lives with it, or 404. That each was opened is logged."""
    cases = Case.objects.housing_visible_to(request.user).select_related("person", "household")
    case = get_object_or_404(cases, public_id=public_id)
    members = list(cases.filter(pk__in=members_of(case)).order_by("person__born_on", "pk"))
    for each in members:
        log_opening(request, each, page="housing:stays")
    return case, members


def _with_a_bed(members: Sequence[Case], request: HttpRequest) -> dict[int, Stay]:
    """Who has a bed now or later, by the key of the case; who leaves meanwhile has one."""
    stays = Stay.objects.not_over(request.today).with_places().filter(case__in=members)
    return {stay.case_id: stay for stay in stays.order_by("-during")}


def _rows(members: Sequence[Case]) -> list[Stay]:
    """Everything that is recorded of where they sleep: what a form about several of them is made from."""
    return list(Stay.objects.standing().filter(case__in=members).order_by("pk"))


def _beds_form(request: HttpRequest, cases: Sequence[Case]) -> BedsForm:
    return BedsForm(
        request.POST or None,
        today=request.today,
        cases=cases,
        user=request.user,
        initial={"on": request.today},
    )


def _names(members: Sequence[Case]) -> str:
    return ", ".join(each.person.name for each in members)


def _url(case: Case) -> str:
    """Where their stays are shown: beside the rest of their housing, where they have a household."""
    if case.household_id:
        return reverse("housing:household", args=[case.household.public_id]) + "#stays"
    return reverse("housing:stays", args=[case.public_id])


def _back_to(case: Case, members: Sequence[Case]) -> dict[str, str]:
    return {"back_url": _url(case), "back_label": _names(members)}
