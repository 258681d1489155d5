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
from refugees.models.interpreter import InterpreterBooking, InterpreterHow, without_interpreter
from refugees.models.key_date import KeyDate
from refugees.models.line import CaseLine
from refugees.models.message import Message, MessageKind
from refugees.models.note import Note, NoteKind
from refugees.models.occupation import Occupation
from refugees.models.periods import BenefitKind, BenefitPeriod, JobReadiness, Readiness
from refugees.models.person import Address, Person
from refugees.models.staged_list import MOST_STAGED, StagedList, StagedRow, StagedStatus, looks_at
from refugees.models.stale import (
    Seen,
    StaleEdit,
    read_again,
    refuse_stale,
    refuse_stale_among,
    version_of,
)
from refugees.models.state_batch import BY_AN_UPDATE, StateBatch, StillUnsent
from refugees.models.state_row import StateRow, compared, last_received
from refugees.models.taken_back import CanBeTakenBack, TakenBackQuerySet
from refugees.models.talk import Participant, Talk, TalkForm, TalkKind
from refugees.models.task import Task
from refugees.models.team import GivenOutMeanwhile, Load, TeamMember
from refugees.models.waiting import Awaited, Waiting
from refugees.models.warning_sign import NotedBy, SignKind, WarningSign
from refugees.models.week import CountedActivity, HoursCut
from refugees.occupation_kinds import OccupationEnding, OccupationKind
from refugees.week_kinds import CountedKind, CutGround

__all__ = [
    "Ability",
    "Address",
    "Appointment",
    "AppointmentKind",
    "AppointmentStaff",
    "Arrival",
    "Awaited",
    "BY_AN_UPDATE",
    "BenefitKind",
    "BenefitPeriod",
    "CHOSEN_KINDS",
    "CanBeTakenBack",
    "Case",
    "CaseCounter",
    "CaseLine",
    "CaseQuerySet",
    "CloseReason",
    "CountedActivity",
    "CountedKind",
    "CutGround",
    "Decision",
    "Direction",
    "Document",
    "DocumentKind",
    "Draft",
    "FirstOfMonth",
    "Found",
    "FunctionalConclusion",
    "GivenOutMeanwhile",
    "HoursCut",
    "Household",
    "HousingNeed",
    "IntakeFile",
    "IntakeList",
    "IntakeRow",
    "InterpreterBooking",
    "InterpreterHow",
    "JobReadiness",
    "KeyDate",
    "Likeness",
    "Limit",
    "ListStatus",
    "Load",
    "MOST_STAGED",
    "Message",
    "MessageKind",
    "Need",
    "Note",
    "NoteKind",
    "NotedBy",
    "Occupation",
    "OccupationEnding",
    "OccupationKind",
    "Outcome",
    "Participant",
    "Person",
    "Readiness",
    "Result",
    "Seen",
    "SignKind",
    "StagedList",
    "StagedRow",
    "StagedStatus",
    "StaleEdit",
    "StateBatch",
    "StateRow",
    "StillUnsent",
    "TakenBackQuerySet",
    "Talk",
    "TalkForm",
    "TalkKind",
    "Task",
    "TeamMember",
    "Waiting",
    "WarningSign",
    "compared",
    "last_received",
    "looks_at",
    "need_words",
    "read_again",
    "refuse_stale",
    "refuse_stale_among",
    "version_of",
    "without_interpreter",
]
