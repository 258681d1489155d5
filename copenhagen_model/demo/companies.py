"""Companies that take interns: invented names, numbers that belong to nobody we know of (numbers.py)."""

from random import Random

from copenhagen_model.demo.names import COMPANY_PLACES, COMPANY_TRADES
from copenhagen_model.demo.numbers import cvr_numbers
from internships.models import Company


def found_companies(count: int, rng: Random) -> list[Company]:
    """So many companies, each with another name."""
    names = [f"{place}{trade.lower()}" for place in COMPANY_PLACES for trade in COMPANY_TRADES]
    chosen = rng.sample(names, count)
    return [
        Company.objects.register(name=name, cvr_number=number)
        for name, number in zip(chosen, cvr_numbers(), strict=False)
    ]
