"""What is asked about who is on a case, and about whom somebody lives with. The verbs decide what is true."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from accounts.models import User
from refugees.forms.work import ColleagueField
from refugees.models import Case


class FromDayForm(DatedForm):
    """A change of the team, from a day on; access follows it to the day, so it is never one to come."""

    on = DayField(label=_("From which day?"))

    def clean_on(self) -> date:
        """Today, or a day that was not written down in time."""
        if self.cleaned_data["on"] > self.today:
            raise ValidationError(
                _("Choose today or an earlier day: who is on a case changes on the day itself.")
            )
        return self.cleaned_data["on"]


class CaseworkerForm(FromDayForm):
    """Who works on the case from now on."""

    user = ColleagueField(
        label=_("Who works on the case?"),
        queryset=User.objects.none(),
        empty_label=_("Choose a caseworker"),
        error_messages={"required": _("Choose a caseworker.")},
    )
    field_order = ["user", "on"]

    def __init__(self, *args: Any, choices: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["user"].queryset = choices


class EndPartForm(FromDayForm):
    """The first day no longer on the case."""

    on = DayField(label=_("Which is the first day no longer on the case?"))


class HouseholdForm(DatedForm):
    """With whom somebody lives: whoever has the case of that number, or nobody."""

    WITH, ALONE = "with", "alone"

    lives = forms.ChoiceField(
        label=_("With whom does the person live now?"),
        choices=[(WITH, _("With somebody who has a case")), (ALONE, _("Alone"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    number = forms.CharField(
        label=_("Case number of somebody in the household"),
        help_text=_("For example KM-26-0412. Only for “with somebody”."),
        required=False,
        max_length=20,
    )
    on = DayField(label=_("Since when?"))

    def __init__(self, *args: Any, cases: QuerySet[Case], **options: Any) -> None:
        super().__init__(*args, **options)
        self.cases = cases

    def clean_on(self) -> date:
        """What is recorded has happened."""
        if self.cleaned_data["on"] > self.today:
            raise ValidationError(_("Choose today or an earlier day."))
        return self.cleaned_data["on"]

    def clean(self) -> dict[str, Any]:
        """The case behind the number, as `other`; None for alone."""
        cleaned = super().clean()
        cleaned["other"] = None
        if cleaned.get("lives") == self.WITH:
            typed = cleaned.get("number", "").strip().upper()
            found = self.cases.annotate(written=Upper("number")).filter(written=typed)
            cleaned["other"] = found.first() if typed else None
            if cleaned["other"] is None:
                self.add_error("number", _("Write the number of another open case of the unit."))
        return cleaned
