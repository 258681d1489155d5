"""My people: the mentor's own page, made for a phone. Only those assigned today, and of them only the slice."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.kept import device_keys
from accounts.models import User
from accounts.permissions import Permission, require_permission
from goals.models import Clock, Urgency
from mentoring.checklists import Progress, progress_of
from mentoring.models import Contact, Promise
from mentoring.verbs import MessageKind
from refugees.about import people_on
from refugees.case_frame import frame_for
from refugees.languages import spoken
from refugees.models import Appointment, Case, Message, TeamMember
from refugees.work_panels import message_rows


@dataclass(frozen=True, slots=True)
class Mentee:
    """One person of this mentor: since when, how to call, what comes next, who works on the case."""

    case: Case
    part: TeamMember
    clock: Clock | None
    caseworker: str
    contact_on: date | None = None
    due: list[Promise] = field(default_factory=list)
    later: list[Promise] = field(default_factory=list)
    meeting: Appointment | None = None
    meets_today: bool = False
    progress: Progress | None = None

    @property
    def languages(self) -> str:
        """What the person speaks."""
        person = self.case.person
        return spoken([person.interpreter, *person.speaks])

    @property
    def waiting_since(self) -> date:
        """Since when the person waits to hear from this mentor: the last contact, or the assignment."""
        return self.contact_on or self.part.during.lower


@require_GET
@require_permission(Permission.SEE_MY_PEOPLE)
def my_people(request: HttpRequest) -> HttpResponse:
    """Where a mentor's day begins."""
    people = mentees(request.user, request.today)
    soon = sum(1 for mentee in people if mentee.clock and mentee.clock.urgency <= Urgency.SOON)
    due = [(mentee, promise) for mentee in people for promise in mentee.due]
    answers = Message.objects.visible_to(request.user).unseen().filter(kind=MessageKind.CONCERN_ANSWERED)
    context = {
        "people": people,
        "soon": soon,
        "due": sorted(due, key=lambda row: row[1].due_on),
        "today": request.today,
        "here": request.path,
        "replies": message_rows(answers.newest_first()),
        "device": device_keys(request.user),
        "usual": Contact.objects.visible_to(request.user).last_of(request.user),
    }
    return render(request, "my_people/my_people.html", context)


def mentees(user: User, today: date) -> list[Mentee]:
    """The people assigned to this mentor on that day, who has waited longest to hear from them first. Eleven queries.

    Compartments stay closed: of a promise about health a mentor sees nothing here.
    """
    cases = Case.objects.visible_to(user).open()
    parts = user.team_parts.mentors().on(today).filter(case__in=cases).select_related("case__person")
    mine = {part.case_id: part for part in parts.order_by("-during")}
    clocks = Clock.objects.visible_to(user).filter(case__in=list(mine), compartment="").most_urgent(today)
    next_of = {clock.case_id: clock for clock in clocks}
    workers = TeamMember.objects.caseworkers().on(today).filter(case__in=list(mine))
    names = dict(workers.values_list("case", "user__name"))
    contacts = Contact.objects.visible_to(user).last_days(mine)
    promises = defaultdict(list)
    for promise in Promise.objects.visible_to(user).open().filter(case__in=list(mine)).due_first():
        promises[promise.case_id].append(promise)
    meetings = Appointment.objects.visible_to(user).standing().from_day(today).filter(case__in=list(mine))
    progress = progress_of([part.case for part in mine.values()], user, today)
    # Read backwards, so that of each person the first one stays.
    meeting_of = {meeting.case_id: meeting for meeting in meetings.order_by("-starts_at", "-pk")}
    people = [
        Mentee(
            case=part.case,
            part=part,
            clock=next_of.get(pk),
            caseworker=names.get(pk, ""),
            contact_on=contacts.get(pk),
            due=[promise for promise in promises[pk] if promise.due_on <= today],
            later=[promise for promise in promises[pk] if promise.due_on > today],
            meeting=meeting_of.get(pk),
            meets_today=pk in meeting_of and timezone.localdate(meeting_of[pk].starts_at) == today,
            progress=progress.get(pk),
        )
        for pk, part in mine.items()
    ]
    return sorted(people, key=lambda mentee: (mentee.waiting_since, mentee.case.number))


def slice_of(request: HttpRequest, found: Case) -> dict[str, Any]:
    """What a mentor of the case sees: how to reach the person, in which language, who else, and what is due next."""
    clocks = found.clocks.at(request.today).by_urgency()
    return frame_for(request, found, tab="case") | {
        "people": people_on(found, request.today),
        "language": spoken([found.person.interpreter, *found.person.speaks]),
        "clock": next((clock for clock in clocks if clock.is_open and clock.due_on), None),
        "progress": progress_of([found], request.user, request.today).get(found.pk),
        "may_mark": request.user.can(Permission.WRITE_NOTE) and not found.closed_on,
        "here": request.path,
    }
