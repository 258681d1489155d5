"""The versions in force at launch of this pillar's promises, each with its source. From then on they are data."""

from datetime import date

from django.utils.translation import gettext_noop as _

LAW = "law"
CITY = "city"
BOOKLET = _(
    "City of Copenhagen, Integration initiative for refugees (booklet): commencement within one month"
)

# The law's duty to offer: as soon as possible, two weeks aimed at, one month at the latest; benefit recipients
# (order 1208/2016 § 19; order 1307/2020 § 22; Integration Act § 23(6)). The orders of 2025 and 2026 no longer carry
# the rule, so those rule sets have no version. No ground stops the law's clock: no source says so.
LAUNCH_VERSIONS = [
    {
        "goal": "internship-offered",
        "standard": LAW,
        "amount": 1,
        "unit": "months",
        "warning_days": 14,
        "aim": _("2 weeks"),
        "rule_sets": ["RS-2016", "RS-2019", "RS-UA"],
        "benefit_only": True,
        "valid": (date(2016, 1, 1), None),
        "source": "BEK 1208/2016 § 19; BEK 1307/2020 § 22",
    },
    {
        "goal": "internship-offered",
        "standard": CITY,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "pausing_grounds": ["illness", "maternity", "custody", "away"],
        "valid": (date(2016, 1, 1), None),
        "source": BOOKLET,
    },
    {
        "goal": "internship-started",
        "standard": CITY,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "pausing_grounds": ["illness", "maternity", "custody", "away"],
        "valid": (date(2016, 1, 1), None),
        "source": BOOKLET,
    },
]

# The gap: job-ready people on a benefit, rules of 2016 and 2019 and Ukraine; superseded in the later ones (domain facts
# 1.4). The next step: every rule set; that it applies to these measures is our reading, and the source says so.
VERSIONS_OF_MEASURES = [
    {
        "goal": "offer-gap",
        "standard": LAW,
        "amount": 6,
        "unit": "weeks",
        "warning_days": 14,
        "rule_sets": ["RS-2016", "RS-2019", "RS-UA"],
        "benefit_only": True,
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 17 a, stk. 1",
    },
    {
        "goal": "next-step",
        "standard": LAW,
        "amount": 2,
        "unit": "weeks",
        "warning_days": 7,
        "valid": (date(2016, 1, 1), None),
        "source": _(
            "RSL § 7 a (that it applies to these measures is our reading; the City's lawyers decide)"
        ),
    },
]
