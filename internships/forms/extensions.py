"""What is asked when a measure is to go on for longer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.maxima import Ground
from refugees.models import OccupationKind


class ExtensionForm(DatedForm):
    """A later last day, and on what ground of the rule's list. What the rules say stands at the field it is about."""

    planned_last_on = DayField(label=_("New last day"), quick=False)
    ground = forms.ChoiceField(
        label=_("On what ground?"),
        choices=Ground,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the ground.")},
    )
    words = forms.CharField(
        label=_("Why?"),
        help_text=_(
            "Needed with concrete grounds. Colleagues in the unit can read it; leave out health details."
        ),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    representative_on = DayField(
        label=_("When was the staff representative talked with?"),
        help_text=_("Where an internship gets longer than 13 weeks."),
        quick=False,
        required=False,
    )
    is_meant = forms.BooleanField(label=_("It is right all the same"), required=False)

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if kind != OccupationKind.INTERNSHIP:
            del self.fields["ground"], self.fields["representative_on"]
            self.fields["words"].help_text = _(
                "Colleagues in the unit can read it; leave out health details."
            )

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb is told. Only of an internship does the law name grounds for more."""
        given = {name: self.cleaned_data.get(name) for name in ("words", "representative_on", "is_meant")}
        return given | {"ground": self.cleaned_data.get("ground", Ground.WITHIN)}

    @property
    def fields_to_show(self) -> list[forms.BoundField]:
        """All but what only a warning asks for."""
        is_asked = self.is_bound and ("is_meant" in self.errors or self.cleaned_data.get("is_meant"))
        return [field for field in self if field.name != "is_meant" or is_asked]
