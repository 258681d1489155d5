"""From the Immigration Service's list to a case with a caseworker, a takeover date and a mentor."""

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from accounts.models import User
from copenhagen_model.demo.arrivals import Arrival
from copenhagen_model.demo.assessing import offered
from copenhagen_model.demo.contracts import is_written, sign_contracts
from copenhagen_model.demo.counselling import dropping_in
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.homes import relocation
from copenhagen_model.demo.household import Family, Life
from copenhagen_model.demo.lodging import move_in_at_takeover
from copenhagen_model.demo.mentoring import no_mentor, offered_mentor, waits_for_mentor
from copenhagen_model.demo.schooling import placing, referred_long_ago, schooling
from copenhagen_model.demo.talking import follow_up, follow_up_long_ago
from refugees.events import KeyEvent, Source
from refugees.models import BenefitKind, BenefitPeriod, Case, Household, KeyDate, Person, TeamMember
from refugees.parts import Part
from refugees.takeover import PermitGround

# Lists younger than this still lie on the team lead's desk.
STILL_TO_GIVE_OUT = timedelta(days=12)
COMES_WHEN_REGISTERED = {PermitGround.QUOTA, PermitGround.FAMILY}


def reception(family: Family) -> Story:
    """A family is listed and given to a caseworker; with that its takeover and its people's own stories begin."""
    city, arrival, rng = family.city, family.arrival, family.rng
    in_a_hurry = arrival.ground == PermitGround.UKRAINE
    listed_on = city.office_day(arrival.allocated_on + timedelta(days=0 if in_a_hurry else rng.randint(1, 4)))
    by = yield Turn(listed_on, family.lead)
    _open_cases(family, by, listed_on)
    wait = timedelta(days=0 if in_a_hurry or arrival.is_showcase else rng.randint(1, 6))
    given_on = city.office_day(listed_on + wait)
    if listed_on > city.today - STILL_TO_GIVE_OUT and not arrival.is_showcase and not in_a_hurry:
        return
    by = yield Turn(given_on, family.lead)
    _give_out(family, by, given_on)
    city.diary.begin(takeover(family), family)
    city.diary.begin(offered(family), family)
    city.tell_lives_of(family)


def _open_cases(family: Family, by: User, on: date) -> None:
    city, arrival = family.city, family.arrival
    unit = city.staff.units[arrival.unit]
    family.host = city.relative_for(arrival)
    family.home = _home(family, by, on)
    for number, newcomer in enumerate(arrival.members):
        person = Person.objects.register(
            unit=unit,
            by=by,
            number=newcomer.number,
            given_name=newcomer.given_name,
            family_name=family.name,
            born_on=newcomer.born_on,
            sex=newcomer.sex,
            country=arrival.origin.country,
            speaks=list(newcomer.speaks),
            interpreter=newcomer.interpreter,
            immigration_id=city.next_immigration_number(),
            is_protected=newcomer.is_protected,
        )
        case = Case.objects.open_for(
            person=person,
            unit=unit,
            household=family.home,
            permit_ground=arrival.ground,
            opened_on=on,
            by=by,
        )
        life = Life(family, newcomer, case, city.rng(arrival.key, number))
        life.way = city.way_of(life)
        family.lives.append(life)
        _record_decision(case, arrival, by, with_permit=family.is_detailed and newcomer.is_adult)
    city.arrived(family)


def _home(family: Family, by: User, on: date) -> Household | None:
    """Where they will live together: with a relative who came before, with each other, or alone."""
    if host := family.host:
        if host.home is None:
            host.home = Household.objects.form(unit=family.city.staff.units[family.arrival.unit])
            host.lives[0].case.join_household(host.home, on=on, by=by)
        return host.home
    if len(family.arrival.members) > 1:
        return Household.objects.form(unit=family.city.staff.units[family.arrival.unit])
    return None


def _record_decision(case: Case, arrival: Arrival, by: User, *, with_permit: bool) -> None:
    """Permit and allocation, normally one letter. Somebody reunified with a refugee is not allocated."""
    if arrival.ground == PermitGround.FAMILY:
        events = [KeyEvent.PERMIT]
    else:
        events = [KeyEvent.PERMIT, KeyEvent.ALLOCATION] if with_permit else [KeyEvent.ALLOCATION]
    for event in events:
        KeyDate.objects.record(
            case=case, event=event, on=arrival.allocated_on, source=Source.IMMIGRATION_SERVICE, by=by
        )


def _give_out(family: Family, by: User, on: date) -> None:
    roster = family.city.caseworkers[family.arrival.unit]
    showcase = family.arrival.is_showcase
    chosen = roster.colleagues[0] if showcase else family.city.choose_caseworker(family, on)
    TeamMember.objects.give_out({life.case.pk: chosen for life in family.lives}, on=on, by=by)
    for life in family.lives:
        roster.take(chosen, life.case, group=family.arrival.key, stays=showcase)


