"""Open counselling in the demo city: when it is open, who dropped in, and who waits on the day it is built."""

from datetime import time, timedelta
from typing import TYPE_CHECKING

from accounts.day import today
from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.household import Life
from mentoring.models import About, OpeningHours, Outcome, ShownTo, Visit, WalkIn, Weekday
from refugees.models import Case

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# INVENTED, like everything in the demo city. Weekday, opens, closes.
OPEN = [
    (Weekday.MONDAY, time(9), time(12)),
    (Weekday.TUESDAY, time(9), time(12)),
    (Weekday.WEDNESDAY, time(9), time(12)),
    (Weekday.THURSDAY, time(13), time(17)),
    (Weekday.FRIDAY, time(9), time(12)),
]
# What about, in a few words, what came of it, what was said.
VISITS = [
    (About.LETTER, "Brev fra banken", Outcome.ANSWERED, "Vi læste brevet sammen. NemKonto er oprettet."),
    (About.LETTER, "Årsopgørelsen", Outcome.ANSWERED, "Vist, hvor årsopgørelsen står, og hvad den betyder."),
    (About.MONEY, "Ydelsen kom ikke", Outcome.PASSED_ON, "Mangler svar fra ydelsesenheden."),
    (About.JOB, "Vil gerne skifte praktik", Outcome.BOOKED, "Aftalt en samtale i næste uge."),
    (About.EDUCATION, "Holdet ligger på arbejdstid", Outcome.SHOWN_ON, "Sprogcentret har aftenhold."),
    (About.FAMILY, "Plads i børnehave", Outcome.SHOWN_ON, "Pladsanvisningen. Fik nummeret med."),
]
WAITING = [(About.LETTER, "Brev fra skolen"), (About.JOB, ""), (About.MONEY, "Spørgsmål til skattekortet")]

# Somebody without a case: how many days ago, when, what about, what came of it, where they were shown on to.
WITHOUT_A_CASE = [
    (1, time(9, 40), About.LETTER, Outcome.ANSWERED, ShownTo.NOBODY),
    (3, time(10, 20), About.EDUCATION, Outcome.SHOWN_ON, ShownTo.LANGUAGE_CENTRE),
    (4, time(14, 10), About.LETTER, Outcome.SHOWN_ON, ShownTo.CITIZEN_SERVICE),
    (11, time(11), About.FAMILY, Outcome.SHOWN_ON, ShownTo.STATE),
    (18, time(9, 30), About.JOB, Outcome.LEFT, ShownTo.NOBODY),
]


def open_the_door(city: "City") -> None:
    """The opening hours of each unit, from the first day on."""
    for key in ("team-lead", "team-lead-east"):
        lead = city.staff[key]
        for weekday, opens, closes in OPEN:
            OpeningHours.objects.open_up(
                unit=lead.unit,
                weekday=weekday,
                opens=opens,
                closes=closes,
                from_on=city.diary.until - timedelta(days=400),
                by=lead,
            )


def dropping_in(life: Life) -> Story:
    """One in three dropped in once during the first months."""
    rng = life.city.rng("counselling", life.case.number)  # its own dice: the other stories stay what they are
    if rng.random() > 0.34:
        return
    on = life.day(life.family.taken_over_on + timedelta(days=rng.randint(12, 90)))
    by = yield Turn(on, life.caseworker)
    about, note, outcome, said = rng.choice(VISITS)
    Visit.objects.record(
        case=life.case, on=on, about=about, note=note, outcome=outcome, said=said, today=on, by=by
    )


def waiting_today(user: User) -> None:
    """Three people of this caseworker's unit wait, and one is talked with."""
    here = Case.objects.filter(unit=user.unit).open().with_takeover().filter(takeover_on__lte=today())
    cases = here.order_by("-takeover_on", "-pk")[: len(WAITING) + 1]
    first, *others = cases
    Visit.objects.arrive(case=first, about=About.FAMILY, by=user).take(by=user)
    for ago, at, about, outcome, shown_to in WITHOUT_A_CASE:
        on = today() - timedelta(days=ago)
        WalkIn.objects.record(
            unit=user.unit, on=on, at=at, about=about, outcome=outcome, shown_to=shown_to, by=user
        )
    for case, (about, note) in zip(others, WAITING, strict=True):
        Visit.objects.arrive(case=case, about=about, note=note, by=user)
