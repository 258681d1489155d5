"""The figures of the scoreboard as a spreadsheet: what leaves the house, and that it is logged."""

import csv
from datetime import date
from io import StringIO

import pytest

from accounts.models import AccessKind, AccessLog
from goals.models import GoalVersion
from tests.goals.board import BOARD
from tests.goals.many import many_cases

pytestmark = pytest.mark.django_db


def row_of(rows, goal):
    """The row of a goal that only one standard asks."""
    [row] = [row for row in rows if row["Goal"] == goal]
    return row


def test_the_spreadsheet_holds_the_figures_and_no_person(signed_in, manager, unit, caseworker):
    cases = many_cases(12, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 9, 1))
    many_cases(7, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))

    response = signed_in(manager).get(f"{BOARD}figures.csv?arrived=2026")

    assert response["Content-Disposition"] == 'attachment; filename="goals-2026-11-23.csv"'
    text = response.content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    shown = [(row["Goal"], row["Whose promise"]) for row in rows]
    assert len(set(shown)) == len(shown) == GoalVersion.objects.values("goal", "standard").distinct().count()
    of_work = [row for row in shown if row[0].startswith("Internship")]
    assert of_work == [
        ("Internship offered", "Law"),
        ("Internship offered", "City goal"),
        ("Internship started", "City goal"),
    ]
    assert ("Next step decided", "Law (our reading, to be confirmed)") in shown
    started = row_of(rows, "Internship started")
    assert (started["Still waiting, over the deadline"], started["Still inside the deadline"]) == ("12", "7")
    assert (started["Decided"], started["In time, of decided, %"]) == ("12", "0")
    assert started["People"] == "People taken over from Thu 1 Jan 2026 to Thu 31 Dec 2026."
    assert started["As of"] == "2026-11-23"
    assert not any(case.number in text or case.person.given_name in text for case in cases)


def test_the_spreadsheet_withholds_small_groups_and_what_would_tell_them(
    signed_in, manager, unit, caseworker
):
    many_cases(12, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 9, 1))
    many_cases(2, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))

    text = signed_in(manager).get(f"{BOARD}figures.csv").content.decode("utf-8-sig")

    started = row_of(csv.DictReader(StringIO(text), delimiter=";"), "Internship started")
    assert started["Still inside the deadline"] == "withheld"
    assert started["Still waiting, over the deadline"] == "withheld"
    assert started["Decided"] == started["In time, of decided, %"] == "withheld"
    assert started["In time"] == "0"


def test_taking_the_figures_out_is_logged(signed_in, manager):
    signed_in(manager).get(f"{BOARD}figures.csv?arrived=always")

    line = AccessLog.objects.get()
    assert (line.kind, line.user, line.criterion) == (AccessKind.EXPORTED, manager, "arrived=always")
