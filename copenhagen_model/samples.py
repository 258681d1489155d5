"""What the style guide shows: invented people in every state."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from goals.registry import Area


@dataclass(frozen=True)
class SampleClock:
    """A promise as the goal engine would give it, with invented dates."""

    state: str
    label: str
    promise: str
    starts_on: date | None
    due_on: date | None
    day: date
    met_on: date | None = None
    standard: str = "city"
    planned_days_late: int = 0
    plan_passed_days: int = 0
    last_safe_on: date | None = None
    area: Area = Area.WORK

    @property
    def days(self) -> int | None:
        """Days left, days over, or days late, as the state has it."""
        if self.due_on is None:
            return None
        return (self.met_on - self.due_on).days if self.met_on else (self.due_on - self.day).days

    @property
    def elapsed_days(self) -> int:
        """Days since the start, up to when it was kept."""
        return ((self.met_on or self.day) - self.starts_on).days

    is_our_reading: ClassVar[bool] = False

    @property
    def standard_words(self) -> str:
        """Whose promise it is."""
        return {"law": _("The law"), "city": _("The City"), "internal": _("Internal default")}[self.standard]


@dataclass(frozen=True)
class Group:
    """Rows of the same urgency."""

    key: str
    title: str
    hint: str
    rows: list[dict]

    @property
    def count(self) -> int:
        """How many people."""
        return len(self.rows)


def sample_context(day: date) -> dict:
    """Everything the style guide shows, on that day."""
    clocks = sample_clocks(day)
    return {
        "clocks": clocks,
        "first": clocks[0],
        "today": day,
        "groups": _groups(day, {clock.state: clock for clock in clocks}),
        "columns": [_("Person"), _("Next deadline"), _("Next step"), _("Goals")],
        "bulk_actions": [
            {"value": "task", "label": _("Add task")},
            {"value": "give", "label": _("Reassign")},
        ],
        "tabs": _tabs(),
        "segments": [
            {"url": "#timeline", "label": _("All"), "current": True},
            {"url": "#timeline", "label": _("Goals"), "current": False},
            {"url": "#timeline", "label": _("Notes"), "current": False},
        ],
        "menu": [{"url": "#list", "label": _("Add task")}, {"url": "#list", "label": _("Pause a goal")}],
        "appointments": [
            {"time": time(9, 30), "url": "#list", "title": _("Second interview"), "sub": "Yonas Tesfay"},
            {"time": time(11), "url": "", "title": _("Company visit"), "sub": "Café Opfundet"},
        ],
        "facts": [(_("Case"), "KM-26-0412"), (_("Age"), 31), (_("Interpreter"), "Tigrinya")],
        "people": [
            {"initials": "LK", "name": "Lise Krogh", "sub": _("Caseworker"), "url": ""},
            {"initials": "", "name": _("Offer a mentor"), "sub": _("Nobody yet"), "url": "#case"},
        ],
        "events": _events(day),
        "receipt": _receipt(day),
        "filter_url": reverse("styleguide"),
        "saved_at": _moment(day, time(14, 20)),
        "checked_at": _moment(day - timedelta(days=2), time(6, 2)),
        "card_actions": [{"url": "#cards", "label": _("Log contact")}, {"url": "#cards", "label": _("Open")}],
        "consequences": [_("The case leaves My work."), _("Its promises fall away on that day.")],
        "scores": _scores(),
    }


def sample_clocks(day: date) -> list[SampleClock]:
    """One promise in each state."""
    promise = _("An internship has started one month after takeover")

    def clock(state, label, started, due, met=None, **more):
        def on(days):
            return None if days is None else day + timedelta(days=days)

        return SampleClock(state, label, promise, on(started), on(due), day, on(met), **more)

    return [
        clock("over", _("Internship started"), -64, -34),
        clock("over", _("Internship offered"), -31, -1, standard="law"),
        clock("due_soon", _("Mentor offered"), -9, 5, standard="internal", area=Area.MENTOR),
        clock("due_soon", _("Home offered"), -180, 0, area=Area.HOME),
        clock(
            "running", _("Health offered"), -12, 170, standard="law", planned_days_late=2, area=Area.HEALTH
        ),
        clock("running", _("First interview"), -3, None, area=Area.TALKS),
        clock("met_in_time", _("Danish referred"), -40, -10, -28),
        clock("met_late", _("Contract signed"), -60, -30, -22, standard="law", area=Area.TALKS),
        clock("paused", _("Follow-up talk"), -50, None, area=Area.TALKS),
        clock("not_started", _("Retention contact"), 12, 43),
        clock("void", _("Next offer"), -20, 22),
        clock("missed", _("Categorised"), -120, -28, standard="law", area=Area.TALKS),
    ]


def _groups(day: date, by_state: dict[str, SampleClock]) -> list[Group]:
    marks = list(by_state.values())

    def row(number, name, state, **more):
        clock = by_state.get(state)
        return {
            "case": f"KM-26-{number}",
            "name": name,
            "sub": _("KM-26-%(number)s · day %(day)d · single") % {"number": number, "day": 64},
            "clock": clock,
            "clocks": marks[:5],
            **more,
        }

    over = [
        row("0313", "Mustafa Jabbour", "over", label=_("Record start"), url="#list"),
        row("0373", "Jawad Karimi", "over", label=_("Record offer"), url="#list"),
    ]
    soon = [
        row("0412", "Yonas Tesfay", "due_soon", label=_("Agree a start date with the company"), url="#list")
    ]
    waiting = [
        row("0415", "Selam Kidane", "running", waiting_for=_("the company"), chase_on=day + timedelta(days=2))
    ]
    done = [row("0209", "Layla Mansour", "", label=_("Nothing to do before the next talk"))]
    return [
        Group("over", _("Over the deadline"), _("Act today, and write down why"), over),
        Group("due_soon", _("Due within 7 days"), "", soon),
        Group("waiting", _("Waiting for others"), _("Nothing to do before the day to chase"), waiting),
        Group("quiet", _("No open goal"), "", done),
    ]


def _tabs() -> list[dict]:
    return [
        {"url": "#list", "label": _("Needs attention"), "count": 3, "current": True},
        {"url": "#list", "label": _("All my cases"), "count": 40, "current": False},
        {"url": "#list", "label": _("Waiting for others"), "count": 0, "current": False},
    ]


def _moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


def _events(day: date) -> list[dict]:
    by = "Lise Krogh"
    return [
        {
            "icon": "edit",
            "title": _("Note"),
            "text": _("The company can start on Monday."),
            "at": _moment(day, time(14, 20)),
            "by": by,
            "before": _("The company can start on Friday."),
            "reason": _("Wrong day"),
        },
        {
            "icon": "error",
            "kind": "over",
            "title": _("Over the deadline: internship started"),
            "at": day - timedelta(days=33),
            "by": _("Check of deadlines"),
        },
        {
            "icon": "success",
            "kind": "met",
            "title": _("Mentor offered"),
            "at": day - timedelta(days=50),
            "by": by,
        },
        {
            "icon": "flag",
            "kind": "system",
            "title": _("Taken over by the City"),
            "at": day - timedelta(days=400),
        },
    ]


def _receipt(day: date) -> list[str]:
    return [
        _("Takeover, confirmed by Lise Krogh"),
        _("The City: one calendar month after takeover"),
        _("Paused 4 days"),
        _("Last day in time: %(day)s") % {"day": (day - timedelta(days=34)).strftime("%d-%m-%Y")},
    ]


def _scores() -> list[dict]:
    keys = ("in_time", "late", "waiting", "inside", "decided", "share", "low", "high")
    rows = [
        (_("Internship started"), (86, 33, 1, 11, 120, 86 / 120, 0.63, 0.79)),
        (_("Home offered"), (48, 12, 7, 61, 67, 48 / 67, 0.6, 0.81)),
        (_("Contract signed"), (0, 0, 0, 4, 0, None, None, None)),
    ]
    return [{"label": label} | dict(zip(keys, numbers, strict=True)) for label, numbers in rows]
