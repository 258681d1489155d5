"""The demo city: made by chance that repeats, told in the order in which it happened, and every state in it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker
from stdnum.dk import cvr

from accounts.models import User
from accounts.permissions import Role
from accounts.scope import system_scope, user_scope
from copenhagen_model.demo.arrivals import TAKEOVERS, plan
from copenhagen_model.demo.build import SEED, build
from copenhagen_model.demo.staff import ACCOUNTS, PASSWORD
from goals import jobs, mailing
from goals.models import Breach, Clock, Conversation, EndReason, JobRun, Mail
from goals.models.clock_dates import State, VoidReason
from internships.models import Answer, Company, Offer
from refugees.events import KeyEvent
from refugees.identifiers import NumberKind, read_personal_number
from refugees.models import (
    Appointment,
    BenefitPeriod,
    Case,
    CaseLine,
    Document,
    KeyDate,
    Message,
    Note,
    Person,
    Task,
    TeamMember,
    Waiting,
)
from refugees.takeover import PermitGround, next_weekday
from tests.factories import TODAY

ALL_STATES = set(State.values)


def built(seed: int = SEED) -> str:
    """Build the small city and say what stands in it, in one word."""
    for _share in build(today=TODAY, seed=seed, size="small"):
        pass
    return checksum()


def checksum() -> str:
    """The facts of every case, what was derived from them, and when each was recorded; no keys of rows."""
    told = CaseLine.objects.filter(at__date__lt=TODAY)
    rows = [
        *Case.objects.values_list(
            "number", "person__search_name", "person__born_on", "permit_ground", "closed_on", "close_reason"
        ),
        *KeyDate.objects.values_list("case__number", "event", "on", "recorded_at", "superseded_at"),
        *Offer.objects.values_list(
            "case__number", "company__cvr", "offered_on", "answer", "recorded_by__username"
        ),
        *Clock.objects.values_list(
            "case__number", "goal", "standard", "starts_on", "due_on", "met_on", "void_on", "flagged_on"
        ),
        *TeamMember.objects.values_list("case__number", "user__username", "part", "during"),
        *told.values_list("case__number", "verb", "happened_on", "at"),
    ]
    return hashlib.sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()


@pytest.fixture(scope="module")
def two_builds(django_db_setup: object, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, str]]:
    """The small city, built twice: the first is taken back, the second stays for the tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic(), system_scope("test", day=TODAY):
        with transaction.atomic():
            first = built()
            transaction.set_rollback(True)
        second = built()
        yield first, second
        transaction.set_rollback(True)


@pytest.fixture
def city(two_builds: tuple[str, str]) -> None:
    """The small city."""


@pytest.fixture
def demo(settings: object) -> None:
    """A demo system."""
    settings.DEMO = True


def account(username: str) -> User:
    return User.objects.get(username=username)


# --- The plan, which needs no database ---


def test_as_many_arrive_in_2016_and_2017_as_the_citys_booklet_says():
    people = Counter()
    for arrival in plan(seed=SEED, today=TODAY):
        people[arrival.taken_over_on.year] += len(arrival.members)

    assert (people[2016], people[2017]) == (117, 169)
    assert {year: people[year] for year in TAKEOVERS if year < 2026}.keys() == {*range(2016, 2026)}


@pytest.mark.parametrize("seed", [1, 7, 2016])
def test_whatever_the_seed_the_booklets_numbers_hold(seed):
    people = Counter()
    for arrival in plan(seed=seed, today=TODAY):
        people[arrival.taken_over_on.year] += len(arrival.members)

    assert (people[2016], people[2017]) == (117, 169)


def test_a_months_arrivals_cluster_on_its_first_working_day():
    arrivals = plan(seed=SEED, today=TODAY)
    without_quota = [a for a in arrivals if a.ground != PermitGround.QUOTA for _ in a.members]
    on_the_first = [
        a for a in without_quota if a.taken_over_on == next_weekday(a.taken_over_on.replace(day=1))
    ]

    assert len(on_the_first) / len(without_quota) > 0.75


