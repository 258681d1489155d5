"""Which breaches the page of causes counts: since when, of which unit and goal, and whose promise."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.day import ONE_DAY
from accounts.models import User
from goals import registry
from goals.causes import Period
from goals.figure_filter import day_field
from goals.forms import Filter, UnitField
from goals.models import Standard

MONTHS = 12


class CauseFilter(Filter):
    """Without days of its own: the last twelve months."""

    since = day_field(gettext_lazy("Over since"))
    until = day_field(gettext_lazy("up to"))
    whose = forms.ChoiceField(
        label=gettext_lazy("Whose promise"),
        choices=[
            ("", gettext_lazy("Law or City, each breach once")),
            (Standard.LAW, Standard.LAW.label),
            (Standard.CITY, Standard.CITY.label),
        ],
        required=False,
    )
    goal = forms.ChoiceField(label=gettext_lazy("Goal"), required=False)
    unit = UnitField()

    def __init__(self, data: dict, *, user: User, today: date) -> None:
        super().__init__(data, user=user)
        self.today = today
        goals = ((goal.key, goal.label) for goal in registry.all_goals())
        self.fields["goal"].choices = [("", _("Any goal")), *goals]

    def clean(self) -> None:
        """A period ends after it begins."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first."))

    def period(self) -> Period:
        """What is meant."""
        wanted = self.cleaned_data
        first, last = wanted["since"], wanted["until"]
        if not first and not last:
            first, last = self.today - relativedelta(months=MONTHS) + ONE_DAY, self.today
        return Period(
            first=first,
            last=last,
            unit_id=wanted.get("unit"),
            goal=wanted["goal"],
            standard=wanted["whose"],
        )

    def words(self) -> str:
        """What is counted, in a sentence: no figure stands without it."""
        period = self.period()
        days = {
            "first": date_format(period.first) if period.first else "",
            "last": date_format(period.last) if period.last else "",
        }
        if period.first and period.last:
            return _("Breaches whose first day over lies from %(first)s to %(last)s.") % days
        if period.first:
            return _("Breaches whose first day over is %(first)s or later.") % days
        return _("Breaches whose first day over is %(last)s or earlier.") % days
