from accounts.models.access_log import AccessKind, AccessLog
from accounts.models.calendar_address import CalendarAddress
from accounts.models.demo_day import DemoDay
from accounts.models.submission import Submission
from accounts.models.unit import Unit
from accounts.models.user import Absence, Language, User

__all__ = [
    "Absence",
    "AccessKind",
    "AccessLog",
    "CalendarAddress",
    "DemoDay",
    "Language",
    "Submission",
    "Unit",
    "User",
]
