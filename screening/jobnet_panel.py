"""Registration as a job-seeker on the overview of a case, and what the history adds to its lines."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from refugees.models import Case, CaseLine
from refugees.panels import Panel
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling
from screening.jobnet_verbs import JobnetVerb
from screening.models import JobSeeking

WITH_A_REASON = {JobnetVerb.CORRECTED, JobnetVerb.TAKEN_BACK}


def jobnet_panel(case: Case, user: User, today: date) -> Panel | None:
    """Since when the person is registered, and whether the CV is on Jobnet. One query; nothing before the first."""
    rows = list(JobSeeking.objects.standing().filter(case=case).latest_first())
    if not rows:
        return None
    holds = {"rows": rows, "may_write": user.can(Permission.WRITE_CASE)}
    return Panel("screening/_jobnet.html", holds, is_aside=True)


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """Why somebody is exempt, and why something was mended, as it was said then. One query."""
    ours = [line for line in lines if line.verb in JobnetVerb and "job_seeking" in line.details]
    events = events_behind(JobSeeking, ours, "job_seeking")
    found = {}
    for line in ours:
        event = nearest(events[line.details["job_seeking"]], line)
        if line.verb in WITH_A_REASON:
            found[line.pk] = Telling(reason=reason_given(event))
        elif line.verb == JobnetVerb.EXEMPTED and event:
            found[line.pk] = Telling(reason=event.exempt_reason)
    return found
