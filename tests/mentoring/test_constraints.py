"""What the database itself refuses in this pillar, whoever writes."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import now
from mentoring.models import (
    ChecklistItem,
    ChecklistMark,
    ChecklistVersion,
    Concern,
    Contact,
    HandOver,
    HolisticOffer,
    Letter,
    MentorExtension,
    MentorProfile,
    OpeningHours,
    Promise,
    RetentionOffer,
    RetentionTalk,
    Sighting,
    Visit,
    WalkIn,
)
from refugees.models import Document, Talk, Task
from tests.factories import TODAY, CaseFactory
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db


def visit(case, **facts):
    facts = {"about": "job", "arrived_at": now()} | facts
    return Visit.objects.create(case=case, **facts)


def walk_in(case, **facts):
    usual = {"about": "job", "outcome": "answered", "came_at": now(), "recorded_by": case.team.first().user}
    return WalkIn.objects.create(unit=case.unit, **usual | facts)


def hours(case, **facts):
    usual = {"weekday": 0, "opens": 600, "closes": 840, "during": DateRange(TODAY, None)}
    return OpeningHours.objects.create(unit=case.unit, **usual | facts)


def contact(case, **facts):
    author = case.team.first().user
    usual = {"kind": "met", "on": TODAY, "author": author, "part": "caseworker"}
    return Contact.objects.create(case=case, **usual | facts)


def promise(case, **facts):
    made = contact(case)
    usual = {"words": "To ask at the bank", "made_on": TODAY, "due_on": TODAY, "holder": made.author}
    return Promise.objects.create(contact=made, case=case, **usual | facts)


def settled(case, **facts):
    return promise(case, **{"settled_by": case.team.first().user, "settled_at": now()} | facts)


def sighting(case, **facts):
    seen = contact(case)
    return Sighting.objects.create(**{"contact": seen, "version": 1, "by": seen.author} | facts)


def sighted_twice(case):
    first = sighting(case)
    return sighting(case, contact=first.contact)


def concern(case, **facts):
    usual = {
        "kind": "home",
        "urgency": "soon",
        "words": "8",
        "raised_by": case.team.first().user,
        "part": "holistic-mentor",
        "raised_on": TODAY,
        "answer_by": TODAY + timedelta(days=2),
    }
    return Concern.objects.create(case=case, **usual | facts)


def letter(case, **facts):
    by = case.team.first().user
    document = Document.objects.create(
        case=case,
        title="8",
        kind="letter",
        direction="internal",
        dated_on=TODAY,
        file="nowhere",
        content_type="image/jpeg",
        size=1,
        sha256="8",
        uploaded_by=by,
    )
    task = Task.objects.create(case=case, title="8", due_on=TODAY, assigned_to=by, created_by=by)
    usual = {"words": "8", "sent_by": by, "document": document, "task": task}
    return Letter.objects.create(case=case, **usual | facts)


KEY = uuid.uuid4()


def offer(case, **facts):
    return RetentionOffer.objects.create(case=case, **{"offered_on": TODAY} | facts)


def retention_talk(case, **facts):
    talk = Talk.objects.create(case=case, kind="retention", on=TODAY, form="phone")
    usual = {"person_says": "Good", "business_says": "Good", "outlook": "stays"}
    return RetentionTalk.objects.create(talk=talk, **usual | facts)


def mark(case, **facts):
    usual = {"key": "doctor", "state": "done", "on": TODAY, "said_by": case.team.first().user}
    return ChecklistMark.objects.create(case=case, **usual | facts)


def version(case, **facts):
    return ChecklistVersion.objects.create(**{"number": 2, "written_by": case.team.first().user} | facts)


def item(of, **facts):
    usual = {"key": "doctor", "position": 1, "danish": "Læge", "english": "Doctor"}
    return ChecklistItem.objects.create(version=of, **usual | facts)


def waiting(case, **waits):
    """A draft on which these wait for those, as it is at the commit."""
    draft = version(case)
    for key, before in waits.items():
        item(draft, key=key, blocked_by=before)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def in_force():
    return ChecklistVersion.objects.get(number=1)


def holistic(case, **facts):
    return HolisticOffer.objects.create(case=case, **{"offered_on": TODAY} | facts)


def profile(case, **facts):
    mentor = case.team.mentors().get().user
    return MentorProfile.objects.create(user=mentor, **{"kinds": ["holistic-mentor"], "capacity": 3} | facts)


def extension(case, **facts):
    usual = {"was_until": TODAY, "until": TODAY + timedelta(days=1), "reason": "Moves in May"}
    return MentorExtension.objects.create(case=case, member=case.team.mentors().get(), **usual | facts)


def hand_over(case, **facts):
    mentor = case.team.mentors().get()
    usual = {"former": case.team.first().user, "to": mentor.user, "part": mentor.part, "on": TODAY}
    return HandOver.objects.create(case=case, **usual | {"recorded_by": mentor.user} | facts)


def answered_otherwise(case):
    made = holistic(case, answer="accepted", answered_on=TODAY)
    HolisticOffer.objects.filter(pk=made.pk).update(answer="declined", reason="Has a cousin here")


def one_more_than_there_is_room_for(case):
    profile(case, capacity=1)
    member = case.team.mentors().get()
    other = CaseFactory(unit=case.unit)
    other.team.create(user=member.user, part=member.part, during=DateRange(TODAY, None))


RULES = {
    "checklist_version_has_its_number": lambda case: version(case, number=1),
    "one_checklist_version_begins_on_a_day": lambda case: version(
        case, in_force_from=in_force().in_force_from, decided_at=now()
    ),
    "checklist_version_in_force_was_decided": lambda case: version(case, in_force_from=TODAY),
    "checklist_version_withdrawn_says_by_whom": lambda case: version(case, withdrawn_at=now()),
    "checklist_item_stands_once": lambda case: [item(draft := version(case)), item(draft)],
    "checklist_item_has_words_in_both_languages": lambda case: item(version(case), danish=""),
    "checklist_item_audience_is_known": lambda case: item(version(case), audience="dogs"),
    "checklist_item_links_securely": lambda case: item(version(case), url="http://example.dk"),
    "one_checklist_mark_per_item": lambda case: [mark(case), mark(case)],
    "checklist_mark_state_is_known": lambda case: mark(case, state="forgotten", on=None),
    "checklist_done_says_on_which_day": lambda case: mark(case, on=None),
    "checklist_not_relevant_says_why": lambda case: mark(case, state="not-relevant", on=None),
    "visit_about_is_known": lambda case: visit(case, about="weather"),
    "one_visit_at_a_time": lambda case: [visit(case), visit(case)],
    "visit_taken_after_arrival": lambda case: visit(case, taken_at=now() - timedelta(hours=1)),
    "visit_end_says_what_came_of_it": lambda case: visit(case, ended_at=now()),
    "visit_ends_after_it_was_taken": lambda case: visit(
        case,
        outcome="answered",
        taken_by=case.team.first().user,
        taken_at=now() + timedelta(hours=2),
        ended_at=now() + timedelta(hours=1),
    ),
    "taking_back_a_visit_says_why": lambda case: visit(case, taken_back_at=now()),
    "walk_in_about_is_known": lambda case: walk_in(case, about="weather"),
    "walk_in_outcome_needs_no_case": lambda case: walk_in(case, outcome="booked"),
    "walk_in_shown_on_says_to_whom": lambda case: walk_in(case, outcome="shown-on"),
    "counselling_closes_after_it_opens": lambda case: hours(case, closes=600),
    "counselling_weekday_is_known": lambda case: hours(case, weekday=7),
    "counselling_hours_have_days": lambda case: hours(case, during=DateRange(None, TODAY)),
    "counselling_hours_do_not_overlap": lambda case: [hours(case), hours(case, opens=660)],
    "contact_kind_is_known": lambda case: contact(case, kind="pigeon"),
    "contact_part_is_known": lambda case: contact(case, part="friend"),
    "contact_topics_are_known": lambda case: contact(case, topics=["weather"]),
    "contact_takes_at_most_a_day": lambda case: contact(case, minutes=1441),
    "contact_note_has_a_bounded_length": lambda case: contact(case, note="x" * 20_001),
    "contact_correction_says_who_when_why": lambda case: contact(case, version=2),
    "contact_taken_back_is_a_correction": lambda case: contact(case, taken_back_at=now()),
    "contact_is_sent_once": lambda case: [contact(case, key=KEY), contact(case, key=KEY)],
    "contact_arrives_after_it_was_written": lambda case: contact(
        case, arrived_at=now() - timedelta(hours=1), written_at=now()
    ),
    "promise_says_what": lambda case: promise(case, words=""),
    "promise_is_due_when_made_or_later": lambda case: promise(case, due_on=TODAY - timedelta(days=1)),
    "promise_outcome_is_known": lambda case: settled(case, outcome="forgotten"),
    "promise_outcome_says_who_and_when": lambda case: promise(case, outcome="kept"),
    "promise_no_longer_needed_says_why": lambda case: settled(case, outcome="not-needed"),
    "contact_text_is_seen_once": sighted_twice,
    "sighting_is_of_a_text": lambda case: sighting(case, version=0),
    "concern_kind_is_known": lambda case: concern(case, kind="weather"),
    "concern_urgency_is_known": lambda case: concern(case, urgency="never"),
    "concern_is_of_a_mentor": lambda case: concern(case, part="caseworker"),
    "concern_says_what": lambda case: concern(case, words=""),
    "concern_has_days_to_be_answered": lambda case: concern(case, answer_by=TODAY),
    "concern_answer_says_what_when_by_whom": lambda case: concern(case, answer="Yes"),
    "taking_back_a_concern_says_why": lambda case: concern(case, taken_back_at=now()),
    "letter_says_what_it_is": lambda case: letter(case, words=""),
    "retention_answer_and_its_day_go_together": lambda case: offer(case, answer="accepted"),
    "retention_declined_says_why": lambda case: offer(case, answer="declined", answered_on=TODAY),
    "one_standing_retention_offer": lambda case: [offer(case), offer(case)],
    "taking_back_a_retention_offer_says_why": lambda case: offer(case, taken_back_at=now()),
    "holistic_answer_and_its_day_go_together": lambda case: holistic(case, answer="accepted"),
    "holistic_declined_says_why": lambda case: holistic(case, answer="declined", answered_on=TODAY),
    "one_standing_holistic_offer": lambda case: [holistic(case), holistic(case)],
    "hand_over_is_of_a_mentor": lambda case: hand_over(case, part="caseworker"),
    "hand_over_agreed_is_known": lambda case: hand_over(case, agreed="everything"),
    "hand_over_is_between_two": lambda case: hand_over(case, former=case.team.mentors().get().user),
    "taking_back_a_holistic_offer_says_why": lambda case: holistic(case, taken_back_at=now()),
    "wished_sex_is_known": lambda case: holistic(case, wished_sex="x"),
    "district_of_a_mentors_offer_is_known": lambda case: holistic(case, district="atlantis"),
    "mentor_kinds_are_known": lambda case: profile(case, kinds=["friend"]),
    "mentor_sex_is_known": lambda case: profile(case, sex="x"),
    "mentor_districts_are_known": lambda case: profile(case, districts=["atlantis"]),
    "mentor_weekdays_are_known": lambda case: profile(case, weekdays=[7]),
    "mentor_capacity_is_bounded": lambda case: profile(case, capacity=61),
    "mentor_extension_is_longer": lambda case: extension(case, until=TODAY),
    "mentor_extension_says_why": lambda case: extension(case, reason=""),
    "retention_outlook_is_known": lambda case: retention_talk(case, outlook="sunny"),
    "retention_talk_has_the_person_and_one_more_view": lambda case: retention_talk(case, business_says=""),
}
# About what moment it is, and about several rows.
OTHERS = {
    "checklist_in_force_stands": lambda case: in_force().items.update(danish="Andet"),
    "checklist_waits_for_items_of_its_version": lambda case: waiting(case, bank=["moon"]),
    "checklist_waits_in_no_circle": lambda case: waiting(case, bank=["card"], card=["mitid"], mitid=["bank"]),
    "changed_answer_says_why": answered_otherwise,
    "mentor_has_room": one_more_than_there_is_room_for,
    "visit_not_in_the_future": lambda case: visit(case, arrived_at=now() + timedelta(days=1)),
}


@pytest.mark.parametrize("rule", RULES | OTHERS)
def test_the_database_refuses(rule, case):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        (RULES | OTHERS)[rule](case)


@pytest.mark.parametrize(
    "facts", [{"shown_to": "state"}, {"outcome": "shown-on", "shown_to": "a friend"}, {"outcome": ""}]
)
def test_nothing_of_their_own_is_written_of_somebody_without_a_case(case, facts):
    with pytest.raises(IntegrityError, match="walk_in_"), transaction.atomic():
        walk_in(case, **facts)


def test_every_rule_of_this_pillar_is_tried():
    declared = {
        constraint.name
        for model in our_models()
        if model._meta.app_label == "mentoring"
        for constraint in model._meta.constraints
        if not (isinstance(constraint, models.UniqueConstraint) and constraint.fields == ("public_id",))
    }
    assert declared == set(RULES)
