"""Two people who change different things of one row: neither is in the way of the other."""

from internships.models import Answer
from tests.factories import TODAY
from tests.forms import on
from tests.stale_edits.of_work import answer
from tests.stale_edits.scene import FIRST, FURTHER, SECOND, TO_COME, Scene

GROUND = ("refugees:change_ground", {"permit_ground": "protection", "reason": "The letter."})
ALONE = ("refugees:change_household", {"lives": "alone"} | on("on", FIRST))
CLOSED = ("refugees:close_case", {"reason": "moved"} | on("on", TODAY))
HANDED_OVER = ("refugees:change_caseworker", {"user": "first"} | on("on", TODAY))
MENTOR = ("mentoring:assign_retention_mentor", {"user": "mentor 1"} | on("on", TODAY))
PLANNED = ("internships:plan", on("planned_start_on", TO_COME))
LAST_DAY = ("internships:plan_end", on("planned_last_on", FURTHER))
NEXT = ("internships:decide_next", {"next_step": "A course."} | on("next_step_on", FIRST))
ENDED = ("internships:end", {"ending": "job"} | on("last_on", TODAY))
CORRECTED = ("internships:correct_start", {"reason": "The contract."} | on("started_on", SECOND))
CHASED = ("refugees:chase_waiting", on("chase_on", TO_COME))
CAME = ("refugees:end_waiting", {"outcome": "It came."} | on("ended_on", TODAY))


def beside(first: tuple, second: tuple, on_a: str = "offer", **more: bool) -> Scene:
    return Scene(first, second, "", "", on_a=on_a, **more)


BESIDE = {
    "a permit ground and a closing": beside(GROUND, CLOSED),
    "a permit ground and a household": beside(GROUND, ALONE),
    "a household and a closing": beside(ALONE, CLOSED),
    "a mentor and a caseworker": beside(MENTOR, HANDED_OVER, are_leads=True),
    "a caseworker and a mentor": beside(HANDED_OVER, MENTOR, are_leads=True),
    "a planned start and an answer": beside(PLANNED, answer(Answer.ACCEPTED)),
    "an answer and a planned start": beside(answer(Answer.ACCEPTED), PLANNED),
    "an agreed last day and what comes next": beside(LAST_DAY, NEXT, "occupation"),
    "what comes next and an end": beside(NEXT, ENDED, "occupation"),
    "a corrected start and an end": beside(CORRECTED, ENDED, "occupation"),
    "another day to chase and what came": beside(CHASED, CAME, "written"),
}
