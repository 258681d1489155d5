"""The versions in force at launch of this pillar's promises, each with its source. From then on they are data."""

from datetime import date

from django.utils.translation import gettext_noop as _

LAW = "law"
CITY = "city"
INTERNAL = "internal"

# One month for the contract in every rule set: § 19 in the texts of 2017 and 2020, order 208/2026 § 6. Three months for
# the category in every rule set: § 17(2), order 208/2026 § 10(2) (domain facts 1.4). No ground stops the law's clock.
# One year, if the person is not in work: BEK 1208/2016 § 17, BEK 1307/2020 § 20, BEK 208/2026 § 15(2) (domain facts
# 1.4). No fact tells work or education yet: who is on the benefit stands for who is not in work.
REVISION_VERSIONS = [
    {
        "goal": "contract-revised",
        "standard": LAW,
        "amount": 12,
        "unit": "months",
        "warning_days": 30,
        "benefit_only": True,
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 19; BEK 1208/2016 § 17; BEK 1307/2020 § 20; BEK 208/2026 § 15, stk. 2",
    },
]

# One month for the referral to Danish in every rule set: § 21(1), LBK 1372/2022 § 5 (domain facts 1.4).
DANISH_VERSIONS = [
    {
        "goal": "danish-referred",
        "standard": LAW,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 21, stk. 1; LBK 1372/2022 § 5",
    },
]

# Three weeks from the registration as a job-seeker: § 26 b(4), for whoever must register (§ 26 a(2): on the benefit);
# rules of 2016, of 2019 and Ukraine. In those of 2025 and 2026 it is unverified (domain facts 1.4): no version.
JOBNET_VERSIONS = [
    {
        "goal": "cv-on-jobnet",
        "standard": LAW,
        "amount": 3,
        "unit": "weeks",
        "warning_days": 7,
        "rule_sets": ["RS-2016", "RS-2019", "RS-UA"],
        "benefit_only": True,
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 26 b, stk. 4 (LBK 1146/2020)",
    },
]

# No source asks for it by a day: the month is an internal default (goals at launch). Children, not only adults.
CHILD_VERSIONS = [
    {
        "goal": "children-placed",
        "standard": INTERNAL,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "adults_only": False,
        "valid": (date(2026, 1, 1), None),
        "source": _("Internal default: a place in school or day care found within one month of the takeover"),
    },
]

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

# The City promises two interviews before the move. The second "will most often be held at the place where the refugees
# are temporarily accommodated", for which it gives no number: the days are ours, and the source of the version says so.
# Interviews are kept here from the year in which this system came into use, so no version starts before.
VERSIONS_OF_INTERVIEWS = [
    {
        "goal": "screening-1",
        "standard": CITY,
        "amount": None,
        "unit": "",
        "warning_days": 7,
        "valid": (date(2026, 1, 1), None),
        "source": _(
            "City of Copenhagen, Integration initiative for refugees (booklet): two interviews before the move"
        ),
    },
    {
        "goal": "screening-2",
        "standard": CITY,
        "amount": 14,
        "unit": "days",
        "warning_days": 7,
        "valid": (date(2026, 1, 1), None),
        "source": _(
            "City of Copenhagen, Integration initiative for refugees (booklet): most often at the temporary home."
            " It gives no number of days: 14 is an internal default"
        ),
    },
]
