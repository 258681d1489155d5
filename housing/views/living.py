"""What comes after a home was accepted: the contract, the move, whether they still live there, the moving out."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from housing.forms.living import MoveInForm, MoveOutForm, SignForm, StillThereForm
from housing.models import Mark, StillThere
from housing.models.offer_rules import TAKEN_BACK
from housing.pages import HousingPage, done, render_housing_form
from housing.views.households import url_of
from housing.views.offers import TELLS, open_offer, render_change
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.forms.dates import ReasonForm

HEARD = ("taken_back_at", "taken_back_reason")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def sign(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """The contract is signed."""
    row = open_offer(request, offer_id)
    begun = {"signed_on": row.signed_on or request.today}
    form = SignForm(request.POST or None, today=request.today, initial=begun)

    def keep() -> None:
        on = form.cleaned_data["signed_on"]
        row.sign(on=on, today=request.today, by=request.user, version=seen(request, TELLS))

    words = _("The contract is recorded.")
    return render_change(request, row, form, keep, words, title=_("Record the contract"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def move_in(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """They live there now."""
    row = open_offer(request, offer_id)
    begun = {"moved_in_on": row.moved_in_on or request.today}
    case = row.offered_to.select_related("case").order_by("case").first().case
    beds_url = reverse("housing:move_into_bed", args=[case.public_id])
    form = MoveInForm(request.POST or None, today=request.today, initial=begun, beds_url=beds_url)

    def move() -> None:
        row.move_in(
            on=form.cleaned_data["moved_in_on"],
            nights_are_open=form.cleaned_data["nights_are_open"],
            today=request.today,
            by=request.user,
            version=seen(request, TELLS),
        )

    return render_change(request, row, form, move, _("They have moved in."), title=_("Record the move"))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def move_out(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """They live there no more."""
    row = open_offer(request, offer_id)
    begun = {"moved_out_on": row.moved_out_on or request.today}
    if row.moved_out_on:
        begun |= {"left_reason": row.left_reason, "left_words": row.left_words}
        begun["needs_another"] = "yes" if row.needs_another else "no"
    form = MoveOutForm(request.POST or None, today=request.today, initial=begun)

    def leave() -> None:
        given = form.cleaned_data
        row.move_out(
            on=given["moved_out_on"],
            reason=given["left_reason"],
            needs_another=given["needs_another"],
            words=given["left_words"],
            today=request.today,
            by=request.user,
            version=seen(request, TELLS),
        )

    return render_change(
        request,
        row,
        form,
        leave,
        _("They have moved out."),
        title=_("Record the moving out"),
        text=_("The home goes off the board: whom it is let to next, its provider decides."),
    )


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def undo(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """The last of it did not happen: the moving out, else the moving in, else the signing."""
    row = open_offer(request, offer_id)
    titles = {
        "moved_out_on": _("They have not moved out after all"),
        "moved_in_on": _("They have not moved in after all"),
        "signed_on": _("The contract is not signed after all"),
    }
    title = next(
        (titles[name] for name, _verb in TAKEN_BACK if getattr(row, name)), _("Nothing to take back")
    )
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        without = row.undo(reason=reason, today=request.today, by=request.user, version=seen(request, TELLS))
        if without:
            told = _("Not back in their bed, which is taken by now, or they sleep elsewhere: %(names)s.")
            messages.warning(request, told % {"names": ", ".join(case.person.name for case in without)})

    words = _("It is taken back. Who slept in a temporary place until they moved in sleeps there again.")
    if not row.moved_in_on or row.moved_out_on:
        words = _("It is taken back.")
    return render_change(request, row, form, strike, words, title=title, is_final=True)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def still_there(request: HttpRequest, offer_id: UUID, after: str) -> HttpResponse:
    """So long after the move they still live there."""
    row = open_offer(request, offer_id)
    mark = _mark(after)
    form = StillThereForm(request.POST or None, today=request.today, initial={"heard_on": request.today})

    def hear() -> None:
        given = form.cleaned_data
        StillThere.objects.hear(
            offer=row,
            mark=mark,
            on=given["heard_on"],
            words=given["words"],
            today=request.today,
            by=request.user,
        )

    if saved(form, hear):
        return done(request, _("It is recorded that they still live there."), url_of(row.household))
    about = HousingPage(
        title=_("Still living there after %(mark)s") % {"mark": mark.label},
        submit=_("They still live there"),
        text=_("If they do not, record the moving out instead. That we ask is an internal default."),
        facts=[(_("Address"), str(row.dwelling.address))],
        back_url=url_of(row.household),
        back_label=_("Household"),
    )
    return render_housing_form(request, form, about)


def _mark(after: str) -> Mark:
    """How long after the move, as it stands in an address."""
    found = next((mark for mark in Mark if f"{mark.value}m" == after), None)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def not_heard(request: HttpRequest, heard_id: UUID) -> HttpResponse:
    """Nobody heard that: it is asked again."""
    rows = StillThere.objects.visible_to(request.user).select_related("offer")
    row = get_object_or_404(rows, public_id=heard_id)
    offer = open_offer(request, row.offer.public_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def take_back() -> None:
        reason = form.cleaned_data["reason"]
        row.take_back(reason=reason, today=request.today, by=request.user, version=seen(request, HEARD))

    if saved_as_seen(form, take_back):
        return done(request, _("It is taken back."), url_of(offer.household))
    about = HousingPage(
        title=_("Not heard after all"),
        submit=_("Take it back"),
        text=_("Still living there after %(mark)s") % {"mark": row.get_mark_display()},
        is_final=True,
        row=row,
        tells=HEARD,
        back_url=url_of(offer.household),
        back_label=_("Household"),
    )
    return render_housing_form(request, form, about)
