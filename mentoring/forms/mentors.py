"""What is asked about mentors: who they are, who is offered one, who becomes whose, how long. The verbs decide."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.fields import DatedForm, DayField
from accounts.models import User
from mentoring.mentors import Suggested
from mentoring.models import Weekday
from mentoring.models.mentor_profile import KINDS, MOST_PEOPLE
from refugees.districts import IN_THE_CITY, District
from refugees.forms.dates import reason_field
from refugees.languages import SpokenLanguage, label_of
from refugees.models.person import Sex
from refugees.parts import mentor_year_ends

WISHES = [("", _("No wish")), (Sex.FEMALE.value, Sex.FEMALE.label), (Sex.MALE.value, Sex.MALE.label)]


def in_columns() -> forms.CheckboxSelectMultiple:
    """Boxes to tick side by side, where there are many."""
    return forms.CheckboxSelectMultiple(attrs={"class": "choices--in-columns"})


class OfferHolisticForm(DatedForm):
    """When a mentor was offered, and what the person wishes of one."""

    on = DayField(label=_("When was it offered?"))
    wished_sex = forms.ChoiceField(
        label=_("Does the person wish a woman or a man?"),
        choices=WISHES,
        required=False,
        widget=forms.RadioSelect,
        initial="",
    )
    district = forms.ChoiceField(
        label=_("In which district do they live?"),
        choices=[("", _("Not known yet")), *District.choices],
        required=False,
        help_text=_("By it a mentor close by is suggested. The address stays where it is."),
    )
    wish = forms.CharField(
        label=_("What else do they wish?"),
        required=False,
        max_length=300,
        help_text=_("Whoever finds a mentor can read it. Leave out health details."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, is_protected: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if is_protected:
            # Coordinators of mentors read it, and a protected address is shown to the unit only.
            del self.fields["district"]


class TakeOfferBackForm(DatedForm):
    """Why there was no such offer."""

    reason = reason_field(_("Why is it taken back?"))


class GiveMentorForm(DatedForm):
    """Which of the mentors suggested, from which day."""

    user = forms.ChoiceField(
        label=_("Who becomes the mentor?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a mentor."),
            "invalid_choice": _("Choose one of these mentors."),
        },
    )
    on = DayField(label=_("From which day?"))

    def __init__(self, *args: Any, suggested: Sequence[Suggested], **options: Any) -> None:
        super().__init__(*args, **options)
        self.users = {str(each.row.user.public_id): each.row.user for each in suggested}
        able = [each for each in suggested if each.proposal.has_room]
        # Whoever is full since the list was made is still among the answers: the database says so in words.
        sent = self.data.get(self.add_prefix("user"), "") if self.is_bound else ""
        shown = [each for each in suggested if each in able or str(each.row.user.public_id) == sent]
        self.fields["user"].choices = [(str(each.row.user.public_id), _told(each)) for each in shown]
        if full := len(suggested) - len(able):
            words = ngettext("%(count)d mentor has no room.", "%(count)d mentors have no room.", full)
            self.fields["user"].help_text = words % {"count": full}

    def clean_user(self) -> User:
        """The mentor behind the choice."""
        return self.users[self.cleaned_data["user"]]

    def clean_on(self) -> date:
        """Today, or a day that was not written down in time: access follows it to the day."""
        if self.cleaned_data["on"] > self.today:
            raise ValidationError(
                _("Choose today or an earlier day: who is on a case changes on the day itself.")
            )
        if mentor_year_ends(self.cleaned_data["on"]) <= self.today:
            raise ValidationError(_("The year of a mentor who began then is over."))
        return self.cleaned_data["on"]


def _told(each: Suggested) -> str:
    return f"{each.row.user.name}: {' · '.join(each.reasons)}"


class ExtendMentorForm(DatedForm):
    """Until when the mentor stays, and why longer than was agreed."""

    last_on = DayField(label=_("Until which day, that day included?"), quick=False)
    reason = reason_field(_("Why does the mentor stay longer?"))


class MentorProfileForm(DatedForm):
    """What is known of a mentor."""

    kinds = forms.MultipleChoiceField(
        label=_("Mentor of which kind?"),
        choices=KINDS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose of which kind the mentor is.")},
    )
    capacity = forms.IntegerField(
        label=_("How many people at a time?"),
        min_value=0,
        max_value=MOST_PEOPLE,
        help_text=_("Nobody is given to a mentor beyond that. Whom they have already, they keep."),
        error_messages={"required": _("Write a number.")},
    )
    sex = forms.ChoiceField(label=_("Woman or man?"), choices=Sex, required=False, widget=forms.RadioSelect)
    speaks = forms.MultipleChoiceField(
        label=_("Which languages?"),
        choices=SpokenLanguage,
        required=False,
        widget=in_columns(),
    )
    districts = forms.MultipleChoiceField(
        label=_("In which districts?"),
        choices=IN_THE_CITY,
        required=False,
        widget=in_columns(),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days of the week?"),
        choices=Weekday,
        coerce=int,
        required=False,
        widget=in_columns(),
    )

    def __init__(self, *args: Any, mentor: User, **options: Any) -> None:
        super().__init__(*args, **options)
        unlisted = [(code, label_of(code)) for code in mentor.speaks if code not in SpokenLanguage.values]
        self.fields["speaks"].choices = [*SpokenLanguage.choices, *unlisted]


class MentorAwayForm(DatedForm):
    """From when to when a mentor is away. No reason is kept."""

    first_on = DayField(label=_("First day away"), quick=False)
    back_on = DayField(
        label=_("First day back"),
        quick=False,
        required=False,
        help_text=_("Leave it empty while nobody knows."),
    )
