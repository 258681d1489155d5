"""Open counselling: who came, who talks with them, what came of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from mentoring.models import Visit
from refugees.models import CaseLine, Message
from refugees.verbs import sentence
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db


def came(case, by, about="letter", note="From the tax office"):
    return Visit.objects.arrive(case=case, about=about, note=note, by=by)


def queue(user):
    return [visit.case for visit in Visit.objects.visible_to(user).waiting()]


def lines(case):
    rows = CaseLine.objects.filter(case=case, verb__startswith="counselling").order_by("pk")
    return [sentence(line.verb, line.details) for line in rows]


def test_who_came_first_is_first_and_nobody_waits_twice(unit, caseworker):
    first, second = CaseFactory(unit=unit), CaseFactory(unit=unit)
    for case in (first, second):
        came(case, caseworker)

    assert queue(caseworker) == [first, second]
    with pytest.raises(ValidationError, match="already stands in the queue"):
        came(first, caseworker)


def test_of_two_who_call_the_same_person_one_talks_and_the_other_is_told_who(case, caseworker, colleague):
    visit = came(case, caseworker)
    too_late = Visit.objects.get()
    visit.take(by=colleague)

    with pytest.raises(ValidationError, match=f"{colleague.name} already talks with this person"):
        too_late.take(by=caseworker)

    stored = Visit.objects.get()
    assert stored.taken_by == colleague
    assert queue(caseworker) == []
    assert list(Visit.objects.under_way()) == [stored]


def test_what_came_of_it_stands_on_the_case_and_the_caseworker_is_told(case, caseworker, colleague):
    visit = came(case, colleague)
    visit.take(by=colleague)
    visit.end(outcome="passed-on", said="Wants another course.", today=TODAY, by=colleague)

    assert lines(case) == [
        "Came to open counselling: a letter or a form",
        "Open counselling of Mon 23 Nov 2026: passed on to the caseworker",
    ]
    message = Message.objects.get(to_user=caseworker)
    assert message.sentence == "Was in open counselling: passed on to the caseworker"


def test_whoever_talked_with_their_own_citizen_is_told_nothing(case, caseworker):
    came(case, caseworker).end(outcome="answered", today=TODAY, by=caseworker)

    assert not Message.objects.exists()
    assert Visit.objects.get().taken_by == caseworker


def test_whoever_left_was_talked_with_by_nobody_and_is_told_of_to_nobody(case, colleague):
    came(case, colleague).end(outcome="left", today=TODAY, by=colleague)

    visit = Visit.objects.get()
    assert (visit.taken_by, visit.taken_at) == (None, None)
    assert not Message.objects.exists()
    assert lines(case)[-1].endswith("left before anybody had time")


def test_an_ended_visit_ends_no_second_time(case, caseworker, colleague):
    visit = came(case, caseworker)
    too_late = Visit.objects.get()
    visit.end(outcome="answered", today=TODAY, by=colleague)

    for again in (
        lambda: too_late.end(outcome="booked", today=TODAY, by=caseworker),
        lambda: too_late.take(by=caseworker),
    ):
        with pytest.raises(ValidationError, match="has ended meanwhile"):
            again()
    assert Visit.objects.get().outcome == "answered"


def test_a_visit_is_written_afterwards_for_its_own_day_and_for_none_to_come(case, caseworker):
    yesterday = TODAY - timedelta(days=1)
    facts = {"case": case, "about": "job", "outcome": "booked", "today": TODAY, "by": caseworker}

    visit = Visit.objects.record(on=yesterday, **facts)

    assert (visit.on, visit.taken_by) == (yesterday, caseworker)
    assert not Visit.objects.ended_on(TODAY).exists()
    with pytest.raises(ValidationError, match="on the day or later"):
        Visit.objects.record(on=TODAY + timedelta(days=1), **facts)


def test_a_correction_says_why_and_keeps_what_stood_there(case, caseworker):
    visit = came(case, caseworker)
    visit.end(outcome="answered", said="All is well.", today=TODAY, by=caseworker)
    facts = {"about": "money", "note": "", "outcome": "booked", "said": "Friday.", "by": caseworker}

    with pytest.raises(ValidationError, match="Say why"):
        visit.correct(reason=" ", **facts)
    visit.correct(reason="Another person.", **facts)

    assert (visit.about, visit.said) == ("money", "Friday.")
    events = Visit.pgh_event_model.objects.filter(pgh_obj_id=visit.pk)
    assert "All is well." in set(events.values_list("said", flat=True))


def test_a_visit_that_never_was_leaves_the_queue_and_stays_in_the_history(case, caseworker):
    visit = came(case, caseworker)
    visit.take_back(reason="The wrong person.", by=caseworker)

    assert queue(caseworker) == []
    assert lines(case)[-1] == "Open counselling of Mon 23 Nov 2026 taken back"
    came(case, caseworker)


def test_another_unit_sees_nobody_of_this_queue(case, caseworker, stranger):
    came(case, caseworker)
    assert queue(stranger) == []
