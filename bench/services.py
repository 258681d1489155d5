"""What other teams did for the people of the invented city: interviews, Danish, health, talks. As often as not in time.

Without it every promise of theirs would be broken, and the city would have breaches that no city has.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.utils import timezone

from health.models import Decider, HealthAnswer, HealthOffer, Interpreter, Way
from refugees.models import Talk
from refugees.models.talk import TalkForm, TalkKind
from screening.models import DanishReferral, Interview, InterviewKind, Outcome

if TYPE_CHECKING:
    from bench.city import City

Row = dict[str, Any]
# Talks are held so often; the fifth and later ones keep reminders of our own, which run for clocks from 2026 on.
EVERY_DAYS, MOST_TALKS = 80, 14


def tables(city: "City") -> dict[type[Model], Iterable[Row]]:
    """The rows of each table."""
    return {
        DanishReferral: city.numbered(_referrals(city)),
        HealthOffer: city.numbered(_health_offers(city)),
        Interview: city.numbered(_interviews(city)),
        Talk: city.numbered(_talks(city)),
    }


def _row(city: "City", n: int) -> Row:
    return {"case_id": n, "recorded_at": city.recorded_at}


def _referrals(city: "City") -> Iterator[Row]:
    for n in city.numbers():
        on = city.taken_over(n) + timedelta(days=n * 19 % 36)
        if n % 25 and on <= city.today:
            yield _row(city, n) | {"provider": "Invented school", "referred_on": on}


def _health_offers(city: "City") -> Iterator[Row]:
    for n in city.numbers():
        on = city.taken_over(n) + timedelta(days=n * 23 % 40 if n % 8 else n % 220)
        if n % 30 and on <= city.today:
            yield _row(city, n) | {
                "offered_on": on,
                "way": Way.IN_PERSON,
                "interpreter": Interpreter.NONE,
                "answer": HealthAnswer.ACCEPTED,
                "answered_on": on,
                "decided_by": Decider.SELF,
            }


def _interviews(city: "City") -> Iterator[Row]:
    """Of those who were allocated since interviews are kept here; the second is sometimes held after the takeover."""
    for n in city.numbers():
        if city.allocated(n) is None:
            continue
        for kind, days in ((InterviewKind.FIRST, -25), (InterviewKind.SECOND, -10 + n % 5 * 4)):
            on = city.taken_over(n) + timedelta(days=days)
            if (n + days) % 10 and on <= city.today:
                yield _row(city, n) | _held(kind, on) | {"interviewer_id": city.caseworker_of(n)}


def _held(kind: InterviewKind, on: date) -> Row:
    return {
        "kind": kind,
        "planned_on": on,
        "starts": time(10),
        "ends": time(11),
        "form": TalkForm.IN_PERSON,
        "outcome": Outcome.HELD,
        "held_on": on,
        "questions": f"{kind}-1",
    }


def _talks(city: "City") -> Iterator[Row]:
    for n in city.numbers():
        since = city.categorised(n)
        last = min(city.closed(n) or city.today, city.today)
        for number in range(1, MOST_TALKS + 1):
            on = since + timedelta(days=number * (EVERY_DAYS + n % 20)) if since else None
            if on is None or on > last or n % 9 == 0:
                break
            yield _row(city, n) | {
                "kind": TalkKind.FOLLOW_UP,
                "on": on,
                "form": TalkForm.PHONE,
                "recorded_at": timezone.make_aware(datetime.combine(on, time(12))),
            }
