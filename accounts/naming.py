"""What the City and its unit are called, on pages, in letters and on printed forms.

Settings, because the law no longer requires the word job centre: the City says what its unit is called.
"""

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language


def unit_name() -> str:
    """What the City calls the unit, in the language that is active."""
    is_danish = (get_language() or "").startswith("da")
    return settings.UNIT_NAME_DA if is_danish else settings.UNIT_NAME_EN


def sender() -> str:
    """Who speaks: the City, and its unit if it has a name."""
    return ", ".join(filter(None, [settings.CITY_NAME, unit_name()]))


# Said in two languages on a sheet, so it waits for the one that is asked for.
lazy_sender = lazy(sender, str)
