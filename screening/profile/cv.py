"""The profile as a person hands it to an employer: nothing of the case, nothing of benefit, permit or health.

Made and shown in one language (`override` around both); what was written stands as it was written.
"""

from dataclasses import dataclass

from refugees.languages import label_of
from refugees.models import Address, Case
from refugees.names import plain
from screening.levels import level_words
from screening.models import (
    DrivingLicence,
    Education,
    LanguageSkill,
    Recognition,
    Skill,
    SkillKind,
    Validity,
    Wish,
    WorkExperience,
)
from screening.models.profile.language import NOT_AT_ALL


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on the sheet: when, what, under it in small where and how, and a text."""

    years: str
    title: str
    sub: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cv:
    """What stands on the sheet."""

    name: str
    phone: str
    address: str
    wishes: list[str]
    work: list[Line]
    education: list[Line]
    languages: list[Line]
    licence: str
    licence_sub: str
    skills: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand out yet."""
        return not (
            self.wishes or self.work or self.education or self.languages or self.licence or self.skills
        )


def cv_of(case: Case, *, with_phone: bool, with_address: bool) -> Cv:
    """The sheet of a case in the current language, in seven queries at most."""
    licence = DrivingLicence.objects.standing().filter(case=case).exclude(validity=Validity.NOT_VALID).first()
    return Cv(
        name=case.person.name,
        phone=case.person.phone if with_phone else "",
        address=_address(case) if with_address else "",
        wishes=[wish.title for wish in Wish.objects.standing().filter(case=case)],
        work=[_work(row) for row in WorkExperience.objects.standing().filter(case=case)],
        education=[_education(row) for row in Education.objects.standing().filter(case=case)],
        languages=[_language(row) for row in LanguageSkill.objects.standing().filter(case=case)],
        licence=licence.get_categories_display() if licence else "",
        licence_sub=licence.get_validity_display() if licence and licence.validity else "",
        skills=_skills(case),
    )


def _address(case: Case) -> str:
    address = Address.objects.filter(person=case.person_id).first()
    return address.text if address else ""


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))


def _work(row: WorkExperience) -> Line:
    # "Baker" and under it "Bakers" tells nobody anything; in the other language it does.
    group = "" if plain(row.occupation) in plain(row.group) else row.group
    return Line(row.years, row.title, _joined(group, row.employer, row.country), row.tasks)


def _education(row: Education) -> Line:
    level = str(row.get_level_display())
    recognised = row.recognised_as if row.recognition == Recognition.RECOGNISED else ""
    return Line(
        row.years,
        row.field or level,
        _joined(level if row.field else "", row.school, row.country),
        recognised,
    )


def _language(row: LanguageSkill) -> Line:
    reading = "" if row.reading in {NOT_AT_ALL[0], row.speaking} else level_words(row.reading)
    return Line("", label_of(row.language), level_words(row.speaking), reading)


def _skills(case: Case) -> list[str]:
    """What the person can do, certificates first: in the order of the kinds."""
    order = list(SkillKind)
    rows = Skill.objects.standing().filter(case=case)
    return [row.what for row in sorted(rows, key=lambda row: (order.index(SkillKind(row.kind)), row.pk))]
