"""Cases as of today: every state a promise can be in, on the desk of the caseworker who signs in on the demo.

The dates are counted back from the day on which the city is built. From then on they age like everything else.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from copenhagen_model.demo import names, words
from copenhagen_model.demo.arrivals import Arrival
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Life
from copenhagen_model.demo.names import Origin
from copenhagen_model.demo.people import draw_person
from goals.models import Cause, Conversation, Ground, Pause
from internships.models import Answer, Offer
from refugees.models import BenefitKind, BenefitPeriod, JobReadiness, KeyDate
from refugees.takeover import PermitGround, is_day_off, next_weekday

Act = Callable[[Life], Story]


@dataclass(frozen=True, slots=True)
class Scene:
    """One case of the showcase: whose month ends in how many days, and what has been done about it."""

    key: str
    ends_in: int
    act: Act
    ground: PermitGround = PermitGround.QUOTA
    origin: Origin = names.ERITREA
    sex: str = "m"
    unit: int = 0
    by_mentor: bool = False
    is_protected: bool = False
    is_exact: bool = False  # ends on that very day, whatever day of the week the takeover was


def working_day(on: date) -> date:
    """That day or the last before it on which offices work."""
    while is_day_off(on):
        on -= timedelta(days=1)
    return on


def arrival_of(scene: Scene, today: date, rng: Random) -> Arrival:
    """The household of a scene: one adult, whose takeover lies a month before the day the scene asks for."""
    taken_over_on = today + timedelta(days=scene.ends_in) - relativedelta(months=1)
    if scene.is_exact:
        # Where the month before is too short for that day, the first that is not over already.
        while taken_over_on + relativedelta(months=1) < today + timedelta(days=scene.ends_in):
            taken_over_on += timedelta(days=1)
    elif 0 <= scene.ends_in < 4:
        # What ends within days must not turn out to be over already because of a weekend.
        taken_over_on = next_weekday(taken_over_on)
    else:
        taken_over_on = working_day(taken_over_on)
    before = 4 if scene.ground == PermitGround.UKRAINE else 38
    allocated_on = working_day(taken_over_on - timedelta(days=before))
    person = draw_person(
        scene.origin,
        scene.origin.family_name(rng),
        scene.sex,
        taken_over_on,
        age=rng.randint(22, 47),
        rng=rng,
    )
    return Arrival(
        key=f"scene-{scene.key}",
        origin=scene.origin,
        ground=scene.ground,
        allocated_on=allocated_on,
        taken_over_on=taken_over_on,
        members=(replace(person, is_protected=scene.is_protected),),
        unit=scene.unit,
        names_own_day=scene.ground not in {PermitGround.QUOTA, PermitGround.FAMILY},
        is_showcase=True,
    )


def days_ago(life: Life, days: int) -> date:
    return max(working_day(life.city.today - timedelta(days=days)), life.family.taken_over_on)


def _ahead(life: Life, days: int) -> date:
    return working_day(life.city.today + timedelta(days=days))


def _offered(life: Life, *, ago: int, planned: date | None = None, accepted: bool = False) -> Story:
    """An offer given so many days ago, accepted the next day or not answered. Returns it."""
    on = days_ago(life, ago)
    by = yield Turn(on, life.caseworker)
    offer = life.offer(by=by, on=on, planned=planned)
    if accepted:
        answered_on = min(life.day(on + timedelta(days=1)), days_ago(life, 1))
        by = yield Turn(answered_on, life.caseworker)
        life.accept(offer, by=by, on=answered_on)
    return offer


def _answer(life: Life, *, ago: int, cause: Cause, next_in: int) -> Story:
    """Say why the promise was broken, and what happens next; the next step's day may have passed since."""
    on = days_ago(life, ago)
    by = yield Turn(on, life.caseworker)
    conversation = Conversation.objects.open().get(case=life.case)
    conversation.reply(
        by=by,
        on=on,
        cause=cause,
        explanation=life.rng.choice(words.EXPLANATIONS[cause]),
        next_step=life.rng.choice(words.NEXT_STEPS),
        next_on=life.city.today + timedelta(days=next_in),
    )


def start_to_record(life: Life) -> Story:
    """Over, and begun three days ago: nobody has recorded the start yet."""
    yield from _offered(life, ago=20, planned=days_ago(life, 3), accepted=True)
    yield from _answer(life, ago=6, cause=Cause.PARTNER, next_in=1)


def over_unanswered(life: Life) -> Story:
    """Over, offered but not begun, and nobody has said why."""
    yield from _offered(life, ago=12)


def over_again(life: Life) -> Story:
    """Over and answered, but the next step's day has passed: it comes back."""
    yield from _offered(life, ago=16)
    yield from _answer(life, ago=4, cause=Cause.NOTHING_AVAILABLE, next_in=-2)


def over_answered(life: Life) -> Story:
    """Over and answered, with a next step that is still to come."""
    yield from _offered(life, ago=18)
    yield from _answer(life, ago=3, cause=Cause.PERSON, next_in=6)


def offer_waits(life: Life) -> Story:
    """An offer is out; the person has not answered."""
    yield from _offered(life, ago=4)


def on_track(life: Life) -> Story:
    """Accepted, with a start planned in time. Returns the offer."""
    planned = working_day(life.due_on - timedelta(days=2))
    return (yield from _offered(life, ago=6, planned=max(planned, _ahead(life, 1)), accepted=True))