def test_nobody_is_taken_over_before_the_city_began_to_receive():
    assert min(a.taken_over_on for a in plan(seed=SEED, today=TODAY)) >= date(2016, 5, 1)


def test_no_number_could_be_a_real_persons():
    for arrival in plan(seed=SEED, today=TODAY):
        for newcomer in arrival.members:
            if not newcomer.number:
                continue
            number = read_personal_number(newcomer.number)
            if number.kind == NumberKind.CPR:
                assert not number.check_digit_fits
                assert (newcomer.born_on.day, newcomer.born_on.month) != (1, 1)


def test_the_traps_of_personal_numbers_are_there():
    people = [newcomer for arrival in plan(seed=SEED, today=TODAY) for newcomer in arrival.members]
    numbers = [(person, read_personal_number(person.number)) for person in people if person.number]
    kinds = Counter(number.kind for _, number in numbers)

    assert any(not person.number for person in people)
    assert kinds[NumberKind.REPLACEMENT] > kinds[NumberKind.CPR] > 0
    assert any(
        (person.born_on.day, person.born_on.month) == (1, 1) and not number.check_digit_fits
        for person, number in numbers
    )


# --- The small city ---


def test_the_same_seed_and_day_make_the_same_city(two_builds):
    first, second = two_builds

    assert first == second


def test_takeovers_follow_the_plan(city):
    planned = Counter()
    for arrival in plan(seed=SEED, today=TODAY, scale=0.03):
        planned[arrival.taken_over_on.year] += len(arrival.members)
    taken_over = KeyDate.objects.current().filter(event=KeyEvent.TAKEOVER)

    for year in (2016, 2017):
        assert taken_over.filter(on__year=year).count() == planned[year] == round(TAKEOVERS[year] * 0.03)


def test_no_clock_differs_from_its_facts(city):
    everybody = list(Case.objects.values_list("pk", flat=True))

    assert len(everybody) > 40
    assert jobs.drifted(everybody) == []


@pytest.mark.parametrize(
    ("goal", "standard", "impossible"),
    [
        ("internship-started", "city", set()),
        ("internship-offered", "city", set()),
        # No ground stops the law's clock, so it is never paused.
        ("internship-offered", "law", {State.PAUSED}),
    ],
)
def test_every_state_of_every_promise_is_there(city, goal, standard, impossible):
    clocks = Clock.objects.filter(goal=goal, standard=standard).at(TODAY)

    assert set(clocks.values_list("state", flat=True)) == ALL_STATES - impossible


def test_promises_fell_away_for_every_reason_there_is(city):
    reasons = set(Clock.objects.exclude(void_reason="").values_list("void_reason", flat=True))

    # Nothing derives "not covered": whom a version does not cover has no clock at all. A measure that is broken off
    # before what comes next was decided is too rare for the small city.
    assert reasons - {VoidReason.BROKEN_OFF} == set(VoidReason.values) - {
        VoidReason.NOT_COVERED,
        VoidReason.BROKEN_OFF,
    }


def test_breaches_are_open_answered_unanswered_and_back_again(city):
    open_ones = Conversation.objects.open().with_latest()

    assert open_ones.filter(answered_at=None).exists()
    assert open_ones.filter(next_on__gte=TODAY).exists()
    assert open_ones.filter(next_on__lt=TODAY).exists()
    assert Breach.objects.filter(end_reason=EndReason.WITHDRAWN).exists()


def test_what_the_scenes_leave_open_nobody_else_answers(city):
    mine = Conversation.objects.open().filter(
        case__in=Case.objects.of_caseworker(account("caseworker"), TODAY)
    )

    assert sorted(mine.values_list("replies__cause", flat=True), key=str) == [
        *(None, None),
        *("nothing-available", "partner", "person"),
    ]


def test_open_breaches_are_of_promises_that_are_over(city):
    broken = Clock.objects.filter(breaches__in=Breach.objects.open()).at(TODAY)
    over = Clock.objects.at(TODAY).filter(state=State.OVER)

    assert set(broken.values_list("state", flat=True)) == {State.OVER}
    assert broken.count() == over.count()


