"""The promises to one person as they were known on a day, and what has been recorded since."""

from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals.explaining import changed_dates, explain
from goals.figure_filter import check_known, day_field
from goals.models import Standard
from refugees.case_frame import case_frame, open_case
from refugees.models import Case

IN_ORDER = (Standard.CITY, Standard.LAW, Standard.INTERNAL)


class KnownForm(forms.Form):
    """The day whose knowledge is asked for. It stands in the address."""

    known = day_field(gettext_lazy("As known on"))

    def __init__(self, data: dict, *, case: Case, today: date) -> None:
        super().__init__(data)
        self.case, self.today = case, today

    def clean_known(self) -> date | None:
        """A day of which it is remembered what was known."""
        known = self.cleaned_data["known"]
        if known:
            check_known(known, today=self.today, beliefs=self.case.beliefs)
        return known


@require_GET
@require_permission(Permission.SEE_GOALS)
def case_then(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was believed of this person's promises at the end of a day. Whoever may open the case today may see it."""
    case = open_case(request, public_id)
    form = KnownForm(request.GET, case=case, today=request.today)
    is_valid = form.is_valid()
    context = case_frame(request, case, tab="case") | {"form": form}
    known = form.cleaned_data.get("known")
    if known:
        words = _("As known on %(day)s, at the end of the day. What was recorded later is left out.")
        context |= {
            "when": words % {"day": date_format(known)},
            "groups": _groups(case, known),
            "story": explain([case.pk], then=known, now=None)[case.pk],
        }
    return render(request, "goals/case_then.html", context, status=200 if is_valid else 422)


def _groups(case: Case, known: date) -> list[dict[str, object]]:
    """The promises of then by whose they were, each with the dates that are others today. Two queries."""
    beliefs = list(case.beliefs.known_on(known).at(known).by_urgency())
    clocks = case.clocks.in_bulk([belief.clock_id for belief in beliefs])
    rows = [
        {
            "clock": belief,
            "event": belief.declared.began(belief.occurrence),
            "changes": list(changed_dates(belief, clocks[belief.clock_id])),
        }
        for belief in beliefs
    ]
    groups = [
        {"standard": standard, "rows": [row for row in rows if row["clock"].standard == standard]}
        for standard in IN_ORDER
    ]
    return [group for group in groups if group["rows"]]
