"""Dates that a pillar asks for on a form of its own, because they are said of more people than one case.

The form of dates leads there: recorded or withdrawn by it, such a date would be true of one of a household alone.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

from refugees.events import KeyEvent


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The views that say the date and take it back, by the address of a case; `why` tells whoever is led there."""

    say: str
    take_back: str
    why: Promise


_forms: dict[str, Elsewhere] = {}


def register(event: KeyEvent, forms: Elsewhere) -> None:
    """Let a pillar ask for this date."""
    _forms[event.value] = forms


def elsewhere(event: str) -> Elsewhere | None:
    """Where this date is said; None for one that is the case's own."""
    return _forms.get(event)
