# /health/
from django.urls import path

from health.views import clinic, offers, passed_on, person

app_name = "health"
urlpatterns = [
    path("", person.work_list, name="work_list"),
    path("find/", person.find, name="find"),
    path("<uuid:public_id>/", person.person, name="person"),
    path("<uuid:public_id>/offer/", offers.offer, name="offer"),
    path("<uuid:public_id>/offers/<uuid:offer_id>/answer/", offers.answer, name="answer"),
    path("<uuid:public_id>/offers/<uuid:offer_id>/yes/", offers.yes_after_all, name="yes_after_all"),
    path(
        "<uuid:public_id>/offers/<uuid:offer_id>/take-back/", offers.take_offer_back, name="take_offer_back"
    ),
    path("<uuid:public_id>/offers/<uuid:offer_id>/refer/", clinic.refer, name="refer"),
    path("<uuid:public_id>/consent/", offers.give_consent, name="give_consent"),
    path(
        "<uuid:public_id>/consents/<uuid:consent_id>/withdraw/",
        offers.withdraw_consent,
        name="withdraw_consent",
    ),
    path("<uuid:public_id>/referrals/<uuid:referral_id>/received/", clinic.receive, name="receive"),
    path("<uuid:public_id>/referrals/<uuid:referral_id>/appointment/", clinic.agree, name="agree"),
    path("<uuid:public_id>/referrals/<uuid:referral_id>/assessment/", clinic.assess, name="assess"),
    path(
        "<uuid:public_id>/appointments/<uuid:appointment_id>/outcome/",
        clinic.record_outcome,
        name="record_outcome",
    ),
    path(
        "<uuid:public_id>/assessments/<uuid:assessment_id>/correct/",
        clinic.correct_assessment,
        name="correct_assessment",
    ),
    path("<uuid:public_id>/assessments/<uuid:assessment_id>/refer-on/", clinic.refer_on, name="refer_on"),
    path("<uuid:public_id>/onward/<uuid:onward_id>/", clinic.follow, name="follow"),
    path("<uuid:public_id>/conclusion/", passed_on.conclude, name="conclude"),
    path(
        "<uuid:public_id>/conclusions/<uuid:statement_id>/correct/",
        passed_on.correct_conclusion,
        name="correct_conclusion",
    ),
    path(
        "<uuid:public_id>/conclusions/<uuid:statement_id>/withdraw/",
        passed_on.withdraw_conclusion,
        name="withdraw_conclusion",
    ),
    path("<uuid:public_id>/needs/", passed_on.state_needs, name="state_needs"),
    path(
        "<uuid:public_id>/needs/<uuid:statement_id>/correct/", passed_on.correct_needs, name="correct_needs"
    ),
    path(
        "<uuid:public_id>/needs/<uuid:statement_id>/withdraw/",
        passed_on.withdraw_needs,
        name="withdraw_needs",
    ),
]
