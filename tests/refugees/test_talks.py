"""A talk with a person is recorded on the case, corrected with a reason, taken back; its words stay in its row."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from refugees.models import CaseLine, Talk
from refugees.verbs import sentence, tell
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

YESTERDAY = date(2026, 11, 22)


def record(case, by, **facts):
    facts = {
        "kind": "follow-up",
        "on": YESTERDAY,
        "form": "in-person",
        "agreement": "Calls the school",
    } | facts
    return Talk.objects.record(case=case, today=TODAY, by=by, **facts)


def url(case, view, *more):
    return reverse(f"refugees:{view}", args=[case.public_id, *more])


def sent(**changes):
    facts = {
        "kind": "follow-up",
        "on_when": "yesterday",
        "was_held": "yes",
        "form": "phone",
        "agreement": "Agreed",
    }
    return facts | {"participants": ["interpreter"]} | changes


def test_a_talk_leaves_a_line_without_its_words(case, caseworker):
    talk = record(case, caseworker)

    line = CaseLine.objects.get(case=case, verb="talk-held")
    assert sentence(line.verb, line.details) == "Follow-up talk held on Sun 22 Nov 2026"
    assert "school" not in str(line.details)
    assert tell([line])[line.pk].text == "Calls the school"
    assert talk.recorded_by == caseworker


def test_each_line_tells_what_was_said_then(case, caseworker):
    talk = record(case, caseworker)
    facts = {"on": YESTERDAY, "form": "phone", "participants": [], "today": TODAY, "by": caseworker}
    talk.correct(agreement="Calls the firm", was_held=True, why_not="", reason="The diary.", **facts)
    talk.correct(agreement="", was_held=False, why_not="Did not come", reason="The letter.", **facts)
    talk.take_back(reason="Another person.", on=TODAY, by=caseworker)

    lines = list(case.lines.filter(verb__startswith="talk-").order_by("pk"))

    told = tell(lines)
    assert [(told[line.pk].text, told[line.pk].reason) for line in lines] == [
        ("Calls the school", ""),
        ("Calls the firm", "The diary."),
        ("Did not come", "The letter."),
        ("", "Another person."),
    ]


def test_a_correction_that_leaves_the_agreement_does_not_tell_it_again(case, caseworker):
    talk = record(case, caseworker)
    talk.correct(
        on=TODAY,
        form="phone",
        participants=[],
        agreement="Calls the school",
        was_held=True,
        why_not="",
        reason="It was today.",
        today=TODAY,
        by=caseworker,
    )

    line = case.lines.get(verb="talk-corrected")

    assert (tell([line])[line.pk].text, tell([line])[line.pk].reason) == ("", "It was today.")


def test_talks_take_one_query_however_many_lines_tell_of_them(case, caseworker, django_assert_num_queries):
    for number in range(4):
        talk = record(case, caseworker, agreement=f"Number {number}")
        talk.take_back(reason="Another person.", on=TODAY, by=caseworker)
        lines = list(case.lines.filter(verb__startswith="talk-"))

        with django_assert_num_queries(1):
            assert len(tell(lines)) == len(lines)


def test_a_talk_to_come_is_an_appointment_not_a_talk(case, caseworker):
    with pytest.raises(ValidationError, match="on the day or later"):
        record(case, caseworker, on=date(2026, 11, 24))

    assert not Talk.objects.exists()


def test_it_is_recorded_from_the_page_of_the_case(signed_in, caseworker, case):
    response = signed_in(caseworker).post(url(case, "record_talk"), sent())

    assert response.status_code == 302
    talk = Talk.objects.get(case=case)
    assert (talk.on, talk.form, talk.participants, talk.was_held) == (
        YESTERDAY,
        "phone",
        ["interpreter"],
        True,
    )
    page = signed_in(caseworker).get(reverse("case", args=[case.public_id])).content.decode()
    assert "By telephone" in page and "Interpreter" in page


def test_not_held_says_why_and_what_was_typed_stays(signed_in, caseworker, case):
    response = signed_in(caseworker).post(url(case, "record_talk"), sent(was_held="no"))

    assert response.status_code == 422
    assert "Say why the talk was not held." in response.content.decode()
    assert not Talk.objects.exists()

    signed_in(caseworker).post(url(case, "record_talk"), sent(was_held="no", why_not="Did not come"))
    assert Talk.objects.get().why_not == "Did not come"


def test_a_correction_says_why_and_the_first_value_stays_in_the_history(at_forms, caseworker, case):
    talk = record(case, caseworker)

    at_forms(caseworker).post(
        url(case, "correct_talk", talk.public_id),
        sent(on_when="another", on_day="19", on_month="11", on_year="2026", reason="The diary says so"),
    )

    talk.refresh_from_db()
    assert (talk.on, talk.correction_reason) == (date(2026, 11, 19), "The diary says so")
    assert YESTERDAY in Talk.pgh_event_model.objects.filter(pgh_obj_id=talk.pk).values_list("on", flat=True)


def test_taking_back_needs_a_reason_and_hides_it_from_the_box(at_forms, caseworker, case):
    talk = record(case, caseworker)
    browser, address = at_forms(caseworker), url(case, "take_talk_back", talk.public_id)

    assert browser.post(address, {"reason": ""}).status_code == 422
    assert Talk.objects.standing().exists()

    browser.post(address, {"reason": "Another person"})
    assert not Talk.objects.standing().exists()


def test_somebody_of_another_unit_finds_nothing(signed_in, stranger, case, caseworker):
    talk = record(case, caseworker)

    for view, more in (("talks", ()), ("record_talk", ()), ("correct_talk", (talk.public_id,))):
        assert signed_in(stranger).get(url(case, view, *more)).status_code == 404


def test_a_manager_looks_and_does_not_touch(signed_in, manager, case):
    assert signed_in(manager).get(url(case, "talks")).status_code == 200
    assert signed_in(manager).post(url(case, "record_talk"), sent()).status_code == 404
    assert not Talk.objects.exists()


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"kind": "chat"}, "talk_kind_is_known"),
        ({"form": "pigeon"}, "talk_form_is_known"),
        ({"participants": ["parrot"]}, "talk_participants_are_known"),
        ({"was_held": False}, "talk_not_held_says_why"),
        ({"why_not": "Rain"}, "talk_not_held_says_why"),
        ({"taken_back_at": timezone.now()}, "taking_back_a_talk_says_why"),
    ],
)
def test_the_database_refuses_a_talk(case, changes, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Talk.objects.create(case=case, **{"on": YESTERDAY, "form": "phone"} | changes)
