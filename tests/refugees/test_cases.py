"""The list of cases: whose, narrowed by what, in pages that cost the same however many cases there are."""

import json
from datetime import date

import pytest
from django.db import connection
from pytest_django.asserts import assertContains, assertNotContains

from accounts.permissions import Role
from accounts.scope import user_scope
from refugees import case_list
from refugees.case_list import Filters, newest, page_of_cases
from refugees.models import Case, CloseReason
from tests.factories import TODAY, CaseFactory, UserFactory

pytestmark = pytest.mark.django_db

LIST = "/cases/"


def shown(response):
    return [row.case.pk for row in response.context["page_of_cases"].rows]


def test_the_units_open_cases_are_listed_newest_first(signed_in, caseworker, unit, other_unit):
    cases = [CaseFactory(unit=unit) for _ in range(3)]
    CaseFactory(unit=other_unit)
    cases[0].close(on=TODAY, reason=CloseReason.MOVED, by=None)

    response = signed_in(caseworker).get(LIST)

    assert shown(response) == [cases[2].pk, cases[1].pk]
    assertContains(response, "2 cases, newest first")


def test_a_row_tells_the_deadline_the_takeover_and_the_caseworker(signed_in, caseworker, case):
    response = signed_in(caseworker).get(LIST)

    assertContains(response, case.person.name)
    assertContains(response, case.number)
    assertContains(response, "9 days left")
    assertContains(response, "Mon 2 Nov")
    assertContains(response, "Lise Invented")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"worked", "alone", "late"}),
        ("state=over", {"late"}),
        ("state=soon", {"worked"}),
        ("caseworker=caseworker", {"worked"}),
        ("caseworker=-", {"alone", "late"}),
        ("ground=quota", {"alone"}),
        ("arrived_from=01-10-2026", {"worked"}),
        ("arrived_to=30-09-2026", {"late"}),
        ("arrived_from=01-08-2026&arrived_to=31-08-2026", {"late"}),
        ("closed=closed", {"gone", "done"}),
        ("closed=all", {"worked", "alone", "late", "gone", "done"}),
        ("closed=closed&caseworker=-", {"gone"}),
        ("closed=closed&caseworker=caseworker", {"done"}),
        ("closed=all&caseworker=-", {"alone", "late", "gone"}),
        ("state=over&caseworker=-", {"late"}),
        ("state=nonsense&caseworker=nobody&arrived_from=soon", {"worked", "alone", "late"}),
    ],
)
def test_the_address_narrows_the_list(query, expected, signed_in, caseworker, unit):
    cases = {
        "worked": CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 10, 29)),
        "alone": CaseFactory(unit=unit, permit_ground="quota"),
        "late": CaseFactory(unit=unit, taken_over_on=date(2026, 8, 3)),
        "gone": CaseFactory(unit=unit),
        "done": CaseFactory(unit=unit, caseworker=caseworker),
    }
    for name in ("gone", "done"):
        cases[name].close(on=TODAY, reason=CloseReason.MOVED, by=None)

    found = shown(signed_in(caseworker).get(f"{LIST}?{query}"))

    assert {name for name, case in cases.items() if case.pk in found} == expected


def test_pages_follow_each_other_without_gap_or_overlap_and_back(signed_in, caseworker, unit, monkeypatch):
    monkeypatch.setattr(case_list, "PAGE", 3)
    cases = [CaseFactory(unit=unit).pk for _ in range(8)][::-1]
    client = signed_in(caseworker)

    first = client.get(LIST)
    second = client.get(first.context["next_url"])
    third = client.get(second.context["next_url"])

    assert [shown(page) for page in (first, second, third)] == [cases[:3], cases[3:6], cases[6:]]
    assert (first.context["previous_url"], third.context["next_url"]) == ("", "")
    back = client.get(third.context["previous_url"])
    assert shown(back) == cases[3:6]
    assert shown(client.get(back.context["previous_url"])) == cases[:3]


def test_the_filters_stay_from_page_to_page(signed_in, caseworker, unit, monkeypatch):
    monkeypatch.setattr(case_list, "PAGE", 1)
    for ground in ("quota", "ukraine", "quota"):
        CaseFactory(unit=unit, permit_ground=ground)

    first = signed_in(caseworker).get(f"{LIST}?ground=quota")

    assert "ground=quota" in first.context["next_url"]


def test_a_case_added_meanwhile_moves_no_page(signed_in, caseworker, unit, monkeypatch):
    monkeypatch.setattr(case_list, "PAGE", 2)
    cases = [CaseFactory(unit=unit).pk for _ in range(4)][::-1]
    client = signed_in(caseworker)
    first = client.get(LIST)

    CaseFactory(unit=unit)

    assert shown(client.get(first.context["next_url"])) == cases[2:]


def test_a_manager_sees_the_cases_of_all_units_managed_in_one_order(signed_in, unit, other_unit, monkeypatch):
    monkeypatch.setattr(case_list, "PAGE", 3)
    manager = UserFactory(role=Role.MANAGER, unit=None, manages=[unit, other_unit])
    cases = [CaseFactory(unit=which).pk for which in (unit, unit, other_unit, unit, other_unit)][::-1]
    client = signed_in(manager)

    first = client.get(LIST)
    second = client.get(first.context["next_url"])

    assert shown(first) + shown(second) == cases
    assertNotContains(first, "New case")


