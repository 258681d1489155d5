"""How breaches end: each with its reason, in the transaction of the fact, and none is ever deleted."""

from datetime import date

import pytest

from goals import jobs
from goals.models import Breach, Clock, Conversation, EndReason, Notice, Pause, State
from internships.models import Placement
from refugees.models import CaseLine, OccupationKind
from tests.factories import CompanyFactory
from tests.people import arranging

# The month of the case of the cast ran out on 2 December.
OVER_SINCE, DAY = date(2026, 12, 3), date(2026, 12, 5)
pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]


@pytest.fixture
def breached(case):
    """Both promises of the City to the case are over and flagged."""
    assert jobs.sweep() == 2
    return case


def start(case, on):
    Placement.objects.start(
        case=case, company=CompanyFactory(), kind=OccupationKind.INTERNSHIP, on=on, today=DAY, by=None
    )


def takeover(case):
    return case.key_dates.current().get(event="E2")


ENDINGS = {
    EndReason.MET_LATE: lambda case: start(case, DAY),
    EndReason.REGISTERED_LATE: lambda case: start(case, date(2026, 11, 20)),
    EndReason.VOID: lambda case: case.close(on=DAY, reason="moved", by=None),
    EndReason.DEADLINE_MOVED: lambda case: Pause.objects.begin(
        case=case,
        ground="illness",
        from_on=date(2026, 11, 10),
        until=date(2026, 11, 25),
        reason="Told late",
        today=DAY,
        by=None,
    ),
    EndReason.WITHDRAWN: lambda case: takeover(case).correct(
        on=date(2026, 11, 20), reason="The letter said the 20th", by=None
    ),
}


def test_every_reason_has_its_way():
    assert set(ENDINGS) == set(EndReason)


@pytest.mark.parametrize("reason", ENDINGS)
def test_a_breach_ends_with_its_reason_and_stays(breached, reason):
    before = set(Breach.objects.values_list("pk", flat=True))

    ENDINGS[reason](breached)

    breaches = Breach.objects.all()
    assert {breach.pk for breach in breaches} == before
    assert {breach.end_reason for breach in breaches} == {reason}
    assert all(breach.ended_at for breach in breaches)
    assert {breach.over_since for breach in breaches} == {OVER_SINCE}
    assert Conversation.objects.get().closed_at
    assert not Clock.objects.filter(flagged_on__isnull=False).exists()
    assert CaseLine.objects.filter(case=breached, verb="breach-ended").count() == 2
    assert jobs.drifted([breached.pk]) == []
    assert jobs.sweep() == 0


def test_a_breach_ends_on_the_day_on_which_its_promise_falls_away_though_nobody_writes_then(breached):
    breached.close(on=date(2026, 12, 8), reason="moved", by=None)
    with arranging(date(2026, 12, 7)):
        assert jobs.sweep() == 0
    assert Breach.objects.open().count() == 2

    with arranging(date(2026, 12, 8)):
        assert jobs.sweep() == 0

    assert set(Breach.objects.values_list("end_reason", flat=True)) == {EndReason.VOID}
    assert Conversation.objects.get().closed_at
    assert not Clock.objects.filter(flagged_on__isnull=False).exists()
    assert jobs.drifted([breached.pk]) == []


def test_a_takeover_that_did_not_happen_withdraws_the_breaches(breached):
    takeover(breached).withdraw(reason="Another municipality", by=None)

    assert set(Breach.objects.values_list("end_reason", flat=True)) == {EndReason.WITHDRAWN}
    assert set(Clock.objects.at(DAY).values_list("state", flat=True)) == {State.VOID}


def test_still_over_after_a_correction_is_the_same_breach_and_both_days_stay_to_be_read(breached):
    before = set(Breach.objects.values_list("pk", flat=True))

    takeover(breached).correct(on=date(2026, 11, 3), reason="Registered a day later", by=None)

    assert set(Breach.objects.open().values_list("pk", flat=True)) == before
    assert set(Breach.objects.values_list("over_since", flat=True)) == {date(2026, 12, 4)}
    for breach in Breach.objects.all():
        told = list(breach.events.order_by("pgh_id").values_list("over_since", flat=True))
        assert told == [OVER_SINCE, date(2026, 12, 4)]
    old = breached.key_dates.get(superseded_at__isnull=False)
    assert (old.on, takeover(breached).reason) == (date(2026, 11, 2), "Registered a day later")
    assert Conversation.objects.get().closed_at is None


def test_what_ended_and_goes_over_again_is_a_new_breach_beside_the_old_one(breached):
    ENDINGS[EndReason.DEADLINE_MOVED](breached)

    with arranging(date(2026, 12, 20)):
        assert jobs.sweep() == 2

    assert Breach.objects.count() == 4
    assert set(Breach.objects.open().values_list("over_since", flat=True)) == {date(2026, 12, 18)}
    assert Conversation.objects.filter(closed_at=None).count() == 1
    assert Notice.objects.count() == Breach.objects.count()


def test_one_kept_promise_leaves_the_others_conversation_open(unit, breached):
    offered = Clock.objects.get(case=breached, goal="internship-offered")
    breached.internship_offers.make(
        case=breached, company=CompanyFactory(), kind="internship", offered_on=DAY, today=DAY, by=None
    )

    assert Breach.objects.get(clock=offered).end_reason == EndReason.MET_LATE
    assert Breach.objects.open().count() == 1
    assert Conversation.objects.get().closed_at is None


def test_clock_work_list_scoreboard_and_breach_agree_at_once(breached, caseworker, manager, signed_in):
    waiting = "/goals/list/?goal=internship-started&standard=city&state=waiting"
    late = waiting.replace("waiting", "late")

    def seen():
        client = signed_in(manager)
        return [
            breached.number in client.get(url).content.decode() for url in (waiting, late, "/goals/breaches/")
        ]

    assert seen() == [True, False, True]
    assert "3 days over" in signed_in(caseworker).get("/my-work/").content.decode()

    start(breached, DAY)

    assert Clock.objects.at(DAY).get(goal="internship-started").state == State.MET_LATE
    assert seen() == [False, True, False]
    assert "3 days over" not in signed_in(caseworker).get("/my-work/").content.decode()
