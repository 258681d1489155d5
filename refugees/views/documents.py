"""The documents of a case: adding, fetching (which is logged), withdrawing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.models import AccessLog
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.forms.documents import DocumentForm, WithdrawForm
from refugees.models import Case, Document, version_of
from refugees.work_panels import documents_panel

BACK = "refugees:documents"
# Whatever a file holds, the browser runs nothing of it and shows it inside no page of ours.
# What whoever was overtaken by a colleague is told of the document as it stands.
TELLS = ("withdrawn_at", "withdrawn_reason")
SANDBOX = "sandbox; default-src 'none'"


@require_GET
@require_permission(Permission.SEE_CASE)
def documents(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The documents of a case, the latest first."""
    case = open_case(request, public_id)
    panel = documents_panel(case, request.user, request.today, whole=True)
    if request.htmx:
        return render(request, panel.template, {"panel": panel, "case": case, "today": request.today})
    context = case_frame(request, case, tab=BACK) | {"panels": [panel], "page_title": _("Documents")}
    return render(request, "work/page.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def add(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Add a document: a file, or a photo from the telephone."""
    case = open_case(request, public_id)
    was_cut = getattr(request, "upload_was_cut", False)
    form = DocumentForm(
        request.POST or None,
        request.FILES or None,
        today=request.today,
        was_cut=was_cut,
        initial={"dated_on": request.today},
    )

    def file() -> None:
        Document.objects.add(case=case, by=request.user, today=request.today, **form.facts)

    if saved(form, file):
        messages.success(request, _("The document is added."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Add a document"), submit=_("Add the document"), back=BACK, part="work/_document_fields.html"
    )
    return render_case_form(request, case, form, about)


@require_GET
@require_permission(Permission.SEE_CASE)
def fetch(request: HttpRequest, public_id: UUID, document_id: UUID) -> HttpResponse:
    """Fetch a document to keep or print it. Who fetched it is logged; a withdrawn one is fetched by nobody."""
    case = get_object_or_404(Case.objects.whole_for(request.user), public_id=public_id)
    document = get_object_or_404(case.documents.standing(), public_id=document_id)
    AccessLog.objects.downloaded(
        user=request.user, case_id=case.pk, unit_id=case.unit_id, page=request.resolver_match.view_name
    )
    with document.file.open("rb") as stored:
        response = HttpResponse(stored.read(), content_type=document.content_type)
    response["Content-Disposition"] = content_disposition_header(True, document.download_name)
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw(request: HttpRequest, public_id: UUID, document_id: UUID) -> HttpResponse:
    """Say why a document should not be on this case. It stays in the list and cannot be fetched any more."""
    case = open_case(request, public_id)
    known = findable(request, case.documents.all(), case.documents.standing())
    document = get_object_or_404(known, public_id=document_id)
    form = WithdrawForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        document.withdraw(reason=reason, by=request.user, today=request.today, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        messages.success(request, _("The document is withdrawn."))
        return redirect(f"{reverse(BACK, args=[case.public_id])}#document-{document.public_id}")
    about = CaseForm(
        title=_("Withdraw “%(title)s”") % {"title": document.title},
        text=_("It stays in the list with your reason, and nobody can fetch it any more."),
        submit=_("Withdraw the document"),
        back=BACK,
        is_final=True,
        version=version_of(document, TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)