def test_a_breach_of_the_days_without_a_worker_was_noticed_late(city):
    late = [breach for breach in Breach.objects.all() if breach.days_noticed_late]

    assert late
    assert all(breach.over_since < breach.noticed_on < TODAY for breach in late)


def test_no_night_looks_back_before_an_earlier_one(city):
    nights = list(Breach.objects.order_by("noticed_at", "pk").values_list("noticed_on", flat=True))
    assert nights == sorted(nights)
    opened = Breach.objects.order_by("pk").values_list("noticed_on", flat=True)
    assert list(opened) == sorted(opened)


def test_no_two_colleagues_share_a_name(city):
    names = list(User.objects.values_list("name", flat=True))

    assert len(names) == len(set(names))


def test_law_and_city_run_side_by_side(city):
    open_law = Clock.objects.filter(standard="law").at(TODAY).filter(state=State.OVER)
    offered = Clock.objects.filter(standard="law", goal="internship-offered")
    rules = set(offered.values_list("rule_set", flat=True))

    assert rules == {"RS-2016", "RS-2019", "RS-UA"}
    assert Clock.objects.filter(standard="city", case__in=open_law.values("case")).exists()


def test_offers_stand_in_every_answer(city):
    assert set(Offer.objects.values_list("answer", flat=True)) == set(Answer.values)


def test_facts_carry_the_days_on_which_they_came_about(city):
    for row in KeyDate.objects.filter(event=KeyEvent.ALLOCATION):
        assert 0 <= (row.recorded_at.date() - row.on).days <= 14
    noticed = Breach.objects.exclude(noticed_on=TODAY)

    assert noticed.exists()
    assert all(breach.noticed_on >= breach.over_since for breach in noticed)
    assert min(breach.noticed_on for breach in noticed).year == 2016


def test_the_demo_caseworkers_list_begins_with_a_start_to_record(city):
    lise = account("caseworker")
    mine = Clock.objects.filter(case__in=Case.objects.open().of_caseworker(lise, TODAY))
    first = mine.open().at(TODAY).by_urgency().first()
    offer = Offer.objects.get(case=first.case)

    assert (first.goal, first.state) == ("internship-started", State.OVER)
    assert (offer.answer, offer.planned_start_on < TODAY) == (Answer.ACCEPTED, True)
    assert not first.case.placements.exists()


def test_the_demo_caseworker_has_every_kind_of_work(city):
    lise = account("caseworker")
    cases = Case.objects.open().of_caseworker(lise, TODAY)
    clocks = list(Clock.objects.filter(case__in=cases, goal="internship-started").at(TODAY))

    assert {State.OVER, State.DUE_SOON, State.RUNNING, State.PAUSED} <= {clock.state for clock in clocks}
    assert any(clock.planned_days_late for clock in clocks)
    assert Waiting.objects.filter(case__in=cases).to_chase(TODAY).exists()
    assert Task.objects.open().of(lise).overdue(TODAY).exists()
    assert Appointment.objects.of(lise).on(TODAY).count() == 2
    assert Note.objects.filter(case__in=cases).exists()
    assert Message.objects.filter(to_user=lise).unseen().exists()


def test_documents_are_real_files(city):
    document = Document.objects.filter(content_type="application/pdf").first()

    with document.file.open() as file:
        assert file.read().startswith(b"%PDF-")
    assert Document.objects.filter(content_type="image/png").exists()


def test_some_cases_wait_to_be_given_out_in_both_units(city):
    waiting = Case.objects.without_caseworker(TODAY)

    assert {unit.name for unit in {case.unit for case in waiting}} == {"Integration Vest", "Integration Øst"}


