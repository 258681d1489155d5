"""Two people take the same step about days away: the days themselves, the hearing, the decision, the complaint."""

from tests.factories import TODAY
from tests.forms import no_day, on
from tests.stale_edits.scene import FIRST, GONE, MEASURE, SECOND, Scene


def corrected(why):
    typed = {"attended": str(MEASURE), "told_by": "company", "explanation": "", "reason": why}
    return (
        "internships:correct_stayed_away",
        typed | on("first_on", FIRST) | no_day("last_on") | on("told_on", TODAY),
    )


def step(**typed):
    return "internships:away_step", typed


def two(name, on_a, first, second, theirs, yours, **more):
    """Both take this step."""
    return Scene(step(**first), step(**second), theirs, yours, on_a=on_a, arguments={"step": name}, **more)


ANSWERED = on("answered_on", TODAY)
DECIDED = {"consequence": "nothing", "law_text": ""} | on("decided_on", TODAY)
COMPLAINED = on("complained_on", TODAY)
LOOKED = on("reassessed_on", TODAY)

OF_DAYS_AWAY = {
    "two corrections of days away": Scene(
        corrected("The diary."), corrected("The letter."), "The diary.", "The letter.", on_a="away"
    ),
    "a correction of days away that were taken back": Scene(
        step(reason="Another person."),
        corrected("The letter."),
        "Another person.",
        "The letter.",
        on_a="away",
        arguments={"step": "take-back"},
        **GONE,
    ),
    "two who take days away back": two(
        "take-back",
        "away",
        {"reason": "Another person."},
        {"reason": "Never away."},
        "Another person.",
        "Never away.",
        **GONE,
    ),
    "two who say when the person was told beforehand": two(
        "inform",
        "heard",
        {"informed_by": "contract"} | on("informed_on", SECOND),
        {"informed_by": "letter"} | on("informed_on", SECOND),
        "In the contract",
        "In another letter",
    ),
    "two answers to a hearing": two(
        "answer",
        "heard",
        {"answer": "I overslept."} | ANSWERED,
        {"answer": "The bus did not come."} | ANSWERED,
        "I overslept.",
        "The bus did not come.",
    ),
    "two decisions about days away": two(
        "decide",
        "heard",
        DECIDED | {"reasons": "It was one day."},
        DECIDED | {"reasons": "She called the next day."},
        "It was one day.",
        "She called the next day.",
    ),
    "two who say when the decision arrived": two(
        "arrive",
        "decided",
        on("arrived_on", FIRST),
        on("arrived_on", TODAY),
        "Sun 22 Nov 2026",
        "Mon 23 Nov 2026",
    ),
    "two complaints": two(
        "complain",
        "decided",
        {"complaint": "I was there."} | COMPLAINED,
        {"complaint": "Nobody told me."} | COMPLAINED,
        "I was there.",
        "Nobody told me.",
    ),
    "two who look at a decision again": two(
        "reassess",
        "complained",
        {"reassessment": "stands", "reassessment_reasons": "Nothing new."} | LOOKED,
        {"reassessment": "changed", "reassessment_reasons": "She was there."} | LOOKED,
        "Nothing new.",
        "She was there.",
    ),
    "two who send a complaint on": two(
        "send-on",
        "looked at again",
        on("sent_on", FIRST),
        on("sent_on", TODAY),
        "Sun 22 Nov 2026",
        "Mon 23 Nov 2026",
    ),
}
