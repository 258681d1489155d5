"""Receiving many at once leaves what the verbs for one case leave."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from goals.models import Clock
from refugees.events import KeyEvent, Source
from refugees.intake.reading import Facts
from refugees.models import Arrival, BenefitPeriod, Case, CaseLine, KeyDate, Person
from refugees.models.reception import Reception, receive
from tests.factories import TODAY, CaseFactory, PersonFactory

pytestmark = pytest.mark.django_db

PERMIT, ALLOCATION, REGISTRATION = date(2026, 10, 8), date(2026, 10, 9), date(2026, 11, 20)
EVENTS = {
    "permit_on": KeyEvent.PERMIT,
    "allocated_on": KeyEvent.ALLOCATION,
    "registered_on": KeyEvent.REGISTRATION,
}


def facts(ground="convention", **more):
    return Facts(given_name="Ahmad", family_name="Al-Hassan", permit_ground=ground, **more)


def by_verbs(one, caseworker):
    """The same case, opened by the verbs for one."""
    told = one.arrival.facts
    person = Person.objects.register(
        unit=caseworker.unit, by=caseworker, given_name=told.given_name, family_name=told.family_name
    )
    case = Case.objects.open_for(
        person=person,
        unit=caseworker.unit,
        permit_ground=told.permit_ground,
        applied_in_denmark=bool(told.applied_in_denmark),
        opened_on=TODAY,
        by=caseworker,
    )
    for name, event in EVENTS.items():
        if on := getattr(told, name):
            KeyDate.objects.record(
                case=case, event=event, on=on, source=Source.IMMIGRATION_SERVICE, by=caseworker
            )
    if one.takeover_on:
        KeyDate.objects.confirm_takeover(case=case, on=one.takeover_on, by=caseworker)
    if told.benefit:
        start = case.date_of(KeyEvent.TAKEOVER) or TODAY
        BenefitPeriod.objects.begin(case=case, kind=told.benefit, on=start, by=caseworker)
    return case


def traces(case):
    """All that a case leaves, but for keys and moments."""
    return {
        "case": (case.permit_ground, case.applied_in_denmark, case.opened_on, case.unit_id),
        "person": (case.person.search_name, case.person.search_sounds, case.person.version),
        "dates": set(case.key_dates.values_list("event", "on", "source", "is_proposed", "recorded_by")),
        "benefits": list(case.benefits.values_list("kind", "during", "recorded_by")),
        "lines": sorted(CaseLine.objects.filter(case=case).values_list("verb", "happened_on", "by")),
        "details": sorted(str(line.details) for line in CaseLine.objects.filter(case=case)),
        "clocks": set(
            Clock.objects.filter(case=case).values_list("goal", "standard", "starts_on", "due_on", "void_on")
        ),
        "events": case.events.count(),
    }


@pytest.mark.parametrize(
    "one",
    [
        Reception(Arrival(facts())),
        Reception(Arrival(facts(permit_on=PERMIT, allocated_on=ALLOCATION, benefit="benefit"))),
        Reception(
            Arrival(facts(allocated_on=ALLOCATION, registered_on=REGISTRATION, benefit="self-supporting"))
        ),
        Reception(Arrival(facts("quota", allocated_on=ALLOCATION, registered_on=REGISTRATION))),
        Reception(Arrival(facts("family", permit_on=PERMIT, applied_in_denmark=True, benefit="benefit"))),
        Reception(Arrival(facts("ukraine", allocated_on=ALLOCATION))),
        Reception(Arrival(facts(allocated_on=date(2026, 10, 1)))),
        Reception(
            Arrival(facts(allocated_on=date(2026, 10, 1), benefit="benefit")), takeover_on=date(2026, 11, 2)
        ),
        Reception(Arrival(facts("quota", benefit="benefit"))),
    ],
)
def test_one_leaves_the_same_traces_as_the_verbs(one, caseworker):
    [case] = receive([one], unit=caseworker.unit, by=caseworker, today=TODAY)

    case.refresh_from_db()
    assert traces(case) == traces(by_verbs(one, caseworker))


def test_numbers_follow_each_other_and_the_order_is_kept(caseworker):
    many = [Reception(Arrival(Facts(given_name=name, permit_ground="quota"))) for name in "ABC"]

    cases = receive(many, unit=caseworker.unit, by=caseworker, today=TODAY)

    assert [case.person.given_name for case in cases] == ["A", "B", "C"]
    assert [case.number for case in cases] == ["KM-26-0001", "KM-26-0002", "KM-26-0003"]


def test_the_number_of_statements_does_not_follow_the_people(caseworker, django_assert_max_num_queries):
    counts = []
    for size in (2, 40):
        many = [Reception(Arrival(facts(allocated_on=ALLOCATION))) for _ in range(size)]
        with django_assert_max_num_queries(100) as captured:
            receive(many, unit=caseworker.unit, by=caseworker, today=TODAY)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_if_one_cannot_be_received_none_is(caseworker, unit):
    known = CaseFactory(unit=unit, person=PersonFactory(unit=unit)).person
    many = [Reception(Arrival(facts())), Reception(Arrival(facts()), person=known)]

    with pytest.raises(ValidationError, match="already has an open case"):
        receive(many, unit=unit, by=caseworker, today=TODAY)

    assert Case.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"given_name": ""}, {"permit_ground": "asylum"}, {"number": "123"}])
def test_what_no_field_can_hold_is_refused(wrong, caseworker):
    told = {"given_name": "Ahmad", "permit_ground": "quota"} | wrong

    with pytest.raises(ValidationError):
        receive([Reception(Arrival(Facts(**told)))], unit=caseworker.unit, by=caseworker, today=TODAY)

    assert not Person.objects.exists()
