"""What is written on the cases: notes, tasks, what is waited for, appointments, documents."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from accounts.models import Absence, User
from accounts.scope import system_scope
from copenhagen_model.demo import checking, notebook, paper
from copenhagen_model.demo.diary import REASON, Story, Turn, moment
from copenhagen_model.demo.household import Life
from copenhagen_model.demo.showcase import working_day
from copenhagen_model.demo.staying import from_the_mentor, interpreters
from copenhagen_model.demo.two_way import seen_and_sent
from refugees.models import Appointment, Document, Message, Note, Task, Waiting
from refugees.takeover import next_weekday

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# Younger cases have their first interviews written down; what older ones had is in the archive.
WRITTEN = timedelta(days=240)
SEEN_AFTER = timedelta(days=6)


def interviews(life: Life) -> Story:
    """Two interviews, noted by whoever works on the case; sometimes the team lead adds what came by telephone."""
    start = life.family.taken_over_on
    if start < life.city.today - WRITTEN:
        return
    for kind, days, texts in notebook.NOTES:
        day = life.day(start + timedelta(days=days + life.rng.randint(0, 3)))
        by = yield Turn(day, life.family.lead if kind == "call" else life.caseworker)
        if kind != "call" or life.rng.random() < 0.4:
            _note(life, by, day, kind, life.rng.choice(texts))


def _note(life: Life, by: User, day: date, kind: str, text: str) -> None:
    """What was said on the last weekday is written down the next morning."""
    at = time(9 + life.rng.randrange(5), life.rng.choice([0, 15, 30, 45]))
    said_on = working_day(day - timedelta(days=1))
    Note.objects.write(
        case=life.case, by=by, kind=kind, happened_on=said_on, happened_time=at, text=text, today=day
    )


def letters(life: Life) -> Story:
    """The decision as it came, and for some a photographed letter."""
    start = life.family.taken_over_on
    if start < life.city.today - WRITTEN or life.rng.random() < 0.6:
        return
    day = life.day(start + timedelta(days=2))
    by = yield Turn(day, life.caseworker)
    for row in notebook.LETTERS[: life.rng.choice([1, 2])]:
        content = (paper.photo if row.is_photo else paper.letter)(list(row.lines))
        Document.objects.add(
            case=life.case,
            by=by,
            content=content,
            title=row.title,
            kind=row.kind,
            direction=row.direction,
            counterpart=row.counterpart,
            dated_on=min(life.family.arrival.allocated_on, day),
            today=day,
        )


def desk(city: "City") -> Story:
    """The demo caseworker's own desk: tasks, what is waited for, who comes today and this week."""
    day = working_day(city.today - timedelta(days=1))
    by = yield Turn(day, lambda: city.staff["caseworker"])
    lead = city.staff["team-lead"]
    for key, title, due_in in notebook.TASKS:
        _task(city, key, title, due_in, day, by=by)
    for key, title, due_in in notebook.TASKS_FROM_THE_LEAD:
        with system_scope(REASON, by=lead):
            _task(city, key, title, due_in, day, by=lead)
    for row in notebook.WAITING:
        Waiting.objects.begin(
            case=city.life_of(row.scene).case,
            kind=row.kind,
            whom=row.whom,
            what=row.what,
            since_on=working_day(day - timedelta(days=row.since_ago)),
            chase_on=city.today + timedelta(days=row.chase_in),
            by=by,
            today=day,
        )
    for row in notebook.APPOINTMENTS:
        _appointment(city, row, by)
    interpreters(city, by, day)
    _absences(city)


def mentors_notes(city: "City") -> Story:
    """What the mentor who signs in on the demo told the caseworkers yesterday."""
    day = working_day(city.today - timedelta(days=1))
    by = yield Turn(day, lambda: city.staff["mentor"])
    parts = by.team_parts.mentors().on(day).filter(case__closed_on=None).select_related("case")
    for part, (kind, text) in zip(parts.order_by("-during", "pk"), notebook.FROM_THE_MENTOR, strict=False):
        said_on = working_day(day - timedelta(days=1))
        Note.objects.write(case=part.case, by=by, kind=kind, happened_on=said_on, text=text, today=day)
    from_the_mentor(city, by, day)
    seen_and_sent(city, by, day)
    checking.from_the_mentor(city, by, day)


def _absences(city: "City") -> None:
    """One colleague is away now, another will be; the team lead arranges cover."""
    others = city.caseworkers[0].colleagues[1:] + city.caseworkers[1].colleagues[1:]
    for user, begins, days in zip(others, (-2, 6), (9, 5), strict=False):
        first_on = city.today + timedelta(days=begins)
        Absence.objects.record(user=user, first_on=first_on, back_on=first_on + timedelta(days=days))


def _task(city: "City", key: str, title: str, due_in: int, day: date, *, by: User) -> None:
    Task.objects.add(
        case=city.life_of(key).case if key else None,
        title=title,
        due_on=city.today + timedelta(days=due_in),
        assigned_to=city.staff["caseworker"],
        by=by,
        today=day,
    )


def _appointment(city: "City", row: notebook.Meeting, by: User) -> None:
    on = city.today if row.in_days == 0 else next_weekday(city.today + timedelta(days=row.in_days))
    starts_at: datetime = moment(on, row.at)
    Appointment.objects.make(
        case=city.life_of(row.scene).case if row.scene else None,
        kind=row.kind,
        title=row.title,
        place=row.place,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=row.minutes),
        staff=[city.staff["caseworker"]],
        by=by,
    )


def read_messages(day: date) -> None:
    """Everybody has read by then what reached them days ago."""
    unseen = Message.objects.unseen().filter(created_at__lt=moment(day - SEEN_AFTER, time(12)))
    for message in unseen.select_related("to_user").order_by("pk"):
        message.seen(by=message.to_user)
