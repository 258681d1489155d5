"""What this pillar shows on the overview of a case."""

from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from housing.models import HomeOffer, OwnHome, Stay
from refugees.events import KeyEvent
from refugees.models import Case
from refugees.panels import Panel


def home_panel(case: Case, user: User, today: date) -> Panel | None:
    """Where they sleep, whether they can move, the last offer or the home they found. Nothing before takeover.

    Four queries.
    """
    dates = dict(case.key_dates.current().filter(event__in=("E2", "E5")).values_list("event", "on"))
    if KeyEvent.TAKEOVER not in dates:
        return None
    offers = HomeOffer.objects.standing().filter(offered_to__case=case).select_related("dwelling")
    holds = {
        "case": case,
        "today": today,
        "ready_on": dates.get(KeyEvent.READY_TO_RELOCATE),
        "offer": offers.order_by("-offered_on", "-pk").first(),
        "stay": Stay.objects.not_over(today).with_places().filter(case=case).order_by("during").first(),
        "own_home": OwnHome.objects.standing().filter(case=case).first(),
        "may_write": user.can(Permission.WRITE_CASE) and not case.closed_on,
    }
    return Panel("housing/_panel.html", holds, is_aside=True)
