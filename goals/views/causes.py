"""Why promises were not kept in time: the chart, the conversations behind each number, the spreadsheet."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.models import AccessLog
from accounts.permissions import Permission, require_permission
from goals import cause_page
from goals import causes as figures
from goals.cause_filter import CauseFilter
from goals.models import Breach, Clock
from goals.views.paging import beside
from refugees.models import TeamMember

PAGE_SIZE = 100


@require_GET
@require_permission(Permission.SEE_GOALS)
def causes(request: HttpRequest) -> HttpResponse:
    """The causes that were named, within and outside our control, and what nobody answered."""
    asked = CauseFilter(request.GET, user=request.user, today=request.today)
    is_valid = asked.is_valid()
    context = {"form": asked}
    if is_valid:
        counts = figures.count(figures.counted(request.user, asked.period()))
        groups = cause_page.groups(counts, asked.chosen)
        context |= {
            "what": asked.words(),
            "within": counts.within,
            "answered": cause_page.number(counts, figures.ANSWERED, asked.chosen),
            "everything": cause_page.number(counts, figures.EVERYTHING, asked.chosen),
            "finding": figures.finding(counts),
            "groups": groups,
            "drawings": cause_page.drawings(groups),
            "description": cause_page.description(groups),
        }
    template = "goals/_causes.html" if request.htmx else "goals/causes.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
@require_permission(Permission.SEE_GOALS)
def cause_list(request: HttpRequest) -> HttpResponse:
    """The conversations that one number counts, the newest first: exactly they."""
    asked, choice = _asked(request), request.GET.get("why", figures.EVERYTHING)
    try:
        found = figures.chosen(figures.counted(request.user, asked.period()), choice)
    except KeyError:
        raise Http404 from None
    clocks = Prefetch("clock", Clock.objects.at(request.today).select_related("version"))
    breaches = Breach.objects.order_by("over_since", "pk").prefetch_related(clocks)
    found = found.select_related("case__person").prefetch_related(Prefetch("breaches", breaches))
    page = Paginator(found.order_by("-began", "-pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    number = page.paginator.count
    caseworkers = TeamMember.objects.caseworker_names([talk.case_id for talk in page], request.today)
    context = {
        "title": figures.words_of(choice),
        "what": asked.words(),
        "count": ngettext("%(number)d breach", "%(number)d breaches", number) % {"number": number},
        "rows": [
            {"talk": talk, "case": talk.case, "caseworker": caseworkers.get(talk.case_id)} for talk in page
        ],
        "back_url": f"{reverse('goals:causes')}?{asked.query}".rstrip("?"),
        **beside(page, {"why": choice} | asked.chosen),
    }
    return render(request, "goals/cause_list.html", context)


@require_GET
@require_permission(Permission.SEE_GOALS)
def causes_csv(request: HttpRequest) -> HttpResponse:
    """The causes for a spreadsheet, without small groups. That they were taken out is logged."""
    asked = _asked(request)
    counts = figures.count(figures.counted(request.user, asked.period()))
    groups = cause_page.groups(counts, asked.chosen)
    day = request.today.isoformat()
    sheet = cause_page.as_csv(groups, what=asked.words(), day=day, limit=settings.SMALL_GROUP_LIMIT)
    AccessLog.objects.exported(
        user=request.user, criterion=asked.query, rows=counts.of(figures.EVERYTHING), page="goals:causes_csv"
    )
    # The mark at the beginning tells a spreadsheet that the letters are UTF-8.
    response = HttpResponse(sheet.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="causes-{day}.csv"'
    return response


def _asked(request: HttpRequest) -> CauseFilter:
    """The filter in the address. An address that cannot be read is no page."""
    asked = CauseFilter(request.GET, user=request.user, today=request.today)
    if not asked.is_valid():
        raise Http404
    return asked
