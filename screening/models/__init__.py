"""The facts of this pillar."""

from screening.models.answer import Answer, Given
from screening.models.interview import Interview
from screening.models.planning import Interpreting, InterviewKind, Outcome, Present, WhoseDoing

__all__ = [
    "Answer",
    "Given",
    "Interpreting",
    "Interview",
    "InterviewKind",
    "Outcome",
    "Present",
    "WhoseDoing",
]
