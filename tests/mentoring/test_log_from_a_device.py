"""An entry as a phone sends it: once however often it arrives, right author, right time, both texts, nothing lost."""

import json
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from accounts.permissions import Role
from accounts.scope import user_scope
from mentoring.models import Contact, Promise
from refugees.models import CaseLine, Draft, Household, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, UserFactory

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)
THEIRS = "We went to the bank; the travel card comes next."
SENT = [
    ("kind", "accompanied"),
    ("on_when", "today"),
    ("minutes", "45"),
    ("topics", "money"),
    ("topics", "home"),
    ("note", THEIRS),
]
URL = reverse("mentoring:take_in_contacts")
HOUR = 60 * 60 * 1000


@pytest.fixture
def send(signed_in, mentor, case):
    """`send(fields)`: what the mentor's phone sends about the case, and what becomes of it."""

    def sending(fields=SENT, *, key=None, by=mentor, about=case, ago=0, **more):
        key = str(key or uuid.uuid4())
        fields = [*fields, ("key", key), ("case", str(about.public_id)), *more.items()]
        writings = [{"name": "one", "sequence": 1, "ago": ago, "fields": fields}]
        body = json.dumps({"client": str(uuid.uuid4()), "writings": writings})
        answer = signed_in(by).post(URL, body, content_type="application/json")
        assert answer.status_code == 200
        return answer.json()["results"]["one"]

    return sending


@pytest.fixture
def family(case, mentor, unit):
    """Two more of the household, of whom one has this mentor too."""
    home = Household.objects.form(unit=unit)
    case.join_household(home, on=TODAY, by=None)
    theirs = CaseFactory(unit=unit, mentor=mentor, household=home)
    CaseFactory(unit=unit, household=home)
    return theirs


def test_it_has_its_author_its_time_and_when_it_arrived(send, mentor, case):
    result = send(ago=3 * HOUR)

    row = Contact.objects.get()
    # A little after midnight, three hours ago was yesterday.
    assert (row.author, row.kind, row.on, row.minutes, row.topics, row.note) == (
        mentor,
        "accompanied",
        timezone.localdate(row.written_at),
        45,
        ["money", "home"],
        THEIRS,
    )
    assert row.arrived_at - row.written_at == pytest.approx(timedelta(hours=3), abs=timedelta(seconds=5))
    assert row.came_later
    assert result["state"] == "saved"
    assert result["url"] == reverse("mentoring:contacts", args=[case.public_id])
    assert list(Contact.objects.new()) == [row]


def test_however_often_it_arrives_it_is_one(send):
    key = uuid.uuid4()
    results = [send(key=key)["state"] for _time in range(3)]

    assert results == ["saved"] * 3
    assert Contact.objects.count() == CaseLine.objects.filter(verb="contact-logged").count() == 1


def test_today_is_the_day_on_which_it_was_written(send):
    send(ago=24 * HOUR)
    send(ago=24 * HOUR, day=TODAY.isoformat())
    send(day=YESTERDAY.isoformat())

    assert list(Contact.objects.order_by("pk").values_list("on", flat=True)) == [YESTERDAY] * 3


def test_of_two_texts_under_one_key_both_are_shown_and_mine_can_become_a_correction(send, mentor):
    key = uuid.uuid4()
    send(key=key)
    other = [*SENT[:-1], ("note", "It was the tax office.")]

    result = send(other, key=key)

    assert (result["state"], result["by"]) == ("conflict", mentor.name)
    assert THEIRS in result["theirs"]
    assert "45 minutes" in result["theirs"]
    assert Contact.objects.get().note == THEIRS

    assert send(other, key=key, version=result["version"])["state"] == "saved"
    row = Contact.objects.with_earlier().get()
    assert (row.note, row.version, [old.note for old in row.earlier]) == (
        "It was the tax office.",
        2,
        [THEIRS],
    )
    # Seen before the correction, it overwrites nothing.
    third = [*SENT[:-1], ("note", "It was the library.")]
    assert send(third, key=key, version=result["version"])["state"] == "conflict"
    assert Contact.objects.get().note == "It was the tax office."
    # The first text, should it arrive again, is known.
    assert send(key=key)["state"] == "saved"
    assert Contact.objects.get().version == 2


