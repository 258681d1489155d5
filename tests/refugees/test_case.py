"""Cases: numbered, opened, closed, changed under a lock."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext

from accounts.day import now
from goals.models import Clock, State
from refugees.models import BenefitPeriod, Case, JobReadiness, Person, StaleEdit, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, UserFactory

DUE = date(2026, 12, 2)


@pytest.mark.django_db
def test_case_numbers_count_up_within_the_year():
    numbers = [CaseFactory(opened_on=date(2026, 3, 1)).number for _ in range(2)]
    later = CaseFactory(opened_on=date(2027, 1, 4)).number

    assert numbers == ["KM-26-0001", "KM-26-0002"]
    assert later == "KM-27-0001"


@pytest.mark.django_db
def test_a_closed_case_ends_its_promises_from_that_day(case, caseworker):
    case.close(on=date(2026, 11, 20), reason="moved", by=caseworker)

    kept = ["contract-signed", "danish-referred", "health-offered", "mentor-offered"]
    clocks = Clock.objects.at(TODAY).filter(case=case).exclude(goal__in=kept)
    states = set(clocks.values_list("state", "void_reason"))
    assert states == {(State.VOID, "closed")}


@pytest.mark.django_db
def test_a_promise_broken_before_the_case_was_closed_stays_broken(case, caseworker):
    case.close(on=date(2026, 12, 10), reason="moved", by=caseworker)

    month = Clock.objects.filter(goal__startswith="internship")
    assert set(month.at(date(2026, 12, 11)).values_list("state", flat=True)) == {State.MISSED}
    assert set(month.at(date(2026, 12, 3)).values_list("state", flat=True)) == {State.OVER}


@pytest.mark.django_db
def test_a_closing_that_was_a_mistake_is_taken_back(case, caseworker):
    case.close(on=date(2026, 11, 20), reason="moved", by=caseworker)

    case.reopen(on=TODAY, by=caseworker)

    assert set(Clock.objects.filter(case=case).values_list("void_on", flat=True)) == {None}


@pytest.mark.django_db
def test_an_exemption_voids_and_a_later_readiness_starts_a_clock_of_its_own(case, caseworker):
    JobReadiness.objects.decide(
        case=case, is_ready=False, on=date(2026, 11, 10), reason="In hospital.", by=caseworker
    )
    JobReadiness.objects.decide(case=case, is_ready=True, on=date(2026, 12, 7), reason="", by=caseworker)

    started = Clock.objects.filter(case=case, goal="internship-started").order_by("starts_on")
    assert [(c.starts_on, c.due_on, c.void_on) for c in started] == [
        (date(2026, 11, 2), DUE, date(2026, 11, 10)),
        (date(2026, 12, 7), date(2027, 1, 7), None),
    ]


@pytest.mark.django_db
def test_an_exemption_without_a_reason_is_refused(case, caseworker):
    with pytest.raises(ValidationError, match="obviously cannot take part"):
        JobReadiness.objects.decide(case=case, is_ready=False, on=TODAY, reason="", by=caseworker)

    assert not JobReadiness.objects.exists()


@pytest.mark.django_db
def test_a_new_caseworker_follows_the_former_without_a_gap(case, caseworker, colleague):
    TeamMember.objects.assign(case=case, user=colleague, part=Part.CASEWORKER, on=TODAY, by=caseworker)

    periods = dict(case.team.caseworkers().values_list("user__name", "during"))
    assert periods == {
        caseworker.name: DateRange(date(2026, 11, 2), TODAY),
        colleague.name: DateRange(TODAY, None),
    }


@pytest.mark.django_db
def test_a_stale_edit_is_told_and_overwrites_nothing(case, caseworker, colleague):
    case.change_person(by=colleague, on=TODAY, version=1, phone="11 11 11 11")

    with pytest.raises(StaleEdit) as stale:
        case.change_person(by=caseworker, on=TODAY, version=1, phone="22 22 22 22")

    assert stale.value.current.phone == "11 11 11 11"
    assert Person.objects.get(pk=case.person_id).phone == "11 11 11 11"


@pytest.mark.django_db
def test_a_change_inside_a_change_refreshes_the_clocks_once(case, caseworker):
    with CaptureQueriesContext(connection) as queries, Case.changing([case], by=caseworker):
        case.write_line("date-recorded", by=caseworker, on=TODAY)
        with Case.changing([case], by=caseworker):
            case.write_line("date-recorded", by=caseworker, on=TODAY)

    refreshes = [q for q in queries if 'FROM "goals_clock"' in q["sql"] and "FOR NO KEY UPDATE" in q["sql"]]
    assert len(refreshes) == 1


def period(first, last):
    return DateRange(first, last)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (lambda c: Case.objects.filter(pk=c.pk).update(permit_ground="x"), "permit_ground_is_known"),
        (lambda c: Case.objects.filter(pk=c.pk).update(closed_on=TODAY), "close_date_and_reason_go_together"),
        (
            lambda c: Case.objects.filter(pk=c.pk).update(closed_on=date(2020, 1, 1), close_reason="moved"),
            "close_date_and_reason_go_together",
        ),
        (
            lambda c: Case.objects.filter(pk=c.pk).update(close_reason="moved"),
            "close_date_and_reason_go_together",
        ),
        (lambda c: CaseFactory(person=c.person, unit=c.unit), "already has an open case"),
        (
            lambda c: Case.objects.create(
                person=c.person, unit=c.unit, number="KM-1", permit_ground="quota", opened_on=TODAY
            ),
            "one_open_case_per_person",
        ),
        (
            lambda c: TeamMember.objects.create(
                case=c, user=UserFactory(), part="friend", during=period(TODAY, None)
            ),
            "team_part_is_known",
        ),
        (
            lambda c: TeamMember.objects.create(
                case=c, user=UserFactory(), part=Part.CASEWORKER, during=period(TODAY, TODAY)
            ),
            "team_period_has_days",
        ),
        (
            lambda c: TeamMember.objects.create(
                case=c, user=UserFactory(), part=Part.CASEWORKER, during=period(TODAY, None)
            ),
            "one_of_each_part_at_a_time",
        ),
        (
            lambda c: JobReadiness.objects.create(case=c, is_ready=False, during=period(TODAY, None)),
            "exemption_says_why",
        ),
        (
            lambda c: JobReadiness.objects.create(
                case=c, is_ready=True, reason="In hospital.", during=period(TODAY, None)
            ),
            "readiness_reason_only_when_exempt",
        ),
        (
            lambda c: JobReadiness.objects.create(case=c, is_ready=True, during=period(None, TODAY)),
            "readiness_period_has_days",
        ),
        (
            lambda c: [
                JobReadiness.objects.create(case=c, is_ready=True, during=period(TODAY, None))
                for _ in range(2)
            ],
            "readiness_one_at_a_time",
        ),
        (
            lambda c: BenefitPeriod.objects.create(
                case=c, kind="lottery", during=period(date(2020, 1, 1), TODAY)
            ),
            "benefit_kind_is_known",
        ),
        (
            lambda c: BenefitPeriod.objects.create(case=c, kind="benefit", during=period(TODAY, TODAY)),
            "benefit_period_has_days",
        ),
        (
            lambda c: BenefitPeriod.objects.create(case=c, kind="benefit", during=period(TODAY, None)),
            "benefit_one_at_a_time",
        ),
        (lambda c: c.benefits.update(version=2), "benefit_correction_says_who_when_why"),
        (lambda c: c.benefits.update(correction_reason="x"), "benefit_correction_says_who_when_why"),
        (
            lambda c: c.benefits.update(version=2, corrected_at=now(), correction_reason="x"),
            "benefit_correction_says_who_when_why",
        ),
        (
            lambda c: c.benefits.update(corrected_by=UserFactory()),
            "benefit_correction_says_who_when_why",
        ),
        (lambda c: c.benefits.update(withdrawn_at=now()), "benefit_withdrawal_is_a_correction"),
        (
            lambda c: JobReadiness.objects.create(
                case=c, is_ready=True, during=period(TODAY, None), version=2, correction_reason="x"
            ),
            "readiness_correction_says_who_when_why",
        ),
        (
            lambda c: JobReadiness.objects.create(
                case=c,
                is_ready=True,
                during=period(TODAY, None),
                version=2,
                corrected_at=now(),
                correction_reason="x",
            ),
            "readiness_correction_says_who_when_why",
        ),
        (
            lambda c: JobReadiness.objects.create(
                case=c, is_ready=True, during=period(TODAY, None), withdrawn_at=now()
            ),
            "readiness_withdrawal_is_a_correction",
        ),
        (lambda c: Person.objects.filter(pk=c.person_id).update(sex="x"), "person_sex_is_known"),
        (lambda c: Person.objects.filter(pk=c.person_id).update(given_name=""), "person_has_a_name"),
        (
            lambda c: Person.objects.filter(pk=c.person_id).update(
                number_kind="x", number_cipher=b"c", number_hash=b"h"
            ),
            "person_number_kind_is_known",
        ),
        (
            lambda c: Person.objects.filter(pk=c.person_id).update(number_kind="cpr"),
            "person_number_is_whole_or_absent",
        ),
    ],
)
def test_the_database_refuses(case, make, constraint):
    with pytest.raises((IntegrityError, ValidationError), match=constraint), transaction.atomic():
        make(case)