def planned_late(life: Life) -> Story:
    """Accepted, but the company takes the person only after the month is over."""
    planned = life.day(life.due_on + timedelta(days=2))
    yield from _offered(life, ago=7, planned=planned, accepted=True)


def nothing_yet(life: Life) -> Story:
    """Nothing offered so far."""
    return
    yield


def ill_now(life: Life) -> Story:
    """Nothing can be done, and nobody knows until when."""
    on = days_ago(life, 11)
    by = yield Turn(on, life.caseworker)
    Pause.objects.begin(case=life.case, ground=Ground.ILLNESS, from_on=on, until=None, by=by, today=on)


def was_away(life: Life) -> Story:
    """Ten days that do not count lie behind; the City's deadline has moved by them."""
    on = days_ago(life, 19)
    by = yield Turn(on, life.caseworker)
    until = on + timedelta(days=10)
    Pause.objects.begin(case=life.case, ground=Ground.AWAY, from_on=on, until=until, by=by, today=on)
    yield from _offered(life, ago=5, planned=_ahead(life, 8))


def in_custody(life: Life) -> Story:
    """In custody: responsibility stays, and time does not run."""
    on = days_ago(life, 14)
    by = yield Turn(on, life.caseworker)
    Pause.objects.begin(case=life.case, ground=Ground.CUSTODY, from_on=on, until=None, by=by, today=on)


def exempt_from_the_start(life: Life) -> Story:
    """Not job-ready from the first day: the promise fell away as it began."""
    yield from _decide(life, life.family.taken_over_on, is_ready=False)


def ready_again(life: Life) -> Story:
    """Exempt for two months and job-ready since nine days: a month of its own runs."""
    yield from _decide(life, life.family.taken_over_on, is_ready=False)
    yield from _decide(life, days_ago(life, 9), is_ready=True)


def missed(life: Life) -> Story:
    """The month had passed without a start when the person could not take part any more."""
    yield from _decide(life, days_ago(life, 13), is_ready=False)


def _decide(life: Life, on: date, *, is_ready: bool) -> Story:
    by = yield Turn(on, life.caseworker)
    reason = "" if is_ready else life.rng.choice(words.EXEMPT)
    JobReadiness.objects.decide(case=life.case, is_ready=is_ready, on=on, reason=reason, by=by)


def declined(life: Life) -> Story:
    """The person declined the first offer; a second is out."""
    first = yield from _offered(life, ago=14)
    yield from _answered(life, first, Answer.DECLINED, ago=10, reason=life.rng.choice(words.DECLINED))
    yield from _offered(life, ago=3)


def withdrawn(life: Life) -> Story:
    """The company took its place back: an offer was given all the same, and another is needed."""
    first = yield from _offered(life, ago=12, planned=_ahead(life, 1), accepted=True)
    yield from _answered(life, first, Answer.WITHDRAWN, ago=2, reason=life.rng.choice(words.WITHDRAWN))


def _answered(life: Life, offer: Offer, answer: Answer, *, ago: int, reason: str) -> Story:
    on = days_ago(life, ago)
    by = yield Turn(on, life.caseworker)
    offer.record_answer(answer=answer, on=on, today=on, reason=reason, by=by)


def corrected(life: Life) -> Story:
    """The takeover was confirmed a month too early; the breach that followed was withdrawn by the correction."""
    on = days_ago(life, 6)
    by = yield Turn(on, life.caseworker)
    current = KeyDate.objects.current().get(case=life.case, event="E2")
    right = life.city.office_day(life.family.taken_over_on + timedelta(days=24))
    current.correct(on=right, reason=words.CORRECTED[2], by=by)


def agreed_ahead(life: Life) -> Story:
    """The takeover is still to come, and agreed on: earlier than the rule would have it."""
    by = yield Turn(working_day(life.city.today - timedelta(days=3)), life.caseworker)
    KeyDate.objects.confirm_takeover(case=life.case, by=by, on=life.family.taken_over_on)


def own_means(life: Life) -> Story:
    """Lives on own means from the third day: the law's duty falls away, the City's goal does not."""
    on = life.family.taken_over_on + timedelta(days=2)
    by = yield Turn(on, life.caseworker)
    BenefitPeriod.objects.begin(case=life.case, kind=BenefitKind.SELF_SUPPORTING, on=on, by=by)


def not_ours(life: Life) -> Story:
    """The takeover was withdrawn: somebody has to find out whose responsibility it is."""
    by = yield Turn(days_ago(life, 4), life.caseworker)
    KeyDate.objects.current().get(case=life.case, event="E2").withdraw(reason=words.ELSEWHERE, by=by)


def noticed_late(life: Life) -> Story:
    """Over while the worker stood still (city.py): noticed days late by us, and kept late by the City."""
    offer = yield from _offered(life, ago=60, accepted=True)
    by = yield Turn(days_ago(life, 33), life.caseworker)
    life.start(offer, by=by, on=days_ago(life, 33))


def begun_in_time(life: Life) -> Story:
    """Kept."""
    offer = yield from _offered(life, ago=16, planned=days_ago(life, 8), accepted=True)
    by = yield Turn(days_ago(life, 8), life.caseworker)
    occupation = life.start(offer, by=by, on=days_ago(life, 8))
    occupation.plan_end(on=_ahead(life, 20), today=days_ago(life, 8), by=by)


def begun_late(life: Life) -> Story:
    """Kept, but late."""
    offer = yield from _offered(life, ago=16, planned=days_ago(life, 4), accepted=True)
    by = yield Turn(days_ago(life, 4), life.caseworker)
    life.start(offer, by=by, on=days_ago(life, 4))