def takeover(family: Family) -> Story:
    """The City takes responsibility: confirmed and reported, registered, moved in, on a benefit."""
    city, arrival, rng = family.city, family.arrival, family.rng
    if arrival.follows_the_rule and rng.random() < 0.3:
        by = yield Turn(city.office_day(family.taken_over_on - timedelta(days=8)), family.caseworker)
        for life in family.lives:
            KeyDate.objects.confirm_takeover(case=life.case, by=by)
        by = yield Turn(family.taken_over_on, family.caseworker)
    else:
        by = yield Turn(family.taken_over_on, family.caseworker)
        for life in family.lives:
            _confirm(life.case, arrival, by)
    move_in_at_takeover(family, family.taken_over_on)
    for life in family.adults:
        kind = BenefitKind.SELF_SUPPORTING if life.way == "self-supporting" else BenefitKind.BENEFIT
        BenefitPeriod.objects.begin(case=life.case, kind=kind, on=family.taken_over_on, by=by)
    if family.is_detailed:
        for life in family.adults:
            family.city.diary.begin(schooling(life), life)
            family.city.diary.begin(dropping_in(life), life)
        for life in family.children:
            family.city.diary.begin(placing(life), life)
        yield from _first_days(family, by)
    else:
        yield from _old_dates(family, by)


def _confirm(case: Case, arrival: Arrival, by: User) -> None:
    on = arrival.taken_over_on
    if arrival.ground in COMES_WHEN_REGISTERED:
        KeyDate.objects.record(case=case, event=KeyEvent.REGISTRATION, on=on, source=Source.REGISTER, by=by)
    KeyDate.objects.confirm_takeover(case=case, by=by, on=on if arrival.names_own_day else None)


def _old_dates(family: Family, by: User) -> Story:
    """Of older cases: the contract, signed before they came, the category, and that they were followed up."""
    _record(family, KeyEvent.CONTRACT, family.taken_over_on, Source.CITY, by)
    referred_long_ago(family, by)
    on = family.city.office_day(family.taken_over_on + timedelta(days=family.rng.randint(70, 86)))
    by = yield Turn(on, family.caseworker)
    _record(family, KeyEvent.CATEGORISED, on, Source.CITY, by)
    yield from follow_up_long_ago(family, on)


def _first_days(family: Family, by: User) -> Story:
    """The dates that the case page shows: registered, moved in, contract, categorised, ready to relocate."""
    rng, on = family.rng, family.taken_over_on
    if family.arrival.ground not in COMES_WHEN_REGISTERED:
        _record(family, KeyEvent.REGISTRATION, on, Source.REGISTER, by)
    plans = [
        (KeyEvent.MOVE_IN, rng.choice([0, 0, 0, 1, 3])),
        # The scenes are about other promises: theirs is signed in time.
        (KeyEvent.CONTRACT, rng.randint(4, 12) if family.arrival.is_showcase else rng.randint(9, 33)),
        (KeyEvent.CATEGORISED, rng.randint(76, 93)),
        (KeyEvent.READY_TO_RELOCATE, rng.randint(100, 320)),
    ]
    for event, days in plans:
        day = family.city.office_day(on + timedelta(days=days))
        by = yield Turn(day, family.caseworker)
        if event == KeyEvent.CONTRACT and is_written(family):
            sign_contracts(family, day, by)
            continue
        if event == KeyEvent.READY_TO_RELOCATE:
            yield from relocation(family, day, by)
            continue
        _record(family, event, day, Source.CITY, by)
        if event == KeyEvent.CATEGORISED:
            for life in family.adults:
                family.city.diary.begin(follow_up(life, day), life)


def _record(family: Family, event: KeyEvent, on: date, source: Source, by: User) -> None:
    for life in family.adults:
        if not life.is_over:
            KeyDate.objects.record(case=life.case, event=event, on=on, source=source, by=by)


def mentor(life: Life) -> Story:
    """The offer of a holistic mentor for the first year; some decline."""
    city, scene = life.city, life.city.scene_of(life.family)
    declines = life.rng.random() < 0.08 and not scene
    if life.family.is_long_ago:
        return
    if declines:
        yield from no_mentor(life)
        return
    start = city.office_day(life.family.taken_over_on + timedelta(days=life.rng.randint(0, 9)))
    by = yield Turn(start, lambda: city.staff["mentor-coordinator"])
    offered_mentor(life, start)
    if scene or not waits_for_mentor(life, start):
        assign_mentor(life, by, start, stays=bool(scene and scene.by_mentor))


def assign_mentor(life: Life, by: User, on: date, *, stays: bool = False) -> None:
    """Somebody helps for a year after takeover; couples have one mentor. Who stays, is the demo's mentor's."""
    roster = life.city.mentors
    until = life.family.taken_over_on + relativedelta(years=1)
    chosen = roster.colleagues[0] if stays else next(_mentors_of(life), None) or roster.choose(1, on)
    TeamMember.objects.assign(
        case=life.case, user=chosen, part=Part.HOLISTIC_MENTOR, on=on, until=until, by=by
    )
    roster.take(chosen, life.case, group=life.family.arrival.key, until=until, stays=stays)


def _mentors_of(life: Life) -> Iterator[User]:
    """Who helps the rest of the family already."""
    roster = life.city.mentors
    for other in life.family.adults:
        if other is not life and (user := roster.holder(other.case)) and roster.load(user) <= roster.highest:
            yield user