def test_several_of_a_family_get_one_contact_each_or_none(send, case, family, mentor):
    key = uuid.uuid4()
    assert send(key=key, also=str(family.public_id))["state"] == "saved"
    assert send(key=key, also=str(family.public_id))["state"] == "saved"
    assert set(Contact.objects.values_list("case", flat=True)) == {case.pk, family.pk}
    assert Contact.objects.count() == 2

    family.team.filter(user=mentor).delete()
    TeamMember.objects.assign(case=family, user=mentor, part=Part.RETENTION_MENTOR, on=TODAY, by=None)
    result = send([*SENT[:1], ("on_when", "yesterday"), *SENT[2:]], also=str(family.public_id))
    assert result["state"] == "refused"
    assert "your time with them began on" in result["words"]
    assert Contact.objects.count() == 2


def test_the_page_offers_only_those_of_the_family_who_are_ones_own(signed_in, mentor, case, family):
    form = signed_in(mentor).get(reverse("mentoring:log_contact", args=[case.public_id])).context["form"]

    assert form.fields["also"].choices == [(str(family.public_id), family.person.name)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"note": "ä" * 20_001}, "A note has at most 20,000 characters."),
        ({"minutes": "1441"}, "A contact takes at most a day"),
        ({"on_when": "another", "on_day": "24", "on_month": "11", "on_year": "2026"}, "not before"),
        ({"on_when": "another", "on_day": "1", "on_month": "1", "on_year": "2020"}, "began on"),
        ({"kind": "pigeon"}, "pigeon"),
        ({"promise_0": "To ring the bank"}, "Say by when."),
        ({"promise_0_due_when": "tomorrow"}, "Say what you promised."),
    ],
)
def test_bad_input_is_refused_in_words(send, change, words):
    result = send([*((name, value) for name, value in SENT if name not in change), *change.items()])

    assert result["state"] == "refused"
    assert words in result["words"]
    assert not Contact.objects.exists()


def test_who_was_never_or_is_no_longer_assigned_is_told_so(send, mentor, case, unit):
    stranger = UserFactory(role=Role.MENTOR, unit=None)
    other = CaseFactory(unit=unit)
    case.team.get(user=mentor).leave(on=TODAY, by=None)

    for result in (send(by=stranger), send(), send(about=other), send(also=str(other.public_id))):
        assert result["state"] == "refused"
        assert "You are not assigned to this person today" in result["words"]
    assert not Contact.objects.exists()


def test_what_no_device_of_ours_sent_is_refused(signed_in, mentor):
    body = {"client": "x", "writings": []}
    for text in ("[]", "{", json.dumps(body)):
        assert signed_in(mentor).post(URL, text, content_type="application/json").status_code == 422


def test_a_promise_made_in_it_stands_until_it_is_kept(send, signed_in, mentor, lise, case):
    promised = [*SENT, ("promise_0", "To ring the bank"), ("promise_0_due_when", "tomorrow")]
    key = uuid.uuid4()
    for _time in range(2):
        send(promised, key=key)

    promise = Promise.objects.get()
    assert (promise.words, promise.due_on, promise.holder, promise.case) == (
        "To ring the bank",
        TODAY + timedelta(days=1),
        mentor,
        case,
    )
    browser, address = signed_in(mentor), [case.public_id, promise.public_id]
    for page in (browser.get(reverse("my_people")), lise.get(reverse("case", args=[case.public_id]))):
        assertContains(page, "To ring the bank")
    assert browser.post(reverse("mentoring:keep_promise", args=address)).status_code == 302
    promise.refresh_from_db()
    assert (promise.outcome, promise.settled_by) == ("kept", mentor)
    assert browser.post(reverse("mentoring:open_promise", args=address)).status_code == 302
    promise.refresh_from_db()
    assert (promise.outcome, promise.settled_by) == ("", None)


