"""Mentors for the first year in the demo city: offered, declined, waited for; and what is known of each mentor.

INVENTED, like everything in the demo city.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from accounts.day import now
from accounts.models import Absence, User
from accounts.scope import system_scope
from copenhagen_model.demo.diary import REASON, Story, Turn
from copenhagen_model.demo.household import Life
from mentoring.models import HolisticOffer, MentorProfile
from refugees.districts import IN_THE_CITY
from refugees.parts import Part

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# Only what began so lately is told offer by offer: the city is built in two minutes.
TOLD = timedelta(days=400)
STILL_SOUGHT = timedelta(days=14)
DISTRICTS = [district for district, _label in IN_THE_CITY]
WISHES = [
    "Vil gerne have en, der selv har børn",
    "Helst en, der kender byggebranchen",
    "Vil gerne mødes om aftenen",
]
NO_THANKS = ["Har familie i København, der hjælper", "Vil gerne klare det selv"]
USUAL_ROOM = 10


def offered_mentor(life: Life, on: date, *, reason: str = "") -> None:
    """A mentor was offered, with the person's wishes, and answered: wanted, unless a reason says why not."""
    if on < life.city.today - TOLD:
        return
    by, rng = life.caseworker(), life.city.rng("wishes", life.case.number)
    wishes = {
        "wished_sex": rng.choice(["", "", "", "f", "m"]),
        "district": rng.choice(["", *DISTRICTS]),
        "wish": rng.choice(WISHES) if rng.random() < 0.2 else "",
    }
    offer = HolisticOffer.objects.make(case=life.case, on=on, today=on, by=by, **wishes)
    answer = "declined" if reason else "accepted"
    offer.record_answer(answer=answer, on=on, today=on, by=by, reason=reason)


def no_mentor(life: Life) -> Story:
    """Offered, and declined with a reason."""
    rng = life.city.rng("no mentor", life.case.number)  # its own dice: the other stories stay what they are
    day = life.day(life.family.taken_over_on + timedelta(days=rng.randint(0, 9)))
    yield Turn(day, life.caseworker)
    offered_mentor(life, day, reason=rng.choice(NO_THANKS))


def waits_for_mentor(life: Life, on: date) -> bool:
    """Of those who said yes in the last days some still wait: whoever looks at the demo finds them one."""
    rng = life.city.rng("waits for a mentor", life.case.number)
    return on > life.city.today - STILL_SOUGHT and rng.random() < 0.5


def profiles_of_mentors(city: "City") -> None:
    """What is known of each mentor today; one has no room left, one is away."""
    rosters = [(city.mentors, Part.HOLISTIC_MENTOR), (city.retention_mentors, Part.RETENTION_MENTOR)]
    # The transaction of the building began minutes ago: the database is told what the moment is now.
    with system_scope(REASON), system_scope(REASON, by=city.staff["mentor-coordinator"], at=now()):
        loads = MentorProfile.objects.loads(city.today)
        for roster, part in rosters:
            for number, user in enumerate(roster.colleagues):
                people = loads[user.pk].people if user.pk in loads else 0
                room = people if number == 1 else max(people + 1, USUAL_ROOM)
                _write(city, user, part, capacity=room)
        away = city.mentors.colleagues[-1]
        if away != city.staff["mentor"]:
            Absence.objects.record(
                user=away, first_on=city.today - timedelta(days=2), back_on=city.today + timedelta(days=5)
            )


def _write(city: "City", user: User, part: Part, *, capacity: int) -> None:
    rng = city.rng("profile", user.username)
    MentorProfile.objects.write(
        mentor=user,
        speaks=user.speaks,
        kinds=[part],
        sex=rng.choice("fm"),
        districts=sorted(rng.sample(DISTRICTS, 2)),
        weekdays=sorted(rng.sample(range(5), 3)),
        capacity=capacity,
    )
