from internships.models.agreement import Agreement, AgreementKind
from internships.models.barring import Barring
from internships.models.company import Company
from internships.models.contact import Contact, ContactWay
from internships.models.contact_person import ContactPerson
from internships.models.district import District
from internships.models.offer import Answer, Offer, OfferKind
from internships.models.opening import Closing, Opening
from internships.models.placement import Ending, Kind, Placement
from internships.models.production_unit import ProductionUnit
from internships.models.sector import Sector

__all__ = [
    "Agreement",
    "AgreementKind",
    "Answer",
    "Barring",
    "Closing",
    "Company",
    "Contact",
    "ContactPerson",
    "ContactWay",
    "District",
    "Ending",
    "Kind",
    "Offer",
    "OfferKind",
    "Opening",
    "Placement",
    "ProductionUnit",
    "Sector",
]
