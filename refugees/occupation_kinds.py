"""What somebody does on weekdays, by kind, and what each kind counts as."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OccupationKind(TextChoices):
    """What it is. The law's words stand in the glossary of the guide."""

    INTERNSHIP = "internship", _("Company internship")
    WAGE_SUBSIDY = "wage-subsidy", _("Wage-subsidy job")
    COMMUNITY_WORK = "community-work", _("Community work")
    JOB = "job", _("Ordinary job")
    IGU = "igu", _("Basic integration education (IGU)")
    EDUCATION = "education", _("Education")


class OccupationEnding(TextChoices):
    """How it ended."""

    OPEN = "", _("Still going on")
    COMPLETED = "completed", _("completed as agreed")
    JOB = "job", _("became a job")
    BROKEN_OFF_PERSON = "broken-off-person", _("broken off by the person")
    BROKEN_OFF_COMPANY = "broken-off-company", _("broken off by the company")
    OTHER = "other", _("another reason")


class GivesSu(TextChoices):
    """Whether an education entitles to the state's education support (SU)."""

    UNKNOWN = "", _("Not known")
    YES = "yes", _("Gives SU")
    NO = "no", _("Gives no SU")


# What the City gives as a measure: within full time, with an end, and a next step before it.
MEASURES = frozenset({OccupationKind.INTERNSHIP, OccupationKind.WAGE_SUBSIDY, OccupationKind.COMMUNITY_WORK})
# Company-oriented offers (Integration Act §§ 23 b, 23 c): these the law wants one after the other.
COMPANY_OFFERS = frozenset({OccupationKind.INTERNSHIP, OccupationKind.WAGE_SUBSIDY})
# What the effort aims at: no offer is due meanwhile, and a retention mentor is.
WORK_AND_EDUCATION = frozenset({OccupationKind.JOB, OccupationKind.IGU, OccupationKind.EDUCATION})
NOT_AS_AGREED = frozenset(
    {OccupationEnding.BROKEN_OFF_PERSON, OccupationEnding.BROKEN_OFF_COMPANY, OccupationEnding.OTHER}
)
