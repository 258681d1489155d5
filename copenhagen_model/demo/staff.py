"""Who works in the demo city: two units, their staff, mentors, and one sign-in for every role."""

from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password

from accounts.models import Unit, User
from accounts.permissions import Role
from copenhagen_model.demo.names import STAFF

# Shown on the screen by `demo_accounts`; it opens a demo city only, where everybody is invented.
PASSWORD = "copenhagen-demo"  # noqa: S105
WEST, EAST = 0, 1
UNITS = ("Integration Vest", "Integration Øst")


@dataclass(frozen=True, slots=True)
class Account:
    """A sign-in of the demo: who it is and what one sees with it."""

    username: str
    name: str
    role: Role
    unit: int | None = None
    speaks: tuple[str, ...] = ()
    manages: tuple[int, ...] = ()


ACCOUNTS = (
    Account("caseworker", "Lise Holmgaard", Role.CASEWORKER, WEST, ("en", "ar")),
    Account("team-lead", "Mette Fuglsang", Role.TEAM_LEAD, WEST, ("en",)),
    Account("mentor", "Yasin Bundgaard", Role.MENTOR, None, ("ar", "en")),
    Account("manager", "Jens Ravnsholt", Role.MANAGER, None, (), (WEST, EAST)),
    Account("data-manager", "Hanne Brinkmose", Role.MANAGER, None, (), (WEST, EAST)),
    Account("administrator", "Ole Tranberg", Role.ADMINISTRATOR),
    Account("mentor-coordinator", "Ida Kjeldgaard", Role.MENTOR_COORDINATOR),
    Account("health", "Birgit Solvang", Role.HEALTH_TEAM, WEST),
    Account("health-east", "Dorte Lindskov", Role.HEALTH_TEAM, EAST),
    Account("housing", "Peter Vestby", Role.HOUSING_OFFICER, WEST),
    Account("housing-east", "Lone Havgaard", Role.HOUSING_OFFICER, EAST),
    Account("welcome-house", "Sofie Engholm", Role.WELCOME_HOUSE),
    Account("caseworker-east", "Ahmed Yildirim", Role.CASEWORKER, EAST, ("ti", "en")),
    Account("team-lead-east", "Karen Bjerregaard", Role.TEAM_LEAD, EAST),
)


class Staff:
    """The people who work in the city, as they come and go."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._taken = {account.name for account in ACCOUNTS}
        self._password = make_password(PASSWORD)  # once: it is slow on purpose
        self.units = [Unit.objects.establish(name=name) for name in UNITS]
        self.accounts = {account.username: self._engage(account) for account in ACCOUNTS}

    def __getitem__(self, username: str) -> User:
        return self.accounts[username]

    def lead_of(self, unit: int) -> User:
        """The team lead of a unit."""
        return self["team-lead" if unit == WEST else "team-lead-east"]

    def health_team_of(self, unit: int) -> User:
        """Who works in the compartment of health of a unit."""
        return self["health" if unit == WEST else "health-east"]

    def housing_officer_of(self, unit: int) -> User:
        """Who finds homes for the households of a unit."""
        return self["housing" if unit == WEST else "housing-east"]

    def engage(self, role: Role, *, unit: int | None = None, speaks: tuple[str, ...] = ()) -> User:
        """Another colleague, with an invented name."""
        name = self._new_name()
        return self._engage(Account(_username(name), name, role, unit, speaks))

    def _new_name(self) -> str:
        """A given and a family name that nobody else here bears together."""
        while True:
            given, family = self._rng.choice(STAFF), self._rng.choice(STAFF)
            name = f"{given.split()[0]} {family.split()[-1]}"
            if name not in self._taken:
                self._taken.add(name)
                return name

    def _engage(self, account: Account) -> User:
        return User.objects.engage(
            username=account.username,
            name=account.name,
            role=account.role,
            unit=None if account.unit is None else self.units[account.unit],
            manages=[self.units[unit] for unit in account.manages],
            speaks=list(account.speaks),
            email=f"{account.username}@kommune.example",  # a name that leads nowhere (RFC 2606)
            password=self._password,
        )


def _username(name: str) -> str:
    return name.lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "."}))
