"""The versions in force at launch of this pillar's promises, each with its source. From then on they are data."""

from datetime import date

from django.utils.translation import gettext_noop as _

LAW = "law"
INTERNAL = "internal"

# The law: at least four talks in twelve months after the category in the rules of 2016; in the first six months in the
# texts from January 2020 (domain facts 0.7 and 1.4). Between the two, and in the rules of 2025 and 2026, no number is
# verified, so there is no version. Who is off the benefit in work or education follows another rhythm: once in twelve
# months from the last talk (§ 20(1)), for which no number is verified in the rules of 2025 and 2026 either.
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

VERSIONS_IN_WORK = [
    {
        "goal": "follow-up-in-work",
        "standard": LAW,
        "amount": 12,
        "unit": "months",
        "warning_days": 30,
        "rule_sets": ["RS-2016", "RS-2019", "RS-UA"],
        "valid": (date(2016, 1, 1), None),
        "source": "Integrationsloven § 20, stk. 1",
    },
]

# The booklet names retention mentors and contact and gives no number. Both remind, and go no further; they hold for
# what starts from the year this system came into use.
RETENTION_VERSIONS = [
    {
        "goal": "retention-mentor-offered",
        "standard": INTERNAL,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "pausing_grounds": ["illness", "maternity", "custody", "away"],
        "valid": (date(2026, 1, 1), None),
        "source": _("Internal default: a retention mentor offered within a month of the start"),
    },
    {
        "goal": "retention-contact",
        "standard": INTERNAL,
        "amount": 1,
        "unit": "months",
        "warning_days": 7,
        "pausing_grounds": ["illness", "maternity", "custody", "away"],
        "valid": (date(2026, 1, 1), None),
        "source": _("Internal default: contact every month with whoever is in a job, an IGU or an education"),
    },
]

# The booklet offers a holistic mentor to everybody for the first year and gives no number of days.
HOLISTIC_VERSIONS = [
    {
        "goal": "mentor-offered",
        "standard": INTERNAL,
        "amount": 14,
        "unit": "days",
        "warning_days": 4,
        "valid": (date(2026, 1, 1), None),
        "source": _("Internal default: a holistic mentor offered within 14 days of the takeover"),
    },
]
