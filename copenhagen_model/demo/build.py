"""Build the demo city, in one transaction: it is there as a whole, or not at all."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction

from accounts.day import now
from accounts.models import User
from accounts.scope import system_scope
from copenhagen_model.demo.answering import answering, reviewing
from copenhagen_model.demo.arrivals import FIRST_MONTH
from copenhagen_model.demo.city import City
from copenhagen_model.demo.counselling import open_the_door, waiting_today
from copenhagen_model.demo.diary import MORNING, REASON, moment
from copenhagen_model.demo.homes import lists, on_the_board, one_found
from copenhagen_model.demo.household import Family
from copenhagen_model.demo.lodging import tonight
from copenhagen_model.demo.mentoring import profiles_of_mentors
from copenhagen_model.demo.plans import planned
from copenhagen_model.demo.reception import reception
from copenhagen_model.demo.relations import relations
from copenhagen_model.demo.rules import draft_a_version
from copenhagen_model.demo.staff import ACCOUNTS
from copenhagen_model.demo.to_the_state import told_the_state
from copenhagen_model.demo.two_way import worries
from copenhagen_model.demo.unasked import unasked
from copenhagen_model.demo.writing import desk, mentors_notes
from goals import jobs
from goals.figures import Population
from goals.freezing import freeze
from goals.models import LeadTime

SEED = 2016
ONE_DAY = timedelta(days=1)
DEFAULT_DAYS = (12, 4, 8)  # INVENTED
REPORTED = "Månedsrapport til forvaltningen"


def is_built() -> bool:
    """Whether the demo city is there: its administrator is."""
    return User.objects.filter(username__in=[account.username for account in ACCOUNTS]).exists()


def build(*, today: date, seed: int = SEED, size: str = "full") -> Iterator[float]:
    """Build the city as it stands on that day; yields how much of it is there, from 0 to 1."""
    with transaction.atomic(), unasked():
        with system_scope(REASON, at=moment(FIRST_MONTH - timedelta(days=75), MORNING)):
            city = City(seed=seed, today=today, size=size)
        arrivals = city.arrivals()
        for arrival in arrivals:
            city.diary.begin(reception(Family(city, arrival, city.rng(arrival.key))))
        city.diary.after_breaches = lambda night: city.diary.begin(answering(city, night))
        city.diary.begin(reviewing(city))
        city.diary.begin(desk(city))
        city.diary.begin(relations(city))
        city.diary.begin(lists(city))
        city.diary.begin(mentors_notes(city))
        city.diary.begin(worries(city))
        city.diary.begin(told_the_state(city))
        for _day in city.diary.tell():
            yield len(city.families) / len(arrivals)
        city.diary.check_deadlines(today - ONE_DAY)
        # The last night is checked now, at the real moment: what every page shows as "deadlines checked".
        jobs.sweep(as_of=today)
        _lead_times(city)
        _report(city)
        _counselling(city)
        on_the_board(city)
        one_found(city)
        tonight(city)
        planned(city)
        profiles_of_mentors(city)
        jobs.deliver_notices()
        jobs.remind_of_answers()
        draft_a_version(today=today)
    # Not in that transaction: it compares, chunk by chunk, what has been written.
    jobs.reconcile()
    yield 1.0


def _counselling(city: City) -> None:
    """Open counselling has its hours, and on this day a queue."""
    caseworker = city.staff["caseworker"]
    # The transaction of the building began minutes ago: the database is told what the moment is now.
    with system_scope(REASON), system_scope(REASON, by=caseworker, at=now()):
        open_the_door(city)
        waiting_today(caseworker)


def _lead_times(city: City) -> None:
    """What the steps take, measured from the city's own cases, and what the leads set as default."""
    jobs.measure_lead_times()
    for key in ("team-lead", "team-lead-east"):
        lead = city.staff[key]
        with system_scope(REASON, by=lead):
            for row in LeadTime.objects.filter(unit=lead.unit):
                row.set_default(days=DEFAULT_DAYS[row.position - 1], by=lead)


def _report(city: City) -> None:
    """What the manager reported of last month, frozen: what has been registered since shows beside it."""
    manager, last = city.staff["manager"], city.today.replace(day=1) - ONE_DAY
    with system_scope(REASON, by=manager):
        freeze(title=REPORTED, population=Population(), day=last, known=last, by=manager)
