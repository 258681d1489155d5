"""My people: the mentor's own page, made for a phone. Only those assigned today, and of them only the slice."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.models import User
from accounts.permissions import Permission, require_permission
from goals.models import Clock, Urgency
from refugees.languages import spoken
from refugees.models import Case, TeamMember


@dataclass(frozen=True, slots=True)
class Mentee:
    """One person of this mentor: since when, how to call, what comes next, who works on the case."""

    case: Case
    part: TeamMember
    clock: Clock | None
    caseworker: str

    @property
    def languages(self) -> str:
        """What the person speaks."""
        person = self.case.person
        return spoken([person.interpreter, *person.speaks])


@require_GET
@require_permission(Permission.SEE_MY_PEOPLE)
def my_people(request: HttpRequest) -> HttpResponse:
    """Where a mentor's day begins."""
    people = mentees(request.user, request.today)
    soon = sum(1 for mentee in people if mentee.clock and mentee.clock.urgency <= Urgency.SOON)
    context = {"people": people, "soon": soon, "today": request.today}
    return render(request, "my_people/my_people.html", context)


def mentees(user: User, today: date) -> list[Mentee]:
    """The people assigned to this mentor on that day, whose next deadline comes first. Four queries.

    There is no log of contacts yet, so "waiting longest first" goes by the deadline, then by how long they have been
    assigned. Compartments stay closed: of a promise about health a mentor sees nothing here.
    """
    cases = Case.objects.visible_to(user).open()
    parts = user.team_parts.mentors().on(today).filter(case__in=cases).select_related("case__person")
    mine = {part.case_id: part for part in parts.order_by("-during")}
    clocks = Clock.objects.visible_to(user).filter(case__in=list(mine), compartment="").most_urgent(today)
    next_of = {clock.case_id: clock for clock in clocks}
    workers = TeamMember.objects.caseworkers().on(today).filter(case__in=list(mine))
    names = dict(workers.values_list("case", "user__name"))
    people = [Mentee(part.case, part, next_of.get(pk), names.get(pk, "")) for pk, part in mine.items()]
    return sorted(people, key=_urgency)


def _urgency(mentee: Mentee) -> tuple[int, date, date, str]:
    """Deadlines first, then those who have been assigned for longest."""
    clock = mentee.clock
    rank, due_on = (clock.urgency, clock.due_on or date.max) if clock else (len(Urgency), date.max)
    return rank, due_on, mentee.part.during.lower, mentee.case.number
