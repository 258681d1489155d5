"""The goal engine on cities of growing size: derivation, one case, the sweep, My work, the scoreboard."""

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from django.db import connection, connections
from django.test import Client

from accounts.day import ONE_DAY, today
from accounts.models import User
from accounts.permissions import Role
from accounts.scope import system_scope, user_scope
from bench import floors
from bench.city import CASES_A_CASEWORKER, City
from bench.timing import Time, peak_memory, taken_back, timed
from bench.workers import write_clocks
from goals import figures, jobs
from goals.models import Breach, Clock
from goals.models.breach import SWEEP_CHUNK
from goals.models.recalculation import CHUNK_CASES
from goals.refresh import refresh
from refugees.events import KeyEvent
from refugees.models import KeyDate

NEWLY_DUE = 2_000
SINGLE_CASES = 200
LARGE = 100_000
_as_system = partial(system_scope, "bench")
# The promises that the floors know: those that run from takeover.
FROM_TAKEOVER = ["internship-offered", "internship-started", "contract-signed", "categorised"]


@dataclass(slots=True)
class Results:
    """What was measured on one city."""

    cases: int
    clocks: int = 0
    times: dict[str, Time] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)


def measure(size: int, say: Callable[[str], None]) -> Results:
    """Build a city of that size in the database at hand, and take the times."""
    say(f"{size:,} cases")
    city = City(size, today())
    results = Results(size)
    city.build(say)
    say("clocks, derived and written by the product")
    elapsed, used = write_clocks(
        size, city.today, chunk=CHUNK_CASES, database=connection.settings_dict["NAME"]
    )
    results.times["first writing"] = Time((elapsed,), used)
    say("the sweep of all that is over")
    results.times["first sweep"] = timed(jobs.sweep)
    _vacuum()
    results.clocks = _scalar("SELECT count(*) FROM goals_clock")
    results.numbers["open breaches"] = _scalar("SELECT count(*) FROM goals_breach WHERE ended_at IS NULL")
    loads = [os.getloadavg()[0]]
    for name, part in PARTS.items():
        say(name)
        part(city, results)
        loads.append(os.getloadavg()[0])
    results.numbers["peak memory"] = peak_memory()
    results.numbers["lowest load"], results.numbers["highest load"] = min(loads), max(loads)
    return results


def _derivation(city: City, results: Results) -> None:
    """Everything derived again and compared, nothing written; and the same by one statement."""
    drift: list[int] = []
    results.times["derivation"] = timed(
        lambda: _for_all_cases(city.size, lambda ids: drift.extend(jobs.drifted(ids)))
    )
    _insist(not drift, f"The stored clocks of {len(drift)} cases are not what follows from their facts.")
    answer: list[tuple] = []
    floor = floors.COMPARED.format(cases="")
    with _as_system():
        results.times["derivation floor"] = timed(lambda: answer.append(_row(floor, goals=FROM_TAKEOVER)))
    compared, different = answer[0]
    results.numbers["compared with the floor"] = compared
    _insist(not different, f"{different} of {compared} clocks are not what the floor says.")


def _one_case(city: City, results: Results) -> None:
    """The takeover date of one case moves by a day: all its goals follow."""
    # The same cases in every run: chance that can be repeated, and guards nothing.
    numbers = random.Random(city.size)  # noqa: S311
    statement = floors.REFRESHED.format(cases="AND c.id = %(case)s")
    product, floor = [], []
    for _ in range(SINGLE_CASES):
        case = numbers.randint(1, city.size)
        product.append(_after_a_move(case, partial(refresh, [case], city.today)))
        floor.append(_after_a_move(case, partial(_run, statement, case=case, goals=FROM_TAKEOVER)))
    results.times["one case"], results.times["one case floor"] = _together(product), _together(floor)


def _flagging(city: City, results: Results) -> None:
    """Two thousand clocks went over since the last sweep; then a sweep that finds nothing."""
    product, floor, idle = [], [], []
    for _ in range(5):
        with _as_system(), taken_back():
            _put_over(city.today)
            product += timed(lambda: _sweep(city.today)).runs
            idle += timed(lambda: Breach.objects.flag(city.today)).runs
        with _as_system(), taken_back():
            _put_over(city.today)
            floor += timed(lambda: _run(floors.FLAGGED, day=city.today)).runs
    results.times["flagging"], results.times["flagging floor"] = Time(tuple(product)), Time(tuple(floor))
    results.times["idle statement"] = Time(tuple(idle))
    # The whole job as it runs every quarter of an hour, with its rows of heartbeat and its commits.
    results.times["idle sweep"] = timed(jobs.sweep, times=20)


