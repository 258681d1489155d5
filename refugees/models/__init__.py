from refugees.closing import CloseReason
from refugees.models.appointment import CHOSEN_KINDS, Appointment, AppointmentKind, AppointmentStaff
from refugees.models.arrival import Arrival
from refugees.models.case import Case, CaseQuerySet
from refugees.models.conclusion import Ability, FunctionalConclusion, HousingNeed, Limit, Need, need_words
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
    "CHOSEN_KINDS",
    "Ability",
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
    "FunctionalConclusion",
    "GivenOutMeanwhile",
    "Household",
    "HousingNeed",
    "IntakeFile",
    "IntakeList",
    "IntakeRow",
    "JobReadiness",
    "KeyDate",
    "Likeness",
    "Limit",
    "ListStatus",
    "Load",
    "Message",
    "MessageKind",
    "Need",
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
    "need_words",
    "read_again",
    "refuse_stale",
    "version_of",
]
