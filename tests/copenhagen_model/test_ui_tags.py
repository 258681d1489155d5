"""What the tags say: words, plurals, shapes, bars, days."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template
from django.utils import translation

from copenhagen_model.samples import SampleClock
from goals.models.clock_dates import State
from tests.factories import TODAY

RUNNING = SampleClock(
    state="running",
    label="Internship started",
    promise="An internship has started one month after takeover",
    starts_on=date(2026, 11, 2),
    due_on=date(2026, 12, 2),
    day=TODAY,
)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def render(source, **context):
    return Template(source).render(Context({"today": TODAY} | context))


def clock(state, *, due=None, met=None, **changes):
    """The running clock with other facts; `due` and `met` in days from today."""
    days = {
        name: TODAY + timedelta(days=value)
        for name, value in (("due_on", due), ("met_on", met))
        if value is not None
    }
    return replace(RUNNING, state=state, **days | changes)


@pytest.mark.parametrize(
    ("given", "words", "shape"),
    [
        (clock("over", due=-34), "34 days over", "error"),
        (clock("over", due=-1), "1 day over", "error"),
        (clock("due_soon", due=5), "5 days left", "warning"),
        (clock("due_soon", due=1), "1 day left", "warning"),
        (clock("due_soon", due=0), "Last day today", "warning"),
        (clock("running", due=170), "170 days left", "time"),
        (clock("running", due_on=None), "No date yet", "time"),
        (clock("met_in_time", met=-9), "Met on day 12", "success"),
        (clock("met_in_time", met_on=date(2026, 11, 2)), "Met in time", "success"),
        (clock("met_late", due=-20, met=-12), "Met 8 days late", "check"),
        (clock("met_late", due=-20, met=-19), "Met 1 day late", "check"),
        (clock("paused", due_on=None), "Paused", "hourglass"),
        (clock("not_started"), "Not started", "more-horiz"),
        (clock("void"), "Fell away", "minus"),
        (clock("missed", due=-3), "Fell away, unmet", "close"),
    ],
)
def test_a_state_is_a_shape_a_word_and_a_colour(given, words, shape):
    html = render("{% status clock %}", clock=given)

    assert f"<span>{words}</span>" in html
    assert re.search(rf'all-svg-icons[.\w]*\.svg#{shape}"', html)
    assert f'class="state state--{given.state}"' in html
    assert 'aria-hidden="true"' in html


def test_every_state_of_the_engine_has_words_and_a_shape():
    for state in State.values:
        given = clock(state, due=-3, met=-1)

        assert render("{% status clock %}{% pip clock %}{% goal_bar clock 6 %}", clock=given)


def test_an_unknown_state_is_refused_not_guessed():
    with pytest.raises((KeyError, ValueError)):
        render("{% status clock %}", clock=clock("green"))


def test_a_mark_says_its_state_to_those_who_do_not_see_it():
    html = render("{% pip clock %}", clock=clock("over", due=-34))

    assert "<span>Work</span>" in html
    assert '<span class="sr-only">Internship started: 34 days over</span>' in html


def test_a_plan_beyond_the_deadline_is_said_however_many_days_are_left():
    late = clock("running", due=9, planned_days_late=2)

    html = render('{% include "ui/due_cell.html" %}', clock=late)

    assert "9 days left" in html
    assert "Planned 2 days late" in html


@pytest.mark.parametrize(
    ("days", "words"), [(1, "The planned day passed 1 day ago"), (3, "The planned day passed 3 days ago")]
)
def test_a_plan_whose_day_has_passed_is_said_in_days_ago(days, words):
    html = render('{% include "ui/due_cell.html" %}', clock=clock("running", due=9, plan_passed_days=days))

    assert words in html


@pytest.mark.parametrize(
    ("given", "filled", "over"),
    [
        (clock("running"), "56.0", None),  # 21 of 30 days
        (clock("running", due_on=None), "0", None),
        (clock("not_started"), "0", None),
        (clock("due_soon", due=0), "80.0", None),
        (clock("over", starts_on=date(2026, 10, 18), due_on=date(2026, 11, 17)), "80.0", "16.0"),  # 6 of 30
        (clock("over", starts_on=date(2026, 5, 22), due_on=date(2026, 11, 22)), "80.0", "1.5"),
        (clock("over", starts_on=date(2026, 1, 1), due_on=date(2026, 1, 15)), "80.0", "20.0"),
        (clock("met_in_time", met=-9), "32.0", None),  # day 12 of 30
    ],
)
@pytest.mark.parametrize("language", ["en", "da"])
def test_the_deadline_stands_at_80_per_cent_of_every_bar(given, filled, over, language):
    with translation.override(language):
        html = render("{% goal_bar clock 6 %}", clock=given)

    assert ('x1="80%" x2="80%"' in html) == (given.due_on is not None)  # an unknown date is drawn nowhere
    assert f'class="bar__fill" width="{filled}%"' in html
    assert (f'class="bar__over" x="80%" width="{over}%"' in html) == (over is not None)
    assert "style=" not in html


@pytest.mark.parametrize(
    ("day", "words", "danish"),
    [
        (date(2026, 11, 28), "Sat 28 Nov", "lør 28. nov"),
        (date(2027, 1, 1), "Fri 1 Jan 2027", "fre 1. jan 2027"),
        (None, "", ""),
        # Late in the evening in UTC it is the next day in Copenhagen.
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), "Wed 1 Jul", "ons 1. jul"),
    ],
)
def test_a_day_names_its_weekday_and_its_year_only_when_it_is_another(day, words, danish):
    assert render("{{ day|weekday:today }}", day=day) == words
    with translation.override("da"):
        assert render("{{ day|weekday:today }}", day=day) == danish


def test_a_moment_has_its_time_and_a_day_gets_none_invented():
    assert (
        render("{{ at|moment:today }}", at=datetime(2026, 11, 22, 13, 20, tzinfo=UTC))
        == "Sun 22 Nov at 14.20"
    )
    assert render("{{ at|moment:today }}", at=date(2026, 11, 22)) == "Sun 22 Nov"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (-1, "yesterday"), (-3, "3 days ago"), (1, "tomorrow"), (2, "in 2 days")],
)
def test_how_long_ago_is_counted_in_days(days, words):
    assert render("{{ day|ago:today }}", day=TODAY + timedelta(days=days)) == words


@pytest.mark.parametrize(
    ("days", "words"), [(5, "5 days left"), (1, "1 day left"), (0, "Last day today"), (-2, "2 days over")]
)
def test_the_last_day_is_not_over(days, words):
    assert render("{{ day|days_left:today }}", day=TODAY + timedelta(days=days)) == words


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_stacked_bar_keeps_everybody_and_never_writes_a_comma(language):
    with translation.override(language):
        html = render("{% stack_bar 86 33 1 11 %}")

    widths = [float(part.split('%"')[0]) for part in html.split(' width="')[2:]]
    assert sum(widths) == pytest.approx(100, abs=0.1)
    assert html.count("part__number") == 2 * 3  # the one person who waits has no room for a number
    assert html.partition('<span class="sr-only">')[2].startswith("86 ")


def test_a_bar_of_nobody_is_empty_and_does_not_divide_by_nothing():
    assert "<rect" not in render("{% stack_bar 0 0 0 0 %}")


def test_a_share_is_drawn_with_its_margin():
    html = render("{% ci_bar 0.63 0.79 0.72 %}{{ share|percent }}", share=0.7167)

    assert 'class="ci__range" x="63.0%" width="16.0%"' in html
    assert html.endswith("72")


def test_a_shape_alone_has_a_label():
    assert 'role="img" aria-label="Print"' in render('{% icon "print" "Print" %}')
