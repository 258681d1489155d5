"""A case changes hands: who has it now, what passes on with it, what stays of who had it before."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from accounts.scope import user_scope
from refugees.models import Case, CaseLine, GivenOutMeanwhile, Message, MessageKind, Note, Task, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, HouseholdFactory

pytestmark = pytest.mark.django_db
TAKEN_OVER = date(2026, 11, 2)


def handed_to(user, case, by=None, on=TODAY):
    return TeamMember.objects.assign(case=case, user=user, part=Part.CASEWORKER, on=on, by=by)


def a_task(case, user, by, title="Call the school"):
    return Task.objects.add(
        title=title, due_on=TODAY + timedelta(days=3), assigned_to=user, by=by, today=TODAY, case=case
    )


def a_note(case, by):
    Note.objects.write(case=case, by=by, kind="note", happened_on=TODAY, text="Invented.", today=TODAY)


def test_whoever_had_the_case_before_stays_in_its_history(case, caseworker, colleague, team_lead):
    handed_to(colleague, case, by=team_lead)

    members = case.team.filter(part=Part.CASEWORKER).order_by("during")
    assert [(m.user, m.during.lower, m.during.upper) for m in members] == [
        (caseworker, TAKEN_OVER, TODAY),
        (colleague, TODAY, None),
    ]
    lines = case.lines.order_by("-pk").values_list("verb", "about")[:2]
    assert list(lines) == [("joined-team", colleague.pk), ("left-team", caseworker.pk)]


def test_open_tasks_and_unseen_messages_pass_on_with_the_case(case, caseworker, colleague, team_lead):
    open_task, done = (
        a_task(case, caseworker, caseworker),
        a_task(case, caseworker, caseworker, "Done already"),
    )
    done.finish(by=caseworker, today=TODAY)
    leads_own = a_task(case, team_lead, team_lead)
    a_note(case, team_lead)
    seen = Message.objects.get()
    seen.seen(by=caseworker)
    a_note(case, team_lead)

    with user_scope(team_lead):
        handed_to(colleague, case, by=team_lead)

    for task, owner in ((open_task, colleague), (done, caseworker), (leads_own, team_lead)):
        task.refresh_from_db()
        assert task.assigned_to == owner
    assert [message.to_user for message in Message.objects.order_by("pk")] == [caseworker, colleague]
    line = CaseLine.objects.filter(case=case).latest("pk")
    assert (line.verb, line.by) == ("handed-on", team_lead)
    assert line.sentence == "Passed on to Ahmed Invented: 1 open task, 1 unseen message"


def test_what_hangs_on_other_cases_stays_where_it_is(case, unit, caseworker, colleague, team_lead):
    other = CaseFactory(unit=unit, caseworker=caseworker)
    task = a_task(other, caseworker, caseworker)
    a_note(other, team_lead)

    handed_to(colleague, case)

    task.refresh_from_db()
    assert task.assigned_to == caseworker
    assert Message.objects.get().to_user == caseworker


def test_nobody_is_told_twice_nor_of_what_they_did_themselves(case, caseworker, colleague):
    a_note(case, colleague)
    for reader in (caseworker, colleague):
        Message.objects.tell(case=case, to=[reader], kind=MessageKind.NEW_NOTE, about="note:0", by=None)

    handed_to(colleague, case)

    assert Message.objects.filter(to_user=colleague).count() == 1
    assert Message.objects.filter(to_user=caseworker).count() == 2


def test_what_a_caseworker_left_open_waits_for_the_next_one(case, caseworker, colleague):
    task = a_task(case, caseworker, caseworker)
    case.team.get(part=Part.CASEWORKER).leave(on=TODAY - timedelta(days=3), by=None)

    handed_to(colleague, case)

    task.refresh_from_db()
    assert task.assigned_to == colleague


def test_the_cases_of_somebody_who_no_longer_works_here_come_back(case, caseworker, colleague, team_lead):
    task = a_task(case, caseworker, caseworker)
    caseworker.leave()

    assert list(Case.objects.without_caseworker(TODAY)) == [case]
    assert TeamMember.objects.caseworker_names([case.pk], TODAY) == {}
    TeamMember.objects.give_out({case.pk: colleague}, on=TODAY, by=team_lead)

    assert not Case.objects.without_caseworker(TODAY).exists()
    assert list(case.team.on(TODAY).caseworkers().values_list("user", flat=True)) == [colleague.pk]
    task.refresh_from_db()
    assert task.assigned_to == colleague


def test_nobody_is_told_who_no_longer_works_here(case, caseworker, team_lead):
    caseworker.leave()

    a_note(case, team_lead)

    assert not Message.objects.exists()


def test_the_cases_of_one_colleague_are_taken_over_by_others(case, unit, caseworker, colleague, team_lead):
    foreign = CaseFactory(unit=unit, caseworker=colleague)

    with pytest.raises(GivenOutMeanwhile) as refused:
        TeamMember.objects.give_out(
            {case.pk: colleague, foreign.pk: team_lead}, on=TODAY, by=team_lead, of=caseworker
        )
    TeamMember.objects.give_out({case.pk: colleague}, on=TODAY, by=team_lead, of=caseworker)

    assert refused.value.cases == [foreign]
    assert TeamMember.objects.caseworker_names([case.pk, foreign.pk], TODAY) == dict.fromkeys(
        [case.pk, foreign.pk], colleague.name
    )


def test_somebody_moves_in_with_another_and_out_again(case, unit):
    other, alone = CaseFactory(unit=unit), CaseFactory(unit=unit)

    case.move_in_with(other, on=TODAY, by=None)
    alone.move_in_with(other, on=TODAY, by=None)

    households = set(Case.objects.values_list("household", flat=True))
    assert len(households) == 1
    assert None not in households
    case.join_household(None, on=TODAY, by=None)
    case.refresh_from_db()
    assert case.household is None
    assert case.lines.latest("pk").verb == "household"


def test_a_household_is_one_of_open_cases_of_one_unit(case, unit, other_unit):
    closed = CaseFactory(unit=unit, household=HouseholdFactory(unit=unit))
    closed.close(on=TODAY, reason="moved", by=None)

    for other in (case, closed, CaseFactory(unit=other_unit)):
        with pytest.raises(ValidationError):
            case.move_in_with(other, on=TODAY, by=None)

    case.refresh_from_db()
    assert case.household is None


@pytest.mark.parametrize(
    "change",
    [
        lambda case, other, user: handed_to(user, case),
        lambda case, other, user: TeamMember.objects.assign(
            case=case, user=user, part=Part.RETENTION_MENTOR, on=TODAY, by=None
        ),
        lambda case, other, user: case.join_household(None, on=TODAY, by=None),
        lambda case, other, user: case.move_in_with(other, on=TODAY, by=None),
    ],
    ids=["caseworker", "mentor", "alone", "with another"],
)
def test_what_was_closed_meanwhile_changes_neither_team_nor_household(change, case, unit, colleague):
    other = CaseFactory(unit=unit)
    Case.objects.get(pk=case.pk).close(on=TODAY, reason="moved", by=None)
    before = list(case.team.order_by("pk").values()), case.lines.count()

    with pytest.raises(ValidationError, match="The case is closed"):
        change(case, other, colleague)

    assert (list(case.team.order_by("pk").values()), case.lines.count()) == before
    assert not Case.objects.filter(household__isnull=False).exists()


def test_the_time_of_a_mentor_on_a_closed_case_can_still_be_ended(case, mentor):
    case.close(on=TODAY, reason="moved", by=None)

    case.team.mentors().get().leave(on=TODAY, by=None)

    assert not Case.objects.visible_to(mentor).exists()
