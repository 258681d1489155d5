"""What is asked about a photographed letter. A photo that is refused is refused in words, and nothing of it is kept."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm
from mentoring.models.letter import WORDS_MAX_LENGTH
from refugees.uploads import CheckedFile, ContentType, check, too_large

PHOTOS = {ContentType.JPEG, ContentType.PNG}


class LetterForm(DatedForm):
    """A photo, and a line about it."""

    # Named one by one: a telephone that is asked for these turns its own format into JPEG by itself.
    photo = forms.FileField(
        label=_("Take a photo of the letter"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png", "capture": "environment"}),
        help_text=_("One page at a time. Where the photo was taken is removed."),
        error_messages={"required": _("Take a photo of the letter.")},
    )
    words = forms.CharField(
        label=_("What is it, in a line?"),
        max_length=WORDS_MAX_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("For example: letter from the school. No health details."),
        error_messages={
            "required": _("Say in a line what it is."),
            "max_length": _("Write at most 120 characters."),
        },
    )

    def __init__(self, *args: Any, was_cut: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.was_cut = was_cut
        self.fields["photo"].required = not was_cut

    def clean(self) -> dict[str, Any]:
        """A photo, by its content; where something else is wrong, it has to be taken again, and the page says so."""
        cleaned = super().clean()
        cleaned["content"] = self._content(cleaned.get("photo"))
        if self.errors and "photo" not in self.errors:
            self.add_error("photo", _("Choose the photo again: it is kept only once everything is in order."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb is told."""
        return {name: self.cleaned_data[name] for name in ("content", "words")}

    def _content(self, photo: Any) -> CheckedFile | None:
        if self.was_cut:
            self.add_error("photo", too_large())
            return None
        if photo is None:
            return None
        try:
            content = check(photo)
            if content.content_type not in PHOTOS:
                raise ValidationError(_("Only a photo can be sent here: JPEG or PNG."))
        except ValidationError as error:
            self.add_error("photo", error)
            return None
        return content
