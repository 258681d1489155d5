"""What is asked about the agreement between person, company and City. The verbs decide what is true."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships import igu
from internships.maxima import Finding
from internships.models import ContactPerson, NoSignature, Offer, OfferKind, PlacementAgreement
from internships.models.placement_agreement import CONTENT
from internships.stays import findings_of_igu, findings_of_plan
from refugees.forms.hours import HoursField
from refugees.hours import FULL_TIME, in_hours

OF_AN_IGU = ("practice_minutes", "school_weeks")
OF_THE_TALK = ("staff_talk_on", "staff_talk_with")
# What an agreement of a kind has nothing to say of. Staff are talked with about internships and subsidised jobs.
NOT_ASKED = {
    OfferKind.INTERNSHIP: OF_AN_IGU,
    OfferKind.WAGE_SUBSIDY: OF_AN_IGU,
    OfferKind.COMMUNITY_WORK: (*OF_AN_IGU, *OF_THE_TALK),
    OfferKind.JOB: (*OF_AN_IGU, *OF_THE_TALK, "insurance"),
    OfferKind.IGU: (*OF_THE_TALK, "insurance"),
}
COMPANY_READS_IT = _(
    "The company reads it before it signs, on its page and on the printed sheet. Write nothing private about the"
    " person: no health, no family, nothing that was told in confidence."
)
ALSO_READ = _("The company reads this too.")


class AgreementForm(DatedForm):
    """What is agreed about one placement."""

    purpose = forms.CharField(
        label=_("Purpose"),
        help_text=COMPANY_READS_IT,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what it is for.")},
    )
    tasks = forms.CharField(
        label=_("Tasks"),
        help_text=ALSO_READ,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what there is to do.")},
    )
    from_on = DayField(label=_("First day"), quick=False)
    until_on = DayField(label=_("Last day"), quick=False, help_text=_("The weeks are counted from it."))
    minutes_a_week = HoursField(
        label=_("Hours a week"),
        help_text=_("With minutes if you like: 30, 7:30 or 7,5. At most 37."),
        error_messages={"required": _("Write how many hours a week.")},
    )
    practice_minutes = HoursField(
        label=_("Hours of practice a week"),
        error_messages={"required": _("Write how many hours of practice.")},
    )
    school_weeks = forms.IntegerField(
        label=_("Weeks of school"),
        min_value=1,
        max_value=104,
        error_messages={"required": _("Write how many weeks of school.")},
    )
    supervisor = forms.CharField(
        label=_("Who looks after the person at the company?"),
        max_length=120,
        error_messages={"required": _("Write who looks after the person.")},
    )
    insurance = forms.CharField(
        label=_("About insurance"),
        help_text=_(
            "What the three have agreed beside what the form says anyhow. The company reads this too."
        ),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    staff_talk_on = DayField(
        label=_("When was the talk with the staff's representative?"),
        quick=False,
        required=False,
        help_text=_("Needed before more than 13 weeks are agreed (LAB § 63(2))."),
    )
    staff_talk_with = forms.CharField(label=_("With whom?"), required=False, max_length=120)
    drawn_up_on = DayField(label=_("When was this version drawn up?"))
    is_meant = forms.BooleanField(label=_("It is right all the same"), required=False)

    def __init__(self, *args: Any, offer: Offer, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer = offer
        for name in NOT_ASKED[offer.kind]:
            del self.fields[name]
        if offer.kind == OfferKind.JOB:
            self.fields["until_on"].required = False
            self.fields["until_on"].help_text = _("Empty where no last day is agreed.")
            self.fields["minutes_a_week"].help_text = _("With minutes if you like: 30, 7:30 or 7,5.")
        if offer.kind == OfferKind.IGU:
            self.fields["until_on"].help_text = _("Two years from the first day.")
            self.fields["minutes_a_week"].label = _("Hours a week in all")

    @property
    def fields_to_show(self) -> list[forms.BoundField]:
        """All but what only a warning asks for."""
        is_asked = self.is_bound and ("is_meant" in self.errors or self.cleaned_data.get("is_meant"))
        return [field for field in self if field.name != "is_meant" or is_asked]

    @property
    def content(self) -> dict[str, Any]:
        """What the verb is told."""
        return {name: self.cleaned_data[name] for name in CONTENT if name in self.fields}

    def clean(self) -> dict[str, Any]:
        """How long such a measure may last: what no ground allows is refused, what needs one is warned of.

        The ground is recorded with an extension. Of the talk and the hours, the rules of the row itself say.
        """
        cleaned = super().clean()
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if not (first and (last is None or first <= last)):
            return cleaned
        self._doubt_the_hours(cleaned)
        for each in self._found(cleaned, first, last):
            if each.refuses and self.offer.kind == OfferKind.IGU:
                self.add_error("from_on", each.sentence)
            elif each.refuses and each.field == "planned_last_on":
                self.add_error("until_on", each.sentence)
            elif each.field != "representative_on" and not cleaned.get("is_meant"):
                self.add_error("is_meant", each.sentence)
        return cleaned

    def _doubt_the_hours(self, cleaned: dict[str, Any]) -> None:
        """An ordinary job may be more than full time, if it is meant; of anything else the row itself refuses it."""
        minutes = cleaned.get("minutes_a_week") or 0
        if self.offer.kind == OfferKind.JOB and minutes > FULL_TIME and not cleaned.get("is_meant"):
            words = _("%(hours)s a week is more than full time.")
            self.add_error("is_meant", words % {"hours": in_hours(minutes)})

    def _found(self, cleaned: dict[str, Any], first: date, last: date | None) -> list[Finding]:
        """What the rules of this kind say."""
        if self.offer.kind == OfferKind.IGU:
            names = ("minutes_a_week", "practice_minutes", "school_weeks")
            given = {name: cleaned.get(name) for name in names}
            unit = self.offer.unit_id
            return findings_of_igu(self.offer.case, on=first, last_on=last, unit_id=unit, **given)
        return findings_of_plan(
            self.offer.case,
            kind=self.offer.kind,
            on=first,
            last_on=last or first,
            minutes_a_week=None,
            representative_on=cleaned.get("staff_talk_on"),
        )


class SignForm(DatedForm):
    """Who has signed when. Only what is still missing is asked for."""

    person_signed_on = DayField(label=_("When did the person sign?"), quick=False, required=False)
    person_missing = forms.ChoiceField(
        label=_("If not: why?"),
        choices=[("", _("The signature is still to come")), *NoSignature.choices[1:]],
        required=False,
        help_text=_("Illness or disability is “not able to sign”. What it is, is not written here."),
    )
    company_signed_on = DayField(label=_("When did the company sign?"), quick=False, required=False)
    company_signed_by = forms.CharField(
        label=_("Who signed for the company?"), required=False, max_length=120
    )
    city_signed_on = DayField(label=_("When did you sign for the City?"), quick=False, required=False)
    late_reason = forms.CharField(
        label=_("If it is signed after the first day: why?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, agreement: PlacementAgreement, **options: Any) -> None:
        super().__init__(*args, **options)
        self.agreement = agreement
        if agreement.person_signed_on or agreement.person_missing:
            del self.fields["person_missing"]
        for name in ("person_signed_on", "company_signed_on", "city_signed_on"):
            if getattr(agreement, name):
                del self.fields[name]
        if agreement.company_signed_on:
            del self.fields["company_signed_by"]

    def clean(self) -> dict[str, Any]:
        """Who signs after the first day is warned before it is kept, and says why."""
        cleaned = super().clean()
        days = [day for name, day in cleaned.items() if name.endswith("_signed_on") and day]
        late = max(days, default=date.min) > self.agreement.from_on
        if late and not cleaned.get("late_reason") and not self.agreement.late_reason:
            self.add_error("late_reason", _("It is signed after the first day. Say why."))
        return cleaned


def begun(offer: Offer, last: PlacementAgreement | None, today: date) -> dict[str, Any]:
    """What a new version begins with: what the last one says, else what offer, opening and company say."""
    if last:
        return {name: getattr(last, name) for name in CONTENT} | {"drawn_up_on": today}
    people = ContactPerson.objects.on(today).filter(company=offer.company_id)
    at_unit = people.filter(unit=offer.unit_id).order_by("name", "pk").first()
    person = at_unit or people.filter(unit=None).order_by("name", "pk").first()
    opening, first = offer.opening, offer.planned_start_on
    return {
        "tasks": opening.tasks if opening else "",
        "minutes_a_week": opening.minutes_a_week if opening else None,
        "from_on": first,
        "supervisor": person.name if person else "",
        "drawn_up_on": today,
    } | (_of_an_igu(first or today, first) if offer.kind == OfferKind.IGU else {})


def _of_an_igu(day: date, first: date | None) -> dict[str, Any]:
    """Two years, and the weeks of school of whoever starts then."""
    conditions = igu.conditions_on(day)
    return {
        "until_on": igu.last_day_of(first) if first else None,
        "school_weeks": conditions.school_weeks if conditions else None,
    }
