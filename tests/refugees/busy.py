"""A case on which much is written, for the screens."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.models import User
from refugees.models import (
    Appointment,
    AppointmentKind,
    Awaited,
    Case,
    Direction,
    Document,
    DocumentKind,
    Message,
    MessageKind,
    Note,
    NoteKind,
    Talk,
    TalkForm,
    TalkKind,
    Task,
    Waiting,
)
from refugees.uploads import CheckedFile, ContentType
from tests.refugees.uploads import PDF

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def write_little(case: Case, by: User, today: date) -> None:
    """One of everything, without a word: for the tests that ask every address or read every word.

    On the case, but for an appointment of `by` on no case; `by` is told one thing.
    """
    facts = {"case": case, "by": by, "today": today}
    letter = CheckedFile(ContentType.PDF, PDF)
    Note.objects.write(kind=NoteKind.NOTE, happened_on=today, text="1", **facts)
    Document.objects.add(
        content=letter,
        title="2",
        kind=DocumentKind.LETTER,
        direction=Direction.INTERNAL,
        dated_on=today,
        **facts,
    )
    Task.objects.add(title="3", due_on=today, assigned_to=by, **facts)
    Waiting.objects.begin(kind=Awaited.OTHER, whom="4", what="5", since_on=today, chase_on=today, **facts)
    Talk.objects.record(kind=TalkKind.CV, on=today, form=TalkForm.PHONE, agreement="7", **facts)
    starts = datetime.combine(today, time(10), tzinfo=COPENHAGEN)
    for about in (case, None):
        Appointment.objects.make(
            case=about,
            kind=AppointmentKind.VISIT,
            title="6",
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            staff=[by],
            by=by,
        )
    Message.objects.tell(
        case=case, to=[by], kind=MessageKind.NEW_NOTE, about="note:0", by=None, note_kind=NoteKind.CALL
    )


def write_much(case: Case, by: User, colleague: User, today: date, *, times: int = 1) -> None:
    """Notes with a correction, documents, tasks, waiting and appointments, as they are in life; `times` over."""
    for number in range(times):
        _notes(case, by, colleague, today, number)
        _documents(case, by, today, number)
        _tasks(case, by, colleague, today, number)
        _waitings(case, by, today, number)
        _appointments(case, by, colleague, today, number)


def _notes(case: Case, by: User, colleague: User, today: date, number: int) -> None:
    earlier = today - timedelta(days=3)
    facts = {"kind": NoteKind.CALL, "happened_on": earlier, "today": today}
    note = Note.objects.write(
        case=case,
        by=by,
        happened_time=time(14, 20),
        text="The bakery can take her from Monday, if the travel card is ready.",
        **facts,
    )
    note.correct(
        by=colleague,
        version=1,
        reason="The wrong weekday.",
        happened_time=time(14, 20),
        text="The bakery can take her from Tuesday, if the travel card is ready. She brings her own shoes.",
        **facts,
    )
    Note.objects.write(
        case=case,
        by=colleague,
        kind=NoteKind.MEETING,
        happened_on=today,
        today=today,
        text=f"Talked about bread, shifts and the way to work ({number}).\nShe would rather begin early.",
    )


def _documents(case: Case, by: User, today: date, number: int) -> None:
    letter = CheckedFile(ContentType.PDF, PDF)
    facts = {"case": case, "by": by, "content": letter, "today": today}
    Document.objects.add(
        title=f"Answer of the bakery {number}",
        kind=DocumentKind.LETTER,
        direction=Direction.RECEIVED,
        counterpart="Invented Bakery",
        dated_on=today - timedelta(days=2),
        **facts,
    )
    wrong = Document.objects.add(
        title="Contract of somebody else",
        kind=DocumentKind.CONTRACT,
        direction=Direction.INTERNAL,
        dated_on=today - timedelta(days=20),
        **facts,
    )
    wrong.withdraw(reason="It belongs to another case.", by=by, today=today)


def _tasks(case: Case, by: User, colleague: User, today: date, number: int) -> None:
    for days, title, doer in (
        (-2, "Order the travel card", by),
        (1, "Call the school about the older child", colleague),
        (10, f"Ask how the first week went {number}", by),
    ):
        Task.objects.add(
            case=case,
            title=title,
            due_on=today + timedelta(days=days),
            assigned_to=doer,
            by=by,
            today=today,
        )
    done = Task.objects.add(
        case=case, title="Send the welcome letter", due_on=today, assigned_to=by, by=colleague, today=today
    )
    done.finish(by=by, today=today)


def _waitings(case: Case, by: User, today: date, number: int) -> None:
    facts = {"case": case, "by": by, "today": today, "since_on": today - timedelta(days=5)}
    Waiting.objects.begin(
        kind="company",
        whom="Invented Bakery",
        what=f"The signed plan {number}",
        chase_on=today,
        **facts,
    )
    Waiting.objects.begin(
        kind="authority",
        whom="The Immigration Service",
        what="A copy of the permit",
        chase_on=today + timedelta(days=7),
        **facts,
    )
    ended = Waiting.objects.begin(
        kind="clinic", whom="Invented Clinic", what="A time", chase_on=today, **facts
    )
    ended.end(outcome="Thursday at 10.", on=today, by=by, today=today)


def _appointments(case: Case, by: User, colleague: User, today: date, number: int) -> None:
    def at(days: int, hour: int) -> datetime:
        return datetime.combine(today + timedelta(days=days), time(hour, 30), tzinfo=COPENHAGEN)

    for days, hour, title in (
        (0, 13, "Sign the plan"),
        (2, 9, f"See the bakery {number}"),
        (-6, 10, "First talk"),
    ):
        Appointment.objects.make(
            case=case,
            kind="visit" if hour == 9 else "meeting",
            title=title,
            starts_at=at(days, hour),
            ends_at=at(days, hour + 1),
            staff=[by, colleague],
            place="Valby",
            by=by,
        )
