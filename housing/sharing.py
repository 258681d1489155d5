"""Who would share a room or a home, in words: age, sex, and what health asks for, as the order on housing wants it
looked at (BEK 550/2022 § 19). Nothing is judged here; somebody reads it and says that they can.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from housing.models import Bed, Dwelling, DwellingKind, Held, HomeAnswer, OfferedTo, Stay
from housing.models.readiness import ADULT_AGE
from housing.models.room import taken
from housing.models.shared_home import ages_in_words
from refugees.models import Case, HousingNeed, Person
from refugees.models.conclusion import Need, need_words
from refugees.verbs import small

# What a shared room cannot give.
ASKS_TO_BE_ALONE = {Need.OWN_ROOM, Need.OWN_BATHROOM, Need.QUIET}

# By what two rooms of one shared home are known.
WHOLE = ("street", "number", "floor", "door", "postcode")


def who_shares(beds: Mapping[Case, Bed], during: DateRange, user: User) -> list[str]:
    """Who of another household sleeps in the rooms of these beds on some of these days, each in a sentence."""
    newcomers = {case.pk for case in beds}
    rooms = {bed.room_id for bed in beds.values()}
    stays = Stay.objects.visible_to(user).standing().with_places()
    stays = stays.filter(bed__room__in=rooms, during__overlap=during).order_by("bed", "during")
    by_room = defaultdict(list)
    for stay in stays:
        if stay.case_id not in newcomers:
            by_room[stay.bed.room_id].append(stay)
    asked = needs_apart({*newcomers, *(stay.case_id for stay in stays)}, during.lower)
    unseen = _unseen(rooms, during, seen={stay.bed_id for stay in stays}, beds=beds.values())
    words: list[str] = []
    for case, bed in beds.items():
        for stay in by_room[bed.room_id]:
            if case.household_id is None or case.household_id != stay.case.household_id:
                words += _pair(case, stay.case, bed, during.lower, asked)
        if unseen[bed.room_id]:
            told = ngettext(
                "Room %(room)s: %(number)d person of another unit sleeps there. Ask that unit who it is.",
                "Room %(room)s: %(number)d people of another unit sleep there. Ask that unit who they are.",
                unseen[bed.room_id],
            )
            words.append(told % {"room": bed.room.name, "number": unseen[bed.room_id]})
    return list(dict.fromkeys(words))


def who_shares_home(case: Case, home: Dwelling, day: date, user: User) -> list[str]:
    """Who lives in a shared home beside somebody who is offered a room in it, each in a sentence; never nothing."""
    words = []
    if home.sharers:
        words.append(_("Who lives there, as the provider says: %(who)s.") % {"who": home.sharers.rstrip(".")})
    if ages := ages_in_words(home.age_from, home.age_to):
        told = {"ages": ages, "who": _told(case.person, day)}
        words.append(_("The home is for people %(ages)s. It would be: %(who)s.") % told)
    rooms = rooms_of([home]).exclude(pk=home.pk)
    living = list(living_in(rooms).filter(case__in=Case.objects.housing_visible_to(user)))
    asked = needs_apart({case.pk, *(to.case_id for to in living)}, day)
    for to in living:
        told = {"one": _told(case.person, day), "other": _told(to.case.person, day)}
        words.append(_("%(one)s would share the home with %(other)s.") % told)
        words += _looked_at(case, to.case, day, asked)
    if not living and asked[case.pk]:
        words.append(_asks(case, asked))
    taken = rooms.filter(held=Held.ACCEPTED).count()
    if unseen := taken - len({to.offer.dwelling_id for to in living}):
        told = ngettext(
            "%(number)d other room is taken by somebody of another unit. Ask that unit who it is.",
            "%(number)d other rooms are taken by people of another unit. Ask that unit who they are.",
            unseen,
        )
        words.append(told % {"number": unseen})
    if not (home.sharers or taken):
        words.append(
            _("Who lives there is not recorded. Ask the provider about sex, age and what they need.")
        )
    return list(dict.fromkeys(words))


def rooms_of(homes: Sequence[Dwelling]) -> QuerySet[Dwelling]:
    """All rooms of these shared homes, by their address."""
    same = Q(pk=None)
    for home in homes:
        same |= Q(**{name: getattr(home, name) for name in WHOLE})
    return Dwelling.objects.filter(same, kind=DwellingKind.SHARED, gone_on=None)


def are_of_one_home(one: Dwelling, other: Dwelling) -> bool:
    """Whether these are two rooms of one shared home."""
    is_one = all(getattr(one, name) == getattr(other, name) for name in WHOLE)
    return is_one and one.is_shared and other.is_shared and one.pk != other.pk


def living_in(rooms: QuerySet[Dwelling]) -> QuerySet[OfferedTo]:
    """Who lives in these rooms by an offer of the City, or is about to."""
    live = OfferedTo.objects.filter(
        offer__dwelling__in=rooms,
        offer__answer=HomeAnswer.ACCEPTED,
        offer__taken_back_at=None,
        offer__moved_out_on=None,
    )
    return live.select_related("case__person", "offer__dwelling").order_by("offer", "case")


def mark_of(words: list[str]) -> str:
    """What somebody has looked at, in a word that changes with it."""
    return sha256("\n".join(words).encode()).hexdigest()[:16]


def _pair(one: Case, other: Case, bed: Bed, day: date, asked: Mapping[int, set[str]]) -> list[str]:
    told = {"one": _told(one.person, day), "other": _told(other.person, day), "room": bed.room.name}
    words = [_("Room %(room)s: %(one)s would share it with %(other)s.") % told]
    return words + _looked_at(one, other, day, asked)


def _looked_at(one: Case, other: Case, day: date, asked: Mapping[int, set[str]]) -> list[str]:
    """Of two who would share: a child beside an adult, and what health asks for."""
    words = []
    ages = [each.person.age_on(day) for each in (one, other)]
    if None not in ages and min(ages) < ADULT_AGE <= max(ages):
        child, adult = (one, other) if ages[0] < ages[1] else (other, one)
        told = {"child": child.person.name, "adult": adult.person.name}
        words.append(_("%(child)s is a child, %(adult)s an adult of another household.") % told)
    return words + [_asks(case, asked) for case in (one, other) if asked[case.pk]]


def _asks(case: Case, asked: Mapping[int, set[str]]) -> str:
    told = {"name": case.person.name, "needs": ", ".join(need_words(sorted(asked[case.pk])))}
    return _("For %(name)s, health asks for: %(needs)s.") % told


def _told(person: Person, day: date) -> str:
    age = person.age_on(day)
    years = (
        _("age not recorded")
        if age is None
        else ngettext("%(age)d year", "%(age)d years", age) % {"age": age}
    )
    return f"{person.name} ({small(person.get_sex_display())}, {years})"


def needs_apart(cases: set[int], day: date) -> dict[int, set[str]]:
    """What health asks for, of these people, that whoever shares is asked about."""
    found: dict[int, set[str]] = defaultdict(set)
    for row in HousingNeed.objects.standing().filter(case__in=cases, during__contains=day):
        found[row.case_id].update(ASKS_TO_BE_ALONE.intersection(row.needs))
    return found


def _unseen(rooms: set[int], during: DateRange, *, seen: set[int], beds: object) -> dict[int, int]:
    """In how many other beds of each room somebody sleeps whose case this person does not see."""
    occupied = taken(during)
    chosen = {bed.pk for bed in beds}
    found: dict[int, int] = defaultdict(int)
    for bed in Bed.objects.filter(room__in=rooms, pk__in=occupied):
        if bed.pk not in seen and bed.pk not in chosen:
            found[bed.room_id] += 1
    return found
