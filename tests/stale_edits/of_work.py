"""Two people change what is done on a case: offers and what began from them, talks, waiting, appointments."""

from internships.models import Answer
from tests.factories import TODAY
from tests.forms import on
from tests.internships.test_agreement_screens import UNSIGNED, WRITTEN
from tests.stale_edits.scene import FIRST, FURTHER, GONE, SECOND, TO_COME, Scene

TALK_GONE = ("refugees:take_talk_back", {"reason": "Another person."})
TAKEN_BACK = ("internships:take_back", {"reason": "Never began."})
ENDED = ("refugees:end_waiting", {"outcome": "It came."} | on("ended_on", TODAY))


def answer(said, why=""):
    return "internships:answer", {"answer": said, "answer_reason": why} | on("answered_on", FIRST)


def talk_of(why, **more):
    said = {"was_held": "yes", "form": "phone", "agreement": "", "why_not": "", "reason": why}
    return "refugees:correct_talk", on("on", FIRST) | said | more


HELD = ("interviews:hold", on("held_on", TODAY))


OF_WORK = {
    "an interview that fell out and was held": Scene(
        HELD,
        ("interviews:fall_out", {"whose_doing": "centre", "why": "Nobody came."}),
        "Held on: Mon 23 Nov 2026",
        "Nobody came.",
        on_a="interview",
        again=422,
        sentence="has been recorded meanwhile",
    ),
    "an invitation to an interview that fell out": Scene(
        ("interviews:fall_out", {"whose_doing": "centre", "why": "Nobody came."}),
        ("interviews:invite", on("invited_on", FIRST)),
        "Nobody came.",
        "When was the person invited?",
        on_a="interview",
        again=422,
        sentence="has been recorded meanwhile",
    ),
    "two who say what came of a visit": Scene(
        ("mentoring:end_visit", {"outcome": "answered", "said": "We read it."}),
        ("mentoring:end_visit", {"outcome": "booked", "said": "On Friday."}),
        "We read it.",
        "On Friday.",
        on_a="visit",
        again=422,
        sentence="has ended meanwhile",
    ),
    "two answers to an offer": Scene(
        answer(Answer.DECLINED, "Too far away."), answer(Answer.ACCEPTED), "Too far away.", "Accepted"
    ),
    "a start on an offer that was withdrawn": Scene(
        answer(Answer.WITHDRAWN, "Closed down."),
        ("internships:start", on("started_on", TODAY)),
        "Withdrawn by the company",
        "When did it start?",
        again=422,
        sentence="This offer was declined or withdrawn, or did not start.",
    ),
    "a no-show on an offer that was withdrawn": Scene(
        answer(Answer.WITHDRAWN, "Closed down."),
        (
            "internships:not_started",
            {"whose": "company", "reason": "They forgot."} | on("not_started_on", TODAY),
        ),
        "Withdrawn by the company",
        "They forgot.",
        again=422,
        sentence="This offer was declined or withdrawn already.",
    ),
    "two who change an agreement": Scene(
        ("internships:change_agreement", WRITTEN | {"purpose": "To try the work."}),
        ("internships:change_agreement", WRITTEN | {"purpose": "To learn a trade."}),
        "To try the work.",
        "To learn a trade.",
        on_a="agreement",
    ),
    "an agreement that is changed while it is signed": Scene(
        ("internships:sign_agreement", UNSIGNED | on("person_signed_on", TODAY)),
        ("internships:change_agreement", WRITTEN | {"purpose": "To learn a trade."}),
        "Mon 23 Nov 2026",
        "To learn a trade.",
        on_a="agreement",
        again=422,
        sentence="Somebody has signed this meanwhile.",
    ),
    "two planned starts": Scene(
        ("internships:plan", on("planned_start_on", TO_COME)),
        ("internships:plan", on("planned_start_on", FURTHER)),
        "Thu 26 Nov 2026",
        "Sun 29 Nov 2026",
    ),
    "two ends of an internship": Scene(
        ("internships:end", {"ending": "job"} | on("last_on", TODAY)),
        ("internships:end", {"ending": "completed"} | on("last_on", FIRST)),
        "became a job",
        "completed as agreed",
        on_a="occupation",
    ),
    "two agreed last days": Scene(
        # The later one first: a still later day would be an extension, by a form of its own.
        ("internships:plan_end", on("planned_last_on", FURTHER)),
        ("internships:plan_end", on("planned_last_on", TO_COME)),
        "Agreed last day: Sun 29 Nov 2026",
        "Thu 26 Nov 2026",
        on_a="occupation",
    ),
    "two decisions on what comes next": Scene(
        ("internships:decide_next", {"next_step": "A course."} | on("next_step_on", FIRST)),
        ("internships:decide_next", {"next_step": "A job."} | on("next_step_on", TODAY)),
        "What comes next: A course.",
        "A job.",
        on_a="occupation",
    ),
    "a decision taken back that was made anew": Scene(
        ("internships:decide_next", {"next_step": "A course."} | on("next_step_on", FIRST)),
        ("internships:take_next_back", {"reason": "The firm closed."}),
        "What comes next: A course.",
        "The firm closed.",
        on_a="decided next",
    ),
    "two corrections of a talk": Scene(
        talk_of("The diary.", participants=["mentor"]),
        talk_of("The letter.", participants=["company"]),
        "Who else took part: Mentor",
        "The company",
        on_a="talk",
    ),
    "a correction of a talk that was taken back": Scene(
        TALK_GONE,
        talk_of("The letter."),
        "Another person.",
        "The letter.",
        on_a="talk",
        **GONE,
    ),
    "two who take a talk back": Scene(
        TALK_GONE,
        ("refugees:take_talk_back", {"reason": "Never met."}),
        "Another person.",
        "Never met.",
        on_a="talk",
        **GONE,
    ),
    "two who set the days of a step": Scene(
        ("goals:lead_time", {"how": "instead", "days": "20", "reason": "The port is closed."}),
        ("goals:lead_time", {"how": "instead", "days": "30", "reason": "Nobody answers."}),
        "The port is closed.",
        "Nobody answers.",
        on_a="step",
        are_leads=True,
    ),
    "two corrections of a start": Scene(
        ("internships:correct_start", {"reason": "The contract."} | on("started_on", FIRST)),
        ("internships:correct_start", {"reason": "The boss."} | on("started_on", SECOND)),
        "The contract.",
        "The boss.",
        on_a="occupation",
    ),
    "an end of a start that was taken back": Scene(
        TAKEN_BACK,
        ("internships:end", {"ending": "job"} | on("last_on", TODAY)),
        "Taken back:",
        "became a job",
        on_a="occupation",
        **GONE,
    ),
    "two who take a start back": Scene(
        TAKEN_BACK,
        ("internships:take_back", {"reason": "Another person."}),
        "Never began.",
        "Another person.",
        on_a="occupation",
        **GONE,
    ),
    "two who wait on": Scene(
        ("refugees:chase_waiting", on("chase_on", TO_COME)),
        ("refugees:chase_waiting", on("chase_on", FURTHER)),
        "Thu 26 Nov 2026",
        "Sun 29 Nov 2026",
        on_a="written",
    ),
    "waiting on for what has come": Scene(
        ENDED,
        ("refugees:chase_waiting", on("chase_on", FURTHER)),
        "It came.",
        "Sun 29 Nov 2026",
        on_a="written",
        **GONE,
    ),
    "two ends of waiting": Scene(
        ENDED,
        ("refugees:end_waiting", {"outcome": "It never came."} | on("ended_on", TODAY)),
        "It came.",
        "It never came.",
        on_a="written",
        **GONE,
    ),
    "two who cancel an appointment": Scene(
        ("refugees:cancel_appointment", {"reason": "She is ill."}),
        ("refugees:cancel_appointment", {"reason": "The bus."}),
        "She is ill.",
        "The bus.",
        on_a="written",
    ),
    "two who cancel an appointment without a case": Scene(
        ("refugees:cancel_own_appointment", {"reason": "She is ill."}),
        ("refugees:cancel_own_appointment", {"reason": "The bus."}),
        "She is ill.",
        "The bus.",
        on_a="written",
    ),
    "two who withdraw a document": Scene(
        ("refugees:withdraw_document", {"reason": "Another case."}),
        ("refugees:withdraw_document", {"reason": "Unreadable."}),
        "Another case.",
        "Unreadable.",
        on_a="written",
    ),
}
