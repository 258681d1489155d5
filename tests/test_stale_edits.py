"""Two people change the same thing at once: whoever comes second sees both texts, and nothing is overwritten."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from pytest_django.asserts import assertContains

from accounts.permissions import Role
from internships.models import Answer, Offer
from tests.factories import UserFactory
from tests.forms import on
from tests.people import arranging, made_from
from tests.refugees.lists import PERSON, row_of, taken_in, url
from tests.stale_edits.at_companies import AT_COMPANIES
from tests.stale_edits.of_days_away import OF_DAYS_AWAY
from tests.stale_edits.of_mentors import OF_MENTORS
from tests.stale_edits.of_the_case import OF_THE_CASE
from tests.stale_edits.of_work import OF_WORK
from tests.stale_edits.scene import FIRST
from tests.stale_edits.stage import address_of, arranged, chosen, facts, with_people

LATER = "Somebody else saved this while you were writing"
SCENES = OF_THE_CASE | OF_WORK | AT_COMPANIES | OF_DAYS_AWAY | OF_MENTORS


@pytest.mark.django_db
@pytest.mark.parametrize("name", SCENES)
def test_the_second_sees_both_texts_and_overwrites_only_knowingly(
    name, signed_in, caseworker, colleague, case, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    scene = SCENES[name]
    case = arranged(scene, case, caseworker)
    # What hangs on no case is seen by nobody else: two windows of one person.
    other = caseworker if "own" in scene.second[0] else colleague
    if scene.are_leads:
        leads = {"role": Role.TEAM_LEAD, "unit": case.unit}
        caseworker, other = UserFactory(name="Mette Invented", **leads), UserFactory(**leads)
    first, second = signed_in(caseworker), signed_in(other)
    said = {what: chosen(what, case) for what in (scene.first[1].get("user"), scene.second[1].get("user"))}
    at = {what[0]: address_of(what[0], scene, case) for what in (scene.first, scene.second)}
    opened = {what[0]: made_from(first.get(at[what[0]])) for what in (scene.first, scene.second)}
    assert all(opened.values())

    done = first.post(at[scene.first[0]], with_people(scene.first, said) | opened[scene.first[0]])
    assert done.status_code == 302
    standing = facts(case)
    refused = second.post(at[scene.second[0]], with_people(scene.second, said) | opened[scene.second[0]])

    assertContains(refused, LATER, status_code=409)
    assertContains(refused, f"Saved by {caseworker.name}", status_code=409)
    assertContains(refused, scene.theirs, status_code=409)
    assertContains(refused, scene.yours, status_code=409)
    assert facts(case) == standing

    again = second.post(at[scene.second[0]], with_people(scene.second, said) | made_from(refused))

    assert again.status_code == scene.again
    if scene.sentence:
        assertContains(again, scene.sentence, status_code=422)
        assert facts(case) == standing


@pytest.mark.django_db
def test_a_form_that_comes_back_to_be_mended_is_still_made_from_what_was_seen(
    signed_in, caseworker, colleague, case
):
    scene = SCENES["two answers to an offer"]
    case = arranged(scene, case, caseworker)
    at = address_of("internships:answer", scene, case)
    first, second = signed_in(caseworker), signed_in(colleague)
    seen = made_from(second.get(at))
    first.post(at, scene.first[1] | made_from(first.get(at)))

    unmended = second.post(at, {"answer": ""} | on("answered_on", FIRST) | seen)
    mended = second.post(at, scene.second[1] | made_from(unmended))

    assert (unmended.status_code, mended.status_code) == (422, 409)
    assert Offer.objects.get().answer == Answer.DECLINED


@pytest.mark.django_db
def test_a_form_that_does_not_say_what_it_was_made_from_overwrites_nothing(signed_in, caseworker, case):
    scene = SCENES["two answers to an offer"]
    case = arranged(scene, case, caseworker)

    sent = signed_in(caseworker).post(address_of("internships:answer", scene, case), scene.first[1])

    assert sent.status_code == 409
    assert Offer.objects.get().answer == Answer.OPEN


def test_of_two_answers_on_two_connections_at_once_one_is_kept_and_one_is_told(
    committed_db, request, signed_in
):
    scene = SCENES["two answers to an offer"]
    with arranging():
        caseworker, colleague = request.getfixturevalue("caseworker"), request.getfixturevalue("colleague")
        case = arranged(scene, request.getfixturevalue("case"), caseworker)
        at = address_of("internships:answer", scene, case)
        browsers = [(signed_in(caseworker), scene.first), (signed_in(colleague), scene.second)]
    seen = made_from(browsers[0][0].get(at))
    ready = threading.Barrier(2)

    def send(who):
        browser, (_, said) = who
        ready.wait()
        try:
            return browser.post(at, said | seen)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(send, browsers))

    assert sorted(each.status_code for each in answers) == [302, 409]
    with arranging():
        kept = Offer.objects.get()
        assert case.lines.filter(verb="internship-answered").count() == 1
    won = next(
        what for each, (_, (_, what)) in zip(answers, browsers, strict=True) if each.status_code == 302
    )
    assert kept.answer == won["answer"]


def test_of_two_corrections_of_an_intake_row_at_once_one_is_kept_and_one_is_told(
    committed_db, request, signed_in
):
    with arranging():
        caseworker, colleague = request.getfixturevalue("caseworker"), request.getfixturevalue("colleague")
        found = taken_in(caseworker, PERSON)
    browsers = [(signed_in(caseworker), "Ahmed"), (signed_in(colleague), "Achmad")]
    at = url("intake_row", found, 2)
    form = dict(browsers[0][0].get(at).context["form"].data)
    ready = threading.Barrier(2)

    def send(who):
        browser, name = who
        ready.wait()
        try:
            return browser.post(at, form | {"given_name": name})
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(send, browsers))

    assert sorted(each.status_code for each in answers) == [302, 409]
    won = next(name for each, (_, name) in zip(answers, browsers, strict=True) if each.status_code == 302)
    with arranging():
        assert row_of(found).facts.given_name == won
