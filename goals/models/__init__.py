from goals.models.belief import ClockBelief
from goals.models.breach import Breach, EndReason
from goals.models.clock import Clock, State, Urgency
from goals.models.conversation import Cause, Conversation, Reply, Turn
from goals.models.job_run import Job, JobRun
from goals.models.notice import Notice
from goals.models.pause import Ground, Pause
from goals.models.version import GoalVersion, Standard

__all__ = [
    "Breach",
    "Cause",
    "Clock",
    "ClockBelief",
    "Conversation",
    "EndReason",
    "GoalVersion",
    "Ground",
    "Job",
    "JobRun",
    "Notice",
    "Pause",
    "Reply",
    "Standard",
    "State",
    "Turn",
    "Urgency",
]
