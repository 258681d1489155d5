"""What templates say about promises, days and shapes. Built in: no {% load %} is needed.

A state is always a shape, a word and a colour, and always from here, so that a badge, a list, a mark and
a bar can never disagree. What is said of a clock is read from the clock alone.
"""

from datetime import date, datetime, timedelta

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.day import today as this_day
from goals import planning
from goals.models.wording import standard_words

register = template.Library()

# The shape of each state, by its name in the design system's sprite.
SHAPES = {
    "not_started": "more-horiz",
    "running": "time",
    "due_soon": "warning",
    "over": "error",
    "met_in_time": "success",
    "met_late": "check",
    "void": "minus",
    "paused": "hourglass",
    "missed": "close",
}

# The deadline stands at this share of every bar's width; what is over grows into the rest.
DEADLINE_AT = 80


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One shape of the sprite. Decoration unless it gets a label."""
    shape = f"{static('vendor/dkfds/img/all-svg-icons.svg')}#{name}"
    meaning = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="icon-svg" {} focusable="false"><use href="{}"></use></svg>', meaning, shape
    )


@register.simple_tag
def state(name: str, words: str) -> SafeString:
    """Own words under the shape and colour of a state: {% state "due_soon" words %}."""
    return format_html(
        '<span class="state state--{}">{}<span>{}</span></span>', name, icon(SHAPES[name]), words
    )


@register.simple_tag
def status(clock) -> SafeString:
    """How a promise stands, in shape, word and colour."""
    return state(clock.state, status_words(clock))


@register.filter
def status_words(clock) -> str:
    """How a promise stands, in words alone: for a title, an e-mail, a screen reader."""
    match clock.state:
        case "running" | "due_soon":
            return _time_left(clock)
        case "over":
            return _days_over(-clock.days)
        case "met_in_time":
            return _met_in_time(clock)
        case "met_late":
            return ngettext("Met %(days)d day late", "Met %(days)d days late", clock.days) % {
                "days": clock.days
            }
        case "paused":
            return _("Paused")
        case "not_started":
            return _("Not started")
        case "void":
            return _("Fell away")
        case "missed":
            return _("Fell away, unmet")
    raise ValueError(f"{clock.state!r} is not the state of a promise")


def _time_left(clock) -> str:
    if clock.due_on is None or clock.days is None:
        return _("No date yet")
    return _days_left(clock.days)


def _days_left(days: int) -> str:
    """The last day is still in time."""
    if days == 0:
        return _("Last day today")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def _days_over(days: int) -> str:
    return ngettext("%(days)d day over", "%(days)d days over", days) % {"days": days}


def _met_in_time(clock) -> str:
    if not clock.elapsed_days or clock.elapsed_days < 0:
        return _("Met in time")
    return _("Met on day %(day)d") % {"day": clock.elapsed_days}


@register.simple_tag
def plan_trouble(clock) -> str:
    """A planned date beyond the deadline is trouble today, however many days are left; so is one that has passed."""
    if days := clock.plan_passed_days:
        words = ngettext(
            "The planned day passed %(days)d day ago", "The planned day passed %(days)d days ago", days
        )
    elif days := clock.planned_days_late:
        words = ngettext("Planned %(days)d day late", "Planned %(days)d days late", days)
    else:
        return ""
    return words % {"days": days}


@register.simple_tag
def last_safe(clock) -> planning.LastSafe | None:
    """From which day on the steps still ahead usually take longer than is left; None where nobody knows."""
    return planning.last_safe(clock)


@register.simple_tag
def pip(clock) -> SafeString:
    """The mark of one area in a row of them: a word over the shape of what says most. Stands in <ul class="pips">."""
    return format_html(
        '<li class="pip pip--{}"><span>{}</span>{}<span class="sr-only">{}: {}</span></li>',
        clock.state,
        clock.area.label,
        icon(SHAPES[clock.state]),
        clock.label,
        status_words(clock),
    )


@register.simple_tag
def goal_bar(clock, height: int = 6) -> SafeString:
    """Time used against time given. The words beside it say the same, so it is hidden from readers."""
    filled, over = _shares(clock)
    overrun = format_html(
        '<rect class="bar__over" x="{}%" width="{}%" height="{}" y="3"/>', DEADLINE_AT, over, height
    )
    tick = format_html(
        '<line class="bar__tick" x1="{}%" x2="{}%" y1="0" y2="{}"/>', DEADLINE_AT, DEADLINE_AT, height + 6
    )
    return format_html(
        '<svg class="bar bar--{}" width="100%" height="{}" aria-hidden="true" focusable="false">'
        '<rect class="bar__track" width="100%" height="{}" y="3" rx="1"/>'
        '<rect class="bar__fill" width="{}%" height="{}" y="3" rx="1"/>{}{}</svg>',
        *(clock.state, height + 6, height, filled, height),
        *(overrun if over else "", tick if clock.due_on else ""),
    )


def _shares(clock) -> tuple[str, str]:
    """How much of the bar is filled up to the deadline, and how much past it, in per cent of its width."""
    if clock.starts_on is None or clock.due_on is None or clock.state in {"not_started", "void"}:
        return "0", ""
    given = max((clock.due_on - clock.starts_on).days, 1)
    used = max(clock.elapsed_days or 0, 0)
    filled = min(used / given, 1) * DEADLINE_AT
    over = min(max(used / given - 1, 0) * DEADLINE_AT, 100 - DEADLINE_AT)
    # Whatever the scale, one day over is seen.
    return f"{filled:.1f}", f"{max(over, 1.5):.1f}" if over else ""


@register.inclusion_tag("ui/legend.html")
def legend() -> dict:
    """What the marks mean, for the foot of a list."""
    words = {
        "over": _("over the deadline"),
        "due_soon": _("deadline is near"),
        "running": _("running"),
        "met_in_time": _("met in time"),
        "met_late": _("met late"),
        "paused": _("paused"),
        "not_started": _("not started"),
        "missed": _("fell away unmet"),
        "void": _("fell away"),
    }
    return {"marks": [(name, SHAPES[name], meaning) for name, meaning in words.items()]}


@register.inclusion_tag("ui/quick_days.html")
def quick_days(field_id: str) -> dict:
    """Today and Yesterday beside a date field: most dates that are typed are one of them."""
    today = this_day()
    return {"field_id": field_id, "today": today, "yesterday": today - timedelta(days=1)}


@register.filter
def weekday(day: date | None, today: date | None = None) -> str:
    """Sat 28 Nov, with the year when it is not this year."""
    if day is None:
        return ""
    day = _local_day(day)
    this_year = day.year == (today or this_day()).year
    return date_format(day, "MONTH_DAY_FORMAT" if this_year else "DATE_FORMAT")


@register.filter
def moment(when: datetime | None, today: date | None = None) -> str:
    """Sat 28 Nov at 14.20, in Copenhagen time. A day without a time stays a day: no invented 00.00."""
    if not isinstance(when, datetime):
        return weekday(when, today)
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    return _("%(day)s at %(time)s") % {
        "day": weekday(local, today),
        "time": date_format(local, "TIME_FORMAT"),
    }


@register.filter
def whose(goal: str, standard: str) -> str:
    """Whose promise it is, and whether that is our reading: {{ goal.key|whose:standard }}."""
    return standard_words(goal, standard)


@register.filter
def ago(day: date | None, today: date | None = None) -> str:
    """today, yesterday, 3 days ago; for a day to come: tomorrow, in 3 days."""
    if day is None:
        return ""
    days = ((today or this_day()) - _local_day(day)).days
    named = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}
    if days in named:
        return named[days]
    if days > 0:
        return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}
    return ngettext("in %(days)d day", "in %(days)d days", -days) % {"days": -days}


@register.filter
def days_left(day: date | None, today: date | None = None) -> str:
    """5 days left, last day today, 2 days over: the day itself is still in time."""
    if day is None:
        return ""
    days = (_local_day(day) - (today or this_day())).days
    return _days_left(days) if days >= 0 else _days_over(-days)


def _local_day(day: date) -> date:
    """The day in Copenhagen: late on 30 June in UTC is 1 July here."""
    if not isinstance(day, datetime):
        return day
    return timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
