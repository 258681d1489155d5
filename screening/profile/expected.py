"""What the first interview says of expectations, for whoever writes them down: nobody is asked twice."""

from typing import Any

from refugees.models import Case
from screening.models import Answer, Expectations, Interview, InterviewKind, Outcome, Topic


def first_interview(case: Case) -> Interview | None:
    """The first interview that was held, the latest of them."""
    held = case.interviews.filter(kind=InterviewKind.FIRST, outcome=Outcome.HELD)
    return held.order_by("held_on", "pk").last()


def begun(case: Case, interview: Interview | None) -> dict[str, Any]:
    """What the form begins with: what was said at that interview, unless it was written down from there before."""
    if interview is None or Expectations.objects.standing().filter(interview=interview).exists():
        return {}
    said = dict(
        Answer.objects.filter(interview=interview, question__in=["explained", "expects", "agreed"])
        .exclude(value=None)
        .values_list("question", "value")
    )
    if "explained" in said:
        said["explained"] = [key for key in said["explained"] if key in Topic.values]
    return said | {"matched_on": interview.held_on}
