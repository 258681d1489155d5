"""Whose cases are meant: one caseworker's, or those that nobody works on."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from refugees.forms.case_list import NOBODY
from refugees.models import Case


class CaseworkerField(forms.ChoiceField):
    """A caseworker by user name, as the list of cases says it in its address; or nobody."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label=gettext_lazy("Caseworker"), required=False, **options)
        self.colleagues: dict[str, User] = {}

    def offer(self, user: User) -> None:
        """Those who work in the units whose cases this person may open. One query."""
        found = User.objects.caseworkers_of(user.case_unit_ids())
        self.colleagues = {colleague.username: colleague for colleague in found}
        names = [(username, colleague.name) for username, colleague in self.colleagues.items()]
        self.choices = [("", _("All")), (NOBODY, _("Without a caseworker")), *names]

    def cases(self, chosen: str, day: date) -> QuerySet[Case] | None:
        """Their cases on that day; None for everybody's."""
        if chosen == NOBODY:
            return Case.objects.without_caseworker(day)
        return Case.objects.of_caseworker(self.colleagues[chosen], day) if chosen else None

    def words(self, chosen: str) -> str:
        """Whose they are, in a sentence; nothing for everybody's."""
        if chosen == NOBODY:
            return _("Only cases without a caseworker.")
        return _("Only cases of %(name)s.") % {"name": self.colleagues[chosen].name} if chosen else ""
