"""What an installation must and may set."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bin.setup.environment import parse
from bin.setup.lint import PRODUCTION_LIKE

ROOT = Path(__file__).resolve().parent.parent
REQUIRED = (
    "SECRET_KEY",
    "FIELD_ENCRYPTION_KEYS",
    "SEARCH_HASH_KEY",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "REDIS_URL",
)


def start(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Load the settings as a server does, away from the .env file of whoever runs the tests."""
    shutil.copytree(ROOT / "copenhagen_model", tmp_path / "copenhagen_model")
    command = [sys.executable, "-c", "import copenhagen_model.settings"]
    env = {"PATH": os.environ["PATH"]} | environment
    return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)


def test_production_refuses_to_start_without_its_secrets_and_names_them_all(tmp_path):
    result = start(tmp_path)

    assert result.returncode != 0
    assert f"Set the environment variables {', '.join(REQUIRED)} (see .env.example)." in result.stderr


@pytest.mark.parametrize("name", REQUIRED)
def test_an_empty_value_is_as_good_as_none(tmp_path, name):
    result = start(tmp_path, **PRODUCTION_LIKE | {name: ""})

    assert result.returncode != 0
    assert f"Set the environment variables {name} (see .env.example)." in result.stderr


def test_with_all_of_them_it_starts_without_knowing_the_owner_of_the_tables(tmp_path):
    assert "DATABASE_OWNER_URL" not in PRODUCTION_LIKE

    result = start(tmp_path, **PRODUCTION_LIKE)

    assert (result.returncode, result.stderr) == (0, "")


def test_the_demo_is_refused_where_https_is_on(tmp_path):
    result = start(tmp_path, **PRODUCTION_LIKE | {"DEMO": "1"})

    assert result.returncode != 0
    assert "DEMO lets people move the day" in result.stderr


@pytest.mark.parametrize("hosts", ["*", ".example.dk,sager.example.dk"])
def test_a_pattern_of_hosts_is_no_address_for_mails(tmp_path, hosts):
    refused = start(tmp_path / "refused", **PRODUCTION_LIKE | {"ALLOWED_HOSTS": hosts, "SITE_URL": ""})
    named = PRODUCTION_LIKE | {"ALLOWED_HOSTS": hosts, "SITE_URL": "https://sager.example.dk"}

    assert refused.returncode != 0
    assert "Set SITE_URL, the address that mails link to" in refused.stderr
    assert start(tmp_path / "named", **named).returncode == 0


def test_env_example_lists_what_settings_read_and_nothing_else():
    settings = (ROOT / "copenhagen_model/settings.py").read_text()
    read = set(re.findall(r'\benv(?:\.\w+)?\(\s*"(\w+)"', settings)) | set(REQUIRED)
    example = (ROOT / ".env.example").read_text()
    listed = set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))

    assert listed == read


def test_env_example_sets_what_is_required_and_leaves_the_rest_as_it_is():
    assert set(parse((ROOT / ".env.example").read_text())) == set(REQUIRED)
