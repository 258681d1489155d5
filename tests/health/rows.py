"""The rows of the health compartment in the permission matrix."""

from accounts.permissions import Role
from health.models import Assessment, Consent, HealthAppointment, OnwardReferral, Referral
from refugees.models import FunctionalConclusion, HousingNeed
from tests.health.arguments import of_health, with_unanswered_offer
from tests.permission_arguments import the_case
from tests.permission_rows import Build, Row, action, form, page

HEALTH_TEAM = frozenset({Role.HEALTH_TEAM})


# What the health team writes of a person of their unit; to everybody else it does not exist.
HEALTH = form(HEALTH_TEAM, arguments=the_case)


def health_form(build: Build) -> Row:
    """A form about one row of the compartment."""
    return form(HEALTH_TEAM, arguments=build)


WITH_REFERRAL = of_health(Referral, "referral_id")


WITH_ASSESSMENT = of_health(Assessment, "assessment_id")


ROWS: dict[str, Row] = {
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
}
