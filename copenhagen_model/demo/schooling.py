"""Danish education of adults and places for children in the demo city. Providers and schools are invented."""

from datetime import date, timedelta

from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Family, Life
from screening.models import ChildPlace, ChildPlaceKind, DanishReferral, Track

# INVENTED, like everything in the demo city.
PROVIDERS = ["Opdigtet Sprogcenter Valby", "Opdigtet Sprogcenter Nørrebro"]
MODULES = ["Modul 1", "Modul 2"]
HOURS = [12, 15, 15, 18]
SCHOOLS = ["Opdigtet Skole Valby", "Opdigtet Skole Nørrebro"]
# From which age on a child of the demo goes where.
BY_AGE = [
    (16, ChildPlaceKind.YOUTH_EDUCATION, ["Opdigtet Ungdomsskole"]),
    (6, ChildPlaceKind.RECEPTION_CLASS, SCHOOLS),
    (1, ChildPlaceKind.DAY_CARE, ["Opdigtet Børnehus", "Opdigtet Vuggestue"]),
]


def referred_long_ago(family: Family, by: User) -> None:
    """Of older cases only the referral is entered from the papers."""
    for life in family.adults:
        if not life.is_over:
            _refer(life, family.taken_over_on, by)


def _refer(life: Life, on: date, by: User) -> DanishReferral:
    provider = PROVIDERS[life.case.pk % len(PROVIDERS)]
    return DanishReferral.objects.refer(case=life.case, provider=provider, referred_on=on, today=on, by=by)


def schooling(life: Life) -> Story:
    """Referred in the first weeks, now and then too late; the provider places the person some days after."""
    rng = life.city.rng("danish", life.case.number)  # its own dice: the other stories stay what they are
    late = rng.random() < 0.06 and not life.family.arrival.is_showcase
    on = life.day(
        life.family.taken_over_on + timedelta(days=rng.randint(34, 50) if late else rng.randint(2, 20))
    )
    by = yield Turn(on, life.caseworker)
    referral = _refer(life, on, by)
    day = life.day(on + timedelta(days=rng.randint(6, 16)))
    by = yield Turn(day, life.caseworker)
    referral.place(
        on=day,
        track=rng.choice([Track.DU1, Track.DU2, Track.DU2, Track.DU3]),
        module=rng.choice(MODULES),
        starts_on=day + timedelta(days=rng.randint(3, 12)),
        minutes_a_week=60 * rng.choice(HOURS),
        today=day,
        by=by,
    )


def placing(life: Life) -> Story:
    """A place for a child in the first weeks; now and then too late, or none is wanted for the youngest."""
    rng = life.city.rng("child", life.case.number)
    taken_over_on = life.family.taken_over_on
    age = life.case.person.age_on(taken_over_on) or 0
    late = rng.random() < 0.08 and not life.family.arrival.is_showcase
    on = life.day(taken_over_on + timedelta(days=rng.randint(34, 60) if late else rng.randint(4, 26)))
    by = yield Turn(on, life.caseworker)
    facts = {"case": life.case, "on": on, "today": on, "by": by}
    if age < 1:
        why = "Forældrene passer selv barnet det første år"
        ChildPlace.objects.record(kind=ChildPlaceKind.NOT_WANTED, why=why, **facts)
        return
    kind, places = next(each for youngest, *each in BY_AGE if age >= youngest)
    starts_on = on + timedelta(days=rng.randint(4, 20))
    ChildPlace.objects.record(kind=kind, where=rng.choice(places), starts_on=starts_on, **facts)
