"""The page of a person's weekdays since the takeover."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.day import ONE_DAY
from accounts.permissions import Permission, require_permission
from goals.models import Clock
from internships.afterwards import GAP
from internships.gap_reasons import gap_reasons
from internships.models import Offer, Placement
from internships.weekdays import Stretch, weekdays
from refugees.case_frame import case_frame, open_case
from refugees.events import KeyEvent
from refugees.models import Case, Occupation


@require_GET
@require_permission(Permission.SEE_CASE)
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What this person did on weekdays, day by day, with every gap."""
    case = open_case(request, public_id)
    since = case.date_of(KeyEvent.TAKEOVER)
    until = min(case.closed_on or request.today, request.today)
    rows = Occupation.objects.standing().filter(case=case).select_related("placement__company").in_order()
    stretches = weekdays(
        list(rows),
        since=since if since and since <= until else None,
        until=until,
        planned=() if case.closed_on else planned(case),
        over_on=gaps_over(case, request.today),
        whys=gap_reasons(case, request.user, request.today),
    )
    context = case_frame(request, case, tab="internships:weekdays")
    context |= {"stretches": stretches, "since": since, "summary": summary(stretches)}
    return render(request, "internships/weekdays.html", context)


def planned(case: Case) -> list[Offer]:
    """Offers on which a start is planned and nobody has begun."""
    begun = Placement.objects.standing().filter(offer__isnull=False, occupation__case=case)
    offers = Offer.objects.filter(case=case, planned_start_on__isnull=False).exclude(
        pk__in=begun.values("offer")
    )
    return [offer for offer in offers.select_related("company") if not offer.is_gone]


def gaps_over(case: Case, today: date) -> list[date]:
    """The days on which the time for a next offer was over: of clocks that had not fallen away by then."""
    clocks = Clock.objects.filter(case=case, goal=GAP, due_on__lt=today).values_list(
        "due_on", "met_on", "void_on"
    )
    return [
        due_on + ONE_DAY
        for due_on, met_on, void_on in clocks
        if not (met_on and met_on <= due_on) and not (void_on and void_on <= due_on)
    ]


def summary(stretches: list[Stretch]) -> str:
    """How much of it was a gap, in words."""
    gaps = [stretch.days for stretch in stretches if stretch.is_gap]
    if not gaps:
        return _("No gap.")
    words = ngettext(
        "%(days)d day without an occupation, in %(gaps)s.",
        "%(days)d days without an occupation, in %(gaps)s.",
        sum(gaps),
    )
    number = ngettext("one gap", "%(number)d gaps", len(gaps)) % {"number": len(gaps)}
    return words % {"days": sum(gaps), "gaps": number}
