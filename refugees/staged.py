"""Lists of any kind that become facts row by row: read, looked at, carried out by one button. A pillar declares a kind.

What a row would do is looked at anew whenever it is shown, so the page never tells what is no longer so; nothing of it
is stored but the row's own words and, once carried out, what became of it. (People have a way of their own,
refugees/intake: there a decision about who somebody is must be stored.)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from refugees.intake.columns import Vocabulary

Cells = Mapping[str, str]


class Prospect(TextChoices):
    """What will happen with a row."""

    CANNOT = "cannot", _("Cannot be taken in")
    NEW = "new", _("New")
    CHANGED = "changed", _("Changes")
    KNOWN = "known", _("Known already")


class RowResult(TextChoices):
    """What became of a row."""

    NONE = "", _("Not carried out")
    MADE = "made", _("Recorded")
    CHANGED = "changed", _("Brought up to date")
    UNCHANGED = "unchanged", _("Nothing new")
    REFUSED = "refused", _("Could not be carried out")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a list tells otherwise than it is recorded."""

    label: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a row would do: what it is about, what is wrong with it in words, what it would change.

    What speaks against it, and does not keep it from being taken in, stands in its doubts.
    """

    prospect: Prospect
    title: str
    sub: str = ""
    problems: Sequence[str] = ()
    changes: Sequence[Change] = ()
    url: str = ""
    doubts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list: what its columns may be called, what a row would do, and the verbs that do it.

    `look` reads any number of rows in a fixed number of queries. `carry_out` does one, in a savepoint of its own, and
    raises ValidationError with the reason why not.
    """

    key: str
    title: Promise
    lede: Promise
    vocabulary: Vocabulary
    labels: Mapping[str, Promise]
    look: Callable[[Sequence[Cells], User, date], list[Look]]
    carry_out: Callable[[Cells, User, date], RowResult]
    sample: Path
    no_headings: Promise
    # The view to go back to, and what the link says.
    back: str
    back_label: Promise
    notes: Sequence[Promise] = field(default=())
    # What its rows ask for: whoever may not do that by hand may not by a list.
    needs: Permission = Permission.IMPORT_LIST


_kinds: dict[str, ListKind] = {}


def register(kind: ListKind) -> None:
    """Let lists of this kind be uploaded."""
    _kinds[kind.key] = kind


def kinds_for(user: User) -> list[str]:
    """The kinds of lists that this person takes in."""
    return [kind.key for kind in _kinds.values() if user.can(kind.needs)]


def kind_of(key: str) -> ListKind | None:
    """The kind of that name."""
    return _kinds.get(key)
