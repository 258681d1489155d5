"""Which open promises the page of the days left shows, and the same choice for the lists behind its numbers."""

from dataclasses import replace
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from goals import registry
from goals.caseworker_field import CaseworkerField
from goals.figure_filter import FigureFilter
from goals.figures import Population
from goals.forms import Filter, UnitField

# In the address of a list `goal` names the number that was pressed.
ONLY = "only"


class OpenFilter(Filter):
    """By goal, unit and caseworker."""

    goal = forms.ChoiceField(label=gettext_lazy("Goal"), required=False)
    unit = UnitField()
    caseworker = CaseworkerField()

    def __init__(self, data: dict, *, user: User) -> None:
        super().__init__(data, user=user)
        goals = ((goal.key, goal.label) for goal in registry.all_goals())
        self.fields["goal"].choices = [("", _("Any goal")), *goals]
        self.fields["caseworker"].offer(user)

    def population(self, day: date) -> Population:
        """The people that are meant."""
        wanted = self.cleaned_data
        cases = self.fields["caseworker"].cases(wanted["caseworker"], day)
        return Population(unit_id=wanted.get("unit"), cases=cases)

    @property
    def whose(self) -> dict[str, str]:
        """The choice of unit and caseworker, for the list behind a number; and which goal the way back shows alone."""
        return {ONLY if name == "goal" else name: value for name, value in self.chosen.items()}


class PeopleFilter(FigureFilter):
    """The people behind a number: of a figure, or of the days left, where a caseworker can be chosen."""

    caseworker = CaseworkerField()

    def __init__(self, data: dict, *, user: User, today: date) -> None:
        super().__init__(data, user=user, today=today)
        self.fields["caseworker"].offer(user)

    def population(self) -> Population:
        """Cases belong to whom they belong today, as the names in the list do."""
        cases = self.fields["caseworker"].cases(self.cleaned_data["caseworker"], self.today)
        return replace(super().population(), cases=cases)

    def words(self) -> str:
        """Who is meant, and whose cases they are."""
        whose = self.fields["caseworker"].words(self.cleaned_data["caseworker"])
        return f"{super().words()} {whose}".strip()
