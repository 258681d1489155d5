"""What is asked about the plan of homes. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm
from housing.forms.offers import NO_HEALTH
from housing.models import Decision
from refugees.forms.dates import reason_field


class DecisionForm(DatedForm):
    """What plans to come are to do with one household and one home, and why."""

    decision = forms.ChoiceField(
        label=_("What are plans to do with these two?"),
        choices=[
            (Decision.PIN.value, _("Pin them: this household gets this home")),
            (Decision.FORBID.value, _("Rule them out: this household does not get this home")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    reason = reason_field(help_text=NO_HEALTH)
