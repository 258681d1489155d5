"""What the README promises is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text()


def test_the_two_commands_come_first():
    first_block = README.split("```")[1]

    assert [line.split()[0] for line in first_block.strip().splitlines()] == ["bin/demo", "bin/test"]
    assert README.index("bin/demo") < README.index("bin/test") < README.index("## What it does")


def test_every_link_leads_somewhere():
    links = re.findall(r"\]\(([^)]+)\)", README)

    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_folder_and_command_that_is_named_exists():
    table_entries = re.findall(r"^\| (`.+?`) \|", README, re.MULTILINE)
    names = [name for entry in table_entries for name in re.findall(r"`([\w./]+)`", entry)]

    assert {"accounts/", "bin/lock", ".ci/run"} <= set(names)
    assert [name for name in names if name != "locale/" and not (ROOT / name).exists()] == []


def test_every_command_in_bin_is_explained():
    commands = [
        path.name for path in (ROOT / "bin").iterdir() if path.is_file() and not path.name.startswith("_")
    ]

    assert [name for name in commands if f"`bin/{name}`" not in README] == []
