from goals.models.belief import ClockBelief
from goals.models.breach import Breach, EndReason
from goals.models.cause import Cause, Control, Reason
from goals.models.clock import Clock
from goals.models.clock_dates import State, Urgency
from goals.models.conversation import Conversation, Reply, Together, Turn
from goals.models.extension import Decision, Extension
from goals.models.job_run import Job, JobRun
from goals.models.mail import Mail, MailedBreach
from goals.models.notice import Notice
from goals.models.pause import Ground, Pause
from goals.models.version import GoalVersion, Standard

__all__ = [
    "Breach",
    "Cause",
    "Clock",
    "ClockBelief",
    "Control",
    "Conversation",
    "Decision",
    "EndReason",
    "Extension",
    "GoalVersion",
    "Ground",
    "Job",
    "JobRun",
    "Mail",
    "MailedBreach",
    "Notice",
    "Pause",
    "Reason",
    "Reply",
    "Standard",
    "State",
    "Together",
    "Turn",
    "Urgency",
]
