"""What is asked about households and offers of homes. The verbs decide what is true."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.fields import DatedForm, DayField
from accounts.models import User
from housing.forms.dwellings import NumberField
from housing.forms.sharing import SHARING, ask_about_sharing
from housing.models import DeclineReason, Dwelling, DwellingKind, HomeAnswer, Stay
from housing.models.dwelling_rules import MOST_KRONER
from housing.models.home_need import MOST_BEDROOMS
from housing.sharing import who_shares_home
from refugees.districts import IN_THE_CITY
from refugees.forms.dates import reason_field
from refugees.models import Case

NO_HEALTH = _("Leave out health details.")
STAYS_END = _("Their temporary stay ends on that day.")


class ReadyForm(DatedForm):
    """From when the household can move, and why we say so."""

    on = DayField(label=_("From which day?"))
    reason = reason_field(_("What makes them ready?"))


class OwnHomeForm(DatedForm):
    """That they found a home themselves."""

    on = DayField(label=_("When was it found?"))
    beds_left_on = DayField(
        label=_("From which day do they sleep there?"),
        help_text=_(
            "Leave it empty if you do not know it: housing officers are reminded until somebody does."
        ),
        required=False,
    )
    note = forms.CharField(label=_("In few words"), help_text=NO_HEALTH, max_length=300, required=False)

    def __init__(self, *args: Any, beds: Sequence[Stay], **options: Any) -> None:
        super().__init__(*args, **options)
        if not beds:
            del self.fields["beds_left_on"]
            return
        asked = self.fields["beds_left_on"]
        where = [f"{stay.case.person.name}: {stay.bed_words}" for stay in beds]
        asked.help_text = linebreaksbr("\n".join([str(STAYS_END), *where, str(asked.help_text)]))


class NeedForm(DatedForm):
    """What the home must be, from a day on."""

    on = DayField(label=_("From which day?"))
    bedrooms = NumberField(
        label=_("Bedrooms"),
        help_text=_("Leave it empty to go by the number of people: one bedroom for two."),
        min_value=1,
        max_value=MOST_BEDROOMS,
        required=False,
        size=3,
    )
    bedrooms_reason = forms.CharField(
        label=_("Why that many?"), help_text=NO_HEALTH, max_length=300, required=False
    )
    districts = forms.MultipleChoiceField(
        label=_("Tied to these districts"),
        choices=IN_THE_CITY,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ties = forms.CharField(
        label=_("What ties them there?"),
        help_text=_("School, job, family. Leave out health details."),
        max_length=300,
        required=False,
    )
    most_rent = NumberField(
        label=_("Rent they can pay at most, in kroner"), min_value=0, max_value=MOST_KRONER, required=False
    )
    pets = forms.CharField(label=_("Pets"), max_length=100, required=False)
    assistance = forms.CharField(
        label=_("Help with the move"), help_text=NO_HEALTH, max_length=300, required=False
    )


class HomeField(forms.ModelChoiceField):
    """A home out of the board."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=_("Which home?"),
            queryset=Dwelling.objects.none(),
            to_field_name="public_id",
            empty_label=_("Choose"),
            error_messages={
                "required": _("Choose a home."),
                "invalid_choice": _("This home is no longer on the board, or somebody else has it."),
            },
            **options,
        )

    def label_from_instance(self, obj: Dwelling) -> str:
        """Where it is, how large and dear."""
        facts = {"address": str(obj.address), "rooms": obj.rooms, "rent": obj.rent}
        words = ngettext(
            "%(address)s: %(rooms)s room, %(rent)s kr.",
            "%(address)s: %(rooms)s rooms, %(rent)s kr.",
            obj.rooms,
        )
        return words % facts


class OfferForm(DatedForm):
    """Which home is offered, from when until when."""

    dwelling = HomeField()
    offered_on = DayField(label=_("When is it offered?"))
    answer_by = DayField(label=_("To be answered by"), quick=False)
    viewing_on = DayField(label=_("Viewing on"), quick=False, required=False)
    persons = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, homes: Any, members: Sequence[Case], user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["dwelling"].queryset = homes
        self.members, self.user = members, user

    def clean(self) -> dict[str, Any]:
        """Of a room in a shared home: whether somebody looked at who lives there."""
        given = super().clean()
        home, on = given.get("dwelling"), given.get("offered_on")
        if home and on and home.kind == DwellingKind.SHARED and len(self.members) == 1:
            words = who_shares_home(self.members[0], home, on, self.user)
            refused = _("Look at who shares the home, and say that they can.")
            ask_about_sharing(self, words, label=_("Who shares the home"), refused=refused)
        return given

    @property
    def asked(self) -> dict[str, Any]:
        """What the verb takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != SHARING}


class AnswerForm(DatedForm):
    """What became of the offer."""

    answer = forms.ChoiceField(
        label=_("What became of the offer?"),
        choices=[(value, label) for value, label in HomeAnswer.choices if value],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what became of the offer.")},
    )
    answered_on = DayField(label=_("When?"))
    decline_reason = forms.ChoiceField(
        label=_("Why was it declined?"),
        choices=[("", _("Not declined")), *DeclineReason.choices],
        required=False,
    )
    words = forms.CharField(
        label=_("In words"),
        help_text=NO_HEALTH,
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ViewingForm(DatedForm):
    """When they look at the home."""

    viewing_on = DayField(label=_("Viewing on"), quick=False)


class ExceptionForm(DatedForm):
    """Why one home inside an excluded area may be offered to one household, and by which rule."""

    dwelling = HomeField()
    ground = forms.CharField(
        label=_("By which rule?"),
        help_text=_("The paragraph that allows it."),
        max_length=200,
        error_messages={"required": _("Name the rule.")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=NO_HEALTH,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why.")},
    )

    def __init__(self, *args: Any, homes: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["dwelling"].queryset = homes
