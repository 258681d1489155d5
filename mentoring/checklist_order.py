"""What waits for what on a checklist, and that it ends: pure, the same rule as the database's."""

from collections.abc import Mapping, Sequence


def circle_in(waits: Mapping[str, Sequence[str]]) -> list[str]:
    """The first circle in what waits for what, its first key again at its end; empty where there is none."""
    seen: set[str] = set()
    for start in waits:
        if circle := _walk(start, waits, [], seen):
            return circle
    return []


def _walk(key: str, waits: Mapping[str, Sequence[str]], path: list[str], seen: set[str]) -> list[str]:
    if key in path:
        return [*path[path.index(key) :], key]
    if key in seen:
        return []
    for before in waits.get(key, ()):
        if circle := _walk(before, waits, [*path, key], seen):
            return circle
    seen.add(key)
    return []
