"""Between the demo's mentor and the caseworkers: what is seen, concerns, a photographed letter. INVENTED."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from accounts.models import User
from copenhagen_model.demo import paper
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.showcase import working_day
from mentoring.models import Concern, Contact, Letter, Sighting
from refugees.models import Case, TeamMember

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# What mentors logged before that is seen by now.
SEEN_AFTER = timedelta(days=4)
# How many days ago, of what kind, how urgent, the words, and the answer of the day after, if there is one.
CONCERNS = [
    (6, "contact", "next-day", "Svarer ikke på telefon eller beskeder.", ""),
    (
        4,
        "money",
        "soon",
        "Har ikke fået svar på ansøgningen om indskudslån.",
        "Jeg har ringet: svaret kommer på mandag.",
    ),
    (1, "alone", "no-hurry", "Kender ingen i kvarteret og vil gerne med i en forening.", ""),
]
LETTER = ("Brev fra skolen", ["DEMO - opdigtet brev", "Indkaldelse til skole-hjem-samtale."])


def worries(city: "City") -> Story:
    """What the mentor who signs in on the demo worried about in the last days, each about somebody else."""
    told: set[int] = set()
    for ago, kind, urgency, words, answer in CONCERNS:
        day = working_day(city.today - timedelta(days=ago))
        by = yield Turn(day, lambda: city.staff["mentor"])
        case = next((case for case in _cases(by, day) if case.pk not in told), None)
        if case is None:
            continue
        told.add(case.pk)
        facts = {"kind": kind, "urgency": urgency, "words": words}
        concern = Concern.objects.voice(case=case, today=day, by=by, **facts)
        if answer:
            worker = _worker(case, day)
            answers_on = working_day(city.today - timedelta(days=ago - 1))
            yield Turn(answers_on, lambda worker=worker: worker)
            concern.reply(answer=answer, today=answers_on, by=worker)


def seen_and_sent(city: "City", by: User, day: date) -> None:
    """The caseworkers have seen the older entries and one of the mentor's new ones; the mentor sends a letter."""
    for roster in city.caseworkers:
        for colleague in roster.colleagues:
            _seen(colleague, day)
    for case in _cases(by, day)[:1]:
        words, lines = LETTER
        Letter.objects.send(case=case, content=paper.photo(lines), words=words, today=day, by=by)


def _seen(colleague: User, day: date) -> None:
    """The older entries on this colleague's cases, and of the newest the one about the latest day."""
    cases = Case.objects.of_caseworker(colleague, day)
    new = Contact.objects.new().filter(case__in=cases)
    shown = list(new.filter(written_at__date__lte=day - SEEN_AFTER).values_list("public_id", "version"))
    shown += new.filter(written_at__date=day).order_by("-on", "-pk").values_list("public_id", "version")[:1]
    Sighting.objects.mark(shown=shown, by=colleague)


def _cases(mentor: User, day: date) -> list[Case]:
    """The mentor's people of that day on whose case somebody works, who came first."""
    parts = mentor.team_parts.mentors().on(day).filter(case__closed_on=None).select_related("case")
    return [part.case for part in parts.order_by("during", "pk") if _worker(part.case, day)]


def _worker(case: Case, day: date) -> User | None:
    member = TeamMember.objects.caseworkers().on(day).filter(case=case).select_related("user").first()
    return member.user if member else None
