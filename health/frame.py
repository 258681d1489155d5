"""What stands around the pages of the health team about one person: the slice of the case that they see."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.fields import DatedForm
from health.models import HealthRow
from refugees.case_forms import CaseForm, render_case_form, saved_as_seen
from refugees.case_frame import log_opening
from refugees.events import KeyEvent
from refugees.languages import label_of, spoken
from refugees.models import Case, version_of

PERSON = "health:person"
CHILD_UNTIL = 18


def open_health(request: HttpRequest, public_id: UUID) -> Case:
    """A case in whose compartment this person works, or 404. That it was opened is logged.

    Others read the log, so it says "health" alone: which form it was would tell that somebody was referred or treated.
    """
    cases = Case.objects.health_visible_to(request.user).select_related("person")
    case = get_object_or_404(cases, public_id=public_id)
    log_opening(request, case, page=PERSON)
    return case


def open_row(request: HttpRequest, public_id: UUID, model: type[HealthRow], key: UUID) -> tuple[Case, Any]:
    """The case, and a row of its compartment."""
    case = open_health(request, public_id)
    rows = model.objects.visible_to(request.user).filter(case=case).select_related("case__person")
    return case, get_object_or_404(rows, public_id=key)


def health_frame(request: HttpRequest, case: Case, *, tab: str) -> dict[str, Any]:
    """Who it is about: name, number, age, language, telephone, children, and from when the City is responsible."""
    return {
        "case": case,
        "today": request.today,
        "identity": identity(request, case),
        "back_label": _("Health"),
        "protection": _("Name and address are protected") if case.person.is_protected else "",
    }


def identity(request: HttpRequest, case: Case) -> list[tuple[str, str]]:
    """The slice of the case, as label and value."""
    person, today = case.person, request.today
    age = person.age_on(today)
    takeover = case.date_of(KeyEvent.TAKEOVER)
    return [
        (_("Case"), case.number),
        (_("Age"), _("not known") if age is None else str(age)),
        (_("Interpreter"), label_of(person.interpreter) if person.interpreter else _("none recorded")),
        (_("Speaks"), spoken(person.speaks) or _("none recorded")),
        (_("Telephone"), person.phone or _("none recorded")),
        (_("Children of the household"), children(request, case, today) or _("none")),
        (_("Takeover"), date_format(takeover, "DATE_FORMAT") if takeover else _("no date yet")),
    ]


def children(request: HttpRequest, case: Case, today: date) -> str:
    """How old the children are who live with the person: 3, 7."""
    if case.household_id is None:
        return ""
    others = Case.objects.health_visible_to(request.user).open().filter(household=case.household_id)
    ages = [other.person.age_on(today) for other in others.exclude(pk=case.pk).select_related("person")]
    return ", ".join(str(age) for age in sorted(age for age in ages if age is not None and age < CHILD_UNTIL))


def about(
    *, title: str, submit: str = "", made_from: Any = None, tells: Sequence[str] = (), **more: Any
) -> CaseForm:
    """A form of this compartment. `made_from` is the row that it changes, `tells` what of it the form is about."""
    version = version_of(made_from, tells)
    around = {"back": PERSON, "frame": health_frame, "version": version, "tells": tells}
    return CaseForm(title=title, submit=submit or title, **around, **more)


def recorded(
    request: HttpRequest, case: Case, form: DatedForm, verb: Callable[[], object], words: str, shown: CaseForm
) -> HttpResponse:
    """Do it, and lead back to the person; or show the form, with what was wrong."""
    if saved_as_seen(form, verb):
        messages.success(request, words)
        return redirect(PERSON, case.public_id)
    return render_case_form(request, case, form, shown)
