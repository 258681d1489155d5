"""Who would share a room or a home is told first, and the form is sent again with what was told."""

from collections.abc import Sequence

from django import forms
from django.template.defaultfilters import linebreaksbr
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from housing.sharing import mark_of

SHARING = "sharing"


def ask_about_sharing(
    form: forms.Form, words: Sequence[str], *, label: str | Promise, refused: str | Promise
) -> None:
    """Have somebody say that they looked at these words; what changed since is looked at anew."""
    form.cleaned_data["sharing_is_looked_at"] = bool(words)
    if not words:
        return
    mark = mark_of(words)
    form.fields[SHARING] = forms.MultipleChoiceField(
        label=label,
        help_text=linebreaksbr("\n".join(words)),
        choices=[(mark, _("I have looked at age, sex and what they need: they can share it"))],
        widget=forms.CheckboxSelectMultiple,
    )
    if mark not in form.data.getlist(SHARING):
        form.add_error(SHARING, refused)
