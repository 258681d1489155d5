"""The list of cases that a person may open; what narrows it, and where it stands, is in the address."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Permission, require_permission
from refugees.case_list import MOST_COUNTED, CasePage, Filters, page_of_cases
from refugees.forms.case_list import CaseFilterForm
from refugees.models import Case


@require_GET
@require_permission(Permission.SEARCH_CASES)
@vary_on_headers("HX-Request")
def cases(request: HttpRequest) -> HttpResponse:
    """Newest first. Only the list itself where htmx asks for it."""
    form = CaseFilterForm(request.GET, user=request.user)
    filters = form.filters
    after, before = _case(request, "after"), _case(request, "before")
    page = page_of_cases(request.user, filters, request.today, after=after, before=before)
    context = {
        "form": form,
        "page_of_cases": page,
        "count_words": _count_words(page),
        "is_filtered": filters != Filters(),
        "today": request.today,
        "may_create": request.user.can(Permission.CREATE_CASE),
    } | _neighbours(request, page)
    return render(request, "refugees/_cases.html" if request.htmx else "refugees/cases.html", context)


def _case(request: HttpRequest, name: str) -> Case | None:
    """The case at which a page begins or ends. Raises Http404 for one that this person may not see."""
    text = request.GET.get(name, "")
    if not text:
        return None
    try:
        public_id = UUID(text)
    except ValueError:
        raise Http404 from None
    return get_object_or_404(Case.objects.whole_for(request.user), public_id=public_id)


def _neighbours(request: HttpRequest, page: CasePage) -> dict[str, str]:
    """The addresses of the pages before and after, with the filters kept."""
    kept = {name: text for name, text in request.GET.items() if name in CaseFilterForm.base_fields and text}
    url = reverse("refugees:cases")
    first, last = (page.rows[0].case, page.rows[-1].case) if page.rows else (None, None)
    return {
        "previous_url": f"{url}?{urlencode(kept | {'before': first.public_id})}"
        if first and page.has_newer
        else "",
        "next_url": f"{url}?{urlencode(kept | {'after': last.public_id})}" if last and page.has_older else "",
    }


def _count_words(page: CasePage) -> str:
    """How many match: counted up to a limit, so that the words cost the same at a million."""
    if page.count > MOST_COUNTED:
        return _("More than %(number)d cases, newest first") % {"number": MOST_COUNTED}
    if page.count:
        return ngettext("%(number)d case, newest first", "%(number)d cases, newest first", page.count) % {
            "number": page.count
        }
    return _("Newest first")
