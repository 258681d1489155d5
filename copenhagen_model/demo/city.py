"""The demo city: who is there, what is planned, and how it is built, day after day."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from accounts.models import User
from accounts.permissions import Role
from copenhagen_model.demo.afterwards import closing
from copenhagen_model.demo.arrivals import Arrival, plan
from copenhagen_model.demo.companies import found_companies
from copenhagen_model.demo.diary import Diary
from copenhagen_model.demo.fates import Fate, assigned
from copenhagen_model.demo.household import Family, Life
from copenhagen_model.demo.interviewing import screened
from copenhagen_model.demo.more_time import allow_more_time
from copenhagen_model.demo.newest import allocated_on_the_first, newest
from copenhagen_model.demo.numbers import FIRST_IMMIGRATION_NUMBER
from copenhagen_model.demo.reception import mentor
from copenhagen_model.demo.relations import relate
from copenhagen_model.demo.roster import Roster
from copenhagen_model.demo.scenes import SCENES
from copenhagen_model.demo.showcase import Scene, arrival_of
from copenhagen_model.demo.staff import EAST, WEST, Staff
from copenhagen_model.demo.work import draw_way, work
from copenhagen_model.demo.writing import interviews, letters
from refugees.models import Case
from refugees.takeover import PermitGround, next_weekday

# Older things happened on one day of the week: fewer days to tell.
COARSE_BEFORE = timedelta(days=500)
COARSE_WEEKDAY = 1
# Cases this young are not the demo caseworker's: hers are the scenes, so that her list tells what it should.
YOUNG = timedelta(days=300)
RELATIVES_COME_AFTER = timedelta(days=240), timedelta(days=1100)
# The worker stood still for some days: what it noticed late stays visible.
UNWATCHED = timedelta(days=54), timedelta(days=47)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a city is wanted."""

    scale: float
    companies: int


SIZES = {"full": Size(1.0, 48), "small": Size(0.03, 12)}


