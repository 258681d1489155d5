"""Who the people of the demo city are: households, ages, names, numbers. Drawn by chance from what is plausible."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from copenhagen_model.demo import names
from copenhagen_model.demo.names import Origin
from copenhagen_model.demo.numbers import number_without_check_digit, replacement_number
from refugees.takeover import PermitGround

ADULT = 18
# INVENTED: where people come from, by the years of their takeover.
ORIGINS = (
    (
        2018,
        {
            names.SYRIA: 42,
            names.ERITREA: 24,
            names.AFGHANISTAN: 8,
            names.IRAN: 8,
            names.SOMALIA: 6,
            names.PALESTINE: 6,
            names.KURDISTAN: 6,
        },
    ),
    (
        2021,
        {
            names.ERITREA: 30,
            names.SYRIA: 28,
            names.SOMALIA: 14,
            names.AFGHANISTAN: 12,
            names.IRAN: 10,
            names.KURDISTAN: 6,
        },
    ),
    (
        9999,
        {
            names.AFGHANISTAN: 30,
            names.SYRIA: 24,
            names.ERITREA: 20,
            names.IRAN: 10,
            names.SOMALIA: 8,
            names.PALESTINE: 4,
            names.KURDISTAN: 4,
        },
    ),
)
SHAPES = {"man": 40, "woman": 16, "couple": 8, "family": 18, "parent": 10, "minor": 4}
# INVENTED: how many have no number yet, or one that fails its check digit; the rest have a replacement number.
WITHOUT_NUMBER = 0.06
WITHOUT_CHECK_DIGIT = 0.04
BORN_ON_NEW_YEARS_DAY = 0.22
PROTECTED = 0.012
SPEAKS_ENGLISH = 0.2


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One person who arrives."""

    given_name: str
    family_name: str
    sex: str
    born_on: date
    number: str
    interpreter: str
    speaks: tuple[str, ...]
    is_protected: bool
    is_adult: bool


def draw_origin(ground: PermitGround, year: int, rng: Random) -> Origin:
    """Where the next household comes from."""
    if ground == PermitGround.UKRAINE:
        return names.UKRAINE
    if ground == PermitGround.QUOTA:
        return rng.choice([names.CONGO, names.CONGO, names.MYANMAR, names.SYRIA])
    weights = next(weights for last_year, weights in ORIGINS if year <= last_year)
    return rng.choices(list(weights), weights=weights.values())[0]


def draw_household(
    origin: Origin, day: date, *, at_most: int, ground: PermitGround, rng: Random
) -> tuple[Newcomer, ...]:
    """People who come together: adults first, then their children, at most so many."""
    shape = rng.choices(list(SHAPES), weights=SHAPES.values())[0]
    if ground in {PermitGround.FAMILY, PermitGround.UKRAINE} and shape in {"man", "minor"}:
        shape = "woman"
    family = origin.family_name(rng)
    first = "m" if shape in {"man", "couple", "family"} else "f" if shape == "woman" else rng.choice("fm")
    if shape == "minor":
        return (draw_person(origin, family, first, day, age=rng.randint(15, 17), rng=rng),)
    age = rng.randint(20, 54)
    ages = [(first, age)]
    if shape in {"couple", "family"}:
        ages.append(("f", max(ADULT + 1, age - rng.randint(-2, 6))))
    if shape in {"family", "parent"}:
        oldest = min(age - ADULT - 1, 16)
        children = rng.choices([1, 2, 3, 4], weights=[38, 34, 20, 8])[0]
        ages += [(rng.choice("fm"), rng.randint(0, max(oldest, 1))) for _ in range(children)]
    people = (draw_person(origin, family, sex, day, age=age, rng=rng) for sex, age in ages[:at_most])
    return tuple(people)


def draw_person(origin: Origin, family: str, sex: str, day: date, *, age: int, rng: Random) -> Newcomer:
    """One person of that age on the day."""
    born_on = day - timedelta(days=round(365.25 * age) + rng.randint(2, 360))
    if rng.random() < BORN_ON_NEW_YEARS_DAY:
        born_on = born_on.replace(month=1, day=1)
    is_adult = age >= ADULT
    languages = origin.languages[:1] if rng.random() < 0.7 else (rng.choice(origin.languages),)
    english = ("en",) if is_adult and rng.random() < SPEAKS_ENGLISH else ()
    return Newcomer(
        given_name=origin.given_name(sex, rng),
        family_name=family,
        sex=sex,
        born_on=born_on,
        number=_number(born_on, sex, rng),
        interpreter=languages[0] if not english or rng.random() < 0.5 else "",
        speaks=languages + english,
        is_protected=rng.random() < PROTECTED,
        is_adult=is_adult,
    )


def _number(born_on: date, sex: str, rng: Random) -> str:
    drawn = rng.random()
    if drawn < WITHOUT_NUMBER:
        return ""
    if drawn < WITHOUT_NUMBER + WITHOUT_CHECK_DIGIT and (born_on.day, born_on.month) != (1, 1):
        return number_without_check_digit(born_on, sex, rng)
    return replacement_number(born_on, sex, rng)
