"""What is asked when a mentor's people get other mentors: for each, who, and what they agreed to hand on."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.fields import DatedForm
from mentoring.handing_over import HandOverList, PersonRow
from mentoring.mentors import MentorRow, carried
from mentoring.models import Agreed, Choice

TO, AGREED = "to-", "agreed-"
"""What the choices about a person are called, before the public id of the mentor's time with them."""


class HandOverForm(forms.Form):
    """One choice a person: another mentor, or nobody for now; and what may be handed on."""

    def __init__(self, data: Any = None, *, found: HandOverList) -> None:
        super().__init__(data)
        self.found = found
        for row in found.rows:
            name, key = row.member.case.person.name, row.member.public_id
            takers = found.takers[row.member.part]
            self.fields[f"{TO}{key}"] = forms.ChoiceField(
                label=_("New mentor for %(name)s") % {"name": name},
                choices=[("", _("Not now")), *((str(each.user.public_id), _told(each)) for each in takers)],
                required=False,
                initial=str(row.proposed.user.public_id) if row.proposed else "",
                error_messages={"invalid_choice": _("Choose one of these mentors.")},
            )
            self.fields[f"{AGREED}{key}"] = forms.ChoiceField(
                label=_("What does %(name)s agree to hand on?") % {"name": name},
                choices=Agreed.choices,
                required=False,
                initial=Agreed.NOTHING,
            )

    def lines(self) -> Iterable[tuple[PersonRow, BoundField, BoundField]]:
        """Each person with the two choices about them."""
        for row in self.found.rows:
            key = row.member.public_id
            yield row, self[f"{TO}{key}"], self[f"{AGREED}{key}"]

    @property
    def choices(self) -> list[Choice]:
        """Who becomes whose mentor; of whoever stays for now, nothing."""
        chosen = []
        for row in self.found.rows:
            users = {str(each.user.public_id): each.user for each in self.found.takers[row.member.part]}
            key = row.member.public_id
            if to := users.get(self.cleaned_data.get(f"{TO}{key}", "")):
                agreed = self.cleaned_data.get(f"{AGREED}{key}") or Agreed.NOTHING
                chosen.append(Choice(row.member, to, agreed))
        return chosen

    @property
    def left_the_list(self) -> bool:
        """Whether it was sent about somebody who is on the list no more."""
        return any(name.startswith(TO) and name not in self.fields for name in self.data)


class AgreedForm(DatedForm):
    """What the person agrees to now."""

    agreed = forms.ChoiceField(
        label=gettext_lazy("What may the new mentor read of what the mentor before wrote?"),
        choices=Agreed,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )


def _told(row: MentorRow) -> str:
    words = carried(row)
    if row.is_away:
        return _("%(name)s, away today: %(carried)s") % {"name": row.user.name, "carried": words}
    return f"{row.user.name}: {words}"
