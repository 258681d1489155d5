from internships.models.agreement import Agreement, AgreementKind
from internships.models.availability_doubt import AvailabilityDoubt
from internships.models.barring import Barring
from internships.models.company import Company
from internships.models.contact import Contact, ContactWay
from internships.models.contact_person import ContactPerson
from internships.models.evaluation import Again, Evaluation, Rating, Side
from internships.models.host_link import HostLink
from internships.models.host_report import Hindrance, HostReport, Told
from internships.models.igu_registration import IguRegistration
from internships.models.offer import Offer
from internships.models.offer_rules import Answer, OfferKind, Whose
from internships.models.opening import Closing, Opening
from internships.models.placement import Placement
from internships.models.placement_agreement import PlacementAgreement
from internships.models.placement_agreement_rules import NoSignature
from internships.models.placement_extension import PlacementExtension
from internships.models.production_unit import ProductionUnit
from internships.models.sector import Sector
from internships.models.stayed_away import StayedAway
from internships.models.stayed_away_decision import StayedAwayDecision
from internships.models.stayed_away_rules import (
    Consequence,
    Ground,
    InformedBy,
    Law,
    Reassessment,
    ToldBy,
)

__all__ = [
    "Again",
    "Agreement",
    "AgreementKind",
    "Answer",
    "AvailabilityDoubt",
    "Barring",
    "Closing",
    "Company",
    "Consequence",
    "Contact",
    "ContactPerson",
    "ContactWay",
    "Evaluation",
    "Ground",
    "Hindrance",
    "HostLink",
    "HostReport",
    "IguRegistration",
    "InformedBy",
    "Law",
    "NoSignature",
    "Offer",
    "OfferKind",
    "Opening",
    "Placement",
    "PlacementAgreement",
    "PlacementExtension",
    "ProductionUnit",
    "Rating",
    "Reassessment",
    "Sector",
    "Side",
    "StayedAway",
    "StayedAwayDecision",
    "Told",
    "ToldBy",
    "Whose",
]
