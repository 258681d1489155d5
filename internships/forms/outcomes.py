"""Whose outcomes are asked for, and of which day. All of it stands in the address."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from goals.figure_filter import ALWAYS, FigureFilter, arrived_words
from internships.outcomes import Whom


class OutcomeFilter(FigureFilter):
    """By takeover, unit and permit ground, as of which day; always as known now."""

    WHEN = ("as_of",)

    def __init__(self, *args: object, user: User, **options: object) -> None:
        super().__init__(*args, user=user, **options)
        del self.fields["known"], self.fields["rules"]
        years = [choice for choice in self.fields["arrived"].choices if choice[0] != ALWAYS]
        self.fields["arrived"].choices = [("", _("at any time")), *years]

    def clean(self) -> None:
        """A period ends after it begins."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", forms.ValidationError(_("The last day lies before the first.")))

    @property
    def known_on(self) -> None:
        """As known now."""
        return None

    def whom(self) -> Whom:
        """The people that are meant."""
        first, last = self.period()
        return Whom(first, last, self.cleaned_data.get("unit"), self.cleaned_data["ground"])

    def period(self) -> tuple:
        """The days of takeover; at any time, if nothing is chosen."""
        if not (self.cleaned_data["arrived"] or self.cleaned_data["since"] or self.cleaned_data["until"]):
            return None, None
        return self._period()

    def words(self) -> str:
        """Who is meant, and of which day, in a sentence."""
        return " ".join([arrived_words(*self.period()), _("As of %(day)s.") % {"day": date_format(self.day)}])
