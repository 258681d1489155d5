"""Why a figure of then is another today: who moved, and that a recorded fact explains each of them."""

from datetime import date

import pytest
from django.utils import timezone

from goals.difference import Balance, compare
from goals.explaining import Kind, explain
from goals.figures import Outcome, Population, promises, scoreboard
from goals.models import Clock, Extension, GoalVersion, Pause
from internships.models import Offer, Placement
from refugees.models import BenefitPeriod, Case, JobReadiness, Occupation, OccupationKind
from tests.factories import CaseFactory, CompanyFactory
from tests.goals.drafting import data_manager, drafted, put_in_force
from tests.people import arranging

pytestmark = pytest.mark.django_db

STARTED = {"goal": "internship-started", "standard": "city"}
TAKEN_OVER = date(2026, 9, 1)  # the last day in time is 1 October
REPORTED = date(2026, 10, 20)
LATER = date(2026, 10, 30)
EVERYBODY = Population()


@pytest.fixture
def told(unit):
    """Somebody known since 2 September, who had started nothing when the figure was reported."""
    with arranging(date(2026, 9, 2)):
        return CaseFactory(unit=unit, taken_over_on=TAKEN_OVER, on_benefit=True)


def start(case, on, *, at, by=None):
    with arranging(at):
        return Placement.objects.start(
            case=case, company=CompanyFactory(), kind=OccupationKind.INTERNSHIP, on=on, today=at, by=by
        )


def compared(user, population=EVERYBODY, **kind):
    return compare(user, population, REPORTED, **(kind or STARTED), then=REPORTED)


def story(case, **kind):
    return explain([case.pk], then=REPORTED, now=None, **(kind or STARTED))[case.pk]


def test_a_start_in_time_that_was_registered_late(told, manager, caseworker):
    start(told, date(2026, 9, 28), at=LATER, by=caseworker)

    found = compared(manager)
    [cause] = story(told).causes

    assert [(each.case_id, each.was, each.now) for each in found.moved] == [
        (told.pk, Outcome.WAITING, Outcome.IN_TIME)
    ]
    assert found.balance(Outcome.IN_TIME) == Balance(Outcome.IN_TIME, then=0, came=1, left=0, now=1)
    assert found.balance() == Balance(None, then=1, came=0, left=0, now=1)
    assert (cause.kind, cause.what) == (Kind.RECORDED_LATER, "Company internship started")
    assert (cause.by, timezone.localdate(cause.at), cause.days_later) == (caseworker.name, LATER, 32)
    assert story(told).dates == ["Kept: Mon 28 Sep 2026 (was: none)"]


def test_what_happened_after_the_day_moves_nobody(told, manager):
    start(told, date(2026, 10, 25), at=LATER)

    assert compared(manager).moved == []


def correct_takeover(case, on=date(2026, 10, 2)):
    case.key_dates.current().get(event="E2").correct(on=on, reason="Wrong letter", by=None)


def pause(case):
    Pause.objects.begin(
        case=case,
        ground="illness",
        from_on=date(2026, 9, 10),
        until=None,
        by=None,
        today=LATER,
        reason="Told late",
    )


def exempt(case):
    JobReadiness.objects.decide(case=case, is_ready=False, on=date(2026, 9, 15), reason="Hospital", by=None)


def close(case):
    case.close(on=date(2026, 9, 15), reason="moved", by=None)


def start_again(case):
    occupation = Occupation.objects.get(case=case)
    occupation.correct_start(on=date(2026, 10, 10), reason="Typed wrongly", today=LATER, by=None)


def take_back(case):
    Occupation.objects.get(case=case).take_back(reason="Never began", on=LATER, by=None)


def withdraw_takeover(case):
    case.key_dates.current().get(event="E2").withdraw(reason="Another person", by=None)


def offer(case):
    Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind="internship",
        offered_on=date(2026, 9, 20),
        today=LATER,
        by=None,
    )


def support_oneself(case):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=date(2026, 9, 2), by=None)


