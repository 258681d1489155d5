"""What became of people: one state a day, what lasted six months, and every number the length of its list."""

from datetime import date, timedelta
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest
from dateutil.relativedelta import relativedelta
from pytest_django.asserts import assertContains

from accounts.models import AccessLog
from accounts.scope import user_scope
from internships.outcomes import (
    COUNTED,
    LASTING,
    MARKS,
    SELECTIONS,
    Column,
    LeftOut,
    Outcome,
    Whom,
    at,
    outcomes,
)
from internships.views.outcomes import cells
from refugees.models import Case, Occupation
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.people import arranging

pytestmark = pytest.mark.django_db

TAKEOVER = date(2025, 11, 3)
MARK = date(2026, 11, 3)


def case_of(unit, takeover=TAKEOVER, **facts):
    return CaseFactory(
        unit=unit,
        taken_over_on=takeover,
        opened_on=takeover,
        contract_on=None,
        danish_on=None,
        health_offered_on=None,
        **facts,
    )


def did(case, kind, first, last=None, gives_su=""):
    return Occupation.objects.create(
        case=case,
        kind=kind,
        place="Invented",
        started_on=first,
        last_on=last,
        ending="completed" if last else "",
        gives_su=gives_su,
        su_known_on=first if gives_su else None,
    )


def sort_of(case, mark=12, day=TODAY):
    cases = Case.objects.with_takeover().filter(takeover_on__isnull=False)
    return at(cases, mark, day).get(pk=case.pk)


@pytest.mark.parametrize(
    ("kinds", "counts"),
    [
        ([], "none"),
        (["community-work"], "community-work"),
        (["internship", "community-work"], "internship"),
        (["wage-subsidy", "education"], "education"),
        (["education", "igu"], "igu"),
        (["internship", "igu", "job"], "job"),
    ],
)
def test_of_several_at_once_the_first_of_the_order_counts(unit, kinds, counts):
    case = case_of(unit)
    for kind in kinds:
        did(case, kind, TAKEOVER)

    assert sort_of(case).sort == counts


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        (MARK, None, "job"),
        (MARK + timedelta(days=1), None, "none"),
        (TAKEOVER, MARK, "job"),
        (TAKEOVER, MARK - timedelta(days=1), "none"),
    ],
)
def test_the_day_of_the_mark_decides(unit, first, last, counts):
    case = case_of(unit)
    did(case, "job", first, last)

    assert sort_of(case).sort == counts


def test_what_was_taken_back_was_never_done(unit):
    case = case_of(unit)
    did(case, "job", TAKEOVER).take_back(reason="Mistake", on=TODAY, by=None)

    assert (sort_of(case).sort, sort_of(case).is_lasting) == ("none", False)


@pytest.mark.parametrize(
    ("runs", "lasts"),
    [
        # Six months to the day, ended or not.
        ([("job", date(2026, 1, 1), date(2026, 6, 30))], True),
        ([("job", date(2026, 1, 1), date(2026, 6, 29))], False),
        ([("job", date(2026, 5, 4), None)], True),
        ([("job", date(2026, 5, 5), None)], False),
        # One job after the other without a day between is one run; with a day between it is two.
        ([("job", date(2026, 1, 1), date(2026, 3, 31)), ("job", date(2026, 4, 1), date(2026, 6, 30))], True),
        ([("job", date(2026, 1, 1), date(2026, 3, 30)), ("job", date(2026, 4, 1), date(2026, 7, 30))], False),
        # A job and an education are not added up, and neither counts what is not asked for.
        (
            [
                ("job", date(2026, 1, 1), date(2026, 3, 31)),
                ("education", date(2026, 4, 1), date(2026, 7, 1), "yes"),
            ],
            False,
        ),
        ([("education", date(2026, 1, 1), date(2026, 7, 1), "yes")], True),
        ([("education", date(2026, 1, 1), date(2026, 7, 1), "no")], False),
        ([("education", date(2026, 1, 1), date(2026, 7, 1))], False),
        ([("igu", date(2026, 1, 1), None)], False),
        ([("internship", date(2026, 1, 1), None)], False),
    ],
)
def test_what_lasted_six_months_by_the_mark(unit, runs, lasts):
    case = case_of(unit)
    for run in runs:
        did(case, *run)

    assert sort_of(case).is_lasting == lasts


def test_who_is_not_counted_and_why(unit):
    early = case_of(unit, date(2026, 1, 5))
    child = case_of(unit, person=PersonFactory(unit=unit, born_on=date(2007, 11, 4)))
    grown = case_of(unit, person=PersonFactory(unit=unit, born_on=date(2007, 11, 3)))
    left, stayed = case_of(unit), case_of(unit)
    left.close(on=MARK - timedelta(days=1), reason="moved", by=None)
    stayed.close(on=MARK, reason="moved", by=None)

    found = [sort_of(each).sort for each in (early, child, grown, left, stayed)]

    assert found == ["too-early", "child", "none", "left", "none"]


