"""A marker in every text of health, every choice taken: no other role finds either, wherever they look."""

from html import escape

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLog, CalendarAddress
from accounts.permissions import Role
from accounts.scope import user_scope
from goals import jobs
from goals.models import Mail
from health.models import Assessment, HealthOffer, OnwardReferral
from refugees.models import Message
from tests import scene
from tests.factories import UserFactory
from tests.goals import conftest as of_the_goals
from tests.goals.digests import FRIDAY, write_and_send
from tests.health.scene import MARKER, everything_of
from tests.permission_matrix import MATRIX

pytestmark = pytest.mark.django_db

# What the permission matrix needs behind its addresses, and the addresses of mails, are made there.
built, cast, cases = scene.built, scene.cast, scene.cases
addresses = of_the_goals.addresses

# Said of health alone: a choice that stands on a page came out of the compartment.
CHOICES = [
    "Indvandrermedicinsk",
    "Whoever has custody",
    "Temporary custody holder",
    "The person did not come",
    "On the waiting list",
    "In treatment",
    "Treatment ended",
    "The person does not want it",
    "Refused by the place of treatment",
    "under-way",
    "Fetch health papers",
    "Send what is known to the clinic",
    "The clinic sends its result",
    "Pass the result on",
    "from-centre",
    "to-treatment",
    "Interpreter, in person",
    "No interpreter needed",
]
KEYS = ("no-show", "from-centre", "to-treatment", "temporary-custody")
# What leaves the house, or stays as it was.
TAKEN_HOME = {
    "screening:cv",
    "screening:print_contract",
    "screening:print_expectations",
    "goals:report",
    "companies:company",
}
OTHERS = [role for role in Role if role != Role.HEALTH_TEAM]


@pytest.fixture(autouse=True)
def _on_a_demo(settings, tmp_path):
    settings.DEMO = True
    settings.DEMO_WORKER_SWITCH = str(tmp_path / "worker.off")


def found_in(text: str) -> list[str]:
    """What of the compartment stands in a text."""
    return [word for word in (MARKER, *CHOICES) if word in text or escape(word) in text]


def open_to_others() -> list[str]:
    """Every address that somebody outside the health team may read."""
    return [
        name
        for name, row in MATRIX.items()
        if "get" in row.methods and (row.roles - row.untold) & set(OTHERS)
    ]


