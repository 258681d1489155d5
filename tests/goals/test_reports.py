"""A frozen report: the scoreboard as it was, its number and its list one, whatever is recorded later."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessLog
from accounts.scope import user_scope
from goals.figures import SELECTIONS, Population, promises, scoreboard, selected
from goals.freezing import freeze, frozen_figures, rows_of
from goals.models import Clock, Report, ReportLine, ReportRow, State
from internships.models import Placement
from refugees.models import OccupationKind
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.goals.drafting import data_manager
from tests.goals.many import many_cases
from tests.people import arranging

pytestmark = pytest.mark.django_db

EARLIER = date(2026, 11, 20)


@pytest.fixture
def city(unit, other_unit, manager, caseworker):
    """Two units that the manager answers for: some over, some inside, some before their takeover."""
    manager.managed_units.add(other_unit)
    with arranging(EARLIER):
        for day in (date(2026, 9, 1), date(2026, 11, 2), date(2026, 12, 1)):
            many_cases(2, unit=unit, caseworker=caseworker, taken_over_on=day)
            CaseFactory(unit=other_unit, taken_over_on=day)


@pytest.fixture
def frozen(city, manager):
    """Everybody, frozen today."""
    return freeze(title="For the committee", population=Population(), day=TODAY, known=None, by=manager)


def start(case, on, *, by=None):
    facts = {"consented_on": on, "late_reason": "Invented"}
    return Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.INTERNSHIP,
        on=on,
        today=TODAY,
        by=by,
        **facts,
    )


def numbers(figures):
    return {(each.goal.key, each.standard): dict(each.numbers) for each in figures}


@pytest.mark.parametrize("known", [None, EARLIER], ids=["now", "as known then"])
def test_a_report_is_the_scoreboard_and_each_number_its_list(city, manager, unit, known):
    population = Population(unit_id=unit.pk, arrived_until=date(2026, 11, 30))
    day = known or TODAY

    report = freeze(title="November", population=population, day=day, known=known, by=manager)

    shown = numbers(scoreboard(manager, population, day, known=known))
    kept = list(frozen_figures(report))
    assert numbers(kept) == shown
    assert any(people for line in shown.values() for people in line.values())
    assert report.units == [unit.pk]
    for figure in kept:
        asked = {"goal": figure.goal.key, "standard": figure.standard.value}
        for selection, (outcomes, _words) in SELECTIONS.items():
            listed = selected(promises(manager, population, day, known=known, **asked), selection)
            rows = selected(rows_of(report, **asked), selection)
            told = [(row.case_id, row.state, row.days, row.due_on) for row in rows.order_by("case")]
            assert told == [(c.case_id, c.state, c.days, c.due_on) for c in listed.order_by("case")]
            assert len(told) == figure.count(*outcomes)


def test_what_is_recorded_later_changes_nothing_of_a_report(frozen, city, manager):
    before = numbers(frozen_figures(frozen)), list(ReportRow.objects.order_by("pk").values())

    for clock in Clock.objects.filter(goal="internship-started").distinct("case").select_related("case"):
        start(clock.case, TODAY)

    assert (numbers(frozen_figures(frozen)), list(ReportRow.objects.order_by("pk").values())) == before
    assert numbers(scoreboard(manager, Population(), TODAY)) != before[0]


@pytest.mark.parametrize("model", [Report, ReportLine, ReportRow])
def test_nobody_edits_or_deletes_a_report(frozen, manager, model):
    table, column = model._meta.db_table, "title" if model is Report else "goal"
    for statement in (
        f'UPDATE "{table}" SET "{column}" = %s',
        f'DELETE FROM "{table}" WHERE "{column}" <> %s',
    ):
        with (
            user_scope(manager),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement, ["Other"])


def test_only_who_answers_for_every_unit_in_it_reads_a_report(frozen, manager, unit, other_unit, caseworker):
    alone = data_manager(unit)

    assert list(Report.objects.visible_to(manager)) == [frozen]
    assert not Report.objects.visible_to(alone).exists()
    assert not Report.objects.visible_to(caseworker).exists()
    for user in (alone, caseworker):
        with user_scope(user):
            assert not Report.objects.exists()
            assert not ReportLine.objects.exists()
            assert not ReportRow.objects.exists()
    with user_scope(manager):
        assert ReportRow.objects.filter(report=frozen).exists()


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"title": ""}, "report_has_a_title"),
        ({"units": []}, "report_is_of_some_unit"),
        ({"known_on": date(2026, 11, 1)}, "report_knows_of_its_day"),
        (
            {"arrived_from": TODAY, "arrived_until": date(2026, 1, 1)},
            "report_arrivals_are_in_order",
        ),
        ({"permit_ground": "rumour"}, "report_permit_ground_is_known"),
        ({"rule_set": "RS-0"}, "report_rule_set_is_known"),
    ],
)
def test_the_database_refuses_a_report(manager, unit, changes, constraint):
    facts = {"title": "A", "frozen_by": manager, "day": TODAY, "units": [unit.pk]}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Report.objects.create(**facts | changes)


def test_the_database_refuses_a_line_and_a_row_of_a_report(frozen):
    line, row = ReportLine.objects.first(), ReportRow.objects.first()
    for thing, changes, constraint in (
        (line, {}, "one_line_a_promise_in_a_report"),
        (line, {"standard": "rumour"}, "report_line_standard_is_known"),
        (row, {}, "one_row_a_person_in_a_line"),
        (row, {"state": "rumour", "occurrence": "x", "goal": "x"}, "report_row_state_is_known"),
    ):
        thing.pk = None
        for name, value in changes.items():
            setattr(thing, name, value)
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            thing.save(force_insert=True)


def test_too_many_rows_are_refused_and_nothing_is_kept(city, manager, settings):
    settings.FREEZE_AT_MOST = 3

    with pytest.raises(ValidationError, match="at most 3"):
        freeze(title="All", population=Population(), day=TODAY, known=None, by=manager)

    assert not Report.objects.exists()


def links(html):
    """Each number of the report with the address it opens."""
    return [
        (int(number), url.replace("&amp;", "&"))
        for url, number in re.findall(r'href="(/goals/reports/[^"]*/list/[^"]*)">\s*(\d+)', html)
    ]


def test_a_manager_freezes_what_the_scoreboard_shows_and_opens_it_again(signed_in, manager, city, unit):
    client = signed_in(manager)
    board = f"/goals/?arrived=always&unit={unit.public_id}"
    form = re.search(r'href="([^"]*reports/new/[^"]*)"', client.get(board).content.decode())[1]
    form = form.replace("&amp;", "&")
    assertContains(client.get(form), "Everybody, whenever taken over.")
    assertContains(client.post(form, {"title": " "}), "This field is required", status_code=422)

    answer = client.post(form, {"title": "Quarter"})

    report = Report.objects.get()
    assertRedirects(answer, f"/goals/reports/{report.public_id}/", fetch_redirect_response=False)
    page = client.get(answer.url)
    assertContains(page, "The figures are frozen.")
    assertContains(page, unit.name)
    assertContains(client.get("/goals/reports/"), "Quarter")
    assert numbers(frozen_figures(report)) == numbers(scoreboard(manager, Population(unit_id=unit.pk), TODAY))
    found = links(page.content.decode())
    assert any(number for number, _url in found)
    for number, url in found:
        assert client.get(url).content.decode().count('<tr class="line"') == number, url


def test_the_difference_says_who_moved_since_and_why(signed_in, manager, frozen, caseworker):
    case = Clock.objects.filter(goal="internship-started", met_on=None, starts_on=date(2026, 9, 1))[0].case
    start(case, date(2026, 9, 20), by=caseworker)
    address = f"/goals/reports/{frozen.public_id}/changes/?goal=internship-started&standard=city"

    page = signed_in(manager).get(address)

    assertContains(page, "1 person moved")
    assertContains(page, case.person.name)
    assertContains(page, "Company internship started")
    assertContains(page, "Still waiting, over the deadline")
    none = signed_in(manager).get(address.replace("internship-started", "categorised"))
    assertContains(none, "Nobody: the figure is what it was.")


def test_the_difference_asks_of_the_units_of_the_report_alone(signed_in, city, unit, other_unit, manager):
    report = freeze(
        title="One unit", population=Population(unit_id=unit.pk), day=TODAY, known=None, by=manager
    )
    CaseFactory(unit=other_unit, taken_over_on=date(2026, 9, 1))

    page = signed_in(manager).get(
        f"/goals/reports/{report.public_id}/changes/?goal=internship-started&standard=city"
    )

    assertContains(page, "0 people moved")


def test_the_spreadsheet_withholds_small_groups_and_is_logged(signed_in, manager, frozen):
    answer = signed_in(manager).get(f"/goals/reports/{frozen.public_id}/figures.csv")

    text = answer.content.decode("utf-8-sig")
    assert text.startswith("Goal;")
    assert "withheld" in text
    assert AccessLog.objects.filter(user=manager, page="goals:report_csv").exists()


def test_a_case_that_moved_away_is_counted_and_not_named(signed_in, frozen, unit, other_unit, manager):
    row = ReportRow.objects.filter(report=frozen, unit=other_unit, state=State.OVER).first()
    manager.managed_units.set([unit, other_unit])
    third = CaseFactory().unit
    with transaction.atomic():
        row.case.__class__.objects.filter(pk=row.case_id).update(unit=third)

    page = signed_in(manager).get(
        f"/goals/reports/{frozen.public_id}/list/?goal={row.goal}&standard={row.standard}&state=waiting"
    )

    assertContains(page, "Somebody whose case another unit has now")
    assertNotContains(page, row.case.person.name)


def test_of_another_units_report_nobody_learns(signed_in, frozen, unit):
    client = signed_in(data_manager(unit))

    for path in ("", "list/", "changes/", "figures.csv"):
        assert client.get(f"/goals/reports/{frozen.public_id}/{path}").status_code == 404
    assertNotContains(client.get("/goals/reports/"), "For the committee")


def test_who_may_only_look_freezes_nothing(signed_in, caseworker, city):
    client = signed_in(caseworker)

    assert client.get("/goals/reports/new/").status_code == 403
    assert client.post("/goals/reports/new/", {"title": "Mine"}).status_code == 403
    assert not Report.objects.exists()
    assertNotContains(client.get("/goals/"), "Freeze these figures")


def test_pages_of_reports_take_the_same_number_of_queries_however_many_people(
    signed_in, manager, unit, caseworker
):
    client, taken = signed_in(manager), []
    for number in (3, 27):
        many_cases(number, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 9, 1))
        with CaptureQueriesContext(connection) as queries:
            report = freeze(title="A", population=Population(), day=TODAY, known=None, by=manager)
        counts = [len(queries)]
        choice = "goal=internship-started&standard=city&state=waiting"
        for path in ("", f"list/?{choice}", f"changes/?{choice}"):
            address = f"/goals/reports/{report.public_id}/{path}"
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))
        taken.append(counts)

    assert taken[0] == taken[1]
