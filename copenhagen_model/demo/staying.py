"""Staying in a job: the mentor's contacts and talks, a sign now and then; and interpreters for the demo's desk.

INVENTED, like everything in the demo city.
"""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from accounts.day import ONE_DAY
from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn, moment
from copenhagen_model.demo.household import Life
from mentoring.models import Contact, RetentionOffer, RetentionTalk
from refugees.models import (
    Appointment,
    BenefitKind,
    BenefitPeriod,
    InterpreterBooking,
    InterpreterHow,
    NotedBy,
    Occupation,
    OccupationEnding,
    OccupationKind,
    SignKind,
    WarningSign,
    without_interpreter,
)
from refugees.parts import Part
from refugees.takeover import next_weekday

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# Only what began so lately is told contact by contact: the city is built in two minutes.
TOLD = timedelta(days=210)
AGENCY = "Demo-tolk"
# How, minutes, about what, what was said.
CONTACTS = [
    ("met", 50, ["work"], "Gik vagtplanen igennem. Kender nu reglerne for sygemelding."),
    ("phone", 15, ["work"], "Alt går godt. Er glad for kollegerne."),
    ("message", 5, ["everyday"], "Minder om mødet med tillidsrepræsentanten."),
    ("accompanied", 90, ["authorities", "work"], "Fulgte med til Skat om forskudsopgørelsen."),
    ("phone", 20, ["education", "work"], "Vil gerne begynde på aftenhold i dansk."),
]
# What was promised in the first of them, and how many days from today it is due.
PROMISED = [("Ringe til tillidsrepræsentanten om vagterne", 0), ("Sende linket til aftenholdet", 4)]
TALKS = [
    ("Møder til tiden og lærer hurtigt.", "", "Vil gerne have flere timer.", "stays"),
    (
        "Stabil, men sproget driller i travle perioder.",
        "Følger aftenholdet.",
        "Er træt efter vagterne.",
        "unsure",
    ),
]
SIGNS = [
    (SignKind.LATE, "Er kommet for sent tre gange på to uger."),
    (SignKind.CONFLICT, "Uenighed med en kollega om vagterne."),
    (SignKind.HEALTH_TEAM, ""),
]
ACTIONS = ["Talt med arbejdspladsen og ændret mødetiden.", "Holdt et kort møde med alle parter."]
NO_THANKS = "Har en god kollega, der hjælper"


def offered(life: Life, on: date, *, is_wanted: bool) -> None:
    """A retention mentor was offered, and the answer."""
    if on < life.city.today - TOLD:
        return
    by = life.caseworker()
    offer = RetentionOffer.objects.make(case=life.case, on=on, today=on, by=by)
    answer, reason = ("accepted", "") if is_wanted else ("declined", NO_THANKS)
    offer.record_answer(answer=answer, on=on, today=on, by=by, reason=reason)


def staying(life: Life, job: Occupation, since: date) -> Story:
    """Once a month somebody hears how it goes; every third time it is a talk with the workplace."""
    rng = life.city.rng("staying", life.case.number)  # its own dice: the other stories stay what they are
    if since < life.city.today - TOLD:
        return
    number = 0
    while True:
        number += 1
        day = life.day(since + timedelta(days=rng.randint(17, 30) + (20 if rng.random() < 0.1 else 0)))
        if day >= life.city.today:
            return
        mentor = yield Turn(day, lambda day=day: _mentor(life, day))
        if mentor is None:
            return
        if number % 3 == 0:
            _talk(life, job, rng.choice(TALKS), day)
        else:
            kind, minutes, topics, note = rng.choice(CONTACTS)
            _contact(life, mentor, day, kind=kind, minutes=minutes, topics=topics, note=note)
        if rng.random() < 0.08:
            yield from _worry(life, mentor, day, rng.choice(SIGNS))
        if number > 1 and rng.random() < 0.12:
            yield from _lost(life, job, day)
            return
        since = day