def text_of(response) -> str:
    """All that an answer says, its headers included."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.headers}{body.decode('utf-8', 'replace')}"


def every_page(client: Client, case, **headers):
    """Every address that can be read, as this browser gets it."""
    for name, row in MATRIX.items():
        if "get" in row.methods:
            yield name, client.get(reverse(name, kwargs=row.arguments(case)), **headers)


@pytest.mark.slow
def test_no_page_list_export_history_log_or_search_of_another_role_says_a_word(
    cast,
    cases,
    signed_in,
    caplog,
):
    case = cases["own"]
    told, opened, let_through = [], set(), set()
    with caplog.at_level("DEBUG"):
        for role in OTHERS:
            client = signed_in(cast[role])
            seen = 0
            for name, response in every_page(client, case):
                seen += response.status_code == 200
                opened |= {name} if response.status_code == 200 else set()
                let_through |= {name} if response.status_code < 400 else set()
                told += [(role, name, word) for word in found_in(text_of(response))]
            assert seen >= 4, role
            for words in (case.person.name, case.number):
                response = client.post(reverse("refugees:search"), {"q": words}, follow=True)
                told += [(role, "search", word) for word in found_in(text_of(response))]
            assert case.person.name not in text_of(client.post(reverse("refugees:search"), {"q": MARKER}))

    assert told == []
    assert found_in(caplog.text) == []
    # A page that nobody gets to see proves nothing.
    assert opened >= TAKEN_HOME
    assert sorted(set(open_to_others()) - let_through) == []


def test_no_calendar_says_a_word(cast, cases):
    for role, user in cast.items():
        secret = CalendarAddress.objects.make(by=user)
        response = Client().get(reverse("refugees:calendar", args=[secret]))

        assert (response.status_code, found_in(text_of(response))) == (200, []), role


def test_the_parts_that_open_in_a_page_say_no_word_either(cast, cases, signed_in):
    client = signed_in(cast[Role.TEAM_LEAD])
    parts = every_page(client, cases["own"], headers={"hx-request": "true"})

    assert [(name, word) for name, response in parts for word in found_in(text_of(response))] == []


def test_the_health_team_reads_it_where_nobody_else_does(cast, cases, signed_in):
    """The crawl is no proof unless the same eyes find the marker where it belongs."""
    client = signed_in(cast[Role.HEALTH_TEAM])

    text = text_of(client.get(reverse("health:person", args=[cases["own"].public_id])))

    assert {MARKER, "In treatment", "The person did not come"} <= set(found_in(text))


def test_the_health_team_of_another_unit_finds_nothing(cases, signed_in):
    client = signed_in(UserFactory(role=Role.HEALTH_TEAM, unit=cases["foreign"].unit))

    told = [name for name, response in every_page(client, cases["own"]) if found_in(text_of(response))]

    # Their own list of clinics is the same; what was written there names nobody.
    assert told == []


def stored_in(tables) -> str:
    """Every row of these tables, as this transaction sees it, as text."""
    text = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ' '), '') FROM \"{table}\" t")  # noqa: S608
            text.append(cursor.fetchone()[0])
    return "".join(text)


def tables_but(*names: str) -> list[str]:
    return [table for table in connection.introspection.table_names() if table not in names]


def test_no_table_and_no_history_holds_the_words_even_for_the_system(cases):
    stored = stored_in(tables_but("health_clinic"))

    assert MARKER not in stored
    assert "refugees_caseline" in tables_but("health_clinic")


def test_no_row_that_another_role_may_read_holds_a_choice_of_the_compartment(cast, cases):
    for role in OTHERS:
        with user_scope(cast[role]):
            stored = stored_in(tables_but("health_clinic", "goals_goalversion"))

        assert [word for word in KEYS if word in stored] == [], role


@pytest.mark.day(scene.OVER_SINCE)
def test_no_mail_and_no_message_says_a_word(case, caseworker, team_lead, manager, addresses):
    everything_of(case)
    jobs.sweep(as_of=scene.OVER_SINCE)
    jobs.deliver_notices()
    mails = write_and_send(FRIDAY)

    assert mails
    words = [f"{mail.subject}{mail.body}{mail.alternatives}" for mail in mails]
    words += [f"{row}" for row in Mail.objects.values_list()] + [
        f"{row}" for row in Message.objects.values_list()
    ]
    assert [word for text in words for word in found_in(text)] == []


def test_an_error_says_no_word_to_anybody(case, nurse, signed_in, caplog, monkeypatch):
    """A form of the health team fails in the middle: neither the page nor the log tells what was in it."""
    everything_of(case, by=nurse)
    row = Assessment.objects.get(case=case)
    client = signed_in(nurse)
    client.raise_request_exception = False

    def fail(self, **options):
        raise DatabaseError("the connection was lost")

    monkeypatch.setattr(Assessment, "save", fail)
    address = reverse("health:correct_assessment", args=[case.public_id, row.public_id])
    page = client.get(address)
    version = page.content.decode().split('name="version" value="')[1][:16]
    with caplog.at_level("DEBUG"):
        response = client.post(
            address, {"done_on_when": "today", "findings": f"{MARKER} again", "version": version}
        )

    assert response.status_code == 500
    assert found_in(text_of(response)) == []
    assert "the connection was lost" in caplog.text
    assert MARKER not in caplog.text


def test_what_the_database_says_of_a_refused_row_holds_no_word(case, nurse):
    everything_of(case, by=nurse)
    row = OnwardReferral.objects.filter(case=case).first()

    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        OnwardReferral.objects.filter(pk=row.pk).update(to_whom=MARKER, status="lost")

    assert "onward_status_is_known" in str(refused.value)
    assert MARKER not in str(refused.value)


def test_the_access_log_says_that_they_were_there_and_not_which_form_it_was(case, nurse, signed_in):
    everything_of(case, by=nurse)
    client = signed_in(nurse)
    ours = {name: row for name, row in MATRIX.items() if name.startswith("health:") and row.hangs_on_a_case}
    for name, row in ours.items():
        assert client.get(reverse(name, kwargs=row.arguments(case))).status_code == 200, name

    assert len(ours) > 10
    logged = set(AccessLog.objects.filter(case_id=case.pk).values_list("page", flat=True))

    assert logged == {"health:person"}


def test_the_log_of_statements_holds_no_word(case, nurse, caplog):
    connection.force_debug_cursor = True
    try:
        with caplog.at_level("DEBUG", logger="django.db.backends"):
            offer = HealthOffer.objects.get(case=case)
            offer.take_back(reason=MARKER, by=nurse)
    finally:
        connection.force_debug_cursor = False

    assert "health_healthoffer" in caplog.text
    assert MARKER not in caplog.text
    assert offer.taken_back_reason == MARKER
