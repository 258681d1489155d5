from mentoring.models.opening import OpeningHours, Weekday
from mentoring.models.visit import About, Outcome, Visit

__all__ = ["About", "OpeningHours", "Outcome", "Visit", "Weekday"]
