"""What is to be in place: ticked, not relevant because, taken back, corrected; who may; which version a list has."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from accounts.permissions import Role
from accounts.scope import user_scope
from mentoring.checklists import progress_of
from mentoring.models import Checklist, ChecklistMark, ChecklistVersion
from mentoring.models.checklist_mark import SAYS, StillBlocked
from refugees.models import Case, Seen, StaleEdit, TeamMember, version_of
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, PersonFactory, UserFactory
from tests.mentoring.mentors import room_for_many

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def tick(case, key, by, on=TODAY):
    return ChecklistMark.objects.tick(case=case, key=key, today=on, by=by)


def say(case, key, by, state="done", **facts):
    usual = {"on": TODAY} if state == "done" else {"reason": "Has one from before."}
    return ChecklistMark.objects.say(case=case, key=key, state=state, today=TODAY, by=by, **usual | facts)


def progress(case, by, day=TODAY):
    return progress_of([case], by, day)[case.pk]


def keys(lines):
    return [line.item.key for line in lines]


def newer(by, *, on=TODAY, without=(), more=()):
    """The next version, in force."""
    draft = ChecklistVersion.objects.draft(today=TODAY, by=by)
    for key in without:
        draft.remove(key, by=by)
    for english in more:
        draft.add(danish=english, english=english, audience="everybody", blocked_by=[], url="", by=by)
    edition = ChecklistVersion.objects.get(pk=draft.pk).edition
    draft.put_in_force(on=on, edition=edition, today=TODAY, by=by)
    return draft


def test_the_list_begins_with_the_first_tick(case, mentor):
    assert progress(case, mentor).checklist is None

    assert tick(case, "travel-card", mentor)

    shown = progress(case, mentor)
    assert (shown.checklist.begun_on, shown.version.number, keys(shown.done)) == (TODAY, 1, ["travel-card"])
    assert case.checklist_marks.get().said_by == mentor


def test_somebody_who_taps_second_changes_nothing(case, mentor, caseworker):
    tick(case, "travel-card", mentor)

    assert not tick(case, "travel-card", caseworker)
    assert case.checklist_marks.get().said_by == mentor
    assert case.lines.filter(verb="check-done").count() == 1


def test_the_history_says_it_in_the_readers_language(case, mentor):
    tick(case, "travel-card", mentor)

    line = case.lines.get(verb="check-done")

    assert line.sentence == "On the checklist: Travel card, done on Mon 23 Nov 2026"
    with translation.override("da"):
        assert "Rejsekort" in line.sentence


def test_what_waits_is_asked_about_and_then_allowed(case, mentor):
    with pytest.raises(StillBlocked, match="Letter with the CPR number"):
        tick(case, "mitid", mentor)
    assert not Checklist.objects.exists()

    say(case, "mitid", mentor, is_anyway=True)

    [line] = progress(case, mentor).done
    assert (line.item.key, [item.key for item in line.waits_for]) == ("mitid", ["cpr-letter"])


def test_not_relevant_needs_words_unblocks_and_does_not_count(case, mentor):
    with pytest.raises(ValidationError, match="Say why it is not relevant"):
        say(case, "bank", mentor, "not-relevant", reason="  ")

    say(case, "bank", mentor, "not-relevant")

    shown = progress(case, mentor)
    assert (keys(shown.not_relevant), len(shown.relevant), len(shown.lines)) == (["bank"], 9, 10)
    assert "nemkonto" in keys(shown.ready)
    assert tick(case, "nemkonto", mentor)


def test_nothing_is_done_on_a_day_to_come(case, mentor):
    with pytest.raises(ValidationError, match="not before"):
        say(case, "travel-card", mentor, on=TOMORROW)


def test_a_correction_says_why_and_keeps_what_stood(case, mentor, caseworker):
    tick(case, "travel-card", mentor)

    with pytest.raises(ValidationError, match="Say why it is corrected"):
        say(case, "travel-card", caseworker, on=TODAY - timedelta(days=3))
    say(case, "travel-card", caseworker, "not-relevant", correction_reason="Somebody else's card.")

    [mark] = ChecklistMark.objects.filter(case=case).with_earlier()
    assert (mark.state, mark.on, mark.version, mark.said_by) == ("not-relevant", None, 2, caseworker)
    assert [(old.state, old.on, old.said_by) for old in mark.earlier] == [("done", TODAY, mentor)]


def test_a_tick_is_taken_back_once_and_kept(case, mentor):
    tick(case, "travel-card", mentor)
    mark = case.checklist_marks.get()

    assert mark.open_again(today=TODAY, by=mentor)
    assert not mark.open_again(today=TODAY, by=mentor)

    [mark] = ChecklistMark.objects.filter(case=case).with_earlier()
    assert (mark.state, mark.on, [old.state for old in mark.earlier]) == ("open", None, ["done"])
    assert "travel-card" in keys(progress(case, mentor).ready)


def test_whoever_was_overtaken_overwrites_nothing(case, mentor, caseworker):
    nothing = Seen(SAYS, "")
    say(case, "travel-card", mentor, version=nothing)

    with pytest.raises(StaleEdit):
        say(case, "travel-card", caseworker, "not-relevant", version=nothing)
    assert case.checklist_marks.get().state == "done"

    seen = Seen(SAYS, version_of(case.checklist_marks.get(), SAYS))
    say(case, "travel-card", caseworker, "not-relevant", correction_reason="Wrong.", version=seen)
    assert case.checklist_marks.get().state == "not-relevant"


def test_children_have_their_own_list_and_nobody_elses(unit, caseworker):
    child, adult = (
        CaseFactory(unit=unit, person=PersonFactory(unit=unit, born_on=born))
        for born in (date(2016, 5, 1), date(1990, 5, 1))
    )

    assert keys(progress(child, caseworker).lines) == ["cpr-letter", "doctor", "school", "travel-card"]
    assert "school" not in keys(progress(adult, caseworker).lines)


def test_who_turns_eighteen_keeps_what_was_done_as_a_child(unit, caseworker):
    child = CaseFactory(unit=unit, person=PersonFactory(unit=unit, born_on=date(2008, 11, 24)))
    tick(child, "school", caseworker)

    shown = progress(child, caseworker, TOMORROW)

    assert keys(shown.done) == ["school"]
    assert "mitid" in keys(shown.lines)


def test_it_could_be_done_since_what_it_waited_for_was_settled(case, mentor):
    began = TODAY - timedelta(days=5)
    tick(case, "travel-card", mentor, on=began)
    tick(case, "cpr-letter", mentor)

    shown = progress(case, mentor)

    since = {line.item.key: line.since for line in shown.ready}
    assert (since["danish-school"], since["mitid"]) == (began, TODAY)
    assert shown.next.item.key == "danish-school"


def test_a_list_keeps_its_version_until_it_is_brought_up_to_a_newer_one(case, unit, mentor, team_lead):
    tick(case, "travel-card", mentor)
    tick(case, "cpr-letter", mentor)
    newer(team_lead, without=["travel-card"], more=["Library card"])
    other = CaseFactory(unit=unit)

    before = progress(case, team_lead)
    assert (before.version.number, before.could_be_newer) == (1, True)
    assert progress(other, team_lead).version.number == 2
    checklist = case.checklist
    assert checklist.bring_up_to_date(today=TODAY, by=mentor)
    assert not checklist.bring_up_to_date(today=TODAY, by=mentor)

    after = progress(case, team_lead)
    assert (after.version.number, after.could_be_newer, keys(after.done)) == (2, False, ["cpr-letter"])
    assert [(line.item.words, line.mark.on) for line in after.left_over] == [("Travel card", TODAY)]
    assert "library-card" in keys(after.ready)
    assert case.lines.filter(verb="checklist-renewed").count() == 1


def test_what_has_left_the_list_can_still_be_put_right(case, mentor, team_lead):
    tick(case, "travel-card", mentor)
    newer(team_lead, without=["travel-card"])
    case.checklist.bring_up_to_date(today=TODAY, by=mentor)

    assert case.checklist_marks.get().open_again(today=TODAY, by=mentor)
    with pytest.raises(ValidationError, match="does not stand on the list"):
        say(CaseFactory(unit=case.unit), "travel-card", team_lead)


def test_a_closed_case_is_left_as_it_is(case, caseworker):
    tick(case, "travel-card", caseworker)
    case.close(on=TODAY, reason="moved", by=caseworker)

    for verb in (
        lambda: tick(case, "doctor", caseworker),
        lambda: case.checklist_marks.get().open_again(today=TODAY, by=caseworker),
        lambda: case.checklist.bring_up_to_date(today=TODAY, by=caseworker),
    ):
        with pytest.raises(ValidationError, match="The case is closed"):
            verb()


def test_the_database_shows_it_to_the_unit_and_to_the_mentors_of_today(case, mentor, caseworker, stranger):
    tick(case, "travel-card", mentor)
    nurse, officer, coordinator = (
        UserFactory(role=role, unit=case.unit)
        for role in (Role.HEALTH_TEAM, Role.HOUSING_OFFICER, Role.MENTOR_COORDINATOR)
    )

    def sees(user):
        with user_scope(user):
            event = ChecklistMark.pgh_event_model.objects.count()
            return ChecklistMark.objects.count(), Checklist.objects.count(), event

    assert sees(mentor) == sees(caseworker) == (1, 1, 1)
    for user in (stranger, nurse, officer, coordinator):
        assert sees(user) == (0, 0, 0)
    TeamMember.objects.mentors().get(case=case).leave(on=TODAY, by=None)
    assert sees(mentor) == (0, 0, 0)
    successor = UserFactory(role=Role.MENTOR, unit=None)
    TeamMember.objects.assign(case=case, user=successor, part=Part.HOLISTIC_MENTOR, on=TODAY, by=None)
    assert sees(successor) == (1, 1, 1)


@pytest.mark.parametrize("number", [3, 30])
def test_reading_costs_the_same_however_many(unit, mentor, team_lead, number, django_assert_num_queries):
    room_for_many(mentor)
    cases = [CaseFactory(unit=unit, mentor=mentor) for _ in range(number)]
    for case in cases[::2]:
        tick(case, "travel-card", mentor)
    newer(team_lead, more=["Library card"])
    cases = list(Case.objects.filter(pk__in=[case.pk for case in cases]).select_related("person"))

    with django_assert_num_queries(4):
        found = progress_of(cases, team_lead, TODAY)

    assert sum(len(shown.done) for shown in found.values()) == len(cases[::2])
