"""Two people who change the same case at the same moment, on real connections."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from accounts.scope import user_scope
from goals.models import Clock
from internships.models import Offer, Placement
from refugees.models import Case, OccupationKind
from tests.factories import TODAY, CaseFactory, CompanyFactory, PersonFactory, UserFactory
from tests.people import arranging


def test_two_overlapping_changes_of_one_case_lose_nothing(committed_db):
    """Two people at once: one offers, the other starts. Without the lock one of the met dates was lost."""
    with arranging():
        lise = UserFactory()
        mette = UserFactory(unit=lise.unit)
        case = CaseFactory(unit=lise.unit, taken_over_on=date(2026, 11, 2))
        company = CompanyFactory()
    both_in = threading.Barrier(2, timeout=10)

    def offer():
        with user_scope(lise):
            both_in.wait()
            Offer.objects.make(
                case=case,
                company=company,
                kind="internship",
                offered_on=date(2026, 11, 10),
                today=TODAY,
                by=lise,
            )

    def start():
        with user_scope(mette):
            both_in.wait()
            Placement.objects.start(
                case=case,
                company=company,
                kind=OccupationKind.JOB,
                on=date(2026, 11, 20),
                today=TODAY,
                by=mette,
            )

    in_parallel(offer, start)

    with arranging():
        clocks = Clock.objects.filter(case=case, goal__startswith="internship")
        met = dict(clocks.values_list("goal", "met_on"))
    assert met == {"internship-offered": date(2026, 11, 10), "internship-started": date(2026, 11, 20)}


def test_a_person_cannot_get_two_open_cases_at_the_same_moment(committed_db):
    with arranging():
        lise = UserFactory()
        person = PersonFactory(unit=lise.unit)

    def open_a_case():
        try:
            with user_scope(lise):
                Case.objects.open_for(
                    person=person, unit=lise.unit, permit_ground="convention", opened_on=TODAY, by=lise
                )
        except (IntegrityError, ValidationError):
            return "refused"
        return "opened"

    assert sorted(in_parallel(open_a_case, open_a_case)) == ["opened", "refused"]


def in_parallel(*actions):
    """Run each in a thread with a connection of its own."""

    def closing(action):
        try:
            return action()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as threads:
        return [future.result() for future in [threads.submit(closing, action) for action in actions]]
