"""The file of a list of a declared kind."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from refugees.intake import spreadsheet
from refugees.intake.refusals import Refused
from refugees.models import MOST_STAGED
from refugees.staged import ListKind


class StagedUploadForm(forms.Form):
    """A list as CSV or Excel file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "CSV or Excel (.xlsx), up to 500 rows. Headings in Danish or English, in any order."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )

    def __init__(self, *args: Any, kind: ListKind, was_cut: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        # Over the limit nothing of the file has been kept (upload_cap.py), so it is not asked for again.
        self.kind, self.was_cut = kind, was_cut
        self.fields["file"].required = not was_cut

    def clean_file(self) -> UploadedFile:
        """A file that can be read: it has headings that this kind knows, and rows below them, not too many."""
        upload = self.cleaned_data["file"]
        try:
            if self.was_cut or upload.size > settings.UPLOAD_MAX_BYTES:
                raise Refused("too_large", most=settings.UPLOAD_MAX_BYTES // (1024 * 1024))
            self.content = upload.read()
            self.sheet = spreadsheet.read(
                self.content, most_bytes=settings.UPLOAD_MAX_BYTES, known=self.kind.vocabulary
            )
            if self.sheet.has_more_than(MOST_STAGED):
                raise Refused("too_many_rows", most=MOST_STAGED)
            self.rows = list(self.sheet.rows())
        except Refused as refused:
            words = self.kind.no_headings if refused.code == "no_headings" else refused.sentence
            raise ValidationError(str(words), code=refused.code) from None
        if not self.rows:
            raise ValidationError(
                _("There are headings in the file, but no rows below them."), code="no_rows"
            )
        return upload