def change_ground(case):
    case.change_ground(permit_ground="ukraine", reason="Read wrongly", on=LATER, by=None)


LAW = {"goal": "internship-offered", "standard": "law"}
OFFERED = {"goal": "internship-offered", "standard": "city"}


@pytest.mark.parametrize(
    ("begun", "change", "figure", "was", "now", "kind", "reason"),
    [
        (None, correct_takeover, STARTED, "waiting", "inside", Kind.CORRECTED, "Wrong letter"),
        (None, withdraw_takeover, STARTED, "waiting", "fell_away", Kind.CORRECTED, "Another person"),
        (None, pause, STARTED, "waiting", "paused", Kind.RECORDED_LATER, ""),
        (None, exempt, STARTED, "waiting", "fell_away", Kind.RECORDED_LATER, "Hospital"),
        (None, close, STARTED, "waiting", "fell_away", Kind.RECORDED_LATER, ""),
        (date(2026, 9, 20), start_again, STARTED, "in_time", "late", Kind.CORRECTED, "Typed wrongly"),
        (date(2026, 9, 20), take_back, STARTED, "in_time", "waiting", Kind.CORRECTED, "Never began"),
        (None, offer, OFFERED, "waiting", "in_time", Kind.RECORDED_LATER, ""),
    ],
)
def test_each_way_to_change_a_figure_of_then_leaves_its_explanation(
    told, manager, begun, change, figure, was, now, kind, reason
):
    if begun:
        start(told, begun, at=begun)
    with arranging(LATER):
        change(told)

    [moved] = compared(manager, **figure).moved
    causes = story(told, **figure).causes

    assert (moved.was, moved.now) == (was, now)
    assert [(cause.kind, cause.reason) for cause in causes] == [(kind, reason)]
    assert timezone.localdate(causes[0].at) == LATER


def test_whom_the_law_turns_out_not_to_cover(unit, manager):
    with arranging(date(2026, 9, 2)):
        case = CaseFactory(unit=unit, taken_over_on=TAKEN_OVER, on_benefit=True, permit_ground="ukraine")
    with arranging(LATER):
        support_oneself(case)

    [moved] = compared(manager, **LAW).moved
    [cause] = story(case, **LAW).causes

    assert (moved.was, moved.now) == (Outcome.WAITING, Outcome.FELL_AWAY)
    assert cause.what == "Self-supporting from Wed 2 Sep 2026"


def test_rules_that_changed_say_so_with_who_put_them_in_force(told, unit, manager):
    author, second = data_manager(unit), data_manager(unit)
    with arranging(LATER):
        put_in_force(drafted(by=author, valid_from=date(2026, 8, 1), amount=3, unit="months"), by=second)

    [moved] = compared(manager).moved
    [cause] = story(told).causes

    assert (moved.was, moved.now) == (Outcome.WAITING, Outcome.INSIDE)
    assert (cause.kind, cause.by) == (Kind.WORDING, second.name)


def test_rules_that_no_longer_cover_somebody_say_so_too(told, unit, manager):
    author, second = data_manager(unit), data_manager(unit)
    with arranging(LATER):
        draft = drafted(by=author, valid_from=date(2026, 8, 1), permit_grounds=["quota"])
        put_in_force(draft, by=second)

    [moved] = compared(manager).moved
    [cause] = story(told).causes

    assert (moved.was, moved.now) == (Outcome.WAITING, Outcome.FELL_AWAY)
    assert (cause.kind, cause.what) == (Kind.WORDING, "New rules for Internship started (City goal)")


def test_more_time_that_was_granted_says_by_whom(told, manager, caseworker, team_lead):
    GoalVersion.objects.filter(**STARTED).update(max_extension_days=30)
    with arranging(LATER):
        clock = Clock.objects.select_related("version", "case").get(case=told, **STARTED)
        extension = Extension.objects.ask(
            clock=clock, days=30, reason="The bakery opens late.", by=caseworker, today=LATER
        )
        extension.grant(by=team_lead, today=LATER)

    [moved] = compared(manager).moved
    causes = story(told).causes

    assert (moved.was, moved.now) == (Outcome.WAITING, Outcome.INSIDE)
    assert [cause.by for cause in causes] == [team_lead.name]


