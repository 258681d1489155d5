"""Whom the figures are about, of which day, and as known on which day. All of it stands in the address."""

import re
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.fields import DayBox
from accounts.models import User
from goals import registry
from goals.figures import SELECTIONS, Population, years_of_arrival
from goals.forms import Filter, UnitField
from goals.models import ClockBelief, Standard
from goals.models.belief import ClockBeliefQuerySet
from goals.models.figure_summary import last_months
from refugees.takeover import PermitGround, RuleSet

RECENT, ALWAYS = "recent", "always"
YEAR = re.compile("[12][0-9]{3}")


def day_field(label: str) -> forms.DateField:
    """A day that may be left out, typed or pasted."""
    wrong = gettext_lazy("Write day, month and year, for example 28-11-2026.")
    return forms.DateField(label=label, required=False, widget=DayBox(), error_messages={"invalid": wrong})


def check_known(known: date, *, today: date, beliefs: ClockBeliefQuerySet) -> None:
    """Refuse a day of which nobody can say what was known on it."""
    if known > today:
        raise forms.ValidationError(_("That day has not come yet."))
    first = beliefs.first_day()
    if first is None:
        raise forms.ValidationError(_("Nothing is remembered yet."))
    if known < first:
        words = {"first": date_format(first)}
        raise forms.ValidationError(_("What was known is remembered from %(first)s on.") % words)


def arrived_words(first: date | None, last: date | None) -> str:
    """Who is meant by days of takeover, in a sentence."""
    words = {"first": date_format(first) if first else "", "last": date_format(last) if last else ""}
    if first and last:
        return _("People taken over from %(first)s to %(last)s.") % words
    if first:
        return _("People taken over from %(first)s on.") % words
    if last:
        return _("People taken over up to %(last)s.") % words
    return _("Everybody, whenever taken over.")


