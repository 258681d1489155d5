"""Referred to Danish education, placed by the provider, ended: the facts, the promise and the forms."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock, State
from refugees.models import CaseLine, Seen, StaleEdit, version_of
from refugees.timeline import timeline
from screening.models import DanishReferral, Finish, Track
from screening.views.danish import TELLS
from tests.factories import TODAY, CaseFactory
from tests.forms import no_day, on

pytestmark = pytest.mark.django_db

TAKEOVER = date(2026, 11, 2)
DUE = date(2026, 12, 2)
REFERRED = date(2026, 11, 10)
STANDING = {"provider": "Invented Language School", "referred_on": REFERRED}


def url(name, case, *rows):
    return reverse(f"screening:{name}", args=[case.public_id, *(row.public_id for row in rows)])


@pytest.fixture
def newcomer(unit, caseworker):
    """Nobody has referred this person yet."""
    return CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=TAKEOVER, danish_on=None)


@pytest.fixture
def referral(newcomer, caseworker):
    return DanishReferral.objects.refer(case=newcomer, today=TODAY, by=caseworker, **STANDING)


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


def clock(case):
    return Clock.objects.at(TODAY).get(case=case, goal="danish-referred", standard="law")


def create(case, **facts):
    return DanishReferral.objects.create(case=case, **STANDING | facts)


PLACED = {"placed_on": TODAY, "track": Track.DU2}
RULES = {
    "one_danish_referral_at_a_time": lambda case: [create(case), create(case)],
    "danish_referral_names_the_provider": lambda case: create(case, provider=""),
    "danish_track_is_set_by_the_provider": lambda case: create(case, track=Track.DU1),
    "danish_starts_after_the_referral": lambda case: create(case, starts_on=TAKEOVER, **PLACED),
    "danish_hours_fit_in_a_week": lambda case: create(case, minutes_a_week=37 * 60 + 1, **PLACED),
    "danish_end_says_how": lambda case: create(case, ended_on=TODAY),
    "taking_back_a_referral_says_why": lambda case: create(case, taken_back_at="2026-11-20T10:00:00+01:00"),
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(newcomer, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](newcomer)


@pytest.mark.parametrize(
    "facts",
    [{"placed_on": REFERRED, "track": "du9"}, {"placed_on": TAKEOVER, "track": "du1"}, {"module": "Modul 1"}],
)
def test_a_track_is_a_known_one_and_comes_with_the_provider(newcomer, facts):
    with pytest.raises(IntegrityError, match="danish_track_is_set_by_the_provider"), transaction.atomic():
        create(newcomer, **facts)


def test_every_rule_of_the_referral_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    named = {rule.name for rule in DanishReferral._meta.constraints if isinstance(rule, checked)}

    assert named == set(RULES)


def test_the_referral_meets_the_laws_month(newcomer, caseworker):
    assert (clock(newcomer).state, clock(newcomer).due_on) == (State.RUNNING, DUE)

    DanishReferral.objects.refer(case=newcomer, today=TODAY, by=caseworker, **STANDING)

    assert (clock(newcomer).state, clock(newcomer).met_on) == (State.MET_IN_TIME, REFERRED)


def test_the_first_referral_counts_and_taking_it_back_lets_the_clock_run_again(
    referral, newcomer, caseworker
):
    referral.end(on=TODAY, finish=Finish.OTHER_PROVIDER, today=TODAY, by=caseworker)
    DanishReferral.objects.refer(
        case=newcomer, provider="Another", referred_on=TODAY, today=TODAY, by=caseworker
    )
    assert clock(newcomer).met_on == REFERRED

    referral.take_back(reason="Another person", on=TODAY, by=caseworker)
    assert clock(newcomer).met_on == TODAY

    DanishReferral.objects.standing().get().take_back(reason="Nor this one", on=TODAY, by=caseworker)
    assert clock(newcomer).state == State.RUNNING


def test_a_correction_moves_the_date_and_keeps_what_stood_there(referral, newcomer, caseworker):
    referral.correct(provider="Another", referred_on=TODAY, reason="Wrong letter", today=TODAY, by=caseworker)

    assert clock(newcomer).met_on == TODAY
    assert CaseLine.objects.get(verb="danish-corrected").sentence.startswith(
        "Referral to Danish education of"
    )
    told = timeline(newcomer).items[0]
    assert told.text == "Another\nReason: Wrong letter"
    events = DanishReferral.pgh_event_model.objects.filter(pgh_obj=referral).order_by("pgh_id")
    assert [event.provider for event in events] == ["Invented Language School", "Another"]


def test_the_law_has_it_in_every_rule_set_and_for_no_child(unit):
    for taken_over_on in (date(2018, 7, 2), date(2022, 5, 2), date(2025, 3, 3)):
        assert clock(CaseFactory(unit=unit, taken_over_on=taken_over_on, danish_on=None)).due_on
    child = CaseFactory(unit=unit, taken_over_on=TAKEOVER, danish_on=None, person__born_on=date(2015, 1, 1))
    assert not Clock.objects.filter(case=child, goal="danish-referred").exists()


def test_days_to_come_are_refused(newcomer, referral, caseworker):
    with pytest.raises(ValidationError, match="has not come yet"):
        referral.place(on=DUE, track=Track.DU1, today=TODAY, by=caseworker)
    with pytest.raises(ValidationError, match="has not come yet"):
        referral.end(on=DUE, finish=Finish.COMPLETED, today=TODAY, by=caseworker)


def test_the_second_of_two_who_write_is_told(referral, caseworker):
    seen = Seen(TELLS, version_of(referral, TELLS))
    referral.place(on=TODAY, track=Track.DU1, today=TODAY, by=caseworker)

    with pytest.raises(StaleEdit):
        referral.end(on=TODAY, finish=Finish.STOPPED, today=TODAY, by=caseworker, version=seen)
    assert DanishReferral.objects.get().ended_on is None


def test_from_the_form_to_the_page_of_the_case(lise, newcomer):
    sent = {"provider": "Invented Language School"} | on("referred_on", REFERRED)
    response = lise.post(url("refer_to_danish", newcomer), sent)

    assertRedirects(response, reverse("case", args=[newcomer.public_id]) + "#danish")
    assertContains(lise.get(reverse("case", args=[newcomer.public_id])), "not placed the person yet")


def test_what_the_provider_decided_is_shown_with_its_hours(lise, newcomer, referral):
    page = lise.get(url("place_in_danish", newcomer, referral))
    assertContains(page, "Invented Language School")
    sent = {
        "version": version_of(referral, TELLS),
        "track": "du2",
        "module": "Module 2",
        "minutes_a_week": "7.5",
        "on_when": "today",
    } | on("starts_on", date(2026, 11, 30))

    assert lise.post(url("place_in_danish", newcomer, referral), sent).status_code == 302

    referral.refresh_from_db()
    assert (referral.track, referral.placed_on, referral.minutes_a_week) == ("du2", TODAY, 450)
    page = lise.get(reverse("case", args=[newcomer.public_id]))
    assertContains(page, "7 h 30 min a week")
    assertContains(page, "Danish education 2: short schooling, Module 2")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"minutes_a_week": "40"}, "Write hours a week, at most 37."),
        ({"minutes_a_week": "many"}, "Write hours a week, at most 37."),
        ({"track": ""}, "Choose what the provider decided."),
        (on("on", date(2026, 11, 1)), "on the day of the referral or later"),
        (on("on", DUE), "This day has not come yet."),
    ],
)
def test_what_is_refused_stands_where_the_reader_looks(lise, newcomer, referral, typed, sentence):
    sent = {"version": version_of(referral, TELLS), "track": "du2", "module": "Module 2", "on_when": "today"}

    response = lise.post(url("place_in_danish", newcomer, referral), sent | no_day("starts_on") | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "Module 2", status_code=422)
    assert not DanishReferral.objects.exclude(placed_on=None).exists()


def test_a_second_referral_is_refused_until_the_first_has_ended(lise, newcomer, referral):
    sent = {"provider": "Another"} | on("referred_on", TODAY)

    response = lise.post(url("refer_to_danish", newcomer), sent)

    assertContains(response, "referred to a provider already. End that one first.", status_code=422)
    assertContains(response, "Another", status_code=422)
    ended = {"version": version_of(referral, TELLS), "ended_on_when": "today", "finish": "other-provider"}
    assert lise.post(url("end_danish", newcomer, referral), ended).status_code == 302
    assert lise.post(url("refer_to_danish", newcomer), sent).status_code == 302
    assert DanishReferral.objects.count() == 2


def test_it_is_corrected_and_taken_back_on_the_page(lise, newcomer, referral):
    sent = {"version": version_of(referral, TELLS), "provider": "Another", "reason": "Wrong letter"}
    assert (
        lise.post(url("correct_danish", newcomer, referral), sent | on("referred_on", TODAY)).status_code
        == 302
    )
    referral.refresh_from_db()
    assertContains(lise.get(reverse("case", args=[newcomer.public_id])), "Corrected: Wrong letter")

    sent = {"version": version_of(referral, TELLS), "reason": "Another person"}
    assert lise.post(url("take_danish_back", newcomer, referral), sent).status_code == 302
    assertNotContains(lise.get(reverse("case", args=[newcomer.public_id])), 'id="danish"')


def test_whoever_may_not_writes_nothing(signed_in, manager, mentor, stranger, newcomer, referral):
    for user in (manager, mentor, stranger):
        browser = signed_in(user)
        for name in ("place_in_danish", "end_danish", "correct_danish", "take_danish_back"):
            assert browser.post(url(name, newcomer, referral), {"reason": "x"}).status_code == 404
        assert browser.post(url("refer_to_danish", newcomer), {"provider": "x"}).status_code == 404
    assert DanishReferral.objects.filter(placed_on=None, ended_on=None, taken_back_at=None).count() == 1


# Integration Act § 21(3) (domain facts 1.4): Danish education is 15 hours a week at most on average.
@pytest.mark.parametrize(("minutes", "is_said"), [(None, False), (15 * 60, False), (15 * 60 + 1, True)])
def test_more_than_fifteen_hours_of_danish_a_week_are_said_with_their_source(
    lise, newcomer, referral, minutes, is_said
):
    placed = {"track": "du2", "placed_on": REFERRED}
    DanishReferral.objects.filter(pk=referral.pk).update(minutes_a_week=minutes, **placed)

    page = lise.get(reverse("case", args=[newcomer.public_id]))

    (assertContains if is_said else assertNotContains)(page, "Integration Act § 21(3)")