def test_a_mark_at_the_end_of_a_month_is_its_last_day(unit):
    case = case_of(unit, date(2025, 8, 31))

    assert sort_of(case, mark=6).mark_on == date(2026, 2, 28)


@pytest.fixture
def city(unit, other_unit):
    """Two units full of invented lives."""
    chance = Random(7)
    with arranging():
        for number in range(40):
            takeover = date(2022, 9, 1) + timedelta(days=chance.randrange(1500))
            ground = chance.choice(["convention", "ukraine"])
            born = date(chance.choice([1985, 1990, 2012]), 5, 5)
            home = other_unit if number % 4 == 0 else unit
            case = case_of(
                home, takeover, permit_ground=ground, person=PersonFactory(unit=home, born_on=born)
            )
            for _each in range(chance.randrange(3)):
                first = takeover + timedelta(days=chance.randrange(800))
                if first < TODAY:
                    last = min(first + timedelta(days=chance.randrange(400)), TODAY)
                    did(case, chance.choice(Outcome.values[:-1]), first, chance.choice([None, last]))
            if chance.random() < 0.2:
                case.close(
                    on=max(takeover, min(TODAY, takeover + timedelta(days=500))), reason="moved", by=None
                )


FILTERS = [
    {},
    {"arrived": "2024"},
    {"ground": "ukraine"},
    {"since": "2023-03-01", "until": "2025-03-01"},
    {"as_of": "2026-01-31"},
    {"arrived": "recent", "as_of": "2026-06-01", "ground": "convention"},
]


@pytest.mark.parametrize("asked", FILTERS)
def test_every_number_is_the_length_of_its_list(city, signed_in, manager, asked):
    browser = signed_in(manager)
    context = browser.get("/outcomes/", asked).context

    for line in (context["counted"], *context["lines"], *context["left_out"]):
        for cell in line["cells"]:
            page = browser.get(cell["url"])
            assert page.status_code == 200
            assert len(page.context["rows"]) == cell["number"], cell["url"]
            assert parse_qs(urlsplit(cell["url"]).query)["after"]


def test_the_groups_add_up_to_everybody_at_each_mark(city, manager):
    with user_scope(manager):
        cases = Whom().of(manager)
        everybody = cases.count()
        for column in outcomes(cases, TODAY):
            counted = sum(column.number(name) for name in Outcome.values)
            assert counted == column.people
            assert counted + sum(column.number(name) for name in LeftOut.values) == everybody


def test_the_count_by_sql_is_the_count_by_hand(city, manager):
    with user_scope(manager):
        for mark in MARKS[1:]:
            for case in at(Whom().of(manager), mark, TODAY):
                mark_on = case.takeover_on + relativedelta(months=mark)
                held = [each for each in case.occupations.standing() if each.started_on <= mark_on]
                held = [each.kind for each in held if each.last_on is None or each.last_on >= mark_on]
                first = next((kind for kind in Outcome.values if kind in held), "none")
                assert case.mark_on == mark_on
                assert case.sort in {first, *LeftOut.values}
                assert (case.sort == "too-early") == (mark_on > TODAY)


def test_a_caseworker_counts_the_own_unit_and_the_numbers_take_the_same_queries(
    city, unit, caseworker, django_assert_num_queries
):
    with user_scope(caseworker):
        assert {case.unit_id for case in at(Whom().of(caseworker), 6, TODAY)} == {unit.pk}
        with django_assert_num_queries(len(MARKS)):
            outcomes(Whom().of(caseworker), TODAY)


@pytest.mark.parametrize("query", ["?what=job", "?after=7m&what=job", "?after=6m&what=holiday"])
def test_an_address_that_names_no_number_is_no_page(signed_in, manager, query):
    assert signed_in(manager).get(f"/outcomes/people/{query}").status_code == 404


def test_a_wrong_filter_is_said_and_shows_no_figure(signed_in, manager):
    page = signed_in(manager).get("/outcomes/", {"since": "2025-03-01", "until": "2025-01-01"})

    assertContains(page, "The last day lies before the first.", status_code=422)
    assert "lines" not in page.context


def test_the_spreadsheet_withholds_small_groups_and_is_logged(city, signed_in, manager, settings):
    sheet = signed_in(manager).get("/outcomes/outcomes.csv", {"ground": "ukraine"})

    rows = sheet.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + len(MARKS)
    numbers = [int(cell) for row in rows[1:] for cell in row.split(";")[1:-2] if cell.isdecimal()]
    assert not [number for number in numbers if 0 < number < settings.SMALL_GROUP_LIMIT]
    assert "withheld" in sheet.content.decode("utf-8-sig")
    assert AccessLog.objects.filter(page="outcomes:csv", user=manager).count() == 1


def test_what_lasted_is_withheld_where_its_rest_is_small():
    column = Column(6, {COUNTED: 12, "job": 12, LASTING: 9})

    found = dict(zip(SELECTIONS, cells(column), strict=True))

    assert (found[LASTING], found[COUNTED], found["job"]) == ("withheld", "12", "12")
