"""Installing from lock files: what is locked, and what a failed installation says."""

import json
import re
from pathlib import Path

import pytest

from bin.setup import install

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-node.txt")


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_python_package_has_a_version_and_hashes_and_no_address(name):
    text = (ROOT / name).read_text()
    entries = re.split(r"\n(?=[a-z])", text)[1:]

    assert len(entries) >= 2
    for entry in entries:
        assert re.match(r"[\w.\-\[\],]+==\S+ ", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


def test_what_the_product_needs_has_the_same_versions_in_both_locks():
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([\w.\-\[\],]+==\S+)", (ROOT / name).read_text(), re.MULTILINE))

    assert pins("requirements.txt") < pins("requirements-dev.txt")


def test_every_locked_npm_package_has_a_hash_and_no_address():
    text = (ROOT / "package-lock.json").read_text()
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}

    assert {"node_modules/dkfds", "node_modules/htmx.org"} <= set(packages)
    assert [
        name for name, package in packages.items() if not package["integrity"].startswith("sha512-")
    ] == []
    assert "resolved" not in text
    assert "://" not in text


def test_every_dependency_says_what_it_is_for():
    text = (ROOT / "pyproject.toml").read_text()
    lists = text[text.index("\ndependencies = [") : text.index("\n[tool.")]
    entries = re.findall(r'^    ".*$', lists, re.MULTILINE)

    assert len(entries) > 30
    assert [entry for entry in entries if not re.search(r'",\s+# \w', entry)] == []


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (
            "ERROR: Failed to establish a new connection: [Errno 111] Connection refused",
            "could not be reached",
        ),
        ("npm error code ENOTFOUND", "could not be reached"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "not the one that was locked",
        ),
        ("npm error code EINTEGRITY", "not the one that was locked"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("The virtual environment was not created because ensurepip is not available", "python3-venv"),
        ("something else", "the installer says why"),
    ],
)
def test_the_cause_is_told_in_words(output, words):
    assert words in install.reason(f"$ pip install\n{output}\n")


def test_only_the_last_run_in_the_log_counts():
    log = "$ pip install\nConnection refused\n$ pip install\nNo space left on device\n"

    assert install.reason(log) == "the disk is full"


def test_the_stamp_changes_with_the_lock_file(tmp_path):
    lock = tmp_path / "requirements.txt"
    lock.write_text("a==1\n")
    before = install.fingerprint(lock)

    lock.write_text("a==2\n")

    assert install.fingerprint(lock) != before


@pytest.mark.parametrize(
    ("answer", "works"), [("echo 11.4.2", True), ("echo 6.14.0", False), ("exit 1", False)]
)
def test_an_npm_that_is_too_old_or_broken_is_not_used(tmp_path, answer, works):
    npm = tmp_path / "npm"
    npm.write_text(f"#!/bin/sh\n{answer}\n")
    npm.chmod(0o755)

    assert install.npm_works(str(npm), "/usr/bin:/bin") is works
