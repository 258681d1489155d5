"""The competence profile: what a person has learnt, done, speaks, can and wishes. One table for each kind of row."""

from screening.models.profile.education import Education, EducationLevel, Recognition
from screening.models.profile.entry import Entry
from screening.models.profile.language import LanguageSkill
from screening.models.profile.licence import Category, DrivingLicence, Validity
from screening.models.profile.section import Section
from screening.models.profile.skill import Skill, SkillKind
from screening.models.profile.wish import Wish, WishKind
from screening.models.profile.work import WorkExperience

__all__ = [
    "Category",
    "DrivingLicence",
    "Education",
    "EducationLevel",
    "Entry",
    "LanguageSkill",
    "Recognition",
    "Section",
    "Skill",
    "SkillKind",
    "Validity",
    "Wish",
    "WishKind",
    "WorkExperience",
]
