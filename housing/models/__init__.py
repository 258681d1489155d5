from housing.models.answer import Basis, DeclineReason, HomeAnswer, MoveOutReason
from housing.models.area import AreaList, ExcludedArea, list_day
from housing.models.check import AreaCheck
from housing.models.dwelling import Dwelling, DwellingKind, DwellingState, GoneReason, Held
from housing.models.exception import PlacementException
from housing.models.home_need import HomeNeed
from housing.models.lodging import Lodging
from housing.models.lodging_check import LodgingCheck
from housing.models.offer import HomeOffer
from housing.models.offered_to import OfferedTo
from housing.models.own_home import OwnHome
from housing.models.payment_limit import HouseholdKind, PaymentLimit
from housing.models.plan import Decision, HousingPlan, PairDecision
from housing.models.provider import Provider, ProviderKind
from housing.models.readiness import Readiness
from housing.models.room import Bed, KeptFor, Room
from housing.models.shared_home import SharedBy
from housing.models.stay import Stay
from housing.models.stay_payment import StayPayment
from housing.models.stay_reasons import LeftReason, StayBasis
from housing.models.still_there import Mark, StillThere

__all__ = [
    "AreaCheck",
    "AreaList",
    "Basis",
    "Bed",
    "Decision",
    "DeclineReason",
    "Dwelling",
    "DwellingKind",
    "DwellingState",
    "ExcludedArea",
    "GoneReason",
    "Held",
    "HomeAnswer",
    "HomeNeed",
    "HomeOffer",
    "HouseholdKind",
    "HousingPlan",
    "KeptFor",
    "LeftReason",
    "Lodging",
    "LodgingCheck",
    "Mark",
    "MoveOutReason",
    "OfferedTo",
    "OwnHome",
    "PairDecision",
    "PaymentLimit",
    "PlacementException",
    "Provider",
    "ProviderKind",
    "Readiness",
    "Room",
    "SharedBy",
    "Stay",
    "StayBasis",
    "StayPayment",
    "StillThere",
    "list_day",
]
