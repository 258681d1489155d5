from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Role
from accounts.scope import system_scope
from refugees.finding import Criterion
from refugees.identifiers import search_hash
from refugees.models.case import Case
from refugees.models.person import Person
from refugees.names import plain, sounds

# A name and a birthday together say so much that a hit in another unit is worth asking about: one for the
# birthday, and this much for the name.
NAME_AND_BIRTHDAY = 1.45


class Likeness(TextChoices):
    """Why somebody was found."""

    SAME_NUMBER = "same-number", _("same CPR number")
    SAME_IMMIGRATION_ID = "same-immigration-id", _("same Immigration Service number")
    SAME_BIRTHDAY_AND_NAME = "same-birthday-and-name", _("same date of birth and similar name")
    SAME_BIRTHDAY = "same-birthday", _("same date of birth")
    SIMILAR_NAME = "similar-name", _("similar name")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person whom the searcher may see, with the cases they may see, newest first."""

    person: Person
    cases: list[Case]
    reasons: list[Likeness]

    @property
    def open_case(self) -> Case | None:
        """The case the City is responsible for now."""
        return next((case for case in self.cases if case.closed_on is None), None)

    @property
    def words(self) -> list[str]:
        """Why the person was found, in words."""
        return [str(reason.label) for reason in self.reasons]

    @property
    def is_likely_the_same(self) -> bool:
        """More than a similar name."""
        return not {Likeness.SIMILAR_NAME, Likeness.SAME_BIRTHDAY}.issuperset(self.reasons)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody is known in another unit. Whom to ask, and nothing about the person."""

    unit: str
    team_leads: tuple[str, ...]
    is_same_number: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of app_find_people."""

    person_id: int
    score: float
    is_visible: bool
    is_same_number: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: people one may see, people known elsewhere, whether there is more."""

    people: list[FoundPerson]
    elsewhere: list[Elsewhere]
    has_more: bool

    @property
    def has_same_number(self) -> bool:
        """Somebody, here or elsewhere, has that very number."""
        numbers = {Likeness.SAME_NUMBER, Likeness.SAME_IMMIGRATION_ID}
        return any(hit.is_same_number for hit in self.elsewhere) or any(
            numbers.intersection(found.reasons) for found in self.people
        )

    @classmethod
    def search(cls, criterion: Criterion, *, user: User, most: int = 30) -> "Found":
        """Look for people by name, sound, birthday and number. Shows nothing that the user may not see."""
        if not (criterion.name or criterion.born_on or criterion.number or criterion.immigration_id):
            return cls([], [], has_more=False)
        hits = _hits(criterion, most + 1)
        visible = [hit.person_id for hit in hits if hit.is_visible]
        hidden = [
            hit
            for hit in hits
            if not hit.is_visible and (hit.is_same_number or hit.score >= NAME_AND_BIRTHDAY)
        ]
        people = _people(visible[:most], criterion, user)
        return cls(people, _whom_to_ask(hidden, user), has_more=len(hits) > most)


def _hits(criterion: Criterion, most: int) -> list[Hit]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person_id, score, is_visible, is_same_number"
            " FROM app_find_people(%s, %s::varchar[], %s, %s, %s, %s)",
            [
                plain(criterion.name),
                sounds(criterion.name),
                criterion.born_on,
                search_hash(criterion.number) if criterion.number else None,
                criterion.immigration_id,
                most,
            ],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def _people(ids: list[int], criterion: Criterion, user: User) -> list[FoundPerson]:
    """The people with their cases, in the order they were found."""
    cases = Case.objects.visible_to(user).filter(person__in=ids).select_related("person", "unit")
    by_person: dict[int, list[Case]] = {}
    for case in cases.order_by("-pk"):
        by_person.setdefault(case.person_id, []).append(case)
    return [
        FoundPerson(theirs[0].person, theirs, _reasons(theirs[0].person, criterion))
        for person_id in ids
        if (theirs := by_person.get(person_id))
    ]


def _reasons(person: Person, criterion: Criterion) -> list[Likeness]:
    same_birthday = criterion.born_on is not None and person.born_on == criterion.born_on
    reasons = []
    if criterion.number and person.number_hash == search_hash(criterion.number):
        reasons.append(Likeness.SAME_NUMBER)
    if criterion.immigration_id and person.immigration_id == criterion.immigration_id:
        reasons.append(Likeness.SAME_IMMIGRATION_ID)
    if is_similar(person.search_name, criterion.name):
        reasons.append(Likeness.SAME_BIRTHDAY_AND_NAME if same_birthday else Likeness.SIMILAR_NAME)
    elif same_birthday:
        reasons.append(Likeness.SAME_BIRTHDAY)
    return reasons or [Likeness.SIMILAR_NAME]


def is_similar(one: str, other: str) -> bool:
    """Whether two names share a word by how it sounds, in whatever order the words stand."""
    return bool(set(sounds(one)) & set(sounds(other)))


def _whom_to_ask(hits: Iterable[Hit], user: User) -> list[Elsewhere]:
    """The units that know somebody, each once. Read as the system, because the searcher may not see the cases."""
    hits = list(hits)
    if not hits:
        return []
    with system_scope("known elsewhere", by=user):
        return units_of({hit.person_id: hit.is_same_number for hit in hits})


def units_of(people: dict[int, bool]) -> list[Elsewhere]:
    """Which units have these people's cases, and who leads them. Within the scope of the system."""
    cases = Case.objects.filter(person__in=people).order_by("closed_on", "pk").select_related("unit")
    latest = {case.person_id: case.unit for case in cases}
    alone = Person.objects.filter(pk__in=people.keys() - latest.keys()).select_related("unit")
    latest |= {person.pk: person.unit for person in alone}
    leads: dict[int, list[str]] = {}
    team_leads = User.objects.active().filter(role=Role.TEAM_LEAD, unit__in=set(latest.values()))
    for unit_id, name in team_leads.order_by("name").values_list("unit_id", "name"):
        leads.setdefault(unit_id, []).append(name)
    same = {unit for person, unit in latest.items() if people[person]}
    return [
        Elsewhere(unit.name, tuple(leads.get(unit.pk, ())), unit in same)
        for unit in sorted(set(latest.values()), key=lambda unit: unit.name)
    ]
