"""Two people at the forms about mentors: the offer, who is given, for how long, and what is known of a mentor."""

from tests.factories import TODAY
from tests.forms import on
from tests.stale_edits.scene import FIRST, GONE, Scene


def answered(answer, reason="", day=TODAY, form="mentoring:answer_holistic_offer", **said):
    return form, {"answer": answer, "reason": reason} | on("on", day) | said


def to_retention(answer, reason="", **said):
    return answered(answer, reason, form="mentoring:answer_retention_offer", **said)


def said_of(state, **said):
    return "mentoring:say_check", {"state": state} | on("on", TODAY) | said


def replied(answer):
    return "mentoring:answer_concern", {"answer": answer}


def agreed(what):
    return "mentoring:hand_over_agreed", {"agreed": what}


def taken_back(reason):
    return "mentoring:take_holistic_offer_back", {"reason": reason}


def longer(reason, months):
    last_on = TODAY.replace(year=TODAY.year + 1, month=months)
    return "mentoring:extend_mentor", {"reason": reason} | on("last_on", last_on)


def known(capacity):
    return "mentoring:mentor_profile", {"kinds": ["holistic-mentor"], "capacity": capacity, "sex": ""}


def given(name, who):
    return name, {"user": who} | on("on", TODAY)


OF_MENTORS = {
    "two answers to the offer of a mentor": Scene(
        answered("declined", "Has a cousin here.", ends_mentor="on"),
        answered("accepted", day=FIRST, correction_reason="Asked again."),
        "Has a cousin here.",
        "Wants a mentor",
        on_a="mentor offered",
    ),
    "an answer to an offer that was taken back": Scene(
        taken_back("Another person."),
        answered("accepted"),
        "Another person.",
        "Wants a mentor",
        on_a="mentor offered",
        **GONE,
    ),
    "two who take the offer of a mentor back": Scene(
        taken_back("Another person."),
        taken_back("Nobody said so."),
        "Another person.",
        "Nobody said so.",
        on_a="mentor offered",
        **GONE,
    ),
    "two who give a mentor": Scene(
        given("mentoring:give_mentor", "mentor 1"),
        given("mentoring:give_mentor", "mentor 2"),
        "Mentor 1 Invented",
        "Mentor 2 Invented",
        on_a="mentor offered",
        are_leads=True,
    ),
    "two who assign a retention mentor": Scene(
        given("mentoring:assign_retention_mentor", "mentor 1"),
        given("mentoring:assign_retention_mentor", "mentor 2"),
        "Mentor 1 Invented",
        "Mentor 2 Invented",
        are_leads=True,
    ),
    "two who let a mentor stay longer": Scene(
        longer("The child begins school.", 11),
        longer("The hearing is in December.", 12),
        "Mon 2 Nov 2026 – Tue 23 Nov 2027",
        "The hearing is in December.",
        on_a="mentor given",
        are_leads=True,
    ),
    "two answers to the offer of a retention mentor": Scene(
        to_retention("declined", "Has a cousin here."),
        to_retention("accepted", correction_reason="Asked again."),
        "Has a cousin here.",
        "Wants a retention mentor",
        on_a="retention mentor offered",
    ),
    "two who say how it stands with a thing on the checklist": Scene(
        said_of("not-relevant", reason="Has a doctor.", correction_reason="Heard so."),
        said_of("done", anyway="on", correction_reason="Asked again."),
        "Has a doctor.",
        "Asked again.",
        on_a="checklist",
    ),
    "two answers to a concern": Scene(
        replied("I ring tomorrow."),
        replied("I have rung."),
        "I ring tomorrow.",
        "I have rung.",
        on_a="concern",
        **GONE,
    ),
    "two who change what may be handed on": Scene(
        agreed("contacts"),
        agreed("nothing"),
        "What the mentor wrote of contacts",
        "Nothing older",
        on_a="handed over",
    ),
    "two profiles of a mentor": Scene(
        known(4),
        known(6),
        "How many people at a time: 4",
        "How many people at a time? 6",
        on_a="mentor known",
        are_leads=True,
    ),
}
