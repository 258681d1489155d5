"""What is asked when a first day was another one. The verb decides what is true; the rules are asked again here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DayField
from internships.forms.occupations import ReasonForm
from internships.stays import findings_of_corrected_start
from refugees.models import Occupation

A_GROUND = _("Take the agreed last day away first, and record it anew with its ground afterwards.")
# What to do about it, by the field of the extension that a rule asks for.
WAYS = {
    "ground": A_GROUND,
    "representative_on": A_GROUND,
    "planned_last_on": _("Correct the agreed last day first, if that was the mistake."),
}


class CorrectStartForm(ReasonForm):
    """Another first day, and why the first one was wrong.

    With it the stay may get longer than its rule allows: what goes on is refused as an extension without its ground
    is, and an IGU as a start of one. What has ended, and what was too long before, is only warned of: it happened.
    """

    started_on = DayField(label=_("When did it really start?"))
    consented_on = DayField(
        label=_("When did the person consent to begin before the takeover?"),
        required=False,
        help_text=_("Only for a measure that began before the takeover."),
    )
    is_meant = forms.BooleanField(label=_("It is right all the same"), required=False)
    field_order = ["started_on", "reason", "consented_on", "is_meant"]

    def __init__(self, *args: Any, occupation: Occupation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.occupation = occupation

    @property
    def fields_to_show(self) -> list[forms.BoundField]:
        """All but what only a warning asks for."""
        is_asked = self.is_bound and ("is_meant" in self.errors or self.cleaned_data.get("is_meant"))
        return [field for field in self if field.name != "is_meant" or is_asked]

    def clean(self) -> dict[str, Any]:
        """What the rules say to the stay from that day on."""
        cleaned = super().clean()
        first = cleaned.get("started_on")
        if first is None or first == self.occupation.started_on:
            return cleaned
        before = findings_of_corrected_start(self.occupation, on=self.occupation.started_on)
        known = {each.rule.key for each in before} if first > self.occupation.started_on else set()
        ways = set()
        for each in findings_of_corrected_start(self.occupation, on=first):
            if each.refuses and each.rule.key not in known and self.occupation.last_on is None:
                self.add_error("started_on", each.sentence)
                ways |= {WAYS[each.field]} if each.field in WAYS else set()
            elif not cleaned.get("is_meant"):
                self.add_error("is_meant", each.sentence)
        for way in sorted(ways, key=str):
            self.add_error("started_on", way)
        return cleaned
