from refugees.closing import CloseReason
from refugees.models.appointment import Appointment, AppointmentKind, AppointmentStaff
from refugees.models.arrival import Arrival
from refugees.models.case import Case, CaseQuerySet
from refugees.models.counter import CaseCounter
from refugees.models.document import Direction, Document, DocumentKind
from refugees.models.draft import Draft
from refugees.models.found import Found, Likeness
from refugees.models.household import Household
from refugees.models.intake_list import FirstOfMonth, IntakeFile, IntakeList, ListStatus
from refugees.models.intake_row import Decision, IntakeRow, Outcome, Result
from refugees.models.key_date import KeyDate
from refugees.models.line import CaseLine
from refugees.models.message import Message, MessageKind
from refugees.models.note import Note, NoteKind
from refugees.models.periods import BenefitKind, BenefitPeriod, JobReadiness, Readiness
from refugees.models.person import Address, Person
from refugees.models.stale import Seen, StaleEdit, read_again, refuse_stale, version_of
from refugees.models.talk import Participant, Talk, TalkForm, TalkKind
from refugees.models.task import Task
from refugees.models.team import GivenOutMeanwhile, Load, TeamMember
from refugees.models.waiting import Awaited, Waiting

__all__ = [
    "Address",
    "Appointment",
    "AppointmentKind",
    "AppointmentStaff",
    "Arrival",
    "Awaited",
    "BenefitKind",
    "BenefitPeriod",
    "Case",
    "CaseCounter",
    "CaseLine",
    "CaseQuerySet",
    "CloseReason",
    "Decision",
    "Direction",
    "Document",
    "DocumentKind",
    "Draft",
    "FirstOfMonth",
    "Found",
    "GivenOutMeanwhile",
    "Household",
    "IntakeFile",
    "IntakeList",
    "IntakeRow",
    "JobReadiness",
    "KeyDate",
    "Likeness",
    "ListStatus",
    "Load",
    "Message",
    "MessageKind",
    "Note",
    "NoteKind",
    "Outcome",
    "Participant",
    "Person",
    "Readiness",
    "Result",
    "Seen",
    "StaleEdit",
    "Talk",
    "TalkForm",
    "TalkKind",
    "Task",
    "TeamMember",
    "Waiting",
    "read_again",
    "refuse_stale",
    "version_of",
]
