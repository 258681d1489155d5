"""Periods of which one holds at a time, kept as a plain list: how one begins, is corrected, is taken back."""

from datetime import date

from tests.goals.naive import Period


def may_begin(periods: list[Period], on: date) -> bool:
    """Nothing begins on that day or later, and nothing is known to end after it."""
    return all(each.first < on and (each.after is None or each.after <= on) for each in periods)


def begin(periods: list[Period], new: Period) -> None:
    """What goes on ends where something else begins."""
    for each in periods:
        each.after = each.after or new.first
    periods.append(new)


def corrected(periods: list[Period], key: int, new: Period) -> list[Period] | None:
    """With one of them put right: the one before it ends where it begins now. None if two would hold on one day."""
    [old] = [each for each in periods if each.key == key]
    found = [new]
    for each in periods:
        if each.after == old.first and each.first < new.first:
            found.append(Period(each.first, new.first, each.what, each.key))
        elif each is not old:
            found.append(each)
    found.sort(key=lambda each: each.first)
    is_apart = all(one.after and one.after <= two.first for one, two in zip(found, found[1:], strict=False))
    return found if is_apart else None


def without(periods: list[Period], key: int) -> list[Period]:
    """With one of them struck out: the one that ended when it began goes on."""
    [struck] = [each for each in periods if each.key == key]
    for each in periods:
        if each.after == struck.first:
            each.after = struck.after
    return [each for each in periods if each is not struck]
