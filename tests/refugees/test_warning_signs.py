"""Early-warning signs: who notes one, who is told, and that it stands in the work until something was done."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.day import now
from accounts.scope import user_scope
from copenhagen_model.worklist import Group, places
from refugees.models import Message, WarningSign
from tests.crowd import crowd
from tests.factories import TODAY
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)
WORDS = "Came late three times this week"


def url(case, name="signs", *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


def note(case, by, **facts):
    facts = {"kind": "late", "on": YESTERDAY, "noted_by": "mentor", "words": WORDS} | facts
    return WarningSign.objects.note(case=case, today=TODAY, by=by, **facts)


def test_a_mentor_notes_one_and_it_stands_in_the_caseworkers_work_until_answered(
    signed_in, lise, mentor, caseworker, case
):
    sent = {"kind": "late", "on_when": "yesterday", "words": WORDS}
    assertRedirects(signed_in(mentor).post(url(case, "note_sign"), sent), url(case))

    sign = WarningSign.objects.get()
    assert (sign.author, sign.noted_by) == (mentor, "mentor")
    told = Message.objects.get()
    assert (told.to_user, told.kind, told.about) == (caseworker, "warning-sign", f"sign:{sign.public_id}")
    work = lise.get(reverse("my_work"))
    assertContains(work, "Early-warning signs to answer")
    assertContains(work, url(case, "act_on_sign", sign.public_id))
    assertContains(lise.get(reverse("case", args=[case.public_id])), "Nothing was done yet")

    answer = {"action": "Talked with the employer", "on_when": "today"}
    assertRedirects(lise.post(url(case, "act_on_sign", sign.public_id), answer), url(case))
    assertNotContains(lise.get(reverse("my_work")), "Early-warning signs to answer")
    assertContains(lise.get(url(case)), "Talked with the employer")
    theirs = signed_in(mentor).get(url(case))
    assertContains(theirs, f"Answered by {caseworker.name}")
    assertNotContains(theirs, "Talked with the employer")


def test_an_open_sign_makes_the_case_need_attention(caseworker, mentor, case):
    assert places(caseworker, TODAY)[0].group != Group.DUE_SOON
    sign = note(case, mentor)

    [place] = places(caseworker, TODAY)
    assert (place.group, place.on) == (Group.DUE_SOON, YESTERDAY)

    sign.act(action="Called", on=TODAY, today=TODAY, by=caseworker)
    assert places(caseworker, TODAY)[0].group != Group.DUE_SOON


def test_a_company_may_note_one_without_an_account(case, caseworker):
    sign = note(case, None, noted_by="company")

    assert sign.whose == "The company"
    assert Message.objects.get().to_user == caseworker


def test_what_is_behind_health_is_said_in_no_words(signed_in, mentor, case):
    sent = {"kind": "health-team", "on_when": "today", "words": "Looks ill"}
    refused = signed_in(mentor).post(url(case, "note_sign"), sent)

    assertContains(refused, "for the health team alone", status_code=422)
    assertContains(refused, "Looks ill", status_code=422)
    signed_in(mentor).post(url(case, "note_sign"), sent | {"words": ""})
    assert WarningSign.objects.get().words == ""


def test_it_is_not_of_tomorrow_and_nothing_is_done_before_it_was_noticed(caseworker, case):
    with pytest.raises(ValidationError, match="not before"):
        note(case, caseworker, on=TODAY + timedelta(days=1))
    sign = note(case, caseworker, noted_by="caseworker", on=TODAY)
    with pytest.raises(ValidationError, match="not before the sign was noticed"):
        sign.act(action="Called", on=YESTERDAY, today=TODAY, by=caseworker)
    with pytest.raises(ValidationError, match="on the day or later"):
        sign.act(action="Called", on=TODAY + timedelta(days=1), today=TODAY, by=caseworker)


def test_taken_back_it_waits_for_nothing(lise, mentor, case):
    sign = note(case, mentor)
    assertRedirects(
        lise.post(url(case, "take_sign_back", sign.public_id), {"reason": "Another person"}), url(case)
    )

    assert not WarningSign.objects.open().exists()
    assertContains(lise.get(reverse("refugees:history", args=[case.public_id])), "Another person")


def test_two_who_answer_at_once_see_both_texts(signed_in, lise, colleague, mentor, case):
    sign = note(case, mentor)
    address = url(case, "act_on_sign", sign.public_id)
    slow = signed_in(colleague)
    version = slow.get(address).context["version"]
    lise.post(address, {"action": "Called the employer", "on_when": "today"})

    sent = {"action": "Wrote to the school", "on_when": "today", "version": version}
    assertContains(slow.post(address, sent), "Called the employer", status_code=409)
    sign.refresh_from_db()
    assert sign.action == "Called the employer"


def test_a_mentor_sees_their_own_and_no_other_unit_any(signed_in, mentor, caseworker, stranger, case):
    own = note(case, mentor)
    note(case, caseworker, noted_by="caseworker", kind="conflict", words="Not for mentors")

    assertNotContains(signed_in(mentor).get(url(case)), "Not for mentors")
    with user_scope(mentor):
        assert list(WarningSign.objects.all()) == [own]
        assert {event.pgh_obj_id for event in WarningSign.pgh_event_model.objects.all()} == {own.pk}
    with user_scope(stranger):
        assert not WarningSign.objects.exists()
    with user_scope(caseworker):
        assert WarningSign.objects.visible_to(caseworker).count() == WarningSign.objects.count() == 2


def test_my_work_takes_as_many_queries_for_thirty_signs_as_for_three(lise, unit, caseworker):
    numbers = []
    for size in (3, 27):
        for case in crowd(size, unit=unit, caseworker=caseworker):
            note(case, caseworker, noted_by="caseworker")
        with CaptureQueriesContext(connection) as queries:
            lise.get(reverse("my_work"))
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def sign(case, **facts):
    usual = {"kind": "late", "on": TODAY, "noted_by": "company"}
    return WarningSign.objects.create(case=case, **usual | facts)


RULES = {
    "sign_kind_is_known": lambda case: sign(case, kind="omen"),
    "sign_noted_by_is_known": lambda case: sign(case, noted_by="neighbour"),
    "sign_of_a_colleague_names_them": lambda case: sign(case, noted_by="mentor"),
    "sign_for_the_health_team_has_no_words": lambda case: sign(case, kind="health-team", words="Ill"),
    "other_sign_says_what": lambda case: sign(case, kind="other"),
    "sign_action_says_what_when_by_whom": lambda case: sign(case, action="Called"),
    "taking_back_a_sign_says_why": lambda case: sign(case, taken_back_at=now()),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_database_refuses(rule, case):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        RULES[rule](case)


def test_every_rule_of_a_sign_is_tried():
    [model] = [model for model in our_models() if model is WarningSign]
    assert {rule.name for rule in model._meta.constraints} == set(RULES)
