"""Put the demo city into an empty database."""

import sys
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.day import today
from accounts.models import DemoDay
from copenhagen_model.demo.build import SEED, build, is_built
from copenhagen_model.demo.city import SIZES

BAR = 30


class Command(BaseCommand):
    """Build the invented city, unless it is there. What is there only gets older."""

    help = (
        "Build the demo city: invented people, told from 2016 up to yesterday. Does nothing if it is there."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Another city than the usual one, for tests and for the curious."""
        parser.add_argument("--seed", type=int, default=SEED, help=f"chance begins here ({SEED})")
        parser.add_argument("--size", choices=SIZES, default="full", help="full, or small for tests")

    def handle(self, *, seed: int, size: str, **options: object) -> None:
        """Refuse where real people may be; else build, and show how far it is."""
        if not settings.DEMO:
            raise CommandError("The demo city is for demo systems only: DEMO is off here.")
        if is_built():
            return
        for share in build(today=DemoDay.objects.current() or today(), seed=seed, size=size):
            self._show(share)
        self._end()

    def _show(self, share: float) -> None:
        if sys.stderr.isatty():
            filled = "█" * round(share * BAR)
            self.stderr.write(
                f"\rBuilding the demo city {filled:░<{BAR}} {share:4.0%}", style_func=str, ending=""
            )
            self.stderr.flush()

    def _end(self) -> None:
        self.stderr.write(
            "\n" if sys.stderr.isatty() else "The demo city is built.", style_func=str, ending="\n"
        )
