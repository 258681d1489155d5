"""What is asked about interpreters for appointments. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field
from refugees.languages import SpokenLanguage
from refugees.models import InterpreterHow


class OrderInterpreterForm(DatedForm):
    """In which language, how, and from where."""

    language = forms.ChoiceField(label=_("In which language?"), choices=SpokenLanguage)
    how = forms.ChoiceField(
        label=_("How does the interpreter take part?"),
        choices=InterpreterHow,
        widget=forms.RadioSelect,
        initial=InterpreterHow.IN_PERSON,
    )
    agency = forms.CharField(
        label=_("Ordered from whom?"),
        max_length=120,
        error_messages={"required": _("Write where the interpreter was ordered.")},
    )
    on = DayField(label=_("When was it ordered?"))


class ConfirmInterpreterForm(DatedForm):
    """When they said that somebody comes."""

    on = DayField(label=_("When was it confirmed?"))


class CancelInterpreterForm(DatedForm):
    """When they were told, and why."""

    on = DayField(label=_("When were they told?"))
    reason = reason_field(_("Why is the interpreter cancelled?"))