def _my_work(city: City, results: Results) -> None:
    """The landing page of one caseworker with fifty cases, from request to answer; and its list alone by hand."""
    caseworker = city.caseworker_of(min(5 * CASES_A_CASEWORKER, city.size))
    with _as_system():
        user = User.objects.get(pk=caseworker)
    client = Client()
    client.force_login(user)
    _insist(client.get("/my-work/").status_code == 200, "My work does not answer.")
    results.times["my work"] = timed(lambda: client.get("/my-work/"), times=20)
    with user_scope(user):
        results.times["my work floor"] = timed(
            lambda: _run(floors.MY_WORK, user=user.pk, day=city.today), times=20
        )


def _scoreboard(city: City, results: Results) -> None:
    """Every promise for all the units there are."""
    with _as_system():
        manager = User.objects.get(role=Role.MANAGER)
        manager.managed_units.set(range(1, city.units + 1))
    units = list(range(1, city.units + 1))
    with user_scope(manager):
        results.times["scoreboard"] = timed(
            lambda: figures.scoreboard(manager, figures.Population(), city.today), times=5
        )
        results.times["scoreboard floor"] = timed(
            lambda: _run(floors.SCOREBOARD, units=units, day=city.today), times=5
        )
    _summary(city, results, manager)


def _summary(city: City, results: Results, manager: User) -> None:
    """The same of yesterday, as known at its end: counted from the beliefs, then from the summary of the night."""
    day = city.today - ONE_DAY
    boards: list[list[figures.Figure]] = []

    def board() -> None:
        boards.append(figures.scoreboard(manager, figures.Population(), day, known=day))

    with user_scope(manager):
        # Of a million cases it takes a minute each time.
        results.times["summary floor"] = timed(board, times=3 if city.size <= LARGE else 1)
    results.times["summing up"] = timed(jobs.sum_up_yesterday)
    with user_scope(manager):
        results.times["summary"] = timed(board, times=5)
    _insist(all(one == boards[0] for one in boards), "The summary says other numbers than the lists.")
    _insist(any(figure.decided for figure in boards[0]), "The summary is of nobody.")


PARTS = {
    "full derivation and comparison": _derivation,
    "one case": _one_case,
    "flagging": _flagging,
    "My work": _my_work,
    "scoreboard": _scoreboard,
}


def _for_all_cases(size: int, work: Callable[[list[int]], object]) -> None:
    for first in range(1, size + 1, CHUNK_CASES):
        with _as_system():
            work(list(range(first, min(first + CHUNK_CASES, size + 1))))


def _sweep(day: date) -> None:
    while Breach.objects.flag(day) >= SWEEP_CHUNK:
        pass


def _together(times: Sequence[Time]) -> Time:
    return Time(tuple(run for each in times for run in each.runs), sum(each.cpu for each in times))


def _after_a_move(case: int, work: Callable[[], object]) -> Time:
    """How long it takes once the takeover date of the case has moved by a day; nothing of it stays."""
    with _as_system(), taken_back():
        _move_takeover(case)
        return timed(work)


def _move_takeover(case: int) -> None:
    takeover = KeyDate.objects.filter(case=case, event=KeyEvent.TAKEOVER)
    takeover.update(on=takeover.get().on + timedelta(days=1))


def _put_over(day: date) -> None:
    """So many clocks that were kept are not, and went over yesterday."""
    kept = Clock.objects.filter(met_on__isnull=False, void_on=None, flagged_on=None, starts_on__lt=day)
    ids = list(kept.order_by("pk").values_list("pk", flat=True)[:NEWLY_DUE])
    _insist(len(ids) == NEWLY_DUE, f"Only {len(ids)} clocks can be put over their deadline.")
    Clock.objects.filter(pk__in=ids).update(met_on=None, due_on=day - timedelta(days=1))


def _insist(holds: bool, otherwise: str) -> None:
    """A time of something that went wrong is no measurement."""
    if not holds:
        raise SystemExit(otherwise)


def _run(statement: str, **parameters: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


def _row(statement: str, **parameters: object) -> tuple:
    return _run(statement, **parameters)[0]


def _scalar(statement: str) -> int:
    with _as_system():
        return _row(statement)[0]


def _vacuum() -> None:
    """As the server does by itself after a while: else the first measurement pays for the writing."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