class City:
    """Everything that the stories share."""

    def __init__(self, *, seed: int, today: date, size: str = "full") -> None:
        self.seed, self.today = seed, today
        self.size = SIZES[size]
        self.staff = Staff(self.rng("staff"))
        allow_more_time()
        self.companies = found_companies(self.size.companies, self.rng("companies"))
        relate(self.companies, self.rng("companies", "parts"))
        self.caseworkers = [self._caseworkers(WEST, "caseworker"), self._caseworkers(EAST, "caseworker-east")]
        self.mentors = self._mentors(self.staff["mentor"], reserved_from=today - YOUNG)
        self.retention_mentors = self._mentors(self.staff.engage(Role.MENTOR, speaks=("en",)))
        self.diary = Diary(
            until=today - timedelta(days=1), unwatched=(today - UNWATCHED[0], today - UNWATCHED[1])
        )
        self.families: list[Family] = []
        self.fates: dict[str, Fate] = {}
        self.scenes = {f"scene-{scene.key}": scene for scene in SCENES}
        # Whose turn it is for something else than a job, and than an internship.
        self.going_on, self.measures = count(), count()
        self.igu_places = self.school_places = 0  # that nobody has taken yet
        self.educations = 0
        self._immigration_numbers = count(FIRST_IMMIGRATION_NUMBER + 1)

    def rng(self, *key: object) -> Random:
        """Chance of its own for each thing, so that one more story changes no other."""
        return Random(":".join(map(str, (self.seed, *key))))

    def arrivals(self) -> list[Arrival]:
        """Everybody who comes, in the order of their allocation."""
        planned = plan(seed=self.seed, today=self.today, scale=self.size.scale)
        scenes = [arrival_of(scene, self.today, self.rng(scene.key)) for scene in SCENES]
        special = [allocated_on_the_first(self.today, self.seed), *newest(self.today, self.seed)]
        self.fates = assigned(planned)
        return sorted([*planned, *scenes, *special], key=lambda arrival: (arrival.allocated_on, arrival.key))

    def office_day(self, on: date) -> date:
        """That day or the next on which things get done."""
        on = next_weekday(on)
        if on < self.today - COARSE_BEFORE:
            while on.weekday() != COARSE_WEEKDAY:
                on = next_weekday(on + timedelta(days=1))
        return on

    def next_immigration_number(self) -> str:
        """The next of a series that nobody has."""
        return str(next(self._immigration_numbers))

    def scene_of(self, family: Family) -> Scene | None:
        """The scene that the family plays in the showcase, if it does."""
        return self.scenes.get(family.arrival.key)

    def is_scene(self, case: Case) -> bool:
        """Whether the case is one of the showcase."""
        scenes = (family for family in self.families if self.scene_of(family))
        return any(life.case == case for family in scenes for life in family.lives)

    def way_of(self, life: Life) -> str:
        """Which way into work an adult goes; a scene is a way of its own, and a fate may need a certain one."""
        if not life.newcomer.is_adult or life.family.arrival.is_showcase:
            return ""
        fate = self.fates.get(life.family.arrival.key)
        return fate.way if fate else draw_way(life.rng)

    def arrived(self, family: Family) -> None:
        """A family has cases now."""
        self.families.append(family)

    def relative_for(self, arrival: Arrival) -> Family | None:
        """Somebody living alone who has come before, and whom the reunified family joins."""
        if arrival.ground != PermitGround.FAMILY:
            return None
        soonest, latest = RELATIVES_COME_AFTER
        hosts = [
            family
            for family in self.families
            if family.arrival.origin == arrival.origin
            and family.arrival.unit == arrival.unit
            and len(family.lives) == 1
            and family.adults
            and not family.is_over
            and family.home is None
            and family.arrival.ground != PermitGround.FAMILY
            and soonest <= arrival.taken_over_on - family.taken_over_on <= latest
        ]
        return self.rng(arrival.key, "host").choice(hosts) if hosts else None

    def choose_caseworker(self, family: Family, on: date) -> User:
        """Who has the fewest cases."""
        roster = self.caseworkers[family.arrival.unit]
        return roster.choose(len(family.lives), on)

    def life_of(self, scene: str) -> Life:
        """The person of a scene, or of another arrival by its key."""
        keys = {scene, f"scene-{scene}"}
        return next(family.lives[0] for family in self.families if family.arrival.key in keys)

    def tell_lives_of(self, family: Family) -> None:
        """Begin what happens to a family once somebody works on its cases."""
        scene = self.scene_of(family)
        if family.arrival.is_showcase and not scene:
            return
        fate = self.fates.get(family.arrival.key)
        for life in family.adults:
            self.diary.begin(mentor(life), life)
            self.diary.begin(scene.act(life) if scene else work(life), life)
            self.diary.begin(interviews(life), life)
            self.diary.begin(screened(life), life)
            self.diary.begin(letters(life), life)
            if fate:
                self.diary.begin(fate.tell(life), life)
        if not family.arrival.is_showcase:
            self.diary.begin(closing(family), family)

    def _caseworkers(self, unit: int, username: str) -> Roster:
        def recruit(day: date) -> User:
            return self.staff.engage(Role.CASEWORKER, unit=unit, speaks=self._languages(unit, day))

        return Roster(
            lowest=33,
            highest=57,
            spread=10,
            colleagues=[self.staff[username]],
            recruit=recruit,
            reserved_from=self.today - YOUNG if unit == WEST else date.max,
        )

    def _mentors(self, founder: User, *, reserved_from: date = date.max) -> Roster:
        def recruit(day: date) -> User:
            return self.staff.engage(Role.MENTOR, speaks=self._languages("mentor", day))

        return Roster(
            lowest=5,
            highest=9,
            spread=2,
            colleagues=[founder],
            recruit=recruit,
            reserved_from=reserved_from,
        )

    def _languages(self, *key: object) -> tuple[str, ...]:
        return ("en", self.rng("speaks", *key).choice(["ar", "ti", "prs", "so", "uk", "fr", "fa"]))
