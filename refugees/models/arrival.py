from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from accounts.models import User
from refugees.events import KeyEvent, Source
from refugees.identifiers import search_hash
from refugees.intake.reading import Facts
from refugees.models.case import Case
from refugees.models.household import Household
from refugees.models.key_date import KeyDate
from refugees.names import plain

# What is told of the person, in the order of the page.
OF_PERSON = (
    *("given_name", "family_name", "born_on", "immigration_id", "sex", "country"),
    *("speaks", "interpreter", "phone", "is_protected"),
)
# What is told of the case: events by the fact that dates them.
EVENTS = {
    "permit_on": KeyEvent.PERMIT,
    "allocated_on": KeyEvent.ALLOCATION,
    "registered_on": KeyEvent.REGISTRATION,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is told otherwise than it is recorded. `stands` means that the record is not touched."""

    field: str
    was: Any
    becomes: Any
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody tells of a person whom the City is to receive: on a list, in a form, in a letter.

    Somebody new is received (reception.py); of somebody known, what is told otherwise is recorded.
    """

    facts: Facts
    source: Source = Source.IMMIGRATION_SERVICE

    def differences(self, case: Case, dates: Mapping[str, KeyDate]) -> list[Difference]:
        """What is told otherwise than recorded. Nothing told, nothing changed; protection is never taken away."""
        facts, person = self.facts, case.person
        found = [
            Difference(name, getattr(person, name), told)
            for name in OF_PERSON
            if (told := _merged(name, getattr(facts, name), getattr(person, name))) is not None
            and told != getattr(person, name)
        ]
        if facts.number and search_hash(facts.number) != _bytes(person.number_hash):
            found.append(Difference("number", person.number, facts.number))
        if facts.permit_ground and facts.permit_ground != case.permit_ground:
            found.append(Difference("permit_ground", case.permit_ground, facts.permit_ground))
        for name, event in EVENTS.items():
            told, known = getattr(facts, name), dates.get(event)
            if told and (known is None or known.on != told):
                # What the City found out itself stands against a list.
                stands = known is not None and known.source != self.source
                found.append(Difference(name, known.on if known else None, told, stands))
        return found

    def bring_up_to_date(
        self,
        case: Case,
        *,
        by: User | None,
        today: date,
        reason: str,
        version: int,
        household: Household | None = None,
    ) -> list[str]:
        """Record what is told otherwise; return the fields. StaleEdit if the person was changed meanwhile."""
        with Case.changing([case], by=by, reason=reason):
            dates = {row.event: row for row in case.key_dates.current()}
            changes = {d.field: d.becomes for d in self.differences(case, dates) if not d.stands}
            about_person = {name: changes[name] for name in (*OF_PERSON, "number") if name in changes}
            if about_person:
                case.change_person(by=by, on=today, version=version, **about_person)
            if ground := changes.get("permit_ground"):
                case.change_ground(permit_ground=ground, reason=reason, on=today, by=by)
            self._record_dates(case, dates, by=by, reason=reason)
            if household and case.household_id is None:
                case.join_household(household, on=today, by=by)
                changes["household"] = household
        return list(changes)

    def _record_dates(
        self, case: Case, known: Mapping[str, KeyDate], *, by: User | None, reason: str
    ) -> None:
        """The dates that nobody knew, and the list's own that it now tells otherwise."""
        for name, event in EVENTS.items():
            told, row = getattr(self.facts, name), known.get(event)
            if told is None or (row and (row.on == told or row.source != self.source)):
                continue
            if row:
                row.correct(on=told, reason=reason, by=by, source=self.source)
            else:
                KeyDate.objects.record(case=case, event=event, on=told, source=self.source, by=by)


def _merged(name: str, told: Any, known: Any) -> Any:
    """What a field becomes by what is told; None where nothing is told."""
    if name == "speaks":
        return [*known, *(code for code in told if code not in known)] if told else None
    if name == "is_protected":
        return True if told else None
    return told or None


def _bytes(value: object) -> bytes | None:
    """A binary field is a memoryview once it was read."""
    return bytes(value) if value is not None else None


def identity_keys(facts: Facts) -> tuple[bytes | None, bytes | None, bytes | None]:
    """By what somebody is recognised, as keyed hashes: the number, the Immigration Service's, name with birthday."""
    name = f"{plain(facts.name)}|{facts.born_on.isoformat()}" if facts.born_on and facts.name else ""
    return (
        search_hash(facts.number) if facts.number else None,
        search_hash(f"immigration:{facts.immigration_id}") if facts.immigration_id else None,
        search_hash(f"name:{name}") if name else None,
    )


def hold_identities(people: Iterable[Facts]) -> None:
    """Let nobody else open cases for these people until the transaction ends, so that two forms or lists at once
    cannot make one person twice. In the order of the keys, so that two chunks never wait for each other in a ring."""
    keys = {key for facts in people for key in identity_keys(facts) if key}
    numbers = sorted(int.from_bytes(key[:8], "big", signed=True) for key in keys)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) WITH ORDINALITY AS k(key, place)"
            " ORDER BY place",
            [numbers],
        )
