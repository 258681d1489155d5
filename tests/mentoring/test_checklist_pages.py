"""The screens of the checklist: one tap, who may, what is said when something stands in the way."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from mentoring.models import ChecklistMark, ChecklistVersion
from refugees.models import TeamMember
from tests.factories import TODAY, CaseFactory
from tests.forms import on
from tests.mentoring.mentors import room_for_many
from tests.mentoring.test_checklists import newer, tick
from tests.people import made_from

pytestmark = pytest.mark.django_db
LIST = "mentoring:checklist"


def url(view, case, *args):
    return reverse(f"mentoring:{view}", args=[case.public_id, *args])


def test_one_tap_on_my_people_ticks_what_comes_next(signed_in, mentor, case):
    client = signed_in(mentor)
    page = client.get(reverse("my_people"))
    assertContains(page, "0 of 10 done")
    assertContains(page, f'action="{url("tick", case, "cpr-letter")}"')

    done = client.post(url("tick", case, "cpr-letter"), {"next": reverse("my_people")}, follow=True)

    assertRedirects(done, reverse("my_people"))
    assertContains(done, "Done: Letter with the CPR number")
    assertContains(done, "1 of 10 done")
    [undo] = re.findall(r'action="([^"]*/open/[^"]*)"', done.content.decode())
    undone = client.post(unescape(undo), follow=True)
    assertContains(undone, "Open again: Letter with the CPR number")
    assertContains(undone, "0 of 10 done")


def test_an_undo_takes_nothing_back_that_somebody_else_has_said_since(signed_in, mentor, caseworker, case):
    client = signed_in(mentor)
    done = client.post(url("tick", case, "travel-card"), {"next": reverse("my_people")}, follow=True)
    [undo] = re.findall(r'action="([^"]*/open/[^"]*)"', done.content.decode())
    said = {"state": "not-relevant", "reason": "Has a bicycle", "correction_reason": "Asked again"}
    ChecklistMark.objects.say(case=case, key="travel-card", today=TODAY, by=caseworker, **said)

    late = client.post(unescape(undo), follow=True)

    assertContains(
        late, f"Nothing was taken back: {caseworker.name} has said something else of it since then."
    )
    assertContains(late, "Has a bicycle")
    assert case.checklist_marks.get().state == "not-relevant"
    page = client.get(url("checklist", case))
    [version] = re.findall(r'name="version" value="([^"]*)"', page.content.decode())
    client.post(url("open_check", case, "travel-card"), {"version": version})
    assert case.checklist_marks.get().state == "open"


def test_what_was_ticked_again_by_somebody_else_is_not_undone_by_an_old_undo(signed_in, mentor, case):
    client = signed_in(mentor)
    done = client.post(url("tick", case, "travel-card"), follow=True)
    [undo] = re.findall(r'action="([^"]*/open/[^"]*)"', done.content.decode())[:1]
    mark = case.checklist_marks.get()
    mark.open_again(today=TODAY, by=mentor)
    tick(case, "travel-card", mentor)

    client.post(unescape(undo))

    assert case.checklist_marks.get().state == "done"


def test_sent_twice_it_is_ticked_once(signed_in, mentor, case):
    client = signed_in(mentor)
    sent = {"once": "0198a3a0-0000-7000-8000-000000000001"}

    for _ in range(2):
        assertRedirects(client.post(url("tick", case, "doctor"), sent), url("say_check", case, "doctor"))
        client.post(url("tick", case, "travel-card"), sent | {"once": "0198a3a0-0000-7000-8000-000000000002"})

    assert case.checklist_marks.count() == 1


def test_what_waits_is_asked_about_on_its_own_page(signed_in, mentor, case):
    client = signed_in(mentor)

    asked = client.post(url("tick", case, "mitid"), follow=True)
    assertContains(asked, "It waits for: Letter with the CPR number.")
    data = {"state": "done"} | on("on", TODAY)
    refused = client.post(url("say_check", case, "mitid"), data)
    assertContains(refused, "Say that it was done all the same.", status_code=422)
    assert not ChecklistMark.objects.exists()

    assertRedirects(
        client.post(url("say_check", case, "mitid"), data | {"anyway": "on"}), url("checklist", case)
    )
    assertContains(client.get(url("checklist", case)), "Still open, although this is done:")


def test_not_relevant_needs_words_and_what_was_typed_stays(signed_in, caseworker, case):
    client = signed_in(caseworker)
    address = url("say_check", case, "bank")

    refused = client.post(address, {"state": "not-relevant", "reason": ""})
    assertContains(refused, "Say why it is not relevant.", status_code=422)
    client.post(address, {"state": "not-relevant", "reason": "Has a Danish account <b>already</b>."})

    page = client.get(url("checklist", case))
    assertContains(page, "Has a Danish account &lt;b&gt;already&lt;/b&gt;.")
    assertContains(page, "0 of 9 done")


def test_whoever_comes_second_sees_both_and_overwrites_nothing(signed_in, mentor, caseworker, case):
    first, second = signed_in(mentor), signed_in(caseworker)
    address = url("say_check", case, "bank")
    opened = made_from(second.get(address))
    first.post(url("tick", case, "cpr-letter"))
    first.post(url("tick", case, "bank"))

    refused = second.post(address, {"state": "not-relevant", "reason": "Has one."} | opened)

    assertContains(refused, "Somebody else saved this while you were writing", status_code=409)
    assertContains(refused, "Has one.", status_code=409)
    assert case.checklist_marks.get(key="bank").state == "done"
    again = {"state": "not-relevant", "reason": "Has one.", "correction_reason": "Not the person's own."}
    assertRedirects(second.post(address, again | made_from(refused)), url("checklist", case))
    page = second.get(url("checklist", case))
    assertContains(page, "Corrected, because: Not the person&#x27;s own.")
    assertContains(page, mentor.name)


def test_a_mentor_of_yesterday_a_stranger_and_a_manager_change_nothing(
    signed_in, mentor, stranger, manager, case
):
    TeamMember.objects.mentors().get(case=case).leave(on=TODAY, by=None)

    for user in (mentor, stranger):
        assert signed_in(user).get(url("checklist", case)).status_code == 404
        assert signed_in(user).post(url("tick", case, "travel-card")).status_code == 404
    looks = signed_in(manager).get(url("checklist", case))
    assertContains(looks, "0 of 10 done")
    assertNotContains(looks, 'method="post" action="/cases/')
    assert signed_in(manager).post(url("tick", case, "travel-card")).status_code == 404
    assert not ChecklistMark.objects.exists()


def test_there_is_nothing_at_a_key_that_does_not_stand_on_the_list(signed_in, mentor, case):
    for view in ("tick", "open_check", "say_check"):
        assert signed_in(mentor).post(url(view, case, "moon")).status_code == 404
        assert signed_in(mentor).post(url(view, case, "school")).status_code == 404


def test_the_caseworker_reads_how_far_it_has_come_on_the_case(signed_in, caseworker, mentor, case):
    began = TODAY - timedelta(days=6)
    ChecklistMark.objects.tick(case=case, key="travel-card", today=began, by=mentor)

    page = signed_in(caseworker).get(reverse("case", args=[case.public_id]))

    assertContains(page, "1 of 10 done")
    assertContains(page, "Open longest")
    assertContains(page, "6 days ago")
    assertContains(page, "must come before Doctor chosen, MitID, Bank account, Tax card")


def test_the_mentors_page_of_a_person_ticks_too(signed_in, mentor, case):
    page = signed_in(mentor).get(reverse("case", args=[case.public_id]))

    assertContains(page, f'action="{url("tick", case, "travel-card")}"')
    assertContains(page, "The whole checklist")


def test_a_list_is_brought_up_to_the_newer_version(signed_in, mentor, team_lead, case):
    tick(case, "travel-card", mentor)
    newer(team_lead, more=["Library card"])
    client = signed_in(mentor)
    assertContains(client.get(url("checklist", case)), "Bring this list up to it")

    page = client.post(url("renew_checklist", case), follow=True)

    assertContains(page, "The list follows the version in force.")
    assertContains(page, "Library card")
    assertContains(page, "1 of 11 done")
    assertNotContains(page, "Bring this list up to it")


def test_the_list_of_a_closed_case_is_read_and_not_changed(signed_in, caseworker, case):
    tick(case, "travel-card", caseworker)
    case.close(on=TODAY, reason="moved", by=caseworker)
    client = signed_in(caseworker)

    assertNotContains(client.get(url("checklist", case)), 'method="post" action="/cases/')
    for view in ("tick", "open_check"):
        answer = client.post(url(view, case, "travel-card" if view == "open_check" else "danish-school"))
        assert answer.status_code in {302, 409, 422}
    assert case.checklist_marks.get().state == "done"


@pytest.mark.parametrize("number", [3, 30])
def test_my_people_costs_the_same_however_many(signed_in, mentor, unit, number, request):
    room_for_many(mentor)
    for _ in range(number):
        tick(CaseFactory(unit=unit, mentor=mentor), "travel-card", mentor)
    client = signed_in(mentor)
    client.get(reverse("my_people"))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(reverse("my_people"))

    key = "checklists/queries"
    before = request.config.stash.setdefault(QUERIES, {})
    before[number] = len(asked)
    assert len(set(before.values())) == 1, (key, before)


QUERIES = pytest.StashKey[dict[int, int]]()


@pytest.fixture
def lead(signed_in, team_lead):
    return signed_in(team_lead)


def drafted(lead):
    lead.post(reverse("mentoring:draft_checklist"))
    return ChecklistVersion.objects.drafts().get()


def test_a_version_is_drafted_changed_and_put_in_force(lead):
    draft = drafted(lead)
    words = {"danish": "Lånerkort", "english": "Library card", "audience": "adults", "blocked_by": ["mitid"]}

    lead.post(url("add_checklist_item", draft), words)
    page = lead.get(url("checklist_version", draft))
    assertContains(page, "Lånerkort")
    assertContains(page, "Waits for:")
    opened = made_from(lead.get(url("put_checklist_in_force", draft)))
    decided = lead.post(url("put_checklist_in_force", draft), on("on", TODAY) | opened, follow=True)

    assertContains(decided, "The version is decided.")
    assertContains(lead.get(reverse("mentoring:checklist_versions")), "In force today: version 2")


def test_a_circle_is_told_at_its_field(lead):
    draft = drafted(lead)
    address = url("reword_checklist_item", draft, "cpr-letter")
    words = {"danish": "Brev", "english": "Letter", "audience": "everybody", "blocked_by": ["mitid"]}

    refused = lead.post(address, words | made_from(lead.get(address)))

    assertContains(refused, "These would wait for each other: ", status_code=422)
    assert draft.items.get(key="cpr-letter").blocked_by == []


def test_two_who_reword_the_same_thing_see_both(lead, signed_in, manager):
    draft = drafted(lead)
    address = url("reword_checklist_item", draft, "bank")
    other = signed_in(manager)
    words = {"danish": "Konto", "audience": "adults", "blocked_by": ["cpr-letter"]}
    opened = [made_from(client.get(address)) for client in (lead, other)]
    lead.post(address, words | {"english": "An account"} | opened[0])

    refused = other.post(address, words | {"english": "A bank"} | opened[1])

    assertContains(refused, "Somebody else saved this while you were writing", status_code=409)
    assertContains(refused, "An account", status_code=409)
    assertContains(refused, "A bank", status_code=409)
    assert draft.items.get(key="bank").english == "An account"
    assert other.post(address, words | {"english": "A bank"} | made_from(refused)).status_code == 302
    assert draft.items.get(key="bank").english == "A bank"


def test_what_is_in_force_is_not_changed_by_any_form(lead):
    current = ChecklistVersion.objects.get(number=1)

    for view in ("remove_checklist_item", "move_checklist_item"):
        answer = lead.post(url(view, current, "bank"), follow=True)
        assertContains(answer, "This version is in force and stays as it is.")
    words = {"danish": "Konto", "english": "Account", "audience": "adults"}
    opened = made_from(lead.get(url("reword_checklist_item", current, "bank")))
    refused = lead.post(url("reword_checklist_item", current, "bank"), words | opened)
    assertContains(refused, "This version is in force and stays as it is.", status_code=422)
    assert current.items.get(key="bank").english == "Bank account"


def test_a_draft_that_changed_is_read_again_before_it_is_put_in_force(lead, manager):
    draft = drafted(lead)
    opened = made_from(lead.get(url("put_checklist_in_force", draft)))
    draft.remove("bank", by=manager)

    answer = lead.post(url("put_checklist_in_force", draft), on("on", TODAY) | opened, follow=True)

    assertContains(answer, "The draft was changed while you were reading it.")
    assert ChecklistVersion.objects.get(pk=draft.pk).is_draft


def test_a_draft_is_withdrawn_and_stays_to_be_read(lead):
    draft = drafted(lead)

    assertContains(lead.get(url("withdraw_checklist", draft)), "Withdraw this version?")
    lead.post(url("withdraw_checklist", draft))

    assertContains(lead.get(url("checklist_version", draft)), "Withdrawn by Mette Invented")
    assertNotContains(lead.get(url("checklist_version", draft)), "Put it in force")


@pytest.mark.parametrize("who", ["caseworker", "mentor", "administrator"])
def test_only_a_few_say_what_stands_on_the_list(signed_in, request, who):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(reverse("mentoring:checklist_versions")).status_code == 403
    assert client.post(reverse("mentoring:draft_checklist")).status_code == 403
    assert not ChecklistVersion.objects.drafts().exists()
