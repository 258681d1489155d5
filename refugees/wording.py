"""How words of a closed list stand in a sentence."""

from collections.abc import Iterable


def in_one_line(labels: Iterable[object]) -> str:
    """Labels, each written to stand by itself, as one line: "Lift, no steps inside the home"."""
    first, *others = [str(label) for label in labels] or [""]
    return ", ".join([first, *(other[:1].lower() + other[1:] for other in others)])
