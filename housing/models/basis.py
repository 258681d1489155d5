"""Whether a home may be offered, as the database decides it (`housing_basis`)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection

from housing.models.answer import REFUSED
from housing.models.dwelling import Dwelling
from refugees.models import Household


def basis_of(household: Household, dwelling: Dwelling, on: date) -> str:
    """Why this home may be offered to this household on that day, or the key of why not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT basis FROM housing_basis(%s, %s, %s)", [household.pk, dwelling.pk, on])
        return cursor.fetchone()[0]


def refuse_inside(household: Household, dwelling: Dwelling, on: date) -> None:
    """In clear words what the database refuses all the same, whoever writes."""
    basis = basis_of(household, dwelling, on)
    if basis in REFUSED:
        raise ValidationError(str(REFUSED[basis]), code=basis)
