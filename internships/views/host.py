"""The page of a company, behind a secret link and without an account: read, and a few things told.

Whoever comes is nobody of ours, so the system acts; what it reads and writes is about the one offer of the link. The
page is stored nowhere, found by no search engine, and its address goes to nobody: as referrer only the origin is sent.
(With no-referrer a browser calls the origin of a form "null", and the protection against forged forms refuses it.)
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.attempts import are_too_many, came_from, count
from accounts.day import today
from accounts.fields import DatedForm
from accounts.models import AccessLog
from accounts.scope import system_scope
from internships.forms.evaluations import HostEvaluationForm
from internships.forms.host import ConfirmForm, NotStartedForm, StartedForm, WorryForm
from internships.host_page import HostPage, host_page
from internships.models import HostLink, HostReport
from refugees.case_forms import saved

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
# So many wrong addresses from one place in so many seconds: a person mistypes, a machine tries.
MOST_TRIES, COUNTED_SECONDS = 20, 600

# The fields in which somebody writes sentences.
OWN_WORDS = {"words", "reason", "late_reason"}

View = Callable[[HttpRequest, HostLink, str], HttpResponse]


def behind_a_link(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """Open the page of the link, for whoever has it; an address that nobody made always gets the same answer."""

    @login_not_required
    @require_http_methods(["GET", "POST"])
    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        response = _answer(view, request, token)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return guarded


def _answer(view: View, request: HttpRequest, token: str) -> HttpResponse:
    came = f"host:{came_from(request)}"
    if are_too_many(came, most=MOST_TRIES):
        return render(request, "host/too_many.html", status=429)
    with system_scope("company host"):
        request.today = (
            today()
        )  # of whoever is not signed in, the middleware knows no scope, and so no moved day
        link = HostLink.objects.behind(token)
        if link is None:
            count(came, seconds=COUNTED_SECONDS)
            return render(request, "host/unknown.html", status=404)
        if not link.leads_on(request.today):
            context = _whom_to_call(link) | {"written": _written(request)}
            return render(request, "host/over.html", context, status=410)
        return view(request, link, token)


def _written(request: HttpRequest) -> list[str]:
    """What somebody has just written in their own words: shown again where it can no longer be taken."""
    names = [name for name in request.POST if name.rpartition("-")[2] in OWN_WORDS]
    return [words for name in names if (words := request.POST[name].strip())]


def _whom_to_call(link: HostLink) -> dict[str, Any]:
    digits = "".join(sign for sign in link.call_phone if sign.isdigit() or sign == "+")
    return {"call_name": link.call_name, "call_phone": link.call_phone, "call_url": f"tel:{digits}"}


@behind_a_link
def host(request: HttpRequest, link: HostLink, token: str) -> HttpResponse:
    """What this company must know, and what it may tell."""
    if request.method == "POST":
        return redirect("host:page", token)
    AccessLog.objects.opened_by_company(
        whom=f"{link.contact_name}, {link.offer.company.name}",
        case_id=link.case_id,
        unit_id=link.case.unit_id,
        page="host:page",
    )
    return _page(request, link, token)


@behind_a_link
def host_confirm(request: HttpRequest, link: HostLink, token: str) -> HttpResponse:
    """The company confirms what was agreed."""
    shown = host_page(link, request.today)
    form = ConfirmForm(
        request.POST or None, today=request.today, prefix="confirm", is_late=shown.confirms_late
    )

    def confirm() -> None:
        given = form.cleaned_data
        HostReport.objects.confirm(
            link=link,
            key=_key(request),
            name=given["name"],
            on=given["confirmed_on"],
            late_reason=given.get("late_reason", ""),
            read=request.POST.get("read", ""),
            today=request.today,
        )

    return _told(request, link, token, form, confirm, is_open=shown.may_confirm)


@behind_a_link
def host_started(request: HttpRequest, link: HostLink, token: str) -> HttpResponse:
    """The company says that the person began."""
    form = StartedForm(request.POST or None, today=request.today, prefix="started")

    def report() -> None:
        on = form.cleaned_data["started_on"]
        HostReport.objects.report_start(link=link, key=_key(request), on=on, today=request.today)

    return _told(request, link, token, form, report)


@behind_a_link
def host_not_started(request: HttpRequest, link: HostLink, token: str) -> HttpResponse:
    """The company says that nobody came, and why."""
    form = NotStartedForm(request.POST or None, today=request.today, prefix="not-started")

    def report() -> None:
        given = form.cleaned_data
        HostReport.objects.report_no_start(
            link=link, key=_key(request), whose=given["whose"], words=given["reason"], today=request.today
        )

    return _told(request, link, token, form, report)


@behind_a_link
def host_worry(request: HttpRequest, link: HostLink, token: str) -> HttpResponse:
    """The company notices that it may not last."""
    form = WorryForm(request.POST or None, today=request.today, prefix="worry")

    def tell() -> None:
        given = form.cleaned_data
        HostReport.objects.tell_worry(
            link=link, key=_key(request), kind=given["kind"], words=given["words"], today=request.today
        )

    return _told(request, link, token, form, tell)


@behind_a_link
def host_evaluate(request: HttpRequest, link: HostLink, token: str) -> HttpResponse:
    """The company looks back."""
    form = HostEvaluationForm(request.POST or None, today=request.today, prefix="evaluate")

    def evaluate() -> None:
        HostReport.objects.evaluate(
            link=link,
            key=_key(request),
            occupation=link.occupation(),
            today=request.today,
            **form.answers,
        )

    return _told(request, link, token, form, evaluate)


def _told(
    request: HttpRequest,
    link: HostLink,
    token: str,
    form: DatedForm,
    verb: Callable[[], None],
    *,
    is_open: bool = True,
) -> HttpResponse:
    """Thank for what was told, or show the form with what is wrong with it. What was typed is never dropped."""
    if request.method == "GET" or HostReport.objects.was_sent(_key(request)):
        return redirect("host:page", token)
    if not is_open:
        form.add_error(
            None, _("This is settled meanwhile, and was not sent. If it is not as you know it, call us.")
        )
    elif saved(form, verb):
        call = {"name": link.call_name, "phone": link.call_phone}
        words = _("Thank you. The City has received it. If there is more to say, call %(name)s, %(phone)s.")
        messages.success(request, words % call)
        return redirect("host:page", token)
    return _page(request, link, token, refused=form)


def _page(request: HttpRequest, link: HostLink, token: str, refused: DatedForm | None = None) -> HttpResponse:
    shown = host_page(link, request.today)
    forms = {form.prefix: form for form in _forms(shown, link, request)}
    if refused is not None:
        forms[refused.prefix] = refused
    context = {
        "host": shown,
        "token": token,
        "today": request.today,
        "form": refused,
        "confirm": forms.get("confirm"),
        "started": forms.get("started"),
        "not_started": forms.get("not-started"),
        "worry": forms.get("worry"),
        "evaluate": forms.get("evaluate"),
    }
    return render(request, "host/page.html", context, status=422 if refused is not None else 200)


def _forms(shown: HostPage, link: HostLink, request: HttpRequest) -> list[DatedForm]:
    """The forms that are open."""
    today, forms = request.today, []
    if shown.may_confirm:
        named = {"name": link.contact_name, "confirmed_on": today}
        forms.append(ConfirmForm(today=today, prefix="confirm", initial=named, is_late=shown.confirms_late))
    if shown.may_tell_start:
        forms += [
            StartedForm(today=today, prefix="started"),
            NotStartedForm(today=today, prefix="not-started"),
        ]
    if shown.may_tell_sign:
        forms.append(WorryForm(today=today, prefix="worry"))
    if shown.may_evaluate:
        forms.append(HostEvaluationForm(today=today, prefix="evaluate"))
    return forms


def _key(request: HttpRequest) -> UUID:
    """The key that came with the form, by which what is sent twice is told once."""
    try:
        return UUID(request.POST.get("once", ""))
    except ValueError:
        return uuid4()
