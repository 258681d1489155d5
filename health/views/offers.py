"""Offering an assessment, what the answer was, and consents."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from health.forms import (
    AnswerForm,
    ConsentForm,
    OfferForm,
    TakeBackForm,
    WithdrawConsentForm,
    YesAfterAllForm,
)
from health.frame import about, open_health, open_row, recorded
from health.models import Consent, HealthOffer
from refugees.case_forms import seen

CONSENT_TELLS = ("withdrawn_on",)
OFFER_TELLS = ("answer", "answered_on", "decline_withdrawn_on", "taken_back_at")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def offer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """An assessment was offered."""
    case = open_health(request, public_id)
    form = OfferForm(request.POST or None, today=request.today, initial={"offered_on": request.today})

    def make() -> None:
        HealthOffer.objects.make(case=case, today=request.today, by=request.user, **form.cleaned_data)

    shown = about(title=_("Offer a health assessment"), submit=_("Record the offer"))
    return recorded(request, case, form, make, _("The offer is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def answer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """The person, or who has custody, said yes or no."""
    case, row = open_row(request, public_id, HealthOffer, offer_id)
    form = AnswerForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        row.record_answer(
            answer=given["answer"],
            decided_by=given["decided_by"],
            on=given["answered_on"],
            reason=given["answer_reason"],
            today=request.today,
            by=request.user,
            version=seen(request, OFFER_TELLS),
        )

    words = _("From 15 years on the person decides; below that whoever has custody.")
    shown = about(title=_("Record the answer"), text=words, made_from=row, tells=OFFER_TELLS)
    return recorded(request, case, form, record, _("The answer is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def yes_after_all(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """The person withdrew the decline."""
    case, row = open_row(request, public_id, HealthOffer, offer_id)
    form = YesAfterAllForm(request.POST or None, today=request.today)

    def record() -> None:
        on = form.cleaned_data["decline_withdrawn_on"]
        row.withdraw_decline(on=on, today=request.today, by=request.user, version=seen(request, OFFER_TELLS))

    shown = about(
        title=_("The person says yes after all"),
        text=_("A decline can be withdrawn within five years."),
        submit=_("Record it"),
        made_from=row,
        tells=OFFER_TELLS,
    )
    return recorded(request, case, form, record, _("It is recorded. The person can be referred."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def take_offer_back(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """No such offer was made."""
    case, row = open_row(request, public_id, HealthOffer, offer_id)
    form = TakeBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        row.take_back(reason=form.cleaned_data["reason"], by=request.user, version=seen(request, OFFER_TELLS))

    shown = about(
        title=_("Take the offer back"),
        text=_("No such offer was made. It stays visible here as taken back, and the promise runs again."),
        is_final=True,
        made_from=row,
        tells=OFFER_TELLS,
    )
    return recorded(request, case, form, strike, _("The offer is taken back. The promise runs again."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def give_consent(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Somebody consents to one purpose."""
    case = open_health(request, public_id)
    form = ConsentForm(request.POST or None, today=request.today)

    def give() -> None:
        Consent.objects.give(case=case, today=request.today, by=request.user, **form.cleaned_data)

    shown = about(
        title=_("Record a consent"),
        text=_("A consent holds for one purpose and can be withdrawn at any time."),
    )
    return recorded(request, case, form, give, _("The consent is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def withdraw_consent(request: HttpRequest, public_id: UUID, consent_id: UUID) -> HttpResponse:
    """From that day nothing more is shared for this purpose."""
    case, row = open_row(request, public_id, Consent, consent_id)
    form = WithdrawConsentForm(request.POST or None, today=request.today)

    def withdraw() -> None:
        on = form.cleaned_data["withdrawn_on"]
        row.withdraw(on=on, today=request.today, by=request.user, version=seen(request, CONSENT_TELLS))

    shown = about(
        title=_("Withdraw the consent"),
        text=row.get_purpose_display(),
        made_from=row,
        tells=CONSENT_TELLS,
    )
    return recorded(request, case, form, withdraw, _("The consent is withdrawn."), shown)
