"""A mentor leaves or is away: their people pass to others in one step, with what is in hand, or nothing does."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Absence
from accounts.permissions import Role
from accounts.scope import user_scope
from mentoring.models import Choice, Contact, HandOver, MentorProfile, Promise
from mentoring.verbs import MessageKind
from refugees.models import Appointment, Case, CaseLine, GivenOutMeanwhile, Message, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.mentoring.mentors import mentor_of

pytestmark = pytest.mark.django_db

SINCE = TODAY - timedelta(days=30)
NOTE = "Was glad of the new flat"


@pytest.fixture
def leaving():
    return mentor_of(capacity=60)


@pytest.fixture
def coordinator():
    return UserFactory(role=Role.MENTOR_COORDINATOR, unit=None, name="Ida Invented")


def theirs(mentor, unit, count=1, **facts):
    """So many people of this mentor, each with a contact and a promise."""
    members = []
    for _number in range(count):
        case = CaseFactory(unit=unit, opened_on=SINCE, mentor_offered_on=None, **facts)
        members.append(
            TeamMember.objects.assign(
                case=case,
                user=mentor,
                part=Part.HOLISTIC_MENTOR,
                on=SINCE,
                until=TODAY.replace(year=2027),
                by=None,
            )
        )
        said = {"kind": "met", "on": SINCE + timedelta(days=1), "note": NOTE}
        promised = [("To ask at the bank", TODAY + timedelta(days=3))]
        Contact.objects.log(case=case, today=TODAY, by=mentor, promises=promised, **said)
    return members


def page(mentor):
    return reverse("mentoring:hand_over", args=[mentor.public_id])


def chosen(members, to, agreed="nothing"):
    return {f"to-{each.public_id}": str(to.public_id) for each in members} | {
        f"agreed-{each.public_id}": agreed for each in members
    }


def carry_out(members, to, by, agreed="nothing"):
    choices = [Choice(member, to, agreed) for member in members]
    return HandOver.objects.carry_out(choices, today=TODAY, by=by)


def held_by(mentor):
    return TeamMember.objects.on(TODAY).filter(user=mentor).count()


def test_forty_people_go_in_one_step_with_what_is_in_hand(signed_in, team_lead, unit, leaving, caseworker):
    members = theirs(leaving, unit, 40, caseworker=caseworker)
    first, second = mentor_of(capacity=20), mentor_of(capacity=20)
    browser = signed_in(team_lead)
    assertContains(browser.get(page(leaving)), "1 open promise", count=40)
    sent = chosen(members[:20], first) | chosen(members[20:], second, "contacts")

    done = browser.post(page(leaving), sent, follow=True)

    assertContains(done, "40 people are handed over.")
    assertContains(done, "40 letters to the people whom")
    assert (held_by(leaving), held_by(first), held_by(second)) == (0, 20, 20)
    assert not Case.objects.visible_to(leaving).exists()
    assert Promise.objects.filter(holder=first).count() == Promise.objects.filter(holder=second).count() == 20
    new = TeamMember.objects.filter(user=first).first()
    assert (new.during.lower, new.during.upper) == (TODAY, TODAY.replace(year=2027))
    assert HandOver.objects.filter(agreed="contacts", to=second, recorded_by=team_lead).count() == 20
    assert CaseLine.objects.filter(verb="mentor-handed-over", by=team_lead).count() == 40
    assert Message.objects.filter(kind=MessageKind.MENTOR_CHANGED, to_user=caseworker).count() == 40


def test_if_one_of_forty_fails_nobody_moves(signed_in, team_lead, unit, leaving):
    """Room for the last of them was there when the page was opened, and is taken meanwhile."""
    members = theirs(leaving, unit, 40)
    first, last = mentor_of(capacity=39), mentor_of(capacity=1)
    browser = signed_in(team_lead)
    assertContains(browser.get(page(leaving)), "0 people of at most 1")
    theirs(last, unit)
    before = CaseLine.objects.count()

    refused = browser.post(page(leaving), chosen(members[:39], first) | chosen(members[39:], last))

    assertContains(refused, "Nobody has been handed over", status_code=422)
    assertContains(refused, f"{last.name} has no room for another person now", status_code=422)
    assert (held_by(leaving), held_by(first), held_by(last)) == (40, 0, 1)
    assert Promise.objects.filter(holder=leaving).count() == 40
    assert not HandOver.objects.exists()
    assert CaseLine.objects.count() == before
    kept = {each.name: each.value() for _row, each, _agreed in refused.context["lines"]}
    assert kept[f"to-{members[39].public_id}"] == str(last.public_id)


def test_who_has_another_mentor_meanwhile_stops_all_of_it(team_lead, unit, leaving):
    members = theirs(leaving, unit, 3)
    taker = mentor_of()
    TeamMember.objects.get(pk=members[1].pk).leave(on=TODAY, by=None)

    with pytest.raises(GivenOutMeanwhile) as stopped:
        carry_out(members, taker, team_lead)

    assert stopped.value.cases == [members[1].case]
    assert (held_by(taker), held_by(leaving)) == (0, 2)


def test_what_was_chosen_for_somebody_who_left_the_list_changes_nothing(signed_in, team_lead, unit, leaving):
    members = theirs(leaving, unit, 2)
    TeamMember.objects.get(pk=members[1].pk).leave(on=TODAY, by=None)

    refused = signed_in(team_lead).post(page(leaving), chosen(members, mentor_of()))

    assertContains(refused, "The list has changed since you opened it.", status_code=409)
    assert held_by(leaving) == 1


def test_each_person_may_go_to_somebody_else_or_stay(signed_in, team_lead, unit, leaving):
    members = theirs(leaving, unit, 3)
    one, two = mentor_of(), mentor_of()
    sent = chosen(members[:1], one) | chosen(members[1:2], two)

    assert signed_in(team_lead).post(page(leaving), sent).status_code == 302

    assert [held_by(each) for each in (one, two, leaving)] == [1, 1, 1]


def test_the_successor_reads_nothing_older_unless_the_person_agreed(signed_in, team_lead, unit, leaving):
    silent, agreed = theirs(leaving, unit, 2)
    taker = mentor_of()
    carry_out([silent], taker, team_lead)
    carry_out([agreed], taker, team_lead, "contacts")
    browser = signed_in(taker)

    for member, sees in ((silent, False), (agreed, True)):
        here = reverse("mentoring:contacts", args=[member.case.public_id])
        contact = Contact.objects.get(case=member.case)
        assert (NOTE in browser.get(here).content.decode()) is sees
        assertContains(browser.get(here), "To ask at the bank")
        with user_scope(taker):
            assert Contact.objects.filter(pk=contact.pk).exists() is sees
            assert Contact.objects.visible_to(taker).filter(pk=contact.pk).exists() is sees
            assert Promise.objects.visible_to(taker).open().filter(case=member.case).exists()
        mend = reverse("mentoring:correct_contact", args=[member.case.public_id, contact.public_id])
        assert browser.get(mend).status_code == 404
        assert signed_in(leaving).get(here).status_code == 404


def test_the_successor_keeps_what_was_promised(team_lead, unit, leaving):
    [member] = theirs(leaving, unit)
    taker = mentor_of()
    carry_out([member], taker, team_lead)

    with user_scope(taker):
        promise = Promise.objects.visible_to(taker).get()
        assert promise.keep(today=TODAY, by=taker)
        assert promise.open_again(today=TODAY, by=taker)
        promise.drop(reason="Done by the bank", today=TODAY, by=taker)

    assert Promise.objects.get().settled_by == taker


def test_the_person_changes_their_mind(lise, team_lead, unit, leaving, caseworker):
    [member] = theirs(leaving, unit, caseworker=caseworker)
    taker = mentor_of()
    [row] = carry_out([member], taker, team_lead, "contacts")
    here = reverse("mentoring:hand_over_agreed", args=[member.case.public_id, row.public_id])
    back = reverse("mentoring:holistic", args=[member.case.public_id])
    assertContains(lise.get(back), "What the mentor wrote of contacts")

    assertRedirects(lise.post(here, {"agreed": "nothing"}), back)

    with user_scope(taker):
        assert not Contact.objects.exists()
    assert CaseLine.objects.filter(verb="handing-on-changed", by=caseworker).exists()


def test_a_coordinator_hands_over_the_people_of_a_mentor_who_is_away_in_all_units(
    signed_in, coordinator, unit, other_unit, leaving
):
    members = [*theirs(leaving, unit), *theirs(leaving, other_unit)]
    browser, taker = signed_in(coordinator), mentor_of()
    assertContains(browser.get(page(leaving)), "has nobody to hand over")
    with user_scope(coordinator):
        assert not Case.objects.exists()
    refused = browser.post(page(leaving), chosen(members, taker))
    assert (refused.status_code, held_by(taker)) == (409, 0)
    Absence.objects.record(user=leaving, first_on=TODAY + timedelta(days=10))

    assertContains(browser.get(page(leaving)), "1 open promise", count=2)
    with user_scope(coordinator):
        assert Case.objects.count() == 2
        assert not Promise.objects.exists()
        assert not Contact.objects.exists()
    assertRedirects(browser.post(page(leaving), chosen(members, taker)), reverse("mentoring:mentors"))

    assert (held_by(taker), held_by(leaving)) == (2, 0)
    assert Promise.objects.filter(holder=taker).count() == 2
    with user_scope(coordinator):
        assert not Case.objects.exists()


def test_a_team_lead_hands_over_those_of_the_own_unit(signed_in, team_lead, unit, other_unit, leaving):
    [mine] = theirs(leaving, unit)
    [foreign] = theirs(leaving, other_unit)
    browser = signed_in(team_lead)

    listed = browser.get(page(leaving))

    assertContains(listed, mine.case.person.name)
    assertNotContains(listed, foreign.case.person.name)
    assertContains(listed, "1 more person belongs to another unit")
    assert browser.post(page(leaving), chosen([foreign], mentor_of())).status_code == 409
    assert held_by(leaving) == 2


@pytest.mark.parametrize("who", ["caseworker", "manager", "mentor", "stranger"])
def test_nobody_else_hands_anybody_over(signed_in, request, unit, leaving, who):
    user = request.getfixturevalue(who)
    [member] = theirs(leaving, unit)
    taker = mentor_of()

    assert signed_in(user).get(page(leaving)).status_code == 404
    assert signed_in(user).post(page(leaving), chosen([member], taker)).status_code == 404
    with pytest.raises(ValidationError, match="Only those who find mentors"):
        carry_out([member], taker, user)
    assert held_by(leaving) == 1


def test_the_suggestion_spreads_the_people_over_those_who_have_room(signed_in, team_lead, unit, leaving):
    theirs(leaving, unit, 3)
    small, away = mentor_of(capacity=1), mentor_of()
    Absence.objects.record(user=away, first_on=TODAY)
    MentorProfile.objects.filter(user=leaving).update(capacity=3)

    rows = [row for row, _to, _agreed in signed_in(team_lead).get(page(leaving)).context["lines"]]

    proposed = [row.proposed.user if row.proposed else None for row in rows]
    assert proposed.count(small) == 1
    assert away not in proposed and leaving not in proposed


def test_the_letter_says_in_two_languages_who_is_theirs_now(lise, team_lead, unit, leaving, caseworker):
    [member] = theirs(leaving, unit, caseworker=caseworker)
    taker = mentor_of()
    carry_out([member], taker, team_lead)
    new = member.case.team.get(user=taker)

    letter = lise.get(reverse("mentoring:hand_over_letter", args=[member.case.public_id, new.public_id]))

    for words in (
        f"Dear {member.case.person.given_name}",
        f"Kære {member.case.person.given_name}",
        f"{taker.name} is your mentor.",
        f"{leaving.name} is your mentor no longer",
        f"What {leaving.name} wrote about your meetings is not handed on",
        "1 promise is still open",
    ):
        assertContains(letter, words)


def test_the_letters_of_a_day_are_for_those_who_see_the_cases(signed_in, team_lead, unit, leaving):
    carry_out(theirs(leaving, unit), mentor_of(), team_lead)
    elsewhere = UserFactory(role=Role.TEAM_LEAD)
    here = reverse("mentoring:hand_over_letters", args=[leaving.public_id, TODAY.isoformat()])
    never = reverse("mentoring:hand_over_letters", args=[leaving.public_id, "2026-02-31"])

    assertContains(signed_in(team_lead).get(here), "Dear ")
    assert signed_in(elsewhere).get(here).status_code == 404
    assert signed_in(team_lead).get(never).status_code == 404


def test_the_cases_of_a_caseworker_go_with_meetings_and_promises(
    signed_in, team_lead, caseworker, colleague, case
):
    starts = timezone.make_aware(datetime(2026, 11, 27, 10))
    facts = {"kind": "meeting", "title": "The plan", "case": case, "by": caseworker}
    ends = starts + timedelta(hours=1)
    meeting = Appointment.objects.make(starts_at=starts, ends_at=ends, staff=[caseworker], **facts)
    both = Appointment.objects.make(starts_at=starts, ends_at=ends, staff=[caseworker, colleague], **facts)
    promised = [("To ask at the bank", TODAY + timedelta(days=3))]
    Contact.objects.log(case=case, kind="phone", on=TODAY, today=TODAY, by=caseworker, promises=promised)
    take_over = reverse("take_over", args=[caseworker.public_id])
    browser = signed_in(team_lead)
    assertContains(browser.get(take_over), "2 meetings to come, 1 open promise")

    done = browser.post(take_over, {f"case-{case.public_id}": str(colleague.pk)}, follow=True)

    assertContains(done, f"{colleague.name} is your caseworker.")
    assertContains(done, "Your appointments stand:")
    for each in (meeting, both):
        assert list(each.staff.all()) == [colleague]
    assert Promise.objects.get().holder == colleague
    line = CaseLine.objects.get(Q(case=case), verb="handed-on")
    assert line.sentence == f"Passed on to {colleague.name}: 2 meetings to come, 1 open promise"
