"""What this pillar shows on the overview of a case."""

from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from mentoring.checklists import progress_of
from mentoring.models import (
    Concern,
    Contact,
    HolisticOffer,
    MentorExtension,
    Promise,
    RetentionOffer,
    RetentionTalk,
    Visit,
)
from refugees.models import Case, TeamMember
from refugees.panels import Panel
from refugees.parts import Part

SHOWN = 3


def counselling_panel(case: Case, user: User, today: date) -> Panel | None:
    """The latest visits to open counselling; nothing before the first. One query."""
    visits = Visit.objects.standing().filter(case=case).for_a_list().order_by("-arrived_at", "-pk")
    rows = list(visits[: SHOWN + 1])
    if not rows:
        return None
    may_write = user.can(Permission.WRITE_CASE) and not case.closed_on
    holds = {"rows": rows[:SHOWN], "has_more": len(rows) > SHOWN, "may_write": may_write}
    return Panel("counselling/_panel.html", holds, is_aside=True)


def contacts_panel(case: Case, user: User, today: date) -> Panel | None:
    """What was promised and is to be kept, and the latest contacts, whoever had them. Two queries."""
    rows = Contact.objects.standing().filter(case=case).select_related("author").with_sighting()
    shown = list(rows.newest_first()[:SHOWN])
    may_log = user.can(Permission.WRITE_NOTE) and not case.closed_on
    holds = {
        "rows": shown,
        "promises": list(Promise.objects.open().filter(case=case).due_first()),
        "may_log": may_log,
        "only_told": not may_log,
        "may_see": user.can(Permission.WRITE_CASE),
        "here": reverse("case", args=[case.public_id]),
    }
    return Panel("contacts/_panel.html", holds, is_aside=True) if shown else None


def concerns_panel(case: Case, user: User, today: date) -> Panel | None:
    """What a mentor worries about and nobody has answered, above everything else. One query."""
    rows = list(Concern.objects.open().filter(case=case).for_a_list())
    holds = {"rows": rows, "may_answer": user.can(Permission.WRITE_CASE)}
    return Panel("concerns/_panel.html", holds, is_first=True) if rows else None


def checklist_panel(case: Case, user: User, today: date) -> Panel | None:
    """How far the person has come with what is to be in place, what waits for what, what is open longest."""
    progress = progress_of([case], user, today).get(case.pk)
    if progress is None or (case.closed_on and progress.checklist is None):
        return None
    return Panel("checklists/_panel.html", {"progress": progress}, is_aside=True)


def holistic_of(case: Case, user: User, today: date) -> dict[str, Any]:
    """The mentor of the first year: who it is, the offers and what was answered and more. Five queries."""
    offers = list(HolisticOffer.objects.standing().filter(case=case).with_earlier().newest_first())
    members = TeamMember.objects.mentors().on(today).filter(case=case).select_related("user")
    extensions = MentorExtension.objects.filter(case=case).select_related("member__user")
    may_arrange = user.can(Permission.ARRANGE_MENTORS) and not case.closed_on
    return {
        "offers": offers,
        "members": list(members.order_by("part")),
        "extensions": list(extensions.order_by("-pk")),
        "hand_overs": list(case.hand_overs.select_related("former", "to").order_by("-pk")),
        "may_offer_mentor": user.can(Permission.WRITE_CASE) and not case.closed_on,
        "may_arrange_mentor": may_arrange,
    }


def holistic_panel(case: Case, user: User, today: date) -> Panel | None:
    """Whether a mentor was offered for the first year and what the person said; nothing without either. Two queries."""
    offer = HolisticOffer.objects.newest().filter(case=case).first()
    now = TeamMember.objects.on(today).filter(case=case, part=Part.HOLISTIC_MENTOR).select_related("user")
    holds = {"offer": offer, "members": (members := list(now))}
    return Panel("mentors/_panel.html", holds, is_aside=True) if offer or members else None


def retention_of(case: Case, user: User, *, most: int | None = None) -> dict[str, Any]:
    """The retention mentors offered and the retention talks of a case, the latest first. Three queries."""
    return {
        "offers": list(
            RetentionOffer.objects.standing().filter(case=case).with_earlier().newest_first()[:most]
        ),
        "talks": list(RetentionTalk.objects.standing().filter(talk__case=case).newest_first()[:most]),
        "may_write_retention": user.can(Permission.WRITE_CASE) and not case.closed_on,
    }


def retention_panel(case: Case, user: User, today: date) -> Panel | None:
    """What was done so that the person stays; nothing before the first offer or talk. Three queries."""
    holds = retention_of(case, user, most=SHOWN)
    return Panel("retention/_panel.html", holds, is_aside=True) if holds["offers"] or holds["talks"] else None
