from refugees.models.case import Case, CaseCounter, CloseReason
from refugees.models.household import Household
from refugees.models.key_date import KeyDate
from refugees.models.line import CaseLine
from refugees.models.periods import BenefitKind, BenefitPeriod, JobReadiness, Readiness
from refugees.models.person import Address, Person, StaleEdit
from refugees.models.team import GivenOutMeanwhile, Load, TeamMember

__all__ = [
    "Address",
    "BenefitKind",
    "BenefitPeriod",
    "Case",
    "CaseCounter",
    "CaseLine",
    "CloseReason",
    "GivenOutMeanwhile",
    "Household",
    "JobReadiness",
    "KeyDate",
    "Load",
    "Person",
    "Readiness",
    "StaleEdit",
    "TeamMember",
]
