"""Who may do what on which address: written by hand, so that a change of roles shows here.

Read a row as: these roles get through (to their own unit's case); everybody else is told that their role may not
(403), and where the address names a thing, that it does not exist (404). A case of another unit exists for nobody.
"""

from accounts.permissions import Role
from health.models import Assessment, Consent, HealthAppointment, OnwardReferral, Referral
from internships.models import Agreement, Barring, Contact, ContactPerson, Opening, ProductionUnit
from refugees.models import FunctionalConclusion, HousingNeed
from tests.permission_arguments import (
    a_promise,
    a_standard,
    chosen_conversations,
    given_up_mail,
    of_health,
    part_of_company,
    the_case,
    the_company,
    the_entrys_version,
    the_first_edition,
    the_rows_version,
    with_absence,
    with_answer,
    with_appointment,
    with_benefit,
    with_calendar,
    with_clock,
    with_colleague,
    with_contract,
    with_conversation,
    with_document,
    with_draft,
    with_entry,
    with_event,
    with_expectations,
    with_extension,
    with_form_of_profile,
    with_form_of_time,
    with_held_interview,
    with_interview,
    with_lead_time,
    with_list,
    with_mentor,
    with_message,
    with_note,
    with_offer,
    with_open_pause,
    with_opening_hours,
    with_own_appointment,
    with_placement,
    with_readiness,
    with_recalculation,
    with_referral,
    with_report,
    with_row,
    with_section,
    with_suspension,
    with_talk,
    with_task,
    with_unanswered_offer,
    with_visit,
    with_waiting,
)
from tests.permission_rows import CASEWORK, EVERYBODY, READERS, Build, Row, action, form, page


def company_form(build: Build) -> Row:
    """A form about a company: those who do casework write it, of whatever unit they are."""
    return form(CASEWORK, arguments=build, names_no_case=True)


ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


MENTOR = frozenset({Role.MENTOR})


MANAGERS = frozenset({Role.MANAGER})


# What caseworkers and team leads record on a case of their unit; to a manager of it: look, do not touch.
RECORD = form(CASEWORK, arguments=the_case)


# The same, by an address that has no page of its own.
DO = action(CASEWORK, arguments=the_case)


# Several breaches at once: those that are chosen are named in the form.
TOGETHER = action(READERS, data=chosen_conversations)


# What is written on a case: the unit reads it; to a mentor of the case it does not exist.
WRITTEN = page(READERS, arguments=the_case)


# The ground of a pause: told to the case's own caseworker and to whoever entered it.
UNTOLD = frozenset({Role.TEAM_LEAD})


LEADS = frozenset({Role.TEAM_LEAD})


CASEWORKERS = frozenset({Role.CASEWORKER})


HEALTH_TEAM = frozenset({Role.HEALTH_TEAM})


# What the health team writes of a person of their unit; to everybody else it does not exist.
HEALTH = form(HEALTH_TEAM, arguments=the_case)


def health_form(build: Build) -> Row:
    """A form about one row of the compartment."""
    return form(HEALTH_TEAM, arguments=build)


WITH_REFERRAL = of_health(Referral, "referral_id")


WITH_ASSESSMENT = of_health(Assessment, "assessment_id")


