"""bin/lint: every check that needs no database. All run; the exit code is 1 if one of them failed."""

import argparse
import subprocess

from bin.setup import environment, install
from bin.setup.words import say

# What production sets, with made-up values: the deployment check looks at the same settings.
PRODUCTION_LIKE = environment.TEST_SECRETS | {
    "ALLOWED_HOSTS": "sager.example.dk",
    "BEHIND_PROXY": "1",
    "DATABASE_URL": "postgres://app@127.0.0.1/never-asked",
    "DEBUG": "0",
    "DEMO": "0",
    "HTTPS": "1",
    "REDIS_URL": "redis://127.0.0.1/0",
}


def checks() -> dict[str, list[str]]:
    """Each check under the name by which it reports."""
    manage = [install.VENV_PYTHON, "-W", "error", "manage.py"]
    return {
        "format": [install.program("ruff"), "format", "--check", "--quiet", "--diff"],
        "style": [install.program("ruff"), "check", "--quiet"],
        "types": [install.program("mypy"), "--no-error-summary"],
        "templates": [install.program("djlint"), "templates", "--lint", "--quiet"],
        "migrations": [*manage, "makemigrations", "--check", "--dry-run"],
        "deployment": [*manage, "check", "--deploy", "--fail-level", "WARNING"],
        # A new string needs its Danish to land.
        "translations": [*manage, "messages", "--check"],
    }


def main(arguments: list[str]) -> int:
    """Run all checks, show what each of the failed ones says, and name them at the end."""
    argparse.ArgumentParser(prog="bin/lint", description=__doc__).parse_args(arguments)
    install.everything(with_browser=True)
    env = environment.given() | PRODUCTION_LIKE
    failed = []
    for name, command in checks().items():
        result = subprocess.run(
            command,
            cwd=install.ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if result.returncode:
            failed.append(name)
            print(f"== {name} ==\n{result.stdout}", flush=True)
    say(f"bin/lint: failed: {', '.join(failed)}." if failed else "bin/lint: all checks passed.")
    return 1 if failed else 0
