"""How a date was counted, in words: which fact started it, whose promise it is, what stopped it, by which calendar.

Pure: the clock with its version, the evidence and the pauses go in, sentences come out. The same sentences stand on
the page, in a mail, in print and in an answer to a program.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.day import ONE_DAY
from goals.models import Clock, Decision, Extension, GoalVersion, Pause, Suspension
from goals.models.wording import SpanUnit
from goals.reckoning import Counted
from goals.registry import Evidence
from refugees.takeover import next_weekday


@dataclass(frozen=True, slots=True)
class Receipt:
    """The lines of a reckoning, its result, and what is told beside it without counting."""

    lines: list[str]
    result: str
    beside: str = ""

    @property
    def text(self) -> str:
        """As plain text."""
        return "\n".join(part for part in (*self.lines, self.result, self.beside) if part)


def receipt(
    clock: Clock,
    evidence: Iterable[Evidence],
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
    suspensions: Sequence[Suspension] = (),
    *,
    show_rolled: bool = True,
) -> Receipt:
    """Explain the deadline of a clock. `pauses`: those of its case, of which each knows whether its ground is told
    (`Pause.told_to`); `extensions`: what was asked for this clock, with people; `suspensions`: of its limits."""
    lines = [
        *(_evidence_line(item) for item in evidence),
        _promise_line(clock),
        _version_line(clock.version),
        *_counting_lines(clock),
        *_extension_lines(clock, extensions),
        *_pause_lines(clock, pauses, suspensions),
        *_outcome_lines(clock),
    ]
    return Receipt(lines, _result(clock), _rolled(clock) if show_rolled else "")


def _evidence_line(item: Evidence) -> str:
    """Takeover of responsibility: Mon 2 Nov 2026. Source: the City. Entered by … on …"""
    parts = [_("%(what)s: %(day)s.") % {"what": item.what, "day": _day(item.on)}]
    if item.source:
        parts.append(_("Source: %(source)s.") % {"source": item.source})
    if item.recorded_at:
        entered = {"who": item.by or _("the system"), "when": _moment(item.recorded_at)}
        parts.append(_("Entered by %(who)s on %(when)s.") % entered)
    if item.note:
        parts.append(_("Note: %(note)s.") % {"note": str(item.note).rstrip(".")})
    return " ".join(parts)


def _promise_line(clock: Clock) -> str:
    words = {"whose": clock.standard_words, "promise": clock.promise}
    return _("%(whose)s: %(promise)s") % words


def _version_line(version: GoalVersion) -> str:
    """Time allowed: 1 calendar month, for clocks that start from … Source: …"""
    words = {"time": version.words, "from": _day(version.valid.lower), "source": version.source_words}
    if version.valid.upper:
        words["until"] = _day(version.valid.upper - ONE_DAY)
        line = _("Time allowed: %(time)s, for what starts from %(from)s to %(until)s. Source: %(source)s.")
    else:
        line = _("Time allowed: %(time)s, for what starts from %(from)s on. Source: %(source)s.")
    aim = " " + _("Aim: %(aim)s.") % {"aim": version.aim_words} if version.aim else ""
    return line % words + aim


def _counting_lines(clock: Clock) -> Iterator[str]:
    """The calendar rule, and what it gives before any pause."""
    version = clock.version
    event = {"event": clock.declared.event, "day": _day(clock.before_on)}
    if version.amount is None:
        yield _("It is to be kept before another event. The last day in time is the day before it.")
        if clock.before_on:
            yield _("That event: %(day)s.") % event
        return
    if version.counted is Counted.BACK:
        yield _("Counted back from %(event)s, %(day)s; the last day counts; the day after is over.") % event
    elif version.counted is Counted.PAST:
        dated = _("%(event)s on %(day)s") if clock.before_on else _("%(event)s, whose day is not known")
        yield _("To be kept %(time)s; the last day counts; the day after is over.") % {
            "time": version.words_around(dated % event)
        }
    elif version.unit == SpanUnit.MONTHS:
        yield _("Counted in calendar months; the last day counts; the day after is over.")
        if clock.base_due_on and clock.base_due_on.day < clock.starts_on.day:
            words = {"start": clock.starts_on.day, "day": _day(clock.base_due_on)}
            yield _("That month has no day %(start)d, so its last day counts: %(day)s.") % words
    else:
        yield _("Counted from the day after the start; the last day counts; the day after is over.")
    if clock.base_due_on and clock.due_on != clock.base_due_on:
        words = {"day": _day(clock.base_due_on)}
        yield _("Without pauses and extensions the last day would be %(day)s.") % words


def _extension_lines(clock: Clock, extensions: Sequence[Extension]) -> Iterator[str]:
    """Each extension that was granted, by whom and why; and whether one is still asked for."""
    granted = 0
    for extension in extensions:
        if extension.decision == Decision.GRANTED:
            granted += extension.days
            yield _granted_line(extension)
        elif extension.is_pending:
            yield _pending_line(extension)
    limit = clock.version.max_extension_days
    if granted > limit:
        yield _("The rules that count here allow an extension of %(limit)d days, so no more is counted.") % {
            "limit": limit
        }


def _granted_line(extension: Extension) -> str:
    """Extended 7 days, granted by … on …. Asked for by …: …"""
    words = {
        "days": extension.days,
        "who": extension.decided_by.name,
        "day": _day(extension.decided_on),
        "asked": extension.requested_by.name,
        "why": extension.reason.rstrip("."),
    }
    line = ngettext(
        "Extended by %(days)d day, granted by %(who)s on %(day)s.",
        "Extended by %(days)d days, granted by %(who)s on %(day)s.",
        extension.days,
    )
    return line % words + " " + _("Asked for by %(asked)s: %(why)s.") % words


def _pending_line(extension: Extension) -> str:
    words = {
        "days": extension.days,
        "who": extension.requested_by.name,
        "day": _day(extension.requested_on),
    }
    line = ngettext(
        "%(who)s asked for %(days)d day more on %(day)s. Nobody has decided yet, so it is not counted.",
        "%(who)s asked for %(days)d days more on %(day)s. Nobody has decided yet, so they are not counted.",
        extension.days,
    )
    return line % words


def _pause_lines(clock: Clock, pauses: Sequence[Pause], suspensions: Sequence[Suspension]) -> Iterator[str]:
    """Each pause or suspension that moved the deadline, with its days; and that there are pauses which do not."""
    suspended = 0
    for period in clock.paused:
        pause = next((p for p in pauses if _within(period, p.during)), None)
        suspension = None if pause else next((s for s in suspensions if s.holds(period)), None)
        suspended += suspension is not None
        yield _suspended_line(period, suspension) if suspension else _paused_line(period, pause)
    if len(pauses) > len(clock.paused) - suspended:
        yield _("Other pauses of the case do not move this deadline.")


def _paused_line(period: DateRange, pause: Pause | None) -> str:
    words = {"from": _day(period.lower)}
    if period.upper is None:
        line = _("Paused since %(from)s. The deadline is not known until the pause ends.")
    else:
        words |= {"days": (period.upper - period.lower).days, "until": _day(period.upper - ONE_DAY)}
        line = ngettext(
            "Paused %(days)d day, on %(from)s: the deadline moves by as much.",
            "Paused %(days)d days, %(from)s to %(until)s: the deadline moves by as many.",
            words["days"],
        )
    return line % words + _ground_words(pause)


def _suspended_line(period: DateRange, suspension: Suspension) -> str:
    """Days of a suspension do not count. That this is how the law means it is unverified, and said."""
    words = {"from": _day(period.lower), "source": suspension.source}
    if period.upper is None:
        line = _(
            "Limits of the law suspended since %(from)s (%(source)s). No last day can be named meanwhile."
        )
    else:
        words |= {"days": (period.upper - period.lower).days, "until": _day(period.upper - ONE_DAY)}
        line = ngettext(
            "Limits of the law suspended on %(from)s (%(source)s): that day does not count.",
            "Limits of the law suspended from %(from)s to %(until)s (%(source)s): these %(days)d days do not count.",
            words["days"],
        )
    return line % words + " " + _("That reading of the suspension is not confirmed by the City's lawyers.")


def _ground_words(pause: Pause | None) -> str:
    """What is told of a pause to those who may read its ground: the ground, and the reason if one was given."""
    if pause is None or not pause.tells_ground:
        return ""
    words = " " + _("Ground: %(ground)s.") % {"ground": pause.shown_ground}
    return words + (" " + _("Reason: %(why)s.") % {"why": pause.reason.rstrip(".")} if pause.reason else "")


def _within(period: object, during: object) -> bool:
    """Whether what was applied comes from this pause: it is the pause, or its part after the start day."""
    return during.lower <= period.lower and during.upper == period.upper


def _outcome_lines(clock: Clock) -> Iterator[str]:
    if clock.met_on:
        yield _("Kept on %(day)s.") % {"day": _day(clock.met_on)}
    if clock.void_on:
        words = {"day": _day(clock.void_on), "why": clock.get_void_reason_display()}
        yield _("Fell away on %(day)s: %(why)s.") % words


def _result(clock: Clock) -> str:
    if clock.due_on:
        return _("Last day in time: %(day)s.") % {"day": _day(clock.due_on)}
    return _("No last day can be named yet.")


def _rolled(clock: Clock) -> str:
    """The next weekday after a deadline on a day off. Told, never counted by: whether it helps the City is open."""
    if clock.due_on is None or (weekday := next_weekday(clock.due_on)) == clock.due_on:
        return ""
    words = {"day": _day(weekday)}
    return (
        _("That is a weekend or public holiday; the next weekday is %(day)s. It does not move the deadline.")
        % words
    )


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else _("not known")


def _moment(moment: object) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
