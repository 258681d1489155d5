"""What a load balancer hears."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_a_process_that_reaches_its_database_is_healthy(client):
    answer = client.get("/healthz/")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]


def test_a_process_that_does_not_reach_its_database_says_so(committed_db, client, monkeypatch):
    connection.close()
    with monkeypatch.context() as changed:
        changed.setitem(connection.settings_dict, "HOST", "/nowhere")
        answer = client.get("/healthz/")

    assert (answer.status_code, answer.content) == (503, b"the database does not answer\n")
