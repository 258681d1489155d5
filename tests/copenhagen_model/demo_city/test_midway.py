"""What stands in the middle of its steps in the demo city, what was reported, and what became of people."""

from collections import Counter
from datetime import timedelta

from accounts.scope import user_scope
from copenhagen_model.demo.to_the_state import SINCE
from goals.models import Clock
from internships.models import (
    AvailabilityDoubt,
    Ground,
    PlacementAgreement,
    Reassessment,
    StayedAway,
    StayedAwayDecision,
)
from internships.outcomes import Whom, at, selected
from refugees.hours import FULL_TIME
from refugees.models import (
    Case,
    CountedActivity,
    HoursCut,
    Occupation,
    OccupationKind,
    StateBatch,
    compared,
)
from refugees.occupation_kinds import MEASURES, WORK_AND_EDUCATION
from refugees.parts import Part
from refugees.reporting import Reported, rows_of
from refugees.weeks import weeks_of
from tests.copenhagen_model.demo_city.building import account
from tests.factories import TODAY


def _mine():
    return Case.objects.open().of_caseworker(account("caseworker"), TODAY)


def test_people_begin_everything_that_can_fill_a_week(city):
    kinds = Counter(Occupation.objects.standing().values_list("kind", flat=True))

    assert set(kinds) == set(OccupationKind.values)
    # What is seldom stays seldom.
    assert kinds[OccupationKind.JOB] > kinds[OccupationKind.IGU] + kinds[OccupationKind.EDUCATION]
    assert kinds[OccupationKind.INTERNSHIP] > kinds[OccupationKind.COMMUNITY_WORK]


def test_the_outcomes_tell_of_igu_education_and_community_work(city):
    manager = account("manager")
    with user_scope(manager):
        ever = {
            kind
            for mark in (None, 6, 12, 24, 36)
            for kind in ("igu", "education", "community-work")
            if selected(at(Whom().of(manager), mark, TODAY), kind).exists()
        }

    assert ever == {"igu", "education", "community-work"}


def test_an_igu_or_education_comes_after_a_measure_and_has_an_end(city):
    further = Occupation.objects.standing().filter(kind__in=["igu", "education"])

    for occupation in further:
        earlier = occupation.case.occupations.filter(started_on__lt=occupation.started_on)
        assert earlier.filter(kind__in=MEASURES).exists()
        assert occupation.planned_last_on > occupation.started_on
    assert further.filter(kind="education", gives_su="yes").exists()


def test_retention_mentors_are_with_people_in_work_or_education_only(city):
    mentored = Case.objects.filter(team__part=Part.RETENTION_MENTOR).distinct()

    assert mentored.exists()
    for case in mentored:
        assert case.occupations.filter(kind__in=WORK_AND_EDUCATION).exists()


def test_hours_are_known_of_every_measure_and_of_most_jobs(city):
    standing = Occupation.objects.standing()
    jobs = standing.filter(kind=OccupationKind.JOB)

    assert not standing.filter(kind__in=MEASURES, minutes_a_week=None).exists()
    assert not standing.filter(kind__in=MEASURES, minutes_a_week__gt=FULL_TIME).exists()
    assert jobs.exclude(minutes_a_week=None).count() > jobs.filter(minutes_a_week=None).count()


def test_nothing_begins_while_a_case_is_closed(city):
    for occupation in Occupation.objects.filter(case__closed_on__isnull=False).select_related("case"):
        assert occupation.started_on <= occupation.case.closed_on
    assert not StayedAway.objects.exclude(case__closed_on=None).exists()
    assert not CountedActivity.objects.exclude(case__closed_on=None).exists()


def test_days_away_stand_in_the_middle_of_their_steps(city):
    mine = StayedAway.objects.filter(case__in=_mine())
    decisions = StayedAwayDecision.objects.filter(away__in=mine)

    assert Counter(mine.values_list("ground", flat=True)) == {
        Ground.OPEN: 1,
        Ground.REASONABLE: 1,
        Ground.NONE: 1,
    }
    to_decide = decisions.due(TODAY).get()
    assert (to_decide.decided_on, bool(to_decide.answer)) == (None, True)
    assert to_decide.informed_on < to_decide.away.first_on


def test_a_complaint_about_a_deduction_waits_to_be_looked_at(city):
    decision = StayedAwayDecision.objects.get(complained_on__isnull=False)

    assert decision.reassessment == Reassessment.OPEN
    assert decision.heard_on < decision.answered_on <= decision.decided_on <= decision.arrived_on
    assert decision.case.unit == account("caseworker-east").unit


def test_days_away_were_recorded_on_the_day_on_which_they_were_told(city):
    for away in StayedAway.objects.all():
        assert away.recorded_at.date() == away.told_on < TODAY


def test_a_doubt_after_a_control_was_talked_about_and_an_offer_is_to_follow(city):
    doubt = AvailabilityDoubt.objects.get(case__in=_mine())
    states = {
        clock.goal: clock.state
        for clock in Clock.objects.at(TODAY).filter(
            case=doubt.case, goal__in=["cv-on-jobnet", "availability-talk", "availability-offer"]
        )
    }

    assert states == {
        "cv-on-jobnet": "met_in_time",
        "availability-talk": "met_in_time",
        "availability-offer": "running",
    }


def test_weeks_have_counted_activities_and_one_is_cut(city):
    cut = HoursCut.objects.get(case__in=_mine())
    counted = CountedActivity.objects.filter(case__in=_mine())

    assert weeks_of([cut.case], TODAY)[cut.case_id].asked == cut.minutes_a_week
    assert set(counted.values_list("kind", flat=True)) == {"guidance", "job-search"}
    assert cut.recorded_at.date() == cut.during.lower
    for activity in counted:
        assert weeks_of([activity.case], TODAY)[activity.case_id].counted >= activity.minutes_a_week


def test_an_agreement_is_signed_by_the_company_only(city):
    agreement = PlacementAgreement.objects.standing().get(
        case__in=_mine(), company_signed_on__isnull=False, person_signed_on=None
    )

    assert (agreement.city_signed_on, agreement.signed_on) == (None, None)
    assert agreement.from_on > TODAY
    assert not agreement.offer.placements.exists()


def test_a_batch_was_reported_and_rows_have_changed_since(city):
    lead = account("team-lead")
    batch = StateBatch.objects.get()
    with user_scope(lead):
        news = [each for each in compared(rows_of(lead.unit, TODAY)) if not each.is_reported]
    changed = {each.row.kind: each.was for each in news if each.is_correction}

    assert (batch.unit, batch.sent_by) == (lead.unit, lead)
    assert TODAY - SINCE - timedelta(days=5) < batch.sent_on == batch.made_at.date() <= TODAY - SINCE
    assert batch.rows.count() > len(news) > 0
    assert "hours_a_week" in changed[Reported.MEASURE]
