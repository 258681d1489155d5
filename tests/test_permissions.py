"""Who may do what, on every address: generated from the URL configuration.

An address without a row in tests/permission_matrix.py fails. Each is asked by every role, for a case of the own
unit and for one of another; whoever is refused has changed nothing.
"""

import re
from contextlib import contextmanager
from copy import deepcopy
from html import unescape

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from accounts.models import AccessLog
from accounts.permissions import Role
from refugees.parts import Part
from tests import scene
from tests.addresses import keys_in
from tests.factories import TODAY
from tests.permission_matrix import MATRIX
from tests.permission_rows import Row

pytestmark = pytest.mark.django_db

built, cast, cases = scene.built, scene.cast, scene.cases
REFUSED = {403, 404}
# What may be written although somebody was refused or only read: the session, the log of readings.
NOT_FACTS = ("django_session", "accounts_accesslog", "accounts_submission")


def routes(patterns=None, namespace="") -> dict[str, object]:
    """Every address of ours by its name, with the view behind it."""
    found = {}
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            found[namespace + pattern.name] = pattern.callback
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            found |= routes(pattern.url_patterns, namespace + inner)
    return found


ROUTES = routes()


def test_every_address_has_a_row_and_every_row_an_address():
    assert set(MATRIX) == set(ROUTES)


def facts_written() -> int:
    """Rows inserted, changed or deleted in this transaction, but for sessions and the log of readings."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_xact_user_tables"
            " WHERE relname <> ALL (%s)",
            [list(NOT_FACTS)],
        )
        return cursor.fetchone()[0]


@pytest.fixture(autouse=True)
def _on_a_demo(settings, tmp_path):
    """The demo's own pages exist on a demo only."""
    settings.DEMO = True
    settings.DEMO_WORKER_SWITCH = str(tmp_path / "worker.off")


def ask(client: Client, name: str, row: Row, case, method: str):
    """Send the request; a POST without data, or with what the row says makes it work."""
    address = reverse(name, kwargs=row.arguments(case))
    data = row.data(case) if method == "post" else {}
    return getattr(client, method)(address, data)