def test_more_cases_than_are_counted_are_said_so(signed_in, caseworker, unit, monkeypatch):
    monkeypatch.setattr(case_list, "MOST_COUNTED", 2)
    monkeypatch.setattr("refugees.views.cases.MOST_COUNTED", 2)
    for _ in range(4):
        CaseFactory(unit=unit)

    assertContains(signed_in(caseworker).get(LIST), "More than 2 cases, newest first")


def test_htmx_gets_the_list_alone(signed_in, caseworker, case):
    response = signed_in(caseworker).get(LIST, headers={"HX-Request": "true"})

    assertNotContains(response, "<html")
    assertContains(response, case.number)
    assert "HX-Request" in response.headers["Vary"]


def test_the_number_of_queries_is_the_same_for_three_cases_as_for_thirty(
    signed_in, caseworker, unit, django_assert_max_num_queries
):
    client = signed_in(caseworker)
    counts = []
    for more in (3, 27):
        for _ in range(more):
            CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
        client.get(LIST)
        with django_assert_max_num_queries(40) as captured:
            client.get(LIST)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_somebody_elses_case_is_no_place_in_the_list(signed_in, stranger, caseworker, case):
    client = signed_in(stranger)

    assert client.get(f"{LIST}?after={case.public_id}").status_code == 404
    assert client.get(f"{LIST}?after=1").status_code == 404
    assertNotContains(client.get(LIST), case.number)


@pytest.mark.parametrize("role", [Role.MENTOR, Role.ADMINISTRATOR, Role.HOUSING_OFFICER])
def test_who_looks_through_no_cases_is_refused(role, signed_in, unit):
    of = unit if role == Role.HOUSING_OFFICER else None
    assert signed_in(UserFactory(role=role, unit=of)).get(LIST).status_code == 403


def many_cases(unit, other_unit, number=10_000):
    """Many open and closed cases of both units, written in two statements."""
    case = CaseFactory(unit=unit)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO refugees_person (public_id, unit_id, given_name, family_name, search_name, search_sounds,
                born_on, sex, country, speaks, interpreter, phone, number_kind, immigration_id, is_protected, version)
            SELECT gen_random_uuid(), CASE WHEN n %% 10 = 0 THEN %(unit)s ELSE %(other)s END, 'Invented', n::text,
                'invented ' || n, '{}', '1990-01-01', '', '', '{}', '', '', 'none', '', false, 1
            FROM generate_series(1, %(number)s) n
            """,
            {"unit": unit.pk, "other": other_unit.pk, "number": number},
        )
        cursor.execute(
            """
            INSERT INTO refugees_case (public_id, number, person_id, unit_id, permit_ground, applied_in_denmark,
                opened_on, closed_on, close_reason)
            SELECT gen_random_uuid(), 'X-' || id, id, unit_id, 'convention', false, '2026-01-01',
                CASE WHEN id / 10 %% 10 < 8 THEN '2026-06-01'::date END,
                CASE WHEN id / 10 %% 10 < 8 THEN 'moved' ELSE '' END
            FROM refugees_person WHERE given_name = 'Invented' AND id <> %s
            """,
            [case.person_id],
        )
        # Asked is whether there is an index to go along: what the planner knows of rows that were written just now
        # hangs on when a server's own housekeeping passed by.
        for way in ("bitmapscan", "seqscan", "sort"):
            cursor.execute(f"SET LOCAL enable_{way} = off")


def plan(queryset):
    """The steps of a query's plan: their kind, their index, how many rows they read, those left out included."""
    steps = []

    def walk(node):
        steps.append(
            (node["Node Type"], node.get("Index Name", ""), node["Actual Rows"] * node["Actual Loops"])
        )
        for child in node.get("Plans", []):
            walk(child)

    explained = queryset.explain(format="json", analyze=True)
    walk(json.loads(explained)[0]["Plan"] if isinstance(explained, str) else explained[0]["Plan"])
    return steps


def test_a_page_goes_along_its_index_and_neither_sorts_nor_reads_all(caseworker, unit, other_unit):
    many_cases(unit, other_unit)

    assert_goes_along(caseworker, unit, Filters(), {"open_case_by_unit"}, deep=150)
    # Where a unit has many of the cases, going back along all of them is as good.
    assert_goes_along(
        caseworker, unit, Filters(closed="all"), {"case_by_unit", "refugees_case_pkey"}, deep=750
    )


def assert_goes_along(caseworker, unit, filters, indexes, *, deep):
    """The first page and one `deep` rows down are found along one of these indexes."""
    with user_scope(caseworker):
        cases = filters.apply(Case.objects.whole_for(caseworker), TODAY).filter(unit=unit)
        steps = plan(cases.order_by("-pk").values_list("pk", flat=True)[:51])
        before = cases.order_by("-pk")[deep]
        deep_steps = plan(cases.filter(pk__lt=before.pk).order_by("-pk").values_list("pk", flat=True)[:51])

    for found in (steps, deep_steps):
        kinds = {kind for kind, _, _ in found}
        assert indexes & {name for _, name, _ in found}
        assert not kinds & {"Sort", "Incremental Sort", "Seq Scan", "Aggregate"}
        assert max(rows for _, _, rows in found) < 500  # of 10,000


def test_the_page_asks_the_database_just_so(caseworker, unit):
    cases = [CaseFactory(unit=unit).pk for _ in range(3)][::-1]

    with user_scope(caseworker):
        assert newest(Case.objects.whole_for(caseworker), [unit.pk], most=2) == cases[:2]
        page = page_of_cases(caseworker, Filters(), TODAY)

    assert [row.case.pk for row in page.rows] == cases
    assert (page.has_newer, page.has_older, page.count) == (False, False, 3)
