"""The ways into work: an offer in time or too late, declined, withdrawn; a start, or none. One way for each adult."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from accounts.models import User
from copenhagen_model.demo import words
from copenhagen_model.demo.afterwards import after_start, in_job
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Life
from copenhagen_model.demo.relations import trade_of
from goals.models import Ground, Pause
from internships.models import Answer, HostLink, Offer, OfferKind, PlacementAgreement, Whose
from refugees.models import JobReadiness

# Agreements are written for some starts: those on such a day of the month.
AGREED_ON_EACH = 7
Way = Callable[[Life], Story]


def prompt(life: Life, *, start_by: int = 26) -> Story:
    """Offered within days, accepted, begun within the month: how most go."""
    offered_on = life.day(life.family.taken_over_on + timedelta(days=life.rng.randint(-4, 11)))
    planned = life.day(max(offered_on, life.family.taken_over_on) + timedelta(days=life.rng.randint(4, 14)))
    planned = min(planned, life.day(life.family.taken_over_on + timedelta(days=start_by)))
    by = yield Turn(offered_on, life.caseworker)
    kind = OfferKind.WAGE_SUBSIDY if life.rng.random() < 0.12 else OfferKind.INTERNSHIP
    offer = life.offer(by=by, on=offered_on, planned=planned, kind=kind)
    yield from _accept_and_start(life, offer, planned)


def _accept_and_start(life: Life, offer, planned) -> Story:
    """The answer some days later, and the start on the planned day."""
    if life.rng.random() < 0.6:
        day = min(life.day(offer.offered_on + timedelta(days=life.rng.randint(1, 5))), planned)
        by = yield Turn(day, life.caseworker)
        life.accept(offer, by=by, on=day)
        if planned.day % AGREED_ON_EACH == 0:
            _agree(life, offer, planned, day, by)
    by = yield Turn(planned, life.caseworker)
    begun = life.start(offer, by=by, on=planned)
    yield from after_start(life, begun)


def draw_up(life: Life, offer: Offer, planned: date, day: date, by: User | None) -> PlacementAgreement:
    """What is agreed about an offer, four weeks of it; nobody has signed yet."""
    return PlacementAgreement.objects.draw_up(
        offer=offer,
        drawn_up_on=day,
        purpose=words.PURPOSE,
        tasks=trade_of(offer.company)[1],
        from_on=planned,
        until_on=planned + timedelta(days=27),
        minutes_a_week=life.minutes_of(offer.kind),
        supervisor=offer.company.people.earliest("pk").name,
        today=day,
        by=by,
    )


def _agree(life: Life, offer: Offer, planned: date, day: date, by: User | None) -> None:
    """Person, company and City sign it; the company has its own page meanwhile."""
    agreement = draw_up(life, offer, planned, day, by)
    person = agreement.supervisor
    if by:
        HostLink.objects.make(
            offer=offer,
            contact_name=person,
            call_name=by.name,
            call_phone=words.CALL_PHONE,
            valid_until=planned + timedelta(weeks=8),
            today=day,
            by=by,
        )
    given = {"person_signed_on": day, "company_signed_on": day, "company_signed_by": person}
    agreement.sign(today=day, by=by, city_signed_on=day if by else None, **given)


def tardy(life: Life) -> Story:
    """Offered in time, but the company takes the person weeks after the month is over."""
    offered_on = life.day(life.family.taken_over_on + timedelta(days=life.rng.randint(5, 24)))
    planned = life.day(life.due_on + timedelta(days=life.rng.randint(3, 34)))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on, planned=planned if life.rng.random() < 0.5 else None)
    yield from _accept_and_start(life, offer, planned)


def overlooked(life: Life) -> Story:
    """Nothing offered in the first month: both promises broken, then mended."""
    offered_on = life.day(life.due_on + timedelta(days=life.rng.randint(3, 30)))
    planned = life.day(offered_on + timedelta(days=life.rng.randint(5, 20)))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on, planned=planned)
    yield from _accept_and_start(life, offer, planned)


def second_try(life: Life) -> Story:
    """The first offer is declined or withdrawn by the company; another one follows."""
    offered_on = life.day(life.family.taken_over_on + timedelta(days=life.rng.randint(0, 9)))
    by = yield Turn(offered_on, life.caseworker)
    first = life.offer(by=by, on=offered_on)
    answered_on = life.day(offered_on + timedelta(days=life.rng.randint(1, 6)))
    by = yield Turn(answered_on, life.caseworker)
    declined = life.rng.random() < 0.6
    reason = life.rng.choice(words.DECLINED if declined else words.WITHDRAWN)
    about = {"on": answered_on, "today": answered_on, "reason": reason, "by": by}
    if not declined and answered_on.day % 2:
        first.did_not_start(whose=Whose.COMPANY, **about)
    else:
        first.record_answer(answer=Answer.DECLINED if declined else Answer.WITHDRAWN, **about)
    again_on = life.day(answered_on + timedelta(days=life.rng.randint(2, 16)))
    planned = life.day(again_on + timedelta(days=life.rng.randint(4, 18)))
    by = yield Turn(again_on, life.caseworker)
    withdrawn = first if first.answer == Answer.WITHDRAWN else None
    second = life.offer(by=by, on=again_on, planned=planned, replaces=withdrawn)
    yield from _accept_and_start(life, second, planned)


def exempted(life: Life) -> Story:
    """Obviously unable from the first days; months later most are job-ready, and a new month begins."""
    on = life.day(life.family.taken_over_on + timedelta(days=life.rng.choice([0, 0, 0, 6, 12])))
    yield from _not_ready(life, on)
    yield from _ready_again(life, on)


def gave_out(life: Life) -> Story:
    """The month passed without a start, and then the person could not take part: the promise was missed."""
    on = life.day(life.due_on + timedelta(days=life.rng.randint(5, 40)))
    yield from _not_ready(life, on)
    yield from _ready_again(life, on)


def _not_ready(life: Life, on) -> Story:
    by = yield Turn(on, life.caseworker)
    reason = life.rng.choice(words.EXEMPT)
    JobReadiness.objects.decide(case=life.case, is_ready=False, on=on, reason=reason, by=by)


def _ready_again(life: Life, since) -> Story:
    if life.rng.random() < 0.25:
        return
    on = life.day(since + timedelta(days=life.rng.randint(60, 190)))
    by = yield Turn(on, life.caseworker)
    JobReadiness.objects.decide(case=life.case, is_ready=True, on=on, reason="", by=by)
    late = life.rng.random() < 0.2
    offered_on = life.day(on + timedelta(days=life.rng.randint(3, 14)))
    planned = life.day(
        offered_on + timedelta(days=life.rng.randint(22, 40) if late else life.rng.randint(4, 12))
    )
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on, planned=planned)
    yield from _accept_and_start(life, offer, planned)


def paused(life: Life) -> Story:
    """Some weeks in the first month do not count; the City's deadline moves by as many days."""
    begins = life.day(life.family.taken_over_on + timedelta(days=life.rng.randint(3, 12)))
    ends = life.day(begins + timedelta(days=life.rng.randint(9, 45)))
    by = yield Turn(begins, life.caseworker)
    ground = life.rng.choices(list(Ground), weights=[5, 3, 1, 1])[0]
    Pause.objects.begin(case=life.case, ground=ground, from_on=begins, until=ends, by=by, today=begins)
    offered_on = life.day(ends + timedelta(days=life.rng.randint(0, 5)))
    planned = life.day(offered_on + timedelta(days=life.rng.randint(4, 12)))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on, planned=planned)
    yield from _accept_and_start(life, offer, planned)