def _mentor(life: Life, day: date) -> User | None:
    member = life.case.team.on(day).filter(part=Part.RETENTION_MENTOR).select_related("user").first()
    return member.user if member else None


def _contact(life: Life, by: User, day: date, **facts) -> None:
    Contact.objects.log(case=life.case, on=day, today=day, by=by, **facts)


def _talk(life: Life, job: Occupation, said: tuple[str, str, str, str], day: date) -> None:
    business, education, person, outlook = said
    place = "company"
    if job.kind == OccupationKind.EDUCATION:
        place, business, education = "school", "", business
    RetentionTalk.objects.hold(
        case=life.case,
        on=day,
        form="in-person",
        participants=[place, "mentor"],
        agreement="",
        business_says=business,
        education_says=education,
        person_says=person,
        outlook=outlook,
        today=day,
        by=life.caseworker(),
    )


def _worry(life: Life, mentor: User, day: date, noticed: tuple[str, str]) -> Story:
    """A sign, answered within days."""
    kind, words = noticed
    facts = {"noted_by": NotedBy.MENTOR, "words": words, "today": day, "by": mentor}
    sign = WarningSign.objects.note(case=life.case, kind=kind, on=day, **facts)
    on = life.day(day + timedelta(days=2))
    if on >= life.city.today:
        return
    by = yield Turn(on, life.caseworker)
    sign.act(action=ACTIONS[kind == SignKind.CONFLICT], on=on, today=on, by=by)


def _lost(life: Life, job: Occupation, since: date) -> Story:
    """The place is lost all the same."""
    on = life.day(since + timedelta(days=9))
    if on >= life.city.today:
        return
    by = yield Turn(on, life.caseworker)
    job.end(on=on, ending=OccupationEnding.BROKEN_OFF_COMPANY, today=on, by=by)
    BenefitPeriod.objects.begin(case=life.case, kind=BenefitKind.BENEFIT, on=on + ONE_DAY, by=by)


def from_the_mentor(city: "City", by: User, day: date) -> None:
    """What the mentor who signs in on the demo logged lately, and one sign that waits for an answer."""
    parts = by.team_parts.mentors().on(day).filter(case__closed_on=None).select_related("case")
    for ago, part in enumerate(parts.order_by("-during", "pk")[:4]):
        on = max(part.during.lower, day - timedelta(days=9 * ago))
        kind, minutes, topics, note = CONTACTS[ago % len(CONTACTS)]
        facts = {"kind": kind, "minutes": minutes, "topics": topics, "note": note}
        promises = [(words, day + timedelta(days=ahead)) for words, ahead in PROMISED[ago : ago + 1]]
        Contact.objects.log(case=part.case, on=on, today=day, by=by, promises=promises, **facts)
    life = city.life_of("on-track")
    kind, words = SIGNS[0]
    WarningSign.objects.note(
        case=life.case, kind=kind, on=day, noted_by=NotedBy.COMPANY, words=words, today=day, by=None
    )


def interpreters(city: "City", by: User, day: date) -> None:
    """One confirmed, one ordered, one to call off because its meeting fell out; the rest are still to be booked."""
    order = {"how": InterpreterHow.PHONE, "agency": AGENCY, "on": day, "today": day, "by": by}
    case = city.life_of("ukraine-soon").case
    starts_at = moment(next_weekday(city.today + timedelta(days=3)), time(14))
    fell_out = Appointment.objects.make(
        case=case,
        kind="meeting",
        title="Møde om skattekort",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=30),
        staff=[by],
        by=by,
    )
    language = case.person.interpreter or "uk"
    InterpreterBooking.objects.order(appointment=fell_out, language=language, **order)
    fell_out.cancel(reason="Borgeren er på arbejde", by=by)
    meetings = without_interpreter(Appointment.objects.filter(parts__user=by), city.today).by_time()
    for number, meeting in enumerate(meetings[:2]):
        language = meeting.case.person.interpreter
        booking = InterpreterBooking.objects.order(appointment=meeting, language=language, **order)
        if number == 0:
            booking.confirm(on=day, today=day, by=by)
