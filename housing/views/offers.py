"""Offers of homes to households, what becomes of them, and the letter."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.fields import DatedForm
from accounts.once import once
from accounts.permissions import Permission, require_permission
from housing.forms.offers import AnswerForm, ExceptionForm, OfferForm, ViewingForm
from housing.letter import letter_of
from housing.models import Dwelling, DwellingState, HomeOffer, PlacementException
from housing.pages import HousingPage, done, render_housing_form
from housing.views.households import back_to, open_household, url_of
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.case_frame import log_opening
from refugees.forms.dates import ReasonForm

TELLS = (
    "answer",
    "answered_on",
    "decline_reason",
    "answer_words",
    "viewing_on",
    "signed_on",
    "moved_in_on",
    "moved_out_on",
    "left_reason",
    "left_words",
    "needs_another",
    "taken_back_at",
)
DAYS_TO_ANSWER = timedelta(days=7)
WITHDRAWN = ("withdrawn_on", "withdrawn_reason")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def offer(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Offer a home to the household."""
    home = open_household(request, household_id)
    homes = Dwelling.objects.at(request.today).filter(state__in=[DwellingState.FREE, DwellingState.COMING])
    begun = {
        "offered_on": request.today,
        "answer_by": request.today + DAYS_TO_ANSWER,
        "persons": home.persons,
        "dwelling": request.GET.get("home", ""),
    }
    # What somebody else takes in this moment is refused by the verb, in words.
    offered = Dwelling.objects.all() if request.method == "POST" else homes.in_order()
    form = OfferForm(
        request.POST or None,
        today=request.today,
        homes=offered,
        members=home.members,
        user=request.user,
        initial=begun,
    )

    def make() -> None:
        HomeOffer.objects.make(household=home.household, today=request.today, by=request.user, **form.asked)

    if saved(form, make):
        return done(request, _("The home is offered. Print the letter."), url_of(home.household))
    about = HousingPage(title=_("Offer a home"), submit=_("Offer it"), facts=_wishes(home), **back_to(home))
    return render_housing_form(request, form, about)


def _wishes(home: Any) -> list[tuple[str, str]]:
    need = home.need
    facts = [
        (_("People"), str(home.persons)),
        (_("Bedrooms"), str(home.bedrooms)),
        (_("The home must have"), ", ".join(home.need_words) or _("nothing special")),
    ]
    if need and need.districts:
        facts.append((_("Tied to districts"), f"{need.get_districts_display()}: {need.ties}"))
    if need and need.most_rent:
        facts.append((_("Rent at most"), str(need.most_rent)))
    return facts


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def answer(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """What became of the offer."""
    row = open_offer(request, offer_id)
    form = AnswerForm(request.POST or None, today=request.today, initial={"answered_on": request.today})

    def record() -> None:
        given = form.cleaned_data
        row.record_answer(
            answer=given["answer"],
            on=given["answered_on"],
            decline_reason=given["decline_reason"],
            words=given["words"],
            today=request.today,
            by=request.user,
            version=seen(request, TELLS),
        )

    words = _("The answer is recorded.")
    return render_change(request, row, form, record, words, title=_("Record the answer"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def viewing(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """When they look at the home."""
    row = open_offer(request, offer_id)
    form = ViewingForm(request.POST or None, today=request.today, initial={"viewing_on": row.viewing_on})

    def agree() -> None:
        on = form.cleaned_data["viewing_on"]
        row.agree_viewing(on=on, today=request.today, by=request.user, version=seen(request, TELLS))

    return render_change(request, row, form, agree, _("The viewing is agreed."), title=_("Agree a viewing"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def take_back(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """No such offer was made."""
    row = open_offer(request, offer_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        row.take_back(reason=reason, today=request.today, by=request.user, version=seen(request, TELLS))

    return render_change(
        request,
        row,
        form,
        strike,
        _("The offer is taken back. The promise runs again."),
        title=_("Take the offer back"),
        text=_(
            "No such offer was made. It stays visible as taken back, the home is free and the promise runs again."
        ),
        is_final=True,
    )


@require_GET
@require_permission(Permission.SEE_HOUSING)
def letter(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """The letter about an offer, in Danish and English."""
    row = open_offer(request, offer_id)
    context = {"offer": row, "letter": letter_of(row), "back_url": url_of(row.household)}
    return render(request, "housing/letter.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.DECIDE_EXCEPTION)
@once
def decide_exception(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """A manager lets one home inside an excluded area be offered to this household."""
    home = open_household(request, household_id)
    homes = Dwelling.objects.at(request.today).filter(state__in=[DwellingState.FREE, DwellingState.COMING])
    form = ExceptionForm(request.POST or None, today=request.today, homes=homes.in_order())

    def decide() -> None:
        PlacementException.objects.decide(
            household=home.household, on=request.today, by=request.user, **form.cleaned_data
        )

    if saved(form, decide):
        return done(request, _("The exception is recorded. The home can be offered."), url_of(home.household))
    about = HousingPage(
        title=_("Decide an exception"),
        submit=_("Allow the offer"),
        text=_(
            "No refugee is offered a home inside an excluded area. An exception stands here with your name."
        ),
        is_final=True,
        **back_to(home),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.DECIDE_EXCEPTION)
@once
def withdraw_exception(request: HttpRequest, household_id: UUID, exception_id: UUID) -> HttpResponse:
    """It holds no more for offers to come."""
    home = open_household(request, household_id)
    rows = PlacementException.objects.visible_to(request.user).filter(household=home.household)
    row = get_object_or_404(rows.select_related("dwelling", "household"), public_id=exception_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def withdraw() -> None:
        reason = form.cleaned_data["reason"]
        row.withdraw(on=request.today, reason=reason, by=request.user, version=seen(request, WITHDRAWN))

    if saved_as_seen(form, withdraw):
        return done(request, _("The exception is withdrawn."), url_of(home.household))
    about = HousingPage(
        title=_("Withdraw the exception"),
        submit=_("Withdraw it"),
        text=str(row.dwelling.address),
        is_final=True,
        row=row,
        tells=WITHDRAWN,
        **back_to(home),
    )
    return render_housing_form(request, form, about)


def open_offer(request: HttpRequest, offer_id: UUID) -> HomeOffer:
    """An offer to a household whose home this person looks for, or 404. That its cases were opened is logged."""
    offers = HomeOffer.objects.visible_to(request.user).select_related("dwelling__provider", "household")
    row = get_object_or_404(offers, public_id=offer_id)
    for to in row.offered_to.select_related("case"):
        log_opening(request, to.case, page="housing:household")
    return row


def render_change(
    request: HttpRequest,
    row: HomeOffer,
    form: DatedForm,
    verb: Callable[[], None],
    words: str,
    *,
    title: str,
    text: str = "",
    is_final: bool = False,
) -> HttpResponse:
    """Do it and lead back to the household; or show the form, with what was wrong or what a colleague did."""
    url = url_of(row.household)
    if saved_as_seen(form, verb):
        return done(request, words, url)
    about = HousingPage(
        title=title,
        submit=title,
        text=text or row.home_address,
        is_final=is_final,
        row=row,
        tells=TELLS,
        back_url=url,
        back_label=_("Household"),
    )
    return render_housing_form(request, form, about)
