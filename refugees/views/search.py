"""Search from the head of every page. By POST alone: names and CPR numbers stand in no address."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts.models import AccessLog
from accounts.permissions import Permission, require_permission
from refugees.finding import LONGEST, Criterion, read_criterion
from refugees.models import Case
from refugees.models.found import Found

MOST_FOUND = 30


class SearchForm(forms.Form):
    """One box for everything that a person can be found by."""

    q = forms.CharField(
        label=_("Name, date of birth, CPR or case number"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        help_text=_("In any order and any spelling: al-hassan ahmad, 24-12-1990, 241290-1234, KM-26-0412."),
    )


@sensitive_post_parameters("q")
@require_POST
@require_permission(Permission.SEARCH_CASES)
def search(request: HttpRequest) -> HttpResponse:
    """Who it could be. An exact case number leads straight to the case."""
    form = SearchForm(request.POST)
    text = form.cleaned_data["q"] if form.is_valid() else request.POST.get("q", "")
    criterion = read_criterion(text, today=request.today)
    cases = Case.objects.visible_to(request.user).filter(number=criterion.case_number)
    if criterion.case_number and (case := cases.first()):
        _log(request, criterion, found=1)
        return redirect("case", case.public_id)
    found = Found.search(criterion, user=request.user, most=MOST_FOUND)
    if not criterion.is_empty:
        _log(request, criterion, found=len(found.people))
    context = {"form": form, "criterion": criterion, "found": found, "most": MOST_FOUND}
    return render(request, "refugees/search.html", context)


def _log(request: HttpRequest, criterion: Criterion, *, found: int) -> None:
    AccessLog.objects.searched(user=request.user, criterion=criterion.masked, found=found, page="search")
