"""What stands in an e-mail: plain text, and the same as HTML. Numbers of cases, days and links; never who it is about.

A mail lies on servers and telephones that are not ours. So it names no person, and a promise whose very name would
say something about somebody's health is "a promise". No database here: what is given is written down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.naming import sender

if TYPE_CHECKING:
    from goals.models import Breach, Clock

# A longer list is read on the page, not in a mail.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail, ready to be sent."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is about (the number of a case, or a figure), where to find it, and what is the matter."""

    name: str
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a heading. `count` is how many there are, also where not all are shown."""

    title: str
    entries: Sequence[Entry]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.entries)


def link(name: str, *args: object) -> str:
    """The whole address of a page, for somebody who is not on the site."""
    return settings.SITE_URL + reverse(name, args=args)


def compose(
    *,
    subject: str,
    opening: str,
    sections: Sequence[Section],
    page: tuple[str, str],
    is_always_sent: bool = False,
) -> Letter:
    """The letter with these sections, in the language that is active. `page`: where the rest is, words and address.

    `is_always_sent`: it is not among those that its reader chooses in the settings, and says so.
    """
    context = {
        "subject": subject,
        "opening": opening,
        "sections": [section for section in sections if section.count],
        "page_words": page[0],
        "page_url": page[1],
        "settings_url": "" if is_always_sent else link("accounts:settings"),
        "language": get_language(),
        "city": sender(),
    }
    text, html = (render_to_string(f"mail/letter.{kind}", context).strip() + "\n" for kind in ("txt", "html"))
    return Letter(subject=subject, text=text, html=html)


def promise(clock: "Clock") -> str:
    """Which promise, as far as a mail may say it."""
    if clock.compartment:
        return _("a promise")
    return f"{clock.label} ({clock.standard_words})"


def over(breach: "Breach", day: date) -> Entry:
    """A promise that went over its deadline."""
    days = (day - breach.over_since).days + 1
    words = ngettext(
        "%(promise)s: over the deadline since %(date)s, %(days)d day",
        "%(promise)s: over the deadline since %(date)s, %(days)d days",
        days,
    )
    since = date_format(breach.over_since)
    return about(breach.case, words % {"promise": promise(breach.clock), "date": since, "days": days})


def about(case: object, words: str) -> Entry:
    """A line about a case: its number, a link, and what is the matter."""
    return Entry(case.number, link("case", case.public_id), words)


def at_once(breaches: Sequence["Breach"], day: date) -> Letter:
    """That promises went over their deadline: to whoever asked to be told at once."""
    cases = len({breach.case_id for breach in breaches})
    subject = ngettext("%(count)d case is over a deadline", "%(count)d cases are over a deadline", cases)
    lines = [over(breach, day) for breach in breaches[:SHOWN]]
    return compose(
        subject=subject % {"count": cases},
        opening=_("The latest check of deadlines found this."),
        sections=[Section(_("New over the deadline"), lines, len(breaches))],
        page=(_("My work"), link("my_work")),
    )
