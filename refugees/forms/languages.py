"""How languages are chosen: ticked in boxes, in columns, so that nobody has to hold a key to choose several."""

from typing import Any

from django import forms

from refugees.languages import SpokenLanguage


class LanguagesField(forms.MultipleChoiceField):
    """Any number of languages out of the long list."""

    def __init__(self, **options: Any) -> None:
        choices = SpokenLanguage.choices
        boxes = forms.CheckboxSelectMultiple(attrs={"class": "choices--in-columns"})
        super().__init__(choices=choices, required=False, widget=boxes, **options)
