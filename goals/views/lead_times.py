"""How long the steps towards a promise usually take in a unit: measured, and set by the team lead."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from accounts.fields import DatedForm
from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.models import LeadTime
from goals.models.lead_time import ENOUGH_CASES
from refugees.both_texts import both_texts
from refugees.case_forms import saved_as_seen, seen
from refugees.models import version_of

MOST_DAYS = 730
# What whoever was overtaken by a colleague is told of the row as it stands.
TELLS = ("default_days", "override_days", "override_reason")


class LeadTimeForm(DatedForm):
    """The days to count with: as the team's default, or instead of what is measured."""

    DEFAULT, INSTEAD, MEASURED = "default", "instead", "measured"
    how = forms.ChoiceField(
        label=gettext_lazy("What do you want to set?"),
        choices=[
            (DEFAULT, gettext_lazy("The team's default, used while too few cases are measured")),
            (INSTEAD, gettext_lazy("Other days, used instead of what is measured")),
            (MEASURED, gettext_lazy("Nothing of ours: go back to what is measured, or to the default")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you want to set.")},
    )
    days = forms.IntegerField(
        label=gettext_lazy("Days"),
        required=False,
        min_value=0,
        max_value=MOST_DAYS,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "form-input--time"}
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Needed when other days are used instead of what is measured."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Each sentence at the field that it is about."""
        cleaned = super().clean()
        how = cleaned.get("how")
        if how in {self.DEFAULT, self.INSTEAD} and "days" in cleaned and cleaned["days"] is None:
            self.add_error("days", _("Write how many days."))
        if how == self.INSTEAD and not cleaned.get("reason"):
            self.add_error("reason", _("Say why other days are counted with."))
        return cleaned


@require_GET
@require_permission(Permission.SEE_TEAM)
def lead_times(request: HttpRequest) -> HttpResponse:
    """Each step towards a promise in each of the reader's units, with what is counted with and why."""
    rows = LeadTime.objects.visible_to(request.user).select_related("unit")
    context = {
        "rows": rows.order_by("unit__name", "goal", "position"),
        "enough": ENOUGH_CASES,
        "may_set": request.user.can(Permission.SET_LEAD_TIMES),
    }
    return render(request, "goals/lead_times.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SET_LEAD_TIMES)
@once
def lead_time(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Set the team's default, or other days instead, with a reason; what was set before stands below."""
    row = get_object_or_404(
        LeadTime.objects.visible_to(request.user).select_related("unit"), public_id=public_id
    )
    form = LeadTimeForm(request.POST or None, today=request.today)
    if saved_as_seen(form, lambda: _set(row, request, **form.cleaned_data)):
        messages.success(request, _("The days are saved. The last safe days follow at once."))
        return redirect("goals:lead_times")
    context = {
        "row": row,
        "form": form,
        "enough": ENOUGH_CASES,
        "earlier": row.earlier(),
        "today": request.today,
        "version": seen(request, TELLS).version if form.is_bound else version_of(row, TELLS),
    }
    if form.overtaken_by:
        context |= both_texts(form, form.overtaken_by.current, TELLS) | {"is_conflict": True}
        return render(request, "goals/lead_time.html", context, status=409)
    return render(request, "goals/lead_time.html", context, status=422 if form.is_bound else 200)


def _set(row: LeadTime, request: HttpRequest, *, how: str, days: int | None, reason: str) -> None:
    if how == LeadTimeForm.DEFAULT:
        row.set_default(days=days, by=request.user, version=seen(request, TELLS))
    elif how == LeadTimeForm.INSTEAD:
        row.override(days=days, reason=reason, by=request.user, version=seen(request, TELLS))
    else:
        row.drop_override(version=seen(request, TELLS))
