# /counselling/, /checklists/ and /mentors/; for one person, /cases/<public_id>/: contacts, checklist, mentor and more
from django.urls import path

from mentoring.views import (
    checklist,
    checklist_versions,
    concerns,
    contacts,
    counselling,
    hand_overs,
    holistic,
    letters,
    log,
    mentors,
    promises,
    retention,
    sightings,
    visits,
    walk_ins,
)

CASE = "cases/<uuid:public_id>/counselling/"
RETENTION = "cases/<uuid:public_id>/retention/"
LOG = "cases/<uuid:public_id>/contacts/"
CONCERNS = "cases/<uuid:public_id>/concerns/"
CHECKLIST = "cases/<uuid:public_id>/checklist/"
CHECK = f"{CHECKLIST}<slug:thing>/"
VERSION = "checklists/<uuid:public_id>/"
ITEM = f"{VERSION}items/<slug:thing>/"
HOLISTIC = "cases/<uuid:public_id>/mentor/"
MENTOR = "mentors/<uuid:mentor_id>/"
TEAM = "cases/<uuid:public_id>/team/"
HAND_OVER = f"{HOLISTIC}hand-overs/<uuid:hand_over_id>/"
PROMISE = "cases/<uuid:public_id>/promises/<uuid:promise_id>/"

app_name = "mentoring"
urlpatterns = [
    path("counselling/", counselling.counselling, name="counselling"),
    path("counselling/find/", counselling.find, name="find"),
    path("counselling/hours/", counselling.hours, name="hours"),
    path("counselling/hours/<uuid:public_id>/end/", counselling.end_hours, name="end_hours"),
    path("counselling/without-a-case/", walk_ins.record, name="record_walk_in"),
    path(
        "counselling/without-a-case/<uuid:public_id>/take-back/", walk_ins.take_back, name="take_walk_in_back"
    ),
    path(f"{CASE}arrive/", visits.arrive, name="arrive"),
    path(f"{CASE}record/", visits.record, name="record_visit"),
    path(f"{CASE}<uuid:visit_id>/take/", visits.take, name="take_visit"),
    path(f"{CASE}<uuid:visit_id>/end/", visits.end, name="end_visit"),
    path(f"{CASE}<uuid:visit_id>/correct/", visits.correct, name="correct_visit"),
    path(f"{CASE}<uuid:visit_id>/take-back/", visits.take_back, name="take_visit_back"),
    path(LOG, contacts.contacts, name="contacts"),
    path("contacts/", log.take_in, name="take_in_contacts"),
    path("contacts/seen/", sightings.mark_seen, name="contacts_seen"),
    path(f"{LOG}log/", log.log, name="log_contact"),
    path(f"{LOG}draft/", contacts.keep_draft, name="keep_contact_draft"),
    path(f"{LOG}<uuid:contact_id>/correct/", contacts.correct, name="correct_contact"),
    path(f"{LOG}<uuid:contact_id>/draft/", contacts.keep_draft, name="keep_contact_correction"),
    path(f"{LOG}<uuid:contact_id>/take-back/", contacts.take_back, name="take_contact_back"),
    path(f"{PROMISE}keep/", promises.keep, name="keep_promise"),
    path(f"{PROMISE}drop/", promises.drop, name="drop_promise"),
    path(f"{PROMISE}open/", promises.open_again, name="open_promise"),
    path(CONCERNS, concerns.concerns, name="concerns"),
    path(f"{CONCERNS}raise/", concerns.voice, name="raise_concern"),
    path(f"{CONCERNS}<uuid:concern_id>/answer/", concerns.reply, name="answer_concern"),
    path(f"{CONCERNS}<uuid:concern_id>/take-back/", concerns.take_back, name="take_concern_back"),
    path("cases/<uuid:public_id>/letter/", letters.send, name="send_letter"),
    path(RETENTION, retention.retention, name="retention"),
    path(f"{RETENTION}offer/", retention.offer, name="offer_retention_mentor"),
    path(f"{RETENTION}offers/<uuid:offer_id>/answer/", retention.answer, name="answer_retention_offer"),
    path(
        f"{RETENTION}offers/<uuid:offer_id>/take-back/", retention.take_back, name="take_retention_offer_back"
    ),
    path(f"{RETENTION}talk/", retention.hold, name="hold_retention_talk"),
    path(f"{RETENTION}talk/draft/", retention.keep_draft, name="keep_retention_draft"),
    path(f"{RETENTION}talks/<uuid:talk_id>/correct/", retention.correct, name="correct_views"),
    path(f"{RETENTION}talks/<uuid:talk_id>/draft/", retention.keep_draft, name="keep_views_draft"),
    path(CHECKLIST, checklist.checklist, name="checklist"),
    path(f"{CHECKLIST}renew/", checklist.bring_up_to_date, name="renew_checklist"),
    path(f"{CHECK}say/", checklist.say, name="say_check"),
    path(f"{CHECK}done/", checklist.tick, name="tick"),
    path(f"{CHECK}open/", checklist.open_again, name="open_check"),
    path("checklists/", checklist_versions.versions, name="checklist_versions"),
    path("checklists/draft/", checklist_versions.draft, name="draft_checklist"),
    path(VERSION, checklist_versions.version, name="checklist_version"),
    path(f"{VERSION}items/", checklist_versions.add_item, name="add_checklist_item"),
    path(ITEM, checklist_versions.reword, name="reword_checklist_item"),
    path(f"{ITEM}remove/", checklist_versions.remove, name="remove_checklist_item"),
    path(f"{ITEM}up/", checklist_versions.move_up, name="move_checklist_item"),
    path(f"{VERSION}in-force/", checklist_versions.put_in_force, name="put_checklist_in_force"),
    path(f"{VERSION}withdraw/", checklist_versions.withdraw, name="withdraw_checklist"),
    path(HOLISTIC, holistic.holistic, name="holistic"),
    path(f"{HOLISTIC}offer/", holistic.offer, name="offer_holistic_mentor"),
    path(f"{HOLISTIC}offers/<uuid:offer_id>/answer/", holistic.answer, name="answer_holistic_offer"),
    path(f"{HOLISTIC}offers/<uuid:offer_id>/take-back/", holistic.take_back, name="take_holistic_offer_back"),
    path(f"{HOLISTIC}<uuid:member_id>/extend/", holistic.extend, name="extend_mentor"),
    path(f"{HOLISTIC}retention/", holistic.assign_retention_mentor, name="assign_retention_mentor"),
    path("mentors/", mentors.overview, name="mentors"),
    path("mentors/give/<uuid:offer_id>/", mentors.give, name="give_mentor"),
    path(f"{MENTOR}profile/", mentors.profile, name="mentor_profile"),
    path(f"{MENTOR}hand-over/", hand_overs.hand_over, name="hand_over"),
    path("hand-overs/<uuid:user_id>/<str:on>/letters/", hand_overs.letters, name="hand_over_letters"),
    path(f"{TEAM}<uuid:member_id>/letter/", hand_overs.letter, name="hand_over_letter"),
    path(f"{HAND_OVER}agreed/", hand_overs.agreed, name="hand_over_agreed"),
    path(f"{MENTOR}away/", mentors.away, name="mentor_away"),
    path("mentors/absences/<uuid:absence_id>/withdraw/", mentors.back, name="mentor_back"),
]
