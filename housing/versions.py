"""The versions in force at launch of this pillar's promises, each with its source. From then on they are data."""

from datetime import date

from django.utils.translation import gettext_noop as _

# No ground stops it: the booklet names none. Who cannot move for a while is not ready to relocate.
LAUNCH_VERSIONS = [
    {
        "goal": "housing-offered",
        "standard": "city",
        "amount": 6,
        "unit": "months",
        "warning_days": 30,
        "valid": (date(2016, 1, 1), None),
        "source": _(
            "City of Copenhagen, Integration initiative for refugees (booklet): at most six months in temporary"
            " accommodation"
        ),
    },
]

# No source asks or gives a number. It reminds, and goes no further; it holds from the year this system came into use.
VERSIONS_OF_STAYING = [
    {
        "goal": "home-kept",
        "standard": "internal",
        "amount": 14,
        "unit": "days",
        "warning_days": 14,
        "valid": (date(2026, 1, 1), None),
        "source": _(
            "Internal default: six and twelve months after the move, within fourteen days, somebody asks whether the"
            " household still lives there"
        ),
    },
]
