"""How the commands speak: progress in short lines, a failure in one sentence."""

import sys


class Refusal(Exception):  # noqa: N818 (a refusal is not a fault)
    """Why the command cannot go on, as one sentence for the person at the keyboard."""


def say(text: str) -> None:
    """One line of progress, on stderr so that a command's own output stays clean."""
    print(text, file=sys.stderr, flush=True)