def test_a_promise_no_longer_needed_says_why(send, at_forms, mentor, caseworker, lise, case):
    send([*SENT, ("promise_0", "To ring the bank"), ("promise_0_due_when", "in-a-week")])
    promise = Promise.objects.get()
    address = reverse("mentoring:drop_promise", args=[case.public_id, promise.public_id])

    assertContains(at_forms(mentor).post(address, {"reason": " "}), "Say why.", status_code=422)
    assert lise.post(address, {"reason": "They rang themselves"}).status_code == 302

    promise.refresh_from_db()
    assert (promise.outcome, promise.reason, promise.settled_by) == (
        "not-needed",
        "They rang themselves",
        caseworker,
    )
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "They rang themselves")
    assertContains(history, "To ring the bank")


def test_a_promise_goes_with_the_contact_that_never_was(send, lise, signed_in, mentor, case):
    send([*SENT, ("promise_0", "To ring the bank"), ("promise_0_due_when", "in-a-week")])
    contact = Contact.objects.get()
    contact.take_back(reason="Another person", today=TODAY, by=contact.author)

    assert not Promise.objects.open().exists()
    assert "To ring the bank" not in signed_in(mentor).get(reverse("my_people")).content.decode()


def test_a_promise_is_seen_by_whoever_keeps_it_and_by_the_unit_alone(
    send, mentor, caseworker, stranger, case
):
    send([*SENT, ("promise_0", "To ring the bank"), ("promise_0_due_when", "in-a-week")])
    other = UserFactory(role=Role.MENTOR, unit=None)
    TeamMember.objects.assign(case=case, user=other, part=Part.RETENTION_MENTOR, on=TODAY, by=None)

    for user, number in ((mentor, 1), (caseworker, 1), (other, 0), (stranger, 0)):
        with user_scope(user):
            assert Promise.objects.count() == Promise.objects.visible_to(user).count() == number
            assert Promise.pgh_event_model.objects.count() == number
    case.team.get(user=mentor).leave(on=TODAY, by=None)
    with user_scope(mentor):
        assert not Promise.objects.exists()


def test_who_did_not_turn_up_was_not_reached(send, mentor, case):
    send([("kind", "no-show"), ("on_when", "today"), ("minutes", "30"), ("note", "Waited at the station.")])

    row = Contact.objects.get()
    assert (row.kind, row.minutes) == ("no-show", None)
    assert not Contact.objects.reached().exists()
    assert Contact.objects.last_days([case.pk]) == {}


def test_the_next_one_begins_as_the_last_one_went(send, signed_in, mentor, case):
    send()
    form = signed_in(mentor).get(reverse("mentoring:log_contact", args=[case.public_id])).context["form"]

    assert (form["kind"].initial, form["on"].initial, form["minutes"].initial) == ("accompanied", TODAY, 45)


def test_what_was_sent_is_no_draft_any_more_though_the_autosave_comes_late(send, signed_in, mentor, case):
    once = str(uuid.uuid4())
    browser, keep = signed_in(mentor), reverse("mentoring:keep_contact_draft", args=[case.public_id])
    fields = dict(SENT) | {"once": once}
    browser.post(keep, fields, headers={"hx-request": "true"})
    send(once=once)
    assert not Draft.objects.exists()

    browser.post(keep, fields, headers={"hx-request": "true"})
    page = browser.get(reverse("mentoring:log_contact", args=[case.public_id]))

    assert THEIRS not in page.content.decode()


def test_many_entries_ask_as_much_of_each_as_few(signed_in, mentor, case):
    def asked(number):
        fields = [*SENT, ("case", str(case.public_id))]
        writings = [
            {"name": str(each), "sequence": 1, "fields": [*fields, ("key", str(uuid.uuid4()))]}
            for each in range(number)
        ]
        body = json.dumps({"client": str(uuid.uuid4()), "writings": writings})
        with CaptureQueriesContext(connection) as queries:
            results = browser.post(URL, body, content_type="application/json").json()["results"]
        assert {result["state"] for result in results.values()} == {"saved"}
        return len(queries)

    browser = signed_in(mentor)
    asked(1)
    one, three, five = (asked(number) for number in (1, 3, 5))
    assert five - three == three - one
