"""The measurements in words and tables, with what was aimed at."""

from collections.abc import Sequence
from datetime import date

from bench.goals import NEWLY_DUE, SINGLE_CASES, Results

HEAD = """\
# Benchmarks

Made by `{command}` on {machine}, on {day}; PostgreSQL with the settings that `bin/demo` gives it. Each time stands
beside its floor: the same result by SQL written by hand for this one city, in the same run (`bench/floors.py`). The
city is invented and written by COPY (`bench/city.py`); its clocks are the product's own work, and where a floor derives
clocks too, both are compared: not one may differ.
"""
MEANT = """
Processor time is that of our process and of the database's process that works for it. It says much the same whether the
machine is busy with other things or not; the times on the clock mean something where the load average is near nought.
"""
LINES = {
    "derivation": "Full derivation and comparison",
    "one case": f"Refresh of one case, all its goals (median of {SINGLE_CASES})",
    "flagging": f"Flagging of {NEWLY_DUE:,} newly due",
    "my work": "My work, 50 cases: request to page (floor: its list alone)",
    "scoreboard": "Scoreboard over all units, everybody, as of now",
    "summary": "The same as known yesterday, from its summary (floor: counted from what was believed)",
}
NOTES = """
The floor of the derivation knows only the promises that run from takeover and the first stretch of each, and no plans;
so it answers less than the product, which derives every clock there is.
"""


def markdown(found: Sequence[Results], *, machine: str, command: str) -> str:
    """The whole page."""
    parts = [HEAD.format(command=command, machine=machine, day=date.today())]  # noqa: DTZ011 - on the wall
    parts += [city(results) for results in found]
    parts.append(MEANT)
    if len(found) > 1:
        parts.append(_growth(found))
    return "\n".join([*parts, NOTES])


def city(results: Results) -> str:
    """One city."""
    breaches = results.numbers["open breaches"]
    rows = [
        f"\n## {results.cases:,} cases, {results.clocks:,} clocks, {breaches:,} open breaches\n",
        f"Load average of the machine meanwhile: {results.numbers['lowest load']:.1f} to"
        f" {results.numbers['highest load']:.1f}.\n",
        "| what | product | floor | ratio |",
        "| --- | ---: | ---: | ---: |",
    ]
    for key, words in LINES.items():
        product, floor = results.times[key].median, results.times[f"{key} floor"].median
        rows.append(f"| {words} | {_seconds(product)} | {_seconds(floor)} | {product / floor:.1f} |")
    derivation, one_case, idle, writing = (
        results.times[key] for key in ("derivation", "one case", "idle sweep", "first writing")
    )
    per_second = results.clocks / derivation.median
    compared = results.numbers["compared with the floor"]
    rows += [
        "",
        f"* derivation and comparison: **{per_second:,.0f} clocks/s** on one core (aim: 40,000), "
        f"{results.clocks / derivation.cpu:,.0f} for each second of processor time used; "
        f"peak memory of the process {results.numbers['peak memory']:,} MB (aim: 500); "
        f"{compared:,} clocks compared with the floor, none differs",
        f"* first writing of all clocks with their beliefs, by a process for each core: "
        f"{_seconds(writing.median)}; processor time used: {_seconds(writing.cpu)}",
        f"* refresh of one case, p95: **{_seconds(one_case.p95)}** (aim: 20 ms); processor time used, on "
        f"average: {_seconds(one_case.cpu / len(one_case.runs))}",
        f"* a sweep that finds nothing, with these breaches open: "
        f"**{_seconds(idle.median)}** (aim: 20 ms), the whole job with its heartbeat, "
        f"{_seconds(idle.cpu / len(idle.runs))} of processor time; its one "
        f"statement, just after 2,000 were flagged: {_seconds(results.times['idle statement'].median)}",
        f"* summing up the figures of a day, at night: {_seconds(results.times['summing up'].median)}",
    ]
    return "\n".join(rows)


def _growth(found: Sequence[Results]) -> str:
    first, last = found[0], found[-1]
    rows = [
        f"\n## Growth from {first.cases:,} to {last.cases:,} cases\n",
        "| what | times slower | aim |",
        "| --- | ---: | --- |",
    ]
    factor = last.cases / first.cases
    aims = {
        "derivation": f"linear: ≤ {factor * 1.1:,.0f}",
        "one case": "",
        "flagging": "≤ 1.5",
        "my work": "≤ 1.5",
        "scoreboard": "≤ 300 ms at 50,000 cases",
        "summary": "",
    }
    for key, words in LINES.items():
        rows.append(f"| {words} | {last.times[key].median / first.times[key].median:.1f} | {aims[key]} |")
    return "\n".join(rows)


def _seconds(seconds: float) -> str:
    return f"{seconds:,.1f} s" if seconds >= 10 else f"{seconds * 1000:,.1f} ms"
