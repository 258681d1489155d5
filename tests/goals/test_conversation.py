"""The conversation on a breach: taken, answered, answered several at once, and only for promises of law and City."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext

from goals import jobs
from goals.models import (
    Breach,
    Cause,
    Clock,
    Control,
    Conversation,
    GoalVersion,
    Notice,
    Reason,
    Reply,
    State,
)
from goals.refresh import refresh
from goals.verbs import MessageKind
from refugees.models import CaseLine, Message, StaleEdit
from tests.factories import CaseFactory
from tests.goals.many import many_cases
from tests.people import arranging

DAY, NEXT = date(2026, 12, 5), date(2026, 12, 12)
pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]

SAID = {
    "cause": Cause.PARTNER,
    "reason": Reason.WITHDREW,
    "explanation": "The bakery closed and took no more interns.",
    "next_step": "Ask the kitchen in Valby",
    "next_on": NEXT,
}


@pytest.fixture
def talk(case):
    jobs.sweep()
    return Conversation.objects.get(case=case)


def current(talk):
    return Conversation.objects.with_latest().get(pk=talk.pk)


def answer(*talks, by, **changes):
    """One answer to these, as somebody gives it who sees them as they are handed in."""
    versions = {talk.pk: talk.version for talk in talks}
    chosen = Conversation.objects.filter(pk__in=versions)
    return chosen.answer(versions=versions, by=by, on=DAY, **SAID | changes)


def test_whoever_takes_it_is_told_apart_from_whoever_answers(talk, caseworker, team_lead):
    assert talk.acknowledge(by=team_lead, on=DAY)
    assert current(talk).is_taken

    talk.reply(by=caseworker, on=DAY, **SAID)

    talk = current(talk)
    assert (talk.acknowledged_by, talk.answered_by) == (team_lead, caseworker.name)
    lines = CaseLine.objects.filter(case=talk.case, verb="breach-acknowledged")
    assert [(line.by, line.sentence) for line in lines] == [(team_lead, "Breach seen and taken")]


def test_it_is_taken_once_and_by_the_first(talk, caseworker, team_lead):
    assert talk.acknowledge(by=caseworker, on=DAY)
    taken_at = current(talk).acknowledged_at

    assert not talk.acknowledge(by=caseworker, on=DAY)
    assert not talk.acknowledge(by=team_lead, on=DAY)

    talk = current(talk)
    assert (talk.acknowledged_by, talk.acknowledged_at) == (caseworker, taken_at)
    assert CaseLine.objects.filter(verb="breach-acknowledged").count() == 1


def test_what_comes_back_is_to_be_taken_again_and_what_is_answered_is_not(talk, caseworker, team_lead):
    talk.acknowledge(by=caseworker, on=DAY)
    talk.reply(by=caseworker, on=DAY, **SAID)
    assert not talk.acknowledge(by=team_lead, on=NEXT)

    with arranging(date(2026, 12, 13)):
        assert not current(talk).is_taken
        assert Conversation.objects.counts(date(2026, 12, 13))["untaken"] == 1
        assert talk.acknowledge(by=team_lead, on=date(2026, 12, 13))

    assert current(talk).is_taken
    assert current(talk).acknowledged_by == team_lead
    kept = talk.events.exclude(acknowledged_by=None).order_by("pgh_id")
    assert list(kept.values_list("acknowledged_by", flat=True)) == [caseworker.pk, team_lead.pk]


def test_what_is_closed_is_not_taken(talk, case, caseworker):
    case.close(on=DAY, reason="moved", by=None)

    assert not talk.acknowledge(by=caseworker, on=DAY)
    assert not CaseLine.objects.filter(verb="breach-acknowledged").exists()


def test_an_answer_beside_a_newer_one_is_refused_and_shows_it(talk, caseworker, team_lead):
    seen = current(talk).version
    first = talk.reply(by=caseworker, on=DAY, version=seen, **SAID)

    with pytest.raises(StaleEdit) as stale:
        talk.reply(by=team_lead, on=DAY, version=seen, **SAID)

    assert stale.value.current == first
    assert Reply.objects.count() == 1
    talk.reply(by=team_lead, on=DAY, version=first.pk, **SAID)
    assert Reply.objects.count() == 2


def test_one_answer_to_several_is_a_reply_a_line_and_a_message_for_each(unit, caseworker, team_lead):
    many_cases(3, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
    jobs.sweep()
    talks = list(Conversation.objects.with_latest())
    assert len(talks) == 3

    told = answer(*talks, by=team_lead)

    assert [talk.pk for talk in told.answered] == sorted(talk.pk for talk in talks)
    assert (told.closed, told.overtaken) == ([], [])
    replies = Reply.objects.values_list("by", "cause", "reason", "explanation", "next_step", "next_on")
    assert set(replies) == {(team_lead.pk, *SAID.values())}
    assert set(Reply.objects.values_list("conversation", flat=True)) == {talk.pk for talk in talks}
    lines = CaseLine.objects.filter(verb="breach-answered", by=team_lead)
    assert set(lines.values_list("case", flat=True)) == {talk.case_id for talk in talks}
    messages = Message.objects.filter(to_user=caseworker, kind=MessageKind.BREACH_REPLY, by=team_lead)
    assert set(messages.values_list("case", flat=True)) == {talk.case_id for talk in talks}
    assert "next step by Sat 12 Dec 2026" in messages[0].sentence
    assert not Conversation.objects.needs_answer(DAY).exists()


def test_whoever_answers_for_their_own_case_gets_no_message(talk, caseworker):
    talk.reply(by=caseworker, on=DAY, **SAID)

    assert not Message.objects.filter(kind=MessageKind.BREACH_REPLY).exists()


def test_what_closed_and_what_somebody_answered_meanwhile_is_left_and_told_apart(
    unit, caseworker, colleague, team_lead
):
    open_case, closed, overtaken = many_cases(
        3, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2)
    )
    jobs.sweep()
    talks = list(Conversation.objects.with_latest())
    closed.close(on=DAY, reason="moved", by=None)
    Conversation.objects.get(case=overtaken).reply(
        by=colleague, on=DAY, **SAID | {"explanation": "His own words"}
    )

    told = answer(*talks, by=team_lead)

    assert [talk.case for talk in told.answered] == [open_case]
    assert [talk.case for talk in told.closed] == [closed]
    assert [(talk.case, talk.answered_by) for talk in told.overtaken] == [(overtaken, colleague.name)]
    assert list(Reply.objects.filter(by=team_lead).values_list("conversation__case", flat=True)) == [
        open_case.pk
    ]
    assert CaseLine.objects.filter(verb="breach-answered", by=team_lead).count() == 1


def test_a_refused_answer_to_several_answers_none(unit, caseworker, team_lead):
    many_cases(3, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
    jobs.sweep()
    talks = list(Conversation.objects.with_latest())

    for changes, field in [
        ({"next_on": date(2026, 12, 4)}, "next_on"),
        ({"explanation": ""}, "explanation"),
        ({"cause": Cause.CITY}, "__all__"),  # a reason of another cause
    ]:
        with pytest.raises(ValidationError) as refused:
            answer(*talks, by=team_lead, **changes)
        assert set(refused.value.error_dict) == {field}

    assert not Reply.objects.exists()
    assert not CaseLine.objects.filter(verb="breach-answered").exists()


def test_thirty_take_as_many_queries_as_three(unit, caseworker, team_lead):
    many_cases(33, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
    jobs.sweep()
    talks = list(Conversation.objects.with_latest())
    taken = []
    for some in (talks[:3], talks[3:]):
        with CaptureQueriesContext(connection) as queries:
            answer(*some, by=team_lead)
        taken.append(len(queries))

    assert Reply.objects.count() == 33
    assert taken[0] == taken[1]


def test_every_cause_has_reasons_and_a_side():
    assert {reason.cause for reason in Reason} == set(Cause)
    assert [cause for cause in Cause if cause.control is Control.WITHIN] == [Cause.CITY, Cause.DATA_ERROR]
    assert [cause for cause in Cause if cause.control is Control.OUTSIDE] == [
        Cause.PARTNER,
        Cause.PERSON,
        Cause.NOTHING_AVAILABLE,
    ]


@pytest.fixture
def internal(unit, caseworker):
    """A case to which only an internal standard promises anything, and the promise is over."""
    GoalVersion.objects.all().delete()
    GoalVersion.objects.create(
        goal="internship-started",
        standard="internal",
        amount=14,
        unit="days",
        valid=DateRange(date(2020, 1, 1), None),
        source="test: a number of our own",
    )
    return CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker)


def test_an_internal_default_is_flagged_and_reminds_and_opens_no_conversation(internal, caseworker):
    assert jobs.sweep() == 1

    clock = Clock.objects.at(DAY).get(case=internal)
    assert (clock.standard, clock.state, clock.flagged_on) == ("internal", State.OVER, DAY)
    breach = Breach.objects.get()
    assert breach.conversation is None
    assert not Conversation.objects.exists()
    assert Notice.objects.get().breach == breach
    Notice.objects.deliver(today=DAY)
    message = Message.objects.get(to_user=caseworker)
    assert (message.kind, message.details["standard"]) == (MessageKind.BREACH, "internal")


def test_an_internal_default_joins_no_conversation_that_the_city_opened(case, unit):
    GoalVersion.objects.create(
        goal="internship-started",
        standard="internal",
        amount=14,
        unit="days",
        valid=DateRange(date(2020, 1, 1), None),
        source="test: a number of our own",
    )
    refresh([case.pk], DAY)

    jobs.sweep()

    talk = Conversation.objects.get()
    assert "internal" not in set(talk.breaches.values_list("clock__standard", flat=True))
    assert Breach.objects.get(clock__standard="internal").conversation is None