def test_somebody_registered_after_the_report_came_to_these_people(told, unit, manager):
    with arranging(LATER):
        newcomer = CaseFactory(unit=unit, taken_over_on=TAKEN_OVER)

    found = compared(manager)

    assert [(each.case_id, each.was, each.now) for each in found.moved] == [
        (newcomer.pk, None, Outcome.WAITING)
    ]
    assert found.balance() == Balance(None, then=1, came=1, left=0, now=2)
    assert story(newcomer).causes[0].kind == Kind.RECORDED_LATER


def test_who_no_longer_belongs_to_these_people_is_said_too(told, manager):
    with arranging(LATER):
        change_ground(told)

    found = compared(manager, Population(permit_ground="convention"))

    assert [(each.was, each.now) for each in found.moved] == [(Outcome.WAITING, None)]
    assert story(told).causes[0].reason == "Read wrongly"


def test_a_case_that_moved_counts_for_the_unit_that_had_it_and_names_nobody_there(
    told, unit, other_unit, manager, stranger
):
    with arranging(LATER), Case.changing([told], by=None):
        told.unit = other_unit
        told.save(update_fields=["unit"])

    then = scoreboard(manager, EVERYBODY, REPORTED, known=REPORTED)
    [moved] = compared(manager).moved

    assert sum(line.count(*Outcome) for line in then if line.goal.key == "internship-started") == 1
    assert (moved.was, moved.now) == (Outcome.WAITING, None)
    # Nobody else's figure of then changes because a case came later.
    assert not promises(stranger, EVERYBODY, REPORTED, known=REPORTED).exists()


def test_what_no_change_of_a_case_did_is_not_explained_away(told, manager):
    with arranging(LATER):
        Clock.objects.filter(case=told, **STARTED).update(met_on=date(2026, 9, 9))

    assert len(compared(manager).moved) == 1
    assert story(told).causes == []


def test_who_came_to_an_outcome_or_left_it(told, unit, manager):
    with arranging(LATER):
        CaseFactory(unit=unit, taken_over_on=TAKEN_OVER)
    start(told, date(2026, 9, 28), at=LATER)

    found = compared(manager)

    assert len(found.who("")) == 2
    assert [each.case_id for each in found.who("in_time")] == [told.pk]
    assert len(found.who("waiting")) == 2
    assert found.who("late") == []


def test_two_days_of_the_past_are_laid_beside_each_other(told, manager):
    start(told, date(2026, 9, 28), at=LATER)
    with arranging(date(2026, 11, 10)):
        take_back(told)

    between = compare(manager, EVERYBODY, REPORTED, **STARTED, then=REPORTED, now=date(2026, 11, 9))

    assert [each.now for each in between.moved] == [Outcome.IN_TIME]
    [cause] = explain([told.pk], then=REPORTED, now=date(2026, 11, 9), **STARTED)[told.pk].causes
    assert cause.what == "Company internship started"
    assert compared(manager).moved == []


def test_the_figures_of_then_take_as_many_queries_as_those_of_today(
    told, unit, manager, django_assert_num_queries
):
    manager.case_unit_ids()
    for people in (1, 8):
        for _ in range(people):
            with arranging(LATER):
                CaseFactory(unit=unit, taken_over_on=TAKEN_OVER)
        with django_assert_num_queries(4):  # one more asks whether the day has been summed up
            scoreboard(manager, EVERYBODY, REPORTED, known=REPORTED)
        with django_assert_num_queries(3):  # the manager's units, for each side; both sides at once
            moved = compared(manager).moved
        with django_assert_num_queries(2):
            explain([each.case_id for each in moved], then=REPORTED, now=None, **STARTED)
