"""The facts of this pillar."""

from screening.models.activity import Activity, ActivityKind
from screening.models.answer import Answer, Given
from screening.models.child_place import ChildPlace, ChildPlaceKind
from screening.models.contract import Contract
from screening.models.danish import DanishReferral, Finish, Track
from screening.models.expectations import Expectations, Topic
from screening.models.interview import Interview
from screening.models.job_seeking import JobSeeking
from screening.models.planning import Interpreting, InterviewKind, Outcome, Present, WhoseDoing
from screening.models.profile import (
    Category,
    DrivingLicence,
    Education,
    EducationLevel,
    Entry,
    LanguageSkill,
    Recognition,
    Section,
    Skill,
    SkillKind,
    Validity,
    Wish,
    WishKind,
    WorkExperience,
)
from screening.models.signing import DeclarationMissing, Missing

__all__ = [
    "Activity",
    "ActivityKind",
    "Answer",
    "Category",
    "ChildPlace",
    "ChildPlaceKind",
    "Contract",
    "DanishReferral",
    "DeclarationMissing",
    "DrivingLicence",
    "Education",
    "EducationLevel",
    "Entry",
    "Expectations",
    "Finish",
    "Given",
    "Interpreting",
    "Interview",
    "InterviewKind",
    "JobSeeking",
    "LanguageSkill",
    "Missing",
    "Outcome",
    "Present",
    "Recognition",
    "Section",
    "Skill",
    "SkillKind",
    "Topic",
    "Track",
    "Validity",
    "WhoseDoing",
    "Wish",
    "WishKind",
    "WorkExperience",
]
