"""Numbers that belong to nobody: personal numbers, the Immigration Service's, companies'. Made, never looked up.

Personal numbers are replacement numbers: sixty added to the day of birth, a form that the civil register never gives
out (cpr.dk). The few that look like CPR numbers fail their check digit on a day other than 1 January, and such a
number has never been given out either: all had a fitting check digit until October 2007, and those without one
since then were for birthdays on 1 January (cpr.dk, "Personnumre uden kontrolciffer"). See docs/demo-city.md.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from refugees.identifiers import REPLACEMENT_DAY_OFFSET, read_personal_number

CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2)
# Numbers are given out in order and the register is far from here; our names are invented in any case.
FIRST_CVR_SERIAL = 9_900_000
FIRST_IMMIGRATION_NUMBER = 99_000_000


def replacement_number(born_on: date, sex: str, rng: Random) -> str:
    """A replacement number for that birthday: no CPR number looks like it. Its check digit fails or fits by chance."""
    return f"{born_on.day + REPLACEMENT_DAY_OFFSET:02d}{born_on:%m%y}-{_serial(born_on, sex, rng)}"


def number_without_check_digit(born_on: date, sex: str, rng: Random) -> str:
    """What looks like a CPR number, and cannot be one: its check digit does not fit on a day other than 1 January."""
    if (born_on.day, born_on.month) == (1, 1):
        raise ValueError("Numbers without a fitting check digit have been given out for 1 January.")
    while True:
        number = f"{born_on:%d%m%y}-{_serial(born_on, sex, rng)}"
        if not read_personal_number(number).check_digit_fits:
            return number


def _serial(born_on: date, sex: str, rng: Random) -> str:
    """Four digits: the first says the century (until 2036), the last is odd for men and even for women."""
    century = rng.randrange(4) if born_on.year < 2000 else rng.randrange(4, 10)
    return f"{century}{rng.randrange(100):02d}{rng.randrange(5) * 2 + (sex == 'm')}"


def cvr_numbers() -> Iterator[str]:
    """Company numbers whose check digit fits, in order."""
    serial = FIRST_CVR_SERIAL
    while True:
        serial += 1
        check = -sum(int(d) * w for d, w in zip(str(serial), CVR_WEIGHTS, strict=True)) % 11
        if check < 10:
            yield f"{serial}{check}"
