"""What is asked about who sleeps where and what they pay. The verbs decide what is true."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.day import ONE_DAY
from accounts.fields import DatedForm, DayField
from accounts.models import User
from housing.forms.dwellings import NumberField
from housing.forms.sharing import ask_about_sharing
from housing.models import Bed, HouseholdKind, KeptFor
from housing.models.payment_limit import MOST_A_MONTH
from housing.models.room import in_places, taken
from housing.models.stay_reasons import CHOSEN_REASONS
from housing.sharing import who_shares
from refugees.models import Case
from refugees.models.person import Sex
from refugees.verbs import small

KEPT_FOR = {Sex.FEMALE: KeptFor.WOMEN, Sex.MALE: KeptFor.MEN}


class BedsForm(DatedForm):
    """From when each of these people sleeps in which bed. Who would share a room with strangers is told first."""

    on = DayField(label=gettext_lazy("From which day?"))
    until = DayField(
        label=gettext_lazy("Last night"),
        help_text=gettext_lazy("Leave it empty if they stay until they have a home."),
        quick=False,
        required=False,
    )

    def __init__(self, *args: Any, cases: Sequence[Case], user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.cases, self.user = cases, user
        self.beds = {str(bed.public_id): bed for bed in _to_come(self.today)}
        when = _free_from(self.today, [case.pk for case in cases])
        for case in cases:
            self.fields[case.number] = forms.ChoiceField(
                label=case.person.name, choices=self._choices(case, when), required=False
            )

    def _choices(self, case: Case, when: dict[int, date | None]) -> list[Any]:
        """The beds for this person, under their places and rooms. One that somebody keeps for good is left out."""
        groups: dict[str, list[tuple[str, str]]] = {}
        takes = {KeptFor.FAMILY, KEPT_FOR.get(case.person.sex)}
        for key, bed in self.beds.items():
            is_kept = bed.pk in when and when[bed.pk] is None
            if not self.is_bound and (is_kept or bed.room.kept_for not in takes):
                continue
            told = {"place": bed.room.lodging.name, "whom": small(bed.room.get_kept_for_display())}
            group = _("%(place)s, for %(whom)s") % told
            groups.setdefault(group, []).append((key, _bed_words(bed, when.get(bed.pk))))
        return [("", _("No bed chosen")), *groups.items()]

    def clean(self) -> dict[str, Any]:
        """The beds of those for whom one was chosen; and whether somebody looked at who shares the room."""
        given = super().clean()
        chosen = {case: self.beds[given[case.number]] for case in self.cases if given.get(case.number)}
        given |= {"beds": chosen, "sharing_is_looked_at": False}
        if not chosen and not any(case.number in self.errors for case in self.cases):
            raise ValidationError(_("Choose a bed for at least one of them."))
        on, until = given.get("on"), given.get("until")
        if on and until and until < on:
            self.add_error("until", _("The last night cannot lie before the first."))
        elif on:
            self._ask_about_sharing(chosen, DateRange(on, until + ONE_DAY if until else None))
        return given

    def _ask_about_sharing(self, chosen: dict[Case, Bed], during: DateRange) -> None:
        ask_about_sharing(
            self,
            who_shares(chosen, during, self.user),
            label=_("Who shares the room"),
            refused=_("Look at who shares the room, and say that they can."),
        )

    @property
    def asked(self) -> dict[str, Any]:
        """What the verbs take."""
        return {name: self.cleaned_data[name] for name in ("beds", "on", "until", "sharing_is_looked_at")}


class LeaveForm(DatedForm):
    """Who leaves, from which day, and why."""

    who = forms.MultipleChoiceField(
        label=gettext_lazy("Who leaves?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose who leaves.")},
    )
    on = DayField(
        label=gettext_lazy("On which day?"),
        help_text=gettext_lazy("The night before is the last that they sleep there."),
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy(
            "A move into a home that was offered is recorded with the offer, and ends the stay."
        ),
        choices=[(reason.value, reason.label) for reason in CHOSEN_REASONS],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose why.")},
    )

    def __init__(self, *args: Any, cases: Sequence[Case], **options: Any) -> None:
        super().__init__(*args, **options)
        self.cases = {case.number: case for case in cases}
        self.fields["who"].choices = [(case.number, case.person.name) for case in cases]

    @property
    def asked(self) -> dict[str, Any]:
        """What the verb takes."""
        given = self.cleaned_data
        cases = [self.cases[number] for number in given["who"]]
        return {"cases": cases, "on": given["on"], "reason": given["reason"]}


class PaymentForm(DatedForm):
    """What the household pays, from when."""

    on = DayField(
        label=gettext_lazy("From which day?"),
        help_text=gettext_lazy("It is said until the end of that year."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of household are they?"),
        choices=HouseholdKind,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the kind of household.")},
    )
    amount = NumberField(label=gettext_lazy("Kroner a month"), min_value=0, max_value=MOST_A_MONTH)
    words = forms.CharField(
        label=gettext_lazy("How do you know that it is not too high?"),
        help_text=gettext_lazy("Only where no maximum is entered for that year and that kind of household."),
        max_length=300,
        required=False,
    )


def _to_come(today: date) -> list[Bed]:
    beds = Bed.objects.filter(during__overlap=DateRange(today, None)).select_related("room__lodging")
    return in_places(beds)


def _free_from(today: date, cases: Sequence[int]) -> dict[int, date | None]:
    """From when each bed is free that is taken; None: nobody knows. Their own are free for an exchange."""
    mine = set(
        Bed.objects.filter(stays__case__in=cases, stays__taken_back_at=None).values_list("pk", flat=True)
    )
    found = {}
    for bed, periods in taken(DateRange(today, None)).items():
        if bed not in mine:
            ends = [period.upper for period in periods]
            found[bed] = None if None in ends else max(ends)
    return found


def _bed_words(bed: Bed, free_from: date | None) -> str:
    words = _("room %(room)s, bed %(bed)s") % {"room": bed.room.name, "bed": bed.name}
    if free_from:
        words += ", " + _("free from %(day)s") % {"day": date_format(free_from, "DATE_FORMAT")}
    if bed.last_on:
        words += ", " + _("there until %(day)s") % {"day": date_format(bed.last_on, "DATE_FORMAT")}
    return words
