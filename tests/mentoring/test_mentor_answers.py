"""What a person says to a mentor offered: one offer stands, a changed answer is a correction, a no lets a mentor go."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from mentoring.models import Concern, HolisticOffer, Letter, RetentionOffer
from refugees.models import Case, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory
from tests.mentoring.mentors import accept, mentor_of, who_wants_one

pytestmark = pytest.mark.django_db

OFFERS = [HolisticOffer, RetentionOffer]
BY = {"today": TODAY, "by": None}
NO = {"answer": "declined", "reason": "Has a cousin here"}
LATER = {"answer": "accepted", "correction_reason": "The cousin has moved"}


def made(kind, case, on=TODAY):
    return kind.objects.make(case=case, on=on, **BY)


@pytest.fixture
def alone(unit, caseworker):
    return CaseFactory(unit=unit, caseworker=caseworker, mentor_offered_on=None)


def url(offer, name="answer_holistic_offer"):
    return reverse(f"mentoring:{name}", args=[offer.case.public_id, offer.public_id])


@pytest.mark.parametrize("kind", OFFERS)
def test_one_offer_stands_and_the_one_before_is_kept(alone, kind):
    first = made(kind, alone, TODAY - timedelta(days=9))
    with pytest.raises(ValidationError, match="record the answer first"):
        made(kind, alone)
    first.record_answer(on=TODAY - timedelta(days=8), **BY, **NO)

    second = made(kind, alone, TODAY - timedelta(days=1))

    first.refresh_from_db()
    assert (first.replaced_at is not None, first.answer) == (True, "declined")
    assert list(kind.objects.newest()) == [second]
    assert kind.objects.standing().count() == 2
    with pytest.raises(ValidationError, match="offered again since then"):
        first.record_answer(on=TODAY, **BY, **LATER)
    with pytest.raises(IntegrityError, match="one_standing"), transaction.atomic():
        kind.objects.filter(pk=first.pk).update(replaced_at=None)
    second.take_back(reason="Another person", on=TODAY, by=None)
    assert list(kind.objects.newest()) == [first]


@pytest.mark.parametrize("kind", OFFERS)
def test_an_earlier_offer_cannot_follow_a_later_one(alone, kind):
    made(kind, alone).record_answer(on=TODAY, **BY, **NO)

    with pytest.raises(ValidationError, match="cannot follow it"):
        made(kind, alone, TODAY - timedelta(days=1))

    assert kind.objects.count() == 1


@pytest.mark.parametrize("kind", OFFERS)
def test_a_changed_answer_says_why_and_keeps_the_old_one(alone, kind):
    offer = made(kind, alone)
    offer.record_answer(on=TODAY, **BY, **NO)

    with pytest.raises(ValidationError, match="why the answer is changed"):
        offer.record_answer(answer="accepted", on=TODAY, **BY)
    with pytest.raises(IntegrityError, match="changed_answer_says_why"), transaction.atomic():
        kind.objects.filter(pk=offer.pk).update(answer="accepted", reason="")
    offer.refresh_from_db()
    offer.record_answer(on=TODAY, **BY, **LATER)

    [kept] = kind.objects.with_earlier()
    assert (kept.answer, kept.correction_reason, kept.version) == ("accepted", "The cousin has moved", 3)
    assert [(old.answer, old.reason) for old in kept.earlier] == [("declined", "Has a cousin here")]


def test_the_page_shows_both_answers_and_the_history_each_as_it_was(lise, alone):
    offer = made(HolisticOffer, alone)
    lise.post(url(offer), {"on_when": "today"} | NO)
    silent = lise.post(url(offer), {"on_when": "today", "answer": "accepted"})
    assertContains(silent, "Say why.", status_code=422)
    back = reverse("mentoring:holistic", args=[alone.public_id])
    assertRedirects(lise.post(url(offer), {"on_when": "today"} | LATER), back)

    for words in ("Wants a mentor", "What was answered before", "Has a cousin here", "The cousin has moved"):
        assertContains(lise.get(back), words)
    history = lise.get(reverse("refugees:history", args=[alone.public_id]))
    for words in ("Has a cousin here", "The cousin has moved", "corrected"):
        assertContains(history, words)


def test_a_line_from_before_the_versions_is_told_as_it_was_too(lise, alone):
    offer = made(HolisticOffer, alone)
    offer.record_answer(on=TODAY, **BY, **NO)
    lines = alone.lines.filter(verb__startswith="holistic")
    assert lines.count() == 2
    offer.record_answer(on=TODAY, **BY, answer="declined", reason="Too far", correction_reason="Misheard")

    history = lise.get(reverse("refugees:history", args=[alone.public_id]))

    for words in ("Has a cousin here", "Too far", "Misheard"):
        assertContains(history, words, count=1)


@pytest.mark.parametrize(
    ("part", "kind", "name"),
    [
        (Part.HOLISTIC_MENTOR, HolisticOffer, "answer_holistic_offer"),
        (Part.RETENTION_MENTOR, RetentionOffer, "answer_retention_offer"),
    ],
)
def test_whoever_wants_no_mentor_any_more_keeps_none(lise, alone, caseworker, part, kind, name):
    offer = made(kind, alone)
    offer.record_answer(answer="accepted", on=TODAY - timedelta(days=0), **BY)
    mentor = mentor_of(kinds=[part])
    since = TODAY - timedelta(days=7)
    TeamMember.objects.assign(case=alone, user=mentor, part=part, on=since, by=None)
    assertContains(lise.get(url(offer, name)), f"the time of {mentor.name} as mentor ends today")
    no = {"on_when": "today", "correction_reason": "Said so today"} | NO

    refused = lise.post(url(offer, name), no)

    assertContains(refused, f"{mentor.name} is the person&#x27;s mentor", status_code=422)
    assert Case.objects.visible_to(mentor).exists()
    assert lise.post(url(offer, name), no | {"ends_mentor": "on"}).status_code == 302
    assert not Case.objects.visible_to(mentor).exists()
    offer.refresh_from_db()
    assert (offer.answer, alone.team.get(part=part).last_on) == ("declined", TODAY - timedelta(days=1))
    assert alone.lines.filter(verb="left-team", about=mentor, by=caseworker).exists()


def test_without_a_mentor_nobody_is_asked_about_one(lise, alone):
    offer = made(HolisticOffer, alone)

    assertNotContains(lise.get(url(offer)), "as mentor ends today")


@pytest.mark.parametrize("kind", [HolisticOffer, RetentionOffer, Concern, Letter])
def test_nothing_of_it_is_ever_gone(case, kind):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        kind.objects.all()._raw_delete(using="default")


def test_the_page_that_gives_a_mentor_says_who_leaves_by_it(at_forms, team_lead, unit):
    offer, other = who_wants_one(unit), who_wants_one(unit)
    before = mentor_of()
    accept(offer, before)
    browser = at_forms(team_lead)

    page = browser.get(reverse("mentoring:give_mentor", args=[offer.public_id]))

    assertContains(page, "Who leaves by it")
    assertContains(page, f"{before.name} is the person&#x27;s mentor now and leaves on that day")
    assertContains(page, "0 open promises pass on.")
    assertNotContains(browser.get(reverse("mentoring:give_mentor", args=[other.public_id])), "Who leaves")
