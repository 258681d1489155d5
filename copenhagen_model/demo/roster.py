"""Colleagues among whom cases are shared: nobody with too few, nobody with too many, households together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from accounts.models import User
from refugees.models import Case


@dataclass(slots=True)
class Held:
    """A case that a colleague has now."""

    case: Case
    group: str
    until: date | None = None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A case that goes from one colleague to another."""

    held: Held
    to: User


@dataclass
class Roster:
    """Who has which cases. `lowest` and `highest` are the loads it keeps to when it recruits and lets go."""

    lowest: int
    highest: int
    colleagues: list[User]
    recruit: Callable[[date], User]
    spread: int
    # From that day the first colleague gets nothing new by the roster: theirs is chosen by hand.
    reserved_from: date = date.max
    _held: dict[int, dict[int, Held]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._founders = list(self.colleagues)

    def load(self, user: User) -> int:
        """How many cases somebody has."""
        return len(self._of(user))

    def holder(self, case: Case) -> User | None:
        """Who has the case now."""
        return next((user for user in self.colleagues if case.pk in self._of(user)), None)

    def choose(self, count: int, day: date) -> User:
        """The colleague with the fewest; a new one if that is too many even then."""
        self.release_expired(day)
        open_to_all = self._open_to_all(day)
        chosen = min(open_to_all, key=self.load) if open_to_all else None
        if chosen is None or self.load(chosen) + count > self.highest:
            chosen = self.recruit(day)
            self.colleagues.append(chosen)
        return chosen

    def take(
        self, user: User, case: Case, *, group: str, until: date | None = None, stays: bool = False
    ) -> None:
        """The colleague has this case from now on."""
        self.release(case)
        self._of(user)[case.pk] = Held(case, group, until, stays)

    def release(self, case: Case) -> None:
        """Nobody has this case any more."""
        for held in self._held.values():
            held.pop(case.pk, None)

    def release_expired(self, day: date) -> None:
        """Let go what was for a time only."""
        for held in self._held.values():
            for key in [key for key, row in held.items() if row.until and row.until <= day]:
                del held[key]

    def review(self, day: date, *, evens_out: bool) -> Iterator[Move | User]:
        """Move what a colleague too many has to the others, and name who leaves; then even the loads out."""
        self.release_expired(day)
        if leaving := self._one_too_many(day):
            self.colleagues.remove(leaving)
            for group in self._groups(leaving):
                yield from self._move(leaving, group, min(self._open_to_all(day), key=self.load))
            yield leaving
        while evens_out and (move := self._evening_out(day)):
            yield from self._move(*move)

    def _open_to_all(self, day: date) -> list[User]:
        """The colleagues who get something new."""
        return self.colleagues[1:] if day >= self.reserved_from else self.colleagues

    def _of(self, user: User) -> dict[int, Held]:
        return self._held.setdefault(user.pk, {})

    def _groups(self, user: User) -> list[list[Held]]:
        """The cases that go together, the smallest groups first; those that stay are not among them."""
        groups: dict[str, list[Held]] = {}
        for held in self._of(user).values():
            groups.setdefault(held.group, []).append(held)
        free = [group for group in groups.values() if not any(held.stays for held in group)]
        return sorted(free, key=len)

    def _one_too_many(self, day: date) -> User | None:
        among = self._open_to_all(day)
        total = sum(map(self.load, among))
        comfortable = (self.highest * 3 + self.lowest) / 4
        if self.colleagues[-1] in self._founders or total > (len(among) - 1) * comfortable:
            return None
        return self.colleagues[-1]

    def _evening_out(self, day: date) -> tuple[User, list[Held], User] | None:
        among = self._open_to_all(day)
        if not among:
            return None
        most, least = max(among, key=self.load), min(among, key=self.load)
        gap = self.load(most) - self.load(least)
        groups = [group for group in self._groups(most) if len(group) * 2 <= gap]
        return (most, groups[0], least) if gap > self.spread and groups else None

    def _move(self, from_user: User, group: list[Held], to: User) -> Iterator[Move]:
        for held in group:
            del self._of(from_user)[held.case.pk]
            self._of(to)[held.case.pk] = held
            yield Move(held, to)
