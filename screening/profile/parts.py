"""The parts of a competence profile: the table behind each, its form, and the words of its pages."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from screening.forms import profile as forms
from screening.models import (
    DrivingLicence,
    Education,
    Entry,
    LanguageSkill,
    Section,
    Skill,
    Wish,
    WorkExperience,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the profile."""

    model: type[Entry]
    form: type[forms.EntryForm]
    add: Promise
    correct: Promise
    is_one: bool = False  # there is one row at most

    @property
    def section(self) -> Section:
        """Which section it is."""
        return self.model.section

    @property
    def fields(self) -> tuple[str, ...]:
        """What its form asks."""
        return tuple(self.form.base_fields)

    @property
    def tells(self) -> tuple[str, ...]:
        """What whoever was overtaken by a colleague is told of a row as it stands."""
        return (*self.fields, "removed_at")


PARTS = {
    part.section: part
    for part in [
        Part(WorkExperience, forms.WorkForm, _("Add work"), _("Correct work experience")),
        Part(Education, forms.EducationForm, _("Add education"), _("Correct education")),
        Part(LanguageSkill, forms.LanguageForm, _("Add a language"), _("Correct a language")),
        Part(
            DrivingLicence,
            forms.LicenceForm,
            _("Add the driving licence"),
            _("Correct the driving licence"),
            is_one=True,
        ),
        Part(Skill, forms.SkillForm, _("Add a skill"), _("Correct a skill")),
        Part(Wish, forms.WishForm, _("Add a wish"), _("Correct a wish")),
    ]
}
