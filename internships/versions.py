"""The versions in force at launch of this pillar's promises, each with its source. From then on they are data."""

from datetime import date

from django.utils.translation import gettext_noop as _

LAW = "law"
CITY = "city"
INTERNAL = "internal"
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

# No source gives this number. It reminds, and goes no further; it holds from the year this system came into use.
VERSIONS_OF_EVALUATIONS = [
    {
        "goal": "placement-evaluated",
        "standard": INTERNAL,
        "amount": 14,
        "unit": "days",
        "warning_days": 7,
        "pausing_grounds": ["illness", "maternity", "custody", "away"],
        "valid": (date(2026, 1, 1), None),
        "source": _("Internal default: fourteen days for both sides to look back on a measure"),
    },
]

# Doubt after a public control: a talk within a week of the information, an offer within two weeks of the talk; rules of
# 2019 and Ukraine, people on a benefit. In those of 2025 and 2026 it is unverified (domain facts 1.4): no version.
VERSIONS_OF_DOUBTS = [
    {
        "goal": "availability-talk",
        "standard": LAW,
        "amount": 1,
        "unit": "weeks",
        "warning_days": 7,
        "rule_sets": ["RS-2019", "RS-UA"],
        "benefit_only": True,
        "valid": (date(2019, 1, 1), None),
        "source": "Integrationsloven § 27, stk. 1 (LBK 1146/2020)",
    },
    {
        "goal": "availability-offer",
        "standard": LAW,
        "amount": 2,
        "unit": "weeks",
        "warning_days": 7,
        "rule_sets": ["RS-2019", "RS-UA"],
        "benefit_only": True,
        "valid": (date(2019, 1, 1), None),
        "source": "Integrationsloven § 27, stk. 2 (LBK 1146/2020)",
    },
]