def registered_late(life: Life) -> Story:
    """Begun in time, and written down only after the deadline had passed and been flagged."""
    offered_on = life.day(life.family.taken_over_on + timedelta(days=life.rng.randint(0, 8)))
    begun_on = life.day(offered_on + timedelta(days=life.rng.randint(6, 14)))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on, planned=begun_on)
    recorded_on = life.day(life.due_on + timedelta(days=life.rng.randint(3, 12)))
    by = yield Turn(recorded_on, life.caseworker)
    begun = life.start(offer, by=by, on=begun_on, recorded_on=recorded_on)
    yield from after_start(life, begun)


def self_supporting(life: Life) -> Story:
    """Lives on own means and finds a job without us: the law's duty does not cover them, the City's goal does."""
    on = life.day(life.family.taken_over_on + timedelta(days=life.rng.randint(8, 40)))
    by = yield Turn(on, life.caseworker)
    job = life.begin(by=by, on=on)
    yield from in_job(life, job)


def never(life: Life) -> Story:
    """Offered late and declined; it never comes to a start, and in the end the person cannot."""
    offered_on = life.day(life.due_on + timedelta(days=life.rng.randint(1, 25)))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on)
    answered_on = life.day(offered_on + timedelta(days=life.rng.randint(2, 9)))
    by = yield Turn(answered_on, life.caseworker)
    reason = life.rng.choice(words.DECLINED)
    offer.record_answer(answer=Answer.DECLINED, on=answered_on, today=answered_on, reason=reason, by=by)
    yield from _not_ready(life, life.day(answered_on + timedelta(days=life.rng.randint(20, 70))))


def late_start(life: Life) -> Story:
    """Offered in time, begun three weeks after the month was over."""
    offered_on = life.day(life.family.taken_over_on + timedelta(days=4))
    planned = life.day(life.due_on + timedelta(days=21))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on)
    yield from _accept_and_start(life, offer, planned)


def quick_start(life: Life) -> Story:
    """Begun within days, and still there after the month."""
    offered_on = life.day(life.family.taken_over_on + timedelta(days=2))
    by = yield Turn(offered_on, life.caseworker)
    offer = life.offer(by=by, on=offered_on)
    begun_on = life.day(offered_on + timedelta(days=8))
    by = yield Turn(begun_on, life.caseworker)
    life.start(offer, by=by, on=begun_on)


def no_way(life: Life) -> Story:
    """Nothing comes about; what happens instead is told elsewhere."""
    return
    yield


# INVENTED shares, with the booklet's goal in mind: most begin within the month.
WAYS: dict[str, tuple[Way, int]] = {
    "prompt": (prompt, 52),
    "tardy": (tardy, 13),
    "overlooked": (overlooked, 6),
    "second-try": (second_try, 8),
    "exempted": (exempted, 8),
    "gave-out": (gave_out, 2),
    "paused": (paused, 4),
    "registered-late": (registered_late, 3),
    "self-supporting": (self_supporting, 3),
    "never": (never, 1),
    # Not drawn: for the fates (fates.py).
    "late-start": (late_start, 0),
    "quick-start": (quick_start, 0),
    "": (no_way, 0),
}


def draw_way(rng: Random) -> str:
    """Which of the ways somebody goes."""
    return rng.choices(list(WAYS), weights=[weight for _, weight in WAYS.values()])[0]


def work(life: Life) -> Story:
    """One adult's way into work."""
    way, _ = WAYS[life.way]
    return way(life)
