from mentoring.models.checklist import Checklist
from mentoring.models.checklist_item import Audience, ChecklistItem
from mentoring.models.checklist_mark import ChecklistMark, MarkState
from mentoring.models.checklist_version import ChecklistVersion
from mentoring.models.concern import Concern
from mentoring.models.concern_kinds import ConcernKind, Urgency
from mentoring.models.contact import Contact
from mentoring.models.contact_kinds import ContactKind, ContactTopic
from mentoring.models.hand_over import Agreed, Choice, HandOver
from mentoring.models.holistic_offer import HolisticAnswer, HolisticOffer
from mentoring.models.letter import Letter
from mentoring.models.mentor_extension import MentorExtension
from mentoring.models.mentor_offer import MentorOffer
from mentoring.models.mentor_profile import MentorLoad, MentorProfile
from mentoring.models.opening import OpeningHours, Weekday
from mentoring.models.promise import Promise, PromiseOutcome
from mentoring.models.retention_offer import RetentionAnswer, RetentionOffer
from mentoring.models.retention_talk import Outlook, RetentionTalk
from mentoring.models.sighting import Sighting
from mentoring.models.visit import About, Outcome, Visit
from mentoring.models.walk_in import WITHOUT_A_CASE, ShownTo, WalkIn

__all__ = [
    "About",
    "Agreed",
    "Audience",
    "Checklist",
    "ChecklistItem",
    "ChecklistMark",
    "ChecklistVersion",
    "Choice",
    "Concern",
    "ConcernKind",
    "Contact",
    "ContactKind",
    "ContactTopic",
    "HandOver",
    "HolisticAnswer",
    "HolisticOffer",
    "Letter",
    "MarkState",
    "MentorExtension",
    "MentorLoad",
    "MentorOffer",
    "MentorProfile",
    "OpeningHours",
    "Outcome",
    "Outlook",
    "Promise",
    "PromiseOutcome",
    "RetentionAnswer",
    "RetentionOffer",
    "RetentionTalk",
    "Sighting",
    "Urgency",
    "WITHOUT_A_CASE",
    "ShownTo",
    "Visit",
    "WalkIn",
    "Weekday",
]
