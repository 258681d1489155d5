"""Gather, check and compile the Danish translations, where GNU gettext is not installed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from copenhagen_model import catalogue


class Command(BaseCommand):
    """`manage.py messages --update`, then write the Danish in locale/, then `--check`."""

    help = "Gather, check and compile the Danish translations (without GNU gettext)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One of three things to do."""
        group = parser.add_mutually_exclusive_group(required=True)
        group.add_argument("--update", action="store_true", help="gather the strings, keep the translations")
        group.add_argument("--check", action="store_true", help="fail if a string or its Danish is missing")
        group.add_argument("--compile", action="store_true", help="write the .mo file that Django reads")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        if options["update"]:
            text = catalogue.as_text(catalogue.updated())
            catalogue.CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
            catalogue.CATALOGUE.write_text(text)
        elif options["compile"]:
            catalogue.compile_catalogue()
        elif faults := catalogue.faults():
            raise CommandError("\n".join([f"{len(faults)} faults in {catalogue.CATALOGUE.name}:", *faults]))
