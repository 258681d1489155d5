"""Danish education in the demo city: referred, placed by the provider, some done. Providers are invented."""

from datetime import date, timedelta

from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Family, Life
from screening.models import DanishReferral, Track

# INVENTED, like everything in the demo city.
PROVIDERS = ["Opdigtet Sprogcenter Valby", "Opdigtet Sprogcenter Nørrebro"]
MODULES = ["Modul 1", "Modul 2"]
HOURS = [12, 15, 15, 18]


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
