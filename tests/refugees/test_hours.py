"""Hours of a week on the screens: what is counted and cut, corrected and withdrawn, and who has too few."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.day import now
from accounts.scope import user_scope
from refugees.models import BenefitPeriod, CaseLine, CountedActivity, HoursCut, Occupation, StaleEdit
from refugees.models.stale import Seen
from refugees.weeks import below_hours, weeks_of
from tests.factories import TODAY, CaseFactory
from tests.forms import no_day, on
from tests.people import arranging
from tests.refugees.pages import url

pytestmark = pytest.mark.django_db
TAKEOVER = date(2026, 11, 2)
SINCE = DateRange(TAKEOVER, None)


def counted(case, by, **facts):
    usual = {"kind": "talks", "about": "", "minutes_a_week": 60, "during": SINCE}
    return CountedActivity.objects.add(case=case, by=by, **usual | facts)


def cut(case, by, hours=20, during=SINCE, **more):
    facts = {"minutes_a_week": hours * 60, "ground": "conclusion", "during": during}
    return HoursCut.objects.decide(case=case, by=by, **facts, **more)


def school(case, by, hours):
    return Occupation.objects.start(
        case=case,
        kind="education",
        place="VUF Invented",
        on=TODAY,
        minutes_a_week=hours * 60,
        today=TODAY,
        by=by,
    )


def week(case):
    return weeks_of([case], TODAY)[case.pk]


def test_the_case_says_how_many_of_the_hours_there_are_and_why(lise, case, caseworker):
    counted(case, caseworker, minutes_a_week=22 * 60, kind="guidance", about="A course")
    counted(case, caseworker, minutes_a_week=None, kind="furthering")

    page = lise.get(reverse("case", args=[case.public_id]))

    assertContains(page, "22 h of 37 h this week")
    assertContains(page, "15 h missing, and not all hours are known")
    assertContains(page, "Guidance and upskilling, A course: 22 h")
    assertContains(page, "Integration Act § 20 d(1) no. 2")
    assertContains(page, "Activity that leads towards work or education: hours not known")


def test_whoever_is_self_supporting_is_asked_nothing_and_the_page_says_why(lise, case, caseworker):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=TODAY, by=caseworker)

    page = lise.get(url(case, "hours"))

    assertContains(page, "No number of hours is asked this week")
    assertContains(page, "Self-supporting: the rules cover people on a benefit only.")


def test_that_an_average_is_held_against_one_week_is_said_wherever_it_is(lise, unit, caseworker):
    """§ 17 a(2): 15 hours on average, over how many weeks no source says."""
    with arranging(TODAY):
        case = CaseFactory(unit=unit, taken_over_on=date(2024, 11, 4), on_benefit=True, caseworker=caseworker)

    for address in (
        url(case, "hours"),
        reverse("case", args=[case.public_id]),
        reverse("refugees:below_hours"),
    ):
        assertContains(lise.get(address), "here they are held against this week alone", count=1)


def test_the_work_duty_is_of_each_week_and_no_average(lise, case):
    assertNotContains(lise.get(url(case, "hours")), "held against this week alone")


def test_an_education_is_neither_counted_nor_nothing(lise, case, caseworker):
    school(case, caseworker, 30)

    page = lise.get(url(case, "hours"))

    assertContains(page, "Education, VUF Invented: 30 h")
    assertContains(page, "whether it counts is not verified")
    assertContains(page, "not all hours are known")


def test_an_activity_is_counted_corrected_and_withdrawn_and_all_of_it_stays(lise, case):
    said = {"kind": "talks", "about": "Every Friday", "minutes_a_week": "1:30"}
    done = lise.post(url(case, "count_activity"), said | on("on", TAKEOVER) | no_day("last_on"))
    assertRedirects(done, url(case, "hours"))
    row = case.counted_activities.get()
    assert (row.minutes_a_week, row.during, week(case).counted) == (90, SINCE, 90)

    otherwise = said | {"minutes_a_week": "2", "why": "It takes longer."}
    lise.post(
        url(case, "correct_activity", row.public_id), otherwise | on("on", TAKEOVER) | no_day("last_on")
    )
    assert week(case).counted == 120
    assertContains(lise.get(url(case, "hours")), "Talks about work with the City, Every Friday, 1 h 30 min")

    lise.post(url(case, "withdraw_activity", row.public_id), {"reason": "Another person."})
    assert week(case).counted == 0
    page = lise.get(url(case, "hours"))
    assertContains(page, "Another person.")
    verbs = CaseLine.objects.filter(case=case, verb__startswith="week-").order_by("pk")
    assert [line.verb for line in verbs] == [
        "week-counted",
        "week-counted-corrected",
        "week-counted-withdrawn",
    ]
    history = lise.get(url(case, "history"))
    assertContains(history, "It takes longer.")
    assertContains(history, "Counted in the week from Mon 2 Nov 2026: talks about work with the City")


def test_a_cut_is_recorded_corrected_and_withdrawn(lise, case):
    said = {"minutes_a_week": "20", "ground": "conclusion"}
    lise.post(url(case, "cut_hours"), said | on("on", TAKEOVER) | no_day("last_on"))
    row = case.hours_cuts.get()
    assert week(case).asked == 20 * 60
    assertContains(lise.get(url(case, "hours")), "The City has cut the 37 hours of the work duty for health.")

    otherwise = said | {"minutes_a_week": "15", "why": "Typed wrongly."}
    lise.post(url(case, "correct_cut", row.public_id), otherwise | on("on", TAKEOVER) | no_day("last_on"))
    assert week(case).asked == 15 * 60

    lise.post(url(case, "withdraw_cut", row.public_id), {"reason": "Nobody decided it."})
    assert week(case).asked == 37 * 60
    assertContains(lise.get(url(case, "history")), "Nobody decided it.")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"minutes_a_week": "37", "ground": "conclusion"}, "A cut leaves fewer than 37 hours a week."),
        ({"minutes_a_week": "some", "ground": "conclusion"}, "Write hours, for example 30, 7:30 or 7,5."),
        ({"minutes_a_week": "", "ground": "conclusion"}, "Write how many hours are asked."),
        ({"minutes_a_week": "20"}, "Choose on what it rests."),
    ],
)
def test_a_cut_that_cannot_be_is_refused_in_words_and_nothing_is_lost(lise, case, said, sentence):
    page = lise.post(url(case, "cut_hours"), said | on("on", TAKEOVER) | no_day("last_on"))

    assertContains(page, sentence, status_code=422)
    assert not case.hours_cuts.exists()


def test_an_effort_under_the_social_or_health_acts_has_no_words(lise, case):
    said = {"kind": "social-health", "about": "Something", "minutes_a_week": "2"}

    page = lise.post(url(case, "count_activity"), said | on("on", TAKEOVER) | no_day("last_on"))

    assertContains(page, "What it is about is not written here: leave the words out.", status_code=422)


def test_a_second_cut_ends_the_first_and_one_in_the_way_is_named(case, caseworker):
    first = cut(case, caseworker)
    cut(case, caseworker, 10, DateRange(TODAY, None))
    first.refresh_from_db()
    assert (first.during, week(case).asked) == (DateRange(TAKEOVER, TODAY), 600)

    with pytest.raises(ValidationError, match="is in the way"):
        cut(case, caseworker, 5, DateRange(TAKEOVER, None))


def test_whoever_comes_second_is_told(case, caseworker):
    row = counted(case, caseworker)
    overtaken = Seen(("kind", "minutes_a_week"), "somebody else's")

    with pytest.raises(StaleEdit):
        row.withdraw(why="Wrong.", on=TODAY, by=caseworker, version=overtaken)
    with pytest.raises(StaleEdit):
        cut(case, caseworker, version=overtaken)


def of(unit, caseworker):
    """Somebody on a benefit for whom no Danish class is recorded."""
    facts = {"taken_over_on": TAKEOVER, "on_benefit": True, "danish_on": None}
    return CaseFactory(unit=unit, caseworker=caseworker, **facts)


def test_the_list_holds_who_is_below_those_first_and_no_other(lise, unit, case, colleague, caseworker):
    fine, unknown, below, another = (of(unit, who) for who in [caseworker] * 3 + [colleague])
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=TODAY, by=caseworker)
    counted(fine, caseworker, kind="guidance", minutes_a_week=37 * 60)
    counted(unknown, caseworker, kind="guidance", minutes_a_week=None)
    with user_scope(caseworker):
        rows = below_hours(caseworker, TODAY)

    assert [row.case.pk for row in rows] == [below.pk, unknown.pk]
    page = lise.get(reverse("refugees:below_hours"))
    assertContains(page, "2 of your people have fewer hours")
    for absent in (case, fine, another):
        assertNotContains(page, absent.number)
    assertContains(lise.get(reverse("my_work")), "Below their hours: 2")


def test_the_list_takes_as_many_queries_for_thirty_as_for_three(lise, unit, caseworker):
    numbers = []
    for size in (3, 27):
        for _n in range(size):
            each = of(unit, caseworker)
            counted(each, caseworker)
            cut(each, caseworker)
        with CaptureQueriesContext(connection) as queries:
            page = lise.get(reverse("refugees:below_hours"))
        numbers.append((len(queries), page.content.decode().count("19 h missing")))
    assert numbers == [(numbers[0][0], 3), (numbers[0][0], 30)]


def test_the_walls(stranger, mentor, caseworker, case):
    counted(case, caseworker)
    cut(case, caseworker)
    for user in (stranger, mentor):
        with user_scope(user):
            for model in (CountedActivity, HoursCut):
                assert not model.objects.exists()
                assert not model.pgh_event_model.objects.exists()
    with user_scope(caseworker):
        assert CountedActivity.objects.count() == HoursCut.objects.count() == 1


def activity(case, **facts):
    usual = {"kind": "talks", "minutes_a_week": 60, "during": SINCE}
    return CountedActivity.objects.create(case=case, **usual | facts)


def less(case, **facts):
    usual = {"minutes_a_week": 60, "ground": "conclusion", "during": SINCE}
    return HoursCut.objects.create(case=case, **usual | facts)


EMPTY = DateRange(empty=True)
RULES = {
    "counted_kind_is_known": lambda case: activity(case, kind="chess"),
    "counted_period_has_days": lambda case: activity(case, during=EMPTY),
    "counted_hours_fit_in_a_week": lambda case: activity(case, minutes_a_week=0),
    "social_or_health_effort_has_no_words": lambda case: activity(case, kind="social-health", about="Ill"),
    "counted_correction_says_who_when_why": lambda case: activity(case, version=2),
    "counted_withdrawal_is_a_correction": lambda case: activity(case, withdrawn_at=now()),
    "cut_ground_is_known": lambda case: less(case, ground="flu"),
    "cut_period_has_days": lambda case: less(case, during=EMPTY),
    "cut_is_below_full_time": lambda case: less(case, minutes_a_week=37 * 60),
    "cut_one_at_a_time": lambda case: [less(case), less(case)],
    "cut_correction_says_who_when_why": lambda case: less(case, version=2),
    "cut_withdrawal_is_a_correction": lambda case: less(case, withdrawn_at=now()),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_database_refuses(rule, case):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        RULES[rule](case)


def test_every_rule_of_the_week_is_tried():
    names = {rule.name for model in (CountedActivity, HoursCut) for rule in model._meta.constraints}
    assert names == set(RULES)
