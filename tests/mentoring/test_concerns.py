"""Concerns of mentors: who is told, once; by when they are answered; who reads them, before, during and after."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Absence
from accounts.scope import user_scope
from copenhagen_model.worklist import Group, places
from goals import mailing
from goals.models import Mail
from mentoring.models import Concern
from mentoring.models.concern_kinds import working_days_after
from refugees.models import CaseLine, Message
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

WORRY = "Stands alone with letters from the landlord"
SENT = {"kind": "home", "urgency": "soon", "words": WORRY}
ANSWER = "I ring the landlord tomorrow"
MY_PEOPLE = reverse("my_people")


@pytest.fixture
def reachable(caseworker):
    """The caseworker has an address."""
    caseworker.email = "lise@example.dk"
    caseworker.save(update_fields=["email"])
    return caseworker


def url(case, name="concerns", *args):
    return reverse(f"mentoring:{name}", args=[case.public_id, *args])


def voiced(case, by, **facts):
    return Concern.objects.voice(case=case, today=TODAY, by=by, **SENT | facts)


def test_it_reaches_the_caseworker_at_once_and_the_answer_the_mentor(
    signed_in, lise, caseworker, mentor, case, mailoutbox
):
    assertRedirects(signed_in(mentor).post(url(case, "raise_concern"), SENT), url(case))

    concern = Concern.objects.get()
    assert (concern.raised_by, concern.part, concern.raised_on) == (mentor, "holistic-mentor", TODAY)
    assert concern.answer_by == date(2026, 11, 25)
    told = Message.objects.get()
    assert (told.to_user, told.by, told.about) == (caseworker, mentor, f"concern:{concern.public_id}")
    work = lise.get(reverse("my_work"))
    assert work.context["concerns"] == [concern]
    assertContains(work, url(case, "answer_concern", concern.public_id))
    assertContains(lise.get(reverse("case", args=[case.public_id])), WORRY)

    assertRedirects(lise.post(url(case, "answer_concern", concern.public_id), {"answer": ANSWER}), url(case))

    assert lise.get(reverse("my_work")).context["concerns"] == []
    theirs = signed_in(mentor)
    people = theirs.get(MY_PEOPLE)
    assertContains(people, "Answers to your concerns")
    assertContains(people, f"{url(case)}#concern-{concern.public_id}")
    assertContains(theirs.get(url(case)), ANSWER)
    theirs.post(reverse("refugees:message_seen", args=[Message.objects.get(to_user=mentor).public_id]))
    assertNotContains(theirs.get(MY_PEOPLE), "Answers to your concerns")
    verbs = CaseLine.objects.filter(case=case, verb__startswith="concern").values_list("verb", flat=True)
    assert sorted(verbs) == ["concern-answered", "concern-raised"]
    assertContains(lise.get(reverse("refugees:history", args=[case.public_id])), ANSWER)


def test_one_mail_goes_out_and_it_names_nobody(reachable, mentor, case, mailoutbox):
    voiced(case, mentor)

    mailing.send_waiting()
    mailing.send_waiting()

    [mail] = mailoutbox
    assert mail.to == [reachable.email]
    said = f"{mail.subject} {mail.body} {mail.alternatives[0][0]}"
    assert case.number in said
    for secret in (case.person.given_name, case.person.family_name, WORRY, "home", mentor.name):
        assert secret not in said.replace("Welcome", "")
    assert said.count("This e-mail is always sent") == 2
    assert reverse("accounts:settings") not in said
    assert Mail.objects.count() == 1


def test_told_again_nobody_is_told_twice(reachable, mentor, case):
    concern = voiced(case, mentor)

    concern.tell(today=TODAY)

    assert (Message.objects.count(), Mail.objects.count()) == (1, 1)


def test_sent_twice_it_is_one(signed_in, mentor, case):
    browser, key = signed_in(mentor), {"once": str(uuid.uuid4())}
    for _time in range(2):
        assertRedirects(browser.post(url(case, "raise_concern"), SENT | key), url(case))
    assert Concern.objects.count() == 1


def test_while_the_caseworker_is_away_the_team_lead_is_told_too(
    signed_in, caseworker, team_lead, mentor, case
):
    Absence.objects.record(user=caseworker, first_on=TODAY)

    concern = voiced(case, mentor)

    assert {told.to_user for told in Message.objects.all()} == {caseworker, team_lead}
    assert signed_in(team_lead).get(reverse("my_team")).context["concerns"] == [concern]

    concern.reply(answer=ANSWER, today=TODAY, by=team_lead)
    assert not Message.objects.unseen().filter(to_user__in=[caseworker, team_lead]).exists()


def test_without_a_caseworker_it_is_the_team_leads(signed_in, team_lead, mentor, unit):
    case = CaseFactory(unit=unit, mentor=mentor)

    concern = voiced(case, mentor)

    assert Message.objects.get().to_user == team_lead
    assert signed_in(team_lead).get(reverse("my_team")).context["concerns"] == [concern]


def test_without_either_it_is_a_colleague_and_where_nobody_works_the_mentor_is_told_to_ring(
    signed_in, colleague, mentor, unit, other_unit
):
    case = CaseFactory(unit=unit, mentor=mentor)
    voiced(case, mentor)
    assert Message.objects.get().to_user == colleague

    deserted = CaseFactory(unit=other_unit, mentor=mentor)
    refused = signed_in(mentor).post(url(deserted, "raise_concern"), SENT)
    assertContains(refused, "Nobody in the unit can be told. Ring the unit.", status_code=422)
    assertContains(refused, WORRY, status_code=422)
    assert not Concern.objects.filter(case=deserted).exists()


@pytest.mark.parametrize(("days", "is_late"), [(2, False), (3, True)])
def test_what_is_not_answered_in_time_shows_at_the_team_lead_without_any_job(mentor, case, days, is_late):
    concern = voiced(case, mentor)

    late = Concern.objects.for_the_lead(TODAY + timedelta(days=days))

    assert list(late) == ([concern] if is_late else [])


@pytest.mark.parametrize(
    ("day", "number", "until"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 26), 2, date(2026, 11, 30)),
        (date(2026, 12, 23), 2, date(2026, 12, 29)),
    ],
)
def test_neither_weekends_nor_holidays_count(day, number, until):
    assert working_days_after(day, number) == until


def test_it_is_the_next_step_and_makes_the_case_need_attention(lise, caseworker, mentor, case):
    before = places(caseworker, TODAY)[0].group
    concern = voiced(case, mentor)

    assert (before, places(caseworker, TODAY)[0].group) != (Group.DUE_SOON, Group.DUE_SOON)
    assert places(caseworker, TODAY)[0].group == Group.DUE_SOON
    page = lise.get(reverse("case", args=[case.public_id]))
    assertContains(page, "Answer the concern")
    assertContains(page, url(case, "answer_concern", concern.public_id))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": ""}, "Choose what it is about."),
        ({"kind": "health"}, "Select a valid choice"),
        ({"words": " "}, "Say what worries you."),
        ({"words": "ä" * 1001}, "Write at most 1,000 characters"),
        ({"urgency": ""}, "Choose how urgent it is."),
    ],
)
def test_bad_input_is_refused_in_words_and_nothing_is_lost(signed_in, mentor, case, changes, words):
    answer = signed_in(mentor).post(url(case, "raise_concern"), SENT | changes)

    assertContains(answer, words, status_code=422)
    assertContains(answer, (SENT | changes)["words"].strip(), status_code=422)
    assert not Concern.objects.exists()


def test_the_field_says_that_health_is_not_for_it(signed_in, mentor, case):
    assertContains(signed_in(mentor).get(url(case, "raise_concern")), "No health details")


def test_a_script_is_shown_as_text(signed_in, lise, mentor, case):
    signed_in(mentor).post(url(case, "raise_concern"), SENT | {"words": "<script>alert(1)</script>"})

    assertNotContains(lise.get(url(case)), "<script>alert(1)")


def test_each_reads_what_is_theirs(signed_in, lise, colleague, stranger, manager, mentor, case):
    concern = voiced(case, mentor)
    second = CaseFactory(unit=case.unit).team.model.objects.assign
    other = type(mentor).objects.engage(username="m2", name="Other Mentor", role="mentor", password="!")
    second(case=case, user=other, part="retention-mentor", on=TODAY, by=None)

    for user, sees in ((colleague, True), (manager, True), (mentor, True), (other, False)):
        assert (WORRY in signed_in(user).get(url(case)).content.decode()) is sees
        with user_scope(user):
            assert Concern.objects.filter(pk=concern.pk).exists() is sees
    assert signed_in(stranger).get(url(case)).status_code == 404
    with user_scope(stranger):
        assert not Concern.objects.exists()
    assert signed_in(other).get(url(case, "take_concern_back", concern.public_id)).status_code == 404
    assertNotContains(signed_in(manager).get(url(case)), url(case, "answer_concern", concern.public_id))


def test_a_former_mentor_has_lost_it_at_once_and_gets_their_words_back(signed_in, mentor, case):
    voiced(case, mentor)
    case.team.mentors().get().leave(on=TODAY, by=None)
    browser = signed_in(mentor)

    assert browser.get(url(case)).status_code == 404
    assertContains(browser.post(url(case, "raise_concern"), SENT), WORRY, status_code=404)
    with user_scope(mentor):
        assert not Concern.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            Concern.objects.create(
                case=case,
                kind="home",
                urgency="soon",
                words=WORRY,
                raised_by=mentor,
                part="holistic-mentor",
                raised_on=TODAY,
                answer_by=TODAY + timedelta(days=1),
            )
    with pytest.raises(ValidationError, match="not assigned"):
        voiced(case, mentor)
    assert Concern.objects.count() == 1


def test_the_second_answer_sees_the_first_and_overwrites_nothing(
    at_forms, caseworker, colleague, mentor, case
):
    concern = voiced(case, mentor)
    here = url(case, "answer_concern", concern.public_id)
    seen = at_forms(colleague).get(here).context["version"]
    at_forms(caseworker).post(here, {"answer": ANSWER})

    late = at_forms(colleague).post(here, {"answer": "Mine", "version": seen})

    assertContains(late, ANSWER, status_code=409)
    assertContains(late, "Mine", status_code=409)
    concern.refresh_from_db()
    assert (concern.answer, concern.answered_by) == (ANSWER, caseworker)
    with pytest.raises(ValidationError, match="answered meanwhile"):
        concern.reply(answer="Mine", today=TODAY, by=colleague)


def test_the_mentor_takes_it_back_while_nobody_has_answered(at_forms, lise, mentor, case):
    concern = voiced(case, mentor)
    here = url(case, "take_concern_back", concern.public_id)

    assertRedirects(at_forms(mentor).post(here, {"reason": "It was somebody else"}), url(case))

    assertNotContains(lise.get(url(case)), WORRY)
    assert not Concern.objects.open().exists()
    assert not Message.objects.unseen().exists()
    with pytest.raises(ValidationError, match="taken back meanwhile"):
        concern.reply(answer=ANSWER, today=TODAY, by=mentor)


def test_the_pages_take_the_same_queries_at_three_and_at_thirty(signed_in, lise, team_lead, mentor, case):
    addresses = [(lise, url(case)), (lise, reverse("my_work")), (signed_in(team_lead), reverse("my_team"))]

    def queries():
        counts = []
        for browser, address in addresses:
            with CaptureQueriesContext(connection) as asked:
                assert browser.get(address).status_code == 200
            counts.append(len(asked))
        return counts

    for _time in range(3):
        voiced(case, mentor)
    Concern.objects.update(raised_on=TODAY - timedelta(days=9), answer_by=TODAY - timedelta(days=1))
    few = queries()
    for _time in range(27):
        voiced(case, mentor)
    Concern.objects.update(raised_on=TODAY - timedelta(days=9), answer_by=TODAY - timedelta(days=1))
    assert queries() == few


def test_the_answer_to_a_mentor_who_has_left_reaches_whoever_works_on_the_case(
    at_forms, lise, caseworker, colleague, mentor, case
):
    first, second = voiced(case, mentor), voiced(case, mentor, kind="money")
    case.team.mentors().get().leave(on=TODAY, by=None)
    left = f"{mentor.name} is no longer the person&#x27;s mentor and does not read it"

    here = url(case, "answer_concern", first.public_id)
    browser = at_forms(colleague)
    assertContains(browser.get(here), left)
    done = browser.post(here, {"answer": ANSWER}, follow=True)

    assertContains(done, f"The answer stands on the case. {left}")
    told = Message.objects.get(kind="concern-left-behind")
    assert (told.to_user, told.by) == (caseworker, colleague)
    assertContains(lise.get(reverse("my_work")), "The concern of a mentor who has left is answered")
    second.reply(answer=ANSWER, today=TODAY, by=caseworker)
    assert Message.objects.filter(kind="concern-left-behind").count() == 1
    assert not Message.objects.filter(to_user=mentor).exists()


def test_about_a_closed_case_no_concern_is_raised_and_an_open_one_is_answered(
    at_forms, signed_in, caseworker, mentor, case
):
    concern = voiced(case, mentor)
    case.close(on=TODAY, reason="moved", by=caseworker)
    browser = signed_in(mentor)

    page = browser.get(url(case))
    assertContains(page, "The case is closed: no new concern can be raised.")
    assertNotContains(page, url(case, "raise_concern"))
    refused = browser.post(url(case, "raise_concern"), SENT)
    assertContains(refused, "The case is closed, so nobody works on it any more.", status_code=422)
    assertContains(refused, WORRY, status_code=422)
    assert Concern.objects.get() == concern
    assertRedirects(
        at_forms(caseworker).post(url(case, "answer_concern", concern.public_id), {"answer": ANSWER}),
        url(case),
    )
    assertContains(browser.get(url(case)), ANSWER)
