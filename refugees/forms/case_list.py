"""The filters of the list of cases, as the address says them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.fields import DayBox
from accounts.models import User
from refugees.case_list import Filters, standing_choices
from refugees.takeover import PermitGround

NOBODY = "-"
OPEN_OR_CLOSED = [
    ("", pgettext_lazy("cases", "Open")),
    ("closed", _("Closed")),
    ("all", _("Open and closed")),
]


class CaseFilterForm(forms.Form):
    """Everything may be left out; what makes no sense is left out too, so that an old link still opens."""

    state = forms.ChoiceField(label=_("Goals"), required=False)
    caseworker = forms.ChoiceField(label=_("Caseworker"), required=False)
    ground = forms.ChoiceField(
        label=_("Permit ground"), choices=[("", _("All")), *PermitGround.choices], required=False
    )
    arrived_from = forms.DateField(label=_("Taken over from"), required=False, widget=DayBox())
    arrived_to = forms.DateField(label=_("to"), required=False, widget=DayBox())
    closed = forms.ChoiceField(label=_("Cases"), choices=OPEN_OR_CLOSED, required=False)

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.colleagues = {
            colleague.username: colleague for colleague in User.objects.caseworkers_of(user.case_unit_ids())
        }
        self.fields["state"].choices = [("", _("All")), *standing_choices()]
        names = [(username, colleague.name) for username, colleague in self.colleagues.items()]
        self.fields["caseworker"].choices = [("", _("All")), (NOBODY, _("Without a caseworker")), *names]

    @property
    def filters(self) -> Filters:
        """What can be read from the address."""
        self.is_valid()
        typed = self.cleaned_data
        return Filters(
            state=typed.get("state", ""),
            caseworker=self.colleagues.get(typed.get("caseworker", "")),
            without_caseworker=typed.get("caseworker") == NOBODY,
            ground=typed.get("ground", ""),
            arrived_from=typed.get("arrived_from"),
            arrived_to=typed.get("arrived_to"),
            closed=typed.get("closed", ""),
        )