@contextmanager
def taken_back():
    """Whatever a request does is undone after it, so that the next one meets the same facts."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_gets_what_the_matrix_says(role, cast, cases, signed_in):
    client = signed_in(cast[role])
    cookies = deepcopy(client.cookies)
    wrong = []
    for name, row in MATRIX.items():
        for whose in ("own", "foreign") if row.hangs_on_a_case else ("own",):
            for method in row.methods:
                client.cookies = deepcopy(cookies)
                with taken_back():
                    before = facts_written()
                    response = ask(client, name, row, cases[whose], method)
                    status, changed = response.status_code, facts_written() - before

                keys = set() if response.streaming else keys_in(response.content.decode())
                wrong += [f"{method} {name}: a key in {address}" for address in keys]
                expected = row.expected(role, whose, method)
                if status not in expected:
                    wrong.append(f"{method} {name} ({whose}): {status}, expected {sorted(expected)}")
                elif status in REFUSED and changed:
                    wrong.append(f"{method} {name} ({whose}): refused, and something changed")

    assert not wrong, "\n".join(wrong)


# Below the address of a case, yet they show nothing of it.
SHOWS_NO_CASE = {"internships:companies": "the companies that match what is typed"}


@pytest.mark.parametrize("header", [{}, {"hx-request": "true"}], ids=["page", "part"])
def test_whatever_shows_a_case_is_in_the_log_of_readings(header, cast, cases, signed_in):
    case = cases["own"]
    client = signed_in(cast[Role.CASEWORKER])
    unlogged, seen = [], 0
    for name, row in MATRIX.items():
        if not row.hangs_on_a_case or name in SHOWS_NO_CASE:
            continue
        address = reverse(name, kwargs=row.arguments(case))
        for method in row.methods:
            with taken_back():
                # What is sent without a word is refused, and the answer shows the page again.
                response = getattr(client, method)(address, headers=header)
                words = response.content.decode() if not response.streaming else ""
                is_logged = AccessLog.objects.filter(case_id=case.pk, user=cast[Role.CASEWORKER]).exists()
            of_a_case = address.startswith(f"/cases/{case.public_id}/")
            is_refused = response.status_code in REFUSED
            shows = (
                case.number in words
                or case.person.name in words
                or (of_a_case and method == "get" and not is_refused)
            )
            seen += shows
            if shows and not is_logged:
                unlogged.append(f"{method} {name}: {response.status_code}")

    assert seen > 40
    assert unlogged == []


def test_a_stranger_is_asked_to_sign_in(cases):
    # One browser that forgets: a new one would load the middleware anew, and that takes longer than its request.
    client, wrong = Client(), []
    for name, row in MATRIX.items():
        for method in row.methods:
            with taken_back():
                before = facts_written()
                client.cookies.clear()
                response = ask(client, name, row, cases["own"], method)
                changed = facts_written() - before
            asked = response.status_code == 302 and response.url.startswith(reverse("accounts:sign_in"))
            if (asked and changed) or (row.is_public and response.status_code in REFUSED):
                wrong.append(f"{method} {name}: {response.status_code}")
            if not row.is_public and not asked:
                wrong.append(f"{method} {name}: {response.status_code}")

    assert not wrong, "\n".join(wrong)


def test_a_method_that_is_not_named_is_not_allowed(cast, cases, signed_in):
    client = signed_in(cast[Role.ADMINISTRATOR])
    wrong = []
    for name, row in MATRIX.items():
        address = reverse(name, kwargs=row.arguments(cases["own"]))
        for method in {"get", "post", "put", "delete"} - set(row.methods):
            with taken_back():
                status = getattr(client, method)(address).status_code
            if status != 405:
                wrong.append(f"{method} {name}: {status}")

    assert not wrong, "\n".join(wrong)


def test_a_mentor_who_left_the_case_has_lost_it_at_once(cast, cases, signed_in):
    client = signed_in(cast[Role.MENTOR])
    address = reverse("case", kwargs={"public_id": cases["own"].public_id})
    assert client.get(address).status_code == 200

    cases["own"].team.on(TODAY).get(part=Part.HOLISTIC_MENTOR).leave(on=TODAY, by=None)

    assert client.get(address).status_code == 404


def test_a_role_that_is_taken_away_bites_on_the_next_request(cast, cases, signed_in):
    user = cast[Role.CASEWORKER]
    client = signed_in(user)
    address = reverse("case", kwargs={"public_id": cases["own"].public_id})
    assert client.get(address).status_code == 200

    type(user).objects.filter(pk=user.pk).update(role=Role.HOUSING_OFFICER)

    assert client.get(address).status_code == 404


LINK = re.compile(r'(?:href|hx-get|hx-post|action)="(/[^"#]*)')


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.TEAM_LEAD, Role.MANAGER, Role.MENTOR])
def test_no_page_of_a_case_shows_a_link_that_its_reader_may_not_follow(role, cast, cases, signed_in):
    client, case = signed_in(cast[role]), cases["own"]
    start = reverse("case", args=[case.public_id])
    followed, broken = set(), []
    waiting = [(start, "")]
    while waiting:
        address, page = waiting.pop()
        with taken_back():
            response = client.get(address)
        # A form that is only sent says so.
        if response.status_code not in {200, 302, 405}:
            broken.append(f"{page} -> {address}: {response.status_code}")
        if response.status_code != 200 or response.streaming:
            continue
        found = {unescape(each) for each in LINK.findall(response.content.decode())}
        found = {each for each in found if each.startswith(start)} - followed
        followed |= found
        waiting += [(each, address) for each in found]

    assert followed
    assert not broken, "\n".join(broken)
    if role == Role.MANAGER:
        assert not [each for each in followed if "record" in each or "correct" in each or "withdraw" in each]