MATRIX: dict[str, Row] = {
    "home": page(EVERYBODY),
    "accessibility": page(EVERYBODY, is_public=True),
    "styleguide": page(EVERYBODY),
    "demo_day": page(ADMINISTRATORS),
    "move_day": action(ADMINISTRATORS),
    "switch_worker": action(ADMINISTRATORS),
    "accounts:sign_in": form(EVERYBODY, is_public=True),
    "accounts:sign_out": action(EVERYBODY),
    "accounts:language": action(EVERYBODY, is_public=True, data=lambda case: {"language": "en"}),
    "accounts:password": form(EVERYBODY),
    "accounts:settings": form(EVERYBODY),
    "accounts:make_calendar_address": form(EVERYBODY),
    "accounts:withdraw_calendar_address": action(EVERYBODY),
    "refugees:calendar": page(EVERYBODY, is_public=True, arguments=with_calendar, names_no_case=True),
    "my_work": page(CASEWORK),
    "my_interviews": page(CASEWORK),
    "my_people": page(MENTOR),
    "my_team": page(LEADS | {Role.MANAGER}),
    "record_absence": action(LEADS),
    "withdraw_absence": action(LEADS, arguments=with_absence),
    "give_out": form(LEADS),
    "count_loads": action(LEADS),
    "take_over": form(LEADS, arguments=with_colleague),
    "take_over_loads": action(LEADS, arguments=with_colleague),
    "health:work_list": page(HEALTH_TEAM),
    "health:find": action(HEALTH_TEAM),
    "health:person": page(HEALTH_TEAM, arguments=the_case),
    "health:offer": HEALTH,
    "health:answer": health_form(with_unanswered_offer),
    "health:yes_after_all": health_form(with_unanswered_offer),
    "health:take_offer_back": health_form(with_unanswered_offer),
    "health:refer": health_form(with_unanswered_offer),
    "health:give_consent": HEALTH,
    "health:withdraw_consent": health_form(of_health(Consent, "consent_id")),
    "health:receive": health_form(WITH_REFERRAL),
    "health:agree": health_form(WITH_REFERRAL),
    "health:assess": health_form(WITH_REFERRAL),
    "health:record_outcome": health_form(of_health(HealthAppointment, "appointment_id")),
    "health:correct_assessment": health_form(WITH_ASSESSMENT),
    "health:refer_on": health_form(WITH_ASSESSMENT),
    "health:follow": health_form(of_health(OnwardReferral, "onward_id")),
    "health:conclude": HEALTH,
    "health:correct_conclusion": health_form(of_health(FunctionalConclusion, "statement_id")),
    "health:withdraw_conclusion": health_form(of_health(FunctionalConclusion, "statement_id")),
    "health:state_needs": HEALTH,
    "health:correct_needs": health_form(of_health(HousingNeed, "statement_id")),
    "health:withdraw_needs": health_form(of_health(HousingNeed, "statement_id")),
    "refugees:search": action(READERS),
    "refugees:cases": page(READERS),
    "refugees:new_case": form(CASEWORK),
    "refugees:create_case": action(CASEWORK),
    "refugees:intake": page(CASEWORK),
    "refugees:upload_intake": action(CASEWORK),
    "refugees:intake_sample": page(CASEWORK, arguments=lambda case: {"kind": "csv"}, names_no_case=True),
    "refugees:intake_list": page(CASEWORK, arguments=with_list),
    "refugees:intake_progress": page(CASEWORK, arguments=with_list),
    "refugees:confirm_intake": action(CASEWORK, arguments=with_list),
    "refugees:discard_intake": form(CASEWORK, arguments=with_list),
    "refugees:intake_row": form(CASEWORK, arguments=with_row, data=the_rows_version),
    "refugees:decide_intake_row": action(CASEWORK, arguments=with_row),
    "case": page(READERS | MENTOR, arguments=the_case),
    "goals:case_then": page(READERS, arguments=the_case),
    "case_receipt": page(READERS, arguments=with_clock),
    "refugees:dates": page(READERS, arguments=the_case),
    "refugees:history": page(READERS, arguments=the_case),
    "refugees:access_log": page(READERS, arguments=the_case),
    "refugees:record_date": RECORD,
    "refugees:confirm_takeover": RECORD,
    "refugees:correct_date": form(CASEWORK, arguments=with_event),
    "refugees:withdraw_date": form(CASEWORK, arguments=with_event),
    "refugees:decide_readiness": RECORD,
    "refugees:correct_readiness": form(CASEWORK, arguments=with_readiness),
    "refugees:withdraw_readiness": form(CASEWORK, arguments=with_readiness),
    "refugees:begin_benefit": RECORD,
    "refugees:correct_benefit": form(CASEWORK, arguments=with_benefit),
    "refugees:withdraw_benefit": form(CASEWORK, arguments=with_benefit),
    "refugees:change_caseworker": form(LEADS, arguments=the_case),
    "refugees:assign_mentor": form(LEADS, arguments=the_case),
    "refugees:end_mentor": form(LEADS, arguments=with_mentor),
    "refugees:change_household": RECORD,
    "refugees:edit_person": RECORD,
    "refugees:change_ground": RECORD,
    "refugees:close_case": RECORD,
    "refugees:reopen_case": RECORD,
    "goals:scoreboard": page(READERS),
    "goals:people": page(READERS),
    "goals:figures_csv": page(READERS),
    "goals:difference": page(READERS),
    "goals:reports": page(READERS),
    "goals:new_report": form(MANAGERS),
    "goals:report": page(READERS, arguments=with_report),
    "goals:report_people": page(READERS, arguments=with_report),
    "goals:report_changes": page(READERS, arguments=with_report),
    "goals:report_csv": page(READERS, arguments=with_report),
    "goals:versions": page(READERS),
    "goals:promise": page(READERS, arguments=a_promise, names_no_case=True),
    "goals:new_draft": form(MANAGERS, arguments=a_standard, names_no_case=True),
    "goals:draft": page(READERS, arguments=with_draft, names_no_case=True),
    "goals:edit_draft": form(MANAGERS, arguments=with_draft, names_no_case=True),
    "goals:try_draft": action(MANAGERS, arguments=with_draft, names_no_case=True),
    "goals:activate_draft": action(
        MANAGERS,
        arguments=with_draft,
        data=the_first_edition,
        names_no_case=True,
    ),
    "goals:withdraw_draft": form(MANAGERS, arguments=with_draft, names_no_case=True),
    "goals:recalculation": page(READERS, arguments=with_recalculation, names_no_case=True),
    "goals:new_suspension": form(MANAGERS),
    "goals:end_suspension": form(MANAGERS, arguments=with_suspension, names_no_case=True),
    "goals:withdraw_suspension": form(MANAGERS, arguments=with_suspension, names_no_case=True),
    "goals:breaches": page(READERS),
    "goals:open": page(READERS),
    "goals:open_people": page(READERS),
    "goals:causes": page(READERS),
    "goals:cause_list": page(READERS),
    "goals:causes_csv": page(READERS),
    "goals:conversation": page(READERS, arguments=with_conversation),
    "goals:answer": form(READERS, arguments=with_conversation),
    "goals:line": page(READERS, arguments=with_conversation),
    "goals:acknowledge": action(READERS, arguments=with_conversation),
    "case_time:pauses": page(READERS, arguments=the_case),
    "case_time:keep_draft": action(CASEWORK, arguments=with_form_of_time),
    "case_time:begin_pause": RECORD,
    "case_time:end_pause": form(CASEWORK, arguments=with_open_pause),
    "case_time:correct_pause": form(CASEWORK, untold=UNTOLD, arguments=with_open_pause),
    "case_time:withdraw_pause": form(CASEWORK, untold=UNTOLD, arguments=with_open_pause),
    "case_time:ask_extension": form(CASEWORK, arguments=with_clock),
    "case_time:withdraw_extension": form(CASEWORK, arguments=with_extension),
    "case_time:decide_extension": form(LEADS, arguments=with_extension),
    "goals:keep_draft": action(READERS, arguments=with_conversation),
    "goals:choose": TOGETHER,
    "goals:answer_together": TOGETHER,
    "goals:keep_together_draft": TOGETHER,
    "goals:jobs": page(ADMINISTRATORS),
    "goals:try_again": action(ADMINISTRATORS, arguments=given_up_mail, names_no_case=True),
    # A mentor writes notes too, and reads those of their own hand.
    "refugees:notes": page(READERS | MENTOR, arguments=the_case),
    "refugees:write_note": action(CASEWORK | MENTOR, arguments=the_case),
    "refugees:keep_draft": action(CASEWORK | MENTOR, arguments=the_case),
    "refugees:correct_note": form(CASEWORK | MENTOR, untold=MENTOR, arguments=with_note),
    "refugees:keep_correction_draft": action(CASEWORK | MENTOR, untold=MENTOR, arguments=with_note),
    "refugees:documents": WRITTEN,
    "refugees:add_document": RECORD,
    "refugees:fetch_document": page(READERS, arguments=with_document),
    "refugees:withdraw_document": form(CASEWORK, arguments=with_document),
    "refugees:tasks": WRITTEN,
    "refugees:add_task": RECORD,
    "refugees:finish_task": action(CASEWORK, arguments=with_task),
    "refugees:undo_task": action(CASEWORK, arguments=with_task),
    "refugees:waiting": WRITTEN,
    "refugees:begin_waiting": RECORD,
    "refugees:chase_waiting": form(CASEWORK, arguments=with_waiting),
    "refugees:end_waiting": form(CASEWORK, arguments=with_waiting),
    "goals:lead_times": page(LEADS | {Role.MANAGER}),
    "goals:lead_time": form(LEADS, arguments=with_lead_time),
    "refugees:talks": WRITTEN,
    "refugees:record_talk": RECORD,
    "refugees:correct_talk": form(CASEWORK, arguments=with_talk),
    "refugees:take_talk_back": form(CASEWORK, arguments=with_talk),
    "interviews:interviews": WRITTEN,
    "interviews:plan": RECORD,
    "interviews:answers": page(READERS, arguments=with_interview),
    "interviews:ask": form(CASEWORK, arguments=with_interview),
    "interviews:keep": action(CASEWORK, arguments=with_interview),
    "interviews:invite": form(CASEWORK, arguments=with_interview),
    "interviews:move": form(CASEWORK, arguments=with_interview),
    "interviews:hold": form(CASEWORK, arguments=with_interview),
    "interviews:fall_out": form(CASEWORK, arguments=with_interview),
    "interviews:reopen": form(CASEWORK, arguments=with_held_interview),
    "screening:contract": WRITTEN,
    "screening:draw_up_contract": RECORD,
    "screening:change_contract": form(CASEWORK, arguments=with_contract),
    "screening:conclude_contract": form(CASEWORK, arguments=with_contract),
    "screening:withdraw_contract": form(CASEWORK, arguments=with_contract),
    "screening:print_contract": page(READERS, arguments=with_contract),
    "screening:profile": WRITTEN,
    "screening:cv": WRITTEN,
    "screening:keep_profile_draft": action(CASEWORK, arguments=with_form_of_profile),
    "screening:take_over_answer": action(CASEWORK, arguments=with_answer),
    "screening:add_to_profile": form(CASEWORK, arguments=with_section),
    "screening:correct_profile": form(CASEWORK, arguments=with_entry),
    "screening:remove_from_profile": form(CASEWORK, arguments=with_entry, data=the_entrys_version),
    "find_occupations": page(CASEWORK),
    "screening:expectations": WRITTEN,
    "screening:match_expectations": RECORD,
    "screening:keep_expectations": DO,
    "screening:sign_expectations": form(CASEWORK, arguments=with_expectations),
    "screening:withdraw_expectations": form(CASEWORK, arguments=with_expectations),
    "screening:print_expectations": page(READERS, arguments=with_expectations),
    "mentoring:counselling": page(CASEWORK),
    "mentoring:find": action(CASEWORK, data=lambda case: {"q": case.number}),
    "mentoring:hours": form(frozenset({Role.TEAM_LEAD})),
    "mentoring:end_hours": form(
        frozenset({Role.TEAM_LEAD}), arguments=with_opening_hours, names_no_case=True
    ),
    "mentoring:arrive": RECORD,
    "mentoring:record_visit": RECORD,
    "mentoring:take_visit": action(CASEWORK, arguments=with_visit),
    "mentoring:end_visit": form(CASEWORK, arguments=with_visit),
    "mentoring:correct_visit": form(CASEWORK, arguments=with_visit),
    "mentoring:take_visit_back": form(CASEWORK, arguments=with_visit),
    "screening:refer_to_danish": RECORD,
    "screening:place_in_danish": form(CASEWORK, arguments=with_referral),
    "screening:end_danish": form(CASEWORK, arguments=with_referral),
    "screening:correct_danish": form(CASEWORK, arguments=with_referral),
    "screening:take_danish_back": form(CASEWORK, arguments=with_referral),
    "refugees:appointments": WRITTEN,
    "refugees:make_appointment": RECORD,
    "refugees:cancel_appointment": form(CASEWORK, arguments=with_appointment),
    # A message exists for the one it is for; an appointment on no case for those in it.
    "refugees:message_seen": action(CASEWORKERS, arguments=with_message),
    "refugees:all_messages_seen": action(READERS | MENTOR),
    "refugees:my_tasks": page(CASEWORK),
    "refugees:add_own_task": form(CASEWORK),
    "refugees:add_own_appointment": form(CASEWORK),
    "refugees:cancel_own_appointment": form(CASEWORKERS, arguments=with_own_appointment),
    "internships:companies": page(CASEWORK, arguments=the_case),
    "internships:offer": RECORD,
    "internships:answer": form(CASEWORK, arguments=with_offer),
    "internships:plan": form(CASEWORK, arguments=with_offer),
    "internships:start": form(CASEWORK, arguments=with_offer),
    "internships:start_elsewhere": RECORD,
    "internships:end": form(CASEWORK, arguments=with_placement),
    "internships:correct_start": form(CASEWORK, arguments=with_placement),
    "internships:plan_end": form(CASEWORK, arguments=with_placement),
    "internships:decide_next": form(CASEWORK, arguments=with_placement),
    "internships:take_next_back": form(CASEWORK, arguments=with_placement),
    "internships:take_back": form(CASEWORK, arguments=with_placement),
    "companies:companies": page(READERS),
    "companies:new": form(CASEWORK),
    "companies:openings": page(READERS),
    "companies:calls": page(READERS),
    "companies:company": page(READERS, arguments=the_company, names_no_case=True),
    "companies:describe": company_form(the_company),
    "companies:add_unit": company_form(the_company),
    "companies:correct_unit": company_form(part_of_company(ProductionUnit, "unit_id")),
    "companies:add_person": company_form(the_company),
    "companies:correct_person": company_form(part_of_company(ContactPerson, "person_id")),
    "companies:add_agreement": company_form(the_company),
    "companies:correct_agreement": company_form(part_of_company(Agreement, "agreement_id")),
    "companies:record_contact": company_form(the_company),
    "companies:keep_contact": action(CASEWORK, arguments=the_company, names_no_case=True),
    "companies:correct_contact": company_form(part_of_company(Contact, "contact_id")),
    "companies:call_later": company_form(part_of_company(Contact, "contact_id")),
    "companies:drop_call": company_form(part_of_company(Contact, "contact_id")),
    "companies:announce": company_form(the_company),
    "companies:change_opening": company_form(part_of_company(Opening, "opening_id")),
    "companies:close_opening": company_form(part_of_company(Opening, "opening_id")),
    "companies:reopen_opening": company_form(part_of_company(Opening, "opening_id")),
    "companies:bar": company_form(the_company),
    "companies:lift": company_form(part_of_company(Barring, "barring_id")),
}
