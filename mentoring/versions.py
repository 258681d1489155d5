"""The versions in force at launch of this pillar's promises, each with its source. From then on they are data."""

from datetime import date

from django.utils.translation import gettext_noop as _

LAW = "law"
INTERNAL = "internal"

# The law: at least four talks in twelve months after the category in the rules of 2016; in the first six months in the
# texts from January 2020 (domain facts 0.7 and 1.4). Between the two, and in the rules of 2025 and 2026, no number is
# verified, so there is no version. Who is off the benefit in work or education follows another rhythm, counted from the
# last talk, which waits for the facts of occupations.
LAUNCH_VERSIONS = [
    {
        "goal": "follow-up-law",
        "standard": LAW,
        "amount": 12,
        "unit": "months",
        "warning_days": 30,
        "rule_sets": ["RS-2016"],
        "benefit_only": True,
        "valid": (date(2016, 1, 1), date(2020, 1, 1)),
        "source": "Integrationsloven § 20; BEK 1208/2016 § 16",
    },
    {
        "goal": "follow-up-law",
        "standard": LAW,
        "amount": 6,
        "unit": "months",
        "warning_days": 30,
        "rule_sets": ["RS-2019", "RS-UA"],
        "benefit_only": True,
        "valid": (date(2020, 1, 1), None),
        "source": "Integrationsloven § 20; BEK 1307/2020 § 19",
    },
    # No source gives this number. It reminds, and goes no further; it holds from the year this system came into use.
    {
        "goal": "follow-up-next",
        "standard": INTERNAL,
        "amount": 3,
        "unit": "months",
        "warning_days": 14,
        "pausing_grounds": ["illness", "custody", "away"],
        "valid": (date(2026, 1, 1), None),
        "source": _("Internal default: three months between follow-up talks"),
    },
]
