from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from accounts.models import Unit, User
from refugees.events import KeyEvent, Source
from refugees.models.arrival import EVENTS, OF_PERSON, Arrival
from refugees.models.case import Case, CaseCounter
from refugees.models.household import Household
from refugees.models.key_date import KeyDate
from refugees.models.line import CaseLine
from refugees.models.periods import BenefitPeriod
from refugees.models.person import Person
from refugees.takeover import propose_takeover
from refugees.verbs import Verb


@dataclass(slots=True)
class Reception:
    """Somebody for whom a case is opened. A new person, unless one is named who has no open case.

    The takeover date is proposed by the rule; `takeover_on` is what somebody chose where the rule gives none.
    """

    arrival: Arrival
    person: Person | None = None
    household: Household | None = None
    takeover_on: date | None = None

    @property
    def proposed_on(self) -> date | None:
        """The takeover date that the rule proposes."""
        facts = self.arrival.facts
        on = propose_takeover(
            facts.permit_ground,
            allocated_on=facts.allocated_on,
            registered_on=facts.registered_on,
            permit_on=facts.permit_on,
            applied_in_denmark=bool(facts.applied_in_denmark),
        )
        return on if isinstance(on, date) else None


def receive(receptions: Sequence[Reception], *, unit: Unit, by: User | None, today: date) -> list[Case]:
    """Open the cases of any number of people in a fixed number of statements, in the order given.

    Leaves the same rows and lines as the verbs for one case each. Raises ValidationError if one of them cannot be
    received; then none is.
    """
    try:
        with transaction.atomic():
            people = _people(receptions, unit)
            cases = _cases(receptions, people, unit, today)
            with Case.changing(cases, by=by):
                KeyDate.objects.bulk_create(_dates(receptions, cases, by))
                BenefitPeriod.objects.bulk_create(_benefits(receptions, cases, today, by))
                CaseLine.objects.bulk_create(_lines(receptions, cases, today, by))
            return cases
    except IntegrityError as error:
        if "one_open_case_per_person" not in str(error):
            raise
        raise ValidationError(_("This person already has an open case.")) from error


def _people(receptions: Sequence[Reception], unit: Unit) -> list[Person]:
    """The people, in order; those who are new are registered."""
    people = []
    for one in receptions:
        person = one.person
        if person is None:
            facts = one.arrival.facts
            told = {name: value for name in OF_PERSON if (value := getattr(facts, name)) not in (None, ())}
            person = Person(unit=unit, **told | {"speaks": list(facts.speaks)})
            person.set_number(facts.number)
            person.clean_fields(exclude=["unit", "search_name"])
            person.make_findable()
        people.append(person)
    Person.objects.bulk_create([person for person in people if person.pk is None])
    return people


def _cases(receptions: Sequence[Reception], people: Sequence[Person], unit: Unit, today: date) -> list[Case]:
    cases = []
    numbers = CaseCounter.next_numbers(today.year, len(people))
    for one, person, number in zip(receptions, people, numbers, strict=True):
        facts = one.arrival.facts
        case = Case(
            person=person,
            unit=unit,
            household=one.household,
            permit_ground=facts.permit_ground,
            applied_in_denmark=bool(facts.applied_in_denmark),
            opened_on=today,
            number=number,
        )
        case.clean_fields(exclude=["person", "unit", "household"])
        cases.append(case)
    return Case.objects.bulk_create(cases)


def _dates(receptions: Sequence[Reception], cases: Sequence[Case], by: User | None) -> Iterator[KeyDate]:
    """The dates that are told, and the takeover: as somebody chose it, else as the rule proposes it."""
    for one, case in zip(receptions, cases, strict=True):
        for event, on in _events(one):
            yield KeyDate(case=case, event=event, on=on, source=one.arrival.source, recorded_by=by)
        if on := one.takeover_on or one.proposed_on:
            yield KeyDate(
                case=case,
                event=KeyEvent.TAKEOVER,
                on=on,
                source=Source.CITY if one.takeover_on else Source.RULE,
                is_proposed=not one.takeover_on,
                recorded_by=by,
            )


def _events(one: Reception) -> list[tuple[KeyEvent, date]]:
    facts = one.arrival.facts
    return [(event, on) for name, event in EVENTS.items() if (on := getattr(facts, name))]


def _benefits(
    receptions: Sequence[Reception], cases: Sequence[Case], today: date, by: User | None
) -> Iterator[BenefitPeriod]:
    for one, case in zip(receptions, cases, strict=True):
        if kind := one.arrival.facts.benefit:
            yield BenefitPeriod(
                case=case, kind=kind, during=DateRange(_lives_on_it_from(one, today), None), recorded_by=by
            )


def _lives_on_it_from(one: Reception, today: date) -> date:
    """The City pays from the takeover on; before there is a date, what is told counts from today."""
    return one.takeover_on or one.proposed_on or today


def _lines(
    receptions: Sequence[Reception], cases: Sequence[Case], today: date, by: User | None
) -> Iterator[CaseLine]:
    """What the history of each case says, in the words of the verbs for one case."""
    for one, case in zip(receptions, cases, strict=True):
        said: list[tuple[str, date, dict[str, str]]] = [(Verb.OPENED, today, {})]
        said += [
            (Verb.DATE_RECORDED, on, {"event": event, "date": on.isoformat()}) for event, on in _events(one)
        ]
        if on := one.takeover_on or one.proposed_on:
            verb = Verb.DATE_CONFIRMED if one.takeover_on else Verb.DATE_PROPOSED
            said.append((verb, on, {"event": KeyEvent.TAKEOVER, "date": on.isoformat()}))
        if kind := one.arrival.facts.benefit:
            start = _lives_on_it_from(one, today)
            said.append((Verb.BENEFIT, start, {"benefit": kind, "date": start.isoformat()}))
        for verb, on, details in said:
            yield CaseLine(case=case, verb=verb, by=by, happened_on=on, details=details)
