"""The deadline as a pure function: month ends, leap years, pauses. Vectors from domain facts 1.3."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from goals.reckoning import (
    Counted,
    Facts,
    Fell,
    Period,
    Span,
    Terms,
    Traits,
    Unit,
    by_goal,
    covering,
    reckon,
)

ONE_DAY = timedelta(days=1)
START = date(2018, 7, 2)


def terms(amount=1, unit=Unit.MONTHS, **changes):
    span = Span(amount, unit) if amount else None
    known = {
        "version_id": 1,
        "goal": "g",
        "standard": "city",
        "warning_days": 7,
        "valid_from": date(2000, 1, 1),
        "valid_until": None,
    }
    return Terms(span=span, **known | changes)


def facts(starts_on=START, **changes):
    return Facts(case_id=1, goal="g", occurrence="takeover", starts_on=starts_on, **changes)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        (START, 2, Unit.WEEKS, date(2018, 7, 16)),
        (START, 1, Unit.MONTHS, date(2018, 8, 2)),
        (START, 3, Unit.MONTHS, date(2018, 10, 2)),
        (START, 6, Unit.MONTHS, date(2019, 1, 2)),
        (START, 12, Unit.MONTHS, date(2019, 7, 2)),
        (START, 60, Unit.MONTHS, date(2023, 7, 2)),
        (date(2026, 1, 31), 1, Unit.MONTHS, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, Unit.MONTHS, date(2028, 2, 29)),
        (date(2026, 3, 2), 1, Unit.MONTHS, date(2026, 4, 2)),
        (date(2027, 8, 31), 6, Unit.MONTHS, date(2028, 2, 29)),
        # Of the two readings of a month that starts on its last day, the earlier one.
        (date(2026, 4, 30), 1, Unit.MONTHS, date(2026, 5, 30)),
        (date(2026, 11, 2), 14, Unit.DAYS, date(2026, 11, 16)),
    ],
)
def test_a_span_ends_on_the_same_numbered_day_or_the_last_of_the_month(start, amount, unit, due):
    assert reckon(facts(start), terms(amount, unit)).due_on == due


def test_a_promise_before_an_event_is_due_the_day_before_it():
    assert reckon(facts(before_on=date(2018, 8, 1)), terms(None)).due_on == date(2018, 7, 31)


def test_a_promise_before_an_event_that_nobody_knows_yet_has_no_date():
    result = reckon(facts(), terms(None))

    assert (result.base_due_on, result.due_on, result.warn_on) == (None, None, None)


def test_what_may_be_kept_past_an_event_is_due_so_long_after_it():
    allowing = terms(14, Unit.DAYS, counted=Counted.PAST)

    assert reckon(facts(before_on=date(2018, 8, 1)), allowing).due_on == date(2018, 8, 15)
    assert reckon(facts(), allowing).due_on is None
    assert reckon(facts(before_on=date(2018, 6, 1)), allowing).due_on == START


def test_a_pause_pushes_the_due_date_by_its_days():
    # Five days, 10 to 14 July, in a month that ends on 2 August.
    pause = Period(date(2018, 7, 10), date(2018, 7, 15))

    result = reckon(facts(), terms(), [pause])

    assert result.base_due_on == date(2018, 8, 2)
    assert result.due_on == date(2018, 8, 7)
    assert result.warn_on == date(2018, 7, 31)


def test_a_pause_that_begins_on_the_last_day_counts_and_one_that_begins_later_does_not():
    last_day = Period(date(2018, 8, 2), date(2018, 8, 4))
    later = Period(date(2018, 8, 3), date(2018, 8, 5))

    assert reckon(facts(), terms(), [last_day]).due_on == date(2018, 8, 4)
    assert reckon(facts(), terms(), [later]).due_on == date(2018, 8, 2)


def test_a_second_pause_counts_if_the_first_pushed_the_due_date_up_to_it():
    first = Period(date(2018, 7, 10), date(2018, 7, 15))
    second = Period(date(2018, 8, 6), date(2018, 8, 8))

    assert reckon(facts(), terms(), [first, second]).due_on == date(2018, 8, 9)


def test_an_open_pause_leaves_the_due_date_unknown():
    result = reckon(facts(), terms(), [Period(date(2018, 7, 10))])

    assert result.due_on is None
    assert result.paused == (Period(date(2018, 7, 10)),)


def test_the_start_day_is_not_counted_so_a_pause_on_it_pushes_nothing():
    assert reckon(facts(), terms(), [Period(START, START + ONE_DAY)]).due_on == date(2018, 8, 2)


def test_what_was_kept_before_it_fell_away_stays_kept():
    result = reckon(
        facts(met_on=date(2018, 7, 20), void_on=date(2018, 7, 25), void_reason=Fell.CLOSED), terms()
    )

    assert (result.met_on, result.void_on, result.void_reason) == (date(2018, 7, 20), None, None)


@pytest.mark.parametrize(
    ("met_on", "kept"), [(date(2018, 7, 25), True), (date(2018, 7, 26), False), (date(2018, 8, 20), False)]
)
def test_what_had_fallen_away_is_kept_by_nothing_that_comes_later(met_on, kept):
    result = reckon(facts(met_on=met_on, void_on=date(2018, 7, 25), void_reason=Fell.NOT_READY), terms())

    fell_away = (None, date(2018, 7, 25), Fell.NOT_READY)
    assert (result.met_on, result.void_on, result.void_reason) == (
        (met_on, None, None) if kept else fell_away
    )


def test_what_comes_after_self_support_began_keeps_no_promise_to_benefit_recipients():
    benefits = [Period(date(2018, 7, 20), None, "self-supporting")]
    late = facts(met_on=date(2018, 7, 21))

    result = reckon(late, terms(benefit_only=True), benefits=benefits)

    assert (result.met_on, result.void_on) == (None, date(2018, 7, 20))
    assert reckon(late, terms(), benefits=benefits).met_on == date(2018, 7, 21)


def test_a_promise_to_benefit_recipients_falls_away_with_the_first_day_of_self_support():
    benefits = [
        Period(START, date(2018, 7, 20), "benefit"),
        Period(date(2018, 7, 20), None, "self-supporting"),
    ]

    result = reckon(facts(), terms(benefit_only=True), benefits=benefits)

    assert (result.void_on, result.void_reason) == (date(2018, 7, 20), Fell.SELF_SUPPORTING)


def test_a_promise_to_everybody_does_not_look_at_benefits():
    result = reckon(facts(), terms(), benefits=[Period(START, None, "self-supporting")])

    assert result.void_on is None


def test_an_earlier_reason_to_fall_away_comes_first():
    benefits = [Period(date(2018, 7, 20), None, "self-supporting")]
    closed = facts(void_on=date(2018, 7, 10), void_reason=Fell.CLOSED)

    assert reckon(closed, terms(benefit_only=True), benefits=benefits).void_reason == Fell.CLOSED


@pytest.mark.parametrize(
    ("changes", "covered"),
    [
        ({}, True),
        ({"rule_sets": frozenset({"RS-2016"})}, True),
        ({"rule_sets": frozenset({"RS-2026"})}, False),
        ({"permit_grounds": frozenset({"quota"})}, False),
        ({"valid_from": date(2018, 7, 3)}, False),
        ({"valid_until": START}, False),
        ({"valid_until": date(2018, 7, 3)}, True),
        ({"goal": "another"}, False),
    ],
)
def test_a_version_covers_whom_it_says_and_clocks_that_start_while_it_is_in_force(changes, covered):
    about = Traits(1, 1, "convention", "RS-2016", START, date(1990, 1, 1))

    versions = covering(by_goal([terms(**changes)]), about).get(facts().goal, ())
    assert any(version.is_for(facts().starts_on) for version in versions) is covered


def test_the_programme_is_owed_to_those_eighteen_at_takeover():
    day_too_young = Traits(1, 1, "convention", "RS-2016", START, START - relativedelta(years=18) + ONE_DAY)
    just_adult = Traits(1, 1, "convention", "RS-2016", START, START - relativedelta(years=18))

    assert not terms().covers(day_too_young)
    assert terms().covers(just_adult)
    assert terms(adults_only=False).covers(day_too_young)


# --- what holds for every date ------------------------------------------------------------------------------

days = st.dates(min_value=date(2016, 1, 1), max_value=date(2040, 12, 31))
spans = st.builds(Span, st.integers(1, 60), st.sampled_from(Unit))


@st.composite
def pause_lists(draw, start=date(2015, 1, 1)):
    """Disjoint closed pauses in order."""
    pauses, day = [], draw(st.dates(min_value=start, max_value=date(2030, 1, 1)))
    for _ in range(draw(st.integers(0, 5))):
        begin = day + timedelta(days=draw(st.integers(0, 60)))
        end = begin + timedelta(days=draw(st.integers(1, 90)))
        pauses.append(Period(begin, end))
        day = end
    return pauses


@given(days, spans, pause_lists())
def test_pauses_never_shorten_and_push_by_exactly_their_days(start, span, pauses):
    result = reckon(facts(start), terms(span.amount, span.unit), pauses)

    assert result.due_on >= result.base_due_on
    lost = sum((p.end - p.start).days for p in result.paused)
    assert result.due_on - result.base_due_on == timedelta(days=lost)


@given(days, st.integers(1, 400), pause_lists())
def test_the_person_keeps_as_many_unpaused_days_as_were_promised(start, amount, pauses):
    # Counted independently: walk the days; one that is paused uses up nothing.
    result = reckon(facts(start), terms(amount, Unit.DAYS), pauses)
    walked = (start + timedelta(days=n) for n in range(1, (result.due_on - start).days + 1))

    unpaused = sum(not any(pause.holds(day) for pause in pauses) for day in walked)

    assert unpaused == amount


@given(days, st.integers(-400, 400), st.integers(1, 60), pause_lists())
def test_past_an_event_one_more_day_is_allowed_for_each_that_is_promised(start, to_event, amount, pauses):
    # Counted independently: from the event on, walk the days that are left; one that is paused uses up nothing.
    event = start + timedelta(days=to_event)
    pauses = [pause for pause in pauses if pause.end <= start or pause.start > event]
    last, left = max(event, start), (event + timedelta(days=amount) - max(event, start)).days
    while left > 0:
        last += ONE_DAY
        left -= not any(pause.holds(last) for pause in pauses)

    result = reckon(facts(start, before_on=event), terms(amount, Unit.DAYS, counted=Counted.PAST), pauses)

    assert result.due_on == last
    assert result.due_on > reckon(facts(start, before_on=event), terms(None)).due_on


@given(days, st.integers(1, 60))
def test_a_month_never_spills_into_the_next_one(start, months):
    due = Span(months, Unit.MONTHS).after(start)

    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == months
    assert due.day == start.day or (due + ONE_DAY).day == 1


@given(days, spans, st.integers(0, 30))
def test_a_warning_comes_before_the_deadline(start, span, warning):
    result = reckon(facts(start), terms(span.amount, span.unit, warning_days=warning))

    assert result.warn_on == result.due_on - timedelta(days=warning)


@given(days, spans, st.integers(0, 90), st.integers(0, 60))
def test_an_extension_adds_its_days_as_far_as_the_version_allows(start, span, extension, limit):
    allowing = terms(span.amount, span.unit, max_extension_days=limit)

    extended = reckon(facts(start), allowing, extension_days=extension)

    assert (extended.due_on - reckon(facts(start), allowing).due_on).days == min(extension, limit)
    assert extended.base_due_on == reckon(facts(start), allowing).base_due_on


def test_a_pause_after_the_time_but_within_the_extension_still_pushes():
    allowing = terms(max_extension_days=14)
    pause = Period(date(2018, 8, 5), date(2018, 8, 8))

    assert reckon(facts(), allowing, [pause], 14).due_on == date(2018, 8, 19)
    assert reckon(facts(), allowing, [pause]).due_on == date(2018, 8, 2)


@given(days, spans, pause_lists())
def test_later_starts_are_never_due_earlier(start, span, pauses):
    earlier = reckon(facts(start), terms(span.amount, span.unit))
    later = reckon(facts(start + ONE_DAY), terms(span.amount, span.unit))

    assert later.due_on >= earlier.due_on
