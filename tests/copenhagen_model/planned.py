"""What is planned for a person and what is not: each a way to bring a case there."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from goals.models import Breach, Cause, Conversation
from internships.models import Offer, Placement
from refugees.models import Appointment, Occupation, Task
from tests.copenhagen_model.work_list import wait_for
from tests.factories import TODAY, CompanyFactory

PAST = date(2026, 10, 15)


def days(number):
    return TODAY + timedelta(days=number)


def meet(case, by, day, hour=10):
    starts_at = timezone.make_aware(datetime.combine(day, datetime.min.time())) + timedelta(hours=hour)
    return Appointment.objects.make(
        kind="meeting",
        title="Invented",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        staff=[by],
        by=by,
        case=case,
    )


def begin(case, kind, first=-20, **facts):
    return Occupation.objects.start(
        case=case,
        kind=kind,
        place="Invented",
        on=days(first),
        today=TODAY,
        by=None,
        late_reason="Told late",
        **facts,
    )


def offer(case, planned=None):
    return Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind="internship",
        offered_on=days(-3),
        planned_start_on=planned,
        today=TODAY,
        by=None,
    )


def task(case, by, due=5):
    return Task.objects.add(title="Call", due_on=days(due), assigned_to=by, by=by, today=TODAY, case=case)


def declined(case, by):
    offer(case).record_answer(answer="declined", on=days(-1), today=TODAY, reason="Far away", by=by)


def accepted(case, by, planned):
    """Nobody has begun on it."""
    offer(case, planned).record_answer(answer="accepted", on=days(-1), today=TODAY, by=by)


def began_and_ended(case, by):
    made = offer(case, days(-2))
    begun = Placement.objects.start(
        case=case, company=made.company, kind="internship", on=days(-2), today=TODAY, by=by, offer=made
    )
    begun.occupation.end(on=days(-1), ending="completed", today=TODAY, by=by)


def done(case, by):
    task(case, by).finish(by=by, today=TODAY)


def cancelled(case, by):
    meet(case, by, days(3)).cancel(reason="Ill", by=by)


def came(case, by):
    wait_for(case, by, days(4)).end(outcome="Came", on=TODAY, today=TODAY, by=by)


def answered(case, by, ahead=4):
    Breach.objects.flag(TODAY)
    for talk in Conversation.objects.filter(case=case):
        talk.reply(
            by=by,
            on=TODAY,
            cause=Cause.PARTNER,
            explanation="The company moved.",
            next_step="Ask another",
            next_on=days(ahead),
        )


def passed(case, by):
    answered(case, by)
    for talk in Conversation.objects.filter(case=case):
        talk.replies.update(next_on=days(-1))


PLANNED = {
    "job": lambda case, by: begin(case, "job"),
    "igu": lambda case, by: begin(case, "igu"),
    "education": lambda case, by: begin(case, "education"),
    "measure without an end": lambda case, by: begin(case, "community-work"),
    "measure that ends in two weeks": lambda case, by: begin(case, "internship", planned_last_on=days(14)),
    "measure that ends, and it is decided": lambda case, by: begin(
        case, "internship", planned_last_on=days(6)
    ).decide_next(text="A job", on=TODAY, today=TODAY, by=by),
    "open offer": lambda case, by: offer(case),
    "planned start": lambda case, by: accepted(case, by, days(9)),
    "planned start today": lambda case, by: accepted(case, by, days(0)),
    "accepted, and no start planned yet": lambda case, by: accepted(case, by, None),
    "no answer yet, and the planned start has passed": lambda case, by: offer(case, days(-1)),
    "appointment today": lambda case, by: meet(case, by, TODAY, 7),
    "appointment later": lambda case, by: meet(case, by, days(40)),
    "task": task,
    "task whose day has passed": lambda case, by: task(case, by, -2),
    "waiting": lambda case, by: wait_for(case, by, days(4)),
    "step promised in the answer to a breach": answered,
}
NOT_PLANNED = {
    "nothing": lambda case, by: None,
    "job that ended": lambda case, by: begin(case, "job").end(
        on=days(-1), ending="completed", today=TODAY, by=by
    ),
    "job that was a mistake": lambda case, by: begin(case, "job").take_back(
        reason="Mistake", on=TODAY, by=by
    ),
    "measure that ends within two weeks": lambda case, by: begin(
        case, "internship", planned_last_on=days(13)
    ),
    "offer declined": declined,
    "offer begun and over": began_and_ended,
    "offer nobody began": lambda case, by: offer(case).did_not_start(
        on=TODAY, whose="company", reason="Closed", today=TODAY, by=by
    ),
    "planned start that passed yesterday": lambda case, by: accepted(case, by, days(-1)),
    "planned start that passed long ago": lambda case, by: accepted(case, by, days(-60)),
    "appointment yesterday": lambda case, by: meet(case, by, days(-1)),
    "appointment cancelled": cancelled,
    "task done": done,
    "waiting that ended": came,
    "promised step whose day has passed": passed,
}
