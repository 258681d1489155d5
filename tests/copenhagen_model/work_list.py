"""The list of My work as a test reads it, and what puts a case where it stands."""

from datetime import date

from refugees.events import KeyEvent, Source
from refugees.models import KeyDate, Waiting
from tests.factories import TODAY

URL = "/my-work/"
OVER, SOON, RUNNING = date(2026, 10, 15), date(2026, 10, 26), date(2026, 11, 16)


def groups(page):
    """The cases on the page, by group, in their order."""
    return {group.key.value: [row.case for row in group.rows] for group in page.context["groups"]}


def row_of(page, case):
    """What the page says of one case."""
    [row] = [row for group in page.context["groups"] for row in group.rows if row.case == case]
    return row


def wait_for(case, by, chase_on):
    """Wait for an invented company."""
    return Waiting.objects.begin(
        case=case,
        kind="company",
        whom="Invented Bakery",
        what="a start date",
        since_on=TODAY,
        chase_on=chase_on,
        by=by,
        today=TODAY,
    )


def propose(case, on):
    """Let the rule propose a takeover date that nobody has confirmed."""
    row = KeyDate(case=case, event=KeyEvent.TAKEOVER, on=on, source=Source.RULE, is_proposed=True)
    row.save()
