"""The commands in bin/ when they cannot go on: one sentence, no traceback, an exit code that is not 0."""

import fcntl
import shutil
import socket
from pathlib import Path

import pytest

from tests.setup.conftest import ROOT, Run

COMMANDS = ("demo", "test", "lint", "lock", "manage")


def one_sentence(result) -> str:
    """What the command said: nothing on stdout, one line on stderr besides its progress."""
    assert result.returncode == 1
    assert result.stdout == ""
    said = [line for line in result.stderr.splitlines() if not line.endswith("…")]
    assert len(said) == 1, result.stderr
    return said[0]


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield str(listener.getsockname()[1])


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.mark.parametrize("command", COMMANDS)
def test_without_any_python_it_says_which_one_is_needed(run: Run, command):
    said = one_sentence(run(f"bin/{command}", PATH="/nowhere"))

    assert said.startswith(f"bin/{command}: Python 3.11 or newer is needed")


def test_with_an_old_python_it_says_which_one_is_needed(run: Run, tmp_path: Path):
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1  # what 3.10 answers to the question\n")
    old.chmod(0o755)

    assert "Python 3.11 or newer is needed" in one_sentence(run("bin/demo", PATH=str(tmp_path)))


def test_a_command_explains_itself_before_anything_is_installed(run: Run, checkout: Path):
    result = run("bin/demo", "--help")

    assert result.returncode == 0
    assert "--port" in result.stdout
    assert "--reset" in result.stdout
    assert not (checkout / ".venv").exists()


def test_a_port_in_use_is_named(run: Run, taken_port):
    said = one_sentence(run("bin/demo", "--port", taken_port))

    assert (
        said
        == f"bin/demo: Port {taken_port} cannot be used (address already in use); choose another with --port."
    )


def test_a_second_demo_in_one_checkout_is_refused(run: Run, checkout: Path, free_port):
    (checkout / ".local/demo").mkdir(parents=True)
    with (checkout / ".local/demo/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        said = one_sentence(run("bin/demo", "--port", free_port))

    assert said == "bin/demo: The demo runs from this checkout already; stop it first."


@pytest.mark.slow
def test_without_a_network_it_says_that_packages_cannot_be_fetched(run: Run, free_port):
    nobody_there = f"http://127.0.0.1:{free_port}/"

    result = run(
        "bin/demo",
        "--port",
        free_port,
        PIP_CONFIG_FILE="/dev/null",
        PIP_INDEX_URL=nobody_there,
        PIP_RETRIES="0",
    )

    said = one_sentence(result)
    assert "The Python packages could not be installed" in said
    assert "check the network" in said


def test_a_database_that_cannot_be_reached_is_named(run: Run, installed: Path, free_port):
    address = f"postgres://somebody@127.0.0.1:{free_port}/nothing"

    said = one_sentence(
        run(
            "bin/demo",
            "--port",
            free_port,
            DATABASE_URL=address,
            DATABASE_OWNER_URL=address,
            REDIS_URL="redis://nobody",
        )
    )

    assert said.startswith("bin/demo: manage.py migrate failed: ")
    assert "Connection refused" in said


def test_an_own_database_without_its_owner_is_refused(run: Run, installed: Path, free_port):
    said = one_sentence(
        run("bin/demo", "--port", free_port, DATABASE_URL="postgres://somebody@localhost/something")
    )

    assert said.startswith("bin/demo: DATABASE_URL is set but DATABASE_OWNER_URL is not")


def test_reset_never_empties_a_database_that_is_not_the_demos_own(run: Run, installed: Path, free_port):
    address = "postgres://somebody@localhost/something"

    said = one_sentence(
        run("bin/demo", "--reset", "--port", free_port, DATABASE_URL=address, DATABASE_OWNER_URL=address)
    )

    assert said.startswith("bin/demo: --reset empties the demo's own database only")


def test_ci_runs_lint_and_test_and_nothing_else():
    lines = [
        line for line in (ROOT / ".ci/run").read_text().splitlines() if line and not line.startswith("#")
    ]

    assert lines == [
        'cd -- "${0%/*}/.." || exit 1',
        "status=0",
        "bin/lint || status=$?",
        "bin/test || status=$?",
        "exit $status",
    ]


@pytest.mark.parametrize(("lint", "test", "code"), [(0, 0, 0), (1, 0, 1), (0, 5, 5), (1, 3, 3)])
def test_ci_runs_both_and_fails_if_one_of_them_does(run: Run, checkout: Path, lint, test, code):
    shutil.rmtree(checkout / "bin")
    (checkout / "bin").mkdir()
    for name, answer in (("lint", lint), ("test", test)):
        program = checkout / "bin" / name
        program.write_text(f"#!/bin/sh\necho {name}\nexit {answer}\n")
        program.chmod(0o755)

    result = run("/bin/sh", ".ci/run")

    assert (result.returncode, result.stdout.split()) == (code, ["lint", "test"])
