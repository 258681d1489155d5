from refugees.models.appointment import Appointment, AppointmentKind, AppointmentStaff
from refugees.models.case import Case, CaseCounter, CloseReason
from refugees.models.document import Direction, Document, DocumentKind
from refugees.models.draft import Draft
from refugees.models.household import Household
from refugees.models.key_date import KeyDate
from refugees.models.line import CaseLine
from refugees.models.message import Message, MessageKind
from refugees.models.note import Note, NoteKind
from refugees.models.periods import BenefitKind, BenefitPeriod, JobReadiness, Readiness
from refugees.models.person import Address, Person, StaleEdit
from refugees.models.task import Task
from refugees.models.team import GivenOutMeanwhile, Load, TeamMember
from refugees.models.waiting import Awaited, Waiting

__all__ = [
    "Address",
    "Appointment",
    "AppointmentKind",
    "AppointmentStaff",
    "Awaited",
    "BenefitKind",
    "BenefitPeriod",
    "Case",
    "CaseCounter",
    "CaseLine",
    "CloseReason",
    "Direction",
    "Document",
    "DocumentKind",
    "Draft",
    "GivenOutMeanwhile",
    "Household",
    "JobReadiness",
    "KeyDate",
    "Load",
    "Message",
    "MessageKind",
    "Note",
    "NoteKind",
    "Person",
    "Readiness",
    "StaleEdit",
    "Task",
    "TeamMember",
    "Waiting",
]
