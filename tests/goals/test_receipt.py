"""How a date was counted, in words: every part of the reckoning has its line, and no more is told than may be."""

from datetime import UTC, date, datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import override

from accounts.models import User
from goals.models import Clock, Extension, GoalVersion, Pause
from goals.receipt import receipt
from goals.registry import Evidence

TAKEOVER = Evidence(
    what="Takeover of responsibility",
    on=date(2026, 11, 2),
    source="The City",
    by="Lise Invented",
    recorded_at=datetime(2026, 11, 3, 8, 30, tzinfo=UTC),
)


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def version(**changes):
    facts = {
        "goal": "internship-started",
        "standard": "city",
        "amount": 1,
        "unit": "months",
        "valid": DateRange(date(2016, 1, 1), None),
        "source": "the booklet",
    }
    return GoalVersion(**facts | changes)


def clock(starts_on=date(2026, 11, 2), due_on=date(2026, 12, 2), *, of=None, **facts):
    facts = {"base_due_on": due_on, "paused": []} | facts
    return Clock(
        goal="internship-started",
        standard=(of or version()).standard,
        version=of or version(),
        starts_on=starts_on,
        due_on=due_on,
        **facts,
    )


def lines(shown):
    return "\n".join(shown.lines)


def test_the_start_says_what_when_by_whom_and_when_it_was_entered():
    shown = receipt(clock(), [TAKEOVER])

    assert shown.lines[0] == (
        "Takeover of responsibility: Mon 2 Nov 2026. Source: The City."
        " Entered by Lise Invented on Tue 3 Nov 2026, 09.30."
    )


def test_whose_promise_it_is_how_long_and_after_which_source():
    shown = receipt(clock(), [TAKEOVER])

    assert "City goal: A company internship, wage-subsidy job, ordinary job or IGU is started" in lines(shown)
    assert "Time allowed: 1 calendar month, for what starts from Fri 1 Jan 2016 on." in lines(shown)
    assert "Source: the booklet." in lines(shown)


def test_a_version_that_has_ended_says_until_when_and_the_aim_within_it():
    old = version(
        standard="law", valid=DateRange(date(2016, 1, 1), date(2025, 1, 1)), aim="2 weeks", source="K16"
    )

    shown = receipt(clock(of=old), [TAKEOVER])

    assert "from Fri 1 Jan 2016 to Tue 31 Dec 2024. Source: K16. Aim: 2 weeks." in lines(shown)


def test_months_are_calendar_months_and_the_result_is_the_last_line():
    shown = receipt(clock(), [TAKEOVER])

    assert "Counted in calendar months; the last day counts; the day after is over." in shown.lines
    assert shown.result == "Last day in time: Wed 2 Dec 2026."
    assert shown.text.endswith(shown.result)


def test_a_month_without_that_day_says_so():
    shown = receipt(clock(starts_on=date(2026, 1, 31), due_on=date(2026, 2, 28)), [TAKEOVER])

    assert "That month has no day 31, so its last day counts: Sat 28 Feb 2026." in shown.lines


@pytest.mark.parametrize(("amount", "unit", "words"), [(2, "weeks", "2 weeks"), (14, "days", "14 days")])
def test_weeks_and_days_are_counted_from_the_day_after(amount, unit, words):
    shown = receipt(clock(of=version(amount=amount, unit=unit)), [TAKEOVER])

    assert f"Time allowed: {words}," in lines(shown)
    assert "Counted from the day after the start" in lines(shown)
    assert "calendar months;" not in lines(shown)


def test_a_promise_before_an_event_names_the_event_and_needs_no_date():
    before = version(amount=None, unit="")

    known = receipt(clock(of=before, before_on=date(2026, 12, 3)), [TAKEOVER])
    unknown = receipt(clock(of=before, due_on=None), [TAKEOVER])

    assert "That event: Thu 3 Dec 2026." in known.lines
    assert unknown.result == "No last day can be named yet."


ILLNESS = Pause(ground="illness", during=DateRange(date(2026, 11, 9), date(2026, 11, 13)))


def paused_clock(**changes):
    facts = {
        "due_on": date(2026, 12, 6),
        "base_due_on": date(2026, 12, 2),
        "paused": [ILLNESS.during],
    }
    return clock(**facts | changes)


def test_a_pause_shows_its_days_but_not_its_ground():
    shown = receipt(paused_clock(), [TAKEOVER], [ILLNESS])

    line = "Paused 4 days, Mon 9 Nov 2026 to Thu 12 Nov 2026: the deadline moves by as many."
    assert line in shown.lines
    assert "Without pauses and extensions the last day would be Wed 2 Dec 2026." in shown.lines
    assert "Illness" not in shown.text


