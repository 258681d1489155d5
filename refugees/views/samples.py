"""The sample list, to look at and to fill in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from refugees.intake import sample

KINDS = {
    "csv": ("text/csv; charset=utf-8", sample.as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sample.as_xlsx),
}


@require_GET
@require_permission(Permission.IMPORT_LIST)
def sample_list(request: HttpRequest, kind: str) -> HttpResponse:
    """A list of invented people, as CSV or as an Excel file."""
    if kind not in KINDS:
        raise Http404
    content_type, content = KINDS[kind]
    response = HttpResponse(content(), content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="sample-list.{kind}"'
    return response
