"""Filters of the managers' screens, whose state lives in the address."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Unit, User
from goals import registry
from goals.models import Breach, Cause, Turn
from goals.models.conversation import ConversationQuerySet


class UnitField(forms.ChoiceField):
    """One of several units: the address names it by its public id, the form gives its key."""

    def __init__(self) -> None:
        super().__init__(label=gettext_lazy("Unit"), required=False)
        self.keys: dict[str, int] = {}

    def offer(self, units: Sequence[Unit]) -> None:
        """The units to choose from."""
        self.keys = {str(unit.public_id): unit.pk for unit in units}
        self.choices = [("", _("All units")), *((str(unit.public_id), unit.name) for unit in units)]

    def clean(self, value: str) -> int | None:
        """Its key; None for all of them."""
        return self.keys.get(super().clean(value))


class Filter(forms.Form):
    """A form whose state lives in the address; what is left out of the address has its default."""

    def __init__(self, data: dict, *, user: User) -> None:
        super().__init__(data)
        self.units = list(Unit.objects.filter(pk__in=user.case_unit_ids()).order_by("name"))
        if len(self.units) > 1:
            self.fields["unit"].offer(self.units)
        else:
            del self.fields["unit"]

    @property
    def chosen(self) -> dict[str, str]:
        """What the address holds of this form."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}

    @property
    def query(self) -> str:
        """The same, for another address that is to show the same people."""
        return urlencode(self.chosen)


class BreachFilter(Filter):
    """Which open breaches are shown."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        choices=[
            ("", gettext_lazy("All")),
            ("needed", gettext_lazy("Needs an answer")),
            ("untaken", gettext_lazy("Needs an answer, nobody has taken it")),
            ("given", gettext_lazy("Answered")),
        ],
        required=False,
    )
    goal = forms.ChoiceField(label=gettext_lazy("Goal"), required=False)
    unit = UnitField()
    cause = forms.ChoiceField(
        label=gettext_lazy("Cause"), choices=[("", gettext_lazy("Any cause")), *Cause.choices], required=False
    )

    def __init__(self, data: dict, *, user: User) -> None:
        super().__init__(data, user=user)
        goals = ((goal.key, goal.label) for goal in registry.all_goals())
        self.fields["goal"].choices = [("", _("Any goal")), *goals]

    def of(self, conversations: ConversationQuerySet, day: date) -> ConversationQuerySet:
        """Only those that are meant."""
        wanted = self.cleaned_data
        if wanted["answer"] in {"needed", "untaken"}:
            conversations = conversations.filter(turn__lt=Turn.ANSWERED)
            if wanted["answer"] == "untaken":
                conversations = conversations.untaken()
        elif wanted["answer"] == "given":
            conversations = conversations.filter(turn=Turn.ANSWERED)
        if wanted["goal"]:
            about = Breach.objects.open().filter(clock__goal=wanted["goal"], conversation=OuterRef("pk"))
            conversations = conversations.filter(Exists(about))
        if wanted.get("unit"):
            conversations = conversations.filter(unit=wanted["unit"])
        if wanted["cause"]:
            conversations = conversations.filter(cause=wanted["cause"])
        return conversations
