"""Who of the people on a list is known already. Any number of rows in three queries, in the scope of the system."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection

from refugees.identifiers import search_hash
from refugees.intake.reading import Facts
from refugees.models import Case, Person
from refugees.models.found import Likeness, is_similar
from refugees.names import plain, sounds

# A name this similar, on the same birthday, may be the same person; somebody has to look.
SIMILARITY = 0.4


@dataclass(frozen=True, slots=True)
class Match:
    """Who a row may be about. Of somebody in another unit only the unit is told."""

    person: Person | None = None
    case: Case | None = None  # their open case in this unit
    likeness: Likeness | None = None
    elsewhere_id: int | None = None
    is_contradictory: bool = False  # the numbers belong to two people
    is_another_name: bool = False  # the number is theirs, name and birthday are not

    @property
    def is_certain(self) -> bool:
        """The same number; a name with a birthday is only likely."""
        return self.likeness in {Likeness.SAME_NUMBER, Likeness.SAME_IMMIGRATION_ID}


NOBODY = Match()


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The cases of one person."""

    open_here: Case | None
    is_here: bool
    unit_id: int | None  # the unit that has them, if it is another


def match_people(rows: Mapping[int, Facts], unit_id: int, *, list_id: int) -> dict[int, Match]:
    """For each row, by its key, whom it may be about.

    Brothers with one birthday on one list are two people: a similar name does not count if this list brought it.
    """
    by_number, by_id = _by_numbers(rows.values())
    certain: dict[int, list[tuple[Person, Likeness]]] = {}
    for key, facts in rows.items():
        found = [
            (person, Likeness.SAME_NUMBER)
            for person in by_number.get(search_hash(facts.number) if facts.number else b"", [])
        ]
        found += [(person, Likeness.SAME_IMMIGRATION_ID) for person in by_id.get(facts.immigration_id, [])]
        if found:
            certain[key] = found
    rest = {key: facts for key, facts in rows.items() if key not in certain}
    likely = _by_name_and_birthday(rest, list_id)
    candidates = certain | {
        key: [(person, Likeness.SAME_BIRTHDAY_AND_NAME) for person in people]
        for key, people in likely.items()
    }
    where = _whereabouts({person for found in candidates.values() for person, _ in found}, unit_id)
    return {key: _choose(candidates.get(key, []), facts, where) for key, facts in rows.items()}


def _by_numbers(rows: Iterable[Facts]) -> tuple[dict[bytes, list[Person]], dict[str, list[Person]]]:
    """The people with one of these numbers."""
    rows = list(rows)
    hashes = {search_hash(facts.number) for facts in rows if facts.number}
    ids = {facts.immigration_id for facts in rows if facts.immigration_id}
    by_number, by_id = defaultdict(list), defaultdict(list)
    # Two statements, each on its index, rather than one OR.
    for person in Person.objects.filter(number_hash__in=hashes) if hashes else ():
        by_number[bytes(person.number_hash)].append(person)
    for person in Person.objects.filter(immigration_id__in=ids) if ids else ():
        by_id[person.immigration_id].append(person)
    return by_number, by_id


def _by_name_and_birthday(rows: Mapping[int, Facts], list_id: int) -> dict[int, list[Person]]:
    """The people born the same day with a similar name, the most similar first."""
    asked = [
        (key, plain(f.name), f.born_on, sounds(f.name)) for key, f in rows.items() if f.born_on and f.name
    ]
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT r.key, p.id
            FROM unnest(%s::bigint[], %s::text[], %s::date[], %s::text[]) AS r(key, name, born_on, sounds)
            JOIN refugees_person p ON p.born_on = r.born_on
            AND (similarity(p.search_name, r.name) >= %s
                 OR p.search_sounds @> string_to_array(r.sounds, ' ')::varchar[]
                 OR p.search_sounds <@ string_to_array(r.sounds, ' ')::varchar[] AND p.search_sounds <> '{}')
            WHERE NOT EXISTS (
                SELECT 1 FROM refugees_intakerow i JOIN refugees_case c ON c.id = i.case_id
                WHERE c.person_id = p.id AND i.intake_list_id = %s AND i.result = 'created')
            ORDER BY r.key, similarity(p.search_name, r.name) DESC, p.id
            """,
            [
                [key for key, *_ in asked],
                [name for _, name, *_ in asked],
                [born_on for _, _, born_on, _ in asked],
                [" ".join(words) or "?" for *_, words in asked],
                SIMILARITY,
                list_id,
            ],
        )
        pairs = cursor.fetchall()
    people = Person.objects.in_bulk({person_id for _, person_id in pairs})
    found = defaultdict(list)
    for key, person_id in pairs:
        found[key].append(people[person_id])
    return found


def _whereabouts(people: set[Person], unit_id: int) -> dict[int, Whereabouts]:
    """Which unit has each of these people."""
    cases = defaultdict(list)
    rows = Case.objects.filter(person__in=people).select_related("person").order_by("closed_on", "pk")
    for case in rows if people else ():
        cases[case.person_id].append(case)
    where = {}
    for person in people:
        theirs = cases[person.pk]
        here = [case for case in theirs if case.unit_id == unit_id]
        open_here = next((case for case in here if case.closed_on is None), None)
        open_elsewhere = any(case.closed_on is None and case.unit_id != unit_id for case in theirs)
        is_here = bool(here) and not open_elsewhere or not theirs and person.unit_id == unit_id
        latest = theirs[-1].unit_id if theirs else person.unit_id
        where[person.pk] = Whereabouts(open_here, is_here, None if is_here else latest)
    return where


def _choose(found: list[tuple[Person, Likeness]], facts: Facts, where: Mapping[int, Whereabouts]) -> Match:
    """The one to show: first those of this unit. Numbers that belong to two people contradict each other."""
    if not found:
        return NOBODY
    certain = found[0][1] != Likeness.SAME_BIRTHDAY_AND_NAME
    if certain and len({person.pk for person, _ in found}) > 1:
        return Match(likeness=found[0][1], is_contradictory=True)
    person, likeness = min(found, key=lambda one: not where[one[0].pk].is_here)
    place = where[person.pk]
    if not place.is_here:
        return Match(likeness=likeness, elsewhere_id=place.unit_id)
    another = (
        certain
        and bool(person.born_on and facts.born_on and person.born_on != facts.born_on)
        and not is_similar(person.search_name, facts.name)
    )
    return Match(person, place.open_here, likeness, is_another_name=another)
