"""The e-mail with which a company gets the way to its page: its name and the link, and nothing about anybody.

In Danish and in English, because nobody has asked the company which it reads.
"""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.naming import sender
from goals.letters import Letter

LANGUAGES = ("da", "en")


def host_letter(company: str, address: str) -> Letter:
    """What is written to somebody at this company."""
    parts = [_part(company, language) for language in LANGUAGES]
    context = {"parts": parts, "address": address, "subject": " / ".join(part["subject"] for part in parts)}
    text, html = (
        render_to_string(f"mail/company.{kind}", context).strip() + "\n" for kind in ("txt", "html")
    )
    return Letter(subject=context["subject"], text=text, html=html)


def _part(company: str, language: str) -> dict[str, str]:
    with override(language):
        return {
            "language": language,
            "subject": _("Your page with the City"),
            "opening": _("%(company)s has a page with the City, about something that we agree on together.")
            % {"company": company},
            "what": _("On it you confirm, tell of the start, and say how it goes. You need no account."),
            "link": _("Open the page"),
            "alone": _(
                "Whoever has this address opens the page. It is meant for you: please do not pass it on."
            ),
            "sender": sender(),
        }
