"""Two people change what is known of a case: its dates, its grounds, its periods, its team."""

from refugees.events import Source
from tests.factories import TODAY
from tests.forms import on
from tests.stale_edits.scene import FIRST, GONE, SECOND, Scene

E2 = {"event": "E2"}
WITHDRAWN = ("refugees:withdraw_date", {"reason": "Never came."})


def date_of(name, day, why):
    return name, on("on", day) | {"source": Source.CITY, "reason": why}


OF_THE_CASE = {
    "two corrections of a date": Scene(
        date_of("refugees:correct_date", FIRST, "The letter."),
        date_of("refugees:correct_date", SECOND, "The call."),
        "Reason: The letter.",
        "The call.",
        arguments=E2,
    ),
    "a correction of a date that was withdrawn": Scene(
        WITHDRAWN,
        date_of("refugees:correct_date", SECOND, "The call."),
        "Replaced or withdrawn:",
        "The call.",
        arguments=E2,
        **GONE,
    ),
    "a withdrawal of a date that was corrected": Scene(
        date_of("refugees:correct_date", FIRST, "The letter."),
        WITHDRAWN,
        "Reason: The letter.",
        "Never came.",
        arguments=E2,
    ),
    "a confirmation of a takeover that was confirmed": Scene(
        ("refugees:confirm_takeover", {"choice": "2026-12-01"}),
        ("refugees:confirm_takeover", {"choice": "another"} | on("on", SECOND)),
        "Tue 1 Dec 2026",
        "Another day",
        on_a="proposal",
        again=422,
        sentence="Correct it instead",
    ),
    "two permit grounds": Scene(
        ("refugees:change_ground", {"permit_ground": "protection", "reason": "The letter."}),
        ("refugees:change_ground", {"permit_ground": "quota", "reason": "The call."}),
        "Protection status",
        "The call.",
    ),
    "two who close a case": Scene(
        ("refugees:close_case", {"reason": "moved"} | on("on", TODAY)),
        ("refugees:close_case", {"reason": "died"} | on("on", FIRST)),
        "Moved to another municipality",
        "Died",
    ),
    "a benefit recorded over one that began meanwhile": Scene(
        ("refugees:begin_benefit", {"kind": "self-supporting"} | on("on", FIRST)),
        ("refugees:begin_benefit", {"kind": "benefit"} | on("on", TODAY)),
        "Self-supporting",
        "On benefit",
    ),
    "a decision over one that was made meanwhile": Scene(
        ("refugees:decide_readiness", {"readiness": "exempt", "reason": "Ill."} | on("on", SECOND)),
        ("refugees:decide_readiness", {"readiness": "ready", "reason": ""} | on("on", TODAY)),
        "Why not job-ready: Ill.",
        "Job-ready",
        on_a="ready",
    ),
    "two corrections of a benefit": Scene(
        ("refugees:correct_benefit", {"kind": "self-supporting", "why": "The letter."} | on("on", FIRST)),
        ("refugees:correct_benefit", {"kind": "benefit", "why": "The call."} | on("on", SECOND)),
        "Reason: The letter.",
        "The call.",
    ),
    "two corrections of a decision": Scene(
        (
            "refugees:correct_readiness",
            {"readiness": "exempt", "reason": "Ill.", "why": "The letter."} | on("on", FIRST),
        ),
        (
            "refugees:correct_readiness",
            {"readiness": "ready", "reason": "", "why": "The call."} | on("on", SECOND),
        ),
        "Reason: The letter.",
        "The call.",
        on_a="ready",
    ),
    "a correction of a benefit that was withdrawn": Scene(
        ("refugees:withdraw_benefit", {"reason": "Another person."}),
        ("refugees:correct_benefit", {"kind": "benefit", "why": "The call."} | on("on", SECOND)),
        "Withdrawn:",
        "The call.",
        **GONE,
    ),
    "two who withdraw a decision": Scene(
        ("refugees:withdraw_readiness", {"reason": "Another person."}),
        ("refugees:withdraw_readiness", {"reason": "Nobody said so."}),
        "Another person.",
        "Nobody said so.",
        on_a="ready",
        **GONE,
    ),
    "a case handed over that was handed over meanwhile": Scene(
        ("refugees:change_caseworker", {"user": "first"} | on("on", TODAY)),
        ("refugees:change_caseworker", {"user": "second"} | on("on", TODAY)),
        "First Invented",
        "Second Invented",
        are_leads=True,
    ),
    "two who end a mentor's time": Scene(
        ("refugees:end_mentor", on("on", FIRST)),
        ("refugees:end_mentor", on("on", TODAY)),
        "Maja Invented",
        "Mon 23 Nov 2026",
        are_leads=True,
    ),
    "two households": Scene(
        ("refugees:change_household", {"lives": "with", "number": "KM-26-0002"} | on("on", TODAY)),
        ("refugees:change_household", {"lives": "alone"} | on("on", FIRST)),
        "KM-26-0002",
        "Alone",
        on_a="neighbour",
    ),
    "two who open a case again": Scene(
        ("refugees:reopen_case", {"sure": "True"}),
        ("refugees:reopen_case", {"sure": "True"}),
        "Closed: –",
        "Yours, not saved yet",
        on_a="closed",
        again=422,
        sentence="open already",
    ),
}
