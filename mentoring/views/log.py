"""The sixty-second log: one page for a thumb, and the same entry as a device sends it, perhaps more than once."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.day import now
from accounts.kept import Writing, device_keys, kept, writings_of
from accounts.models import Submission, User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.log import QUICK_MINUTES, LogForm
from mentoring.models import Contact
from mentoring.models.contact_queries import TELLS, LoggedOtherwise, Sent
from refugees import drafting
from refugees.case_forms import saved
from refugees.case_frame import frame_for, log_opening, open_visible
from refugees.models import Case, Draft, StaleEdit, version_of

NEW = "contact"
BACK = "mentoring:contacts"

View = Callable[..., HttpResponse]


def words_come_back(view: View) -> View:
    """Whoever may not write on this case (any more) gets back what they typed: nothing of it is lost.

    The answer is a 404 like any other, and the same whether such a case exists or not.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            written = "\n".join(
                words
                for name, words in request.POST.items()
                if words.strip()
                and (name in {"note", "words"} or (name.startswith("promise") and "_due" not in name))
            )
            if not written:
                raise
            return render(request, "contacts/not_assigned.html", {"written": written}, status=404)

    return guarded


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_NOTE)
@once
@words_come_back
def log(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Log a contact. Sent whole it works without JavaScript; with it, a device keeps it until it has arrived."""
    case = open_visible(request, public_id)
    family = _family(case, request.user)
    form = LogForm(
        request.POST or None, today=request.today, family=family, initial=_usual(request.user, request.today)
    )

    def write() -> None:
        # A device that has the entry already says under which key.
        key = _key(request.POST.get("key", "")) or _key(request.POST.get("once", ""))
        sent = Sent(key, now()) if key else None
        also = [each for each in family if str(each.public_id) in form.cleaned_data.get("also", [])]
        Contact.objects.log_with(
            cases=[case, *also],
            today=request.today,
            by=request.user,
            promises=form.promises,
            sent=sent,
            **form.facts,
        )
        Draft.objects.drop(by=request.user, case=case, form=NEW)

    if saved(form, write):
        messages.success(request, _("The contact is logged."))
        return redirect(BACK, case.public_id)
    draft = drafting.begun(form, by=request.user, case=case, name=NEW)
    context = frame_for(request, case, tab=BACK) | {
        "form": form,
        "saved_at": draft and draft.saved_at,
        # The same entry, on whichever device it is written on.
        "entry_key": draft.fields.get("key", "") if draft else request.POST.get("key", ""),
        "device": device_keys(request.user),
        "quick_minutes": QUICK_MINUTES,
        "back_to": _back_to(request, case),
    }
    return render(request, "contacts/log.html", context, status=422 if form.is_bound else 200)


@require_POST
@require_permission(Permission.WRITE_NOTE)
@kept
def take_in(request: HttpRequest) -> dict[str, Any]:
    """Entries as a device sends them once there is a connection. Each is taken in or refused by itself."""
    return {writing.name: _taken(request, writing) for writing in writings_of(request)}


def _taken(request: HttpRequest, writing: Writing) -> dict[str, Any]:
    """What becomes of one entry."""
    key, cases = _key(writing.data.get("key", "")), _cases(request, writing)
    if key is None or not cases:
        words = _("You are not assigned to this person today, so nothing can be written about them.")
        return {"state": "refused", "words": words}
    form = LogForm(writing.data, today=_day_shown(writing, request.today), family=cases[1:])
    if not form.is_valid():
        words = " ".join(error for errors in form.errors.values() for error in errors)
        return {"state": "refused", "words": words}
    sent = Sent(key, writing.written_at)
    facts = form.facts | {"promises": form.promises, "version": writing.data.get("version", "")}
    try:
        with transaction.atomic():
            rows = Contact.objects.take_in(
                sent=sent, cases=cases, today=request.today, by=request.user, **facts
            )
    except ValidationError as error:
        return {"state": "refused", "words": " ".join(error.messages)}
    except (LoggedOtherwise, StaleEdit) as overtaken:
        return _both(overtaken.current)
    # An autosave that is still on its way must not bring the draft back.
    if form_key := _key(writing.data.get("once", "")):
        Submission.objects.claim(user=request.user, key=form_key)
    Draft.objects.drop(by=request.user, case=cases[0], form=NEW)
    return {"state": "saved", "at": _time(rows[0]), "url": reverse(BACK, args=[cases[0].public_id])}


def _cases(request: HttpRequest, writing: Writing) -> list[Case]:
    """The cases that an entry is about, in their order; none if one of them is not this person's to write on."""
    named = [_key(each) for each in (writing.data.get("case", ""), *writing.data.getlist("also"))]
    found = Case.objects.visible_to(request.user).filter(public_id__in=[each for each in named if each])
    cases = {case.public_id: case for case in found.select_related("person")}
    if not all(each in cases for each in named):
        return []
    for case in cases.values():
        log_opening(request, case)
    return [cases[each] for each in dict.fromkeys(named)]


def _day_shown(writing: Writing, today: date) -> date:
    """Which day "today" was when it was written: the one that stood on the page, else the one of the device."""
    written_on = min(timezone.localdate(writing.written_at), today)
    try:
        return min(date.fromisoformat(writing.data.get("day", "")), written_on)
    except ValueError:
        return written_on


def _both(current: Contact) -> dict[str, Any]:
    """What stands there under the same key, for whoever wrote something else."""
    current = Contact.objects.select_related("author").get(pk=current.pk)
    said = [current.get_kind_display(), date_format(current.on, "DATE_FORMAT")]
    if current.minutes:
        said.append(_("%(number)d minutes") % {"number": current.minutes})
    return {
        "state": "conflict",
        "by": current.author.name,
        "theirs": "\n".join(filter(None, [", ".join(map(str, said)), current.note])),
        "version": version_of(current, TELLS),
    }


def _time(contact: Contact) -> str:
    return date_format(timezone.localtime(contact.arrived_at or contact.written_at), "TIME_FORMAT")


def _family(case: Case, user: User) -> list[Case]:
    """The others of the household whom this person may write about."""
    if case.household_id is None:
        return []
    others = Case.objects.visible_to(user).open().filter(household=case.household_id).exclude(pk=case.pk)
    return list(others.select_related("person").order_by("number"))


def _usual(user: User, today: date) -> dict[str, Any]:
    """Today, and as the last contact of this person went."""
    last = Contact.objects.visible_to(user).last_of(user)
    return {"on": today} | ({"kind": last.kind, "minutes": last.minutes} if last else {})


def _back_to(request: HttpRequest, case: Case) -> str:
    """Where the log was opened from, as far as the role says."""
    mine = request.user.can(Permission.SEE_MY_PEOPLE)
    return reverse("my_people") if mine else reverse(BACK, args=[case.public_id])


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
