"""The contact log of one person: reading it, correcting, taking back; what is being written is kept as a draft.

A mentor of the person reads the entries of their own hand; whoever sees the whole case reads all of them.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.contacts import CorrectContactForm, TakeContactBackForm
from mentoring.models import Contact, Promise
from mentoring.models.contact_queries import FACTS, TELLS
from mentoring.views.log import NEW, words_come_back
from refugees import drafting
from refugees.case_forms import CaseForm, findable, render_case_form, saved_as_seen, seen
from refugees.case_frame import frame_for, open_visible
from refugees.models import Case, Draft, version_of
from refugees.paging import page_number

PAGE_SIZE = 20
BACK = "mentoring:contacts"


@require_GET
@require_permission(Permission.SEE_CASE)
def contacts(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The contacts, the latest first, each with what stood there before."""
    case = open_visible(request, public_id)
    number = page_number(request)
    first = (number - 1) * PAGE_SIZE
    rows = Contact.objects.visible_to(request.user).standing().filter(case=case)
    promised = Promise.objects.visible_to(request.user).standing().filter(case=case)
    found = list(rows.with_earlier().with_sighting().newest_first()[first : first + PAGE_SIZE + 1])
    url = reverse(BACK, args=[case.public_id])
    context = {
        "contacts": found[:PAGE_SIZE],
        "promises": list(promised.open().due_first()),
        "only_told": not request.user.can(Permission.WRITE_NOTE),
        "here": request.get_full_path(),
        "new": [each for each in found[:PAGE_SIZE] if each.is_of_a_mentor and not each.seen_at],
        "may_log": request.user.can(Permission.WRITE_NOTE),
        "may_mend_all": request.user.sees_whole_cases(),
        "may_see": request.user.can(Permission.WRITE_CASE),
        "may_send": request.user.can(Permission.SEE_MY_PEOPLE),
        "previous_url": f"{url}?page={number - 1}" if number > 1 else "",
        "next_url": f"{url}?page={number + 1}" if len(found) > PAGE_SIZE else "",
    }
    return render(request, "contacts/contacts.html", frame_for(request, case, tab=BACK) | context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_NOTE)
@once
@words_come_back
def correct(request: HttpRequest, public_id: UUID, contact_id: UUID) -> HttpResponse:
    """It was otherwise; what stood there before stays readable."""
    case, contact = _with_contact(request, public_id, contact_id)
    known = {name: getattr(contact, name) for name in FACTS}
    form = CorrectContactForm(request.POST or None, today=request.today, initial=known)

    def mend() -> None:
        contact.correct(
            today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data
        )
        Draft.objects.drop(by=request.user, case=case, form=_correction_of(contact))

    if saved_as_seen(form, mend):
        return _done(request, case, _("The contact is corrected. What stood there before can still be read."))
    here = [case.public_id, contact.public_id]
    kept = _around(case, _correction_of(contact), reverse("mentoring:keep_contact_correction", args=here))
    about = _about(contact, title=_("Correct the contact"), submit=_("Save the correction"), **kept)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_NOTE)
@once
def take_back(request: HttpRequest, public_id: UUID, contact_id: UUID) -> HttpResponse:
    """There was no such contact."""
    case, contact = _with_contact(request, public_id, contact_id)
    form = TakeContactBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        contact.take_back(reason=reason, today=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The contact is taken back."))
    about = _about(
        contact,
        title=_("Take the contact back"),
        text=_("There was no such contact. The record stays in the history."),
        submit=_("Take it back"),
        is_final=True,
        back=BACK,
        frame=frame_for,
    )
    return render_case_form(request, case, form, about)


@require_POST
@require_permission(Permission.WRITE_NOTE)
def keep_draft(request: HttpRequest, public_id: UUID, contact_id: UUID | None = None) -> HttpResponse:
    """Keep what is being written, for its author alone; forget it when nothing is left of it."""
    name = NEW
    if contact_id:
        case, contact = _with_contact(request, public_id, contact_id)
        name = _correction_of(contact)
    else:
        case = open_visible(request, public_id)
    return drafting.say_kept(request, drafting.keep(request, case, name, main="note"), note_id="case-form")


def _with_contact(request: HttpRequest, public_id: UUID, contact_id: UUID) -> tuple[Case, Contact]:
    case = open_visible(request, public_id)
    rows = Contact.objects.mendable_by(request.user).filter(case=case).select_related("case", "author")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=contact_id)


def _correction_of(contact: Contact) -> str:
    return f"contact:{contact.public_id}"


def _around(case: Case, draft: str, draft_url: str) -> dict[str, Any]:
    return {"back": BACK, "frame": frame_for, "draft": draft, "draft_url": draft_url}


def _about(contact: Contact, **words: Any) -> CaseForm:
    return CaseForm(version=version_of(contact, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
