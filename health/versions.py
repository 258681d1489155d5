"""The versions in force at launch of this pillar's promise, each with its source. From then on they are data."""

from datetime import date

from django.utils.translation import gettext_noop as _

LAW = "law"
INTERNAL = "internal"

# Six months in every rule set: § 15 d(4), order 979/2016 § 6. For family-reunified people the offer is optional (domain
# facts 1.4), so neither version covers them. It is made to children too. No ground stops the law's clock.
REFUGEES = ["convention", "protection", "temporary", "quota", "ukraine", "humanitarian"]
LAUNCH_VERSIONS = [
    {
        "goal": "health-offered",
        "standard": LAW,
        "amount": 6,
        "unit": "months",
        "warning_days": 30,
        "permit_grounds": REFUGEES,
        "adults_only": False,
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 15 d, stk. 4; BEK 979/2016 § 6",
    },
    # No source gives this number. It reminds, and goes no further; it holds from the year this system came into use.
    {
        "goal": "health-offered",
        "standard": INTERNAL,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "permit_grounds": REFUGEES,
        "adults_only": False,
        "valid": (date(2026, 1, 1), None),
        "source": _("Internal default: one month for the offer of a health assessment"),
    },
]
