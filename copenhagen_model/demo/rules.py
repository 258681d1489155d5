"""A promise that is about to change: a draft by one manager, tried out, for the other to read and put in force."""

from datetime import date, timedelta

from accounts.models import User
from accounts.scope import system_scope
from copenhagen_model.demo.diary import REASON
from goals import recalculating
from goals.models import GoalVersion, VersionDraft

GOAL, STANDARD = "internship-started", "city"
LOOKS_BACK = timedelta(days=60)


def draft_a_version(*, today: date) -> None:
    """Three weeks instead of a month, for whoever was taken over in the last two months. Invented, and said so."""
    with system_scope(REASON):
        author = User.objects.get(username="data-manager")
        said = GoalVersion.objects.of(GOAL, STANDARD).last().wording
        changes = {
            "amount": 3,
            "unit": "weeks",
            "source": "Opdigtet udvalgsbeslutning (demo)",
            "reason": "Virksomhederne svarer hurtigere end før. Tre uger er nok. (Opdigtet til demoen.)",
        }
        draft = VersionDraft.objects.write(by=author, valid_from=today - LOOKS_BACK, **said | changes)
        run = draft.try_out(by=author)
    recalculating.carry_through(run.pk)
