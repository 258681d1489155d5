"""Following people up: the talks that lead from one to the next, and what is agreed in them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateRange

from copenhagen_model.demo import words
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Family, Life
from goals.models import Ground, Pause
from refugees.models import Appointment, AppointmentKind, Talk, TalkForm, TalkKind
from refugees.takeover import PermitGround

BY_LAW = 4
# How many days apart the talks of law are held where four belong into half a year.
CLOSE, APART = (34, 44), (68, 96)


def follow_up_long_ago(family: Family, since: date) -> Story:
    """The four talks of an older case, entered from its papers in one go; of some, only three were held."""
    months = 12 if since < date(2020, 1, 1) else 6
    on = family.city.office_day(since + timedelta(days=months * 29))
    by = yield Turn(on, family.caseworker)
    for life in family.adults:
        held = BY_LAW - (life.rng.random() < 0.1)
        for number in range(1, held + 1):
            day = since + timedelta(days=(on - since).days * number // (BY_LAW + 1))
            if not life.is_over:
                _talk(life, day, on, by)


def follow_up(life: Life, since: date) -> Story:
    """One talk leads to the next; now and then one is late or falls out, and the last ones are agreed on ahead."""
    is_close = life.family.arrival.ground == PermitGround.UKRAINE or since < date(2025, 4, 1)
    number = 0
    if life.rng.random() < 0.08:
        since = yield from _on_leave(life, since)
    while True:
        number += 1
        apart = life.rng.randint(*(CLOSE if is_close and number <= BY_LAW else APART))
        late = life.rng.randint(20, 45) if life.rng.random() < 0.08 else 0
        day = life.day(since + timedelta(days=apart + late))
        if day >= life.city.today:
            break
        by = yield Turn(day, life.caseworker)
        if life.rng.random() < 0.05:
            reason = life.rng.choice(words.NOT_HELD)
            _talk(life, day, day, by, was_held=False, why_not=reason)
            continue
        _talk(life, day, day, by)
        since = day
    if life.rng.random() < 0.5 and day <= life.city.today + timedelta(days=21):
        yield from _agree(life, day)


def _on_leave(life: Life, since: date) -> Story:
    """Some months of parental leave soon after: another rule holds meanwhile. Returns the day it ends."""
    begins = life.day(since + timedelta(days=life.rng.randint(10, 30)))
    ends = begins + timedelta(days=life.rng.randint(90, 180))
    by = yield Turn(begins, life.caseworker)
    if not Pause.objects.standing().filter(case=life.case, during__overlap=DateRange(begins, ends)).exists():
        Pause.objects.begin(
            case=life.case, ground=Ground.MATERNITY, from_on=begins, until=ends, by=by, today=begins
        )
    return ends


def _agree(life: Life, day: date) -> Story:
    """An appointment for the next one."""
    by = yield Turn(life.day(life.city.today - timedelta(days=4)), life.caseworker)
    at = datetime.combine(day, time(9 + life.rng.randrange(6)), tzinfo=ZoneInfo(settings.TIME_ZONE))
    Appointment.objects.make(
        case=life.case,
        kind=AppointmentKind.FOLLOW_UP,
        title=str(AppointmentKind.FOLLOW_UP.label),
        starts_at=at,
        ends_at=at + timedelta(minutes=45),
        staff=[by],
        by=by,
    )


def _talk(life: Life, on: date, today: date, by, **facts) -> None:
    form = life.rng.choices(list(TalkForm), weights=[7, 2, 1])[0]
    with_interpreter = life.newcomer.interpreter and life.rng.random() < 0.6
    Talk.objects.record(
        case=life.case,
        kind=TalkKind.FOLLOW_UP,
        on=on,
        form=form,
        participants=["interpreter"] if with_interpreter else [],
        agreement="" if facts else life.rng.choice(words.AGREED),
        today=today,
        by=by,
        **facts,
    )
