"""The image and its composition, as far as they can be held to account where no engine runs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import yaml

from bin.setup.servers import Postgres
from tests.setup.test_servers import started

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAMS = Path(sys.executable).parent
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("web", "worker", "beat", "migrate")


def run(*command: str | Path, **options) -> subprocess.CompletedProcess[str]:
    """Run a checker to its end."""
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def test_hadolint_has_nothing_to_say_about_the_dockerfile():
    result = run(PROGRAMS / "hadolint", "--no-color", ROOT / "Dockerfile")

    assert (result.returncode, result.stdout) == (0, "")


def test_hadolint_would_say_so(tmp_path):
    (tmp_path / "Dockerfile").write_text("FROM python\nRUN cd /x && pip install django\n")

    result = run(PROGRAMS / "hadolint", "--no-color", tmp_path / "Dockerfile")

    assert result.returncode == 1
    assert {"DL3006", "DL3013"} <= set(re.findall(r"DL\d+", result.stdout))


def check_schema(file: Path) -> subprocess.CompletedProcess[str]:
    return run(PROGRAMS / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", file)


def test_the_composition_fits_the_schema_of_compose():
    assert check_schema(ROOT / "docker-compose.yml").returncode == 0


def test_the_schema_would_say_so(tmp_path):
    (tmp_path / "compose.yml").write_text("services: {web: {image: x, helthcheck: {test: [CMD]}}}\n")

    result = check_schema(tmp_path / "compose.yml")

    assert result.returncode == 1
    assert "helthcheck" in result.stdout


def test_every_service_that_stays_up_has_a_health_check():
    assert set(SERVICES) == {*OURS, "postgres", "valkey"}
    for name, service in SERVICES.items():
        check = service["healthcheck"]
        if name == "migrate":  # a job, whose end the others wait for
            assert (check, service["restart"]) == ({"disable": True}, "no")
        else:
            assert check["test"][0] in {"CMD", "CMD-SHELL"}
            assert len(check["test"]) > 1


def test_nothing_of_ours_starts_before_its_tables_are_there():
    for name in ("web", "worker", "beat"):
        assert SERVICES[name]["depends_on"] == {
            "migrate": {"condition": "service_completed_successfully"},
            "valkey": {"condition": "service_healthy"},
        }
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}


def test_only_the_migration_knows_the_owner_of_the_tables():
    assert [name for name in OURS if "DATABASE_OWNER_URL" in SERVICES[name]["environment"]] == ["migrate"]
    assert [name for name in OURS if "POSTGRES_PASSWORD" in str(SERVICES[name])] == []


def test_each_service_is_given_what_the_settings_require():
    settings = (ROOT / "copenhagen_model/settings.py").read_text()
    required = set(re.findall(r'"([A-Z_]+)"', settings.split("REQUIRED = (")[1].split("\n)")[0]))

    for name in OURS:
        assert required <= set(SERVICES[name]["environment"])


def test_every_secret_comes_from_the_env_file_and_is_listed_in_its_example():
    text = (ROOT / "docker-compose.yml").read_text()
    listed = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / "docker/.env.example").read_text(), re.MULTILINE))

    assert set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", text)) == listed
    for name in re.findall(r"\$\{(\w*(?:PASSWORD|SECRET|KEY)\w*)", text):
        assert re.search(rf"\$\{{{name}:\?", text), f"{name} has to be set by whoever runs it"


def test_only_the_web_server_is_reachable_and_from_this_machine_alone():
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == {
        "web": ["127.0.0.1:8000:8000"]
    }


def test_our_containers_run_without_privileges():
    assert re.findall(r"^USER (.+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE) == ["10001:10001"]
    for name in OURS:
        assert SERVICES[name]["cap_drop"] == ["ALL"]
        assert SERVICES[name]["security_opt"] == ["no-new-privileges:true"]


def test_database_and_queue_are_of_the_kind_that_demo_and_tests_run_on():
    programs = Postgres(ROOT / ".local/test").programs
    major = re.search(r"\d+", run(programs / "postgres", "--version").stdout).group()

    assert SERVICES["postgres"]["image"] == f"postgres:{major}"
    assert SERVICES["valkey"]["image"] == "valkey/valkey:9"


def image_files(folder: Path) -> None:
    """Copy what .dockerignore lets through, as `COPY . .` does."""
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        source = ROOT / line.removeprefix("!")
        if line.startswith("!") and source.is_dir():
            shutil.copytree(
                source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__", "*.mo")
            )
        elif line.startswith("!") and source.exists():
            shutil.copy(source, folder)


@pytest.mark.slow
def test_the_files_that_go_into_the_image_are_enough_to_build_and_start_it(tmp_path):
    image_files(tmp_path)
    (tmp_path / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    dockerfile = (ROOT / "Dockerfile").read_text()
    settings = dockerfile.partition("RUN export ")[2].partition("&&")[0]
    words = dict(re.findall(r"(\w+)=(\S+)", settings))
    env = {"PATH": os.environ["PATH"]} | words
    commands = re.findall(r"/venv/bin/python (manage\.py .+?) *\\?\n", dockerfile)

    assert len(commands) == 2
    for command in commands:
        result = run(sys.executable, *command.split(), cwd=tmp_path, env=env)
        assert (result.returncode, result.stderr) == (0, ""), command
    (tmp_path / "node_modules").unlink()
    started = run(PROGRAMS / "gunicorn", "--check-config", "copenhagen_model.wsgi", cwd=tmp_path, env=env)

    assert (tmp_path / "staticfiles/staticfiles.json").exists()
    assert (started.returncode, started.stderr) == (0, "")


def test_the_image_holds_no_tests_no_history_and_no_secrets(tmp_path):
    image_files(tmp_path)

    names = {path.name for path in tmp_path.iterdir()}
    assert names & {".git", ".env", ".local", "bin", "docker", "docs", "tests"} == set()
    assert (ROOT / ".dockerignore").read_text().splitlines()[1] == "*"


def test_the_script_makes_the_two_roles_with_their_passwords(installed):
    with started(installed) as (_, addresses):
        host = addresses["DATABASE_URL"].partition("@/")[2].rpartition("/")[0]
        with psycopg.connect(host=host, user="postgres", dbname="postgres", autocommit=True) as superuser:
            for thing in ("DATABASE copenhagen", "ROLE copenhagen_owner", "ROLE copenhagen_app"):
                superuser.execute(f"DROP {thing}")
            programs = Postgres(installed / ".local/trial").programs
            result = run(
                ROOT / "docker/make-roles.sh",
                env={
                    "PATH": f"{programs}:{os.environ['PATH']}",
                    "PGHOST": host,
                    "OWNER_PASSWORD": "it's one",
                    "APP_PASSWORD": "another",
                },
            )
            roles = superuser.execute(
                "SELECT rolname, rolsuper, rolcreatedb, rolpassword LIKE 'SCRAM-SHA-256%' FROM pg_authid"
                " WHERE rolname LIKE 'copenhagen%' ORDER BY 1"
            ).fetchall()
            owner = superuser.execute(
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'copenhagen'"
            ).fetchone()

    assert (result.returncode, result.stderr) == (0, "")
    assert roles == [("copenhagen_app", False, False, True), ("copenhagen_owner", False, False, True)]
    assert owner == ("copenhagen_owner",)
