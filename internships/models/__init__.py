from internships.models.company import Company
from internships.models.offer import Answer, Offer, OfferKind
from internships.models.placement import Ending, Kind, Placement

__all__ = ["Answer", "Company", "Ending", "Kind", "Offer", "OfferKind", "Placement"]
