"""Days away as the tests begin them: told, judged, heard, decided."""

from datetime import date

from internships.models import StayedAway, StayedAwayDecision
from refugees.attended import attended
from tests.factories import TODAY

FIRST, LAST, TOLD = date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 18)
JUDGED, HEARD, ANSWER_BY = date(2026, 11, 19), date(2026, 11, 19), date(2026, 11, 22)
INFORMED = date(2026, 11, 10)
DECISION = {
    "consequence": "deduction",
    "reasons": "You stayed away on both days, and told nobody.",
    "laws": ["akl-35-40a"],
    "law_text": "As the caseworker cites it",
    "decided_on": TODAY,
}


def told(case, by, **facts):
    """The person stayed away from the latest that they attend."""
    known = attended([case.pk])
    stated = {"first_on": FIRST, "last_on": LAST, "told_by": "company", "told_on": TOLD} | facts
    return StayedAway.objects.record(case=case, attended=known[0], today=TODAY, by=by, **stated)


def judged(case, by, ground="none"):
    """… and a caseworker judged the ground."""
    away = told(case, by)
    away.judge(ground=ground, ground_reason="Nobody was told.", judged_on=JUDGED, today=TODAY, by=by)
    return away


def heard(case, by):
    """… and began the hearing."""
    away = judged(case, by)
    return StayedAwayDecision.objects.hear(
        away=away, heard_on=HEARD, heard_about="Both days.", answer_by=ANSWER_BY, today=TODAY, by=by
    )


def decided(case, by, **facts):
    """… and decided, with all that the law asks for."""
    decision = heard(case, by)
    decision.inform(informed_on=INFORMED, informed_by="contract", today=TODAY, by=by)
    decision.decide(today=TODAY, by=by, **(DECISION | facts))
    return decision


def heard_today(case, by):
    """Days away of which everything so far happened today."""
    away = told(case, by, first_on=TODAY, last_on=None, told_on=TODAY)
    away.judge(ground="none", ground_reason="Nobody was told.", judged_on=TODAY, today=TODAY, by=by)
    StayedAwayDecision.objects.hear(
        away=away, heard_on=TODAY, heard_about="The day.", answer_by=date(2026, 12, 1), today=TODAY, by=by
    )
