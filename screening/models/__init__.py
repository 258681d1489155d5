"""The facts of this pillar."""

from screening.models.activity import Activity, ActivityKind
from screening.models.answer import Answer, Given
from screening.models.contract import Contract, Missing
from screening.models.danish import DanishReferral, Finish, Track
from screening.models.interview import Interview
from screening.models.planning import Interpreting, InterviewKind, Outcome, Present, WhoseDoing

__all__ = [
    "Activity",
    "ActivityKind",
    "Answer",
    "Contract",
    "DanishReferral",
    "Finish",
    "Given",
    "Interpreting",
    "Interview",
    "InterviewKind",
    "Missing",
    "Outcome",
    "Present",
    "Track",
    "WhoseDoing",
]
