"""What is asked about a document. A file that is refused is refused with a sentence, and nothing of it is stored."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field
from refugees.models import Direction, DocumentKind
from refugees.uploads import EXTENSIONS, check, too_large

# Named one by one: a telephone that is asked for these turns its own format into JPEG by itself.
ACCEPT = ",".join(["image/jpeg", "image/png", "application/pdf", *EXTENSIONS])


class DocumentForm(DatedForm):
    """A file from the computer or a photo from the telephone, and what it is."""

    photo = forms.FileField(
        label=_("Take a photo of it"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png", "capture": "environment"}),
    )
    file = forms.FileField(
        label=_("The file"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=_("PDF, Word (.docx), JPEG or PNG. Where a photo was taken is removed."),
        error_messages={"required": _("Choose a file or take a photo.")},
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("A few words that a colleague can find it by."),
        error_messages={"required": _("Write a title.")},
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=DocumentKind)
    direction = forms.ChoiceField(
        label=_("Did it come, or go out?"),
        choices=Direction,
        initial=Direction.RECEIVED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it came, went out or is internal.")},
    )
    counterpart = forms.CharField(
        label=_("From or to whom?"),
        max_length=120,
        help_text=_("Not needed for an internal one."),
        error_messages={"required": _("Say whom it came from or went to.")},
    )
    dated_on = DayField(label=_("Date of the document"))

    def __init__(self, *args: Any, was_cut: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.was_cut = was_cut
        # One of the two files is needed, and a name only of one that came or went out.
        self.fields["file"].required = not (was_cut or self.files.get("photo"))
        self.fields["counterpart"].required = self.data.get("direction") != Direction.INTERNAL

    def clean(self) -> dict[str, Any]:
        """One file, accepted by its content; whom it came from or went to."""
        cleaned = super().clean()
        cleaned["content"] = self._content(cleaned)
        if self.errors and "file" not in self.errors and "photo" not in self.errors:
            self.add_error("file", _("Choose the file again: it is kept only once everything is in order."))
        return cleaned

    def _content(self, cleaned: dict[str, Any]) -> object:
        sent = [name for name in ("photo", "file") if cleaned.get(name) is not None]
        if self.was_cut:
            self.add_error("file", too_large())
        elif len(sent) > 1:
            self.add_error("file", _("Add one file at a time."))
        if self.was_cut or len(sent) != 1:
            return None
        try:
            return check(cleaned[sent[0]])
        except ValidationError as error:
            self.add_error(sent[0], error)
            return None

    @property
    def facts(self) -> dict[str, Any]:
        """What a document is made of."""
        names = ("content", "title", "kind", "direction", "counterpart", "dated_on")
        return {name: self.cleaned_data[name] for name in names}


class WithdrawForm(DatedForm):
    """Why a document should not be on this case."""

    reason = reason_field(_("Why is it withdrawn?"))
