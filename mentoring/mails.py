"""The e-mails of this pillar. As in goals/letters.py: the number of a case, a day and a link; never who or what."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goals.letters import Letter, Section, about, compose, link
from refugees.models import Case


def concern_raised(case: Case, answer_by: date) -> Letter:
    """That a mentor raised a concern: on which case, and by when it is to be answered."""
    words = _("to be answered by %(date)s") % {"date": date_format(answer_by)}
    return compose(
        subject=_("A mentor has raised a concern"),
        opening=_("What it is about stands on the case."),
        sections=[Section(_("Concern of a mentor"), [about(case, words)], 1)],
        page=(_("My work"), link("my_work")),
        is_always_sent=True,
    )
