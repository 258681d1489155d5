"""Two people change what goes on at a company: its hours, its length, the agreement, the link, the days away."""

from tests.factories import TODAY
from tests.forms import no_day, on
from tests.internships.test_agreement_screens import UNSIGNED
from tests.stale_edits.scene import FURTHER, GONE, SECOND, TO_COME, Scene

SAID_TODAY = on("judged_on", TODAY)


def extended(day):
    typed = {"ground": "within", "words": "", "is_meant": ""} | no_day("representative_on")
    return "internships:extend", typed | on("planned_last_on", day)


def judged(why, ground="none"):
    return "internships:away_step", {"ground": ground, "ground_reason": why} | SAID_TODAY


AT_COMPANIES = {
    "two who state the hours": Scene(
        ("internships:state_hours", {"minutes_a_week": "20"}),
        ("internships:state_hours", {"minutes_a_week": "30"}),
        "Hours a week: 20 h",
        "30",
        on_a="occupation",
    ),
    "two who extend an internship": Scene(
        extended(TO_COME), extended(FURTHER), "Thu 26 Nov 2026", "Sun 29 Nov 2026", on_a="occupation"
    ),
    "an extension of a start that was taken back": Scene(
        ("internships:take_back", {"reason": "Never began."}),
        extended(FURTHER),
        "Taken back:",
        "Sun 29 Nov 2026",
        on_a="occupation",
        **GONE,
    ),
    "two who let an offer start after all": Scene(
        ("internships:start_after_all", {"reason": "The bus was late."}),
        ("internships:start_after_all", {"reason": "Another person."}),
        "Known on: –",
        "Another person.",
        on_a="not started",
        again=422,
        sentence="it may still start",
    ),
    "a signature on an agreement that somebody has signed meanwhile": Scene(
        ("internships:sign_agreement", UNSIGNED | on("person_signed_on", TODAY)),
        (
            "internships:sign_agreement",
            UNSIGNED | {"company_signed_by": "Invented Baker"} | on("company_signed_on", TODAY),
        ),
        "Signed by the person: Mon 23 Nov 2026",
        "Invented Baker",
        on_a="agreement",
    ),
    "two who withdraw an agreement": Scene(
        ("internships:withdraw_agreement", {"reason": "Another company."}),
        ("internships:withdraw_agreement", {"reason": "Nobody wants it."}),
        "Withdrawn:",
        "Nobody wants it.",
        on_a="agreement",
        **GONE,
    ),
    "two who revoke a link": Scene(
        ("internships:revoke_link", {}),
        ("internships:revoke_link", {}),
        "Revoked:",
        "Yours, not saved yet",
        on_a="link",
        again=422,
        sentence="It has been revoked already.",
    ),
    "two who record the registration of an IGU": Scene(
        ("internships:register_igu", on("registered_on", TODAY) | no_day("teaching_plan_on")),
        ("internships:register_igu", on("registered_on", SECOND) | no_day("teaching_plan_on")),
        "Registered in VITAS: Mon 23 Nov 2026",
        "Sat 21 Nov 2026",
        on_a="igu",
    ),
    "two who judge the ground of days away": Scene(
        judged("She told nobody."),
        judged("Her child was ill.", "reasonable"),
        "She told nobody.",
        "Her child was ill.",
        on_a="away",
        arguments={"step": "judge"},
    ),
}
