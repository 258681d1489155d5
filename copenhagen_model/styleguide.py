"""The style guide: every part of the pages in every state, and what the screenshot and axe tests look at.

Everybody and everything in it is invented.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from accounts.day import today
from accounts.permissions import Permission, require_permission
from copenhagen_model.samples import sample_context


class SampleForm(forms.Form):
    """One field of each kind."""

    way = forms.ChoiceField(
        label=gettext_lazy("How were you in contact?"),
        widget=forms.RadioSelect,
        choices=[("met", gettext_lazy("Met in person")), ("phone", gettext_lazy("Phone call"))],
        error_messages={"required": gettext_lazy("Choose how you were in contact")},
    )
    on = forms.DateField(
        label=gettext_lazy("When?"),
        error_messages={"invalid": gettext_lazy("Write a day, for example 28-11-2026")},
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=[("ti", "Tigrinya"), ("ar", "العربية"), ("so", "Soomaali")]
    )
    minutes = forms.IntegerField(label=gettext_lazy("Minutes"), required=False)
    text = forms.CharField(
        label=gettext_lazy("What happened?"),
        help_text=gettext_lazy("The caseworker can read this. Leave out health details."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    letter = forms.FileField(
        label=gettext_lazy("Letter"),
        help_text=gettext_lazy("PDF, JPEG or PNG, at most 15 MB."),
        required=False,
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Topics"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("work", gettext_lazy("Work")), ("home", gettext_lazy("Home"))],
        required=False,
    )
    together = forms.BooleanField(label=gettext_lazy("We went there together"), required=False)


class SampleFilter(forms.Form):
    """Filters over a list."""

    goal = forms.ChoiceField(
        label=gettext_lazy("Open goal"), choices=[("", gettext_lazy("Any goal"))], required=False
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[
            ("", gettext_lazy("Any state")),
            ("over", gettext_lazy("Over the deadline")),
            ("due_soon", gettext_lazy("Due within 7 days")),
        ],
        required=False,
    )


class SampleNote(forms.Form):
    """A note, as a form of one field."""

    text = forms.CharField(label=gettext_lazy("Write a note"), widget=forms.Textarea(attrs={"rows": 2}))


@require_GET
@require_permission(Permission.SEE_OWN_ACCOUNT)
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state, behind sign-in. The list can be filtered, as those of the pages can."""
    wanted = SampleFilter(request.GET)
    state = wanted.cleaned_data["state"] if wanted.is_valid() else ""
    context = sample_context(today()) | {"filter": wanted, "form": SampleForm(), "faulty": _faulty()}
    context["note"] = SampleNote(prefix="note")
    context["groups"] = [group for group in context["groups"] if state in {"", group.key}]
    context["found"] = sum(group.count for group in context["groups"])
    template = "styleguide/_sample_list.html" if request.htmx else "styleguide/styleguide.html"
    return render(request, template, context)


def _faulty() -> SampleForm:
    """A form that somebody filled in wrongly."""
    form = SampleForm({"faulty-on": "31-02-2026", "faulty-language": "ti"}, prefix="faulty")
    form.add_error(None, _("The contact lies before the case was opened"))
    return form
