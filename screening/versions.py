"""The versions in force at launch of this pillar's promises, each with its source. From then on they are data."""

from datetime import date

LAW = "law"

# One month for the contract in every rule set: § 19 in the texts of 2017 and 2020, order 208/2026 § 6. Three months for
# the category in every rule set: § 17(2), order 208/2026 § 10(2) (domain facts 1.4). No ground stops the law's clock.
LAUNCH_VERSIONS = [
    {
        "goal": "contract-signed",
        "standard": LAW,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 19; BEK 208/2026 § 6",
    },
    {
        "goal": "categorised",
        "standard": LAW,
        "amount": 3,
        "unit": "months",
        "warning_days": 21,
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 17, stk. 2; BEK 208/2026 § 10, stk. 2",
    },
]
