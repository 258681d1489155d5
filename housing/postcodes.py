"""Which postcodes lie in which district of the City. Pure.

SEEN: that 1050 to 1473 are København K, 1500 to 1799 København V, 1800 to 1999 Frederiksberg C, and that the other
numbers of København N, NV, S, SV and Ø lie in 2XXX (dst.dk, description of the variable POSTNR). UNVERIFIED: which
number lies in which of the ten districts. Districts and postal districts do not meet, and no list of both was found; so
each district has its own numbers and those of its neighbours, by our reading of the map. The address register (DAR)
knows better: where it says otherwise of a home, this list is what is wrong.
"""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from refugees.districts import IN_THE_CITY, District

K, V = ("1000", "1499"), ("1500", "1799")


def _one(*numbers: str) -> tuple[tuple[str, str], ...]:
    return tuple((number, number) for number in numbers)


# From and to, both included.
POSTCODES: dict[str, tuple[tuple[str, str], ...]] = {
    District.INDRE_BY: (K, V, *_one("2100", "2200", "2300")),
    District.OSTERBRO: (K, *_one("2100", "2150", "2200", "2400")),
    District.NORREBRO: _one("2100", "2200", "2400"),
    District.VESTERBRO: (V, *_one("2450", "2500")),
    District.VALBY: (V, *_one("2450", "2500")),
    District.VANLOSE: _one("2400", "2500", "2700", "2720"),
    District.BRONSHOJ: _one("2400", "2700", "2720"),
    District.BISPEBJERG: _one("2100", "2200", "2400", "2700"),
    District.AMAGER_OST: (K, *_one("2300")),
    District.AMAGER_VEST: (K, *_one("2300")),
}


def districts_of(postcode: str) -> list[str]:
    """The names of the districts in which it can lie; none where it is no number of the City."""
    return [
        str(name)
        for district, name in IN_THE_CITY
        if any(first <= postcode <= last for first, last in POSTCODES[district])
    ]


def refuse_elsewhere(postcode: str, district: str) -> None:
    """ValidationError where a postcode cannot lie in that district."""
    known = districts_of(postcode)
    if not known:
        words = _(
            "%(postcode)s is no postcode of Copenhagen that we know. Homes that the City offers lie there."
        )
        raise ValidationError({"address": words % {"postcode": postcode}}, code="postcode")
    if district in POSTCODES and District(district).label not in known:
        words = _("%(postcode)s can lie in %(districts)s, not in %(district)s. Look at both again.")
        about = {
            "postcode": postcode,
            "districts": ", ".join(known),
            "district": District(district).label,
        }
        raise ValidationError({"address": words % about}, code="postcode")


def lies_in_its_district() -> Q:
    """The same as a rule of the table."""
    condition = Q()
    for district, ranges in POSTCODES.items():
        for first, last in ranges:
            condition |= Q(district=district, postcode__range=(first, last))
    return condition
