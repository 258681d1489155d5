"""Print the sign-ins of the demo city."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from copenhagen_model.demo.staff import ACCOUNTS, PASSWORD, UNITS


class Command(BaseCommand):
    """One sign-in for every role, and the other unit's, as a small table."""

    help = "Print one sign-in per role of the demo city."

    def handle(self, **options: object) -> None:
        """Only where everybody is invented."""
        if not settings.DEMO:
            raise CommandError("There are no demo accounts here: DEMO is off.")
        rows = [("Role", "Unit", "User name", "Password")]
        for account in ACCOUNTS:
            unit = "" if account.unit is None else UNITS[account.unit]
            rows.append((account.role.label, unit, account.username, PASSWORD))
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  " + "   ".join(cells).rstrip())
