"""Who works on which case, what that weighs, and giving out a list of cases."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Absence
from refugees.models import Case, GivenOutMeanwhile, Load, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, HouseholdFactory

pytestmark = pytest.mark.django_db


def caseworkers_of(case):
    return list(TeamMember.objects.filter(case=case).caseworkers().values_list("user", flat=True))


def test_a_case_with_a_caseworker_is_not_to_be_given_out(case):
    assert not Case.objects.without_caseworker(TODAY).exists()


def test_a_case_whose_caseworker_left_is_to_be_given_out_even_while_it_has_a_mentor(case):
    TeamMember.objects.caseworkers().get(case=case).leave(on=TODAY, by=None)

    assert list(Case.objects.without_caseworker(TODAY)) == [case]


def test_a_case_whose_caseworker_begins_next_week_is_not_to_be_given_out(unit, caseworker):
    case = CaseFactory(unit=unit)
    TeamMember.objects.assign(
        case=case, user=caseworker, part=Part.CASEWORKER, on=date(2026, 11, 30), by=None
    )

    assert not Case.objects.without_caseworker(TODAY).exists()


def test_a_closed_case_is_not_to_be_given_out(unit):
    CaseFactory(unit=unit).close(on=TODAY, reason="moved", by=None)

    assert not Case.objects.without_caseworker(TODAY).exists()


def test_a_case_knows_its_takeover_as_believed_now(case):
    case.key_dates.current().get(event="E2").correct(on=date(2026, 11, 3), reason="Wrong letter", by=None)

    found = Case.objects.with_takeover().get(pk=case.pk)

    assert (found.takeover_on, found.takeover_is_proposed) == (date(2026, 11, 3), False)


def test_a_household_counts_those_with_an_open_case(unit):
    household = HouseholdFactory(unit=unit)
    cases = [CaseFactory(unit=unit, household=household) for _ in range(3)]
    alone = CaseFactory(unit=unit)
    cases[0].close(on=TODAY, reason="moved", by=None)

    sizes = dict(Case.objects.with_household_size().values_list("pk", "household_size"))

    assert sizes[cases[1].pk] == 2
    assert sizes[alone.pk] == 1


def test_new_cases_count_more_until_three_months_after_takeover(unit, caseworker):
    CaseFactory(unit=unit, caseworker=caseworker)
    CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 8, 24))
    CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 8, 23))

    load = TeamMember.objects.loads(TODAY)[caseworker.pk]

    assert load == Load(cases=3, new=2)
    assert load.weight == 5


def test_a_case_that_was_left_or_closed_weighs_nothing(case, unit, caseworker, colleague):
    TeamMember.objects.assign(case=case, user=colleague, part=Part.CASEWORKER, on=TODAY, by=None)
    CaseFactory(unit=unit, caseworker=caseworker).close(on=TODAY, reason="moved", by=None)

    assert TeamMember.objects.loads(TODAY) == {colleague.pk: Load(cases=1, new=1)}


def test_a_list_is_given_out_in_one_step(unit, caseworker, colleague, team_lead):
    first, second = CaseFactory(unit=unit), CaseFactory(unit=unit)

    TeamMember.objects.give_out({first.pk: caseworker, second.pk: colleague}, on=TODAY, by=team_lead)

    assert caseworkers_of(first) == [caseworker.pk]
    assert caseworkers_of(second) == [colleague.pk]
    line = second.lines.latest("pk")
    assert (line.verb, line.by, line.about) == ("joined-team", team_lead, colleague)


def test_a_list_of_which_one_was_given_out_meanwhile_gives_out_none(unit, caseworker, colleague, team_lead):
    first, second = CaseFactory(unit=unit), CaseFactory(unit=unit)
    TeamMember.objects.assign(case=first, user=colleague, part=Part.CASEWORKER, on=TODAY, by=None)

    with pytest.raises(GivenOutMeanwhile) as stale:
        TeamMember.objects.give_out({first.pk: caseworker, second.pk: caseworker}, on=TODAY, by=team_lead)

    assert stale.value.cases == [first]
    assert caseworkers_of(first) == [colleague.pk]
    assert caseworkers_of(second) == []


def test_what_goes_wrong_in_the_middle_of_a_list_takes_back_the_beginning(unit, caseworker, team_lead):
    first, second = CaseFactory(unit=unit), CaseFactory(unit=unit)

    with pytest.raises(ValidationError):
        TeamMember.objects.give_out({first.pk: caseworker, second.pk: None}, on=TODAY, by=team_lead)

    assert caseworkers_of(first) == []


def test_an_absence_is_from_the_first_day_away_to_the_first_day_back(caseworker):
    Absence.objects.record(user=caseworker, first_on=TODAY, back_on=date(2026, 11, 30))

    assert Absence.objects.on(TODAY).exists()
    assert Absence.objects.on(date(2026, 11, 29)).exists()
    assert not Absence.objects.on(date(2026, 11, 30)).exists()


def test_an_absence_may_have_no_end_yet(caseworker):
    absence = Absence.objects.record(user=caseworker, first_on=TODAY)

    assert list(Absence.objects.between(date(2027, 6, 1), date(2027, 6, 2))) == [absence]


def test_nobody_is_back_before_they_are_away(caseworker):
    with pytest.raises(ValidationError) as refused:
        Absence.objects.record(user=caseworker, first_on=TODAY, back_on=TODAY)

    assert set(refused.value.message_dict) == {"back_on"}


def test_nobody_is_away_twice_at_a_time(caseworker):
    Absence.objects.record(user=caseworker, first_on=TODAY)

    with pytest.raises(ValidationError, match="already away"):
        Absence.objects.record(user=caseworker, first_on=date(2026, 12, 1))


def test_absences_of_another_unit_are_not_seen(caseworker, stranger, team_lead, manager, mentor):
    mine = Absence.objects.record(user=caseworker, first_on=TODAY)
    Absence.objects.record(user=stranger, first_on=TODAY)

    assert list(Absence.objects.visible_to(team_lead)) == [mine]
    assert list(Absence.objects.visible_to(manager)) == [mine]
    assert not Absence.objects.visible_to(mentor).exists()
