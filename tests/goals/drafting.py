"""Drafts, trials and activations in a line each."""

from datetime import date

from accounts.models import User
from accounts.permissions import Role
from goals import recalculating
from goals.models import GoalVersion, Recalculation, VersionDraft
from tests.factories import UserFactory

GOAL, STANDARD = "internship-started", "city"


def data_manager(unit=None) -> User:
    """Somebody who may draft and put in force."""
    return UserFactory(role=Role.MANAGER, unit=None, manages=[unit] if unit else None)


def wording(**changes):
    """The City's month for a start, said otherwise by `changes`."""
    current = GoalVersion.objects.of(changes.pop("goal", GOAL), changes.pop("standard", STANDARD)).last()
    return current.wording | {"source": "A decision", "reason": "Tried in a test"} | changes


def drafted(*, by: User, valid_from: date, **changes) -> VersionDraft:
    """A draft; two weeks instead of a month, unless `changes` say otherwise."""
    facts = {"amount": 2, "unit": "weeks"} | changes
    return VersionDraft.objects.write(by=by, valid_from=valid_from, **wording(**facts))


def tried(draft: VersionDraft, *, by: User) -> Recalculation:
    """Its dry run, carried through."""
    run = draft.try_out(by=by)
    recalculating.carry_through(run.pk)
    run.refresh_from_db()
    return run


def put_in_force(draft: VersionDraft, *, by: User) -> GoalVersion:
    """Tried out, activated, and every clock derived again."""
    tried(draft, by=by)
    version = draft.activate(edition=draft.edition, by=by)
    recalculating.carry_through(Recalculation.objects.latest("pk").pk)
    draft.refresh_from_db()
    return version
