from goals.models.belief import ClockBelief
from goals.models.breach import Breach, EndReason
from goals.models.cause import Cause, Control, Reason
from goals.models.clock import Clock
from goals.models.clock_dates import State, Urgency
from goals.models.conversation import Conversation, Reply, Together, Turn
from goals.models.extension import Decision, Extension
from goals.models.figure_summary import FigureSummary
from goals.models.job_run import Job, JobRun
from goals.models.lead_time import LeadTime
from goals.models.mail import Mail, MailedBreach, Outside
from goals.models.notice import Notice
from goals.models.pause import Ground, Pause
from goals.models.recalculation import Purpose, Recalculation, RecalculationChunk
from goals.models.report import Report, ReportLine, ReportRow
from goals.models.suspension import Suspension
from goals.models.trial_line import TrialLine
from goals.models.version import GoalVersion
from goals.models.version_draft import VersionDraft
from goals.models.wording import Standard

__all__ = [
    "VersionDraft",
    "TrialLine",
    "Suspension",
    "RecalculationChunk",
    "Recalculation",
    "Purpose",
    "Breach",
    "Cause",
    "Clock",
    "ClockBelief",
    "Control",
    "Conversation",
    "Decision",
    "EndReason",
    "Extension",
    "FigureSummary",
    "GoalVersion",
    "Ground",
    "Job",
    "JobRun",
    "Mail",
    "Outside",
    "MailedBreach",
    "LeadTime",
    "Notice",
    "Pause",
    "Reason",
    "Reply",
    "Report",
    "ReportLine",
    "ReportRow",
    "Standard",
    "State",
    "Together",
    "Turn",
    "Urgency",
]
