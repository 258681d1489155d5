"""Opening a case by hand: who it is, whether they are known, and only then the case."""

import hashlib
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import AccessLog
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.events import KeyEvent, Source
from refugees.forms.new_case import ABOUT_PERSON, NewCaseForm, WhoForm
from refugees.intake import problems
from refugees.models import Arrival, Case, Found, Household, Person
from refugees.models.arrival import hold_identities
from refugees.models.reception import Reception, receive

SIGNER = signing.Signer(salt="refugees.new-case")
MOST_FOUND = 10


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@require_permission(Permission.CREATE_CASE)
def new_case(request: HttpRequest) -> HttpResponse:
    """First who it is. The answer shows whom we know like that, and below them the rest of the form."""
    form = WhoForm(request.POST or None, today=request.today)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "refugees/new_case_who.html", {"form": form}, status=status)
    found = _look(request, form)
    known = _known(request, request.POST.get("person", ""))
    typed = {name: form.cleaned_data[name] for name in ABOUT_PERSON}
    more = NewCaseForm(
        today=request.today,
        user=request.user,
        known=known,
        initial=typed | {"seen": _seal(found), "person": known.public_id if known else None},
    )
    return _page(request, more, found, who=form)


@sensitive_post_parameters()
@require_POST
@require_permission(Permission.CREATE_CASE)
@once
def create(request: HttpRequest) -> HttpResponse:
    """Open the case, unless somebody like that is known whom nobody has looked at yet."""
    known = _known(request, request.POST.get("person", ""))
    form = NewCaseForm(request.POST, today=request.today, user=request.user, known=known)
    if not form.is_valid():
        return _page(request, form, _found(request, form), status=422)
    hold_identities([form.facts])
    found = _found(request, form)
    if not known and (found.has_same_number or not _has_seen(form, found)):
        return _look_again(request, form, found)
    try:
        case = _open(request, form)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, form, found, status=422)
    _tell(request, form, case)
    return redirect("case", case.public_id)


def _open(request: HttpRequest, form: NewCaseForm) -> Case:
    """The case, in the household of the one it joins."""
    joined: Case | None = form.cleaned_data["joins"]
    household = joined.household if joined else None
    if joined and household is None:
        household = Household.objects.form(unit=joined.unit)
        joined.join_household(household, on=request.today, by=request.user)
    reception = Reception(
        Arrival(form.facts, Source(form.cleaned_data["source"])),
        person=form.known,
        household=household,
        takeover_on=form.chosen_takeover,
    )
    [case] = receive([reception], unit=request.user.unit, by=request.user, today=request.today)
    return case


def _tell(request: HttpRequest, form: NewCaseForm, case: Case) -> None:
    """What was opened, what the rule proposes, and what is worth a second look."""
    takeover = case.date_of(KeyEvent.TAKEOVER)
    words = _("Case %(number)s is opened.") % {"number": case.number}
    if takeover and not form.chosen_takeover:
        words += " " + _("The rule proposes the takeover on %(day)s; confirm it.") % {
            "day": date_format(takeover, "SHORT_DATE_FORMAT")
        }
    messages.success(request, words)
    if form.number_fails_its_check:
        messages.warning(request, problems.sentence("check_digit"))


def _look(request: HttpRequest, form: WhoForm) -> Found:
    """Look for people like that; the search is logged."""
    found = _found(request, form)
    AccessLog.objects.searched(
        user=request.user, criterion=form.criterion.masked, found=len(found.people), page="new-case"
    )
    return found


def _found(request: HttpRequest, form: WhoForm) -> Found:
    if "given_name" not in form.fields or set(ABOUT_PERSON) - set(form.cleaned_data):
        return Found([], [], has_more=False)
    return Found.search(form.criterion, user=request.user, most=MOST_FOUND)


def _known(request: HttpRequest, public_id: str) -> Person | None:
    """Somebody whose case was closed and for whom a new period begins."""
    if not public_id:
        return None
    try:
        return get_object_or_404(Person.objects.visible_to(request.user), public_id=public_id)
    except ValidationError:
        return None


def _digest(found: Found) -> str:
    people = sorted(hit.person.pk for hit in found.people)
    units = sorted(hit.unit for hit in found.elsewhere)
    return hashlib.sha256(repr((people, units)).encode()).hexdigest()


def _seal(found: Found) -> str:
    """That these people have been shown: a form without it has skipped the search."""
    return SIGNER.sign(_digest(found))


def _has_seen(form: NewCaseForm, found: Found) -> bool:
    try:
        return SIGNER.unsign(form.cleaned_data["seen"]) == _digest(found)
    except signing.BadSignature:
        return False


def _look_again(request: HttpRequest, form: NewCaseForm, found: Found) -> HttpResponse:
    """Somebody like that is known whom nobody has looked at: show them above what was typed."""
    AccessLog.objects.searched(
        user=request.user, criterion=form.criterion.masked, found=len(found.people), page="new-case"
    )
    typed = request.POST.copy()
    typed["seen"] = _seal(found)
    again = NewCaseForm(typed, today=request.today, user=request.user)
    again.is_valid()
    again.add_error(None, _("Look first whether the person is known. Nothing has been opened yet."))
    return _page(request, again, found, status=422)


def _page(
    request: HttpRequest, form: NewCaseForm, found: Found, *, who: WhoForm | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "found": found,
        "likely": [hit for hit in found.people if hit.is_likely_the_same],
        "similar": [hit for hit in found.people if not hit.is_likely_the_same],
        "known": form.known,
        "may_create": form.known or not found.has_same_number,
        "who": who.data if who else request.POST,
    }
    return render(request, "refugees/new_case.html", context, status=status)
