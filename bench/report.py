"""The measurements in words and tables, with what was aimed at."""

from collections.abc import Sequence

from bench.goals import NEWLY_DUE, SINGLE_CASES, Results

HEAD = """\
# Benchmarks

Made by `{command}` on {machine}; PostgreSQL with the settings that `bin/demo` gives it. Each time stands beside its
floor: the same result by SQL written by hand for this one city, in the same run (`bench/floors.py`). The city is
invented and written by COPY (`bench/city.py`); its clocks are the product's own work, and where a floor derives clocks
too, both are compared: not one may differ.
"""
LINES = {
    "derivation": "Full derivation and comparison",
    "one case": f"Refresh of one case, all its goals (median of {SINGLE_CASES})",
    "flagging": f"Flagging of {NEWLY_DUE:,} newly due",
    "my work": "My work, 50 cases: request to page (floor: its list alone)",
    "scoreboard": "Scoreboard over all units",
}
NOTES = """
The floor of the derivation knows only the promises that run from takeover and the first stretch of each, and neither
what fell away nor plans; so it answers less than the product, which derives every clock there is.
"""


def markdown(found: Sequence[Results], *, machine: str, command: str) -> str:
    """The whole page."""
    parts = [HEAD.format(command=command, machine=machine)]
    parts += [_city(results) for results in found]
    if len(found) > 1:
        parts.append(_growth(found))
    return "\n".join([*parts, NOTES])


def _city(results: Results) -> str:
    breaches = results.numbers["open breaches"]
    rows = [
        f"\n## {results.cases:,} cases, {results.clocks:,} clocks, {breaches:,} open breaches\n",
        "| what | product | floor | ratio |",
        "| --- | ---: | ---: | ---: |",
    ]
    for key, words in LINES.items():
        product, floor = results.times[key].median, results.times[f"{key} floor"].median
        rows.append(f"| {words} | {_seconds(product)} | {_seconds(floor)} | {product / floor:.1f} |")
    per_second = results.clocks / results.times["derivation"].median
    compared = results.numbers["compared with the floor"]
    rows += [
        "",
        f"* derivation and comparison: **{per_second:,.0f} clocks/s** on one core (aim: 40,000), "
        f"peak memory of the process {results.numbers['peak memory']:,} MB (aim: 500); "
        f"{compared:,} clocks compared with the floor, none differs",
        f"* first writing of all clocks with their beliefs: {_seconds(results.times['first writing'].median)}",
        f"* refresh of one case, p95: **{_seconds(results.times['one case'].p95)}** (aim: 20 ms)",
        f"* a sweep that finds nothing, with these breaches open: "
        f"**{_seconds(results.times['idle sweep'].median)}** (aim: 20 ms)",
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
    }
    for key, words in LINES.items():
        rows.append(f"| {words} | {last.times[key].median / first.times[key].median:.1f} | {aims[key]} |")
    return "\n".join(rows)


def _seconds(seconds: float) -> str:
    return f"{seconds:,.1f} s" if seconds >= 10 else f"{seconds * 1000:,.1f} ms"
