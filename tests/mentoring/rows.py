"""The rows of open counselling, mentors and retention in the permission matrix."""

from accounts.permissions import Role
from tests.mentoring.arguments import (
    with_check,
    with_concern,
    with_contact,
    with_draft,
    with_former_mentor,
    with_hand_over,
    with_holistic_offer,
    with_item,
    with_mentor,
    with_mentors_absence,
    with_mentors_time,
    with_offer_alone,
    with_open_check,
    with_opening_hours,
    with_promise,
    with_retention_offer,
    with_retention_talk,
    with_visit,
    with_walk_in,
)
from tests.permission_arguments import the_case
from tests.permission_rows import (
    CASEWORK,
    DO,
    LEADS,
    MENTOR,
    READERS,
    RECORD,
    WRITTEN,
    Row,
    action,
    form,
    page,
)

ARRANGERS = LEADS | {Role.MENTOR_COORDINATOR}

# Who says what stands on the checklist.
SETTERS = frozenset({Role.TEAM_LEAD, Role.MENTOR_COORDINATOR, Role.MANAGER})
OF_A_DRAFT = {"arguments": with_draft, "names_no_case": True}
OF_AN_ITEM = {"arguments": with_item, "names_no_case": True}

ROWS: dict[str, Row] = {
    "mentoring:counselling": page(CASEWORK),
    "mentoring:find": action(CASEWORK, data=lambda case: {"q": case.number}),
    "mentoring:hours": form(frozenset({Role.TEAM_LEAD})),
    "mentoring:end_hours": form(
        frozenset({Role.TEAM_LEAD}), arguments=with_opening_hours, names_no_case=True
    ),
    "mentoring:record_walk_in": form(CASEWORK),
    "mentoring:take_walk_in_back": action(CASEWORK, arguments=with_walk_in, names_no_case=True),
    "mentoring:arrive": RECORD,
    "mentoring:record_visit": RECORD,
    "mentoring:take_visit": action(CASEWORK, arguments=with_visit),
    "mentoring:end_visit": form(CASEWORK, arguments=with_visit),
    "mentoring:correct_visit": form(CASEWORK, arguments=with_visit),
    "mentoring:take_visit_back": form(CASEWORK, arguments=with_visit),
    # A mentor of the case logs contacts and signs, and mends the entries of their own hand (the scene's are theirs).
    "mentoring:contacts": page(READERS | MENTOR, arguments=the_case),
    "mentoring:log_contact": form(CASEWORK | MENTOR, arguments=the_case),
    "mentoring:take_in_contacts": action(CASEWORK | MENTOR),
    "mentoring:keep_promise": action(CASEWORK | MENTOR, arguments=with_promise),
    "mentoring:drop_promise": form(CASEWORK | MENTOR, arguments=with_promise),
    "mentoring:open_promise": action(CASEWORK | MENTOR, arguments=with_promise),
    "mentoring:keep_contact_draft": action(CASEWORK | MENTOR, arguments=the_case),
    "mentoring:correct_contact": form(CASEWORK | MENTOR, arguments=with_contact),
    "mentoring:keep_contact_correction": action(CASEWORK | MENTOR, arguments=with_contact),
    "mentoring:take_contact_back": form(CASEWORK | MENTOR, arguments=with_contact),
    "mentoring:contacts_seen": action(CASEWORK),
    # Only a mentor raises concerns and sends photographed letters, and takes back the own concern.
    "mentoring:concerns": page(READERS | MENTOR, arguments=the_case),
    "mentoring:raise_concern": form(MENTOR, arguments=the_case),
    "mentoring:answer_concern": form(CASEWORK, arguments=with_concern),
    "mentoring:take_concern_back": form(MENTOR, arguments=with_concern),
    "mentoring:send_letter": form(MENTOR, arguments=the_case),
    "mentoring:retention": WRITTEN,
    "mentoring:offer_retention_mentor": RECORD,
    "mentoring:answer_retention_offer": form(CASEWORK, arguments=with_retention_offer),
    "mentoring:take_retention_offer_back": form(CASEWORK, arguments=with_retention_offer),
    "mentoring:hold_retention_talk": RECORD,
    "mentoring:keep_retention_draft": DO,
    "mentoring:correct_views": form(CASEWORK, arguments=with_retention_talk),
    "mentoring:keep_views_draft": action(CASEWORK, arguments=with_retention_talk),
    "mentoring:checklist": page(READERS | MENTOR, arguments=the_case),
    "mentoring:renew_checklist": action(CASEWORK | MENTOR, arguments=the_case),
    "mentoring:say_check": form(CASEWORK | MENTOR, arguments=with_open_check),
    "mentoring:tick": action(CASEWORK | MENTOR, arguments=with_open_check),
    "mentoring:open_check": action(CASEWORK | MENTOR, arguments=with_check),
    "mentoring:checklist_versions": page(SETTERS),
    "mentoring:draft_checklist": action(SETTERS),
    "mentoring:checklist_version": page(SETTERS, **OF_A_DRAFT),
    "mentoring:add_checklist_item": form(SETTERS, **OF_A_DRAFT),
    "mentoring:put_checklist_in_force": form(SETTERS, **OF_A_DRAFT),
    "mentoring:withdraw_checklist": form(SETTERS, **OF_A_DRAFT),
    "mentoring:reword_checklist_item": form(SETTERS, **OF_AN_ITEM),
    "mentoring:remove_checklist_item": action(SETTERS, **OF_AN_ITEM),
    "mentoring:move_checklist_item": action(SETTERS, **OF_AN_ITEM),
    "mentoring:holistic": WRITTEN,
    "mentoring:offer_holistic_mentor": RECORD,
    "mentoring:answer_holistic_offer": form(CASEWORK, arguments=with_holistic_offer),
    "mentoring:take_holistic_offer_back": form(CASEWORK, arguments=with_holistic_offer),
    "mentoring:extend_mentor": form(LEADS, arguments=with_mentors_time),
    "mentoring:assign_retention_mentor": form(LEADS, arguments=the_case),
    "mentoring:mentors": page(ARRANGERS),
    # The offer of the scene is not answered: to a coordinator it does not exist (test_mentor_coordinators.py).
    "mentoring:give_mentor": form(LEADS, arguments=with_offer_alone),
    "mentoring:mentor_profile": form(ARRANGERS, arguments=with_mentor, names_no_case=True),
    # A coordinator hands over whoever's mentor is away: the scene's is, but not yet (test_hand_overs.py).
    "mentoring:hand_over": form(ARRANGERS, arguments=with_mentor, names_no_case=True),
    "mentoring:hand_over_letters": page(LEADS, arguments=with_former_mentor, names_no_case=True),
    "mentoring:hand_over_letter": page(READERS, arguments=with_mentors_time),
    "mentoring:hand_over_agreed": form(CASEWORK, arguments=with_hand_over),
    "mentoring:mentor_away": form(ARRANGERS, arguments=with_mentor, names_no_case=True),
    "mentoring:mentor_back": action(ARRANGERS, arguments=with_mentors_absence, names_no_case=True),
}
