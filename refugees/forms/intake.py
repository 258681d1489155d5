"""What is asked about a list: the file, a row's words, how people allocated on the first are taken over."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from refugees.intake import problems, spreadsheet
from refugees.intake.columns import Field
from refugees.intake.reading import interpret, pack
from refugees.intake.refusals import Refused
from refugees.languages import SpokenLanguage, label_of
from refugees.models import BenefitKind, FirstOfMonth, IntakeRow
from refugees.models.person import Sex
from refugees.takeover import PermitGround

# Without these there is no case; what is said where one is missing.
MISSING = {Field.GIVEN_NAME: "no_name", Field.PERMIT_GROUND: "no_ground"}
YES_OR_NO = [("ja", _("Yes")), ("nej", _("No"))]
CHOICES: dict[str, list[tuple[str, Any]]] = {
    Field.SEX: [choice for choice in Sex.choices if choice[0]],
    Field.INTERPRETER: SpokenLanguage.choices,
    Field.PERMIT_GROUND: PermitGround.choices,
    Field.APPLIED_IN_DENMARK: YES_OR_NO,
    Field.IS_PROTECTED: YES_OR_NO,
    Field.BENEFIT: BenefitKind.choices,
}


class UploadForm(forms.Form):
    """A list of people, as the Immigration Service or a team made it."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV or Excel (.xlsx), up to 25,000 people. Headings in Danish or English, in any order."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        error_messages={"required": _("Choose a file.")},
    )

    def __init__(self, *args: Any, was_cut: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        # Over the limit nothing of the file has been kept (upload_cap.py), so it is not asked for again.
        self.was_cut = was_cut
        self.fields["file"].required = not was_cut

    def clean_file(self) -> UploadedFile:
        """A file that can be read: it has headings, and people below them."""
        upload = self.cleaned_data["file"]
        try:
            if self.was_cut or upload.size > settings.UPLOAD_MAX_BYTES:
                raise Refused("too_large", most=settings.UPLOAD_MAX_BYTES // (1024 * 1024))
            self.content = upload.read()
            self.sheet = spreadsheet.read(self.content, most_bytes=settings.UPLOAD_MAX_BYTES)
            if not self.sheet.has_more_than(0):
                raise Refused("no_rows")
        except Refused as refused:
            raise ValidationError(refused.sentence, code=refused.code) from None
        return upload


class ConfirmForm(forms.Form):
    """What nobody can read from the list: when people allocated on the first of a month are taken over."""

    first_of_month = forms.ChoiceField(
        label=_("When are they taken over?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how the people allocated on the first of a month are taken over.")
        },
    )

    def __init__(self, *args: Any, readings: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if not readings:
            del self.fields["first_of_month"]
            return
        undecided = ("undecided", _("Open the cases without a takeover date; it is decided case by case"))
        self.fields["first_of_month"].choices = [*readings, undecided]

    @property
    def choice(self) -> str:
        """As the list keeps it."""
        chosen = self.cleaned_data.get("first_of_month", "")
        return chosen if chosen in FirstOfMonth.values else FirstOfMonth.UNDECIDED


class RowForm(forms.Form):
    """The words of a row, as they stand in the file or as somebody corrects them; what is wrong is said beside them."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, row: IntakeRow) -> None:
        self.row, self.is_sent = row, data is not None
        super().__init__(data if data is not None else _as_typed(row))
        for field in Field:
            if field == Field.FULL_NAME:
                continue
            self.fields[field.value] = _control(field, row)

    @property
    def cells(self) -> dict[str, str]:
        """What was typed, by field; empty ones are left out."""
        typed = {name: text.strip() for name, text in self.cleaned_data.items() if name != "version"}
        return {name: text for name, text in typed.items() if text}

    def say_what_is_wrong(self, today: Any) -> None:
        """Each problem at its field; warnings are hints."""
        for problem in interpret(self.cells, today=today)[1]:
            name = Field.GIVEN_NAME if problem.field == Field.FULL_NAME else problem.field
            words = problems.sentence(problem.code)
            if problem.is_warning:
                self.fields[name].help_text = words
            elif not self.has_error(name):
                self.add_error(name, words)


def _control(field: Field, row: IntakeRow) -> forms.Field:
    options: dict[str, Any] = {"label": field.label, "required": field in MISSING}
    if field in MISSING:
        options["error_messages"] = {"required": problems.sentence(MISSING[field])}
    if field not in CHOICES:
        return forms.CharField(strip=True, **options)
    control = forms.ChoiceField(choices=[("", _("Not stated")), *CHOICES[field]], **options)
    told = row.cells.get(field, "")
    if told and told not in dict(CHOICES[field]):
        control.help_text = gettext("In the list: “%(words)s”") % {"words": told[:60]}
    return control


def _as_typed(row: IntakeRow) -> dict[str, str]:
    """The row as the form shows it at first: choices by what was read, all else by its words."""
    cells, read = row.cells, pack(row.facts)
    typed = {name: text for name, text in cells.items() if name != Field.FULL_NAME}
    if Field.FULL_NAME in cells:
        typed |= {name: read.get(name, "") for name in (Field.GIVEN_NAME, Field.FAMILY_NAME)}
    for name in CHOICES:
        value = read.get(name, "")
        typed[name] = {True: "ja", False: "nej"}.get(value, value)
    return {str(name): text for name, text in typed.items()} | {"version": row.version}


def in_words(name: str, value: Any) -> str:
    """A fact as the page shows it."""
    if value in (None, "", [], ()):
        return gettext("nothing")
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if name == "speaks":
        return ", ".join(map(label_of, value))
    if name in CHOICES:
        return str(dict(CHOICES[name]).get(value, value))
    if hasattr(value, "isoformat"):
        return date_format(value, "SHORT_DATE_FORMAT")
    return f"{value[:6]}-{value[6:]}" if name == "number" and len(value) == 10 else str(value)
