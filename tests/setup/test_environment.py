"""The environment variables that the commands in bin/ give to the product."""

import stat

import pytest

from bin.setup import environment
from bin.setup.words import Refusal


def test_a_file_like_env_is_read_without_its_comments_and_quotes():
    text = "# words\nNAME = 'value=1'\n\nOTHER=2\n"

    assert environment.parse(text) == {"NAME": "value=1", "OTHER": "2"}


def test_both_servers_are_ours_when_none_is_named():
    assert environment.missing_servers({}) == {"postgres": True, "valkey": True}


def test_a_server_that_is_named_is_not_started():
    named = {
        "DATABASE_URL": "postgres://a/b",
        "DATABASE_OWNER_URL": "postgres://c/b",
        "REDIS_URL": "redis://d",
    }

    assert environment.missing_servers(named) == {"postgres": False, "valkey": False}


def test_an_own_database_needs_the_role_that_makes_its_tables():
    with pytest.raises(Refusal, match="DATABASE_OWNER_URL is not"):
        environment.missing_servers({"DATABASE_URL": "postgres://a/b"})


def test_the_secrets_of_a_demo_are_made_once_and_readable_to_their_owner_alone(tmp_path):
    made = environment.local_secrets(tmp_path / "env")

    assert environment.local_secrets(tmp_path / "env") == made
    assert set(made) == {"SECRET_KEY", "FIELD_ENCRYPTION_KEYS", "SEARCH_HASH_KEY"}
    assert len(set(made.values())) == 3
    assert stat.S_IMODE((tmp_path / "env").stat().st_mode) == 0o600


def test_tests_run_the_same_whatever_the_person_has_set(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "mine")
    monkeypatch.setenv("DEMO", "1")

    env = environment.for_tests(tmp_path, {"REDIS_URL": "redis://ours"})

    assert (env["DEMO"], env["REDIS_URL"]) == ("0", "redis://ours")
    assert env["SECRET_KEY"] == environment.TEST_SECRETS["SECRET_KEY"]
