"""Forms of a person's own account."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from accounts.mailings import OFFERED
from accounts.models import Language, User


class SignInForm(AuthenticationForm):
    """User name and password. The message never says which of the two was wrong."""

    username = forms.CharField(
        label=_("User name"), widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True})
    )
    error_messages = {
        "invalid_login": _("The user name or the password is wrong. Check both and try again."),
        "inactive": _("This account is closed. Ask your team lead."),
    }


class ChangePasswordForm(PasswordChangeForm):
    """The old password once, the new one twice."""


class SettingsForm(forms.ModelForm):
    """What each person chooses for themselves."""

    mails = forms.MultipleChoiceField(
        label=_("E-mails"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "They hold case numbers and links, never a name. On the site itself you are always told."
        ),
        error_messages={"invalid_choice": _("Choose among the e-mails shown.")},
    )

    class Meta:
        model = User
        fields = ["language", "uses_shortcuts"]
        widgets = {"language": forms.RadioSelect(choices=Language.choices)}
        help_texts = {"uses_shortcuts": _("j and k move, / searches, ? shows them all.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = OFFERED.get(self.instance.role, ())
        if not offered:
            del self.fields["mails"]
            return
        self.fields["mails"].choices = [(mailing.value, mailing.label) for mailing in offered]
        self.initial["mails"] = self.instance.mailings()