class FigureFilter(Filter):
    """Whom the figures are about: by takeover, unit, permit ground, rules. And when: of which day, known when."""

    WHEN = ("as_of", "known")

    arrived = forms.ChoiceField(label=gettext_lazy("Taken over"), required=False)
    since = day_field(gettext_lazy("or from"))
    until = day_field(gettext_lazy("up to"))
    unit = UnitField()
    ground = forms.ChoiceField(
        label=gettext_lazy("Permit ground"),
        choices=[("", gettext_lazy("All grounds")), *PermitGround.choices],
        required=False,
    )
    rules = forms.ChoiceField(
        label=gettext_lazy("Rules"),
        choices=[("", gettext_lazy("All rules")), *RuleSet.choices],
        required=False,
    )
    as_of = day_field(gettext_lazy("As of"))
    known = day_field(gettext_lazy("As known on"))

    def __init__(self, data: dict, *, user: User, today: date) -> None:
        super().__init__(data, user=user)
        self.user, self.today = user, today
        self.fields["arrived"].choices = [
            (RECENT, _("in the last 12 months")),
            *((str(year), _("in %(year)s") % {"year": year}) for year in self._years()),
            (ALWAYS, _("at any time")),
        ]

    def _years(self) -> list[int]:
        """The years to choose from; and the one in the address, if anybody was ever believed to be taken over in it."""
        years, asked = years_of_arrival(self.user), self.data.get("arrived", "")
        if YEAR.fullmatch(asked) and int(asked) not in years:
            beliefs = ClockBelief.objects.visible_to(self.user)
            if beliefs.filter(taken_over_on__year=int(asked)).exists():
                years = sorted([*years, int(asked)], reverse=True)
        return years

    def clean_as_of(self) -> date | None:
        """Of a day to come nobody knows the figures."""
        day = self.cleaned_data["as_of"]
        if day and day > self.today:
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    def clean_known(self) -> date | None:
        """What is known today is what is known now."""
        known = self.cleaned_data["known"]
        if known is None or known == self.today:
            return None
        self.check_known(known)
        return known

    def check_known(self, day: date) -> None:
        """Whether it is remembered what was known on that day of these cases."""
        check_known(day, today=self.today, beliefs=ClockBelief.objects.visible_to(self.user))

    def clean(self) -> None:
        """A period ends after it begins; on no day was it known how things stood on a later one."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first."))
        day, known = self.cleaned_data.get("as_of"), self.cleaned_data.get("known")
        if day and known and known < day:
            self.add_error("known", _("On that day it was not known yet how things stand on the other."))

    @property
    def known_on(self) -> date | None:
        """As known at the end of which day; None: as known now."""
        return self.cleaned_data["known"]

    @property
    def day(self) -> date:
        """The day whose state is asked: the one named, else the day of what was known, else today."""
        return self.cleaned_data["as_of"] or self.known_on or self.today

    @property
    def is_past(self) -> bool:
        """Whether these are other figures than those of today."""
        return self.known_on is not None or self.day != self.today

    @property
    def chosen_now(self) -> dict[str, str]:
        """The same people, in the figures of today."""
        return {name: value for name, value in self.chosen.items() if name not in self.WHEN}

    @property
    def query_since(self) -> str:
        """For the page that says what has changed since: the same figures, as known then."""
        then = {"as_of": self.day.isoformat(), "known": (self.known_on or self.day).isoformat()}
        return urlencode(self.chosen | then)

    def population(self) -> Population:
        """The people that are meant. Own dates go before the choice of a year."""
        first, last = self._period()
        return Population(
            arrived_from=first,
            arrived_until=last,
            unit_id=self.cleaned_data.get("unit"),
            permit_ground=self.cleaned_data["ground"],
            rule_set=self.cleaned_data["rules"],
        )

    def _period(self) -> tuple[date | None, date | None]:
        since, until = self.cleaned_data["since"], self.cleaned_data["until"]
        arrived = self.cleaned_data["arrived"] or RECENT
        if since or until:
            return since, until
        if arrived == RECENT:
            return last_months(self.day)
        if arrived == ALWAYS:
            return None, None
        return date(int(arrived), 1, 1), date(int(arrived), 12, 31)

    def words(self) -> str:
        """Who is meant, in a sentence: no figure stands without it."""
        return arrived_words(*self._period())

    def when_words(self) -> str:
        """Of which day, and as known when; nothing for the figures of today."""
        known = self.known_on
        words = {"day": date_format(self.day), "known": date_format(known) if known else ""}
        if known:
            return _("As of %(day)s, as known on %(known)s. What was recorded later is left out.") % words
        return _("As of %(day)s, as known now.") % words if self.is_past else ""


class DifferenceFilter(FigureFilter):
    """Which figure, as known on which day, beside the same as known on which other day."""

    against = day_field(gettext_lazy("beside what was known on"))
    state = forms.ChoiceField(label=gettext_lazy("Who came or left"), required=False)
    goal = forms.CharField(widget=forms.HiddenInput)
    standard = forms.ChoiceField(choices=Standard, widget=forms.HiddenInput)

    field_order = ("as_of", "known", "against", "state")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["state"].choices = [
            ("", _("Everybody who moved")),
            *((value, words) for value, (_outcomes, words) in SELECTIONS.items() if value != "everybody"),
            ("everybody", _("Who came to, or left, these people")),
        ]

    def clean_against(self) -> date | None:
        """Left out, or today: what is known now."""
        against = self.cleaned_data["against"]
        if against is None or against == self.today:
            return None
        self.check_known(against)
        return against

    def clean(self) -> None:
        """Then comes before now."""
        super().clean()
        if self.errors:
            return
        if self.then >= (self.against_on or self.today):
            self.add_error(
                "known", _("Choose the day on which the figure was reported: one before the other.")
            )
        elif self.known_on is None:
            self.check_known(self.then)

    def clean_goal(self) -> registry.Goal:
        """The promise as its pillar declares it."""
        try:
            return registry.get(self.cleaned_data["goal"])
        except KeyError:
            raise forms.ValidationError(_("No promise has this name.")) from None

    @property
    def names_a_figure(self) -> bool:
        """Whether the address says which figure is meant."""
        return "goal" in self.cleaned_data and "standard" in self.cleaned_data

    @property
    def then(self) -> date:
        """As known at the end of which day the figure was reported."""
        return self.known_on or self.day

    @property
    def against_on(self) -> date | None:
        """As known on which day it stands beside that; None: now."""
        return self.cleaned_data.get("against")

    def sides_words(self) -> str:
        """Which day is counted, and what is laid beside what."""
        words = {"day": date_format(self.day), "then": date_format(self.then)}
        if self.against_on:
            words["now"] = date_format(self.against_on)
            return _("As of %(day)s: as known on %(then)s, beside as known on %(now)s.") % words
        return _("As of %(day)s: as known on %(then)s, beside as known now.") % words

    def query_of_moves(self, state: str) -> str:
        """For this page: only those who came to this outcome or left it."""
        return urlencode(self.chosen | {"state": state})

    def query_of_list(self, state: str, known: date | None) -> str:
        """For the list of people behind a number, as known on that day."""
        whom = {name: value for name, value in self.chosen.items() if name not in {"known", "against"}}
        when = {"as_of": self.day.isoformat()} | ({"known": known.isoformat()} if known else {})
        return urlencode(whom | when | {"state": state})
