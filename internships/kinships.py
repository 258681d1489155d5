"""What lies close together: occupations and sectors, words and words, limits and requirements, districts and districts.

Coarse on purpose: it puts what may fit first and says why. Nothing is left out by it, and a person decides.
"""

import re

from internships.models.sector import Sector
from refugees.districts import District
from refugees.models import Limit
from refugees.names import plain

# Beginnings of ISCO-08 codes (screening/profile/isco08.md) and the sectors where such work is done; the longest
# beginning that fits counts.
SECTORS_OF_CODES: dict[str, tuple[Sector, ...]] = {
    "22": (Sector.CARE,),
    "23": (Sector.CHILDCARE,),
    "25": (Sector.OFFICE,),
    "2": (Sector.OFFICE,),
    "32": (Sector.CARE,),
    "3": (Sector.OFFICE,),
    "4": (Sector.OFFICE,),
    "432": (Sector.TRANSPORT,),
    "51": (Sector.HOTEL,),
    "512": (Sector.FOOD,),
    "513": (Sector.FOOD,),
    "515": (Sector.CLEANING,),
    "52": (Sector.SHOPS,),
    "531": (Sector.CHILDCARE,),
    "532": (Sector.CARE,),
    "6": (Sector.GREEN,),
    "71": (Sector.CONSTRUCTION,),
    "72": (Sector.INDUSTRY,),
    "73": (Sector.INDUSTRY,),
    "74": (Sector.CONSTRUCTION, Sector.INDUSTRY),
    "75": (Sector.INDUSTRY,),
    "751": (Sector.FOOD,),
    "81": (Sector.INDUSTRY,),
    "82": (Sector.INDUSTRY,),
    "83": (Sector.TRANSPORT,),
    "91": (Sector.CLEANING, Sector.HOTEL),
    "92": (Sector.GREEN,),
    "931": (Sector.CONSTRUCTION,),
    "932": (Sector.INDUSTRY,),
    "933": (Sector.TRANSPORT,),
    "94": (Sector.FOOD,),
}
# Which districts border on which: from the map of the City; the harbour counts as a border where a bridge crosses it.
_BORDERS = {
    District.INDRE_BY: (
        District.OSTERBRO,
        District.NORREBRO,
        District.VESTERBRO,
        District.AMAGER_OST,
        District.AMAGER_VEST,
    ),
    District.OSTERBRO: (District.NORREBRO, District.BISPEBJERG),
    District.NORREBRO: (District.BISPEBJERG, District.VESTERBRO),
    District.VESTERBRO: (District.VALBY, District.AMAGER_VEST),
    District.VALBY: (District.VANLOSE,),
    District.VANLOSE: (District.BRONSHOJ,),
    District.BRONSHOJ: (District.BISPEBJERG,),
    District.AMAGER_OST: (District.AMAGER_VEST,),
}
# Postal codes and the districts they lie in. They do not follow each other exactly; some lie in two.
_POSTAL = (
    (range(1000, 1500), (District.INDRE_BY,)),
    (range(1500, 1800), (District.VESTERBRO,)),
    (range(2100, 2101), (District.OSTERBRO,)),
    (range(2150, 2151), (District.OSTERBRO,)),
    (range(2200, 2201), (District.NORREBRO,)),
    (range(2300, 2301), (District.AMAGER_OST, District.AMAGER_VEST)),
    (range(2400, 2401), (District.BISPEBJERG,)),
    (range(2450, 2451), (District.VESTERBRO,)),
    (range(2500, 2501), (District.VALBY,)),
    (range(2700, 2701), (District.BRONSHOJ,)),
    (range(2720, 2721), (District.VANLOSE,)),
)
# Words, as `plain` leaves them, by which a text asks for what somebody with that limit cannot do.
ASKED = {
    Limit.NO_LIFTING: ("loft", "lift", "tung", "heavy", "bare "),
    Limit.NO_STANDING: ("staende", "standing", "gaende", "walking"),
    Limit.NO_SITTING: ("stillesiddende", "sitting"),
    Limit.NO_NIGHTS: ("nat", "night"),
    Limit.NO_SHIFTS: ("skiftende", "vagter", "shift"),
    Limit.NO_HEIGHTS: ("stillads", "hojde", "height", "scaffold", "stige", "maskin", "machine"),
    Limit.NO_DRIVING: ("korekort", "kore ", "driv"),
    Limit.NO_CROWDS: ("larm", "stoj", "noise", "crowd"),
    Limit.NO_DUST: ("stov", "rog", "dust", "smoke"),
}
SAME_BEGINNING = 5


def sectors_of(code: str) -> tuple[Sector, ...]:
    """The sectors where work of this code is done; none for a code that is not known."""
    fitting = [beginning for beginning in SECTORS_OF_CODES if code.startswith(beginning)]
    return SECTORS_OF_CODES[max(fitting, key=len)] if fitting else ()


def shared_words(text: str, other: str) -> list[str]:
    """Words of the first text that begin like a word of the second: bager, bageri."""
    beginnings = {word[:SAME_BEGINNING] for word in _words(other)}
    found = [word for word in re.findall(r"[^\W\d_]+", text) if plain(word)[:SAME_BEGINNING] in beginnings]
    return list(dict.fromkeys(found))


def _words(text: str) -> set[str]:
    words = (plain(word) for word in re.findall(r"[^\W\d_]+", text))
    return {word for word in words if len(word) >= SAME_BEGINNING}


def asks_for(text: str, limit: str) -> bool:
    """Whether a text speaks of what somebody with this limit cannot do."""
    said = f" {plain(text)} "
    return any(f" {word}" in said for word in ASKED.get(limit, ()))


def are_neighbours(one: str, other: str) -> bool:
    """Whether the two districts border on each other."""
    return other in _BORDERS.get(one, ()) or one in _BORDERS.get(other, ())


def districts_of(address: str) -> frozenset[str]:
    """The districts in which an address can lie, by its postal code; none if it has none that we know."""
    for code in reversed(re.findall(r"\b(\d{4})\b", address)):
        for codes, districts in _POSTAL:
            if int(code) in codes:
                return frozenset(districts)
        if 1000 <= int(code) <= 9999:
            return frozenset({District.OUTSIDE})
    return frozenset()