def test_awkward_cases_are_there(city):
    assert Person.objects.filter(is_protected=True).exists()
    assert Person.objects.filter(number_kind=NumberKind.NONE).exists()
    assert KeyDate.objects.current().filter(event=KeyEvent.TAKEOVER, is_proposed=True, on__gt=TODAY).exists()
    assert KeyDate.objects.filter(event=KeyEvent.TAKEOVER, corrects__is_proposed=False).exists()
    assert (
        Case.objects.open()
        .filter(key_dates__event=KeyEvent.ALLOCATION, key_dates__on__day=1)
        .exclude(key_dates__event=KeyEvent.TAKEOVER)
        .exists()
    )
    assert BenefitPeriod.objects.filter(kind="self-supporting").exists()


def test_company_numbers_fit_their_check_digit(city):
    companies = Company.objects.all()

    assert companies.count() == 12
    assert all(cvr.is_valid(company.cvr) and company.cvr.startswith("99") for company in companies)


# --- Who signs in ---


def test_there_is_a_sign_in_for_every_role(city):
    assert {entry.role for entry in ACCOUNTS} == set(Role)
    # One password for all, hashed once: hashing is slow on purpose.
    assert {account(entry.username).password for entry in ACCOUNTS} == {account("caseworker").password}
    assert account("caseworker").check_password(PASSWORD)
    assert PASSWORD not in account("caseworker").password


def test_a_demo_user_signs_in(city, rf):
    assert authenticate(rf.post("/"), username="manager", password=PASSWORD) == account("manager")


@pytest.mark.parametrize("entry", ACCOUNTS, ids=lambda entry: entry.username)
def test_each_demo_user_sees_only_theirs(city, entry):
    user = account(entry.username)
    theirs = set(Case.objects.visible_to(user).values_list("pk", flat=True))
    everybody = Case.objects.count()

    with user_scope(user):
        behind_the_wall = set(Case.objects.values_list("pk", flat=True))
        people_without_a_case_of_theirs = Person.objects.exclude(case__in=behind_the_wall).count()

    assert behind_the_wall == theirs
    assert people_without_a_case_of_theirs == 0
    match entry.role:
        case Role.MANAGER:
            assert len(theirs) == everybody
        case Role.CASEWORKER | Role.TEAM_LEAD:
            assert 0 < len(theirs) < everybody
        case Role.MENTOR:
            assert 0 < len(theirs) <= 10
        case _:
            assert theirs == set()


# --- The commands ---


def test_seeding_is_refused_where_demo_is_off():
    with pytest.raises(CommandError, match="DEMO is off"):
        call_command("seed_demo")


def test_accounts_are_not_told_where_demo_is_off(capsys):
    with pytest.raises(CommandError, match="DEMO is off"):
        call_command("demo_accounts")

    assert PASSWORD not in capsys.readouterr().out


def test_seeding_again_does_nothing_and_asks_once(city, demo):
    before = Case.objects.count()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        call_command("seed_demo")

    assert (len(queries), Case.objects.count()) == (1, before)


def test_the_sign_ins_are_printed_as_a_table(demo, capsys):
    call_command("demo_accounts")
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) == len(ACCOUNTS) + 1
    assert all(PASSWORD in line for line in lines[1:])


def test_deadlines_count_as_just_checked(city):
    run = JobRun.objects.last_good()

    assert (run.as_of, run.is_stale) == (TODAY, False)
    assert not Clock.objects.unflagged_over(TODAY).exists()


def test_no_mail_of_the_city_names_anybody(city):
    in_the_morning = datetime(2026, 11, 30, 7, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with transaction.atomic(), system_scope("test", at=in_the_morning):
        mailing.write_digests()
        mails = list(Mail.objects.exclude(subject=""))
        transaction.set_rollback(True)  # the other tests read the city as it was built
    said = "\n".join(f"{mail.subject}\n{mail.text}\n{mail.html}" for mail in mails)
    words = set(re.findall(r"[^\W\d_]+", said))

    assert {mail.kind for mail in mails} == {"morning", "weekly"}
    assert re.search(r"KM-\d\d-\d{4}", said)
    for name in {*Person.objects.values_list("given_name", "family_name"), *User.objects.values_list("name")}:
        for part in " ".join(name).split():
            assert part not in words
    assert not re.search(r"\b\d{6}-?\d{4}\b(?!-)", said)
