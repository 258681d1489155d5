"""People without a next step: nobody has planned anything for them. Looks across the pillars.

The promises always name what is due (next_step.py); this asks whether somebody has arranged something that is ahead.
One queryset is the number on a tab, the list behind it and the team lead's figure. Its words: my_work/_unplanned.html.
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q, QuerySet

from goals.models import Conversation
from internships.models import Answer, Offer, Placement
from refugees.events import KeyEvent
from refugees.models import Appointment, KeyDate, Occupation, Task, Waiting
from refugees.occupation_kinds import MEASURES, WORK_AND_EDUCATION

ADULT_YEARS = 18
DECIDED_BEFORE = timedelta(weeks=2)
"""What comes after a measure is decided so long before its agreed last day (internships/afterwards.py)."""


def without_next_step(cases: QuerySet, today: date) -> QuerySet:
    """Those of these cases that are open, of adults, and for whom nothing is planned from that day on."""
    adult = Q(person__born_on=None) | Q(person__born_on__lte=today - relativedelta(years=ADULT_YEARS))
    planned = (
        KeyDate.objects.current().of(KeyEvent.TAKEOVER).filter(on__gt=today),
        occupied(today),
        offered(today),
        Appointment.objects.standing().from_day(today),
        Task.objects.open(),
        Waiting.objects.open(),
        # The answer to a breach says what happens next, and by when.
        Conversation.objects.open().with_latest().filter(next_on__gte=today),
    )
    found = cases.open().filter(adult)
    for rows in planned:
        found = found.filter(~Exists(rows.filter(case=OuterRef("pk"))))
    return found


def occupied(today: date) -> QuerySet:
    """Jobs, IGU and education that go on; and measures whose end is far, not agreed, or decided about."""
    far = Q(planned_last_on=None) | Q(planned_last_on__gte=today + DECIDED_BEFORE)
    measure = Q(kind__in=MEASURES) & (far | ~Q(next_step=""))
    return Occupation.objects.going_on(today).filter(measure | Q(kind__in=WORK_AND_EDUCATION))


def offered(today: date) -> QuerySet:
    """Offers that wait for an answer, or were accepted and nobody has begun.

    A planned start is a plan until its day has passed, as it is for promises and in the record of a company: on an
    accepted offer on which nobody began by then, nothing is ahead.
    """
    ahead = Q(planned_start_on=None) | Q(planned_start_on__gte=today)
    alive = Offer.objects.filter(
        Q(answer=Answer.OPEN) | Q(answer=Answer.ACCEPTED) & ahead, not_started_on=None
    )
    return alive.filter(~Exists(Placement.objects.standing().filter(offer=OuterRef("pk"))))