def test_the_ground_of_a_pause_is_told_to_those_allowed():
    told = Pause(ground="illness", during=ILLNESS.during, reason="Told late.")
    told.tells_ground = True

    shown = receipt(paused_clock(), [TAKEOVER], [told])

    assert "the deadline moves by as many. Ground: Illness. Reason: Told late." in shown.text


def extension(**changes):
    facts = {
        "days": 7,
        "reason": "The bakery opens in week 50.",
        "requested_by": User(name="Lise Invented"),
        "requested_on": date(2026, 11, 20),
        "decided_by": User(name="Mette Invented"),
        "decided_on": date(2026, 11, 23),
        "decision": "granted",
    }
    return Extension(**facts | changes)


def test_an_extension_shows_its_days_who_granted_it_and_why():
    allowing = version(max_extension_days=14)

    shown = receipt(
        clock(of=allowing, due_on=date(2026, 12, 9), base_due_on=date(2026, 12, 2)),
        [TAKEOVER],
        extensions=[extension()],
    )

    assert (
        "Extended by 7 days, granted by Mette Invented on Mon 23 Nov 2026."
        " Asked for by Lise Invented: The bakery opens in week 50."
    ) in shown.lines
    assert "Without pauses and extensions the last day would be Wed 2 Dec 2026." in shown.lines


def test_an_extension_that_nobody_decided_on_is_told_and_not_counted():
    shown = receipt(
        clock(of=version(max_extension_days=14)),
        [TAKEOVER],
        extensions=[extension(decision=""), extension(decision="denied"), extension(decision="withdrawn")],
    )

    line = (
        "Lise Invented asked for 7 days more on Fri 20 Nov 2026."
        " Nobody has decided yet, so they are not counted."
    )
    assert line in shown.lines
    assert "Extended" not in shown.text


def test_an_extension_beyond_what_the_rules_now_allow_says_so():
    shown = receipt(clock(of=version(max_extension_days=5)), [TAKEOVER], extensions=[extension()])

    assert "The rules that count here allow an extension of 5 days, so no more is counted." in shown.lines


def test_an_open_pause_leaves_the_last_day_unknown():
    since = DateRange(date(2026, 11, 9), None)

    shown = receipt(
        paused_clock(due_on=None, paused=[since]), [TAKEOVER], [Pause(ground="away", during=since)]
    )

    assert "Paused since Mon 9 Nov 2026. The deadline is not known until the pause ends." in shown.lines
    assert shown.result == "No last day can be named yet."


def test_a_deadline_that_no_pause_moves_says_so():
    shown = receipt(clock(), [TAKEOVER], [ILLNESS])

    assert "Other pauses of the case do not move this deadline." in shown.lines


def test_a_deadline_on_a_day_off_tells_the_next_weekday_without_counting_by_it():
    # 2 April 2026 is Maundy Thursday; the days until Easter Monday are off as well.
    easter = clock(starts_on=date(2026, 3, 2), due_on=date(2026, 4, 2))

    assert receipt(easter, [TAKEOVER]).result == "Last day in time: Thu 2 Apr 2026."
    assert "the next weekday is Tue 7 Apr 2026. It does not move the deadline." in receipt(easter, []).beside
    assert receipt(easter, [TAKEOVER], show_rolled=False).beside == ""
    assert receipt(clock(), [TAKEOVER]).beside == ""


def test_what_became_of_it_is_told():
    kept = receipt(clock(met_on=date(2026, 11, 20)), [TAKEOVER])
    fell = receipt(clock(void_on=date(2026, 11, 20), void_reason="closed"), [TAKEOVER])

    assert "Kept on Fri 20 Nov 2026." in kept.lines
    assert "Fell away on Fri 20 Nov 2026: The case was closed." in fell.lines


@pytest.mark.django_db
def test_a_corrected_takeover_shows_both_dates_and_the_reason(case, caseworker):
    takeover = case.key_dates.current().get(event="E2")
    takeover.correct(on=date(2026, 11, 3), reason="The letter says the third.", by=caseworker)
    stored = case.clocks.select_related("version").get(goal="internship-started", standard="city")

    shown = receipt(stored, stored.declared.evidence(case.pk, stored.occurrence))

    assert "Mon 2 Nov 2026" in shown.lines[0]
    assert "was believed until it was replaced" in shown.lines[0]
    assert "Tue 3 Nov 2026" in shown.lines[1]
    assert "Note: The letter says the third." in shown.lines[1]
    assert shown.result == "Last day in time: Thu 3 Dec 2026."
